// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/inventorytext.h"

#include "core/masking.h"
#include "core/shortened.h"
#include "models/columntext.h"
#include "models/displaytext.h"
#include "models/findingtext.h"
#include "models/organizationtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestCell = 1000; // in QChars; a hostile name would block the window

struct InventoryText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::InventoryText)
};

QString cellText(const QString &text)
{
    return text.isEmpty() ? u"–"_s : displaySafe(shortened(text, LongestCell));
}

QString numberText(int number)
{
    return QLocale().toString(number);
}

//! Zero is drawn as a dash, so that the other numbers stand out.
QString countText(int count)
{
    return count == 0 ? u"–"_s : numberText(count);
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? readTimeText(time.toLocalTime()) : u"–"_s;
}

//! A row with nothing but the name and strategy of a connection, whose words connectiontext knows.
OrganizationConnection nameOf(const ConnectionUse &use)
{
    return {.connectionId = use.id, .name = use.name, .strategy = use.strategy};
}

QString linkWord(const InventoryLink &link, InventoryColumn column)
{
    if (const auto field = fieldOf(column))
        return valueWord(link.connection, *field);
    switch (column) {
    case InventoryColumn::OrganizationName:
        return cellText(link.organization.name);
    case InventoryColumn::OrganizationDisplayName:
        return organizationTitle(link.organization);
    case InventoryColumn::OrganizationId:
        return cellText(link.organization.id);
    case InventoryColumn::ReadAt:
        return timeText(link.readAt);
    default:
        return {};
    }
}

//! A level that was sent; empty when none was, or null.
QString levelWord(const QString &level)
{
    if (level.isEmpty())
        return InventoryText::tr("No value", "an access level");
    const OrganizationConnection connection{.organizationAccessLevel = level};
    return valueWord(connection, ConnectionField::OrganizationAccessLevel);
}

//! What the access levels of its links read like: "None (3), Full (1)".
QString levelsText(const ConnectionUse &use)
{
    if (use.levels.size() == 1)
        return levelWord(use.levels.constFirst().first);
    QStringList words;
    for (const auto &[level, count] : use.levels)
        words.append(levelWord(level) + " ("_L1 + numberText(count) + u')');
    return words.isEmpty() ? u"–"_s : words.join(", "_L1);
}

QString useWord(const ConnectionUse &use, InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::ConnectionName:
        return valueWord(nameOf(use), ConnectionField::Name);
    case InventoryColumn::Strategy:
        return valueWord(nameOf(use), ConnectionField::Strategy);
    case InventoryColumn::ConnectionId:
        return cellText(use.id);
    case InventoryColumn::Organizations:
        return numberText(use.organizations);
    case InventoryColumn::Enabled:
        return countText(use.enabled);
    case InventoryColumn::Disabled:
        return countText(use.disabled);
    case InventoryColumn::Membership:
        return countText(use.membership);
    case InventoryColumn::Signup:
        return countText(use.signup);
    case InventoryColumn::Shown:
        return countText(use.shown);
    case InventoryColumn::Levels:
        return levelsText(use);
    default:
        return {};
    }
}

//! Only this many words, and how many more there are.
QString categoriesText(const QList<StrategyCategory> &categories, qsizetype most)
{
    QStringList words;
    for (const StrategyCategory category : categories.first(std::min(most, categories.size())))
        words.append(categoryWord(category));
    const qsizetype more = categories.size() - words.size();
    const QString rest = more > 0 ? u" +"_s + QLocale().toString(more) : QString();
    return words.isEmpty() ? u"–"_s : words.join(", "_L1) + rest;
}

QString organizationWord(const InventoryOrganization &entry, InventoryColumn column)
{
    const bool isRead = entry.state == OrganizationState::Read;
    switch (column) {
    case InventoryColumn::OrganizationName:
        return cellText(entry.organization.name);
    case InventoryColumn::OrganizationDisplayName:
        return organizationTitle(entry.organization);
    case InventoryColumn::OrganizationId:
        return cellText(entry.organization.id);
    case InventoryColumn::Connections: // not known is not none
        return isRead ? numberText(entry.connections) : u"–"_s;
    case InventoryColumn::Enabled:
        return isRead ? numberText(entry.enabled) : u"–"_s;
    case InventoryColumn::Categories:
        return categoriesText(entry.categories, entry.categories.size());
    case InventoryColumn::State:
        return stateWord(entry.state);
    case InventoryColumn::ReadAt:
        return timeText(entry.readAt);
    default:
        return {};
    }
}

