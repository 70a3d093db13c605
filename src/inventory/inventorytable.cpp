// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventorytable.h"

#include "core/accesslevels.h"
#include "core/finding.h"
#include "core/folding.h"
#include "core/strategycatalog.h"
#include "inventory/inventorykeys.h"
#include "inventory/keyindex.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <functional>
#include <future>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Index = std::uint32_t;
using Facet = InventoryFacet::Kind;
using Damage = InventoryProblem::Kind;

constexpr Index NoAccess = 1; //!< the codes of levels are their places in KnownAccessLevels, from 1
constexpr Index LimitedAccess = 3;
constexpr Index FullAccess = 4;
constexpr Index OtherLevel = 7; //!< in three bits, of a word that is none of the known ones
constexpr std::array Categories{StrategyCategory::Database, StrategyCategory::Enterprise,
                                StrategyCategory::Social,   StrategyCategory::Passwordless,
                                StrategyCategory::Custom,   StrategyCategory::Unknown};
constexpr int StepsBetweenTests = 4096; //!< whether the work is cancelled: far below a millisecond

constexpr std::uint32_t bit(Facet kind)
{
    return 1U << unsigned(kind);
}
constexpr std::uint32_t OtherFailure = 1U << 31U;

constexpr std::uint16_t bit(FindingRule rule)
{
    return std::uint16_t(1U << unsigned(rule));
}

//! True, and Cancelled is a problem of the database, if nobody wants the result any more.
bool isCancelled(Database &database)
{
    if (database.isCancelled())
        database.raise(InventoryProblem::Kind::Cancelled);
    return database.problem().has_value();
}

struct SortCancelled {};

//! Can run in any thread. It ends early when the database is cancelled; the order is then
//! undefined, and the caller has to check for that.
template <typename Items, typename Less>
void sortItems(const Database &database, Items &items, Less less)
{
    int steps = 0;
    try {
        std::sort(items.begin(), items.end(), [&](const auto &one, const auto &other) {
            if (++steps % StepsBetweenTests == 0 && database.isCancelled())
                throw SortCancelled();
            return less(one, other);
        });
    } catch (const SortCancelled &) {
        return; // std::sort can be left in no other way
    }
}

} // namespace

//! Texts to be sorted, in one block of memory: a million QStrings would need far more.
class InventoryTable::TextColumn final {
public:
    //! The text is folded, in UTF-8. Rows are added in ascending order.
    void add(Index row, const QByteArray &text)
    {
        m_bytes += text;
        m_rows.push_back(row);
        m_ends.push_back(m_bytes.size());
    }

    //! Can run in any thread, like sortItems(). Rows with equal texts keep their order.
    [[nodiscard]] std::vector<Index> sortedRows(const Database &database) const
    {
        std::vector<Index> rows;
        rows.reserve(m_rows.size());
        for (const Item &item : sorted(database))
            rows.push_back(m_rows[item.position]);
        return rows;
    }

    //! From 0; equal texts have equal ranks, and rows without a text have the last one.
    [[nodiscard]] std::vector<Index> ranks(Database &database, std::size_t rows,
                                           Index withoutText) const
    {
        const std::vector<Item> items = sorted(database);
        std::vector<Index> ranks(rows, withoutText);
        if (isCancelled(database))
            return ranks;
        Index rank = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0 && text(items[i].position) != text(items[i - 1].position))
                ++rank;
            ranks[m_rows[items[i].position]] = rank;
        }
        return ranks;
    }

private:
    struct Item {
        std::uint64_t beginning = 0; //!< of the text: most texts differ there
        Index position = 0;
    };

    [[nodiscard]] std::vector<Item> sorted(const Database &database) const
    {
        std::vector<Item> items;
        items.reserve(m_rows.size());
        for (Index i = 0; i < Index(m_rows.size()); ++i)
            items.push_back({beginning(text(i)), i});
        sortItems(database, items, [&](const Item &one, const Item &other) {
            if (one.beginning != other.beginning)
                return one.beginning < other.beginning;
            const int compared = text(one.position).compare(text(other.position));
            return compared < 0 || (compared == 0 && one.position < other.position);
        });
        return items;
    }

    //! Numbers are ordered as the texts are.
    [[nodiscard]] static std::uint64_t beginning(std::string_view text)
    {
        std::array<char, sizeof(std::uint64_t)> bytes{};
        std::copy_n(text.begin(), std::min(text.size(), bytes.size()), bytes.begin());
        return qFromBigEndian<std::uint64_t>(bytes.data());
    }

    [[nodiscard]] std::string_view text(Index i) const
    {
        const qsizetype begin = i == 0 ? 0 : m_ends[i - 1];
        return {m_bytes.constData() + begin, std::size_t(m_ends[i] - begin)};
    }

    QByteArray m_bytes; //!< UTF-8
    std::vector<qsizetype> m_ends;
    std::vector<Index> m_rows;
};

//! The names of rows, folded; a row without a name has its id instead.
struct InventoryTable::NamedRows {
    TextColumn named{};
    TextColumn unnamed{};
};

namespace {

//! A FlagChoice: Yes is 0, No is 1, and neither was sent is 2.
QString flagExpression(QLatin1StringView column)
{
    return "(CASE "_L1 + column + " WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE 2 END)"_L1;
}

QString levelExpression(QLatin1StringView column)
{
    QString sql = "(CASE "_L1 + column;
    for (std::size_t i = 0; i < KnownAccessLevels.size(); ++i)
        sql += " WHEN '"_L1 + KnownAccessLevels.at(i) + "' THEN "_L1 + QString::number(i + 1);
    return sql + " ELSE CASE typeof("_L1 + column + ") WHEN 'text' THEN "_L1
        + QString::number(OtherLevel) + " ELSE 0 END END)"_L1;
}

//! All flags and levels of a link in one number, because Qt's driver takes a while for each value.
QString packedExpression()
{
    const auto shifted = [](const QString &expression, int bits) { // | binds as << does
        return QString("("_L1 + expression + " << "_L1 + QString::number(bits) + u')');
    };
    return QStringList{flagExpression("is_enabled"_L1),
                       shifted(flagExpression("assign_membership_on_login"_L1), 2),
                       shifted(flagExpression("show_as_button"_L1), 4),
                       shifted(flagExpression("is_signup_enabled"_L1), 6),
                       shifted(levelExpression("organization_access_level"_L1), 8),
                       shifted(levelExpression("organization_member_access_level"_L1), 11),
                       shifted(u"(typeof(organization_connection_name) = 'text' AND "
                               "organization_connection_name <> '')"_s,
                               14),
                       shifted(u"(extra IS NOT NULL)"_s, 15)}
        .join(" | "_L1);
}

} // namespace

struct InventoryTable::Conditions {
    InventoryList list = InventoryList::Links;
    InventoryFilter filter{};
    Index level = 0; //!< the codes of the filter's words
    Index memberLevel = 0;
    Index strategy = 0;
    std::vector<Failures> organizations{}; //!< of each organization
    std::vector<Failures> connections{}; //!< of each connection
    bool hasFindText = false; //!< for links; otherwise it is one of the failures above
    std::vector<bool> foundOrganizations{};
    std::vector<bool> foundConnections{};
    std::vector<bool> foundLinks{};
    std::unique_ptr<RuleBits> unmuted{};
    const RuleBits *rules = nullptr; //!< those of the filter and of the facets
    const RuleBits *toCheck = nullptr; //!< the same without muted ones
    std::vector<Rules> findingsOfRows{}; //!< of toCheck

    //! Whether an organization needs a link to be shown.
    [[nodiscard]] bool needLink() const
    {
        return filter.isEnabled || filter.assignMembershipOnLogin || filter.showAsButton
            || filter.isSignupEnabled || filter.accessLevel || filter.memberAccessLevel
            || filter.strategy || filter.category || !filter.connection.isEmpty() || filter.isShared
            || (filter.finding
                && findingRule(*filter.finding).subject != FindingSubject::Organization);
    }
};

Index InventoryTable::Words::add(const QString &text)
{
    const auto found = codes.constFind(text);
    if (found != codes.constEnd())
        return *found;
    const auto code = Index(texts.size());
    texts.append(text);
    codes.insert(text, code);
    return code;
}

