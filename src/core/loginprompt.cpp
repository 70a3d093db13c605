// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/loginprompt.h"

#include "core/strategycatalog.h"

#include <QString>

#include <algorithm>
#include <iterator>

namespace Vestibule {

namespace {

PromptSignup signupOf(const OrganizationConnection &database)
{
    if (database.isSignupEnabled == false)
        return PromptSignup::Off;
    if (database.assignMembershipOnLogin == false)
        return database.isSignupEnabled ? PromptSignup::WithoutMembership : PromptSignup::Off;
    const bool isSaid = database.isSignupEnabled && database.assignMembershipOnLogin;
    return isSaid ? PromptSignup::Offered : PromptSignup::NotSaid;
}

//! The place of a connection that is enabled.
PromptPlace placeOf(const OrganizationConnection &connection)
{
    switch (strategyInfo(connection.strategy.value_or(QString())).category) {
    case StrategyCategory::Database:
        return PromptPlace::DatabaseForm;
    case StrategyCategory::Enterprise:
        return connection.showAsButton.value_or(true) ? PromptPlace::EnterpriseButton
                                                      : PromptPlace::Hidden;
    case StrategyCategory::Social:
        return PromptPlace::SocialButton;
    case StrategyCategory::Passwordless:
        return PromptPlace::Passwordless;
    case StrategyCategory::Custom:
    case StrategyCategory::Unknown:
        return PromptPlace::Unknown;
    }
    Q_UNREACHABLE();
}

PromptPart partOf(const OrganizationConnection &connection, ConnectionEndpoint endpoint)
{
    PromptPart part{.connection = connection, .sources = {ConnectionField::IsEnabled}};
    if (!connection.isEnabled) {
        part.isEnabledByList = endpoint == ConnectionEndpoint::EnabledConnections
            && fieldPresence(connection, ConnectionField::IsEnabled) == FieldPresence::Absent;
    }
    if (!connection.isEnabled.value_or(part.isEnabledByList)) {
        part.place = connection.isEnabled ? PromptPlace::Disabled : PromptPlace::NotSaid;
        return part;
    }
    part.place = placeOf(connection);
    part.sources = {ConnectionField::Strategy, ConnectionField::IsEnabled};
    if (part.isEnabledByList)
        part.sources.removeLast();
    if (part.place == PromptPlace::DatabaseForm) {
        part.signup = signupOf(connection);
        part.isByDefault = part.signup == PromptSignup::NotSaid;
        part.sources.append(
            {ConnectionField::AssignMembershipOnLogin, ConnectionField::IsSignupEnabled});
    } else if (part.place == PromptPlace::EnterpriseButton || part.place == PromptPlace::Hidden) {
        part.isByDefault = !connection.showAsButton;
        part.sources.append(ConnectionField::ShowAsButton);
    }
    return part;
}

PromptExtent extentOf(const PromptRows &rows)
{
    if (!rows.isWhole)
        return PromptExtent::Part;
    if (rows.isEnabled == false)
        return PromptExtent::DisabledOnly;
    const bool isOlderList = rows.endpoint == ConnectionEndpoint::EnabledConnections;
    return rows.isEnabled || isOlderList ? PromptExtent::EnabledOnly : PromptExtent::Whole;
}

//! Only what the listing proves: a flag that was not sent is not false.
std::optional<PromptProblem> problemOf(const LoginPrompt &prompt)
{
    if (prompt.extent == PromptExtent::Part || prompt.extent == PromptExtent::DisabledOnly)
        return {};
    const QList<PromptPart> &parts = prompt.parts;
    if (parts.isEmpty())
        return prompt.extent == PromptExtent::Whole ? PromptProblem::NoConnections
                                                    : PromptProblem::NoneEnabled;
    if (std::ranges::all_of(parts,
                            [](const auto &part) { return part.place == PromptPlace::Disabled; }))
        return PromptProblem::NoneEnabled;
    if (std::ranges::all_of(parts, [](const auto &part) {
            return part.place == PromptPlace::Disabled || part.place == PromptPlace::Hidden;
        }))
        return PromptProblem::NoneVisible;
    return {};
}

} // namespace

QList<PromptPart> LoginPrompt::at(PromptPlace place) const
{
    QList<PromptPart> found;
    std::ranges::copy_if(parts, std::back_inserter(found),
                         [place](const PromptPart &part) { return part.place == place; });
    return found;
}

LoginPrompt loginPrompt(const PromptRows &rows)
{
    LoginPrompt prompt{.extent = extentOf(rows)};
    prompt.parts.reserve(rows.connections.size());
    for (const OrganizationConnection &connection : rows.connections)
        prompt.parts.append(partOf(connection, rows.endpoint));
    std::ranges::stable_sort(prompt.parts, {}, &PromptPart::place);
    prompt.problem = problemOf(prompt);
    return prompt;
}

LoginPrompt loginPrompt(const ConnectionPage &page, ConnectionEndpoint endpoint)
{
    const bool isWhole = page.offset() == 0 && !page.next()
        && page.items.size() == page.total.value_or(page.items.size());
    return loginPrompt(PromptRows{.connections = page.items,
                                  .isWhole = isWhole,
                                  .isEnabled = page.request.isEnabled,
                                  .endpoint = endpoint});
}

} // namespace Vestibule
