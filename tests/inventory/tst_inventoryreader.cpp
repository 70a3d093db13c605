// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventoryreader.h"

#include "core/folding.h"
#include "inventory/database.h"
#include "inventory/inventoryfile.h"
#include "inventory/inventorytable.h"
#include "support/connectionsamples.h"
#include "support/folderfixture.h"
#include "support/inventorysamples.h"
#include "support/replywait.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = InventoryProblem::Kind;
using Facet = InventoryFacet::Kind;

namespace {

FlagChoice choiceOf(const std::optional<bool> &flag)
{
    if (!flag)
        return FlagChoice::NotSent;
    return *flag ? FlagChoice::Yes : FlagChoice::No;
}

//! What an inventory holds as plain values, and what a query of it must give, computed in the most
//! simple way.
class Truth final {
public:
    struct Owner {
        InventoryOrganization row{};
        QList<InventoryLink> links{};
    };

    QList<Owner> owners{};
    //! By the ids of organization and connection; those of a row without the other one, too.
    std::map<std::pair<QString, QString>, std::set<FindingRule>> findings{};

    [[nodiscard]] bool write(const QString &path) const
    {
        Samples::InventoryBuilder builder(path);
        for (const Owner &owner : owners) {
            const auto number =
                builder.addOrganization(owner.row.organization, owner.row.state, owner.row.readAt);
            for (const InventoryLink &link : owner.links)
                builder.addLink(number, link.connection);
        }
        return !builder.finish();
    }

    //! The rules that each link, connection and organization meets, from the list of findings,
    //! which has tests of its own.
    [[nodiscard]] bool readFindings(InventorySource &source)
    {
        const auto view = *resultOf(source.open({.list = InventoryList::Findings}));
        const auto all = *resultOf(source.fetch(view, 0, view.rows));
        source.close(view);
        for (const InventoryRow &row : all) {
            const FindingKey key = std::get<Finding>(row).key;
            const bool isLink = findingRule(key.rule).subject == FindingSubject::Link;
            if (isLink != !key.connectionId.isEmpty() || key.organizationId.isEmpty())
                return false;
            findings[{key.organizationId, key.connectionId}].insert(key.rule);
            if (!isLink || findingRule(key.rule).severity == FindingSeverity::High)
                findings[{key.organizationId, {}}].insert(key.rule);
            if (isLink)
                findings[{{}, key.connectionId}].insert(key.rule);
        }
        for (Owner &owner : owners) {
            owner.row.findings = findingsOf(owner.row.organization.id, {});
            for (InventoryLink &link : owner.links)
                link.findings = findingsOf(owner.row.organization.id, link.connection.connectionId);
        }
        return true;
    }
    [[nodiscard]] QList<FindingRule> findingsOf(const QString &organization,
                                                const QString &connection) const
    {
        const auto found = findings.find({organization, connection});
        if (found == findings.end())
            return {};
        return {found->second.begin(), found->second.end()};
    }

    [[nodiscard]] QList<InventoryRow> rows(const InventoryQuery &query) const
    {
        std::vector<std::pair<SortKey, InventoryRow>> sorted;
        for (InventoryRow &row : filtered(query)) {
            SortKey key = sortKey(row, query);
            sorted.emplace_back(std::move(key), std::move(row));
        }
        std::ranges::stable_sort(sorted, [&](const auto &one, const auto &other) {
            const auto &[isAbsent, value, ties] = one.first;
            const auto &[isOtherAbsent, otherValue, otherTies] = other.first;
            if (isAbsent != isOtherAbsent)
                return isOtherAbsent;
            if (!isAbsent && value != otherValue)
                return query.isDescending ? otherValue < value : value < otherValue;
            return ties < otherTies;
        });
        QList<InventoryRow> rows;
        for (const auto &[key, row] : sorted)
            rows.append(row);
        return rows;
    }

private:
    //! Without a value, the value, then names.
    using SortKey = std::tuple<bool, QByteArray, QByteArray>;

    static QByteArray number(qsizetype value)
    {
        return QByteArray::number(value).rightJustified(12, '0');
    }
    static QByteArray nameKey(const Organization &organization)
    {
        return QByteArray(organization.name.isEmpty() ? "1" : "0")
            + searchText({organization.name, organization.displayName, organization.id}).toUtf8();
    }
    static QByteArray nameKey(const std::optional<QString> &name, const QString &id)
    {
        return QByteArray(name ? "0" : "1") + searchText({name.value_or(QString()), id}).toUtf8();
    }
    static SortKey flagKey(const std::optional<bool> &flag, const QByteArray &ties)
    {
        return {!flag, number(flag.value_or(false) ? 1 : 0), ties};
    }
    static int levelRank(const QString &level)
    {
        const QStringList known{u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s};
        const auto rank = known.indexOf(level);
        return rank < 0 ? 4 : int(rank);
    }
    static SortKey levelKey(const std::optional<QString> &level, const QByteArray &ties)
    {
        const QString word = level.value_or(QString());
        return {word.isEmpty(), number(levelRank(word)) + folded(word).toUtf8() + word.toUtf8(),
                ties};
    }
    static QString strategyKey(const QString &strategy)
    {
        return folded(strategyInfo(strategy).name) + u'\n' + strategy;
    }
    static QString timeText(const QDateTime &time)
    {
        return time.isValid() ? Samples::inventoryTime(time) : QString();
    }

    [[nodiscard]] qsizetype uses(const QString &connectionId) const
    {
        return std::ranges::count_if(owners, [&](const Owner &owner) {
            return std::ranges::any_of(owner.links, [&](const InventoryLink &link) {
                return link.connection.connectionId == connectionId;
            });
        });
    }

    [[nodiscard]] static bool linkMatches(const OrganizationConnection &row,
                                          const InventoryFilter &filter)
    {
        const auto matches = [](const auto &wanted, const auto &value) {
            return !wanted || *wanted == value;
        };
        const QString strategy = row.strategy.value_or(QString());
        return matches(filter.isEnabled, choiceOf(row.isEnabled))
            && matches(filter.assignMembershipOnLogin, choiceOf(row.assignMembershipOnLogin))
            && matches(filter.showAsButton, choiceOf(row.showAsButton))
            && matches(filter.isSignupEnabled, choiceOf(row.isSignupEnabled))
            && matches(filter.accessLevel, row.organizationAccessLevel.value_or(QString()))
            && matches(filter.memberAccessLevel,
                       row.organizationMemberAccessLevel.value_or(QString()))
            && matches(filter.strategy, strategy)
            && matches(filter.category, strategyInfo(strategy).category)
            && (filter.connection.isEmpty() || filter.connection == row.connectionId
                || filter.connection == row.name);
    }
    [[nodiscard]] static bool ownerMatches(const Owner &owner, const InventoryFilter &filter)
    {
        const InventoryOrganization &row = owner.row;
        if (filter.state && *filter.state != row.state)
            return false;
        if (filter.connectionCount
            && (row.state != OrganizationState::Read
                || *filter.connectionCount
                    != int(std::min(owner.links.size(), qsizetype(MostConnectionsCounted)))))
            return false;
        return filter.organization.isEmpty() || filter.organization == row.organization.id
            || filter.organization == row.organization.name;
    }
    [[nodiscard]] static bool found(const QStringList &texts, const InventoryFilter &filter)
    {
        return searchText(texts).contains(folded(filter.findText));
    }
    static QStringList textsOf(const Organization &organization)
    {
        return {organization.name, organization.displayName, organization.id};
    }
    static QStringList textsOf(const OrganizationConnection &row)
    {
        return {row.name.value_or(QString()), row.connectionId};
    }

