// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventorycontent.h"

#include "core/strategycatalog.h"
#include "inventory/inventorycheck.h"
#include "inventory/inventorykeys.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QString>
#include <QVariant>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Kind = InventoryProblem::Kind;

//! Invalid for a text that is no time.
QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

//! Reads the columns of a row one after the other, and raises Damaged for values that no version of
//! the program writes.
class RowReader final {
public:
    RowReader(Database &database, Statement &statement)
        : m_database(database)
        , m_statement(statement)
    {
    }

    [[nodiscard]] bool isNull() const { return m_statement.isNull(m_column); }
    void skip(int columns) { m_column += columns; }
    QString text() { return m_statement.text(m_column++); }
    int integer() { return int(m_statement.integer(m_column++)); }
    //! Absent as well when it was sent as null, which is a BLOB.
    std::optional<QString> sentText()
    {
        const QVariant value = m_statement.value(m_column);
        const bool wasNull =
            value.typeId() == QMetaType::QByteArray && value.toByteArray().isEmpty();
        if (!wasNull)
            return m_statement.optionalText(m_column++);
        ++m_column;
        return {};
    }
    std::optional<bool> flag()
    {
        constexpr qint64 SentAsNull = -1;
        if (isNull()) {
            ++m_column;
            return {};
        }
        const qint64 value = m_statement.integer(m_column++);
        if (value == SentAsNull)
            return {};
        if (value != 0 && value != 1)
            m_database.raise(Kind::Damaged, u"link: %1 is no flag"_s.arg(value));
        return value == 1;
    }
    //! A number of requests. With this limit, the sum of all runs fits into 64 bits.
    qint64 count()
    {
        constexpr qint64 Most = 1'000'000'000'000;
        const qint64 value = m_statement.integer(m_column++);
        if (value >= 0 && value <= Most)
            return value;
        m_database.raise(Kind::Damaged, u"run: %1 is no number of requests"_s.arg(value));
        return 0;
    }
    //! Invalid if it is NULL.
    QDateTime time()
    {
        const std::optional<QString> text = m_statement.optionalText(m_column++);
        if (!text)
            return {};
        const QDateTime time = timeOf(*text);
        if (!time.isValid())
            m_database.raise(Kind::Damaged, u"not a time: %1"_s.arg(text->left(40)));
        return time;
    }
    OrganizationState state()
    {
        const QString word = text();
        if (word == InventoryKeys::Waiting)
            return OrganizationState::Waiting;
        if (word == InventoryKeys::Failed)
            return OrganizationState::Failed;
        if (word == InventoryKeys::Gone)
            return OrganizationState::Gone;
        if (word != InventoryKeys::Read)
            m_database.raise(Kind::Damaged, u"organization.state: %1"_s.arg(word.left(40)));
        return OrganizationState::Read;
    }

private:
    Database &m_database;
    Statement &m_statement;
    int m_column = 0;
};

const QString LinkColumns =
    u"l.org, l.is_enabled, l.assign_membership_on_login, l.show_as_button, l.is_signup_enabled, "
    "l.organization_access_level, l.organization_member_access_level, "
    "l.organization_connection_name, r.json"_s;

//! The columns are those of the organization (id, name, display_name, read_at), of the connection
//! (id, name, strategy), then LinkColumns.
InventoryLink readLink(Database &database, Statement &statement)
{
    RowReader row(database, statement);
    InventoryLink link;
    link.organization.id = row.text();
    link.organization.name = row.text();
    link.organization.displayName = row.text();
    link.readAt = row.time();
    OrganizationConnection &connection = link.connection;
    connection.connectionId = row.text();
    connection.name = row.sentText();
    connection.strategy = row.sentText();
    if (row.isNull()) { // the link is gone since
        return {.organization = {.id = link.organization.id},
                .connection = {.connectionId = connection.connectionId}};
    }
    row.skip(1);
    connection.isEnabled = row.flag();
    connection.assignMembershipOnLogin = row.flag();
    connection.showAsButton = row.flag();
    connection.isSignupEnabled = row.flag();
    connection.organizationAccessLevel = row.sentText();
    connection.organizationMemberAccessLevel = row.sentText();
    connection.organizationConnectionName = row.sentText();
    if (!row.isNull())
        connection.json = RowText(row.text().toUtf8());
    return link;
}