QString ruleWord(const FindingCount &count, InventoryColumn column)
{
    const FindingRuleInfo &info = findingRule(count.rule);
    switch (column) {
    case InventoryColumn::Rule:
        return findingTitle(count.rule);
    case InventoryColumn::Severity:
        return severityWord(info.severity);
    case InventoryColumn::FindingCount:
        if (!count.isChecked)
            return InventoryText::tr("not checked", "findings");
        return count.count == 0 ? u"–"_s : findingCountText(count.rule, count.count);
    case InventoryColumn::MutedCount:
        return countText(int(count.muted));
    default:
        return {};
    }
}

QString findingWord(const Finding &finding, InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::Rule:
        return findingTitle(finding.key.rule);
    case InventoryColumn::OrganizationName:
        return cellText(finding.organizationName);
    case InventoryColumn::OrganizationId:
        return cellText(finding.key.organizationId);
    case InventoryColumn::ConnectionName:
        return cellText(finding.connectionName.value_or(QString()));
    case InventoryColumn::ConnectionId:
        return cellText(finding.key.connectionId);
    default:
        return {};
    }
}

//! A flag's value as a facet: the words of its column do not say which flag they belong to. What
//! was not sent and null are one facet, with words that are right for both.
struct FlagTexts {
    QString yes;
    QString no;
    QString noValue;
};

FlagTexts flagTexts(InventoryFacet::Kind kind)
{
    switch (kind) {
    case InventoryFacet::Kind::Enabled:
        return {InventoryText::tr("Enabled", "links"), InventoryText::tr("Disabled", "links"),
                InventoryText::tr("Enabled: no value")};
    case InventoryFacet::Kind::Membership:
        return {InventoryText::tr("Automatic", "membership"),
                InventoryText::tr("Invited", "membership"),
                InventoryText::tr("Membership: no value")};
    case InventoryFacet::Kind::Signup:
        return {InventoryText::tr("Sign-up on"), InventoryText::tr("Sign-up off"),
                InventoryText::tr("Sign-up: no value")};
    case InventoryFacet::Kind::Button:
        return {InventoryText::tr("Shown"), InventoryText::tr("Hidden"),
                InventoryText::tr("Button: no value")};
    default:
        return {};
    }
}

} // namespace

std::optional<ConnectionField> fieldOf(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::ConnectionName:
        return ConnectionField::Name;
    case InventoryColumn::Strategy:
        return ConnectionField::Strategy;
    case InventoryColumn::ConnectionId:
        return ConnectionField::ConnectionId;
    case InventoryColumn::OrganizationConnectionName:
        return ConnectionField::OrganizationConnectionName;
    case InventoryColumn::IsEnabled:
        return ConnectionField::IsEnabled;
    case InventoryColumn::OrganizationAccessLevel:
        return ConnectionField::OrganizationAccessLevel;
    case InventoryColumn::OrganizationMemberAccessLevel:
        return ConnectionField::OrganizationMemberAccessLevel;
    case InventoryColumn::AssignMembershipOnLogin:
        return ConnectionField::AssignMembershipOnLogin;
    case InventoryColumn::ShowAsButton:
        return ConnectionField::ShowAsButton;
    case InventoryColumn::IsSignupEnabled:
        return ConnectionField::IsSignupEnabled;
    default:
        return {};
    }
}

QString listTitle(InventoryList list)
{
    switch (list) {
    case InventoryList::Links:
        return InventoryText::tr("Links");
    case InventoryList::Connections:
        return InventoryText::tr("Connections");
    case InventoryList::Organizations:
        return InventoryText::tr("Organizations");
    case InventoryList::Rules:
    case InventoryList::Findings:
        return InventoryText::tr("Findings");
    }
    Q_UNREACHABLE();
}

