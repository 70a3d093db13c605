// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionfield.h"

#include "core/json.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Row = OrganizationConnection;

constexpr QByteArrayView NestedObject = "connection"; //!< the key of the row's nested object

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

bool isKnown(const QByteArray &key, bool isNested)
{
    if (!isNested && key == NestedObject)
        return true;
    return std::ranges::any_of(Fields, [&](const FieldInfo &info) {
        return info.isNested() == isNested && info.key() == QLatin1StringView(key);
    });
}

QList<OtherField> unknownMembers(QByteArrayView json, bool isNested)
{
    QMap<QString, QByteArrayView> unknown;
    for (const JsonMember &member : members(json)) {
        if (!isKnown(member.key, isNested))
            unknown.insert(QString::fromUtf8(member.key), member.value);
    }
    const QString prefix = isNested ? u"connection."_s : QString();
    QList<OtherField> fields;
    for (auto each = unknown.cbegin(); each != unknown.cend(); ++each)
        fields.append({prefix + each.key(), each.value().toByteArray()});
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
    const QByteArrayView json = connection.json.view();
    const QByteArrayView object = info.isNested() ? memberValue(json, NestedObject) : json;
    return memberValue(object, info.key().latin1()).isEmpty() ? FieldPresence::Absent
                                                              : FieldPresence::Null;
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
    const QByteArrayView row = connection.json.view();
    return unknownMembers(row, false) + unknownMembers(memberValue(row, NestedObject), true);
}

} // namespace Vestibule
