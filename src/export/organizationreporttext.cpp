// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/organizationreporttext.h"

#include "core/connectionfield.h"
#include "core/shortened.h"
#include "export/reporttext.h"
#include "models/connectiontext.h"
#include "models/findingtext.h"
#include "models/loginprompttext.h"
#include "models/organizationtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! An organization has at most ten connections; a file from a stranger may say otherwise.
constexpr qsizetype MostRows = 200;
constexpr qsizetype LongestShown = 80;
constexpr qsizetype LongestExplanation = 300;

struct OrganizationReportText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::OrganizationReportText)
};

//! The rows that a report shows. Without the others it is no longer whole.
PromptRows shownRows(const OrganizationReportContent &content)
{
    PromptRows rows = content.rows;
    if (rows.connections.size() > MostRows) {
        rows.connections.resize(MostRows);
        rows.isWhole = false;
    }
    return rows;
}

QString subtitleOf(OrganizationReportContent::Origin origin)
{
    switch (origin) {
    case OrganizationReportContent::Origin::Listing:
        return OrganizationReportText::tr("A report by Vestibule, read from the tenant");
    case OrganizationReportContent::Origin::SavedView:
        return OrganizationReportText::tr("A report from a saved view of Vestibule");
    case OrganizationReportContent::Origin::Inventory:
        return OrganizationReportText::tr("A report from an inventory of Vestibule");
    }
    Q_UNREACHABLE();
}

QString endpointPath(ConnectionEndpoint endpoint)
{
    switch (endpoint) {
    case ConnectionEndpoint::Connections:
        return u"GET /api/v2/organizations/{id}/connections"_s;
    case ConnectionEndpoint::EnabledConnections:
        return u"GET /api/v2/organizations/{id}/enabled_connections"_s;
    }
    Q_UNREACHABLE();
}

QString fileTitle(OrganizationReportContent::Origin origin)
{
    return origin == OrganizationReportContent::Origin::SavedView
        ? OrganizationReportText::tr("Saved view")
        : OrganizationReportText::tr("Inventory");
}

QList<HtmlReport::Fact> organizationFacts(const OrganizationReportContent &content)
{
    const Organization &organization = content.organization;
    return {
        {.title = OrganizationReportText::tr("Tenant"), .value = reportTenantName(content.tenant)},
        {.title = OrganizationReportText::tr("Display name"),
         .value = reportSafeText(organization.displayName)},
        {.title = OrganizationReportText::tr("Name"), .value = reportSafeText(organization.name)},
        {.title = OrganizationReportText::tr("ID"),
         .value = reportSafeText(organization.id),
         .isCode = true},
        {.title = OrganizationReportText::tr("Read on", "a date"),
         .value = reportTimeText(content.readAt)},
        {.title = OrganizationReportText::tr("Read with", "a request of the API"),
         .value = endpointPath(content.rows.endpoint),
         .isCode = true},
        {.title = fileTitle(content.origin), .value = reportSafeText(content.fileName, 255)},
        {.title = OrganizationReportText::tr("Its SHA-256"),
         .value = QString::fromLatin1(content.sha256.toHex()),
         .isCode = true},
    };
}

QString incompleteInventoryText()
{
    return OrganizationReportText::tr("The inventory is not complete: organizations that share "
                                      "these connections may be missing.");
}

QStringList organizationNotes(const OrganizationReportContent &content)
{
    QStringList notes;
    if (content.rows.endpoint == ConnectionEndpoint::EnabledConnections)
        notes.append(OrganizationReportText::tr(
            "The older list has no disabled connections and no access levels."));
    notes.append(
        OrganizationReportText::tr("This report shows which connections the organization has and "
                                   "how they are configured there. It does not cover members, "
                                   "roles, logs or the settings of the connections themselves."));
    if (content.origin != OrganizationReportContent::Origin::Inventory)
        notes.append(
            OrganizationReportText::tr("It does not cover other organizations: an inventory of the "
                                       "tenant shows whether they share these connections."));
    else if (!content.isInventoryComplete)
        notes.append(incompleteInventoryText());
    return notes;
}