QString columnTitle(InventoryList list, InventoryColumn column)
{
    // There are other names and IDs beside these two.
    if (column == InventoryColumn::ConnectionName)
        return InventoryText::tr("Connection");
    if (column == InventoryColumn::ConnectionId)
        return InventoryText::tr("Connection ID");
    if (const auto field = fieldOf(column))
        return columnHead(*field);
    switch (column) {
    case InventoryColumn::OrganizationName:
        return InventoryText::tr("Short name");
    case InventoryColumn::OrganizationDisplayName:
        return InventoryText::tr("Organization");
    case InventoryColumn::OrganizationId:
        return InventoryText::tr("Organization ID");
    case InventoryColumn::ReadAt:
        return InventoryText::tr("Read", "at this time");
    case InventoryColumn::State:
        return InventoryText::tr("State");
    case InventoryColumn::Organizations:
        return InventoryText::tr("Organizations");
    case InventoryColumn::Enabled:
        return InventoryText::tr("Enabled", "links");
    case InventoryColumn::Disabled:
        return InventoryText::tr("Disabled", "links");
    case InventoryColumn::Membership:
        return InventoryText::tr("Automatic", "membership");
    case InventoryColumn::Signup:
        return InventoryText::tr("Sign-up");
    case InventoryColumn::Shown:
        return InventoryText::tr("Button");
    case InventoryColumn::Levels:
        return InventoryText::tr("Access levels");
    case InventoryColumn::Connections:
        return InventoryText::tr("Connections");
    case InventoryColumn::Categories:
        return InventoryText::tr("Categories");
    case InventoryColumn::Rule:
        return InventoryText::tr("Finding");
    case InventoryColumn::Severity:
        return InventoryText::tr("Severity");
    case InventoryColumn::FindingCount:
        return InventoryText::tr("Found");
    case InventoryColumn::MutedCount:
        return InventoryText::tr("Muted");
    default: // the fields of a connection
        break;
    }
    Q_UNUSED(list)
    Q_UNREACHABLE();
}

QString columnSentence(InventoryList list, InventoryColumn column)
{
    if (list == InventoryList::Links) {
        if (const auto field = fieldOf(column))
            return fieldTitle(*field) + " ("_L1 + apiName(*field) + u')';
    }
    const bool isOrganization = list == InventoryList::Organizations;
    switch (column) {
    case InventoryColumn::OrganizationName:
        return InventoryText::tr("The organization's short name, as the API has it.");
    case InventoryColumn::OrganizationDisplayName:
        return InventoryText::tr("The organization's display name.");
    case InventoryColumn::ReadAt:
        return InventoryText::tr("When the organization's connections were read.");
    case InventoryColumn::State:
        return InventoryText::tr("Whether the organization's connections were read.");
    case InventoryColumn::Organizations:
        return InventoryText::tr(
            "The number of organizations that use the connection, enabled or not.");
    case InventoryColumn::Enabled:
        return isOrganization
            ? InventoryText::tr("The number of the organization's enabled connections.")
            : InventoryText::tr("The number of organizations where the connection is enabled.");
    case InventoryColumn::Disabled:
        return InventoryText::tr("The number of organizations where the connection is disabled.");
    case InventoryColumn::Membership:
        return InventoryText::tr(
            "The number of organizations where signing in with it makes users members.");
    case InventoryColumn::Signup:
        return InventoryText::tr("The number of organizations where users can sign up with it.");
    case InventoryColumn::Shown:
        return InventoryText::tr(
            "The number of organizations whose login page shows a button for it.");
    case InventoryColumn::Levels:
        return InventoryText::tr("What the organizations' administrators can do with it, and in "
                                 "how many organizations.");
    case InventoryColumn::Connections:
        return InventoryText::tr("The number of the organization's connections, enabled or not.");
    case InventoryColumn::Categories:
        return InventoryText::tr("The kinds of the organization's connections.");
    case InventoryColumn::Rule:
        return InventoryText::tr("What a documented rule reports about links or organizations.");
    case InventoryColumn::FindingCount:
        return InventoryText::tr("The number of links, organizations or connections that the rule "
                                 "reports, without the muted ones.");
    case InventoryColumn::MutedCount:
        return InventoryText::tr(
            "The number of the rule's findings that were muted with a reason.");
    default:
        return columnTitle(list, column);
    }
}

QString cellWord(const InventoryRow &row, InventoryColumn column)
{
    if (const auto *link = std::get_if<InventoryLink>(&row))
        return linkWord(*link, column);
    if (const auto *use = std::get_if<ConnectionUse>(&row))
        return useWord(*use, column);
    if (const auto *count = std::get_if<FindingCount>(&row))
        return ruleWord(*count, column);
    if (const auto *finding = std::get_if<Finding>(&row))
        return findingWord(*finding, column);
    return organizationWord(std::get<InventoryOrganization>(row), column);
}

QString shortCellWord(const InventoryRow &row, InventoryColumn column)
{
    const auto *link = std::get_if<InventoryLink>(&row);
    const auto *use = std::get_if<ConnectionUse>(&row);
    const auto *entry = std::get_if<InventoryOrganization>(&row);
    const std::optional<QString> strategy = link ? link->connection.strategy
        : use                                    ? use->strategy
                                                 : std::nullopt;
    if (column == InventoryColumn::Strategy && strategy)
        return shortStrategyWord(*strategy);
    if (column == InventoryColumn::Categories && entry)
        return shortCategoriesText(entry->categories);
    return cellWord(row, column);
}