FindingKey unusedKey(const ConnectionUse &connection)
{
    return {.rule = FindingRule::Unused, .connectionId = connection.id};
}

} // namespace

qsizetype InventoryContent::View::size() const
{
    qsizetype size = qsizetype(rows.size()) + rules.size();
    for (const FindingsOfRule &some : findings)
        size += some.size();
    return size;
}

//! Changes when another connection commits.
qint64 InventoryContent::dataVersion(Database &database)
{
    return database.value(u"PRAGMA data_version"_s).toLongLong();
}

void InventoryContent::load(Database &database)
{
    checkWhile(database, [&] { update(database); });
}

void InventoryContent::update(Database &database)
{
    const qint64 version = dataVersion(database);
    if (m_table && version == m_version)
        return;
    QElapsedTimer elapsed;
    elapsed.start();
    auto table = InventoryTable::load(database);
    if (database.problem())
        return;
    qCDebug(inventoryLog, "%lld links read in %lld ms", qlonglong(table->linkCount()),
            elapsed.elapsed());
    m_table = std::move(table);
    m_version = version;
}

InventorySummary InventoryContent::summarizeOrganizations(Database &database)
{
    InventorySummary summary;
    QHash<QString, QString> keys;
    Statement select(database, u"SELECT key, value FROM inventory"_s);
    while (select.next())
        keys.insert(select.text(0), select.text(1));
    summary.tenant = keys.value(InventoryKeys::Tenant);
    summary.endpoint = keys.value(InventoryKeys::Endpoint) == InventoryKeys::EnabledConnections
        ? ConnectionEndpoint::EnabledConnections
        : ConnectionEndpoint::Connections;
    summary.programVersion = keys.value(InventoryKeys::ProgramVersion);
    summary.scopes = keys.value(InventoryKeys::Scopes).split(u' ', Qt::SkipEmptyParts);
    summary.isPopulationFrozen = keys.contains(InventoryKeys::Frozen);
    summary.coversGivenOnly = keys.contains(InventoryKeys::GivenIds);
    summary.isListedAgain = keys.contains(InventoryKeys::ListedAgain);
    summary.catalogueReadAt = timeOf(keys.value(InventoryKeys::Catalogue));

    Statement runs(database,
                   u"SELECT began, coalesce(ended, heartbeat), requests FROM run ORDER BY id"_s);
    while (runs.next()) {
        RowReader row(database, runs);
        const QDateTime began = row.time();
        if (!summary.began.isValid())
            summary.began = began;
        summary.ended = row.time();
        summary.requests += row.count();
    }
    Statement states(database, u"SELECT state, count(*) FROM organization GROUP BY state"_s);
    while (states.next()) {
        RowReader row(database, states);
        const OrganizationState state = row.state();
        const qsizetype count = states.integer(1);
        switch (state) {
        case OrganizationState::Waiting:
            summary.counts.waiting = count;
            break;
        case OrganizationState::Read:
            summary.counts.read = count;
            break;
        case OrganizationState::Failed:
            summary.counts.failed = count;
            break;
        case OrganizationState::Gone:
            summary.counts.gone = count;
            break;
        }
    }
    summary.appeared = database.value(u"SELECT count(*) FROM appeared"_s).toLongLong();
    if (summary.isListedAgain) {
        summary.vanished =
            database.value(u"SELECT count(*) FROM organization WHERE seen_again = 0"_s)
                .toLongLong();
    }
    return summary;
}

