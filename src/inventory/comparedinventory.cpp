// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/comparedinventory.h"

#include "core/accesslevels.h"
#include "inventory/inventorycheck.h"
#include "inventory/inventorycontent.h"
#include "inventory/keyindex.h"

#include <QLatin1StringView>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Index = ComparedInventory::Index;
using Damage = InventoryProblem::Kind;

constexpr std::array FlagColumns{"is_enabled"_L1, "assign_membership_on_login"_L1,
                                 "show_as_button"_L1, "is_signup_enabled"_L1};
constexpr std::array LevelColumns{"organization_access_level"_L1,
                                  "organization_member_access_level"_L1};
static_assert(FlagColumns.size() == ComparedInventory::FlagCount);
static_assert(LevelColumns.size() == ComparedInventory::LevelCount);

// The code of a link: two bits for each flag, then three for each level, then two for its name. In
// all of them 0 is absent and 1 is null. One bit more for unknown members.
constexpr unsigned FlagBits = 2;
constexpr unsigned LevelBits = 3;
constexpr unsigned FirstLevelBit = FlagBits * ComparedInventory::FlagCount;
constexpr unsigned NameBit = FirstLevelBit + LevelBits * ComparedInventory::LevelCount;
constexpr unsigned ExtraBit = NameBit + 2; // whether there are unknown members
constexpr unsigned CodeBits = ExtraBit + 1;
constexpr Index NoCode = 2; //!< of a flag
constexpr Index YesCode = 3;
constexpr Index FirstLevelCode = 2;
constexpr Index OtherWordCode = FirstLevelCode + KnownAccessLevels.size();
constexpr Index TextCode = 2; //!< of a name

//! Flags are -1, 0 and 1.
QString flagSql(QLatin1StringView column)
{
    return "ifnull("_L1 + column + ", -2) + 2"_L1;
}

//! The usual words come first: this is evaluated for each link.
QString levelSql(QLatin1StringView column)
{
    QString sql = "CASE "_L1 + column;
    for (std::size_t i = 0; i < KnownAccessLevels.size(); ++i)
        sql += " WHEN '"_L1 + KnownAccessLevels.at(i) + "' THEN "_L1
            + QString::number(FirstLevelCode + i);
    return sql + " ELSE CASE typeof("_L1 + column
        + ") WHEN 'null' THEN 0 WHEN 'blob' THEN 1 ELSE "_L1 + QString::number(OtherWordCode)
        + " END END"_L1;
}

//! A text column, which holds a BLOB for null.
QString textSql(QLatin1StringView column)
{
    static_assert(TextCode == 2);
    return "("_L1 + column + " IS NOT NULL) + (typeof("_L1 + column + ") = 'text')"_L1;
}

//! In one number, because Qt's driver takes a while for each value.
QString codeExpression()
{
    QStringList parts;
    const auto add = [&parts](const QString &expression, unsigned bit) {
        parts.append("(("_L1 + expression + ") << "_L1 + QString::number(bit) + u')');
    };
    for (std::size_t i = 0; i < FlagColumns.size(); ++i)
        add(flagSql(FlagColumns.at(i)), FlagBits * unsigned(i));
    for (std::size_t i = 0; i < LevelColumns.size(); ++i)
        add(levelSql(LevelColumns.at(i)), FirstLevelBit + LevelBits * unsigned(i));
    add(textSql("organization_connection_name"_L1), NameBit);
    add(u"extra IS NOT NULL"_s, ExtraBit);
    return parts.join(" | "_L1);
}

Index levelCode(Index link, std::size_t level)
{
    return (link >> (FirstLevelBit + LevelBits * level)) & ((1U << LevelBits) - 1);
}

bool hasExtra(Index link)
{
    return (link >> ExtraBit & 1U) != 0;
}

DriftValue::Kind textKind(qint64 code)
{
    return code == TextCode ? DriftValue::Kind::Text
        : code == 1         ? DriftValue::Kind::Null
                            : DriftValue::Kind::Absent;
}

DriftValue textValue(DriftValue::Kind kind, const TextBlock &texts, Index i)
{
    return {kind, kind == DriftValue::Kind::Text ? texts.text(i) : QString()};
}

} // namespace

