// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/findingtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Vestibule {

namespace {

struct FindingText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::FindingText)
};

} // namespace

QString findingTitle(FindingRule rule)
{
    switch (rule) {
    case FindingRule::SharedMembership:
        return FindingText::tr("Membership through a shared connection");
    case FindingRule::SharedFullAccess:
        return FindingText::tr("A shared connection can be changed");
    case FindingRule::NoneEnabled:
        return FindingText::tr("No connection is enabled");
    case FindingRule::AllHidden:
        return FindingText::tr("Every connection is hidden");
    case FindingRule::SocialMembership:
        return FindingText::tr("Membership for any social account");
    case FindingRule::SignupWithoutMembership:
        return FindingText::tr("Sign-up without membership");
    case FindingRule::LevelWithoutName:
        return FindingText::tr("Access without a name");
    case FindingRule::DormantFlags:
        return FindingText::tr("Disabled, but with sign-up or membership");
    case FindingRule::NearlyFull:
        return FindingText::tr("9 or 10 connections");
    case FindingRule::NoConnections:
        return FindingText::tr("No connections");
    case FindingRule::SharedDirectory:
        return FindingText::tr("Several organizations share a directory");
    case FindingRule::LevelsDiffer:
        return FindingText::tr("Access levels differ");
    case FindingRule::Unused:
        return FindingText::tr("In no organization");
    case FindingRule::UnknownField:
        return FindingText::tr("Unknown field or level");
    }
    Q_UNREACHABLE();
}

QString findingSentence(FindingRule rule)
{
    switch (rule) {
    case FindingRule::SharedMembership:
        return FindingText::tr(
            "The connection gives membership on login in two or more organizations: through an "
            "organization's login page, the people of one can become members of another, and "
            "without one nobody becomes a member.");
    case FindingRule::SharedFullAccess:
        return FindingText::tr(
            "The organization's administrators can change the connection, and other organizations "
            "have it as well: they can change how the people of those sign in.");
    case FindingRule::NoneEnabled:
        return FindingText::tr(
            "No connection is enabled: nobody can sign in to this organization.");
    case FindingRule::AllHidden:
        return FindingText::tr("Every enabled connection is an enterprise connection without a "
                               "button: the login page shows an error.");
    case FindingRule::SocialMembership:
        return FindingText::tr("Whoever has an account at the social provider and signs in is a "
                               "member of the organization at once.");
    case FindingRule::SignupWithoutMembership:
        return FindingText::tr("Sign-up is on without membership on login: the API accepts the one "
                               "only with the other.");
    case FindingRule::LevelWithoutName:
        return FindingText::tr("The organization's administrators have access, but no name to see: "
                               "the API asks for organization_connection_name first.");
    case FindingRule::DormantFlags:
        return FindingText::tr("It is disabled, but keeps sign-up or membership on login: they "
                               "count again as soon as it is enabled.");
    case FindingRule::NearlyFull:
        return FindingText::tr("9 or 10 connections are in use: an organization can have no more "
                               "than 10.");
    case FindingRule::NoConnections:
        return FindingText::tr("The organization has no connections: nobody can sign in to it.");
    case FindingRule::SharedDirectory:
        return FindingText::tr(
            "Two or more organizations have this database or enterprise connection: that is right "
            "when they have the same people, and worth knowing otherwise.");
    case FindingRule::LevelsDiffer:
        return FindingText::tr("What administrators or members may do with the connection is not "
                               "the same in all of its organizations.");
    case FindingRule::Unused:
        return FindingText::tr("No organization has the connection.");
    case FindingRule::UnknownField:
        return FindingText::tr("The tenant sent a field or an access level that this version of "
                               "Vestibule does not know.");
    }
    Q_UNREACHABLE();
}

QString severityWord(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::High:
        return FindingText::tr("High", "severity of a finding");
    case FindingSeverity::Inform:
        return FindingText::tr("For information", "severity of a finding");
    }
    Q_UNREACHABLE();
}

QString findingCountText(FindingRule rule, qsizetype count)
{
    const int number = int(count);
    switch (findingRule(rule).subject) {
    case FindingSubject::Link:
        return FindingText::tr("%Ln link(s)", nullptr, number);
    case FindingSubject::Organization:
        return FindingText::tr("%Ln organization(s)", nullptr, number);
    case FindingSubject::Connection:
        return FindingText::tr("%Ln connection(s)", nullptr, number);
    }
    Q_UNREACHABLE();
}

QString muteScopeText(const FindingKey &key)
{
    if (!key.organizationId.isEmpty() && !key.connectionId.isEmpty())
        return FindingText::tr("this connection in this organization");
    if (!key.connectionId.isEmpty())
        return FindingText::tr("this connection in every organization");
    if (!key.organizationId.isEmpty())
        return FindingText::tr("this organization");
    return FindingText::tr("the whole rule");
}

} // namespace Vestibule
