// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionfield.h"

#include "core/strategycatalog.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

template <typename T>
QVariant variant(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

QLatin1StringView apiName(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return "connection_name"_L1;
    case ConnectionField::OrganizationConnectionName:
        return "organization_connection_name"_L1;
    case ConnectionField::Strategy:
        return "connection_strategy"_L1;
    case ConnectionField::IsEnabled:
        return "is_enabled"_L1;
    case ConnectionField::OrganizationAccessLevel:
        return "organization_access_level"_L1;
    case ConnectionField::AssignMembershipOnLogin:
        return "assign_membership_on_login"_L1;
    case ConnectionField::ShowAsButton:
        return "show_as_button"_L1;
    case ConnectionField::IsSignupEnabled:
        return "is_signup_enabled"_L1;
    case ConnectionField::ConnectionId:
        return "connection_id"_L1;
    }
    Q_UNREACHABLE();
}

QVariant fieldValue(const OrganizationConnection &connection, ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return variant(connection.name);
    case ConnectionField::OrganizationConnectionName:
        return variant(connection.organizationConnectionName);
    case ConnectionField::Strategy:
        return variant(connection.strategy);
    case ConnectionField::IsEnabled:
        return variant(connection.isEnabled);
    case ConnectionField::OrganizationAccessLevel:
        return variant(connection.organizationAccessLevel);
    case ConnectionField::AssignMembershipOnLogin:
        return variant(connection.assignMembershipOnLogin);
    case ConnectionField::ShowAsButton:
        return variant(connection.showAsButton);
    case ConnectionField::IsSignupEnabled:
        return variant(connection.isSignupEnabled);
    case ConnectionField::ConnectionId:
        return connection.connectionId;
    }
    Q_UNREACHABLE();
}

FieldPresence fieldPresence(const OrganizationConnection &connection, ConnectionField field)
{
    if (fieldValue(connection, field).isValid())
        return FieldPresence::Sent;
    QJsonObject row = QJsonDocument::fromJson(connection.json.bytes()).object();
    QString key = apiName(field);
    if (field == ConnectionField::Name || field == ConnectionField::Strategy) {
        row = row.value("connection"_L1).toObject();
        key.remove("connection_"_L1);
    }
    return row.contains(key) ? FieldPresence::Null : FieldPresence::Absent;
}

bool fieldApplies(const OrganizationConnection &connection, ConnectionField field)
{
    const auto category = [&] {
        return strategyInfo(connection.strategy.value_or(QString())).category;
    };
    switch (field) {
    case ConnectionField::ShowAsButton:
        return showAsButtonApplies(category());
    case ConnectionField::IsSignupEnabled:
        return signupApplies(category());
    case ConnectionField::Name:
    case ConnectionField::OrganizationConnectionName:
    case ConnectionField::Strategy:
    case ConnectionField::IsEnabled:
    case ConnectionField::OrganizationAccessLevel:
    case ConnectionField::AssignMembershipOnLogin:
    case ConnectionField::ConnectionId:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
