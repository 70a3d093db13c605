// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"
#include "core/inventory.h"
#include "core/inventoryoverview.h"
#include "inventory/database.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Vestibule {

//! What can be sorted, filtered and counted of an inventory, in memory: numbers in columns, some 30
//! bytes a link. Sorting a million links here takes a tenth of the time that SQLite takes, and
//! needs no temporary files.
//!
//! It is of one moment, and of one thread, which is that of the database. A sweep that goes on does
//! not change it. Organizations and connections have indexes from 0 in the order of their keys in
//! the file; links in the order of both.
//!
//! Functions that take a database raise problems in it, also Cancelled; what they return is then
//! incomplete.
class InventoryTable final {
public:
    //! Reads all links, and the order of names.
    [[nodiscard]] static std::shared_ptr<InventoryTable> load(Database &database);

    //! The indexes of the rows of a query, filtered and sorted.
    //!
    //! Rows without a value come last in both directions. Equal ones are in the order of
    //! organization and connection names, ascending. Levels of a connection sort by the number of
    //! organizations in which its level is another than none.
    [[nodiscard]] std::vector<std::uint32_t> rows(Database &database, const InventoryQuery &query);
    [[nodiscard]] QList<InventoryFacet> facets(Database &database, const InventoryQuery &query);
    //! Of all rules in their order; that of FindingRule::Unused is 0, since its connections are in
    //! no link.
    [[nodiscard]] QList<FindingCount> countFindings(Database &database);
    //! What meets each of the rules, in the order of names: links, or organizations, as the rule's
    //! subject is. None for FindingRule::Unused.
    [[nodiscard]] QList<std::vector<std::uint32_t>> findings(Database &database,
                                                             const QList<FindingRule> &rules,
                                                             bool withMuted);
    //! Rules, as bits.
    using Rules = std::uint16_t;
    //! What InventoryFilter::isToCheck looks at in each link, connection or organization; empty for
    //! other lists.
    [[nodiscard]] std::vector<Rules> findingsOfRows(Database &database, InventoryList list);
    [[nodiscard]] static QList<FindingRule> rulesIn(Rules rules);
    //! InventoryView::most
    [[nodiscard]] int mostIn(InventoryList list) const;
    [[nodiscard]] InventoryOverview overview(Database &database) const;

    [[nodiscard]] qsizetype linkCount() const { return qsizetype(m_linkConnection.size()); }
    //! Those that an organization has.
    [[nodiscard]] qsizetype connectionCount() const { return m_usedConnections; }

    // Keys in the file.
    [[nodiscard]] qint64 organizationOf(std::uint32_t link) const
    {
        return m_organizationKeys[m_linkOrganization[link]];
    }
    [[nodiscard]] qint64 connectionOf(std::uint32_t link) const
    {
        return m_connectionKeys[m_linkConnection[link]];
    }
    [[nodiscard]] qint64 organizationKey(std::uint32_t organization) const
    {
        return m_organizationKeys[organization];
    }
    [[nodiscard]] qint64 connectionKey(std::uint32_t connection) const
    {
        return m_connectionKeys[connection];
    }
    //! How a connection is used; without its id, name and strategy.
    [[nodiscard]] ConnectionUse use(std::uint32_t connection);
    //! In the order of the organizations' names.
    [[nodiscard]] std::span<const std::uint32_t> linksOf(std::uint32_t connection);
    [[nodiscard]] FlagChoice isEnabled(std::uint32_t link) const { return flag(link, EnabledFlag); }

private:
    using Index = std::uint32_t;
    using Indexes = std::vector<Index>;
    static constexpr Index NoRank = UINT32_MAX; //!< of a row without a value

    //! Bits in m_marks.
    enum LinkMark : std::uint8_t {
        NamedMark = 1, //!< organization_connection_name was sent, and is not empty
        ExtraMark = 2, //!< has fields that this version does not know
    };
    //! Two bits each in m_flags, a FlagChoice.
    enum FlagColumn { EnabledFlag, MembershipFlag, ButtonFlag, SignupFlag };

    //! Words and their codes; the first one, which is empty, is what was not sent.
    struct Words {
        QStringList texts{QString()};
        QHash<QString, Index> codes{{QString(), 0}};

        Index add(const QString &text);
        //! NoRank if the word is in no row.
        [[nodiscard]] Index find(const QString &text) const { return codes.value(text, NoRank); }
    };
    //! Rows in the order of a column that may have no value.
    struct Order {
        Indexes rows{}; //!< those without a value last
        std::size_t withValue = 0;
    };
    struct RuleBits {
        std::vector<Rules> links{}; //!< those whose subject is a link
        std::vector<Rules> organizations{}; //!< those whose subject is an organization
    };
    //! The kinds of facets whose condition in the filter a row does not meet, and OtherFailure for
    //! conditions without a facet, as bits.
    using Failures = std::uint32_t;
    struct Conditions;
    class FacetCounter;
    class TextColumn;
    struct NamedRows;

