// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/listingoverview.h"

#include "core/accesslevels.h"

#include <algorithm>
#include <utility>

namespace Vestibule {

namespace {

template <typename Value>
void addTo(QList<RowsOfValue<Value>> &all, const Value &value, const QString &id)
{
    const auto found = std::ranges::find(all, value, &RowsOfValue<Value>::value);
    if (found == all.end())
        all.append({.value = value, .ids = {id}});
    else
        found->ids.append(id);
}

//! The place of a level among the others; those that the API does not name share one.
qsizetype rankOf(const ListedLevel &level)
{
    if (level.presence != FieldPresence::Sent)
        return qsizetype(KnownAccessLevels.size()) + qsizetype(level.presence);
    return std::ranges::find(KnownAccessLevels, level.word) - KnownAccessLevels.begin();
}

FlagChoice enabledOf(const OrganizationConnection &row)
{
    if (!row.isEnabled)
        return FlagChoice::NotSent;
    return *row.isEnabled ? FlagChoice::Yes : FlagChoice::No;
}

} // namespace

ListedLevel listedLevel(const OrganizationConnection &row)
{
    if (row.organizationAccessLevel)
        return {.word = *row.organizationAccessLevel};
    return {.presence = fieldPresence(row, ConnectionField::OrganizationAccessLevel)};
}

ListingOverview listingOverview(const QList<OrganizationConnection> &rows,
                                ConnectionEndpoint endpoint)
{
    ListingOverview overview{.rows = rows.size()};
    const bool isOlderList = endpoint == ConnectionEndpoint::EnabledConnections;
    if (!isOlderList)
        overview.enabled = {{.value = FlagChoice::Yes}, {.value = FlagChoice::No}};
    for (const OrganizationConnection &row : rows) {
        const QString &id = row.connectionId;
        if (!isOlderList) {
            addTo(overview.enabled, enabledOf(row), id);
            addTo(overview.accessLevels, listedLevel(row), id);
        }
        addTo(overview.categories, strategyInfo(row.strategy.value_or(QString())).category, id);
        for (const ConnectionHint hint : connectionHints(row))
            addTo(overview.hints, hint, id);
    }
    std::ranges::sort(overview.categories, {}, &RowsOfValue<StrategyCategory>::value);
    std::ranges::sort(overview.accessLevels, {}, [](const RowsOfValue<ListedLevel> &level) {
        return std::pair(rankOf(level.value), level.value.word);
    });
    std::ranges::sort(overview.hints, {}, [](const RowsOfValue<ConnectionHint> &hint) {
        return std::pair(severityOf(hint.value), hint.value);
    });
    return overview;
}

std::optional<FindingRule> ruleOf(ConnectionHint hint)
{
    switch (hint) {
    case ConnectionHint::SignupWithoutMembership:
        return FindingRule::SignupWithoutMembership;
    case ConnectionHint::SocialMembership:
        return FindingRule::SocialMembership;
    case ConnectionHint::AccessWithoutName:
        return FindingRule::LevelWithoutName;
    case ConnectionHint::DisabledKeepsFlags:
        return FindingRule::DormantFlags;
    case ConnectionHint::SignupWithMembership:
    case ConnectionHint::SignupWithoutMeaning:
    case ConnectionHint::ButtonWithoutMeaning:
        return {};
    }
    Q_UNREACHABLE();
}

FindingSeverity severityOf(ConnectionHint hint)
{
    const auto rule = ruleOf(hint);
    return rule ? findingRule(*rule).severity : FindingSeverity::Inform;
}

} // namespace Vestibule
