// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionfield.h"

#include "core/json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Row = OrganizationConnection;

//! In the order of the enumerators.
constexpr std::array<FieldInfo, AllConnectionFields.size()> Fields{{
    {&Row::name, FieldKind::FreeText, "connection_name"_L1, "name"_L1},
    {&Row::organizationConnectionName, FieldKind::FreeText, "organization_connection_name"_L1},
    {&Row::strategy, FieldKind::Strategy, "connection_strategy"_L1, "strategy"_L1},
    {&Row::isEnabled, FieldKind::Flag, "is_enabled"_L1},
    {&Row::organizationAccessLevel, FieldKind::AccessLevel, "organization_access_level"_L1},
    {&Row::assignMembershipOnLogin, FieldKind::Flag, "assign_membership_on_login"_L1},
    {&Row::showAsButton, FieldKind::Flag, "show_as_button"_L1, {}, StrategyCategory::Enterprise},
    {&Row::isSignupEnabled,
     FieldKind::Flag,
     "is_signup_enabled"_L1,
     {},
     StrategyCategory::Database},
    {&Row::connectionId, FieldKind::FreeText, "connection_id"_L1},
    {&Row::organizationMemberAccessLevel, FieldKind::AccessLevel,
     "organization_member_access_level"_L1},
}};
static_assert(std::ranges::is_permutation(FieldsOnScreen, AllConnectionFields));

QVariant toVariant(const QString &text)
{
    return text;
}

template <typename T>
QVariant toVariant(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QList<OtherField> membersWithout(const QStringList &known, QByteArrayView json,
                                 const QString &prefix)
{
    const QStringList keys = QJsonDocument::fromJson(json.toByteArray()).object().keys();
    QList<OtherField> fields;
    for (const QString &key : keys) {
        if (!known.contains(key))
            fields.append({prefix + key, memberValue(json, key.toUtf8()).toByteArray()});
    }
    return fields;
}

} // namespace

const FieldInfo &fieldInfo(ConnectionField field)
{
    return Fields.at(std::size_t(field));
}

QLatin1StringView apiName(ConnectionField field)
{
    return fieldInfo(field).apiName;
}

QVariant fieldValue(const OrganizationConnection &connection, ConnectionField field)
{
    return visitField(connection, field, [](const auto &value) { return toVariant(value); });
}

bool isFreeText(ConnectionField field)
{
    return fieldInfo(field).kind == FieldKind::FreeText;
}

FieldPresence fieldPresence(const OrganizationConnection &connection, ConnectionField field)
{
    if (fieldValue(connection, field).isValid())
        return FieldPresence::Sent;
    const FieldInfo &info = fieldInfo(field);
    QJsonObject row = QJsonDocument::fromJson(connection.json.bytes()).object();
    if (info.isNested())
        row = row.value("connection"_L1).toObject();
    return row.contains(info.key()) ? FieldPresence::Null : FieldPresence::Absent;
}

bool fieldApplies(const OrganizationConnection &connection, ConnectionField field)
{
    const std::optional<StrategyCategory> onlyFor = fieldInfo(field).onlyFor;
    if (!onlyFor)
        return true;
    const StrategyCategory category =
        strategyInfo(connection.strategy.value_or(QString())).category;
    return category == *onlyFor || category == StrategyCategory::Unknown;
}

QList<OtherField> otherFields(const OrganizationConnection &connection)
{
    QStringList known{u"connection"_s};
    QStringList knownNested;
    for (const FieldInfo &info : Fields)
        (info.isNested() ? knownNested : known).append(info.key());
    const QByteArray row = connection.json.bytes();
    return membersWithout(known, row, {})
        + membersWithout(knownNested, memberValue(row, "connection"), u"connection."_s);
}

} // namespace Vestibule