std::shared_ptr<InventoryTable> InventoryTable::load(Database &database)
{
    auto table = std::make_shared<InventoryTable>();
    // What a sweep commits meanwhile must not come between.
    const Transaction transaction(database, Transaction::Kind::Read);
    if (database.problem())
        return table;
    // Names are sorted in other threads while the links are read.
    const auto sortBeside = [&database](NamedRows rows) {
        return std::async(std::launch::async | std::launch::deferred,
                          [&database, rows = std::move(rows)] { return sorted(database, rows); });
    };
    table->m_isOlderList =
        database
            .value(u"SELECT value FROM inventory WHERE key = '%1'"_s.arg(InventoryKeys::Endpoint))
            .toString()
        == InventoryKeys::EnabledConnections;
    auto organizationsByName = sortBeside(table->loadOrganizations(database));
    auto connectionsByName = sortBeside(table->loadConnections(database));
    table->loadLinks(database);
    table->m_organizationsByName = organizationsByName.get();
    table->m_connectionsByName = connectionsByName.get();
    if (!isCancelled(database)) {
        table->countUses();
        table->sortLinksByName();
        table->rankWords();
    }
    return table;
}

InventoryTable::NamedRows InventoryTable::loadOrganizations(Database &database)
{
    NamedRows rows;
    Statement select(database,
                     u"SELECT ord, CASE state WHEN 'waiting' THEN 0 WHEN 'read' THEN 1 "
                     "WHEN 'failed' THEN 2 WHEN 'gone' THEN 3 END AS state, name = '', "
                     "CAST(folded AS BLOB) FROM organization NOT INDEXED ORDER BY ord"_s);
    while (select.next()) {
        const qint64 key = select.integer(0);
        if (!m_organizationKeys.empty() && key <= m_organizationKeys.back())
            database.raise(Damage::Damaged, u"organization: not in order"_s);
        (select.integer(2) == 0 ? rows.named : rows.unnamed)
            .add(Index(m_organizationKeys.size()), select.value(3).toByteArray());
        m_organizationKeys.push_back(key);
        m_states.push_back(std::uint8_t(select.integer(1)));
    }
    return rows;
}

InventoryTable::NamedRows InventoryTable::loadConnections(Database &database)
{
    NamedRows rows;
    Statement select(database,
                     u"SELECT key * 2 + (typeof(name) = 'text') AS key, CASE typeof(strategy) "
                     "WHEN 'text' THEN strategy END, CAST(folded AS BLOB) "
                     "FROM connection NOT INDEXED ORDER BY connection.key"_s);
    while (select.next()) {
        const qint64 packed = select.integer(0);
        const qint64 key = packed >> 1;
        if (!m_connectionKeys.empty() && key <= m_connectionKeys.back())
            database.raise(Damage::Damaged, u"connection: not in order"_s);
        ((packed & 1) != 0 ? rows.named : rows.unnamed)
            .add(Index(m_connectionKeys.size()), select.value(2).toByteArray());
        m_connectionKeys.push_back(key);
        m_strategies.push_back(m_strategyWords.add(select.value(1).toString()));
    }
    return rows;
}

InventoryTable::Order InventoryTable::sorted(const Database &database, const NamedRows &rows)
{
    Order order{.rows = rows.named.sortedRows(database)};
    order.withValue = order.rows.size();
    const Indexes others = rows.unnamed.sortedRows(database);
    order.rows.insert(order.rows.end(), others.begin(), others.end());
    return order;
}

//! The statement's column is the key of each row.
InventoryTable::Order InventoryTable::order(Database &database, const QString &sql,
                                            bool isOrganization) const
{
    Order order;
    std::vector<bool> isListed(isOrganization ? m_organizationKeys.size()
                                              : m_connectionKeys.size());
    Statement select(database, sql);
    while (select.next()) {
        const qint64 key = select.integer(0);
        const auto index = isOrganization ? organizationIndex(key) : connectionIndex(key);
        if (!index || isListed[*index])
            continue; // only in a damaged file
        isListed[*index] = true;
        order.rows.push_back(*index);
    }
    order.withValue = order.rows.size();
    if (order.withValue == isListed.size())
        return order;
    if (!isCancelled(database))
        database.raise(Damage::Damaged, u"keys differ between two readings"_s);
    return {}; // a part of it would not fit the other columns
}

void InventoryTable::loadLinks(Database &database)
{
    for (const QLatin1StringView level : KnownAccessLevels)
        m_levelWords.add(level);
    m_firstLink.assign(m_organizationKeys.size() + 1, 0);
    Index organization = 0;
    bool hasOtherLevels = false;
    constexpr int PackedBits = 16;
    Statement select(database,
                     "SELECT org, con * "_L1 + QString::number(1 << PackedBits) + " + ("_L1
                         + packedExpression()
                         + ") AS packed FROM link NOT INDEXED ORDER BY org, con"_L1);
    while (select.next()) {
        const qint64 key = select.integer(0);
        while (organization < m_organizationKeys.size() && m_organizationKeys[organization] < key)
            m_firstLink[++organization] = Index(m_flags.size());
        const qint64 packed = select.integer(1);
        const auto connection = connectionIndex(packed >> PackedBits);
        if (organization == m_organizationKeys.size() || m_organizationKeys[organization] != key
            || !connection) {
            database.raise(Damage::Damaged, u"link: of an unknown organization or connection"_s);
            return;
        }
        if (m_flags.size() > m_firstLink[organization] && *connection <= m_linkConnection.back()) {
            database.raise(Damage::Damaged, u"link: not in order"_s);
            return;
        }
        m_linkOrganization.push_back(organization);
        m_linkConnection.push_back(*connection);
        m_flags.push_back(std::uint8_t(packed));
        m_levels.push_back(Index(packed >> 8) & 7U);
        m_memberLevels.push_back(Index(packed >> 11) & 7U);
        m_marks.push_back(std::uint8_t(packed >> 14) & (NamedMark | ExtraMark));
        hasOtherLevels =
            hasOtherLevels || m_levels.back() == OtherLevel || m_memberLevels.back() == OtherLevel;
    }
    while (organization < m_organizationKeys.size())
        m_firstLink[++organization] = Index(m_flags.size());
    if (hasOtherLevels)
        loadOtherLevels(database);
}

void InventoryTable::loadOtherLevels(Database &database)
{
    const auto isOther = [](QLatin1StringView column) {
        return QString(levelExpression(column) + " = "_L1 + QString::number(OtherLevel));
    };
    Statement select(database,
                     "SELECT org, con, organization_access_level, organization_member_access_level "
                     "FROM link NOT INDEXED WHERE "_L1
                         + isOther("organization_access_level"_L1) + " OR "_L1
                         + isOther("organization_member_access_level"_L1));
    while (select.next()) {
        const auto link = linkIndex(select.integer(0), select.integer(1));
        if (!link)
            continue; // only in a damaged file
        if (m_levels[*link] == OtherLevel)
            m_levels[*link] = m_levelWords.add(select.text(2));
        if (m_memberLevels[*link] == OtherLevel)
            m_memberLevels[*link] = m_levelWords.add(select.text(3));
    }
    // Every code must be one of a word, also when a damaged file gives other rows the second time.
    const auto isUnknown = [&](Index code) { return code >= Index(m_levelWords.texts.size()); };
    if (!database.problem()
        && (std::ranges::any_of(m_levels, isUnknown)
            || std::ranges::any_of(m_memberLevels, isUnknown)))
        database.raise(Damage::Damaged, u"link: access levels differ between two readings"_s);
}

std::optional<Index> InventoryTable::organizationIndex(qint64 key) const
{
    return indexIn(m_organizationKeys, key);
}

std::optional<Index> InventoryTable::connectionIndex(qint64 key) const
{
    return indexIn(m_connectionKeys, key);
}

std::optional<Index> InventoryTable::linkIndex(qint64 organization, qint64 connection) const
{
    const auto owner = organizationIndex(organization);
    const auto other = connectionIndex(connection);
    if (!owner || !other)
        return {};
    const auto begin = m_linkConnection.begin() + m_firstLink[*owner];
    const auto end = m_linkConnection.begin() + m_firstLink[*owner + 1];
    const auto found = std::lower_bound(begin, end, *other);
    if (found == end || *found != *other)
        return {};
    return Index(found - m_linkConnection.begin());
}

void InventoryTable::countUses()
{
    m_uses.assign(m_connectionKeys.size(), 0);
    for (const Index connection : m_linkConnection)
        ++m_uses[connection];
    m_usedConnections = std::ranges::count_if(m_uses, [](Index uses) { return uses > 0; });
}

void InventoryTable::sortLinksByName()
{
    Indexes ranks(m_connectionKeys.size());
    for (Index rank = 0; rank < m_connectionsByName.rows.size(); ++rank)
        ranks[m_connectionsByName.rows[rank]] = rank;
    m_linksByName.reserve(m_flags.size());
    for (const Index organization : m_organizationsByName.rows) {
        const auto begin = std::ptrdiff_t(m_linksByName.size());
        for (Index link = m_firstLink[organization]; link < m_firstLink[organization + 1]; ++link)
            m_linksByName.push_back(link);
        std::sort(m_linksByName.begin() + begin, m_linksByName.end(), [&](Index one, Index other) {
            return ranks[m_linkConnection[one]] < ranks[m_linkConnection[other]];
        });
    }
}