InventorySummary InventoryContent::summarize(Database &database)
{
    InventorySummary summary = summarizeOrganizations(database);
    if (m_table && dataVersion(database) == m_version) {
        summary.links = m_table->linkCount();
        summary.connections = m_table->connectionCount();
    } else {
        summary.links = database.value(u"SELECT count(*) FROM link"_s).toLongLong();
        summary.connections = database
                                  .value(u"SELECT count(*) FROM connection WHERE EXISTS("
                                         "SELECT 1 FROM link WHERE con = connection.key)"_s)
                                  .toLongLong();
    }
    return summary;
}

InventoryView InventoryContent::open(Database &database, const InventoryQuery &query)
{
    update(database);
    if (database.problem())
        return {};
    QElapsedTimer elapsed;
    elapsed.start();
    View view{.list = query.list, .table = m_table};
    if (query.list == InventoryList::Rules) {
        view.rules = rules(database, query);
    } else if (query.list == InventoryList::Findings) {
        view.findings = findings(database, query.filter);
        view.mutes = mutes(database);
    } else {
        view.rows = m_table->rows(database, query);
        if (query.list != InventoryList::Links) // links get theirs in fetch()
            view.findingsOfRows = m_table->findingsOfRows(database, query.list);
    }
    if (database.problem())
        return {};
    qCDebug(inventoryLog, "list %d by column %d: %lld rows in %lld ms", int(query.list),
            int(query.sortedBy), qlonglong(view.size()), elapsed.elapsed());
    const qsizetype rows = view.size();
    forgetUnusedViews();
    m_views.emplace(++m_lastView, std::move(view));
    return {.number = m_lastView, .rows = rows, .most = m_table->mostIn(query.list)};
}

//! In the order of rules, or sorted by a column of numbers; equal ones keep that order.
QList<FindingCount> InventoryContent::rules(Database &database, const InventoryQuery &query)
{
    QList<FindingCount> findings = m_table->countFindings(database);
    const QList<ConnectionUse> unused = unusedConnections(database);
    const QList<FindingMute> muted = mutes(database);
    FindingCount &ofUnused = findings[qsizetype(FindingRule::Unused)];
    ofUnused.isChecked = hasCatalogue(database);
    for (const ConnectionUse &connection : unused)
        ++(muteOf(muted, unusedKey(connection)) ? ofUnused.muted : ofUnused.count);
    const auto sortBy = [&](auto valueOf) {
        std::ranges::stable_sort(findings, [&](const FindingCount &one, const FindingCount &other) {
            return query.isDescending ? valueOf(other) < valueOf(one)
                                      : valueOf(one) < valueOf(other);
        });
    };
    if (query.sortedBy == InventoryColumn::FindingCount)
        sortBy([](const FindingCount &count) { return count.count; });
    else if (query.sortedBy == InventoryColumn::MutedCount)
        sortBy([](const FindingCount &count) { return count.muted; });
    else if (query.sortedBy == InventoryColumn::Severity)
        sortBy([](const FindingCount &count) { return int(findingRule(count.rule).severity); });
    else if (!query.rulesByTitle.isEmpty())
        sortBy([&](const FindingCount &count) { return query.rulesByTitle.indexOf(count.rule); });
    else if (query.isDescending)
        std::ranges::reverse(findings);
    return findings;
}

QList<InventoryContent::FindingsOfRule> InventoryContent::findings(Database &database,
                                                                   const InventoryFilter &filter)
{
    QList<FindingRule> rules;
    for (const FindingRuleInfo &info : findingRules()) {
        if (filter.rules.isEmpty() || filter.rules.contains(info.rule))
            rules.append(info.rule);
    }
    const auto found = m_table->findings(database, rules, filter.withMuted);
    QList<FindingsOfRule> all;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        FindingsOfRule some{.rule = rules.at(i), .rows = found.at(i)};
        if (some.rule == FindingRule::Unused) {
            some.connections = unusedConnections(database);
            if (!filter.withMuted) {
                some.connections.removeIf([muted = mutes(database)](const ConnectionUse &use) {
                    return muteOf(muted, unusedKey(use)) != nullptr;
                });
            }
        }
        all.append(some);
    }
    return all;
}