    [[nodiscard]] std::vector<InventoryRow> filtered(const InventoryQuery &query) const
    {
        const InventoryFilter &filter = query.filter;
        std::vector<InventoryRow> rows;
        QStringList listed;
        for (const Owner &owner : owners) {
            if (!ownerMatches(owner, filter))
                continue;
            const bool isRowOwner = query.list == InventoryList::Organizations;
            if (filter.isToCheck && isRowOwner && owner.row.findings.isEmpty())
                continue;
            const auto matches = [&](const InventoryLink &link) {
                return linkMatches(link.connection, filter)
                    && (!filter.isShared || uses(link.connection.connectionId) > 1);
            };
            if (isRowOwner) {
                InventoryFilter ofLinks = filter;
                ofLinks.isToCheck = false;
                ofLinks.state.reset();
                ofLinks.connectionCount.reset();
                ofLinks.organization.clear();
                ofLinks.findText.clear();
                const bool needsLink = !ofLinks.isEmpty();
                if (found(textsOf(owner.row.organization), filter)
                    && (!needsLink || std::ranges::any_of(owner.links, matches)))
                    rows.emplace_back(owner.row);
                continue;
            }
            for (const InventoryLink &link : owner.links) {
                const OrganizationConnection &row = link.connection;
                if (!matches(link))
                    continue;
                const bool isRow = query.list == InventoryList::Links;
                if (filter.isToCheck
                    && findingsOf(isRow ? owner.row.organization.id : QString(), row.connectionId)
                           .isEmpty())
                    continue;
                if (query.list == InventoryList::Links) {
                    if (found(textsOf(link.organization), filter) || found(textsOf(row), filter)
                        || found({row.organizationConnectionName.value_or(QString())}, filter))
                        rows.emplace_back(link);
                } else if (found(textsOf(row), filter) && !listed.contains(row.connectionId)) {
                    listed.append(row.connectionId);
                    rows.emplace_back(use(row));
                }
            }
        }
        return rows;
    }

    [[nodiscard]] ConnectionUse use(const OrganizationConnection &connection) const
    {
        ConnectionUse use{.id = connection.connectionId,
                          .name = connection.name,
                          .strategy = connection.strategy,
                          .findings = findingsOf({}, connection.connectionId)};
        for (const Owner &owner : owners) {
            for (const InventoryLink &link : owner.links) {
                const OrganizationConnection &row = link.connection;
                if (row.connectionId != use.id)
                    continue;
                ++use.organizations;
                use.enabled += row.isEnabled == true ? 1 : 0;
                use.disabled += row.isEnabled == false ? 1 : 0;
                use.membership += row.assignMembershipOnLogin == true ? 1 : 0;
                use.signup += row.isSignupEnabled == true ? 1 : 0;
                use.shown += row.showAsButton == true ? 1 : 0;
                const QString level = row.organizationAccessLevel.value_or(QString());
                const auto known =
                    std::ranges::find(use.levels, level, &std::pair<QString, int>::first);
                if (known == use.levels.end())
                    use.levels.append({level, 1});
                else
                    ++known->second;
            }
        }
        std::ranges::sort(use.levels, {}, [](const auto &level) {
            return std::tuple(level.first.isEmpty(), levelRank(level.first), folded(level.first),
                              level.first);
        });
        return use;
    }

    [[nodiscard]] SortKey sortKey(const InventoryRow &row, const InventoryQuery &query) const
    {
        if (const auto *link = std::get_if<InventoryLink>(&row))
            return linkKey(*link, query.sortedBy);
        if (const auto *use = std::get_if<ConnectionUse>(&row))
            return useKey(*use, query.sortedBy);
        return organizationKey(std::get<InventoryOrganization>(row), query.sortedBy);
    }
    static SortKey ownerKey(const Organization &organization, const QDateTime &readAt,
                            InventoryColumn column, const QByteArray &ties)
    {
        switch (column) {
        case InventoryColumn::OrganizationName:
            return {organization.name.isEmpty(), nameKey(organization), ties};
        case InventoryColumn::OrganizationDisplayName: { // what is shown as such
            const QString title = !organization.displayName.isEmpty() ? organization.displayName
                : !organization.name.isEmpty()                        ? organization.name
                                                                      : organization.id;
            return {false, folded(title).toUtf8(), ties};
        }
        case InventoryColumn::OrganizationId:
            return {false, organization.id.toUtf8(), ties};
        default:
            return {!readAt.isValid(), timeText(readAt).toUtf8(), ties};
        }
    }
    [[nodiscard]] static SortKey linkKey(const InventoryLink &link, InventoryColumn column)
    {
        const OrganizationConnection &row = link.connection;
        const QByteArray ties =
            nameKey(link.organization) + '\0' + nameKey(row.name, row.connectionId);
        switch (column) {
        case InventoryColumn::ConnectionName:
            return {!row.name, nameKey(row.name, row.connectionId), ties};
        case InventoryColumn::ConnectionId:
            return {false, row.connectionId.toUtf8(), ties};
        case InventoryColumn::OrganizationConnectionName:
            return {!row.organizationConnectionName,
                    folded(row.organizationConnectionName.value_or(QString())).toUtf8(), ties};
        case InventoryColumn::Strategy: {
            const QString strategy = row.strategy.value_or(QString());
            return {strategy.isEmpty(), strategyKey(strategy).toUtf8(), ties};
        }
        case InventoryColumn::IsEnabled:
            return flagKey(row.isEnabled, ties);
        case InventoryColumn::AssignMembershipOnLogin:
            return flagKey(row.assignMembershipOnLogin, ties);
        case InventoryColumn::ShowAsButton:
            return flagKey(row.showAsButton, ties);
        case InventoryColumn::IsSignupEnabled:
            return flagKey(row.isSignupEnabled, ties);
        case InventoryColumn::OrganizationAccessLevel:
            return levelKey(row.organizationAccessLevel, ties);
        case InventoryColumn::OrganizationMemberAccessLevel:
            return levelKey(row.organizationMemberAccessLevel, ties);
        default:
            return ownerKey(link.organization, link.readAt, column, ties);
        }
    }
    [[nodiscard]] static SortKey useKey(const ConnectionUse &use, InventoryColumn column)
    {
        const QByteArray ties = nameKey(use.name, use.id);
        switch (column) {
        case InventoryColumn::ConnectionName:
            return {!use.name, nameKey(use.name, use.id), ties};
        case InventoryColumn::ConnectionId:
            return {false, use.id.toUtf8(), ties};
        case InventoryColumn::Strategy: {
            const QString strategy = use.strategy.value_or(QString());
            return {strategy.isEmpty(), strategyKey(strategy).toUtf8(), ties};
        }
        case InventoryColumn::Organizations:
            return {false, number(use.organizations), ties};
        case InventoryColumn::Enabled:
            return {false, number(use.enabled), ties};
        case InventoryColumn::Disabled:
            return {false, number(use.disabled), ties};
        case InventoryColumn::Membership:
            return {false, number(use.membership), ties};
        case InventoryColumn::Signup:
            return {false, number(use.signup), ties};
        case InventoryColumn::Shown:
            return {false, number(use.shown), ties};
        default: {
            int allowed = 0;
            for (const auto &[level, count] : use.levels)
                allowed += level.isEmpty() || level == "none"_L1 ? 0 : count;
            return {false, number(allowed), ties};
        }
        }
    }
    [[nodiscard]] static SortKey organizationKey(const InventoryOrganization &row,
                                                 InventoryColumn column)
    {
        const QByteArray ties = nameKey(row.organization);
        const bool isKnown = row.state == OrganizationState::Read || row.connections > 0;
        switch (column) {
        case InventoryColumn::State:
            return {false, number(int(row.state)), ties};
        case InventoryColumn::Connections:
            return {!isKnown, number(row.connections), ties};
        case InventoryColumn::Enabled:
            return {!isKnown, number(row.enabled), ties};
        case InventoryColumn::Categories: {
            // Who has the first category comes first.
            QByteArray key;
            for (int category = 0; category < 6; ++category)
                key += row.categories.contains(StrategyCategory(category)) ? '0' : '1';
            return {row.categories.isEmpty(), key, ties};
        }
        default:
            return ownerKey(row.organization, row.readAt, column, ties);
        }
    }
};

//! Draws inventories and queries with few different values, so that most combinations occur.
class Drawer final {
public:
    explicit Drawer(quint32 seed)
        : m_random(seed)
    {
    }