FindingFacts InventoryTable::factsOf(Index link) const
{
    const auto sent = [&](FlagColumn column) -> std::optional<bool> {
        const FlagChoice choice = flag(link, column);
        if (choice == FlagChoice::NotSent)
            return {};
        return choice == FlagChoice::Yes;
    };
    const Index level = m_levels[link];
    return {.isEnabled = m_isOlderList ? true : sent(EnabledFlag),
            .assignMembershipOnLogin = sent(MembershipFlag),
            .showAsButton = sent(ButtonFlag),
            .isSignupEnabled = sent(SignupFlag),
            .category = category(m_linkConnection[link]),
            .hasAccess = level > NoAccess && level <= KnownAccessLevels.size(),
            .hasName = (m_marks[link] & NamedMark) != 0};
}

const InventoryTable::RuleBits &InventoryTable::ruleBits()
{
    if (!m_ruleBits) {
        RuleBits bits{.links = std::vector<Rules>(m_flags.size()),
                      .organizations = std::vector<Rules>(m_organizationKeys.size())};
        findLinkRules(bits);
        findSharedRules(bits);
        m_ruleBits = std::move(bits);
    }
    return *m_ruleBits;
}

//! The rules that a link or an organization decides by itself.
void InventoryTable::findLinkRules(RuleBits &bits) const
{
    using enum FindingRule;
    for (Index organization = 0; organization < m_organizationKeys.size(); ++organization) {
        OrganizationFacts whole;
        for (Index link = m_firstLink[organization]; link < m_firstLink[organization + 1]; ++link) {
            const FindingFacts facts = factsOf(link);
            whole.add(facts);
            const bool isUnknown = (m_marks[link] & ExtraMark) != 0
                || m_levels[link] > KnownAccessLevels.size()
                || m_memberLevels[link] > KnownAccessLevels.size();
            bits.links[link] =
                Rules((givesSocialMembership(facts) ? bit(SocialMembership) : 0U)
                      | (hasSignupWithoutMembership(facts) ? bit(SignupWithoutMembership) : 0U)
                      | (hasLevelWithoutName(facts) ? bit(LevelWithoutName) : 0U)
                      | (keepsDormantFlags(facts) ? bit(DormantFlags) : 0U)
                      | (isUnknown ? bit(UnknownField) : 0U));
        }
        // The older list does not have an organization's disabled connections.
        const bool hasNone = OrganizationState(m_states[organization]) == OrganizationState::Read
            && whole.connections == 0 && !m_isOlderList;
        bits.organizations[organization] = Rules((whole.hasNoneEnabled() ? bit(NoneEnabled) : 0U)
                                                 | (whole.hidesAll() ? bit(AllHidden) : 0U)
                                                 | (whole.isNearlyFull() ? bit(NearlyFull) : 0U)
                                                 | (hasNone ? bit(NoConnections) : 0U));
    }
}

//! The rules about a connection in several organizations.
void InventoryTable::findSharedRules(RuleBits &bits)
{
    using enum FindingRule;
    const auto givesMembership = [&](const FindingFacts &facts) {
        return facts.isEnabled == true && facts.assignMembershipOnLogin == true;
    };
    const auto letsChange = [&](Index link) {
        return m_levels[link] == LimitedAccess || m_levels[link] == FullAccess;
    };
    groupByConnection();
    for (Index connection = 0; connection < m_uses.size(); ++connection) {
        if (m_uses[connection] < 2)
            continue;
        Index members = 0;
        bool levelsDiffer = false;
        Index level = 0; // of those that were sent
        Index memberLevel = 0;
        const auto compare = [&levelsDiffer](Index &known, Index sent) {
            levelsDiffer = levelsDiffer || (known != 0 && sent != 0 && known != sent);
            known = sent != 0 ? sent : known;
        };
        const auto begin = m_linksByConnection.begin() + m_firstUse[connection];
        const auto end = m_linksByConnection.begin() + m_firstUse[connection + 1];
        for (auto link = begin; link != end; ++link) {
            members += givesMembership(factsOf(*link)) ? 1 : 0;
            compare(level, m_levels[*link]);
            compare(memberLevel, m_memberLevels[*link]);
        }
        const bool isDirectory = category(connection) == StrategyCategory::Database
            || category(connection) == StrategyCategory::Enterprise;
        const auto forAll = Rules((isDirectory ? bit(SharedDirectory) : 0U)
                                  | (levelsDiffer ? bit(LevelsDiffer) : 0U));
        for (auto link = begin; link != end; ++link) {
            bits.links[*link] |= forAll;
            if (members > 1 && givesMembership(factsOf(*link)))
                bits.links[*link] |= bit(SharedMembership);
            if (letsChange(*link))
                bits.links[*link] |= bit(SharedFullAccess);
        }
    }
}

//! A mute without an organization holds in all of them, and one without a connection for all
//! connections. Those of organizations and connections that are not there any more are kept.
std::unique_ptr<InventoryTable::RuleBits> InventoryTable::unmuted(Database &database)
{
    std::unique_ptr<RuleBits> bits;
    Statement select(database,
                     u"SELECT rule, organization_id = '', connection_id = '', "
                     "coalesce((SELECT ord FROM organization WHERE id = organization_id), 0), "
                     "coalesce((SELECT key FROM connection WHERE id = connection_id), 0) "
                     "FROM mute"_s);
    while (select.next()) {
        const auto rule = findingRuleOf(select.text(0));
        if (!rule)
            continue; // of another version
        const bool inAll = select.integer(1) != 0;
        const bool isForAll = select.integer(2) != 0;
        const auto organization = organizationIndex(select.integer(3));
        const auto connection = connectionIndex(select.integer(4));
        if ((!inAll && !organization) || (!isForAll && !connection))
            continue;
        if (!bits)
            bits = std::make_unique<RuleBits>(ruleBits());
        const auto mute = [rule = *rule](Rules &rules) { rules &= Rules(~bit(rule)); };
        if (findingRule(*rule).subject == FindingSubject::Organization) {
            if (!isForAll)
                continue; // it has no connection
            if (inAll)
                std::ranges::for_each(bits->organizations, mute);
            else
                mute(bits->organizations[*organization]);
            continue;
        }
        if (!inAll) {
            for (Index link = m_firstLink[*organization]; link < m_firstLink[*organization + 1];
                 ++link) {
                if (isForAll || m_linkConnection[link] == *connection)
                    mute(bits->links[link]);
            }
        } else if (isForAll) {
            std::ranges::for_each(bits->links, mute);
        } else {
            groupByConnection();
            for (Index i = m_firstUse[*connection]; i < m_firstUse[*connection + 1]; ++i)
                mute(bits->links[m_linksByConnection[i]]);
        }
    }
    return bits;
}

std::vector<InventoryTable::Rules> InventoryTable::findingsOfRows(const RuleBits &bits,
                                                                  InventoryList list) const
{
    std::vector<Rules> rules;
    if (list == InventoryList::Links) {
        rules = bits.links;
    } else if (list == InventoryList::Connections) {
        rules.resize(m_connectionKeys.size());
        for (Index link = 0; link < bits.links.size(); ++link)
            rules[m_linkConnection[link]] |= bits.links[link];
    } else if (list == InventoryList::Organizations) {
        rules = bits.organizations;
        Rules high = 0;
        for (const FindingRuleInfo &info : findingRules())
            high |= info.severity == FindingSeverity::High ? bit(info.rule) : Rules(0);
        for (Index link = 0; link < bits.links.size(); ++link)
            rules[m_linkOrganization[link]] |= Rules(bits.links[link] & high);
    }
    return rules;
}

std::vector<InventoryTable::Rules> InventoryTable::findingsOfRows(Database &database,
                                                                  InventoryList list)
{
    if (list == InventoryList::Rules || list == InventoryList::Findings)
        return {};
    const auto others = unmuted(database);
    return findingsOfRows(others ? *others : ruleBits(), list);
}

QList<FindingRule> InventoryTable::rulesIn(Rules rules)
{
    QList<FindingRule> found;
    for (; rules != 0; rules &= Rules(rules - 1))
        found.append(FindingRule(std::countr_zero(rules)));
    return found;
}