QList<InventoryRow> InventoryContent::findings(Database &database, const View &view,
                                               qsizetype first, qsizetype end)
{
    QList<InventoryRow> rows;
    const auto add = [&](Finding finding) {
        if (const FindingMute *const mute = muteOf(view.mutes, finding.key))
            finding.muteReason = mute->reason;
        rows.append(finding);
    };
    Statement organization(database, u"SELECT id, name FROM organization WHERE ord = ?"_s);
    Statement connection(database, u"SELECT id, name FROM connection WHERE key = ?"_s);
    qsizetype before = 0; // rows of the rules that come first
    for (const FindingsOfRule &some : view.findings) {
        const bool isLink = findingRule(some.rule).subject == FindingSubject::Link;
        const qsizetype last = std::min(end - before, some.size());
        for (qsizetype i = std::max<qsizetype>(first - before, 0); i < last; ++i) {
            Finding finding{.key = {.rule = some.rule}};
            if (some.rule == FindingRule::Unused) {
                const ConnectionUse &unused = some.connections.at(i);
                finding.key = unusedKey(unused);
                finding.connectionName = unused.name;
                add(finding);
                continue;
            }
            const std::uint32_t row = some.rows[std::size_t(i)];
            organization.bind(isLink ? view.table->organizationOf(row)
                                     : view.table->organizationKey(row));
            if (organization.next()) {
                finding.key.organizationId = organization.text(0);
                finding.organizationName = organization.text(1);
            }
            if (isLink && connection.bind(view.table->connectionOf(row)).next()) {
                RowReader reader(database, connection);
                finding.key.connectionId = reader.text();
                finding.connectionName = reader.sentText();
            }
            add(finding);
        }
        before += some.size();
    }
    return rows;
}

QList<FindingMute> InventoryContent::mutes(Database &database)
{
    QList<FindingMute> mutes;
    Statement select(database,
                     u"SELECT rule, organization_id, connection_id, reason, muted_by, muted_at "
                     "FROM mute"_s);
    while (select.next()) {
        if (const auto rule = findingRuleOf(select.text(0))) {
            mutes.append({.key = {.rule = *rule,
                                  .organizationId = select.text(1),
                                  .connectionId = select.text(2)},
                          .reason = select.text(3),
                          .by = select.text(4),
                          .at = select.text(5)});
        }
    }
    return mutes;
}

//! And whether it can be held against the links: those of all organizations must be there.
bool InventoryContent::hasCatalogue(Database &database)
{
    const InventorySummary summary = summarize(database);
    return summary.isComplete() && !summary.coversGivenOnly && summary.hasCatalogue()
        && !database.problem();
}

QList<ConnectionUse> InventoryContent::unusedConnections(Database &database)
{
    QList<ConnectionUse> unused;
    if (!hasCatalogue(database))
        return unused;
    Statement select(database,
                     u"SELECT id, name, strategy FROM catalogue WHERE NOT EXISTS(SELECT 1 FROM "
                     "connection JOIN link ON link.con = connection.key WHERE connection.id = "
                     "catalogue.id) ORDER BY typeof(name) <> 'text', name, id"_s);
    while (select.next()) {
        RowReader row(database, select);
        ConnectionUse connection;
        connection.id = row.text();
        connection.name = row.sentText();
        connection.strategy = row.sentText();
        unused.append(connection);
    }
    return unused;
}

//! A view whose reply is dropped after it was made is never closed by its owner.
void InventoryContent::forgetUnusedViews()
{
    constexpr qint64 MostUnused = 8;
    std::erase_if(m_views, [&](const auto &view) {
        return !view.second.isUsed && view.first + MostUnused < m_lastView;
    });
}

InventoryContent::View *InventoryContent::viewOf(qint64 number)
{
    const auto view = m_views.find(number);
    if (view == m_views.end())
        return nullptr;
    view->second.isUsed = true;
    return &view->second;
}

QList<InventoryFacet> InventoryContent::facets(Database &database, const InventoryQuery &query)
{
    update(database);
    if (database.problem() || query.list == InventoryList::Rules
        || query.list == InventoryList::Findings)
        return {};
    return m_table->facets(database, query);
}

