// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventorysource.h"
#include "inventory/databasethread.h"

#include <QString>

#include <memory>

namespace Vestibule {

class InventoryContent;

//! Reads the inventory in a file. Everything happens in one thread: filtering and sorting in an
//! InventoryTable, which is read again when a sweep has committed since, the rows themselves from
//! the file.
class InventoryReader final : public InventorySource {
public:
    explicit InventoryReader(const QString &path);
    ~InventoryReader() override;

    //! Checks the file and reads its table. Call it once, before all others; the value is the
    //! reader itself.
    [[nodiscard]] static InventoryReply<InventorySourcePtr> load(
        const std::shared_ptr<InventoryReader> &reader);

    [[nodiscard]] InventoryReply<InventorySummary> summarize() override;
    [[nodiscard]] InventoryReply<InventoryView> open(const InventoryQuery &query) override;
    [[nodiscard]] InventoryReply<QList<InventoryRow>> fetch(const InventoryView &view,
                                                            qsizetype first,
                                                            qsizetype count) override;
    [[nodiscard]] InventoryReply<std::optional<qsizetype>> find(const InventoryView &view,
                                                                const InventoryKey &key) override;
    [[nodiscard]] InventoryReply<QList<InventoryFacet>> facets(
        const InventoryQuery &query) override;
    [[nodiscard]] InventoryReply<QList<FindingMute>> mutes() override;
    [[nodiscard]] InventoryReply<QList<ConnectionUse>> unusedConnections() override;
    [[nodiscard]] InventoryReply<InventoryOverview> overview() override;
    [[nodiscard]] InventoryReply<QList<QList<OrganizationUse>>> organizationsOf(
        const InventoryView &view, qsizetype first, qsizetype count, qsizetype most) override;
    void close(const InventoryView &view) override;

private:
    std::shared_ptr<InventoryContent> m_content; //!< used in the thread only
    DatabaseThread m_thread;
};

} // namespace Vestibule