    Truth truth()
    {
        Truth truth;
        QList<OrganizationConnection> connections;
        for (int i = m_random.bounded(12); i >= 0; --i) {
            OrganizationConnection connection;
            connection.connectionId = u"con_%1"_s.arg(m_random.bounded(1'000'000'000));
            connection.name = oneOf(names());
            connection.strategy = oneOf(strategies());
            connections.append(connection);
        }
        for (int i = m_random.bounded(15); i > 0; --i) {
            Truth::Owner owner;
            Organization &organization = owner.row.organization;
            organization.id = u"org_%1"_s.arg(m_random.bounded(1'000'000'000));
            organization.name = oneOf(names()).value_or(QString());
            organization.displayName = oneOf(names()).value_or(QString());
            owner.row.state = OrganizationState(m_random.bounded(8) < 5 ? 1 : m_random.bounded(4));
            if (owner.row.state != OrganizationState::Waiting)
                owner.row.readAt = Samples::InventoryReadAt.addSecs(m_random.bounded(3));
            if (owner.row.state == OrganizationState::Read)
                addLinks(owner, connections);
            truth.owners.append(owner);
        }
        return truth;
    }

    InventoryQuery query(const Truth &truth)
    {
        InventoryQuery query;
        query.list = InventoryList(m_random.bounded(3));
        const auto &columns = columnsOf(query.list);
        query.sortedBy = columns.at(m_random.bounded(int(columns.size())));
        query.isDescending = m_random.bounded(2) == 0;
        const auto sometimes = [&] { return m_random.bounded(6) == 0; };
        InventoryFilter &filter = query.filter;
        for (const auto member :
             {&InventoryFilter::isEnabled, &InventoryFilter::assignMembershipOnLogin,
              &InventoryFilter::showAsButton, &InventoryFilter::isSignupEnabled}) {
            if (sometimes())
                filter.*member = FlagChoice(m_random.bounded(3));
        }
        if (sometimes())
            filter.accessLevel = oneOf(levels()).value_or(QString());
        if (sometimes())
            filter.memberAccessLevel = oneOf(levels()).value_or(QString());
        if (sometimes())
            filter.strategy = oneOf(strategies()).value_or(QString());
        if (sometimes())
            filter.category = StrategyCategory(m_random.bounded(6));
        filter.isShared = sometimes();
        filter.isToCheck = sometimes();
        if (sometimes())
            filter.state = OrganizationState(m_random.bounded(4));
        if (sometimes())
            filter.connectionCount = m_random.bounded(MostConnectionsCounted + 1);
        if (sometimes())
            filter.findText = oneOf({u"a"_s, u"É"_s, u"ACME"_s, u"7"_s, u"kelvin"_s, u"con_"_s})
                                  .value_or(QString());
        drawNames(truth, filter);
        return query;
    }

private:
    static QList<std::optional<QString>> names()
    {
        return {std::nullopt, u"acme"_s,     u"Acme"_s,   u"école"_s,       u"ÉCOLE 2"_s,
                u""_s,        u"a\u200bb"_s, u"Kelvin"_s, u"line\nbreak"_s, u"zz%_"_s};
    }
    static QList<std::optional<QString>> strategies()
    {
        return {std::nullopt, u"okta"_s, u"auth0"_s, u"google-oauth2"_s, u"email"_s, u"new-one"_s};
    }
    static QList<std::optional<QString>> levels()
    {
        return {std::nullopt, u"none"_s,  u"readonly"_s, u"limited"_s,
                u"full"_s,    u"owner"_s, u"Admin"_s};
    }
    std::optional<QString> oneOf(const QList<std::optional<QString>> &values)
    {
        return values.at(m_random.bounded(int(values.size())));
    }
    std::optional<bool> flag()
    {
        const int drawn = m_random.bounded(3);
        return drawn == 2 ? std::nullopt : std::optional(drawn == 1);
    }

    void addLinks(Truth::Owner &owner, QList<OrganizationConnection> connections)
    {
        for (int i = m_random.bounded(6); i > 0 && !connections.isEmpty(); --i) {
            OrganizationConnection row =
                connections.takeAt(m_random.bounded(int(connections.size())));
            row.isEnabled = flag();
            row.assignMembershipOnLogin = flag();
            row.showAsButton = flag();
            row.isSignupEnabled = flag();
            row.organizationAccessLevel = oneOf(levels());
            row.organizationMemberAccessLevel = oneOf(levels());
            row.organizationConnectionName = oneOf(names());
            if (m_random.bounded(3) > 0)
                row.json = m_random.bounded(2) == 0 ? R"({"is_enabled":null})"_ba : "{}"_ba;
            owner.links.append({.organization = owner.row.organization,
                                .readAt = owner.row.readAt,
                                .connection = row});
            ++owner.row.connections;
            owner.row.enabled += row.isEnabled == true ? 1 : 0;
            const auto category = strategyInfo(row.strategy.value_or(QString())).category;
            if (!owner.row.categories.contains(category))
                owner.row.categories.append(category);
        }
        std::ranges::sort(owner.row.categories);
    }

    void drawNames(const Truth &truth, InventoryFilter &filter)
    {
        if (truth.owners.isEmpty() || m_random.bounded(4) > 0)
            return;
        const Truth::Owner &owner = truth.owners.at(m_random.bounded(int(truth.owners.size())));
        if (m_random.bounded(2) == 0) {
            filter.organization =
                m_random.bounded(2) == 0 ? owner.row.organization.id : owner.row.organization.name;
        }
        if (!owner.links.isEmpty() && m_random.bounded(2) == 0) {
            const OrganizationConnection &row = owner.links.first().connection;
            filter.connection =
                m_random.bounded(2) == 0 ? row.connectionId : row.name.value_or(QString());
        }
    }

    QRandomGenerator m_random;
};

QByteArray describe(const QList<InventoryRow> &rows)
{
    QStringList keys;
    for (const InventoryRow &row : rows) {
        const InventoryKey key = keyOf(row);
        keys.append(key.organizationId + u'/' + key.connectionId);
    }
    return keys.join(u' ').toUtf8();
}

} // namespace

class TestInventoryReader final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(makeFolder());
    }
    void cleanup() { QVERIFY(DatabaseThread::waitForEnded(std::chrono::seconds(10))); }

    void rowsAreThoseOfTheTruth_data();
    void rowsAreThoseOfTheTruth();
    void facetsAreThoseOfTheTruth_data() { rowsAreThoseOfTheTruth_data(); }
    void facetsAreThoseOfTheTruth();
    void overviewIsThatOfTheTruth_data() { rowsAreThoseOfTheTruth_data(); }
    void overviewIsThatOfTheTruth();
    void overviewKeepsTheMostFrequentWords();
    void overviewOfAnEmptyInventoryHasNoCharts();
    void organizationsOfConnectionsAreInTheOrderOfNames();
    void everyColumnOfEveryListIsSorted();
    void strategiesAreSortedByTheWordsOnScreen();
    void viewKnowsTheGreatestNumberOfTheInventory();
    void nullIsNotSent();
    void partOfAViewIsFetched();
    void closedViewHasNoRows();
    void viewsThatNobodyUsesAreForgotten();
    void rowIsFoundByItsKey();
    void summaryCountsAll();
    void summaryOfAFileWithoutARun();
    void viewStaysWhileASweepGoesOn();
    void removedLinkHasOnlyItsIds();
    void emptyInventoryHasNoRows();
    void loadCanEndAtEveryStep();
    void keysCanBeAnyNumbers();
    void requestsThatCannotBeAreDamage_data();
    void requestsThatCannotBeAreDamage();
    void sortCanEndAtEveryRow_data();
    void sortCanEndAtEveryRow();
    void repliesOutliveTheReader();
    void droppedReplyDoesNoHarm();

private:
    [[nodiscard]] InventorySourcePtr openFile(const QString &name = u"a.vestibule"_s) const
    {
        const auto result = resultOf(openInventory(path(name)));
        if (!result)
            qWarning("%s", qPrintable(result.error().detail));
        return result ? *result : nullptr;
    }
    [[nodiscard]] static QList<InventoryRow> rowsOf(InventorySource &source,
                                                    const InventoryQuery &query)
    {
        const InventoryView view = *resultOf(source.open(query));
        const auto rows = *resultOf(source.fetch(view, 0, view.rows));
        source.close(view);
        return rows;
    }
    //! Two organizations, of which the first has okta() and database(), and the second none.
    [[nodiscard]] bool writeSmall(const QString &tenant = u"acme.eu.auth0.com"_s) const
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s), tenant);
        const auto first = builder.addOrganization({u"org_1"_s, u"acme"_s, u"Acme"_s});
        builder.addLink(first, okta());
        builder.addLink(first,
                        changed(database(), [](auto &row) { row.connectionId = u"con_2"_s; }));
        builder.addOrganization({u"org_2"_s, u"beta"_s, {}}, OrganizationState::Waiting);
        return !builder.finish();
    }
};