InventoryOverview InventoryContent::overview(Database &database)
{
    update(database);
    return database.problem() ? InventoryOverview() : m_table->overview(database);
}

QList<QList<OrganizationUse>> InventoryContent::organizationsOf(Database &database, qint64 number,
                                                                qsizetype first, qsizetype count,
                                                                qsizetype most)
{
    const View *const view = viewOf(number);
    if (!view || view->list != InventoryList::Connections)
        return {};
    const auto [begin, end] = rangeIn(*view, first, count);
    QList<QList<OrganizationUse>> uses;
    Statement select(database, u"SELECT id, name, display_name FROM organization WHERE ord = ?"_s);
    for (qsizetype i = begin; i < end && !database.problem(); ++i) {
        const auto links = view->table->linksOf(view->rows[std::size_t(i)]);
        QList<OrganizationUse> ofOne;
        for (const std::uint32_t link : links.first(std::min(links.size(), std::size_t(most)))) {
            OrganizationUse use{.isEnabled = view->table->isEnabled(link)};
            if (select.bind(view->table->organizationOf(link)).next())
                use.organization = {
                    .id = select.text(0), .name = select.text(1), .displayName = select.text(2)};
            ofOne.append(use);
        }
        uses.append(ofOne);
    }
    return uses;
}

//! The rows of a view that are asked for and there.
std::pair<qsizetype, qsizetype> InventoryContent::rangeIn(const View &view, qsizetype first,
                                                          qsizetype count)
{
    const qsizetype size = view.size();
    first = std::clamp<qsizetype>(first, 0, size);
    return {first, first + std::clamp<qsizetype>(count, 0, size - first)};
}

QList<InventoryRow> InventoryContent::fetch(Database &database, qint64 number, qsizetype first,
                                            qsizetype count)
{
    View *const view = viewOf(number);
    if (!view)
        return {};
    const auto [begin, end] = rangeIn(*view, first, count);
    switch (view->list) {
    case InventoryList::Links:
        if (view->findingsOfRows.empty())
            view->findingsOfRows = view->table->findingsOfRows(database, view->list);
        if (database.problem()) {
            view->findingsOfRows.clear(); // they may lack mutes
            return {};
        }
        return links(database, *view, begin, end);
    case InventoryList::Connections:
        return connections(database, *view, begin, end);
    case InventoryList::Organizations:
        return organizations(database, *view, begin, end);
    case InventoryList::Rules: {
        const QList<FindingCount> some = view->rules.sliced(begin, end - begin);
        return {some.begin(), some.end()};
    }
    case InventoryList::Findings:
        return findings(database, *view, begin, end);
    }
    Q_UNREACHABLE();
}

QList<InventoryRow> InventoryContent::links(Database &database, const View &view, qsizetype first,
                                            qsizetype end)
{
    QList<InventoryRow> rows;
    rows.reserve(end - first);
    Statement select(database,
                     u"SELECT o.id, o.name, o.display_name, o.read_at, c.id, c.name, c.strategy, "_s
                         + LinkColumns
                         + u" FROM organization o CROSS JOIN connection c "
                           "LEFT JOIN link l ON l.org = o.ord AND l.con = c.key "
                           "LEFT JOIN link_raw r ON r.org = o.ord AND r.con = c.key "
                           "WHERE o.ord = ? AND c.key = ?"_s);
    for (qsizetype i = first; i < end && !database.problem(); ++i) {
        const std::uint32_t link = view.rows[std::size_t(i)];
        select.bind(view.table->organizationOf(link), view.table->connectionOf(link));
        InventoryLink row = select.next() ? readLink(database, select) : InventoryLink();
        row.findings = InventoryTable::rulesIn(view.findingsOfRows[link]);
        rows.append(row);
    }
    return rows;
}

