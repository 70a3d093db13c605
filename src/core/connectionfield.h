// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"
#include "core/strategycatalog.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QVariant>

#include <array>
#include <optional>
#include <variant>

namespace Vestibule {

//! The fields of a row, in the order of a CSV file's columns.
//!
//! To add one: a member in OrganizationConnection, an enumerator at the end here and in
//! AllConnectionFields, its place in FieldsOnScreen, and its row in the table of
//! connectionfield.cpp. Parsing, comparing, masking, CSV and saved views follow from these.
//!
//! A new one must be the last: scripts know the columns of a CSV file by their numbers, and so do
//! saved table layouts.
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
    OrganizationMemberAccessLevel,
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
    ConnectionField::OrganizationMemberAccessLevel,
};

//! The same fields in the order of the table, of the details and of menus: related ones stand
//! together.
inline constexpr std::array FieldsOnScreen{
    ConnectionField::Name,
    ConnectionField::OrganizationConnectionName,
    ConnectionField::Strategy,
    ConnectionField::IsEnabled,
    ConnectionField::OrganizationAccessLevel,
    ConnectionField::OrganizationMemberAccessLevel,
    ConnectionField::AssignMembershipOnLogin,
    ConnectionField::ShowAsButton,
    ConnectionField::IsSignupEnabled,
    ConnectionField::ConnectionId,
};

enum class FieldKind {
    FreeText, //!< a name or an id: different in nearly every row, and hidden in privacy mode
    Strategy, //!< a strategy of the API
    AccessLevel, //!< `none`, `readonly`, `limited`, `full`, or a word that the API adds later
    Flag,
};

//! What core and formats need to know of a field.
struct FieldInfo {
    using Member = std::variant<QString OrganizationConnection::*,
                                std::optional<QString> OrganizationConnection::*,
                                std::optional<bool> OrganizationConnection::*>;

    Member member;
    FieldKind kind;
    QLatin1StringView apiName; //!< in files and for people; unique
    //! The key in the row's nested object `connection`; empty for a member of the row itself, whose
    //! key is apiName.
    QLatin1StringView nestedKey{};
    //! The only category of strategies for which the field has a meaning; absent: it always has.
    std::optional<StrategyCategory> onlyFor{};

    [[nodiscard]] constexpr bool isNested() const { return !nestedKey.isEmpty(); }
    //! In the row, or in its nested object.
    [[nodiscard]] constexpr QLatin1StringView key() const
    {
        return isNested() ? nestedKey : apiName;
    }
};
[[nodiscard]] const FieldInfo &fieldInfo(ConnectionField field);

//! Calls the visitor with a reference to the row's member: a QString, std::optional<QString> or
//! std::optional<bool>.
template <typename Row, typename Visitor>
decltype(auto) visitField(Row &row, ConnectionField field, Visitor &&visitor)
{
    return std::visit([&](auto member) -> decltype(auto) { return visitor(row.*member); },
                      fieldInfo(field).member);
}

//! The name of the field in the API; `connection_name` and `connection_strategy` for the two of the
//! nested object.
[[nodiscard]] QLatin1StringView apiName(ConnectionField field);

//! A QString or a bool; invalid if the tenant did not send the field or sent null.
[[nodiscard]] QVariant fieldValue(const OrganizationConnection &connection, ConnectionField field);

//! Names and ids, which differ in nearly every row; all other fields have few values.
[[nodiscard]] bool isFreeText(ConnectionField field);

//! Whether the row has the field, and with a value. Absent and Null both mean no value.
enum class FieldPresence { Sent, Null, Absent };
[[nodiscard]] FieldPresence fieldPresence(const OrganizationConnection &connection,
                                          ConnectionField field);

//! False if the field has no meaning for the connection's strategy: show_as_button counts for
//! enterprise connections only, is_signup_enabled for database connections only (the Management
//! API's schema). Every field applies if the category of the strategy is unknown: it is never
//! guessed.
[[nodiscard]] bool fieldApplies(const OrganizationConnection &connection, ConnectionField field);

//! A member of a row that this version does not know.
struct OtherField {
    QString name{}; //!< with "connection." in front for members of the nested object
    QByteArray json{}; //!< the value as it came, UTF-8

    bool operator==(const OtherField &) const = default;
};

//! In alphabetical order, members of the nested object last. The texts are the tenant's own and
//! must be made safe to display.
[[nodiscard]] QList<OtherField> otherFields(const OrganizationConnection &connection);

} // namespace Vestibule
