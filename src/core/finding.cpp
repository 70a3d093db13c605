// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/finding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr auto LoginFlows =
    "https://auth0.com/docs/manage-users/organizations/login-flows-for-organizations"_L1;
constexpr auto EnableConnections =
    "https://auth0.com/docs/manage-users/organizations/configure-organizations/enable-connections"_L1;
constexpr auto MyOrganization = "https://auth0.com/docs/manage-users/my-organization-api"_L1;
constexpr auto EntityLimits =
    "https://auth0.com/docs/troubleshoot/customer-support/operational-policies/entity-limit-policy"_L1;

} // namespace

const QList<FindingRuleInfo> &findingRules()
{
    using enum FindingRule;
    using enum FindingSeverity;
    using enum FindingSubject;
    static const QList<FindingRuleInfo> rules{
        {SharedMembership, "shared-membership"_L1, High, Link, LoginFlows},
        {SharedFullAccess, "shared-full-access"_L1, High, Link, MyOrganization},
        {NoneEnabled, "none-enabled"_L1, High, Organization, EnableConnections},
        {AllHidden, "all-hidden"_L1, High, Organization, EnableConnections},
        {SocialMembership, "social-membership"_L1, High, Link, EnableConnections},
        {SignupWithoutMembership, "signup-without-membership"_L1, Inform, Link, EnableConnections},
        {LevelWithoutName, "level-without-name"_L1, Inform, Link, EnableConnections},
        {DormantFlags, "dormant-flags"_L1, Inform, Link, EnableConnections},
        {NearlyFull, "nearly-full"_L1, Inform, Organization, EntityLimits},
        {NoConnections, "no-connections"_L1, Inform, Organization, EnableConnections},
        {SharedDirectory, "shared-directory"_L1, Inform, Link, EnableConnections},
        {LevelsDiffer, "levels-differ"_L1, Inform, Link, MyOrganization},
        {Unused, "unused"_L1, Inform, Connection, {}},
        {UnknownField, "unknown-field"_L1, Inform, Link, {}},
    };
    return rules;
}

const FindingRuleInfo &findingRule(FindingRule rule)
{
    return findingRules().at(qsizetype(rule));
}

std::optional<FindingRule> findingRuleOf(QStringView id)
{
    const auto &rules = findingRules();
    const auto found =
        std::ranges::find_if(rules, [id](const FindingRuleInfo &info) { return info.id == id; });
    return found == rules.end() ? std::nullopt : std::optional(found->rule);
}

void OrganizationFacts::add(const FindingFacts &link)
{
    ++connections;
    unsaid += link.isEnabled ? 0 : 1;
    if (link.isEnabled != true)
        return;
    ++enabled;
    enabledHidden += link.isHiddenEnterprise() ? 1 : 0;
}

FindingFacts findingFacts(const OrganizationConnection &connection)
{
    const auto &level = connection.organizationAccessLevel;
    return {
        .isEnabled = connection.isEnabled,
        .assignMembershipOnLogin = connection.assignMembershipOnLogin,
        .showAsButton = connection.showAsButton,
        .isSignupEnabled = connection.isSignupEnabled,
        .category = strategyInfo(connection.strategy.value_or(QString())).category,
        .hasAccess = level == u"readonly"_s || level == u"limited"_s || level == u"full"_s,
        .hasName = !connection.organizationConnectionName.value_or(QString()).isEmpty(),
    };
}

bool givesSocialMembership(const FindingFacts &link)
{
    return link.isEnabled == true && link.category == StrategyCategory::Social
        && link.assignMembershipOnLogin == true;
}

bool hasSignupWithoutMembership(const FindingFacts &link)
{
    return link.category == StrategyCategory::Database && link.isSignupEnabled == true
        && link.assignMembershipOnLogin == false;
}

bool hasLevelWithoutName(const FindingFacts &link)
{
    return link.hasAccess && !link.hasName;
}

bool keepsDormantFlags(const FindingFacts &link)
{
    const bool hasSignup =
        link.category == StrategyCategory::Database && link.isSignupEnabled == true;
    return link.isEnabled == false && (link.assignMembershipOnLogin == true || hasSignup);
}

const FindingMute *muteOf(const QList<FindingMute> &mutes, const FindingKey &key)
{
    const auto matches = [](const QString &muted, const QString &id) {
        return muted.isEmpty() || muted == id;
    };
    const auto found = std::ranges::find_if(mutes, [&](const FindingMute &mute) {
        return mute.key.rule == key.rule && matches(mute.key.organizationId, key.organizationId)
            && matches(mute.key.connectionId, key.connectionId);
    });
    return found == mutes.end() ? nullptr : &*found;
}

} // namespace Vestibule
