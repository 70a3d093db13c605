// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionhints.h"

#include "core/connectionfield.h"
#include "core/finding.h"

#include <algorithm>

namespace Vestibule {

QList<ConnectionHint> connectionHints(const OrganizationConnection &connection)
{
    FindingFacts facts = findingFacts(connection);
    // The older list has enabled connections alone, and does not say so.
    if (fieldPresence(connection, ConnectionField::IsEnabled) == FieldPresence::Absent)
        facts.isEnabled = true;
    const bool hasSignup = connection.isSignupEnabled == true;
    QList<ConnectionHint> hints;
    const auto add = [&hints](bool holds, ConnectionHint hint) {
        if (holds)
            hints.append(hint);
    };
    add(hasSignupWithoutMembership(facts), ConnectionHint::SignupWithoutMembership);
    add(connection.isEnabled != false && facts.category == StrategyCategory::Database && hasSignup
            && connection.assignMembershipOnLogin == true,
        ConnectionHint::SignupWithMembership);
    add(givesSocialMembership(facts), ConnectionHint::SocialMembership);
    add(hasLevelWithoutName(facts), ConnectionHint::AccessWithoutName);
    add(keepsDormantFlags(facts), ConnectionHint::DisabledKeepsFlags);
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
    OrganizationFacts facts;
    for (const OrganizationConnection &row : rows)
        facts.add(findingFacts(row));
    QList<ListingHint> hints;
    if (facts.hasNoneEnabled())
        hints.append(ListingHint::NoneEnabled);
    if (facts.hidesAll())
        hints.append(ListingHint::AllEnabledHidden);
    if (facts.isNearlyFull())
        hints.append(ListingHint::NearLimit);
    return hints;
}

} // namespace Vestibule