int InventoryTable::mostIn(InventoryList list) const
{
    Index most = 0;
    if (list == InventoryList::Connections && !m_uses.empty())
        most = *std::ranges::max_element(m_uses);
    for (Index i = 0; list == InventoryList::Organizations && i < m_organizationKeys.size(); ++i)
        most = std::max(most, links(i));
    return int(most);
}

QList<std::vector<std::uint32_t>> InventoryTable::findings(Database &database,
                                                           const QList<FindingRule> &rules,
                                                           bool withMuted)
{
    const auto others = withMuted ? nullptr : unmuted(database);
    const RuleBits &bits = others ? *others : ruleBits();
    QList<Indexes> all;
    for (const FindingRule rule : rules) {
        const bool isOrganization = findingRule(rule).subject == FindingSubject::Organization;
        const auto &column = isOrganization ? bits.organizations : bits.links;
        Indexes found;
        std::ranges::copy_if(isOrganization ? m_organizationsByName.rows : m_linksByName,
                             std::back_inserter(found),
                             [&](Index row) { return (column[row] & bit(rule)) != 0; });
        all.append(std::move(found));
    }
    return all;
}

QList<FindingCount> InventoryTable::countFindings(Database &database)
{
    const auto count = [](const RuleBits &bits) {
        std::array<qsizetype, 16> counts{};
        for (const auto *column : {&bits.links, &bits.organizations}) {
            for (Rules rules : *column) {
                for (; rules != 0; rules &= Rules(rules - 1))
                    ++counts.at(std::size_t(std::countr_zero(rules)));
            }
        }
        return counts;
    };
    const auto all = count(ruleBits());
    const auto others = unmuted(database);
    const auto shown = others ? count(*others) : all;
    QList<FindingCount> findings;
    for (const FindingRuleInfo &info : findingRules()) {
        const auto place = std::size_t(info.rule);
        findings.append({.rule = info.rule,
                         .count = shown.at(place),
                         .muted = all.at(place) - shown.at(place),
                         .isChecked = !m_isOlderList
                             || (info.rule != FindingRule::NoneEnabled
                                 && info.rule != FindingRule::NoConnections
                                 && info.rule != FindingRule::DormantFlags)});
    }
    return findings;
}

//! Keeps the order of names within each connection.
void InventoryTable::groupByConnection()
{
    if (!m_firstUse.empty())
        return;
    m_firstUse.assign(m_uses.size() + 1, 0);
    std::inclusive_scan(m_uses.begin(), m_uses.end(), m_firstUse.begin() + 1);
    m_linksByConnection.resize(m_flags.size());
    Indexes next(m_firstUse.begin(), m_firstUse.end() - 1);
    for (const Index link : m_linksByName)
        m_linksByConnection[next[m_linkConnection[link]]++] = link;
}

namespace {

//! By code. The first word, which is what was not sent, has none.
template <typename SortKey>
std::vector<Index> ranksOf(const QStringList &words, SortKey sortKey)
{
    using Key = std::tuple<Index, QString, QString>;
    std::vector<std::pair<Key, Index>> keys;
    for (Index code = 1; code < Index(words.size()); ++code)
        keys.emplace_back(sortKey(code, words.at(code)), code);
    std::ranges::sort(keys);
    std::vector<Index> ranks(keys.size() + 1, UINT32_MAX);
    for (Index rank = 0; rank < keys.size(); ++rank)
        ranks[keys[rank].second] = rank;
    return ranks;
}

} // namespace

InventoryTable::Indexes InventoryTable::strategyRanks(const QHash<QString, QString> &words) const
{
    return ranksOf(m_strategyWords.texts, [&words](Index, const QString &word) {
        const auto shown = words.constFind(word);
        const QString &name = shown != words.constEnd() ? *shown : strategyInfo(word).name;
        return std::tuple(0U, folded(name), word);
    });
}

void InventoryTable::rankWords()
{
    m_strategyRanks = strategyRanks({});
    m_levelRanks = ranksOf(m_levelWords.texts, [](Index code, const QString &word) {
        return std::tuple(std::min(code, Index(KnownAccessLevels.size() + 1)), folded(word), word);
    });
    for (const QString &word : std::as_const(m_strategyWords.texts))
        m_categories.push_back(strategyInfo(word).category);
}

InventoryTable::Conditions InventoryTable::conditions(Database &database,
                                                      const InventoryQuery &query, bool needsRules)
{
    Conditions conditions{.list = query.list, .filter = query.filter};
    const InventoryFilter &filter = query.filter;
    conditions.level = m_levelWords.find(filter.accessLevel.value_or(QString()));
    conditions.memberLevel = m_levelWords.find(filter.memberAccessLevel.value_or(QString()));
    conditions.strategy = m_strategyWords.find(filter.strategy.value_or(QString()));
    conditions.organizations.resize(m_organizationKeys.size());
    conditions.connections.resize(m_connectionKeys.size());
    if (needsRules || filter.finding || filter.isToCheck) {
        conditions.unmuted = unmuted(database);
        conditions.toCheck = conditions.unmuted ? conditions.unmuted.get() : &ruleBits();
        conditions.rules = filter.withMuted ? &ruleBits() : conditions.toCheck;
        if (query.list != InventoryList::Links) // for links, toCheck has them
            conditions.findingsOfRows = findingsOfRows(*conditions.toCheck, query.list);
    }
    findRows(database, conditions);
    addOrganizationFailures(conditions);
    addConnectionFailures(conditions);
    return conditions;
}

//! The conditions that need texts.
void InventoryTable::findRows(Database &database, Conditions &conditions) const
{
    const InventoryFilter &filter = conditions.filter;
    const auto select = [&](const QString &sql, bool isOrganization, const auto &...values) {
        std::vector<bool> rows(isOrganization ? m_organizationKeys.size()
                                              : m_connectionKeys.size());
        Statement statement(database, sql);
        for (statement.bind(values...); statement.next();) {
            const qint64 key = statement.integer(0);
            if (const auto row = isOrganization ? organizationIndex(key) : connectionIndex(key))
                rows[*row] = true;
        }
        return rows;
    };
    const auto exclude = [](std::vector<Failures> &failures, const std::vector<bool> &rows) {
        for (std::size_t i = 0; i < failures.size(); ++i)
            failures[i] |= rows[i] ? 0 : OtherFailure;
    };
    if (!filter.organization.isEmpty()) {
        exclude(conditions.organizations,
                select(u"SELECT ord FROM organization WHERE id = ? OR name = ?"_s, true,
                       filter.organization, filter.organization));
    }
    if (!filter.connection.isEmpty()) {
        exclude(conditions.connections,
                select(u"SELECT key FROM connection WHERE id = ? OR name = ?"_s, false,
                       filter.connection, filter.connection));
    }
    if (filter.findText.isEmpty())
        return;
    const QString text = folded(filter.findText);
    if (conditions.list != InventoryList::Connections) {
        conditions.foundOrganizations =
            select(u"SELECT ord FROM organization WHERE instr(folded, ?) > 0"_s, true, text);
    }
    if (conditions.list != InventoryList::Organizations) {
        conditions.foundConnections =
            select(u"SELECT key FROM connection WHERE instr(folded, ?) > 0"_s, false, text);
    }
    switch (conditions.list) {
    case InventoryList::Links:
        conditions.hasFindText = true;
        conditions.foundLinks = linksNamed(database, text);
        break;
    case InventoryList::Rules:
    case InventoryList::Findings:
        break;
    case InventoryList::Connections:
        exclude(conditions.connections, conditions.foundConnections);
        break;
    case InventoryList::Organizations:
        exclude(conditions.organizations, conditions.foundOrganizations);
        break;
    }
}

//! Those whose name in their organization contains a folded text. SQLite folds ASCII alone, so that
//! other names are looked at here.
std::vector<bool> InventoryTable::linksNamed(Database &database, const QString &text) const
{
    std::vector<bool> links(m_flags.size());
    const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    Statement select(database,
                     u"SELECT org, con, organization_connection_name FROM link NOT INDEXED "
                     "WHERE typeof(organization_connection_name) = 'text' "
                     "AND ((? AND instr(lower(organization_connection_name), ?) > 0) "
                     "OR organization_connection_name GLOB '*[^ -~]*')"_s);
    for (select.bind(isAscii ? 1 : 0, text); select.next();) {
        const auto link = linkIndex(select.integer(0), select.integer(1));
        if (link && searchText({select.text(2)}).contains(text))
            links[*link] = true;
    }
    return links;
}

std::optional<int> InventoryTable::connectionCountOf(Index organization) const
{
    if (OrganizationState(m_states[organization]) != OrganizationState::Read)
        return {};
    return int(std::min(links(organization), Index(MostConnectionsCounted)));
}