CellMeaning cellMeaning(const InventoryRow &row, InventoryColumn column)
{
    const auto field = fieldOf(column);
    if (const auto *link = std::get_if<InventoryLink>(&row); link && field)
        return cellMeaning(link->connection, *field);
    return cellWord(row, column) == u"–"_s ? CellMeaning::NotSent : CellMeaning::Text;
}

QString spokenCell(const InventoryRow &row, InventoryColumn column)
{
    const auto field = fieldOf(column);
    if (const auto *link = std::get_if<InventoryLink>(&row); link && field)
        return spokenField(link->connection, *field);
    const auto list = std::holds_alternative<InventoryLink>(row) ? InventoryList::Links
        : std::holds_alternative<ConnectionUse>(row)             ? InventoryList::Connections
        : std::holds_alternative<FindingCount>(row)              ? InventoryList::Rules
        : std::holds_alternative<Finding>(row)                   ? InventoryList::Findings
                                                                 : InventoryList::Organizations;
    const auto *entry = std::get_if<InventoryOrganization>(&row);
    const bool isUnknown = entry && entry->state != OrganizationState::Read;
    QString word = cellWord(row, column);
    if (word == u"–"_s)
        word = isUnknown ? stateWord(entry->state) : InventoryText::tr("none");
    return InventoryText::tr("%1: %2", "the title and the value of a cell")
        .arg(columnTitle(list, column), word);
}

QString shortCategoriesText(const QList<StrategyCategory> &categories)
{
    return categoriesText(categories, 2);
}

QString stateWord(OrganizationState state)
{
    switch (state) {
    case OrganizationState::Waiting:
        return InventoryText::tr("Not read yet");
    case OrganizationState::Read:
        return InventoryText::tr("Read", "an organization");
    case OrganizationState::Failed:
        return InventoryText::tr("Failed", "reading an organization");
    case OrganizationState::Gone:
        return InventoryText::tr("Gone", "an organization");
    }
    Q_UNREACHABLE();
}

QString linkStateText(const InventoryLink &link)
{
    const auto word = [](const std::optional<bool> &flag, const QString &yes, const QString &no,
                         const QString &noValue) {
        return !flag ? noValue : *flag ? yes : no;
    };
    return word(link.connection.isEnabled, InventoryText::tr("Enabled", "one link"),
                InventoryText::tr("Disabled", "one link"), InventoryText::tr("Enabled: no value"))
        + u" · "_s
        + word(link.connection.assignMembershipOnLogin,
               InventoryText::tr("automatic", "how people become members"),
               InventoryText::tr("by invitation", "how people become members"),
               InventoryText::tr("membership: no value"));
}

QString facetText(const InventoryFacet &facet)
{
    if (facet.flag) {
        const FlagTexts texts = flagTexts(facet.kind);
        switch (*facet.flag) {
        case FlagChoice::Yes:
            return texts.yes;
        case FlagChoice::No:
            return texts.no;
        case FlagChoice::NotSent:
            return texts.noValue;
        }
    }
    if (facet.category)
        return categoryWord(*facet.category);
    if (facet.state)
        return stateWord(*facet.state);
    switch (facet.kind) {
    case InventoryFacet::Kind::Strategy:
        return facet.word.isEmpty() ? InventoryText::tr("No value", "a strategy")
                                    : strategyWord(facet.word);
    case InventoryFacet::Kind::Shared:
        return InventoryText::tr("In 2 or more");
    case InventoryFacet::Kind::ToCheck:
        return InventoryText::tr("To check", "connections or organizations");
    case InventoryFacet::Kind::ConnectionCount:
        if (facet.connectionCount == 0)
            return InventoryText::tr("None", "connections of an organization");
        return facet.connectionCount == MostConnectionsCounted
            ? InventoryText::tr("%1 or more", "connections of an organization")
                  .arg(MostConnectionsCounted)
            : numberText(facet.connectionCount.value_or(0));
    case InventoryFacet::Kind::Finding:
        return findingTitle(*facet.finding);
    default:
        return levelWord(facet.word);
    }
}

QString facetTextBelowTitle(const InventoryFacet &facet)
{
    if (facet.flag == FlagChoice::NotSent)
        return InventoryText::tr("No value", "a value below the title of its field");
    if (facet.kind == InventoryFacet::Kind::Signup && facet.flag)
        return facet.flag == FlagChoice::Yes ? InventoryText::tr("On", "sign-up")
                                             : InventoryText::tr("Off", "sign-up");
    return facetText(facet);
}