void TestInventoryReader::rowsAreThoseOfTheTruth_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 20; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void TestInventoryReader::rowsAreThoseOfTheTruth()
{
    QFETCH(int, seed);
    for (int inventory = 0; inventory < 10; ++inventory) {
        Drawer drawer(quint32(seed * 100 + inventory));
        Truth truth = drawer.truth();
        const QString name = u"%1.vestibule"_s.arg(inventory);
        QVERIFY(truth.write(path(name)));
        const InventorySourcePtr source = openFile(name);
        QVERIFY(source);
        QVERIFY(truth.readFindings(*source));
        for (int round = 0; round < 20; ++round) {
            const InventoryQuery query = drawer.query(truth);
            const auto rows = rowsOf(*source, query);
            const auto expected = truth.rows(query);
            QCOMPARE(describe(rows), describe(expected));
            QVERIFY(rows == expected);
        }
    }
}

//! A facet counts the rows of the query in which its value is chosen, and no value is missing.
void TestInventoryReader::facetsAreThoseOfTheTruth()
{
    QFETCH(int, seed);
    Drawer drawer(quint32(seed + 5000));
    Truth truth = drawer.truth();
    QVERIFY(truth.write(path(u"a.vestibule"_s)));
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    QVERIFY(truth.readFindings(*source));
    for (int round = 0; round < 10; ++round) {
        const InventoryQuery query = drawer.query(truth);
        const auto facets = *resultOf(source->facets(query));
        const auto check = [&](Facet kind, const QString &what, const InventoryFilter &filter) {
            InventoryQuery chosen = query;
            chosen.filter = filter;
            const bool isChosen = filter == query.filter;
            const auto rows = truth.rows(chosen).size();
            const auto facet = std::ranges::find_if(facets, [&](const InventoryFacet &each) {
                return each.kind == kind
                    && (isChosen ? each.isChosen : !each.isChosen && each.chosen == filter);
            });
            const QByteArray label = QByteArray::number(int(kind)) + ' ' + what.toUtf8();
            QVERIFY2((facet != facets.end()) == (rows > 0 || isChosen), label.constData());
            if (facet != facets.end())
                QVERIFY2(facet->rows == rows, label.constData());
        };
        const auto with = [&](auto member, const auto &value) {
            InventoryFilter filter = query.filter;
            filter.*member = value;
            return filter;
        };
        for (const FlagChoice choice : {FlagChoice::Yes, FlagChoice::No, FlagChoice::NotSent}) {
            const QString what = QString::number(int(choice));
            check(Facet::Enabled, what, with(&InventoryFilter::isEnabled, choice));
            check(Facet::Membership, what, with(&InventoryFilter::assignMembershipOnLogin, choice));
            check(Facet::Signup, what, with(&InventoryFilter::isSignupEnabled, choice));
            check(Facet::Button, what, with(&InventoryFilter::showAsButton, choice));
        }
        for (const QString &word : {QString(), u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s,
                                    u"owner"_s, u"Admin"_s}) {
            check(Facet::AccessLevel, word, with(&InventoryFilter::accessLevel, word));
            check(Facet::MemberAccessLevel, word, with(&InventoryFilter::memberAccessLevel, word));
        }
        for (const QString &word :
             {QString(), u"okta"_s, u"auth0"_s, u"google-oauth2"_s, u"email"_s, u"new-one"_s})
            check(Facet::Strategy, word, with(&InventoryFilter::strategy, word));
        for (int category = 0; category < 6; ++category) {
            check(Facet::Category, QString::number(category),
                  with(&InventoryFilter::category, StrategyCategory(category)));
        }
        check(Facet::Shared, u"shared"_s, with(&InventoryFilter::isShared, true));
        check(Facet::ToCheck, u"to check"_s, with(&InventoryFilter::isToCheck, true));
        if (query.list != InventoryList::Organizations)
            continue;
        for (int state = 0; state < 4; ++state) {
            check(Facet::State, QString::number(state),
                  with(&InventoryFilter::state, OrganizationState(state)));
        }
        for (int count = 0; count <= MostConnectionsCounted; ++count) {
            check(Facet::ConnectionCount, QString::number(count),
                  with(&InventoryFilter::connectionCount, count));
        }
    }
}