void InventoryTable::addOrganizationFailures(Conditions &conditions) const
{
    const InventoryFilter &filter = conditions.filter;
    for (Index i = 0; i < conditions.organizations.size(); ++i) {
        Failures &failures = conditions.organizations[i];
        const auto state = OrganizationState(m_states[i]);
        if (filter.state && *filter.state != state)
            failures |= bit(Facet::State);
        if (filter.connectionCount && filter.connectionCount != connectionCountOf(i))
            failures |= bit(Facet::ConnectionCount);
        if (filter.finding && findingRule(*filter.finding).subject == FindingSubject::Organization
            && (conditions.rules->organizations[i] & bit(*filter.finding)) == 0)
            failures |= bit(Facet::Finding);
        if (filter.isToCheck && conditions.list == InventoryList::Organizations
            && conditions.findingsOfRows[i] == 0)
            failures |= bit(Facet::ToCheck);
    }
}

void InventoryTable::addConnectionFailures(Conditions &conditions) const
{
    const InventoryFilter &filter = conditions.filter;
    for (Index i = 0; i < conditions.connections.size(); ++i) {
        Failures &failures = conditions.connections[i];
        if (filter.strategy && conditions.strategy != m_strategies[i])
            failures |= bit(Facet::Strategy);
        if (filter.category && *filter.category != category(i))
            failures |= bit(Facet::Category);
        if (filter.isShared && m_uses[i] < 2)
            failures |= bit(Facet::Shared);
        if (filter.isToCheck && conditions.list == InventoryList::Connections
            && conditions.findingsOfRows[i] == 0)
            failures |= bit(Facet::ToCheck);
    }
}

InventoryTable::Failures InventoryTable::linkFailures(const Conditions &conditions,
                                                      Index link) const
{
    const InventoryFilter &filter = conditions.filter;
    Failures failures = 0;
    const auto check = [&](const std::optional<FlagChoice> &wanted, FlagColumn column, Facet kind) {
        if (wanted && *wanted != flag(link, column))
            failures |= bit(kind);
    };
    check(filter.isEnabled, EnabledFlag, Facet::Enabled);
    check(filter.assignMembershipOnLogin, MembershipFlag, Facet::Membership);
    check(filter.showAsButton, ButtonFlag, Facet::Button);
    check(filter.isSignupEnabled, SignupFlag, Facet::Signup);
    if (filter.accessLevel && conditions.level != m_levels[link])
        failures |= bit(Facet::AccessLevel);
    if (filter.memberAccessLevel && conditions.memberLevel != m_memberLevels[link])
        failures |= bit(Facet::MemberAccessLevel);
    if (filter.finding && findingRule(*filter.finding).subject != FindingSubject::Organization
        && (conditions.rules->links[link] & bit(*filter.finding)) == 0)
        failures |= bit(Facet::Finding);
    if (filter.isToCheck && conditions.list == InventoryList::Links
        && conditions.toCheck->links[link] == 0)
        failures |= bit(Facet::ToCheck);
    if (conditions.hasFindText && !conditions.foundOrganizations[m_linkOrganization[link]]
        && !conditions.foundConnections[m_linkConnection[link]] && !conditions.foundLinks[link])
        failures |= OtherFailure;
    return failures | conditions.connections[m_linkConnection[link]];
}

InventoryTable::Failures InventoryTable::allFailures(const Conditions &conditions, Index link) const
{
    return linkFailures(conditions, link) | conditions.organizations[m_linkOrganization[link]];
}

bool InventoryTable::hasLink(const Conditions &conditions, Index organization) const
{
    for (Index link = m_firstLink[organization]; link < m_firstLink[organization + 1]; ++link) {
        if (linkFailures(conditions, link) == 0)
            return true;
    }
    return false;
}

//! In the order of names.
InventoryTable::Indexes InventoryTable::filtered(Database &database,
                                                 const Conditions &conditions) const
{
    Indexes rows;
    auto isStopped = [&, steps = 0]() mutable {
        return ++steps % StepsBetweenTests == 0 && isCancelled(database);
    };
    switch (conditions.list) {
    case InventoryList::Links:
        for (const Index link : m_linksByName) {
            if (allFailures(conditions, link) == 0)
                rows.push_back(link);
            if (isStopped())
                break;
        }
        break;
    case InventoryList::Connections: {
        std::vector<bool> isShown(m_connectionKeys.size());
        for (Index link = 0; link < m_flags.size() && !isStopped(); ++link) {
            if (!isShown[m_linkConnection[link]] && allFailures(conditions, link) == 0)
                isShown[m_linkConnection[link]] = true;
        }
        std::ranges::copy_if(m_connectionsByName.rows, std::back_inserter(rows),
                             [&](Index connection) { return isShown[connection]; });
        break;
    }
    case InventoryList::Rules:
    case InventoryList::Findings:
        break;
    case InventoryList::Organizations:
        for (const Index organization : m_organizationsByName.rows) {
            if (conditions.organizations[organization] == 0
                && (!conditions.needLink() || hasLink(conditions, organization)))
                rows.push_back(organization);
            if (isStopped())
                break;
        }
        break;
    }
    return rows;
}

std::vector<Index> InventoryTable::rows(Database &database, const InventoryQuery &query)
{
    Indexes rows = filtered(database, conditions(database, query, false));
    if (database.problem())
        return {};
    const bool isInNameOrder = query.sortedBy
        == (query.list == InventoryList::Connections ? InventoryColumn::ConnectionName
                                                     : InventoryColumn::OrganizationName);
    if (isInNameOrder && !query.isDescending)
        return rows;
    const Indexes values = inColumn(database, query, rows);
    if (database.problem())
        return {};
    // The value, and below it the place so far, so that equal values keep their order.
    std::vector<std::uint64_t> keys(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Index value = values[i];
        const Index key = query.isDescending && value != NoRank ? NoRank - 1 - value : value;
        keys[i] = std::uint64_t(key) << 32U | i;
    }
    if (!std::ranges::is_sorted(keys))
        sortItems(database, keys, std::less());
    if (isCancelled(database))
        return {};
    Indexes sorted(rows.size());
    std::ranges::transform(keys, sorted.begin(),
                           [&](std::uint64_t key) { return rows[std::size_t(key & UINT32_MAX)]; });
    return sorted;
}

//! What the rows have in the column that the query is sorted by, as numbers.
InventoryTable::Indexes InventoryTable::inColumn(Database &database, const InventoryQuery &query,
                                                 const Indexes &rows)
{
    Indexes values(rows.size(), 0);
    const auto take = [&](const auto &valueOf) {
        std::ranges::transform(rows, values.begin(), valueOf);
    };
    const bool isLinks = query.list == InventoryList::Links;
    switch (query.sortedBy) {
    case InventoryColumn::OrganizationName:
    case InventoryColumn::OrganizationDisplayName:
    case InventoryColumn::OrganizationId:
    case InventoryColumn::ReadAt:
        if (query.list != InventoryList::Connections) {
            if (const Indexes *const column = ranks(database, query.sortedBy))
                take([&](Index row) { return (*column)[isLinks ? m_linkOrganization[row] : row]; });
        }
        break;
    case InventoryColumn::ConnectionName:
    case InventoryColumn::ConnectionId:
        if (query.list != InventoryList::Organizations) {
            if (const Indexes *const column = ranks(database, query.sortedBy))
                take([&](Index row) { return (*column)[isLinks ? m_linkConnection[row] : row]; });
        }
        break;
    case InventoryColumn::Strategy:
        if (query.list != InventoryList::Organizations) {
            const Indexes column = strategyRanks(query.strategyWords);
            take([&](Index row) {
                return column[m_strategies[isLinks ? m_linkConnection[row] : row]];
            });
        }
        break;
    case InventoryColumn::OrganizationConnectionName:
        if (isLinks) {
            if (const Indexes *const column = ranks(database, query.sortedBy))
                take([&](Index row) { return (*column)[row]; });
        }
        break;
    case InventoryColumn::IsEnabled:
    case InventoryColumn::OrganizationAccessLevel:
    case InventoryColumn::OrganizationMemberAccessLevel:
    case InventoryColumn::AssignMembershipOnLogin:
    case InventoryColumn::ShowAsButton:
    case InventoryColumn::IsSignupEnabled:
        if (isLinks)
            take([&](Index row) { return linkRank(row, query.sortedBy); });
        break;
    case InventoryColumn::State:
    case InventoryColumn::Connections:
    case InventoryColumn::Categories:
    case InventoryColumn::Organizations:
    case InventoryColumn::Enabled:
    case InventoryColumn::Disabled:
    case InventoryColumn::Membership:
    case InventoryColumn::Signup:
    case InventoryColumn::Shown:
    case InventoryColumn::Levels:
    case InventoryColumn::Rule:
    case InventoryColumn::Severity:
    case InventoryColumn::FindingCount:
    case InventoryColumn::MutedCount:
        if (!isLinks) {
            const Indexes column = query.list == InventoryList::Connections
                ? connectionRanks(query.sortedBy)
                : organizationRanks(query.sortedBy);
            take([&](Index row) { return column[row]; });
        }
        break;
    }
    return values;
}