QList<InventoryRow> InventoryContent::connections(Database &database, const View &view,
                                                  qsizetype first, qsizetype end)
{
    QList<InventoryRow> rows;
    Statement select(database, u"SELECT id, name, strategy FROM connection WHERE key = ?"_s);
    for (qsizetype i = first; i < end && !database.problem(); ++i) {
        const std::uint32_t connection = view.rows[std::size_t(i)];
        ConnectionUse use = view.table->use(connection);
        use.findings = InventoryTable::rulesIn(view.findingsOfRows[connection]);
        select.bind(view.table->connectionKey(connection));
        if (select.next()) {
            RowReader row(database, select);
            use.id = row.text();
            use.name = row.sentText();
            use.strategy = row.sentText();
        }
        rows.append(use);
    }
    return rows;
}

QList<InventoryRow> InventoryContent::organizations(Database &database, const View &view,
                                                    qsizetype first, qsizetype end)
{
    QList<InventoryRow> rows;
    Statement select(database,
                     u"SELECT id, name, display_name, state, read_at, error_status, error_text "
                     "FROM organization WHERE ord = ?"_s);
    Statement links(database,
                    u"SELECT l.is_enabled, c.strategy FROM link l JOIN connection c "
                    "ON c.key = l.con WHERE l.org = ?"_s);
    for (qsizetype i = first; i < end && !database.problem(); ++i) {
        const std::uint32_t index = view.rows[std::size_t(i)];
        const qint64 key = view.table->organizationKey(index);
        InventoryOrganization organization{.findings =
                                               InventoryTable::rulesIn(view.findingsOfRows[index])};
        if (select.bind(key).next()) {
            RowReader row(database, select);
            organization.organization.id = row.text();
            organization.organization.name = row.text();
            organization.organization.displayName = row.text();
            organization.state = row.state();
            organization.readAt = row.time();
            organization.errorStatus = row.isNull() ? 0 : int(select.integer(5));
            organization.errorText = select.optionalText(6).value_or(QString());
        }
        for (links.bind(key); links.next();) {
            RowReader row(database, links);
            ++organization.connections;
            organization.enabled += row.flag().value_or(false) ? 1 : 0;
            const auto category = strategyInfo(row.sentText().value_or(QString())).category;
            if (!organization.categories.contains(category))
                organization.categories.append(category);
        }
        std::ranges::sort(organization.categories);
        rows.append(organization);
    }
    return rows;
}

std::optional<qsizetype> InventoryContent::find(Database &database, qint64 number,
                                                const InventoryKey &key)
{
    const View *const view = viewOf(number);
    if (!view)
        return {};
    if (view->list == InventoryList::Rules) {
        const auto found = std::ranges::find_if(
            view->rules, [&](const FindingCount &count) { return count.rule == key.rule; });
        if (found == view->rules.end())
            return {};
        return qsizetype(found - view->rules.begin());
    }
    if (view->list == InventoryList::Findings)
        return {}; // nothing looks for one
    const auto keyIn = [&](const QString &sql, const QString &id) {
        Statement select(database, sql);
        return select.bind(id).next() ? std::optional(select.integer(0)) : std::nullopt;
    };
    const auto organization =
        keyIn(u"SELECT ord FROM organization WHERE id = ?"_s, key.organizationId);
    const auto connection = keyIn(u"SELECT key FROM connection WHERE id = ?"_s, key.connectionId);
    const InventoryTable &table = *view->table;
    const auto isThis = [&](std::uint32_t row) {
        switch (view->list) {
        case InventoryList::Links:
            return table.organizationOf(row) == organization
                && table.connectionOf(row) == connection;
        case InventoryList::Connections:
            return table.connectionKey(row) == connection;
        case InventoryList::Organizations:
            return table.organizationKey(row) == organization;
        case InventoryList::Rules:
        case InventoryList::Findings:
            break;
        }
        Q_UNREACHABLE();
    };
    const auto found = std::ranges::find_if(view->rows, isThis);
    if (found == view->rows.end())
        return {};
    return qsizetype(found - view->rows.begin());
}

} // namespace Vestibule
