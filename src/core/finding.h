// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"
#include "core/strategycatalog.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace Vestibule {

//! What a documented rule says about the connections of organizations. It is no score: whether a
//! finding is a fault is for people to decide.
//!
//! A field that was not sent, or sent as null, is neither true nor false. In a tenant's older list,
//! which has no is_enabled, every row is an enabled connection; rules about connections that are
//! not enabled have no findings there.
enum class FindingRule {
    //! An enabled connection gives membership on login in two or more organizations.
    SharedMembership,
    //! Access level `limited` or `full` for a connection that two or more organizations have.
    SharedFullAccess,
    NoneEnabled, //!< an organization has connections, and all of them are disabled
    //! All enabled connections of an organization are enterprise ones without a button.
    AllHidden,
    SocialMembership, //!< membership on login for an enabled social connection
    SignupWithoutMembership, //!< of a database connection
    LevelWithoutName, //!< an access level, without organization_connection_name
    DormantFlags, //!< disabled, and sign-up or membership on login is still set
    NearlyFull, //!< the organization has MaximumConnections, or one less
    NoConnections, //!< an organization that was read has none
    SharedDirectory, //!< two or more organizations have the database or enterprise connection
    LevelsDiffer, //!< a connection's access levels differ between organizations
    Unused, //!< no organization has the connection; needs the catalogue, and a complete inventory
    UnknownField, //!< a field or an access level that this version does not know
};

enum class FindingSeverity {
    High,
    Inform, //!< worth knowing; may well be intended
};

//! What a finding names, and counts.
enum class FindingSubject { Link, Organization, Connection };

struct FindingRuleInfo {
    FindingRule rule = FindingRule::SharedMembership;
    QLatin1StringView id{}; //!< in the command line, in exports and in the inventory
    FindingSeverity severity = FindingSeverity::Inform;
    FindingSubject subject = FindingSubject::Link;
    QLatin1StringView source{}; //!< the address of the document that says so; may be empty
};

//! All rules, in the order in which they are shown.
[[nodiscard]] const QList<FindingRuleInfo> &findingRules();
[[nodiscard]] const FindingRuleInfo &findingRule(FindingRule rule);
//! Absent for a text that is not the id of a rule.
[[nodiscard]] std::optional<FindingRule> findingRuleOf(QStringView id);

//! An organization's limit in every plan (Auth0's entity limits).
inline constexpr int MaximumConnections = 10;

//! What the rules look at in one connection of an organization.
struct FindingFacts {
    std::optional<bool> isEnabled{}; //!< true in the older list
    std::optional<bool> assignMembershipOnLogin{};
    std::optional<bool> showAsButton{};
    std::optional<bool> isSignupEnabled{};
    StrategyCategory category = StrategyCategory::Unknown;
    bool hasAccess = false; //!< the access level is `readonly`, `limited` or `full`
    bool hasName = false; //!< organization_connection_name was sent, and is not empty

    [[nodiscard]] bool isHiddenEnterprise() const
    {
        return category == StrategyCategory::Enterprise && showAsButton == false;
    }
};

// The rules that one link decides. Disabled connections keep their flags, which count again when
// they are enabled.
[[nodiscard]] bool givesSocialMembership(const FindingFacts &link);
[[nodiscard]] bool hasSignupWithoutMembership(const FindingFacts &link);
[[nodiscard]] bool hasLevelWithoutName(const FindingFacts &link);
[[nodiscard]] bool keepsDormantFlags(const FindingFacts &link);

//! What the rules look at in an organization as a whole.
struct OrganizationFacts {
    int connections = 0;
    int enabled = 0;
    int unsaid = 0; //!< it was not sent whether they are enabled
    int enabledHidden = 0; //!< enterprise connections without a button

    void add(const FindingFacts &link);
    [[nodiscard]] bool hasNoneEnabled() const { return connections > 0 && enabled + unsaid == 0; }
    [[nodiscard]] bool hidesAll() const
    {
        return enabled > 0 && enabled == enabledHidden && unsaid == 0;
    }
    [[nodiscard]] bool isNearlyFull() const
    {
        return connections == MaximumConnections || connections == MaximumConnections - 1;
    }
};

[[nodiscard]] FindingFacts findingFacts(const OrganizationConnection &connection);

//! A rule with the number of its findings.
struct FindingCount {
    FindingRule rule = FindingRule::SharedMembership;
    qsizetype count = 0; //!< of its subjects, without muted ones
    qsizetype muted = 0;
    bool isChecked = true; //!< false: the inventory does not have what the rule looks at

    bool operator==(const FindingCount &) const = default;
};

//! What one finding is about, in ids. A link has both, an organization or a connection one.
struct FindingKey {
    FindingRule rule = FindingRule::SharedMembership;
    QString organizationId{};
    QString connectionId{};

    bool operator==(const FindingKey &) const = default;
};

//! A finding that is not to be counted, because somebody has looked at it and given a reason.
struct FindingMute {
    FindingKey key{};
    QString reason{}; //!< plain text
    QString by{}; //!< the name of the computer's user
    QString at{}; //!< ISO 8601, UTC

    bool operator==(const FindingMute &) const = default;
};

//! The one that hides a finding; null if none does. A mute without an organization holds in all of
//! them, and one without a connection for all connections.
[[nodiscard]] const FindingMute *muteOf(const QList<FindingMute> &mutes, const FindingKey &key);

//! A finding with its names, for exports and reports.
struct Finding {
    FindingKey key{};
    QString organizationName{};
    std::optional<QString> connectionName{}; //!< absent if the tenant did not send it
    std::optional<QString> muteReason{}; //!< present if it is muted

    bool operator==(const Finding &) const = default;
};

} // namespace Vestibule