//! Each bar's filter leads to as many rows as the bar says, and a chart leaves no value out.
void TestInventoryReader::overviewIsThatOfTheTruth()
{
    QFETCH(int, seed);
    Drawer drawer(quint32(seed + 9000));
    const Truth truth = drawer.truth();
    QVERIFY(truth.write(path(u"a.vestibule"_s)));
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    const auto overview = *resultOf(source->overview());
    QCOMPARE(overview.organizations, truth.rows({.list = InventoryList::Organizations}).size());
    QCOMPARE(overview.connections, truth.rows({.list = InventoryList::Connections}).size());
    QCOMPARE(overview.links, truth.rows({.list = InventoryList::Links}).size());
    QCOMPARE(overview.sharedConnections,
             truth.rows({.list = InventoryList::Connections, .filter = {.isShared = true}}).size());
    for (const OverviewChart &chart : overview.charts) {
        qsizetype sum = 0;
        for (const InventoryFacet &bar : chart.bars) {
            const QByteArray label = QByteArray::number(int(chart.kind)) + ' ' + bar.word.toUtf8();
            QVERIFY2(bar.kind == chart.kind, label.constData());
            QVERIFY2(!bar.chosen.isEmpty(), label.constData());
            const auto rows = truth.rows({.list = chart.list, .filter = bar.chosen}).size();
            QVERIFY2(bar.rows == rows, label.constData());
            sum += bar.rows;
        }
        const qsizetype all = chart.kind == Facet::ConnectionCount
            ? truth
                  .rows({.list = InventoryList::Organizations,
                         .filter = {.state = OrganizationState::Read}})
                  .size()
            : truth.rows({.list = chart.list}).size();
        QCOMPARE(sum, all);
        QCOMPARE(chart.leftOut, 0);
    }
    const bool hasLinks = overview.links > 0;
    const auto isRead = [](const Truth::Owner &owner) {
        return owner.row.state == OrganizationState::Read;
    };
    const bool hasRead = std::ranges::any_of(truth.owners, isRead);
    const bool hasOthers = !std::ranges::all_of(truth.owners, isRead);
    QCOMPARE(overview.charts.size(), (hasLinks ? 6 : 0) + (hasRead ? 1 : 0) + (hasOthers ? 1 : 0));
}

void TestInventoryReader::overviewKeepsTheMostFrequentWords()
{
    constexpr int Strategies = 15;
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    const auto organization = builder.addOrganization({u"org_1"_s, u"acme"_s, u"Acme"_s});
    int number = 0;
    for (int strategy = 0; strategy < Strategies; ++strategy) {
        for (int i = 0; i <= strategy; ++i) {
            builder.addLink(organization,
                            {.connectionId = u"con_%1"_s.arg(++number),
                             .strategy = u"strategy-%1"_s.arg(strategy)});
        }
    }
    QVERIFY(!builder.finish());
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    const auto overview = *resultOf(source->overview());
    const auto chart = std::ranges::find(overview.charts, Facet::Strategy, &OverviewChart::kind);
    QVERIFY(chart != overview.charts.end());
    QCOMPARE(chart->bars.size(), 12);
    QCOMPARE(chart->leftOut, 3);
    QCOMPARE(chart->bars.constFirst().word, u"strategy-14"_s);
    QCOMPARE(chart->bars.constFirst().rows, 15);
    QCOMPARE(chart->bars.constLast().rows, 4);
}

void TestInventoryReader::overviewOfAnEmptyInventoryHasNoCharts()
{
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    QVERIFY(!builder.finish());
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    QCOMPARE(*resultOf(source->overview()), InventoryOverview());
}

void TestInventoryReader::organizationsOfConnectionsAreInTheOrderOfNames()
{
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    const Organization beta{u"org_1"_s, u"beta"_s, u"Beta"_s};
    const Organization acme{u"org_2"_s, u"acme"_s, u"Acme"_s};
    const Organization zeta{u"org_3"_s, u"zeta"_s, {}};
    const OrganizationConnection off = changed(okta(), [](auto &row) { row.isEnabled = false; });
    const OrganizationConnection other =
        changed(database(), [](auto &row) { row.connectionId = u"con_2"_s; });
    builder.addLink(builder.addOrganization(beta), off);
    const auto second = builder.addOrganization(acme);
    builder.addLink(second, changed(okta(), [](auto &row) { row.isEnabled = true; }));
    builder.addLink(second, changed(other, [](auto &row) { row.isEnabled.reset(); }));
    builder.addLink(builder.addOrganization(zeta), off);
    QVERIFY(!builder.finish());
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    const InventoryView view = *resultOf(source->open({.list = InventoryList::Connections,
                                                       .sortedBy = InventoryColumn::Organizations,
                                                       .isDescending = true}));
    QCOMPARE(view.rows, 2);
    const QList<OrganizationUse> ofOkta{{acme, FlagChoice::Yes}, {beta, FlagChoice::No}};
    const QList<OrganizationUse> ofOther{{acme, FlagChoice::NotSent}};
    QCOMPARE(*resultOf(source->organizationsOf(view, 0, 9, 2)),
             (QList<QList<OrganizationUse>>{ofOkta, ofOther}));
    QCOMPARE(*resultOf(source->organizationsOf(view, 1, 1, 2)),
             (QList<QList<OrganizationUse>>{ofOther}));
    const InventoryView links = *resultOf(source->open({.list = InventoryList::Links}));
    QVERIFY(resultOf(source->organizationsOf(links, 0, 9, 2))->isEmpty());
}

