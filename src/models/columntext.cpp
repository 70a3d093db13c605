// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/columntext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ColumnText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ColumnText)
};

//! The words of Auth0's console and API documentation.
QLatin1StringView auth0Term(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return "Connection name"_L1;
    case ConnectionField::OrganizationConnectionName:
        return "Organization connection name"_L1;
    case ConnectionField::Strategy:
        return "Strategy"_L1;
    case ConnectionField::IsEnabled:
        return "Enabled"_L1;
    case ConnectionField::OrganizationAccessLevel:
        return "Organization access level"_L1;
    case ConnectionField::OrganizationMemberAccessLevel:
        return "Organization member access level"_L1;
    case ConnectionField::AssignMembershipOnLogin:
        return "Membership On Authentication"_L1;
    case ConnectionField::ShowAsButton:
        return "Display connection as a button"_L1;
    case ConnectionField::IsSignupEnabled:
        return "Organization Signup"_L1;
    case ConnectionField::ConnectionId:
        return "Connection ID"_L1;
    }
    Q_UNREACHABLE();
}

QString columnSentence(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return ColumnText::tr("The connection's name in the whole tenant. A dot before it: "
                              "something needs attention.");
    case ConnectionField::OrganizationConnectionName:
        return ColumnText::tr("The name that the organization's administrators see.");
    case ConnectionField::Strategy:
        return ColumnText::tr(
            "Where users sign in: an identity provider, or a database of the tenant.");
    case ConnectionField::IsEnabled:
        return ColumnText::tr(
            "Whether users can sign in to this organization with the connection.");
    case ConnectionField::OrganizationAccessLevel:
        return ColumnText::tr(
            "How much of the connection the organization's administrators can view and change.");
    case ConnectionField::OrganizationMemberAccessLevel:
        return ColumnText::tr("The access of members who join through the connection.");
    case ConnectionField::AssignMembershipOnLogin:
        return ColumnText::tr("Automatic: users become members when they sign in. Invited: they "
                              "must be members before.");
    case ConnectionField::ShowAsButton:
        return ColumnText::tr("Whether the organization's login page shows a button for the "
                              "connection. Only applies to enterprise connections.");
    case ConnectionField::IsSignupEnabled:
        return ColumnText::tr("Whether new users can create an account through this organization. "
                              "Only applies to database connections.");
    case ConnectionField::ConnectionId:
        return ColumnText::tr("Identifies the connection in the API and in logs.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString columnHead(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return ColumnText::tr("Name", "head of a column");
    case ConnectionField::OrganizationConnectionName:
        return ColumnText::tr("Display name", "head of a column");
    case ConnectionField::Strategy:
        return ColumnText::tr("Strategy", "head of a column");
    case ConnectionField::IsEnabled:
        return ColumnText::tr("Enabled", "head of a column");
    case ConnectionField::OrganizationAccessLevel:
        return ColumnText::tr("Access", "head of a column");
    case ConnectionField::OrganizationMemberAccessLevel:
        return ColumnText::tr("Member access", "head of a column");
    case ConnectionField::AssignMembershipOnLogin:
        return ColumnText::tr("Membership", "head of a column");
    case ConnectionField::ShowAsButton:
        return ColumnText::tr("Button", "head of a column");
    case ConnectionField::IsSignupEnabled:
        return ColumnText::tr("Sign-up", "head of a column");
    case ConnectionField::ConnectionId:
        return ColumnText::tr("ID", "head of a column");
    }
    Q_UNREACHABLE();
}

QStringList columnDescription(ConnectionField field)
{
    return {auth0Term(field) + " ("_L1 + apiName(field) + u')', columnSentence(field)};
}

} // namespace Vestibule