//! Of all organizations, connections or links, for columns whose values are in the file alone. Null
//! after a problem.
const InventoryTable::Indexes *InventoryTable::ranks(Database &database, InventoryColumn column)
{
    if (const auto known = m_ranks.constFind(column); known != m_ranks.constEnd())
        return &*known;
    const auto ranksIn = [](const Order &order) {
        Indexes ranks(order.rows.size(), NoRank);
        for (Index rank = 0; rank < order.withValue; ++rank)
            ranks[order.rows[rank]] = rank;
        return ranks;
    };
    Indexes ranks;
    if (column == InventoryColumn::OrganizationName) {
        ranks = ranksIn(m_organizationsByName);
    } else if (column == InventoryColumn::ConnectionName) {
        ranks = ranksIn(m_connectionsByName);
    } else if (column == InventoryColumn::OrganizationId) {
        ranks = ranksIn(order(database, u"SELECT ord FROM organization ORDER BY id, ord"_s, true));
    } else if (column == InventoryColumn::ConnectionId) {
        ranks = ranksIn(order(database, u"SELECT key FROM connection ORDER BY id, key"_s, false));
    } else if (column == InventoryColumn::OrganizationDisplayName) {
        ranks = displayNames(database);
    } else if (column == InventoryColumn::ReadAt) {
        ranks = readTimes(database);
    } else {
        ranks = namesInOrganizations(database);
    }
    if (database.problem()) // incomplete: not to be kept
        return nullptr;
    return &*m_ranks.emplace(column, std::move(ranks));
}

InventoryTable::Indexes InventoryTable::displayNames(Database &database) const
{
    TextColumn texts;
    // One without a display name is shown by its name, or by its ID.
    Statement select(database,
                     u"SELECT ord, coalesce(nullif(display_name, ''), nullif(name, ''), id) "
                     "FROM organization NOT INDEXED"_s);
    while (select.next()) {
        const auto organization = organizationIndex(select.integer(0));
        const QString text = select.text(1);
        if (organization && !text.isEmpty())
            texts.add(*organization, folded(text).toUtf8());
    }
    return texts.ranks(database, m_organizationKeys.size(), NoRank);
}

InventoryTable::Indexes InventoryTable::namesInOrganizations(Database &database) const
{
    TextColumn texts;
    Statement select(database,
                     u"SELECT org, con, organization_connection_name FROM link NOT INDEXED "
                     "WHERE typeof(organization_connection_name) = 'text'"_s);
    while (select.next()) {
        if (const auto link = linkIndex(select.integer(0), select.integer(1)))
            texts.add(*link, folded(select.text(2)).toUtf8());
    }
    return texts.ranks(database, m_flags.size(), NoRank);
}

InventoryTable::Indexes InventoryTable::readTimes(Database &database) const
{
    Indexes ranks(m_organizationKeys.size(), NoRank);
    Statement select(database,
                     u"SELECT ord, read_at FROM organization WHERE read_at IS NOT NULL "
                     "ORDER BY read_at"_s);
    QString last;
    for (Index rank = 0; select.next();) {
        const QString time = select.text(1);
        rank += time == last ? 0 : 1;
        last = time;
        if (const auto organization = organizationIndex(select.integer(0)))
            ranks[*organization] = rank;
    }
    return ranks;
}

Index InventoryTable::linkRank(Index link, InventoryColumn column) const
{
    const auto ofFlag = [&](FlagColumn flagColumn) -> Index {
        switch (flag(link, flagColumn)) {
        case FlagChoice::No:
            return 0;
        case FlagChoice::Yes:
            return 1;
        case FlagChoice::NotSent:
            return NoRank;
        }
        return NoRank;
    };
    switch (column) {
    case InventoryColumn::IsEnabled:
        return ofFlag(EnabledFlag);
    case InventoryColumn::AssignMembershipOnLogin:
        return ofFlag(MembershipFlag);
    case InventoryColumn::ShowAsButton:
        return ofFlag(ButtonFlag);
    case InventoryColumn::IsSignupEnabled:
        return ofFlag(SignupFlag);
    case InventoryColumn::OrganizationAccessLevel:
        return m_levelRanks[m_levels[link]];
    default:
        return m_levelRanks[m_memberLevels[link]];
    }
}

InventoryTable::Indexes InventoryTable::organizationRanks(InventoryColumn column) const
{
    Indexes ranks(m_organizationKeys.size(), 0);
    if (column == InventoryColumn::State) {
        std::ranges::copy(m_states, ranks.begin());
        return ranks;
    }
    for (Index i = 0; i < ranks.size(); ++i) {
        Index count = 0;
        Index categories = 0; // the first one is the highest bit
        for (Index link = m_firstLink[i]; link < m_firstLink[i + 1]; ++link) {
            const bool isYes = flag(link, EnabledFlag) == FlagChoice::Yes;
            count += column == InventoryColumn::Connections || isYes ? 1 : 0;
            categories |=
                1U << (Categories.size() - 1 - unsigned(category(m_linkConnection[link])));
        }
        const bool isKnown =
            OrganizationState(m_states[i]) == OrganizationState::Read || links(i) > 0;
        if (column == InventoryColumn::Categories)
            ranks[i] = categories == 0 ? NoRank : (1U << Categories.size()) - categories;
        else
            ranks[i] = isKnown ? count : NoRank;
    }
    return ranks;
}

InventoryTable::Indexes InventoryTable::connectionRanks(InventoryColumn column) const
{
    if (column == InventoryColumn::Organizations)
        return m_uses;
    const auto counts = [&](Index link) {
        switch (column) {
        case InventoryColumn::Enabled:
            return flag(link, EnabledFlag) == FlagChoice::Yes;
        case InventoryColumn::Disabled:
            return flag(link, EnabledFlag) == FlagChoice::No;
        case InventoryColumn::Membership:
            return flag(link, MembershipFlag) == FlagChoice::Yes;
        case InventoryColumn::Signup:
            return flag(link, SignupFlag) == FlagChoice::Yes;
        case InventoryColumn::Shown:
            return flag(link, ButtonFlag) == FlagChoice::Yes;
        default: // levels: those that allow something
            return m_levelRanks[m_levels[link]] != NoRank && m_levelRanks[m_levels[link]] > 0;
        }
    };
    Indexes ranks(m_connectionKeys.size(), 0);
    for (Index link = 0; link < m_flags.size(); ++link)
        ranks[m_linkConnection[link]] += counts(link) ? 1 : 0;
    return ranks;
}

ConnectionUse InventoryTable::use(std::uint32_t connection)
{
    groupByConnection();
    ConnectionUse use;
    Indexes levels(std::size_t(m_levelWords.texts.size()));
    for (Index i = m_firstUse[connection]; i < m_firstUse[connection + 1]; ++i) {
        const Index link = m_linksByConnection[i];
        ++use.organizations;
        use.enabled += flag(link, EnabledFlag) == FlagChoice::Yes ? 1 : 0;
        use.disabled += flag(link, EnabledFlag) == FlagChoice::No ? 1 : 0;
        use.membership += flag(link, MembershipFlag) == FlagChoice::Yes ? 1 : 0;
        use.signup += flag(link, SignupFlag) == FlagChoice::Yes ? 1 : 0;
        use.shown += flag(link, ButtonFlag) == FlagChoice::Yes ? 1 : 0;
        ++levels[m_levels[link]];
    }
    Indexes codes;
    for (Index code = 0; code < levels.size(); ++code) {
        if (levels[code] > 0)
            codes.push_back(code);
    }
    std::ranges::sort(codes, {}, [&](Index code) { return m_levelRanks[code]; });
    for (const Index code : codes)
        use.levels.append({m_levelWords.texts.at(code), int(levels[code])});
    return use;
}

std::span<const std::uint32_t> InventoryTable::linksOf(std::uint32_t connection)
{
    groupByConnection();
    return std::span(m_linksByConnection)
        .subspan(m_firstUse[connection], m_firstUse[connection + 1] - m_firstUse[connection]);
}

