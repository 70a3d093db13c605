// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/reporttext.h"

#include "core/shortened.h"
#include "models/displaytext.h"
#include "models/drifttext.h"
#include "models/findingtext.h"
#include "models/inventorytext.h"
#include "models/organizationtext.h"
#include "session/drifttext.h"
#include "session/inventorytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestError = 300;
constexpr qsizetype LongestValue = 200;
constexpr qsizetype MostChanges = 1000;
constexpr qsizetype MostNotComparable = 300;

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ReportText)
};

QString reportTimeFormat()
{
    return ReportText::tr("d MMMM yyyy, HH:mm", "a date and a time");
}

QList<HtmlReport::Fact> factsOf(const ReportContent &content)
{
    const InventorySummary &summary = content.summary;
    return {
        {.title = ReportText::tr("Tenant"), .value = reportTenantName(summary.tenant)},
        {.title = ReportText::tr("Read from"), .value = reportTimeText(summary.began)},
        {.title = ReportText::tr("Read until"), .value = reportTimeText(summary.ended)},
        {.title = ReportText::tr("Organizations"), .value = countsText(summary.counts)},
        {.title = ReportText::tr("Requests"), .value = reportNumberText(summary.requests)},
        {.title = ReportText::tr("Scopes of the token"),
         .value = summary.scopes.isEmpty() ? ReportText::tr("not known", "scopes")
                                           : reportSafeText(summary.scopes.join(u' '), 1000),
         .isCode = !summary.scopes.isEmpty()},
        {.title = ReportText::tr("Inventory"), .value = reportSafeText(content.fileName, 255)},
        {.title = ReportText::tr("Its SHA-256"),
         .value = QString::fromLatin1(content.sha256.toHex()),
         .isCode = true},
    };
}

QStringList notesOf(const ReportContent &content)
{
    QStringList notes = coverageNotes(content.summary);
    notes.append(ReportText::tr(
        "This report shows which connections organizations have and how they are configured there. "
        "It does not cover members, roles, logs or the settings of the connections themselves."));
    const bool hasUnused = std::ranges::any_of(content.rules, [](const FindingCount &count) {
        return count.rule == FindingRule::Unused && count.isChecked;
    });
    if (!hasUnused)
        notes.append(ReportText::tr("Connections that no organization uses are not included."));
    if (content.drift && !content.drift->isComplete())
        notes.append(ReportText::tr("Not everything could be compared with the old inventory: see "
                                    "“Changes”."));
    return notes;
}

HtmlReport::Chart chartOf(const OverviewChart &chart)
{
    HtmlReport::Chart result{.title = chartTitle(chart), .note = leftOutText(chart)};
    qsizetype most = 1;
    for (const InventoryFacet &bar : chart.bars)
        most = std::max(most, bar.rows);
    for (const InventoryFacet &bar : chart.bars)
        result.bars.append({.label = reportSafeText(facetText(bar)),
                            .number = reportNumberText(bar.rows),
                            .share = double(bar.rows) / double(most)});
    return result;
}

HtmlReport::Section overviewOf(const InventoryOverview &overview)
{
    HtmlReport::Section section{.title = ReportText::tr("Overview")};
    section.paragraphs.append(
        ReportText::tr("%1, %2 and %3.", "organizations, connections, links")
            .arg(rowsText(InventoryList::Organizations, overview.organizations),
                 rowsText(InventoryList::Connections, overview.connections),
                 rowsText(InventoryList::Links, overview.links)));
    section.paragraphs.append(
        ReportText::tr("%Ln connection(s) belong to two or more organizations.", nullptr,
                       int(overview.sharedConnections)));
    for (const OverviewChart &chart : overview.charts)
        section.charts.append(chartOf(chart));
    return section;
}

HtmlReport::Cell organizationsOf(const ConnectionUse &use, const QList<OrganizationUse> &first)
{
    HtmlReport::Cell cell;
    for (const OrganizationUse &each : first) {
        const QString name = reportSafeText(organizationTitle(each.organization));
        cell.items.append(each.isEnabled == FlagChoice::No
                              ? ReportText::tr("%1 (disabled)", "an organization").arg(name)
                              : name);
    }
    const qsizetype others = use.organizations - first.size();
    if (others > 0 && !first.isEmpty())
        cell.items.append(ReportText::tr("and %Ln more", "organizations", int(others)));
    return cell;
}