    [[nodiscard]] NamedRows loadOrganizations(Database &database);
    [[nodiscard]] NamedRows loadConnections(Database &database);
    void loadLinks(Database &database);
    void loadOtherLevels(Database &database);
    void countUses();
    [[nodiscard]] FindingFacts factsOf(Index link) const;
    [[nodiscard]] const RuleBits &ruleBits();
    void findLinkRules(RuleBits &bits) const;
    void findSharedRules(RuleBits &bits);
    //! Without muted ones. Null if none is muted: then those of ruleBits() are the same.
    [[nodiscard]] std::unique_ptr<RuleBits> unmuted(Database &database);
    [[nodiscard]] std::vector<Rules> findingsOfRows(const RuleBits &bits, InventoryList list) const;
    void sortLinksByName();
    void groupByConnection();
    void rankWords();

    [[nodiscard]] std::optional<Index> organizationIndex(qint64 key) const;
    [[nodiscard]] std::optional<Index> connectionIndex(qint64 key) const;
    [[nodiscard]] std::optional<Index> linkIndex(qint64 organization, qint64 connection) const;
    [[nodiscard]] FlagChoice flag(Index link, FlagColumn column) const
    {
        return FlagChoice((m_flags[link] >> (2U * column)) & 3U);
    }
    [[nodiscard]] Index links(Index organization) const
    {
        return m_firstLink[organization + 1] - m_firstLink[organization];
    }
    //! InventoryFilter::connectionCount; absent if the organization was not read.
    [[nodiscard]] std::optional<int> connectionCountOf(Index organization) const;

    [[nodiscard]] Conditions conditions(Database &database, const InventoryQuery &query,
                                        bool needsRules);
    void findRows(Database &database, Conditions &conditions) const;
    [[nodiscard]] std::vector<bool> linksNamed(Database &database, const QString &text) const;
    void addOrganizationFailures(Conditions &conditions) const;
    void addConnectionFailures(Conditions &conditions) const;
    //! Of the link itself, not of its organization and connection.
    [[nodiscard]] Failures linkFailures(const Conditions &conditions, Index link) const;
    [[nodiscard]] Failures allFailures(const Conditions &conditions, Index link) const;
    [[nodiscard]] bool hasLink(const Conditions &conditions, Index organization) const;
    [[nodiscard]] Indexes filtered(Database &database, const Conditions &conditions) const;

    //! Can run in any thread.
    [[nodiscard]] static Order sorted(const Database &database, const NamedRows &rows);
    [[nodiscard]] Order order(Database &database, const QString &sql, bool isOrganization) const;
    [[nodiscard]] Indexes inColumn(Database &database, const InventoryQuery &query,
                                   const Indexes &rows);
    [[nodiscard]] const Indexes *ranks(Database &database, InventoryColumn column);
    [[nodiscard]] Indexes namesInOrganizations(Database &database) const;
    [[nodiscard]] Indexes strategyRanks(const QHash<QString, QString> &words) const;
    [[nodiscard]] Indexes displayNames(Database &database) const;
    [[nodiscard]] Indexes readTimes(Database &database) const;
    [[nodiscard]] Index linkRank(Index link, InventoryColumn column) const;
    [[nodiscard]] Indexes organizationRanks(InventoryColumn column) const;
    [[nodiscard]] Indexes connectionRanks(InventoryColumn column) const;
    [[nodiscard]] StrategyCategory category(Index connection) const
    {
        return m_categories[m_strategies[connection]];
    }

    std::vector<qint64> m_organizationKeys; //!< ascending
    std::vector<std::uint8_t> m_states; //!< OrganizationState
    Indexes m_firstLink; //!< of each organization, and the number of links at the end
    Order m_organizationsByName;

    std::vector<qint64> m_connectionKeys; //!< ascending
    Indexes m_strategies; //!< codes
    Indexes m_uses; //!< how many links a connection has
    qsizetype m_usedConnections = 0;
    Order m_connectionsByName;
    Indexes m_firstUse; //!< of each connection in m_linksByConnection, and the end
    Indexes m_linksByConnection; //!< empty until they are needed

    Indexes m_linkOrganization;
    Indexes m_linkConnection;
    std::vector<std::uint8_t> m_flags;
    Indexes m_levels; //!< codes
    Indexes m_memberLevels; //!< codes
    std::vector<std::uint8_t> m_marks; //!< LinkMark
    Indexes m_linksByName; //!< by the names of organization and connection

    Words m_strategyWords;
    std::vector<StrategyCategory> m_categories; //!< by code
    Indexes m_strategyRanks; //!< by code
    Words m_levelWords;
    Indexes m_levelRanks; //!< by code

    QHash<InventoryColumn, Indexes> m_ranks; //!< of columns that need the file

    bool m_isOlderList = false; //!< the links are from the list of enabled connections
    std::optional<RuleBits> m_ruleBits;
};

} // namespace Vestibule