HtmlReport::Section numbersOf(const OrganizationReportContent &content)
{
    using enum ConnectionField;
    const QList<OrganizationConnection> &rows = content.rows.connections;
    HtmlReport::Section section{
        .title = OrganizationReportText::tr("In numbers"),
        .facts = {
            {.title = OrganizationReportText::tr("Connections"),
             .value =
                 OrganizationReportText::tr("%1 (an organization can have %2)", "two numbers")
                     .arg(reportNumberText(rows.size()), reportNumberText(MaximumConnections))}}};
    for (const ConnectionField field :
         {IsEnabled, Strategy, OrganizationAccessLevel, OrganizationMemberAccessLevel,
          AssignMembershipOnLogin, ShowAsButton, IsSignupEnabled})
        section.facts.append({.title = fieldTitle(field), .value = commonValue(rows, field)});
    return section;
}

HtmlReport::Drawing::Part partOf(const PromptLine &line, PromptPlace place)
{
    HtmlReport::Drawing::Part part{
        .source = line.source.split(u" · "_s), .note = line.note, .isUncertain = line.isByDefault};
    if (!isOnPrompt(place)) {
        part.text = line.label;
        return part;
    }
    part.kind = line.kind;
    if (place != PromptPlace::DatabaseForm) {
        part.button = line.label;
        return part;
    }
    const PromptPageWords words = promptPageWords();
    part.fields = {words.identifier, words.password};
    part.button = words.send;
    part.text = line.signup;
    return part;
}

HtmlReport::Drawing drawingOf(const LoginPromptWords &words)
{
    HtmlReport::Drawing drawing{.caption = words.drawing, .heading = words.heading};
    if (!words.extent.isEmpty())
        drawing.caption += u' ' + words.extent;
    for (const QString &warning : {words.problem, words.nothing}) {
        if (!warning.isEmpty())
            drawing.warnings.append(warning);
    }
    bool hasForm = false;
    for (const PromptSection &section : words.sections) {
        QList<HtmlReport::Drawing::Part> parts;
        for (const PromptLine &line : section.lines)
            parts.append(partOf(line, section.place));
        if (!isOnPrompt(section.place)) {
            drawing.lists.append(
                {.title = section.title, .sentence = section.sentence, .parts = parts});
            continue;
        }
        if (std::exchange(hasForm, section.place == PromptPlace::DatabaseForm))
            parts.first().between = promptPageWords().otherwise;
        parts.last().remark = section.sentence;
        drawing.parts.append(parts);
    }
    HtmlReport::Drawing::List unknown{.title = words.unknownTitle};
    for (const QString &sentence : words.unknown)
        unknown.parts.append({.text = sentence});
    drawing.lists.append(unknown);
    return drawing;
}

//! The hints that are no findings, which have sections of their own, and the unknown fields.
HtmlReport::Cell remarksOf(const OrganizationConnection &connection)
{
    QStringList remarks = hintSentences(connection);
    for (const FindingRuleInfo &info : findingRules())
        remarks.removeAll(findingSentence(info.rule));
    for (const OtherField &field : otherFields(connection))
        remarks.append(OrganizationReportText::tr("%1: %2", "an unknown field and its value")
                           .arg(reportSafeText(field.name),
                                reportSafeText(QString::fromUtf8(field.json), LongestExplanation)));
    return {.items = remarks};
}

//! What is no value of the tenant's does not look like one. Not sent and null are two things.
HtmlReport::Cell shownValue(const OrganizationConnection &connection, ConnectionField field)
{
    if (!fieldApplies(connection, field))
        return {.note = valueWord(connection, field)};
    const QString value = shortened(spokenValue(connection, field), LongestShown);
    if (fieldPresence(connection, field) == FieldPresence::Sent)
        return {.items = {value}};
    return {.note = value};
}

