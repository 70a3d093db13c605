// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QLatin1StringView>
#include <QVariant>

#include <array>

namespace Vestibule {

//! Every field of a row, in the order in which tables, panes and files show them.
enum class ConnectionField {
    Name,
    OrganizationConnectionName,
    Strategy,
    IsEnabled,
    OrganizationAccessLevel,
    AssignMembershipOnLogin,
    ShowAsButton,
    IsSignupEnabled,
    ConnectionId,
};

inline constexpr std::array AllConnectionFields{
    ConnectionField::Name,
    ConnectionField::OrganizationConnectionName,
    ConnectionField::Strategy,
    ConnectionField::IsEnabled,
    ConnectionField::OrganizationAccessLevel,
    ConnectionField::AssignMembershipOnLogin,
    ConnectionField::ShowAsButton,
    ConnectionField::IsSignupEnabled,
    ConnectionField::ConnectionId,
};

//! The API's own name; `connection_name` and `connection_strategy` for the two of the nested
//! object.
[[nodiscard]] QLatin1StringView apiName(ConnectionField field);

//! A QString or a bool; invalid when the tenant did not send the field or sent null.
[[nodiscard]] QVariant fieldValue(const OrganizationConnection &connection, ConnectionField field);

//! Names and ids, which differ in nearly every row; all other fields have few values.
[[nodiscard]] constexpr bool isFreeText(ConnectionField field)
{
    return field == ConnectionField::Name || field == ConnectionField::OrganizationConnectionName
        || field == ConnectionField::ConnectionId;
}

//! Whether the row has the field, and with a value. Absent and Null are both no value.
enum class FieldPresence { Sent, Null, Absent };
[[nodiscard]] FieldPresence fieldPresence(const OrganizationConnection &connection,
                                          ConnectionField field);

//! False where the flag has no meaning for the connection's strategy: show_as_button counts for
//! enterprise connections only, is_signup_enabled for database connections only. An unknown
//! or missing strategy is never guessed: everything applies. Source: the Management API's schema of
//! the two flags.
[[nodiscard]] bool fieldApplies(const OrganizationConnection &connection, ConnectionField field);

} // namespace Vestibule
