// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventoryoverview.h"
#include "core/inventorysource.h"
#include "inventory/database.h"
#include "inventory/inventorytable.h"

#include <QList>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Vestibule {

//! What InventoryReader does in its thread, with the database of that thread. Problems are raised
//! in the database; what a function returns is then incomplete.
class InventoryContent final {
public:
    //! Checks the whole file and reads its table.
    void load(Database &database);
    InventorySummary summarize(Database &database);
    //! The same but for the numbers of links and connections, for which all links are looked at.
    [[nodiscard]] static InventorySummary summarizeOrganizations(Database &database);
    InventoryView open(Database &database, const InventoryQuery &query);
    QList<InventoryRow> fetch(Database &database, qint64 number, qsizetype first, qsizetype count);
    std::optional<qsizetype> find(Database &database, qint64 number, const InventoryKey &key);
    QList<InventoryFacet> facets(Database &database, const InventoryQuery &query);
    QList<FindingMute> mutes(Database &database);
    QList<ConnectionUse> unusedConnections(Database &database);
    InventoryOverview overview(Database &database);
    QList<QList<OrganizationUse>> organizationsOf(Database &database, qint64 number,
                                                  qsizetype first, qsizetype count, qsizetype most);
    void close(qint64 number) { m_views.erase(number); }

private:
    //! Findings of one rule: indexes of links or organizations, or connections for Unused.
    struct FindingsOfRule {
        FindingRule rule = FindingRule::SharedMembership;
        std::vector<std::uint32_t> rows{};
        QList<ConnectionUse> connections{};

        [[nodiscard]] qsizetype size() const { return qsizetype(rows.size()) + connections.size(); }
    };
    struct View {
        InventoryList list = InventoryList::Links;
        std::shared_ptr<InventoryTable> table{};
        std::vector<std::uint32_t> rows{};
        //! Of all links, connections or organizations, by index; of links from the first fetch on.
        std::vector<InventoryTable::Rules> findingsOfRows{};
        QList<FindingCount> rules{}; //!< of the list of rules, instead of the rows
        QList<FindingsOfRule> findings{}; //!< of the list of findings, instead of the rows
        QList<FindingMute> mutes{}; //!< when the list of findings was opened

        [[nodiscard]] qsizetype size() const;
        bool isUsed = false; //!< rows of it were fetched
    };

    [[nodiscard]] QList<FindingCount> rules(Database &database, const InventoryQuery &query);
    [[nodiscard]] QList<FindingsOfRule> findings(Database &database, const InventoryFilter &filter);
    [[nodiscard]] static QList<InventoryRow> findings(Database &database, const View &view,
                                                      qsizetype first, qsizetype end);
    [[nodiscard]] bool hasCatalogue(Database &database);
    [[nodiscard]] View *viewOf(qint64 number);
    [[nodiscard]] static std::pair<qsizetype, qsizetype> rangeIn(const View &view, qsizetype first,
                                                                 qsizetype count);
    void forgetUnusedViews();
    [[nodiscard]] static qint64 dataVersion(Database &database);
    void update(Database &database);
    [[nodiscard]] static QList<InventoryRow> links(Database &database, const View &view,
                                                   qsizetype first, qsizetype end);
    [[nodiscard]] static QList<InventoryRow> connections(Database &database, const View &view,
                                                         qsizetype first, qsizetype end);
    [[nodiscard]] static QList<InventoryRow> organizations(Database &database, const View &view,
                                                           qsizetype first, qsizetype end);

    std::shared_ptr<InventoryTable> m_table;
    qint64 m_version = 0; //!< of the file when the table was read
    std::map<qint64, View> m_views;
    qint64 m_lastView = 0;
};

} // namespace Vestibule