DriftValue ComparedInventory::connectionName(Index connection) const
{
    return textValue(connectionNameKinds[connection], connectionNames, connection);
}

DriftValue ComparedInventory::strategy(Index connection) const
{
    return textValue(strategyKinds[connection], strategies, connection);
}

DriftValue ComparedInventory::flag(Index link, std::size_t flag) const
{
    static const QString yes = u"true"_s;
    static const QString no = u"false"_s;
    const Index code = (linkCodes[link] >> (FlagBits * flag)) & ((1U << FlagBits) - 1);
    if (code == YesCode || code == NoCode)
        return {DriftValue::Kind::Flag, code == YesCode ? yes : no};
    return {code == 1 ? DriftValue::Kind::Null : DriftValue::Kind::Absent, {}};
}

DriftValue ComparedInventory::level(Index link, std::size_t level) const
{
    const Index code = levelCode(linkCodes[link], level);
    if (code < FirstLevelCode)
        return {code == 1 ? DriftValue::Kind::Null : DriftValue::Kind::Absent, {}};
    if (code >= OtherWordCode)
        return {DriftValue::Kind::Text, otherLevels.value(link).at(level)};
    return {DriftValue::Kind::Text, QString(KnownAccessLevels.at(code - FirstLevelCode))};
}

DriftValue ComparedInventory::linkName(Index link) const
{
    return textValue(textKind((linkCodes[link] >> NameBit) & 3U), linkNames, link);
}

ComparedInventory ComparedInventory::load(Database &database,
                                          const std::function<void(double)> &progress)
{
    ComparedInventory inventory;
    inventory.path = database.path();
    checkWhile(database, [&] {
        // Bytes of texts are compared, and the program writes no other encoding.
        if (const QString encoding = database.value(u"PRAGMA encoding"_s).toString();
            encoding != "UTF-8"_L1)
            database.raise(Damage::Foreign, encoding);
        // What a sweep commits meanwhile must not come between.
        const Transaction transaction(database, Transaction::Kind::Read);
        inventory.summary = InventoryContent::summarizeOrganizations(database);
        inventory.loadOrganizations(database);
        inventory.loadConnections(database);
        inventory.loadLinks(database, progress);
    });
    return inventory;
}

void ComparedInventory::loadOrganizations(Database &database)
{
    Statement select(database,
                     u"SELECT ord * 4 + CASE state WHEN 'waiting' THEN 0 WHEN 'read' THEN 1 "
                     "WHEN 'failed' THEN 2 ELSE 3 END AS ord, CAST(id AS BLOB), "
                     "CAST(name AS BLOB), CAST(display_name AS BLOB) "
                     "FROM organization NOT INDEXED ORDER BY organization.ord"_s);
    constexpr std::array States{OrganizationState::Waiting, OrganizationState::Read,
                                OrganizationState::Failed, OrganizationState::Gone};
    while (select.next()) {
        const qint64 packed = select.integer(0);
        m_organizationKeys.push_back(packed >> 2);
        states.push_back(States.at(std::size_t(packed & 3)));
        organizationIds.add(select.value(1).toByteArray());
        organizationNames.add(select.value(2).toByteArray());
        displayNames.add(select.value(3).toByteArray());
    }
    if (!std::ranges::is_sorted(m_organizationKeys))
        database.raise(Damage::Damaged, u"organization: not in order"_s);
}

void ComparedInventory::loadConnections(Database &database)
{
    Statement select(database,
                     "SELECT key * 16 + ("_L1 + textSql("name"_L1) + ") * 4 + "_L1
                         + textSql("strategy"_L1)
                         + " AS key, CAST(id AS BLOB), CAST(name AS BLOB), CAST(strategy AS BLOB) "
                           "FROM connection NOT INDEXED ORDER BY connection.key"_L1);
    while (select.next()) {
        const qint64 packed = select.integer(0);
        m_connectionKeys.push_back(packed >> 4);
        connectionNameKinds.push_back(textKind((packed >> 2) & 3));
        strategyKinds.push_back(textKind(packed & 3));
        connectionIds.add(select.value(1).toByteArray());
        connectionNames.add(select.value(2).toByteArray());
        strategies.add(select.value(3).toByteArray());
    }
    if (!std::ranges::is_sorted(m_connectionKeys))
        database.raise(Damage::Damaged, u"connection: not in order"_s);
}

