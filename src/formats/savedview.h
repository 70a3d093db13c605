// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"
#include "core/result.h"
#include "core/tenantdomain.h"
#include "formats/provenance.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Vestibule {

//! A listing, or a part of one, as an export to JSON saved it.
struct SavedView {
    ExportProvenance provenance{}; //!< with a valid organization id and domain
    TenantDomain domain{};
    ExportCount count{}; //!< when it was exported; `rows` is the size of connections
    QDateTime readAt{}; //!< when the last row was read, in UTC; invalid if there was none
    QList<OrganizationConnection> connections{}; //!< in the tenant's order

    bool operator==(const SavedView &) const = default;

    //! True if the listing had rows that are not in this view.
    [[nodiscard]] bool isPart() const { return provenance.extent != ExportExtent::AllPages; }
    //! The rows that the server's filter would return; absent: all.
    [[nodiscard]] QList<OrganizationConnection> filtered(std::optional<bool> isEnabled) const;
    //! The provenance for an export of rows of this view. The argument's extent is relative to the
    //! view, the result's to the original listing, of which the view itself may be a part.
    [[nodiscard]] ExportProvenance provenanceOf(const ExportProvenance &exported) const;
    //! How many rows the listing had with a filter when it was read; absent if unknown.
    [[nodiscard]] std::optional<qsizetype> listingTotal(std::optional<bool> isEnabled) const;
};

//! Immutable; shared by the pages that show it.
using SavedViewPtr = std::shared_ptr<const SavedView>;

//! Why a file does not open as a saved view. parseSavedView() only reports the last
//! two; the others are for the code that reads the file.
struct SavedViewProblem {
    enum class Kind {
        Unreadable, //!< `detail` is the system's error
        TooLarge, //!< larger than MaximumSavedViewSize
        Inventory, //!< an inventory of a whole tenant
        NotASavedView, //!< something else: CSV, rows without an envelope, another program's JSON
        Damaged, //!< begins as one, but is inconsistent; `detail` says where
    };
    Kind kind = Kind::NotASavedView;
    QString detail{};

    bool operator==(const SavedViewProblem &) const = default;
};

//! In bytes; 100,000 connections take 25 to 40 MB.
inline constexpr qint64 MaximumSavedViewSize = 256 * 1024 * 1024;

//! Reads an export to JSON. A file whose rows do not match its own counts is Damaged, so that a
//! truncated or edited file is not mistaken for a listing. The rows share the text.
[[nodiscard]] Result<SavedView, SavedViewProblem> parseSavedView(const QByteArray &json);

} // namespace Vestibule
