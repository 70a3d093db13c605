// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/drift.h"
#include "core/organization.h"
#include "core/organizationconnection.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Vestibule {

//! The connections of one organization, and what they say about those that are not among them.
struct ComparedListing {
    QString tenant{}; //!< as InventorySummary::tenant
    Organization organization{}; //!< the name may be unknown
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
    //! Others of the organization may be missing: it is one page, a selection, or what a filter of
    //! the server left.
    bool isPart = false;
    QDateTime readAt{}; //!< of the last row; invalid if there was none
    QString programVersion{};
    QList<OrganizationConnection> connections{};
};

//! What differs between two listings of one organization, by the rules of InventoryComparison.
//! Rows belong together by the connection's id.
//!
//! - What a part does not have is NotComparable, and neither added nor removed. So is a connection
//!   that one listing has twice, which a tenant does not send and a file may.
//! - A connection's new name or strategy is a change in this organization: of the others, a listing
//!   says nothing. Inventories have one row for all of them instead.
//!
//! The summaries are those of an inventory with one organization; that of a part is not complete.
[[nodiscard]] DriftPtr listingDrift(const ComparedListing &inOld, const ComparedListing &inNew);

} // namespace Vestibule