HtmlReport::Section connectionsOf(const ReportContent &content)
{
    using enum InventoryColumn;
    // Few enough for a page: where a connection is disabled is said beside the organization.
    constexpr std::array Columns{Strategy, Organizations, Enabled, Membership, Signup, Levels};
    constexpr auto isNumber = [](InventoryColumn column) {
        return column != Strategy && column != Levels;
    };
    HtmlReport::Section section{.title = ReportText::tr("Connections and their organizations")};
    const qsizetype shown = content.connections.size();
    if (shown < content.overview.connections) {
        section.paragraphs.append(
            ReportText::tr("The %1 connections used by the most organizations, of %2. All of them "
                           "are in the inventory and in its CSV export.")
                .arg(reportNumberText(shown), reportNumberText(content.overview.connections)));
    }
    HtmlReport::Table table{
        .heads = {{.title = columnTitle(InventoryList::Connections, ConnectionName)}}};
    for (const InventoryColumn column : Columns)
        table.heads.append({.title = columnTitle(InventoryList::Connections, column),
                            .isNumber = isNumber(column)});
    for (qsizetype i = 0; i < shown; ++i) {
        const ConnectionUse &use = content.connections.at(i);
        HtmlReport::Row row;
        row.cells.append({.items = {reportSafeText(cellWord(use, ConnectionName))},
                          .note = reportSafeText(use.id),
                          .isCodeNote = true});
        for (const InventoryColumn column : Columns)
            row.cells.append({.items = {reportSafeText(cellWord(use, column))}});
        row.below = organizationsOf(use, content.organizations.value(i));
        row.belowTitle = ReportText::tr("In:", "organizations that have a connection");
        table.rows.append(row);
    }
    section.table = table;
    return section;
}

//! Which inventories were compared, side by side.
HtmlReport::Section comparisonOf(const ReportContent &content)
{
    const Drift &drift = *content.drift;
    HtmlReport::Section section{.title = ReportText::tr("Changes"),
                                .paragraphs = {driftValuesText(drift)}};
    section.paragraphs.append(
        drift.options.byName ? ReportText::tr("Organizations and connections were matched by name.")
                             : ReportText::tr("Organizations and connections were matched by ID."));
    section.paragraphs.append(driftNotes(drift));
    HtmlReport::Table table{.heads = {{.title = ReportText::tr("Compared", "two inventories")},
                                      {.title = ReportText::tr("Old", "an inventory")},
                                      {.title = ReportText::tr("New", "an inventory")}}};
    const auto add = [&table](const QString &title, const QString &before, const QString &after) {
        if (!before.isEmpty() || !after.isEmpty())
            table.rows.append({.cells = {{.items = {title}},
                                         {.items = {before.isEmpty() ? u"–"_s : before}},
                                         {.items = {after.isEmpty() ? u"–"_s : after}}}});
    };
    const InventorySummary &before = drift.oldInventory;
    const InventorySummary &after = drift.newInventory;
    add(ReportText::tr("Tenant"), reportTenantName(before.tenant), reportTenantName(after.tenant));
    add(ReportText::tr("Read from"), reportTimeTextBeside(before.began, after.began),
        reportTimeTextBeside(after.began, before.began));
    add(ReportText::tr("Read until"), reportTimeTextBeside(before.ended, after.ended),
        reportTimeTextBeside(after.ended, before.ended));
    add(ReportText::tr("Coverage"), coverageText(before), coverageText(after));
    add(ReportText::tr("Inventory"), reportSafeText(content.oldFileName, 255),
        reportSafeText(content.fileName, 255));
    add(ReportText::tr("Its SHA-256"), QString::fromLatin1(content.oldSha256.toHex()),
        QString::fromLatin1(content.sha256.toHex()));
    section.table = table;
    return section;
}

//! "Enabled", with the API's name below it. A field that this version does not know has no title.
HtmlReport::Cell fieldCell(const QString &field)
{
    const QString title = driftFieldTitle(field);
    if (title == displaySafe(field))
        return {.items = {reportSafeText(field)}};
    return {.items = {title}, .note = field, .isCodeNote = true};
}

HtmlReport::Cell changeCell(const DriftChange &change)
{
    return change.kind == DriftKind::Changed
        ? fieldCell(change.field)
        : HtmlReport::Cell{.items = {driftKindWord(change.kind)}};
}

//! What was not sent and null are no values of the tenant's, and do not look like them.
HtmlReport::Cell valueCell(const DriftValue &value)
{
    DriftValue shown = value;
    shown.text = shortened(value.text, LongestValue);
    switch (value.kind) {
    case DriftValue::Kind::Absent:
        return {.note = driftValueText(shown)};
    case DriftValue::Kind::Null:
        return {.note = driftValueText(shown), .isCodeNote = true};
    case DriftValue::Kind::Flag:
    case DriftValue::Kind::Text:
    case DriftValue::Kind::Json:
        return {.items = {driftValueText(shown)}};
    }
    Q_UNREACHABLE();
}