void ComparedInventory::loadLinks(Database &database, const std::function<void(double)> &progress)
{
    constexpr Index RowsBetweenReports = 8192;
    firstLink.assign(m_organizationKeys.size() + 1, 0);
    std::size_t organization = 0;
    qint64 connectionBefore = 0;
    std::vector<Index> withOtherLevels;
    bool hasExtras = false;
    Statement select(database,
                     "SELECT org, con * "_L1 + QString::number(1 << CodeBits) + " + ("_L1
                         + codeExpression()
                         + ") AS code, CAST(organization_connection_name AS BLOB) "
                           "FROM link NOT INDEXED ORDER BY org, con"_L1);
    while (select.next()) {
        const auto link = Index(linkCodes.size());
        const qint64 key = select.integer(0);
        while (organization < m_organizationKeys.size() && m_organizationKeys[organization] < key)
            firstLink[++organization] = link;
        const qint64 packed = select.integer(1);
        const qint64 connectionKey = packed >> CodeBits;
        const auto connection = indexIn(m_connectionKeys, connectionKey);
        if (organization == m_organizationKeys.size() || m_organizationKeys[organization] != key
            || !connection)
            return database.raise(Damage::Damaged,
                                  u"link: of an unknown organization or connection"_s);
        if (link > firstLink[organization] && connectionKey <= connectionBefore)
            return database.raise(Damage::Damaged, u"link: not in order"_s);
        connectionBefore = connectionKey;
        linkConnections.push_back(*connection);
        linkCodes.push_back(Index(packed & ((1 << CodeBits) - 1)));
        linkNames.add(select.value(2).toByteArray());
        hasExtras = hasExtras || hasExtra(linkCodes.back());
        if (levelCode(linkCodes.back(), 0) == OtherWordCode
            || levelCode(linkCodes.back(), 1) == OtherWordCode)
            withOtherLevels.push_back(link);
        if (link % RowsBetweenReports == 0)
            progress(double(organization) / double(m_organizationKeys.size()));
    }
    while (organization < m_organizationKeys.size())
        firstLink[++organization] = Index(linkCodes.size());
    summary.links = qsizetype(linkCodes.size());
    std::vector<bool> isUsed(m_connectionKeys.size());
    for (const Index connection : linkConnections)
        isUsed[connection] = true;
    summary.connections = std::ranges::count(isUsed, true);
    if (!withOtherLevels.empty())
        loadOtherLevels(database, withOtherLevels);
    if (hasExtras)
        loadExtras(database);
}

//! Of links with a word that this version does not know; they are in the order of the first
//! reading.
void ComparedInventory::loadOtherLevels(Database &database, const std::vector<Index> &links)
{
    QStringList isOther;
    for (const QLatin1StringView column : LevelColumns)
        isOther.append(levelSql(column) + " = "_L1 + QString::number(OtherWordCode));
    Statement select(database,
                     "SELECT "_L1 + LevelColumns.at(0) + ", "_L1 + LevelColumns.at(1)
                         + " FROM link NOT INDEXED WHERE "_L1 + isOther.join(" OR "_L1)
                         + " ORDER BY org, con"_L1);
    otherLevels.reserve(qsizetype(links.size()));
    std::size_t read = 0;
    while (select.next() && read < links.size())
        otherLevels.insert(links[read++], {select.value(0).toString(), select.value(1).toString()});
    if (read != links.size())
        database.raise(Damage::Damaged, u"link: differs between two readings"_s);
}

//! Few links have unknown members, or all of them.
void ComparedInventory::loadExtras(Database &database)
{
    Statement select(database,
                     u"SELECT CAST(extra AS BLOB) FROM link NOT INDEXED WHERE extra IS NOT NULL "
                     "ORDER BY org, con"_s);
    for (const Index code : linkCodes) {
        const bool isThere = hasExtra(code);
        if (isThere && !select.next())
            return database.raise(Damage::Damaged, u"link: differs between two readings"_s);
        m_linkExtras.add(isThere ? select.value(0).toByteArray() : QByteArray());
    }
}

} // namespace Vestibule
