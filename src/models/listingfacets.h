// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/organizationconnection.h"

#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace Vestibule {

//! What rows of an organization's listing can be grouped by, for the side list.
enum class ListingFacetKind { Enabled, Category, Access, Strategy, ToCheck };

//! Values of facets that were chosen. A row passes if it has one of the values of each kind that
//! has any. Enabled is not among them: the tenant filters by that.
class ListingFilter final {
public:
    //! Chooses the value, or takes it back. The key is that of a facet.
    void toggle(const QString &key);
    [[nodiscard]] bool has(const QString &key) const { return m_keys.contains(key); }
    [[nodiscard]] bool isEmpty() const { return m_keys.isEmpty(); }
    [[nodiscard]] bool accepts(const OrganizationConnection &row) const;
    //! The same without the values of this kind.
    [[nodiscard]] bool acceptsBesides(ListingFacetKind kind,
                                      const OrganizationConnection &row) const;

    bool operator==(const ListingFilter &) const = default;

private:
    QSet<QString> m_keys;
};

//! One value that rows have, with their number.
struct ListingFacet {
    ListingFacetKind kind = ListingFacetKind::Enabled;
    QString key{};
    QString text{}; //!< for people
    //! Rows that are found, have the value and pass the chosen values of the other kinds; absent:
    //! not known, because the tenant left such rows out.
    std::optional<qsizetype> rows{};
    bool isChosen = false;

    bool operator==(const ListingFacet &) const = default;
};

//! Whether Find leaves the row on screen; none: it leaves all.
using IsRowFound = std::function<bool(const OrganizationConnection &)>;

[[nodiscard]] QString enabledFacetKey(bool isEnabled);

//! The facets of the rows, in the order of the side list. Values that all rows have lead nowhere
//! and are left out, as are kinds that the listing does not have; a value that was chosen stays.
//! The facets of one listing stay the same whatever is chosen and found, only their numbers change.
[[nodiscard]] QList<ListingFacet> listingFacets(const QList<OrganizationConnection> &rows,
                                                const ListingFilter &filter,
                                                const std::optional<bool> &isEnabled,
                                                ConnectionEndpoint endpoint,
                                                const IsRowFound &isFound = {});

//! What stands above the facets of this kind; empty where they stand below those before.
[[nodiscard]] QString listingFacetTitle(ListingFacetKind kind, bool isPartOfListing);

} // namespace Vestibule
