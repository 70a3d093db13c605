// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/organization.h"

#include <QList>

namespace Vestibule {

//! How many rows of a list have which value.
struct OverviewChart {
    InventoryList list = InventoryList::Links; //!< whose rows are counted
    InventoryFacet::Kind kind = InventoryFacet::Kind::Enabled;
    //! With `chosen` as filter, the list has exactly `rows` rows.
    QList<InventoryFacet> bars{};
    qsizetype leftOut = 0; //!< values that have no bar, because others are more frequent

    bool operator==(const OverviewChart &) const = default;
};

//! A whole inventory in numbers, for pictures. All of it is of one moment.
struct InventoryOverview {
    qsizetype organizations = 0; //!< in every state
    qsizetype connections = 0; //!< that an organization has
    qsizetype sharedConnections = 0; //!< that two or more organizations have
    qsizetype links = 0;
    QList<OverviewChart> charts{}; //!< without those that would have no bar

    bool operator==(const InventoryOverview &) const = default;
};

//! An organization that has a connection.
struct OrganizationUse {
    Organization organization{};
    FlagChoice isEnabled = FlagChoice::NotSent;

    bool operator==(const OrganizationUse &) const = default;
};

} // namespace Vestibule
