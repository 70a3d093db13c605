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
        return FindingText::tr("Administrators can change a shared connection");
    case FindingRule::NoneEnabled:
        return FindingText::tr("No connection is enabled");
    case FindingRule::AllHidden:
        return FindingText::tr("Every connection is hidden");
    case FindingRule::SocialMembership:
        return FindingText::tr("Membership for any social account");
    case FindingRule::SignupWithoutMembership:
        return FindingText::tr("Sign-up without membership");
    case FindingRule::LevelWithoutName:
        return FindingText::tr("Access without a display name");
    case FindingRule::DormantFlags:
        return FindingText::tr("Disabled, with sign-up or membership on");
    case FindingRule::NearlyFull:
        return FindingText::tr("9 or 10 connections");
    case FindingRule::NoConnections:
        return FindingText::tr("No connections");
    case FindingRule::SharedDirectory:
        return FindingText::tr("Several organizations share a directory");
    case FindingRule::LevelsDiffer:
        return FindingText::tr("Access levels differ");
    case FindingRule::Unused:
        return FindingText::tr("Not used by any organization");
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
            "Automatic membership is on in two or more organizations that use this connection: "
            "users of one become members of another when they sign in on its login page. Signing "
            "in without an organization has no such effect.");
    case FindingRule::SharedFullAccess:
        return FindingText::tr(
            "The organization's administrators can change a connection that other organizations "
            "use, too, and so affect how their users sign in.");
    case FindingRule::NoneEnabled:
        return FindingText::tr(
            "No connection is enabled: nobody can sign in to this organization.");
    case FindingRule::AllHidden:
        return FindingText::tr("Every enabled connection is an enterprise connection without a "
                               "button: the login page shows an error.");
    case FindingRule::SocialMembership:
        return FindingText::tr("Anyone with an account at this social provider automatically "
                               "becomes a member of the organization by signing in.");
    case FindingRule::SignupWithoutMembership:
        return FindingText::tr(
            "Sign-up is on without automatic membership; the API requires both.");
    case FindingRule::LevelWithoutName:
        return FindingText::tr(
            "The organization's administrators have access, but the connection has no display "
            "name; the API requires organization_connection_name.");
    case FindingRule::DormantFlags:
        return FindingText::tr("Disabled, but sign-up or automatic membership is still on: it "
                               "applies again once this connection is enabled.");
    case FindingRule::NearlyFull:
        return FindingText::tr("The organization has 9 or 10 connections; the limit is 10.");
    case FindingRule::NoConnections:
        return FindingText::tr("The organization has no connections: nobody can sign in to it.");
    case FindingRule::SharedDirectory:
        return FindingText::tr("Two or more organizations use this database or enterprise "
                               "connection. That is correct only if they have the same users.");
    case FindingRule::LevelsDiffer:
        return FindingText::tr("The access levels of administrators or members differ between the "
                               "organizations that use this connection.");
    case FindingRule::Unused:
        return FindingText::tr("No organization uses this connection.");
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

QString findingHeadline(FindingRule rule)
{
    return FindingText::tr("%1: %2", "the severity and the title of a finding")
        .arg(severityWord(findingRule(rule).severity), findingTitle(rule));
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
