// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionhints.h"

#include "core/connectionfield.h"
#include "core/strategycatalog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

StrategyCategory categoryOf(const OrganizationConnection &connection)
{
    return strategyInfo(connection.strategy.value_or(QString())).category;
}

bool letsAdministratorsIn(const OrganizationConnection &connection)
{
    const auto &level = connection.organizationAccessLevel;
    return level == u"readonly"_s || level == u"limited"_s || level == u"full"_s;
}

bool isHiddenEnterprise(const OrganizationConnection &connection)
{
    return categoryOf(connection) == StrategyCategory::Enterprise
        && connection.showAsButton == false;
}

} // namespace

QList<ConnectionHint> connectionHints(const OrganizationConnection &connection)
{
    const StrategyCategory category = categoryOf(connection);
    const bool hasSignup = connection.isSignupEnabled == true;
    const bool hasMembership = connection.assignMembershipOnLogin == true;
    const bool isDatabase = category == StrategyCategory::Database;
    const bool isDisabled = connection.isEnabled == false;

    QList<ConnectionHint> hints;
    const auto add = [&hints](bool holds, ConnectionHint hint) {
        if (holds)
            hints.append(hint);
    };
    add(isDatabase && hasSignup && connection.assignMembershipOnLogin == false,
        ConnectionHint::SignupWithoutMembership);
    add(!isDisabled && isDatabase && hasSignup && hasMembership,
        ConnectionHint::SignupWithMembership);
    add(!isDisabled && category == StrategyCategory::Social && hasMembership,
        ConnectionHint::SocialMembership);
    add(letsAdministratorsIn(connection)
            && connection.organizationConnectionName.value_or(QString()).isEmpty(),
        ConnectionHint::AccessWithoutName);
    add(isDisabled && (hasMembership || (isDatabase && hasSignup)),
        ConnectionHint::DisabledKeepsFlags);
    add(hasSignup && !fieldApplies(connection, ConnectionField::IsSignupEnabled),
        ConnectionHint::SignupWithoutMeaning);
    add(connection.showAsButton == false
            && !fieldApplies(connection, ConnectionField::ShowAsButton),
        ConnectionHint::ButtonWithoutMeaning);
    return hints;
}

QList<ListingHint> listingHints(const ConnectionPage &page)
{
    const QList<OrganizationConnection> &rows = page.items;
    if (page.request.isEnabled || page.total != rows.size() || rows.isEmpty())
        return {};
    const auto isSaid = [](const auto &row) { return row.isEnabled.has_value(); };
    if (std::ranges::none_of(rows, isSaid))
        return {}; // the older list, which leaves out disabled connections
    const auto isEnabled = [](const auto &row) { return row.isEnabled.value_or(false); };
    const auto isDisabled = [](const auto &row) { return !row.isEnabled.value_or(true); };
    QList<ListingHint> hints;
    if (std::ranges::all_of(rows, isDisabled))
        hints.append(ListingHint::NoneEnabled);
    if (std::ranges::all_of(rows, isSaid) && std::ranges::any_of(rows, isEnabled)
        && std::ranges::all_of(
            rows, [](const auto &row) { return !*row.isEnabled || isHiddenEnterprise(row); }))
        hints.append(ListingHint::AllEnabledHidden);
    if (rows.size() == MaximumConnections || rows.size() == MaximumConnections - 1)
        hints.append(ListingHint::NearLimit);
    return hints;
}

} // namespace Vestibule
