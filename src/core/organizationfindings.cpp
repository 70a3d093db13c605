// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organizationfindings.h"

#include "core/accesslevels.h"
#include "core/connectionfield.h"

#include <algorithm>
#include <optional>

namespace Vestibule {

namespace {

bool isUnknownLevel(const std::optional<QString> &level)
{
    return level && std::ranges::find(KnownAccessLevels, *level) == KnownAccessLevels.end();
}

bool hasUnknownField(const OrganizationConnection &row)
{
    return !otherFields(row).isEmpty() || isUnknownLevel(row.organizationAccessLevel)
        || isUnknownLevel(row.organizationMemberAccessLevel);
}

//! Absent for a rule that one row does not decide.
std::optional<bool> holdsFor(FindingRule rule, const OrganizationConnection &row,
                             const FindingFacts &facts)
{
    switch (rule) {
    case FindingRule::SocialMembership:
        return givesSocialMembership(facts);
    case FindingRule::SignupWithoutMembership:
        return hasSignupWithoutMembership(facts);
    case FindingRule::LevelWithoutName:
        return hasLevelWithoutName(facts);
    case FindingRule::DormantFlags:
        return keepsDormantFlags(facts);
    case FindingRule::UnknownField:
        return hasUnknownField(row);
    case FindingRule::SharedMembership:
    case FindingRule::SharedFullAccess:
    case FindingRule::NoneEnabled:
    case FindingRule::AllHidden:
    case FindingRule::NearlyFull:
    case FindingRule::NoConnections:
    case FindingRule::SharedDirectory:
    case FindingRule::LevelsDiffer:
    case FindingRule::Unused:
        return {};
    }
    Q_UNREACHABLE();
}

//! Absent for a rule that the listing as a whole does not decide: disabled connections may be
//! missing in it.
std::optional<bool> holdsFor(FindingRule rule, const OrganizationFacts &facts, PromptExtent extent)
{
    const bool hasEnabled = extent == PromptExtent::Whole || extent == PromptExtent::EnabledOnly;
    switch (rule) {
    case FindingRule::NoneEnabled:
        return extent == PromptExtent::Whole ? std::optional(facts.hasNoneEnabled()) : std::nullopt;
    case FindingRule::NoConnections:
        return extent == PromptExtent::Whole ? std::optional(facts.connections == 0) : std::nullopt;
    case FindingRule::AllHidden:
        return hasEnabled ? std::optional(facts.hidesAll()) : std::nullopt;
    case FindingRule::NearlyFull:
        return extent == PromptExtent::Whole || (hasEnabled && facts.isNearlyFull())
            ? std::optional(facts.isNearlyFull())
            : std::nullopt;
    case FindingRule::SharedMembership:
    case FindingRule::SharedFullAccess:
    case FindingRule::SocialMembership:
    case FindingRule::SignupWithoutMembership:
    case FindingRule::LevelWithoutName:
    case FindingRule::DormantFlags:
    case FindingRule::SharedDirectory:
    case FindingRule::LevelsDiffer:
    case FindingRule::Unused:
    case FindingRule::UnknownField:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

OrganizationFindings organizationFindings(const Organization &organization, const PromptRows &rows)
{
    OrganizationFacts whole;
    QList<FindingFacts> facts;
    for (const OrganizationConnection &row : rows.connections) {
        FindingFacts each = findingFacts(row);
        if (rows.endpoint == ConnectionEndpoint::EnabledConnections
            && fieldPresence(row, ConnectionField::IsEnabled) == FieldPresence::Absent)
            each.isEnabled = true;
        whole.add(each);
        facts.append(each);
    }
    const PromptExtent extent = loginPrompt(rows).extent;
    const QString name =
        organization.displayName.isEmpty() ? organization.name : organization.displayName;
    OrganizationFindings result;
    for (const FindingRuleInfo &info : findingRules()) {
        if (info.rule == FindingRule::Unused)
            continue;
        FindingCount count{.rule = info.rule, .isChecked = false};
        const auto add = [&](const OrganizationConnection *row) {
            ++count.count;
            result.findings.append({.key = {.rule = info.rule,
                                            .organizationId = organization.id,
                                            .connectionId = row ? row->connectionId : QString()},
                                    .organizationName = name,
                                    .connectionName = row ? row->name : std::nullopt});
        };
        if (info.subject == FindingSubject::Organization) {
            const auto holds = holdsFor(info.rule, whole, extent);
            count.isChecked = holds.has_value();
            if (holds == true)
                add(nullptr);
        } else {
            // The type of an empty row decides whether the rule is one of rows at all.
            count.isChecked = holdsFor(info.rule, OrganizationConnection(), {}).has_value();
            for (qsizetype i = 0; i < facts.size(); ++i) {
                if (holdsFor(info.rule, rows.connections.at(i), facts.at(i)) == true)
                    add(&rows.connections.at(i));
            }
        }
        result.rules.append(count);
    }
    return result;
}

} // namespace Vestibule
