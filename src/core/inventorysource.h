// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"
#include "core/inventory.h"
#include "core/inventoryoverview.h"
#include "core/reply.h"

#include <memory>
#include <optional>

namespace Vestibule {

//! A list in a fixed order, made by InventorySource::open(): each row has a number from 0.
struct InventoryView {
    qint64 number = 0; //!< what fetch() wants; every view has another one
    qsizetype rows = 0;
    //! The most organizations that a connection of the inventory has, or the most connections that
    //! an organization has, whatever the filter; 0 in other lists.
    int most = 0;
};

//! Reads one inventory for models, exports and reports. Every reply may end with a problem;
//! dropping a reply stops its work, also in the middle of sorting a million rows. It may be
//! destroyed before its replies.
class InventorySource {
public:
    template <typename T>
    using InventoryReply = ReplyPtr<T, InventoryProblem>;

    InventorySource() = default;
    InventorySource(const InventorySource &) = delete;
    InventorySource &operator=(const InventorySource &) = delete;
    virtual ~InventorySource() = default;

    //! As it is now: that of a running sweep grows.
    [[nodiscard]] virtual InventoryReply<InventorySummary> summarize() = 0;
    //! Sorts and filters. The view stays as it is while a sweep goes on, until close().
    [[nodiscard]] virtual InventoryReply<InventoryView> open(const InventoryQuery &query) = 0;
    //! The rows of a view from `first` on: `count`, or fewer at the end of the view. A row that a
    //! sweep has read again since has its new values; one that is gone since has only its ids.
    //! The numbers of a ConnectionUse and the findings stay those of the view.
    [[nodiscard]] virtual InventoryReply<QList<InventoryRow>> fetch(const InventoryView &view,
                                                                    qsizetype first,
                                                                    qsizetype count) = 0;
    //! Where a row stands in a view; absent if it is not in it.
    [[nodiscard]] virtual InventoryReply<std::optional<qsizetype>> find(
        const InventoryView &view, const InventoryKey &key) = 0;
    //! The values that the rows of a query have, with their numbers, in a fixed order: for each
    //! kind those that the other parts of the filter leave.
    [[nodiscard]] virtual InventoryReply<QList<InventoryFacet>> facets(
        const InventoryQuery &query) = 0;
    //! What people muted, in no order.
    [[nodiscard]] virtual InventoryReply<QList<FindingMute>> mutes() = 0;
    //! The findings of FindingRule::Unused, muted ones as well, in the order of names: with ids,
    //! names and strategies. None unless the inventory is complete and has a catalogue.
    [[nodiscard]] virtual InventoryReply<QList<ConnectionUse>> unusedConnections() = 0;
    //! Counts everything once, which takes as long as the facets of one list.
    [[nodiscard]] virtual InventoryReply<InventoryOverview> overview() = 0;
    //! For `count` rows of a view of connections from `first` on: the first `most` organizations
    //! that have each of them, in the order of their names.
    [[nodiscard]] virtual InventoryReply<QList<QList<OrganizationUse>>> organizationsOf(
        const InventoryView &view, qsizetype first, qsizetype count, qsizetype most) = 0;
    //! Frees the view. Does nothing for one that is closed.
    virtual void close(const InventoryView &view) = 0;
};

using InventorySourcePtr = std::shared_ptr<InventorySource>;

} // namespace Vestibule