void TestInventoryReader::everyColumnOfEveryListIsSorted()
{
    Drawer drawer(77);
    Truth truth = drawer.truth();
    while (truth.owners.size() < 10)
        truth = drawer.truth();
    QVERIFY(truth.write(path(u"a.vestibule"_s)));
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    for (const auto list :
         {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
        for (const InventoryColumn column : columnsOf(list)) {
            for (const bool isDescending : {false, true}) {
                const InventoryQuery query{
                    .list = list, .sortedBy = column, .isDescending = isDescending};
                const auto rows = rowsOf(*source, query);
                QVERIFY(!rows.isEmpty());
                QCOMPARE(describe(rows), describe(truth.rows(query)));
            }
        }
    }
}

void TestInventoryReader::strategiesAreSortedByTheWordsOnScreen()
{
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    const auto organization = builder.addOrganization({u"org_1"_s, u"acme"_s, u"Acme"_s});
    for (const QString &strategy : {u"auth0"_s, u"email"_s, u"okta"_s})
        builder.addLink(organization, {.connectionId = u"con_"_s + strategy, .strategy = strategy});
    QVERIFY(!builder.finish());
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    InventoryQuery query{.list = InventoryList::Connections, .sortedBy = InventoryColumn::Strategy};
    const auto order = [&] {
        QStringList ids;
        for (const InventoryRow &row : rowsOf(*source, query))
            ids.append(keyOf(row).connectionId);
        return ids;
    };
    QCOMPARE(order(), (QStringList{u"con_auth0"_s, u"con_okta"_s, u"con_email"_s}));
    query.strategyWords = {{u"email"_s, u"Adresse"_s}, {u"auth0"_s, u"Zone"_s}};
    QCOMPARE(order(), (QStringList{u"con_email"_s, u"con_okta"_s, u"con_auth0"_s}));
    query.isDescending = true;
    QCOMPARE(order(), (QStringList{u"con_auth0"_s, u"con_okta"_s, u"con_email"_s}));
    query.list = InventoryList::Links;
    QCOMPARE(order(), (QStringList{u"con_auth0"_s, u"con_okta"_s, u"con_email"_s}));
}

void TestInventoryReader::viewKnowsTheGreatestNumberOfTheInventory()
{
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    for (int i = 1; i <= 3; ++i) {
        const auto organization =
            builder.addOrganization({u"org_%1"_s.arg(i), u"acme-%1"_s.arg(i), {}});
        builder.addLink(organization, okta());
        if (i == 1)
            builder.addLink(organization,
                            changed(database(), [](auto &row) { row.connectionId = u"con_2"_s; }));
    }
    QVERIFY(!builder.finish());
    const InventorySourcePtr source = openFile();
    QVERIFY(source);
    const auto most = [&](InventoryList list, const InventoryFilter &filter) {
        return resultOf(source->open({.list = list, .filter = filter}))->most;
    };
    QCOMPARE(most(InventoryList::Connections, {}), 3);
    QCOMPARE(most(InventoryList::Connections, {.connection = u"con_2"_s}), 3);
    QCOMPARE(most(InventoryList::Organizations, {}), 2);
    QCOMPARE(most(InventoryList::Organizations, {.organization = u"org_3"_s}), 2);
    QCOMPARE(most(InventoryList::Links, {}), 0);
    QCOMPARE(most(InventoryList::Rules, {}), 0);
}

void TestInventoryReader::nullIsNotSent()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        const auto owner = builder.addOrganization({u"org_1"_s, u"acme"_s, {}});
        builder.addLink(owner,
                        {.connectionId = u"con_1"_s,
                         .json = R"({"connection":{"name":null,"strategy":null},"is_enabled":null,)"
                                 R"("organization_access_level":null,)"
                                 R"("organization_connection_name":null})"_ba});
        QVERIFY(!builder.finish());
    }
    {
        Database database(path(u"a.vestibule"_s), Database::Mode::ReadSealed);
        QCOMPARE(database.value(u"SELECT is_enabled FROM link"_s).toInt(), -1);
        QCOMPARE(database.value(u"SELECT typeof(name) FROM connection"_s).toString(), u"blob"_s);
    }
    const InventorySourcePtr source = openFile();
    const auto rows = rowsOf(*source,
                             {.filter = {.isEnabled = FlagChoice::NotSent,
                                         .accessLevel = QString(),
                                         .strategy = QString()}});
    QCOMPARE(rows.size(), 1);
    const OrganizationConnection &row = std::get<InventoryLink>(rows.first()).connection;
    QVERIFY(!row.isEnabled && !row.name && !row.strategy && !row.organizationAccessLevel);
    QCOMPARE(fieldPresence(row, ConnectionField::IsEnabled), FieldPresence::Null);
    QCOMPARE(fieldPresence(row, ConnectionField::ShowAsButton), FieldPresence::Absent);
}

void TestInventoryReader::partOfAViewIsFetched()
{
    QVERIFY(writeSmall());
    const InventorySourcePtr source = openFile();
    const InventoryView view = *resultOf(source->open({.sortedBy = InventoryColumn::Strategy}));
    QCOMPARE(view.rows, 2);
    const auto all = *resultOf(source->fetch(view, 0, 100));
    QCOMPARE(all.size(), 2);
    QCOMPARE(*resultOf(source->fetch(view, 1, 1)), all.last(1));
    QCOMPARE(*resultOf(source->fetch(view, 1, 100)), all.last(1));
    QCOMPARE((*resultOf(source->fetch(view, 2, 100))).size(), 0);
    QCOMPARE((*resultOf(source->fetch(view, 1000, 100))).size(), 0);
    QCOMPARE((*resultOf(source->fetch(view, -5, 1))), all.first(1));
    QCOMPARE((*resultOf(source->fetch(view, 0, -1))).size(), 0);
}

void TestInventoryReader::closedViewHasNoRows()
{
    QVERIFY(writeSmall());
    const InventorySourcePtr source = openFile();
    const InventoryView view = *resultOf(source->open({}));
    const InventoryView other = *resultOf(source->open({}));
    QVERIFY(view.number != other.number);
    source->close(view);
    source->close(view);
    QCOMPARE((*resultOf(source->fetch(view, 0, 10))).size(), 0);
    QVERIFY(!*resultOf(source->find(view, {u"org_1"_s, u"con_2"_s})));
    QCOMPARE((*resultOf(source->fetch(other, 0, 10))).size(), 2);
}

void TestInventoryReader::viewsThatNobodyUsesAreForgotten()
{
    QVERIFY(writeSmall());
    const InventorySourcePtr source = openFile();
    const InventoryView used = *resultOf(source->open({}));
    QCOMPARE((*resultOf(source->fetch(used, 0, 10))).size(), 2);
    const InventoryView unused = *resultOf(source->open({}));
    for (int i = 0; i < 20; ++i)
        QVERIFY(resultOf(source->open({})));
    QCOMPARE((*resultOf(source->fetch(used, 0, 10))).size(), 2);
    QCOMPARE((*resultOf(source->fetch(unused, 0, 10))).size(), 0);
}