HtmlReport::Row changeRow(const DriftChange &change, const DriftChange *previous)
{
    const bool isFirst = !previous || previous->organizationId != change.organizationId;
    HtmlReport::Row row;
    if (isFirst && change.organizationId.isEmpty())
        row.group = {.items = {ReportText::tr("In all organizations", "a connection has changed")}};
    else if (isFirst)
        row.group = nameAndIdCell(change.organizationName, change.organizationId);
    if (change.connectionId.isEmpty())
        row.cells.append({.items = {ReportText::tr("The organization")}});
    else if (isFirst || previous->connectionId != change.connectionId)
        row.cells.append(nameAndIdCell(change.connectionName, change.connectionId));
    else
        row.cells.append(
            {.items = nameAndIdCell(change.connectionName, change.connectionId).items});
    row.cells.append(changeCell(change));
    if (change.kind == DriftKind::Changed)
        row.cells.append({valueCell(change.before), valueCell(change.after)});
    else
        row.cells.append({HtmlReport::Cell(), HtmlReport::Cell()});
    return row;
}

//! Of the changes, those that are comparable or those that are not. Absent if there are none.
std::optional<HtmlReport::Section> changesOf(const Drift &drift, bool isComparable)
{
    const qsizetype most = isComparable ? MostChanges : MostNotComparable;
    const qsizetype count = isComparable ? drift.counts.differences() : drift.counts.notComparable;
    if (count == 0)
        return {};
    HtmlReport::Table table{
        .heads = {{.title = ReportText::tr("Connection")},
                  {.title = ReportText::tr("Change", "added, removed, or a field")},
                  {.title = ReportText::tr("Before", "the value of a field")},
                  {.title = ReportText::tr("After", "the value of a field")}}};
    if (!isComparable)
        table.heads.resize(2);
    const DriftChange *previous = nullptr;
    for (const DriftChange &change : drift.changes) {
        if ((change.kind != DriftKind::NotComparable) != isComparable)
            continue;
        if (table.rows.size() == most)
            break;
        table.rows.append(changeRow(change, previous));
        table.rows.last().cells.resize(table.heads.size());
        previous = &change;
    }
    HtmlReport::Section section{.title = isComparable
                                    ? ReportText::tr("What has changed")
                                    : ReportText::tr("What could not be compared"),
                                .table = table};
    if (table.rows.size() < count)
        section.paragraphs.append(
            ReportText::tr("The first %1 of %2. “vestibule compare” writes all of them.")
                .arg(reportNumberText(table.rows.size()), reportNumberText(count)));
    return section;
}

//! What a rule has found. In one organization, the links are simply its connections.
QString foundText(const FindingCount &count, bool namesOrganizations)
{
    if (namesOrganizations)
        return findingCountText(count.rule, count.count);
    return findingRule(count.rule).subject == FindingSubject::Organization
        ? ReportText::tr("the organization", "is what a rule has found")
        : ReportText::tr("%Ln connection(s)", nullptr, int(count.count));
}

//! Every rule, so that what was looked for and not found is said as well.
HtmlReport::Section rulesOf(const QList<FindingCount> &rules, bool namesOrganizations)
{
    using enum InventoryColumn;
    HtmlReport::Section section{
        .title = ReportText::tr("Findings"),
        .paragraphs = {ReportText::tr(
            "What documented rules report, without a score: you decide what is intended. A field "
            "that was not sent, or is null, counts as neither “Yes” nor “No”.")}};
    HtmlReport::Table table;
    for (const InventoryColumn column : {Rule, Severity, FindingCount, MutedCount})
        table.heads.append(
            {.title = columnTitle(InventoryList::Rules, column), .isNumber = column == MutedCount});
    for (const Vestibule::FindingCount &count : rules) {
        HtmlReport::Row row;
        for (const InventoryColumn column : {Rule, Severity, FindingCount, MutedCount})
            row.cells.append({.items = {cellWord(count, column)}});
        if (!namesOrganizations && count.count > 0)
            row.cells[2] = {.items = {foundText(count, false)}};
        table.rows.append(row);
    }
    section.table = table;
    return section;
}

//! What one rule has found.
HtmlReport::Section evidenceOf(const FindingCount &count, const QList<Finding> &first,
                               bool namesOrganizations)
{
    const FindingRuleInfo &info = findingRule(count.rule);
    HtmlReport::Section section{.title = findingTitle(count.rule),
                                .paragraphs = {severityWord(info.severity) + u" · "_s
                                                   + foundText(count, namesOrganizations),
                                               findingSentence(count.rule)},
                                .sourceTitle = ReportText::tr("Documentation"),
                                .source = QUrl(info.source)};
    if (first.size() < count.count)
        section.paragraphs.append(
            ReportText::tr("The first %1 of %2.")
                .arg(reportNumberText(first.size()), reportNumberText(count.count)));
    const bool hasOrganization = namesOrganizations && info.subject != FindingSubject::Connection;
    const bool hasConnection = info.subject != FindingSubject::Organization;
    if (!hasOrganization && !hasConnection)
        return section;
    HtmlReport::Table table;
    if (hasOrganization)
        table.heads.append({.title = ReportText::tr("Organization")});
    if (hasConnection)
        table.heads.append({.title = ReportText::tr("Connection")});
    for (const Finding &finding : first) {
        HtmlReport::Row row;
        if (hasOrganization)
            row.cells.append(nameAndIdCell(finding.organizationName, finding.key.organizationId));
        if (hasConnection)
            row.cells.append(nameAndIdCell(finding.connectionName.value_or(QString()),
                                           finding.key.connectionId));
        table.rows.append(row);
    }
    section.table = table;
    return section;
}

