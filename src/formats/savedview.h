// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"
#include "core/result.h"
#include "core/tenantdomain.h"
#include "formats/exportprovenance.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Vestibule {

//! A listing, or a part of one, as it was exported to JSON once: the way it was, not the way it is.
struct SavedView {
    ExportProvenance provenance{}; //!< the organization's id and the tenant's domain are valid
    TenantDomain domain{};
    ExportCount count{}; //!< of when it was exported; `rows` is the size of connections
    QDateTime readAt{}; //!< when the last row was read, in UTC; invalid when there was none
    QList<OrganizationConnection> connections{}; //!< in the tenant's order

    bool operator==(const SavedView &) const = default;

    //! Some rows of a listing: nobody knows what the others were.
    [[nodiscard]] bool isPart() const { return provenance.extent != ExportExtent::AllPages; }
    //! Those that the server's filter would have left; absent lists all.
    [[nodiscard]] QList<OrganizationConnection> filtered(std::optional<bool> isEnabled) const;
    //! What an export of rows of this view says of them. \a exported says which rows of the view
    //! they are; the answer, which rows of the listing, of which the view may be a part itself.
    [[nodiscard]] ExportProvenance provenanceOf(const ExportProvenance &exported) const;
    //! How many rows the listing had when it was read, under the filter \a isEnabled; absent when
    //! nobody knows.
    [[nodiscard]] std::optional<qsizetype> listingTotal(std::optional<bool> isEnabled) const;
};

//! Never changes; shared by the pages that show it.
using SavedViewPtr = std::shared_ptr<const SavedView>;

//! Why a file does not open as a saved view. Unreadable and TooLarge come from whoever reads the
//! file, not from parseSavedView().
struct SavedViewProblem {
    enum class Kind {
        Unreadable, //!< `detail` has the system's words
        TooLarge, //!< over MaximumSavedViewSize
        NotASavedView, //!< something else: CSV, rows without an envelope, another program's JSON
        Damaged, //!< begins as one, and does not add up; `detail` says where
    };
    Kind kind = Kind::NotASavedView;
    QString detail{};

    bool operator==(const SavedViewProblem &) const = default;
};

//! In bytes. A hundred thousand connections take about 40 MB.
inline constexpr qint64 MaximumSavedViewSize = 256 * 1024 * 1024;

//! Reads what an export to JSON has written. Strict: a view that says it holds other rows than it
//! does is Damaged, so that a file that was cut or changed by hand is not taken for a listing.
[[nodiscard]] Result<SavedView, SavedViewProblem> parseSavedView(const QByteArray &json);

} // namespace Vestibule