void TestInventoryReader::rowIsFoundByItsKey()
{
    Drawer drawer(77);
    Truth truth = drawer.truth();
    while (truth.owners.size() < 10)
        truth = drawer.truth();
    QVERIFY(truth.write(path(u"a.vestibule"_s)));
    const InventorySourcePtr source = openFile();
    for (const auto list :
         {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
        const InventoryView view = *resultOf(source->open({.list = list}));
        const auto rows = *resultOf(source->fetch(view, 0, view.rows));
        for (qsizetype i = 0; i < rows.size(); ++i)
            QCOMPARE(*resultOf(source->find(view, keyOf(rows.at(i)))), std::optional(i));
        QVERIFY(!*resultOf(source->find(view, {u"org_none"_s, u"con_none"_s})));
        QVERIFY(!*resultOf(source->find(view, {})));
    }
}

void TestInventoryReader::summaryCountsAll()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s), u"acme.eu.auth0.com"_s);
        const auto first = builder.addOrganization({u"org_1"_s, u"acme"_s, {}});
        const auto second = builder.addOrganization({u"org_2"_s, u"beta"_s, {}});
        builder.addLink(first, okta());
        builder.addLink(second, okta());
        builder.addOrganization({u"org_3"_s, {}, {}}, OrganizationState::Failed);
        builder.addOrganization({u"org_4"_s, {}, {}}, OrganizationState::Gone);
        builder.addOrganization({u"org_5"_s, {}, {}}, OrganizationState::Waiting);
        builder.set(InventoryKeys::Endpoint, InventoryKeys::EnabledConnections);
        builder.set(InventoryKeys::Scopes, u"read:organizations read:organization_connections"_s);
        builder.set(InventoryKeys::ListedAgain, Samples::inventoryTime(Samples::InventoryReadAt));
        builder.set(InventoryKeys::GivenIds, u"00"_s);
        builder.exec(u"INSERT INTO run VALUES (1, '2026-11-29T14:00:00.000Z', "
                     "'2026-11-29T14:01:00.000Z', '2026-11-29T14:02:00.000Z', 'paused', 10, 0)"_s);
        builder.exec(u"INSERT INTO run VALUES (2, '2026-11-29T15:00:00.000Z', "
                     "'2026-11-29T15:01:00.000Z', NULL, NULL, 7, 1)"_s);
        builder.exec(u"INSERT INTO appeared VALUES ('org_6', '', '')"_s);
        builder.exec(u"UPDATE organization SET seen_again = (ord < 4)"_s);
        QVERIFY(!builder.finish());
    }
    const InventorySourcePtr source = openFile();
    const InventorySummary expected{
        .tenant = u"acme.eu.auth0.com"_s,
        .endpoint = ConnectionEndpoint::EnabledConnections,
        .programVersion = u"1.0.0"_s,
        .scopes = {u"read:organizations"_s, u"read:organization_connections"_s},
        .began = QDateTime(QDate(2026, 11, 29), QTime(14, 0), Qt::UTC),
        .ended = QDateTime(QDate(2026, 11, 29), QTime(15, 1), Qt::UTC),
        .counts = {.waiting = 1, .read = 2, .failed = 1, .gone = 1},
        .isPopulationFrozen = true,
        .coversGivenOnly = true,
        .isListedAgain = true,
        .appeared = 1,
        .vanished = 2,
        .links = 2,
        .connections = 1,
        .requests = 17};
    QVERIFY(*resultOf(source->summarize()) == expected);
    QVERIFY(!expected.isComplete());
}

void TestInventoryReader::summaryOfAFileWithoutARun()
{
    QVERIFY(writeSmall(u"demo"_s));
    const InventorySummary summary = *resultOf(openFile()->summarize());
    QCOMPARE(summary.tenant, u"demo"_s);
    QVERIFY(!summary.began.isValid() && !summary.ended.isValid());
    QCOMPARE(summary.counts.listed(), 2);
    QCOMPARE(summary.links, 2);
}

//! A working inventory, in the program's own folder.
void TestInventoryReader::viewStaysWhileASweepGoesOn()
{
    qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
    const QString name = u"data/vestibule/inventories/a.vestibule"_s;
    QVERIFY(QDir().mkpath(path(u"data/vestibule/inventories"_s)));
    {
        Samples::InventoryBuilder builder(path(name));
        builder.addLink(builder.addOrganization({u"org_1"_s, u"m"_s, {}}), okta());
        QVERIFY(!builder.finish());
    }
    Database writer(path(name), Database::Mode::Write);
    QCOMPARE(writer.value(u"PRAGMA journal_mode = WAL"_s).toString(), u"wal"_s);
    const InventorySourcePtr source = openFile(name);
    QVERIFY(source);
    const InventoryView before = *resultOf(source->open({}));
    QVERIFY(writer.exec(u"BEGIN IMMEDIATE"_s));
    QVERIFY(writer.exec(u"INSERT INTO organization(ord, id, name, display_name, folded, state) "
                        "VALUES (2, 'org_2', 'a', '', 'a', 'read')"_s));
    QVERIFY(writer.exec(u"INSERT INTO link(org, con, is_enabled) VALUES (2, 1, 0)"_s));
    QVERIFY(writer.exec(u"UPDATE link SET is_enabled = 0"_s));
    QVERIFY(writer.exec(u"COMMIT"_s));
    const auto rows = *resultOf(source->fetch(before, 0, 10));
    QCOMPARE(describe(rows), "org_1/con_0123456789abcdef"_ba);
    QCOMPARE(std::get<InventoryLink>(rows.first()).connection.isEnabled, false); // the new value
    QCOMPARE((*resultOf(source->summarize())).links, 2);
    const InventoryView after = *resultOf(source->open({}));
    QCOMPARE(after.rows, 2);
    QCOMPARE(describe(*resultOf(source->fetch(after, 0, 10))),
             "org_2/con_0123456789abcdef org_1/con_0123456789abcdef"_ba);
    QCOMPARE((*resultOf(source->fetch(before, 0, 10))).size(), 1);
    qunsetenv("XDG_DATA_HOME");
}

void TestInventoryReader::removedLinkHasOnlyItsIds()
{
    qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
    const QString name = u"data/vestibule/inventories/a.vestibule"_s;
    QVERIFY(QDir().mkpath(path(u"data/vestibule/inventories"_s)));
    {
        Samples::InventoryBuilder builder(path(name));
        builder.addLink(builder.addOrganization({u"org_1"_s, u"m"_s, {}}), okta());
        QVERIFY(!builder.finish());
    }
    const InventorySourcePtr source = openFile(name);
    const InventoryView view = *resultOf(source->open({}));
    Database writer(path(name), Database::Mode::Write);
    QVERIFY(writer.exec(u"DELETE FROM link"_s));
    const auto rows = *resultOf(source->fetch(view, 0, 10));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(std::get<InventoryLink>(rows.first()),
             (InventoryLink{.organization = {.id = u"org_1"_s},
                            .connection = {.connectionId = okta().connectionId}}));
    qunsetenv("XDG_DATA_HOME");
}

void TestInventoryReader::emptyInventoryHasNoRows()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        QVERIFY(!builder.finish());
    }
    const InventorySourcePtr source = openFile();
    for (const auto list :
         {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
        QCOMPARE((*resultOf(source->open({.list = list}))).rows, 0);
        QVERIFY((*resultOf(source->facets({.list = list}))).isEmpty());
    }
}

