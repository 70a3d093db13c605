// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/cataloguepage.h"
#include "core/connectionpage.h"
#include "core/inventory.h"
#include "core/organization.h"
#include "core/organizationconnection.h"
#include "core/reply.h"

#include "inventory/keptinventories.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace Vestibule {

class DatabaseThread;

//! An organization of a working inventory that is not read yet.
struct WaitingOrganization {
    qint64 number = 0; //!< `organization.ord`: from 1, in the order of the listing
    QString id{};

    bool operator==(const WaitingOrganization &) const = default;
};

//! What came of asking for one organization.
struct SweptOrganization {
    qint64 number = 0;
    OrganizationState state = OrganizationState::Read; //!< not Waiting
    QDateTime at{};
    QList<OrganizationConnection> connections{}; //!< all of them, if it was read
    std::optional<qsizetype> total{}; //!< what the tenant said
    ApiError error{}; //!< if it failed
};

//! What is written in one transaction, in this order.
struct InventoryBatch {
    //! The list that the organizations of this batch were read from.
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
    QList<Organization> listed{}; //!< those that are known keep their rows, with new names
    bool isFrozen = false; //!< that was all of them
    QList<SweptOrganization> swept{};
    bool beginsListingAgain = false; //!< forgets what an unfinished second listing found
    QList<Organization> listedAgain{};
    bool isListedAgain = false; //!< that was all of them
    bool beginsCatalogue = false; //!< forgets what an unfinished catalogue has
    QList<TenantConnection> catalogue{};
    //! That was all of them, so many: with fewer different ones it stays unfinished.
    std::optional<qsizetype> catalogueSize{};
    qint64 requests = 0; //!< since the batch before
    qint64 refusals = 0; //!< the same: answers with 429
    //! One of InventoryKeys; when it is not empty, the stretch of the sweep ends. The next batch
    //! begins another one.
    QLatin1StringView runEnds{};
};

//! Writes one working inventory, in a thread of its own.
//!
//! The replies may end with a problem. After a commit that failed, nothing of its batch is in the
//! file, and the same batch may be committed again. Dropping a reply stops its work.
class InventoryWriter final {
public:
    struct Options {
        QString path{};
        QString tenant{}; //!< InventorySummary::tenant
        QStringList scopes{};
        QStringList givenIds{}; //!< see SweepRequest
        bool retryFailed = false; //!< failed organizations wait again
        bool anew = false;
        KeepLimits keep{}; //!< of inventories before this one
    };

    //! Starts the thread, and does nothing else.
    explicit InventoryWriter(Options options);
    //! Does not wait: the thread finishes what it does, closes the file and ends.
    ~InventoryWriter();
    InventoryWriter(const InventoryWriter &) = delete;
    InventoryWriter &operator=(const InventoryWriter &) = delete;

    //! Opens or makes the file, after it has made sure that no one else sweeps this tenant: the
    //! kernel holds that lock, and releases it when the program ends in any way. Call it first and
    //! once.
    //!
    //! An existing file must be an inventory of the tenant and of the same organizations. With
    //! `anew`, a copy of a finished one is kept (see keptInventories()), and then all but its mutes
    //! is removed. One that was begun with `anew` and is not finished goes on.
    [[nodiscard]] ReplyPtr<InventorySummary, InventoryProblem> open();
    //! Those that wait, from the one after this number on, in the order of their numbers: as many,
    //! or fewer if there are no more.
    [[nodiscard]] ReplyPtr<QList<WaitingOrganization>, InventoryProblem> waiting(qint64 after,
                                                                                 qsizetype count);
    //! The summary after it. The batch is not null.
    [[nodiscard]] ReplyPtr<InventorySummary, InventoryProblem> commit(
        std::shared_ptr<const InventoryBatch> batch);
    //! Closes the file, so that it is whole without its write-ahead log. The lock is released when
    //! this object is destroyed.
    [[nodiscard]] ReplyPtr<std::monostate, InventoryProblem> close();

private:
    class Work;

    std::shared_ptr<Work> m_work;
    std::unique_ptr<DatabaseThread> m_thread;
};

} // namespace Vestibule