//! Counts rows by the values of the facets. Rows are counted one after the other, each once for
//! every value that one of its links has.
class InventoryTable::FacetCounter final {
public:
    FacetCounter(const InventoryTable &table, const Conditions &conditions)
        : m_table(table)
        , m_conditions(conditions)
    {
        const auto prepare = [&](Facet kind, std::size_t values) {
            m_rows.at(std::size_t(kind)).resize(values);
            m_lastRows.at(std::size_t(kind)).resize(values, NoRank);
        };
        for (const Facet kind : {Facet::Enabled, Facet::Membership, Facet::Signup, Facet::Button})
            prepare(kind, 3);
        prepare(Facet::Category, Categories.size());
        prepare(Facet::Strategy, std::size_t(table.m_strategyWords.texts.size()));
        prepare(Facet::AccessLevel, std::size_t(table.m_levelWords.texts.size()));
        prepare(Facet::MemberAccessLevel, std::size_t(table.m_levelWords.texts.size()));
        prepare(Facet::Shared, 1);
        prepare(Facet::State, 4);
        prepare(Facet::ConnectionCount, MostConnectionsCounted + 1);
        prepare(Facet::ToCheck, 1);
        prepare(Facet::Finding, std::size_t(findingRules().size()));
    }

    //! A link of a row, with all that it fails.
    void add(Index row, Index link, Failures failures)
    {
        if (failures != 0 && !std::has_single_bit(failures))
            return;
        const auto count = [&](Facet kind, std::size_t value) {
            if ((failures & ~bit(kind)) == 0)
                countOnce(kind, value, row);
        };
        const Index connection = m_table.m_linkConnection[link];
        count(Facet::Enabled, std::size_t(m_table.flag(link, EnabledFlag)));
        count(Facet::Membership, std::size_t(m_table.flag(link, MembershipFlag)));
        count(Facet::Signup, std::size_t(m_table.flag(link, SignupFlag)));
        count(Facet::Button, std::size_t(m_table.flag(link, ButtonFlag)));
        count(Facet::Category, std::size_t(m_table.category(connection)));
        count(Facet::Strategy, m_table.m_strategies[connection]);
        count(Facet::AccessLevel, m_table.m_levels[link]);
        count(Facet::MemberAccessLevel, m_table.m_memberLevels[link]);
        if (m_table.m_uses[connection] > 1)
            count(Facet::Shared, 0);
        if (m_conditions.list == InventoryList::Links
                ? m_conditions.toCheck->links[link] != 0
                : m_conditions.list == InventoryList::Connections
                    && m_conditions.findingsOfRows[connection] != 0)
            count(Facet::ToCheck, 0);
        if ((failures & ~bit(Facet::Finding)) == 0) {
            countRules(m_conditions.rules->links[link], row);
            countRules(m_conditions.rules->organizations[m_table.m_linkOrganization[link]], row);
        }
    }

    //! An organization as a row, with what it fails itself.
    void addOrganization(Index row, Failures failures, bool hasLink)
    {
        if (!hasLink)
            return;
        if ((failures & ~bit(Facet::State)) == 0)
            countOnce(Facet::State, m_table.m_states[row], row);
        if ((failures & ~bit(Facet::ToCheck)) == 0 && m_conditions.findingsOfRows[row] != 0)
            countOnce(Facet::ToCheck, 0, row);
        const auto connections = m_table.connectionCountOf(row);
        if ((failures & ~bit(Facet::ConnectionCount)) == 0 && connections)
            countOnce(Facet::ConnectionCount, std::size_t(*connections), row);
        if ((failures & ~bit(Facet::Finding)) == 0)
            countRules(m_conditions.rules->organizations[row], row);
    }

    [[nodiscard]] QList<InventoryFacet> facets() const;

private:
    void countOnce(Facet kind, std::size_t value, Index row)
    {
        Index &last = m_lastRows.at(std::size_t(kind))[value];
        if (last == row)
            return;
        last = row;
        ++m_rows.at(std::size_t(kind))[value];
    }
    void countRules(Rules rules, Index row)
    {
        for (; rules != 0; rules &= Rules(rules - 1))
            countOnce(Facet::Finding, std::size_t(std::countr_zero(rules)), row);
    }
    [[nodiscard]] qsizetype rows(Facet kind, std::size_t value) const
    {
        return m_rows.at(std::size_t(kind))[value];
    }
    template <typename Value>
    void append(QList<InventoryFacet> &facets, InventoryFacet facet, qsizetype rows,
                std::optional<Value> InventoryFilter::*member, const Value &value) const;
    void appendOption(QList<InventoryFacet> &facets, Facet kind,
                      bool InventoryFilter::*member) const;
    void appendFlags(QList<InventoryFacet> &facets, Facet kind,
                     std::optional<FlagChoice> InventoryFilter::*member) const;
    void appendWords(QList<InventoryFacet> &facets, Facet kind, const Words &words,
                     const Indexes &ranks, std::optional<QString> InventoryFilter::*member) const;

    //! A strange file may have a different word in each row.
    static constexpr qsizetype MostWords = 1000;
    static constexpr std::size_t Kinds = std::size_t(Facet::Finding) + 1;

    const InventoryTable &m_table;
    const Conditions &m_conditions;
    std::array<std::vector<qsizetype>, Kinds> m_rows; //!< by kind and value
    std::array<Indexes, Kinds> m_lastRows; //!< the row that was counted last
};

//! Values that no row has are left out, unless they are chosen, so that they can be given up.
template <typename Value>
void InventoryTable::FacetCounter::append(QList<InventoryFacet> &facets, InventoryFacet facet,
                                          qsizetype rows,
                                          std::optional<Value> InventoryFilter::*member,
                                          const Value &value) const
{
    facet.chosen = m_conditions.filter;
    facet.isChosen = facet.chosen.*member == value;
    facet.rows = rows;
    if (facet.isChosen)
        (facet.chosen.*member).reset();
    else
        facet.chosen.*member = value;
    if (rows > 0 || facet.isChosen)
        facets.append(std::move(facet));
}

void InventoryTable::FacetCounter::appendOption(QList<InventoryFacet> &facets, Facet kind,
                                                bool InventoryFilter::*member) const
{
    InventoryFacet facet{.kind = kind,
                         .chosen = m_conditions.filter,
                         .isChosen = m_conditions.filter.*member,
                         .rows = rows(kind, 0)};
    facet.chosen.*member = !facet.isChosen;
    if (facet.rows > 0 || facet.isChosen)
        facets.append(facet);
}

void InventoryTable::FacetCounter::appendFlags(
    QList<InventoryFacet> &facets, Facet kind,
    std::optional<FlagChoice> InventoryFilter::*member) const
{
    for (const FlagChoice choice : {FlagChoice::Yes, FlagChoice::No, FlagChoice::NotSent})
        append(facets, {.kind = kind, .flag = choice}, rows(kind, std::size_t(choice)), member,
               choice);
}

void InventoryTable::FacetCounter::appendWords(
    QList<InventoryFacet> &facets, Facet kind, const Words &words, const Indexes &ranks,
    std::optional<QString> InventoryFilter::*member) const
{
    Indexes codes(ranks.size());
    std::iota(codes.begin(), codes.end(), 0U);
    std::ranges::sort(codes, {}, [&](Index code) { return ranks[code]; });
    qsizetype count = 0;
    for (const Index code : codes) {
        const QString &word = words.texts.at(code);
        const bool isChosen = m_conditions.filter.*member == word;
        if (!isChosen && rows(kind, code) > 0 && ++count > MostWords)
            continue;
        append(facets, {.kind = kind, .word = word}, rows(kind, code), member, word);
    }
    const std::optional<QString> &wanted = m_conditions.filter.*member;
    if (wanted && words.find(*wanted) == NoRank)
        append(facets, {.kind = kind, .word = *wanted}, 0, member, *wanted);
}