//! What is read later must be as the file is then.
void TestInventoryReader::loadCanEndAtEveryStep()
{
    QVERIFY(writeSmall());
    Database other(path(u"a.vestibule"_s), Database::Mode::Write);
    Database database(path(u"a.vestibule"_s), Database::Mode::Write);
    const InventoryQuery all{.list = InventoryList::Organizations};
    bool hasEnded = false;
    int most = 0; // steps
    for (; !hasEnded; ++most) {
        int tests = 0;
        database.setCancelTest([&] { return ++tests > most; });
        static_cast<void>(InventoryTable::load(database));
        database.setCancelTest({});
        hasEnded = !database.takeProblem();
        other.exec(u"INSERT INTO organization(id, name, display_name, folded, state) "
                   "VALUES('org_3', '', '', '', 'waiting')"_s);
        QVERIFY(!other.problem());
        QCOMPARE(InventoryTable::load(database)->rows(database, all).size(), std::size_t(3));
        other.exec(u"DELETE FROM organization WHERE id = 'org_3'"_s);
        QCOMPARE(InventoryTable::load(database)->rows(database, all).size(), std::size_t(2));
        QVERIFY(!database.problem() && !other.problem());
    }
    QVERIFY(most > 10);
}

//! Of organizations, in a file that no sweep has written. The sanitizer watches the arithmetic.
void TestInventoryReader::keysCanBeAnyNumbers()
{
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    for (const auto &name : {u"n1"_s, u"n2"_s}) {
        const auto owner = builder.addOrganization({.id = u"org_"_s + name, .name = name});
        builder.addLink(owner, {.connectionId = u"con_1"_s});
    }
    for (const auto &table : {u"organization SET ord"_s, u"link SET org"_s}) {
        const QString column = table.section(u' ', -1);
        builder.exec(u"UPDATE %1 = -9223372036854775808 WHERE %2 = 1"_s.arg(table, column));
        builder.exec(u"UPDATE %1 = 9223372036854775807 WHERE %2 = 2"_s.arg(table, column));
    }
    QVERIFY(!builder.finish());
    const InventorySourcePtr source = openFile();
    for (const auto list : {InventoryList::Links, InventoryList::Organizations}) {
        for (const auto column : {InventoryColumn::OrganizationName, InventoryColumn::ReadAt,
                                  InventoryColumn::OrganizationId}) {
            const InventoryView view = *resultOf(source->open({.list = list, .sortedBy = column}));
            QCOMPARE(view.rows, 2);
            const auto rows = *resultOf(source->fetch(view, 0, 2));
            QCOMPARE(keyOf(rows.first()).organizationId, u"org_n1"_s);
            QCOMPARE(keyOf(rows.last()).organizationId, u"org_n2"_s);
            QCOMPARE(*resultOf(source->find(view, keyOf(rows.last()))), std::optional(1));
        }
    }
}

void TestInventoryReader::requestsThatCannotBeAreDamage_data()
{
    QTest::addColumn<QString>("requests");
    QTest::newRow("negative") << u"-1"_s;
    QTest::newRow("smallest") << u"-9223372036854775808"_s;
    QTest::newRow("largest") << u"9223372036854775807"_s;
}

void TestInventoryReader::requestsThatCannotBeAreDamage()
{
    QFETCH(const QString, requests);
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    builder.addOrganization({.id = u"org_1"_s, .name = u"acme"_s});
    for (int run = 1; run <= 2; ++run) {
        builder.exec(u"INSERT INTO run VALUES (%1, '2026-11-29T14:00:00.000Z', "
                     "'2026-11-29T14:00:00.000Z', NULL, NULL, %2, 0)"_s.arg(run)
                         .arg(requests));
    }
    QVERIFY(!builder.finish());
    const InventorySourcePtr source = openFile();
    const auto summary = resultOf(source->summarize());
    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, InventoryProblem::Kind::Damaged);
}

void TestInventoryReader::sortCanEndAtEveryRow_data()
{
    QTest::addColumn<InventoryColumn>("column");
    QTest::newRow("id") << InventoryColumn::OrganizationId;
    QTest::newRow("name") << InventoryColumn::OrganizationName;
    QTest::newRow("display name") << InventoryColumn::OrganizationDisplayName;
    QTest::newRow("time") << InventoryColumn::ReadAt;
}

//! Cancelled in the middle of reading a column, or when a damaged file gives fewer rows than
//! before.
void TestInventoryReader::sortCanEndAtEveryRow()
{
    QFETCH(const InventoryColumn, column);
    constexpr int Organizations = 50;
    Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
    for (int i = 0; i < Organizations; ++i)
        builder.addOrganization({.id = u"org_%1"_s.arg(i), .name = u"n%1"_s.arg(i)});
    QVERIFY(!builder.finish());
    const InventoryQuery query{
        .list = InventoryList::Organizations, .sortedBy = column, .isDescending = true};
    int ended = 0;
    for (int most = 0; most < 3 * Organizations; ++most) {
        Database database(path(u"a.vestibule"_s), Database::Mode::Write);
        const auto table = InventoryTable::load(database);
        QVERIFY(!database.problem());
        int tests = 0;
        database.setCancelTest([&] { return ++tests > most; });
        const auto rows = table->rows(database, query);
        database.setCancelTest({});
        const auto problem = database.takeProblem();
        if (problem)
            QCOMPARE(problem->kind, InventoryProblem::Kind::Cancelled);
        ended += problem ? 1 : 0;
        if (!problem)
            QCOMPARE(rows.size(), std::size_t(Organizations));
        QCOMPARE(table->rows(database, query).size(), std::size_t(Organizations));
    }
    QVERIFY(ended > 0);
    if (column != InventoryColumn::OrganizationId)
        return;
    Database database(path(u"a.vestibule"_s), Database::Mode::Write);
    const auto table = InventoryTable::load(database);
    database.exec(u"DELETE FROM organization WHERE ord > 3"_s);
    QVERIFY(table->rows(database, query).empty());
    QCOMPARE(database.takeProblem()->kind, InventoryProblem::Kind::Damaged);
}

void TestInventoryReader::repliesOutliveTheReader()
{
    QVERIFY(writeSmall());
    InventorySourcePtr source = openFile();
    const auto summary = source->summarize();
    const auto view = source->open({});
    source.reset();
    const auto result = resultOf(view);
    QVERIFY(result || result.error().kind == Kind::Cancelled);
}

void TestInventoryReader::droppedReplyDoesNoHarm()
{
    QVERIFY(writeSmall());
    const InventorySourcePtr source = openFile();
    for (int i = 0; i < 100; ++i) {
        auto open = source->open({.sortedBy = InventoryColumn::OrganizationConnectionName});
        auto facets = source->facets({});
        if (i % 2 == 0)
            QTest::qWait(0);
        open.reset();
    }
    QCOMPARE((*resultOf(source->open({}))).rows, 2);
}

QTEST_GUILESS_MAIN(TestInventoryReader)
#include "tst_inventoryreader.moc"