HtmlReport::Section failedOf(const ReportContent &content)
{
    HtmlReport::Section section{.title = ReportText::tr("Organizations that could not be read")};
    const qsizetype shown = content.failed.size();
    if (shown < content.summary.counts.failed)
        section.paragraphs.append(
            ReportText::tr("The first %1 of %2.")
                .arg(reportNumberText(shown), reportNumberText(content.summary.counts.failed)));
    HtmlReport::Table table{
        .heads = {{.title = ReportText::tr("Organization")},
                  {.title = ReportText::tr("Response", "HTTP status"), .isNumber = true},
                  {.title = ReportText::tr("Error")}}};
    for (const InventoryOrganization &each : content.failed) {
        HtmlReport::Row row;
        row.cells.append({.items = {reportSafeText(organizationTitle(each.organization))},
                          .note = reportSafeText(each.organization.id),
                          .isCodeNote = true});
        row.cells.append(
            {.items = {each.errorStatus == 0 ? u"–"_s : QString::number(each.errorStatus)}});
        row.cells.append({.items = {reportSafeText(each.errorText, LongestError)}});
        table.rows.append(row);
    }
    section.table = table;
    return section;
}

} // namespace

QString reportSafeText(const QString &text, qsizetype length)
{
    return displaySafe(shortened(text, length));
}

QString reportNumberText(qsizetype number)
{
    return QLocale().toString(qlonglong(number));
}

//! An auditor may sit in another time zone.
QString reportTimeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return datedText(time.toUTC(), reportTimeFormat()) + " UTC"_L1;
}

QString reportTimeTextBeside(const QDateTime &time, const QDateTime &other)
{
    const QString text = reportTimeText(time);
    if (time == other || text != reportTimeText(other))
        return text;
    const QString withSeconds = reportTimeFormat().replace("HH:mm"_L1, "HH:mm:ss"_L1);
    return datedText(time.toUTC(), withSeconds) + " UTC"_L1;
}

QString reportTenantName(const QString &tenant)
{
    return tenant == "demo"_L1 ? ReportText::tr("Demo tenant") : reportSafeText(tenant, 255);
}

HtmlReport::Cell nameAndIdCell(const QString &name, const QString &id)
{
    return {.items = {reportSafeText(name.isEmpty() ? id : name)},
            .note = reportSafeText(id),
            .isCodeNote = true};
}

QList<HtmlReport::Section> findingSections(const QList<FindingCount> &rules,
                                           const QList<QList<Finding>> &findings,
                                           bool namesOrganizations)
{
    if (rules.isEmpty())
        return {};
    QList<HtmlReport::Section> sections{rulesOf(rules, namesOrganizations)};
    for (qsizetype i = 0; i < findings.size(); ++i) {
        if (!findings.at(i).isEmpty())
            sections.append(evidenceOf(rules.at(i), findings.at(i), namesOrganizations));
    }
    return sections;
}

HtmlReport reportOf(const ReportContent &content)
{
    HtmlReport report{
        .language = ReportText::tr("en", "the code of the language of these texts, for browsers"),
        .title = ReportText::tr("Connections of all organizations: %1", "a tenant")
                     .arg(reportTenantName(content.summary.tenant)),
        .subtitle = ReportText::tr("A report from an inventory of Vestibule"),
        .verdict = coverageText(content.summary),
        .isComplete = content.summary.isComplete(),
        .notes = notesOf(content),
        .facts = factsOf(content),
        .footer = ReportText::tr("Created on %1 by Vestibule %2; the inventory by Vestibule %3.")
                      .arg(reportTimeText(content.madeAt), reportSafeText(content.programVersion),
                           reportSafeText(content.summary.programVersion))};
    report.sections.append(overviewOf(content.overview));
    if (content.drift) {
        report.sections.append(comparisonOf(content));
        for (const bool isComparable : {true, false}) {
            if (const auto changes = changesOf(*content.drift, isComparable))
                report.sections.append(*changes);
        }
    }
    report.sections.append(findingSections(content.rules, content.findings, true));
    if (!content.connections.isEmpty())
        report.sections.append(connectionsOf(content));
    if (!content.failed.isEmpty())
        report.sections.append(failedOf(content));
    return report;
}

} // namespace Vestibule
