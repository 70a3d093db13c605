// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"

#include <QList>
#include <QString>

#include <memory>

namespace Vestibule {

//! How the rows of two inventories belong together.
struct DriftOptions {
    //! By the names of organizations and connections, for two tenants, whose ids always differ;
    //! otherwise by their ids.
    bool byName = false;

    bool operator==(const DriftOptions &) const = default;
};

//! One value of a field. Absent, null and false are three values.
struct DriftValue {
    enum class Kind {
        Absent, //!< not sent
        Null,
        Flag, //!< the text is `true` or `false`
        Text,
        Json, //!< of an unknown member: a number, a list or an object, on one line
    };

    Kind kind = Kind::Absent;
    QString text{}; //!< empty for Absent and Null

    bool operator==(const DriftValue &) const = default;
};

enum class DriftKind {
    Added,
    Removed,
    Changed,
    //! One of the inventories does not say: the organization failed, waits, or is beyond what the
    //! inventory covers; or its name is missing, or another one has it as well.
    NotComparable,
};

//! One difference. Whom it concerns:
//! - an organization and a connection: the link of these two;
//! - an organization alone: it as a whole, and with all its links unless it has changed;
//! - a connection alone: it in all organizations, so that its new name is one row and not
//!   thousands.
//!
//! Ids and names are those of the old inventory, and for what only the new one has, of the new
//! one. A name that the one does not know is the other's.
struct DriftChange {
    DriftKind kind = DriftKind::Changed;
    QString organizationId{};
    QString organizationName{};
    QString organizationDisplayName{}; //!< for people, and in no export; may be empty
    QString connectionId{};
    QString connectionName{};
    //! What has changed: a name of the API's, as in exports, also one that this version does not
    //! know. Empty for the other kinds.
    QString field{};
    DriftValue before{};
    DriftValue after{};

    bool operator==(const DriftChange &) const = default;
};

//! How many rows there are of each kind, and how many links are the same.
struct DriftCounts {
    qsizetype same = 0;
    qsizetype added = 0;
    qsizetype removed = 0;
    qsizetype changed = 0;
    qsizetype notComparable = 0;

    [[nodiscard]] qsizetype differences() const { return added + removed + changed; }
    bool operator==(const DriftCounts &) const = default;
};

//! What differs between two inventories, or between two listings of one organization.
struct Drift {
    //! Of listings (core/listingdrift.h): each summary says when one was read, and is complete
    //! unless it is a part.
    bool isOfListings = false;
    InventorySummary oldInventory{};
    InventorySummary newInventory{};
    DriftOptions options{};
    DriftCounts counts{};
    //! Ordered by the organization's name and id, the connection's name and id, and the field, by
    //! their characters' codes.
    QList<DriftChange> changes{};

    //! One of the inventories was read from the older list, which has neither disabled connections
    //! nor all fields: only what both lists have is compared.
    [[nodiscard]] bool hasOneOlderList() const
    {
        return oldInventory.endpoint != newInventory.endpoint;
    }
    //! Everything could be compared. Only then may two inventories without differences be called
    //! the same.
    [[nodiscard]] bool isComplete() const
    {
        return counts.notComparable == 0 && !hasOneOlderList() && oldInventory.isComplete()
            && newInventory.isComplete();
    }
};

using DriftPtr = std::shared_ptr<const Drift>;

} // namespace Vestibule