HtmlReport::Section rowsSection(const OrganizationReportContent &content, const PromptRows &shown)
{
    using enum ConnectionField;
    constexpr std::array Fields{OrganizationConnectionName,
                                Strategy,
                                IsEnabled,
                                OrganizationAccessLevel,
                                OrganizationMemberAccessLevel,
                                AssignMembershipOnLogin,
                                ShowAsButton,
                                IsSignupEnabled};
    HtmlReport::Section section{.title = OrganizationReportText::tr("Connections")};
    if (shown.connections.size() < content.rows.connections.size())
        section.paragraphs.append(OrganizationReportText::tr("The first %1 of %2.")
                                      .arg(reportNumberText(shown.connections.size()),
                                           reportNumberText(content.rows.connections.size())));
    HtmlReport::Table table{.heads = {{.title = OrganizationReportText::tr("Connection")}}};
    for (const ConnectionField field : Fields)
        table.heads.append({.title = fieldTitle(field)});
    for (const OrganizationConnection &connection : shown.connections) {
        HtmlReport::Row row;
        row.cells.append(
            nameAndIdCell(connection.name.value_or(QString()), connection.connectionId));
        for (const ConnectionField field : Fields) {
            row.cells.append(shownValue(connection, field));
        }
        row.below = remarksOf(connection);
        row.belowTitle = OrganizationReportText::tr("Note:", "about a connection");
        table.rows.append(row);
    }
    section.table = table;
    return section;
}

} // namespace

bool OrganizationReportContent::isWhole() const
{
    return state == OrganizationState::Read && rows.isWhole && !rows.isEnabled;
}

QString organizationCoverageText(const OrganizationReportContent &content)
{
    const auto count = int(content.rows.connections.size());
    switch (content.state) {
    case OrganizationState::Waiting:
        return OrganizationReportText::tr("Not complete: the organization was not read yet.");
    case OrganizationState::Gone:
        return OrganizationReportText::tr("Not complete: the tenant listed the organization, but "
                                          "it no longer existed when it was to be read.");
    case OrganizationState::Failed:
        return OrganizationReportText::tr("Not complete: the organization could not be read: %1",
                                          "an error")
            .arg(content.errorText.isEmpty()
                     ? u"HTTP %1"_s.arg(content.errorStatus)
                     : reportSafeText(content.errorText, LongestExplanation));
    case OrganizationState::Read:
        break;
    }
    if (!content.rows.isWhole)
        return content.total
            ? OrganizationReportText::tr("Not complete: part of the list, %1 of %2 connections.")
                  .arg(reportNumberText(count), reportNumberText(*content.total))
            : OrganizationReportText::tr("Not complete: part of the list, with %Ln connection(s).",
                                         nullptr, count);
    if (content.rows.isEnabled == true)
        return OrganizationReportText::tr(
            "Not complete: only the %Ln enabled connection(s) of the organization.", nullptr,
            count);
    if (content.rows.isEnabled == false)
        return OrganizationReportText::tr(
            "Not complete: only the %Ln disabled connection(s) of the organization.", nullptr,
            count);
    if (content.rows.endpoint == ConnectionEndpoint::EnabledConnections)
        return OrganizationReportText::tr(
            "Complete: all %Ln connection(s) of the organization in the older list.", nullptr,
            count);
    return OrganizationReportText::tr("Complete: all %Ln connection(s) of the organization.",
                                      nullptr, count);
}

QString organizationMissingText(const OrganizationReportContent &content)
{
    if (!content.isWhole())
        return organizationCoverageText(content);
    return content.isInventoryComplete ? QString() : incompleteInventoryText();
}

HtmlReport organizationReportOf(const OrganizationReportContent &content)
{
    HtmlReport report{
        .language = OrganizationReportText::tr(
            "en", "the code of the language of these texts, for browsers"),
        .title = OrganizationReportText::tr("Connections of one organization: %1")
                     .arg(shortened(organizationTitle(content.organization), LongestShown)),
        .subtitle = subtitleOf(content.origin),
        .verdict = organizationCoverageText(content),
        .isComplete = content.isWhole(),
        .notes = organizationNotes(content),
        .facts = organizationFacts(content),
        .footer = OrganizationReportText::tr("Created on %1 by Vestibule %2.")
                      .arg(reportTimeText(content.madeAt), reportSafeText(content.programVersion))};
    if (content.state != OrganizationState::Read)
        return report; // there is nothing to say about its connections
    const PromptRows shown = shownRows(content);
    report.sections.append(numbersOf(content));
    report.sections.append(
        {.title = OrganizationReportText::tr("Login prompt"),
         .drawing = drawingOf(loginPromptWords(loginPrompt(shown), content.organization))});
    report.sections.append(findingSections(content.rules, content.findings, false));
    report.sections.append(rowsSection(content, shown));
    return report;
}

} // namespace Vestibule