QList<InventoryFacet> InventoryTable::FacetCounter::facets() const
{
    QList<InventoryFacet> facets;
    appendFlags(facets, Facet::Enabled, &InventoryFilter::isEnabled);
    for (const StrategyCategory category : Categories) {
        append(facets, {.kind = Facet::Category, .category = category},
               rows(Facet::Category, std::size_t(category)), &InventoryFilter::category, category);
    }
    appendWords(facets, Facet::Strategy, m_table.m_strategyWords, m_table.m_strategyRanks,
                &InventoryFilter::strategy);
    appendWords(facets, Facet::AccessLevel, m_table.m_levelWords, m_table.m_levelRanks,
                &InventoryFilter::accessLevel);
    appendWords(facets, Facet::MemberAccessLevel, m_table.m_levelWords, m_table.m_levelRanks,
                &InventoryFilter::memberAccessLevel);
    appendFlags(facets, Facet::Membership, &InventoryFilter::assignMembershipOnLogin);
    appendFlags(facets, Facet::Signup, &InventoryFilter::isSignupEnabled);
    appendFlags(facets, Facet::Button, &InventoryFilter::showAsButton);
    appendOption(facets, Facet::Shared, &InventoryFilter::isShared);
    appendOption(facets, Facet::ToCheck, &InventoryFilter::isToCheck);
    for (const FindingRuleInfo &info : findingRules()) {
        append(facets, {.kind = Facet::Finding, .finding = info.rule},
               rows(Facet::Finding, std::size_t(info.rule)), &InventoryFilter::finding, info.rule);
    }
    if (m_conditions.list != InventoryList::Organizations)
        return facets;
    for (const OrganizationState state : {OrganizationState::Waiting, OrganizationState::Read,
                                          OrganizationState::Failed, OrganizationState::Gone}) {
        append(facets, {.kind = Facet::State, .state = state},
               rows(Facet::State, std::size_t(state)), &InventoryFilter::state, state);
    }
    for (int count = 0; count <= MostConnectionsCounted; ++count) {
        append(facets, {.kind = Facet::ConnectionCount, .connectionCount = count},
               rows(Facet::ConnectionCount, std::size_t(count)), &InventoryFilter::connectionCount,
               count);
    }
    return facets;
}

QList<InventoryFacet> InventoryTable::facets(Database &database, const InventoryQuery &query)
{
    const Conditions conditions = this->conditions(database, query, true);
    FacetCounter counter(*this, conditions);
    auto isStopped = [&, steps = 0]() mutable {
        return ++steps % StepsBetweenTests == 0 && isCancelled(database);
    };
    switch (query.list) {
    case InventoryList::Links:
        for (Index link = 0; link < m_flags.size() && !isStopped(); ++link)
            counter.add(link, link, allFailures(conditions, link));
        break;
    case InventoryList::Connections:
        groupByConnection();
        for (Index i = 0; i < m_linksByConnection.size() && !isStopped(); ++i) {
            const Index link = m_linksByConnection[i];
            counter.add(m_linkConnection[link], link, allFailures(conditions, link));
        }
        break;
    case InventoryList::Rules:
    case InventoryList::Findings:
        break;
    case InventoryList::Organizations:
        for (Index row = 0; row < m_organizationKeys.size() && !isStopped(); ++row) {
            const Failures failures = conditions.organizations[row];
            counter.addOrganization(row, failures,
                                    !conditions.needLink() || hasLink(conditions, row));
            for (Index link = m_firstLink[row]; link < m_firstLink[row + 1]; ++link)
                counter.add(row, link, failures | linkFailures(conditions, link));
        }
        break;
    }
    return counter.facets();
}

namespace {

//! The numbers of a chart, by value.
using Counts = std::vector<qsizetype>;

//! Values without rows are left out, unless the chart is to show how all of them are distributed.
template <typename Value>
void appendBar(OverviewChart &chart, InventoryFacet facet,
               std::optional<Value> InventoryFilter::*member, const Value &value, qsizetype rows,
               bool keepsEmpty = false)
{
    if (rows == 0 && !keepsEmpty)
        return;
    facet.kind = chart.kind;
    facet.chosen.*member = value;
    facet.rows = rows;
    chart.bars.append(std::move(facet));
}

OverviewChart flagChart(Facet kind, std::optional<FlagChoice> InventoryFilter::*member,
                        const Counts &counts)
{
    OverviewChart chart{.list = InventoryList::Links, .kind = kind};
    for (const FlagChoice choice : {FlagChoice::Yes, FlagChoice::No, FlagChoice::NotSent})
        appendBar(chart, {.flag = choice}, member, choice, counts[std::size_t(choice)]);
    return chart;
}

//! Those with most rows come first then.
void keepMostFrequent(OverviewChart &chart, qsizetype most)
{
    if (chart.bars.size() <= most)
        return;
    chart.leftOut = chart.bars.size() - most;
    std::ranges::stable_sort(chart.bars, std::greater(), &InventoryFacet::rows);
    chart.bars.resize(most);
}

} // namespace

InventoryOverview InventoryTable::overview(Database &database) const
{
    constexpr qsizetype MostWords = 12; // in a chart: a strange file may have one in each row
    Counts enabled(3);
    Counts membership(3);
    Counts signup(3);
    Counts levels(std::size_t(m_levelWords.texts.size()));
    for (Index link = 0; link < m_flags.size(); ++link) {
        ++enabled[std::size_t(flag(link, EnabledFlag))];
        ++membership[std::size_t(flag(link, MembershipFlag))];
        ++signup[std::size_t(flag(link, SignupFlag))];
        ++levels[m_levels[link]];
        if (link % StepsBetweenTests == 0 && isCancelled(database))
            return {};
    }
    Counts categories(Categories.size());
    Counts strategies(std::size_t(m_strategyWords.texts.size()));
    InventoryOverview overview{.organizations = qsizetype(m_organizationKeys.size()),
                               .connections = m_usedConnections,
                               .links = linkCount()};
    for (Index connection = 0; connection < m_uses.size(); ++connection) {
        if (m_uses[connection] == 0)
            continue; // no organization has it any more
        ++categories[std::size_t(category(connection))];
        ++strategies[m_strategies[connection]];
        overview.sharedConnections += m_uses[connection] > 1 ? 1 : 0;
    }
    Counts states(4);
    Counts connectionCounts(MostConnectionsCounted + 1);
    for (Index organization = 0; organization < m_states.size(); ++organization) {
        ++states[m_states[organization]];
        if (const auto count = connectionCountOf(organization))
            ++connectionCounts[std::size_t(*count)];
    }

    OverviewChart byCount{.list = InventoryList::Organizations, .kind = Facet::ConnectionCount};
    if (states[std::size_t(OrganizationState::Read)] > 0) {
        for (int count = 0; count <= MostConnectionsCounted; ++count) {
            appendBar(byCount, {.connectionCount = count}, &InventoryFilter::connectionCount, count,
                      connectionCounts[std::size_t(count)], true);
        }
    }
    OverviewChart byState{.list = InventoryList::Organizations, .kind = Facet::State};
    for (const OrganizationState state : {OrganizationState::Read, OrganizationState::Failed,
                                          OrganizationState::Gone, OrganizationState::Waiting}) {
        appendBar(byState, {.state = state}, &InventoryFilter::state, state,
                  states[std::size_t(state)]);
    }
    if (states[std::size_t(OrganizationState::Read)] == overview.organizations)
        byState.bars.clear(); // a bar for all of them says nothing
    OverviewChart byCategory{.list = InventoryList::Connections, .kind = Facet::Category};
    for (const StrategyCategory each : Categories) {
        appendBar(byCategory, {.category = each}, &InventoryFilter::category, each,
                  categories[std::size_t(each)]);
    }
    const auto wordChart = [&](InventoryList list, Facet kind, const Words &words,
                               const Indexes &ranks, const Counts &counts,
                               std::optional<QString> InventoryFilter::*member) {
        Indexes codes(ranks.size());
        std::iota(codes.begin(), codes.end(), 0U);
        std::ranges::sort(codes, {}, [&](Index code) { return ranks[code]; });
        OverviewChart chart{.list = list, .kind = kind};
        for (const Index code : codes) {
            const QString &word = words.texts.at(code);
            appendBar(chart, {.word = word}, member, word, counts[code]);
        }
        return chart;
    };
    OverviewChart byStrategy =
        wordChart(InventoryList::Connections, Facet::Strategy, m_strategyWords, m_strategyRanks,
                  strategies, &InventoryFilter::strategy);
    std::ranges::stable_sort(byStrategy.bars, std::greater(), &InventoryFacet::rows);
    keepMostFrequent(byStrategy, MostWords);
    OverviewChart byLevel = wordChart(InventoryList::Links, Facet::AccessLevel, m_levelWords,
                                      m_levelRanks, levels, &InventoryFilter::accessLevel);
    keepMostFrequent(byLevel, MostWords);
    for (const OverviewChart &chart :
         {byCount, byState, byCategory, byStrategy,
          flagChart(Facet::Enabled, &InventoryFilter::isEnabled, enabled), byLevel,
          flagChart(Facet::Membership, &InventoryFilter::assignMembershipOnLogin, membership),
          flagChart(Facet::Signup, &InventoryFilter::isSignupEnabled, signup)}) {
        if (!chart.bars.isEmpty())
            overview.charts.append(chart);
    }
    return overview;
}

} // namespace Vestibule
