// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/drifttext.h"

#include "core/connectionfield.h"
#include "core/masking.h"
#include "core/shortened.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "models/inventorytext.h"
#include "models/organizationtext.h"

#include <QCoreApplication>
#include <QLatin1StringView>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestValue = 1000; //!< in a cell, as everywhere

struct DriftText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::DriftWords)
};

std::optional<ConnectionField> knownField(const QString &field)
{
    for (const ConnectionField each : AllConnectionFields) {
        if (fieldInfo(each).apiName == field)
            return each;
    }
    return {};
}

bool isLevel(ConnectionField field)
{
    return fieldInfo(field).kind == FieldKind::AccessLevel;
}

//! Names are hidden in privacy mode, whether this version knows their field or not.
bool hasNames(const QString &field)
{
    const auto known = knownField(field);
    return !known || isFreeText(*known);
}

//! Of two listings of one organization: whether they have a connection.
QString sentenceOfListings(DriftKind kind)
{
    switch (kind) {
    case DriftKind::Added:
        return DriftText::tr("Only the new list has this connection.");
    case DriftKind::Removed:
        return DriftText::tr("Only the old list has this connection.");
    case DriftKind::Changed:
        return DriftText::tr("Both lists have this connection, with different values.");
    case DriftKind::NotComparable:
        return DriftText::tr("Cannot be compared: one of the lists is incomplete, is the older "
                             "list without disabled connections, or has the connection twice.");
    }
    Q_UNREACHABLE();
}

DriftValue maskedValue(const DriftValue &value)
{
    if (value.kind != DriftValue::Kind::Text && value.kind != DriftValue::Kind::Json)
        return value;
    return {.kind = value.kind, .text = maskedName(value.text)};
}

} // namespace

QString driftColumnTitle(DriftColumn column, DriftGrouping grouping)
{
    switch (column) {
    case DriftColumn::Name:
        return grouping == DriftGrouping::Organization ? DriftText::tr("Organization, connection")
                                                       : DriftText::tr("Connection, organization");
    case DriftColumn::Kind:
        return DriftText::tr("Difference");
    case DriftColumn::Field:
        return DriftText::tr("Field");
    case DriftColumn::Before:
        return DriftText::tr("Before", "the old value");
    case DriftColumn::After:
        return DriftText::tr("After", "the new value");
    }
    Q_UNREACHABLE();
}

QString driftGroupTitle(const DriftChange &change, DriftGrouping grouping)
{
    if (grouping == DriftGrouping::Organization)
        return driftOrganization(change);
    return change.connectionId.isEmpty() ? DriftText::tr("The organizations themselves")
                                         : driftConnection(change);
}

QString driftKindWord(DriftKind kind)
{
    switch (kind) {
    case DriftKind::Added:
        return DriftText::tr("Added", "a difference");
    case DriftKind::Removed:
        return DriftText::tr("Removed", "a difference");
    case DriftKind::Changed:
        return DriftText::tr("Changed", "a difference");
    case DriftKind::NotComparable:
        return DriftText::tr("Not comparable", "a difference");
    }
    Q_UNREACHABLE();
}

QString driftFieldTitle(const QString &field)
{
    if (field == "organization_name"_L1)
        return columnTitle(InventoryList::Links, InventoryColumn::OrganizationName);
    if (field == "organization_display_name"_L1)
        return columnTitle(InventoryList::Links, InventoryColumn::OrganizationDisplayName);
    const auto known = knownField(field);
    return known ? fieldTitle(*known) : displaySafe(field);
}

QString driftValueWord(const QString &field, const DriftValue &value)
{
    const auto known = knownField(field);
    switch (value.kind) {
    case DriftValue::Kind::Absent:
        return DriftText::tr("not sent", "a value");
    case DriftValue::Kind::Null:
        return u"null"_s;
    case DriftValue::Kind::Flag:
        return value.text == "true"_L1 ? DriftText::tr("Yes") : DriftText::tr("No");
    case DriftValue::Kind::Text:
        if (known && isLevel(*known))
            return valueWord({.organizationAccessLevel = value.text},
                             ConnectionField::OrganizationAccessLevel);
        if (known == ConnectionField::Strategy)
            return strategyWord(value.text);
        if (value.text.isEmpty())
            return DriftText::tr("empty", "a text");
        return displaySafe(shortened(value.text, LongestValue));
    case DriftValue::Kind::Json:
        return displaySafe(shortened(value.text, LongestValue));
    }
    Q_UNREACHABLE();
}

QString driftSentence(const Drift &drift, const DriftChange &change)
{
    if (drift.isOfListings)
        return sentenceOfListings(change.kind);
    const bool isOrganization = change.connectionId.isEmpty();
    switch (change.kind) {
    case DriftKind::Added:
        return isOrganization
            ? DriftText::tr("Only the new inventory has this organization, with its connections.")
            : DriftText::tr("Only the new inventory has this connection in the organization.");
    case DriftKind::Removed:
        return isOrganization
            ? DriftText::tr("Only the old inventory has this organization, with its connections.")
            : DriftText::tr("Only the old inventory has this connection in the organization.");
    case DriftKind::Changed:
        if (isOrganization)
            return DriftText::tr("The organization itself has changed.");
        return change.organizationId.isEmpty()
            ? DriftText::tr("The connection itself has changed, in all organizations that use it.")
            : DriftText::tr("Both inventories have this connection, with different values.");
    case DriftKind::NotComparable:
        return isOrganization
            ? DriftText::tr("Cannot be compared: one of the inventories does not contain the "
                            "organization, or its name is missing or not unique.")
            : DriftText::tr("Cannot be compared: the connection's name is missing or not unique.");
    }
    Q_UNREACHABLE();
}

QString driftOrganization(const DriftChange &change)
{
    if (change.organizationId.isEmpty())
        return DriftText::tr("All organizations");
    return organizationTitle({.id = change.organizationId,
                              .name = change.organizationName,
                              .displayName = change.organizationDisplayName});
}

QString driftConnection(const DriftChange &change)
{
    if (change.connectionId.isEmpty())
        return DriftText::tr("The organization itself");
    return displaySafe(change.connectionName.isEmpty() ? change.connectionId
                                                       : change.connectionName);
}

QString differencesText(qsizetype count)
{
    return DriftText::tr("%Ln difference(s)", nullptr, int(count));
}

QString driftKindsText(const DriftCounts &counts)
{
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &text) {
        if (count > 0)
            parts.append(text);
    };
    add(counts.changed, DriftText::tr("%Ln changed", "differences", int(counts.changed)));
    add(counts.added, DriftText::tr("%Ln added", "differences", int(counts.added)));
    add(counts.removed, DriftText::tr("%Ln removed", "differences", int(counts.removed)));
    add(counts.notComparable,
        DriftText::tr("%Ln not comparable", "differences", int(counts.notComparable)));
    return parts.join(", "_L1);
}

DriftChange masked(const DriftChange &change)
{
    DriftChange masked = change;
    masked.organizationId = maskedId(change.organizationId);
    masked.organizationName =
        maskedOrganizationName(change.organizationName, change.organizationId);
    masked.organizationDisplayName =
        maskedOrganizationName(change.organizationDisplayName, change.organizationId);
    masked.connectionId = maskedId(change.connectionId);
    masked.connectionName = maskedConnectionName(change.connectionName, change.connectionId);
    if (hasNames(change.field)) {
        masked.before = maskedValue(change.before);
        masked.after = maskedValue(change.after);
    }
    return masked;
}

} // namespace Vestibule