QString facetTitle(InventoryFacet::Kind kind)
{
    switch (kind) {
    case InventoryFacet::Kind::Enabled:
        return InventoryText::tr("Enabled");
    case InventoryFacet::Kind::Category:
        return InventoryText::tr("Category");
    case InventoryFacet::Kind::Strategy:
        return InventoryText::tr("Strategy");
    case InventoryFacet::Kind::AccessLevel:
        return InventoryText::tr("Access level");
    case InventoryFacet::Kind::MemberAccessLevel:
        return InventoryText::tr("Member access");
    case InventoryFacet::Kind::Membership:
        return InventoryText::tr("Membership");
    case InventoryFacet::Kind::Signup:
        return InventoryText::tr("Sign-up");
    case InventoryFacet::Kind::Button:
        return InventoryText::tr("Button");
    case InventoryFacet::Kind::Shared:
        return InventoryText::tr("Use");
    case InventoryFacet::Kind::ConnectionCount:
        return InventoryText::tr("Connections");
    case InventoryFacet::Kind::State:
        return InventoryText::tr("State");
    case InventoryFacet::Kind::ToCheck:
    case InventoryFacet::Kind::Finding:
        return InventoryText::tr("Findings");
    }
    Q_UNREACHABLE();
}

QString rowsText(InventoryList list, qsizetype rows)
{
    const int number = int(rows);
    switch (list) {
    case InventoryList::Links:
        return InventoryText::tr("%Ln link(s)", nullptr, number);
    case InventoryList::Connections:
        return InventoryText::tr("%Ln connection(s)", nullptr, number);
    case InventoryList::Organizations:
        return InventoryText::tr("%Ln organization(s)", nullptr, number);
    case InventoryList::Rules:
        return InventoryText::tr("%Ln rule(s)", nullptr, number);
    case InventoryList::Findings:
        return InventoryText::tr("%Ln finding(s)", nullptr, number);
    }
    Q_UNREACHABLE();
}

QString chartTitle(const OverviewChart &chart)
{
    switch (chart.kind) {
    case InventoryFacet::Kind::ConnectionCount:
        return InventoryText::tr("Organizations by number of connections");
    case InventoryFacet::Kind::State:
        return InventoryText::tr("Organizations by state");
    case InventoryFacet::Kind::Category:
        return InventoryText::tr("Connections by category");
    case InventoryFacet::Kind::Strategy:
        return InventoryText::tr("Connections by strategy");
    case InventoryFacet::Kind::Enabled:
        return InventoryText::tr("Links, enabled or not");
    case InventoryFacet::Kind::AccessLevel:
        return InventoryText::tr("Links by access level");
    case InventoryFacet::Kind::Membership:
        return InventoryText::tr("Links by membership");
    case InventoryFacet::Kind::Signup:
        return InventoryText::tr("Links by sign-up");
    default: // have no chart so far
        return listTitle(chart.list) + u" · "_s + facetTitle(chart.kind);
    }
}

QString leftOutText(const OverviewChart &chart)
{
    if (chart.leftOut == 0)
        return {};
    return InventoryText::tr("%Ln more, each with fewer.", "values of a chart", int(chart.leftOut));
}

QString sharedConnectionsTitle()
{
    return InventoryText::tr("Shared connections");
}

QString spokenFigure(const QString &title, const QString &number)
{
    return InventoryText::tr("%1: %2", "a title and its number").arg(title, number);
}

InventoryRow masked(const InventoryRow &row)
{
    InventoryRow result = row;
    if (auto *link = std::get_if<InventoryLink>(&result)) {
        link->organization = masked(link->organization);
        link->connection = masked(link->connection);
    } else if (auto *use = std::get_if<ConnectionUse>(&result)) {
        if (use->name)
            use->name = maskedConnectionName(*use->name, use->id);
        use->id = maskedId(use->id);
    } else if (auto *finding = std::get_if<Finding>(&result)) {
        FindingKey &key = finding->key;
        finding->organizationName =
            maskedOrganizationName(finding->organizationName, key.organizationId);
        if (finding->connectionName)
            finding->connectionName =
                maskedConnectionName(*finding->connectionName, key.connectionId);
        key.organizationId = maskedId(key.organizationId);
        key.connectionId = maskedId(key.connectionId);
    } else if (!std::holds_alternative<FindingCount>(result)) {
        auto &entry = std::get<InventoryOrganization>(result);
        entry.organization = masked(entry.organization);
        entry.errorText = maskedText(entry.errorText);
    }
    return result;
}

} // namespace Vestibule
