// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionwords.h"

#include "core/shortened.h"
#include "models/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ConnectionWords)
};

CellMeaning accessMeaning(const QString &level)
{
    if (level == "none"_L1)
        return CellMeaning::AccessNone;
    if (level == "readonly"_L1)
        return CellMeaning::AccessReadOnly;
    if (level == "limited"_L1)
        return CellMeaning::AccessLimited;
    if (level == "full"_L1)
        return CellMeaning::AccessFull;
    return CellMeaning::Text;
}

QString flagWord(ConnectionField field, bool value)
{
    if (field == ConnectionField::AssignMembershipOnLogin) {
        return value ? ConnectionWords::tr("Automatic", "membership on login")
                     : ConnectionWords::tr("Invited", "membership on login");
    }
    return value ? ConnectionWords::tr("Yes") : ConnectionWords::tr("No");
}

//! A cell shows no more than this many characters: laying out a name of some hundred thousand,
//! which a hostile tenant may send, would block the window.
constexpr qsizetype LongestText = 1000;

QString shownText(const QString &text)
{
    return visibleText(shortened(text, LongestText));
}

const QString NothingSent = u"–"_s;

//! Null when it was not sent.
const QString *freeText(const OrganizationConnection &connection, ConnectionField field)
{
    const auto pointer = [](const std::optional<QString> &text) { return text ? &*text : nullptr; };
    if (field == ConnectionField::ConnectionId)
        return &connection.connectionId;
    return pointer(field == ConnectionField::Name ? connection.name
                                                  : connection.organizationConnectionName);
}

//! The names in the catalogue that are words and not the names of products.
[[maybe_unused]] constexpr const char *GenericStrategyNames[] = {
    QT_TRANSLATE_NOOP("Vestibule::ConnectionWords", "Database"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionWords", "Custom Auth"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionWords", "Passwordless email"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionWords", "Passwordless SMS"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionWords", "IP Address"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionWords", "Custom OAuth 1"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionWords", "Custom OAuth 2"),
};

} // namespace

CellMeaning cellMeaning(const OrganizationConnection &connection, ConnectionField field)
{
    if (!fieldApplies(connection, field))
        return CellMeaning::NotApplicable;
    const QVariant value = fieldValue(connection, field);
    if (!value.isValid())
        return CellMeaning::NotSent;
    if (value.metaType() == QMetaType::fromType<bool>())
        return value.toBool() ? CellMeaning::Yes : CellMeaning::No;
    if (field == ConnectionField::OrganizationAccessLevel)
        return accessMeaning(value.toString());
    return CellMeaning::Text;
}

QString fieldTitle(ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return ConnectionWords::tr("Name");
    case ConnectionField::OrganizationConnectionName:
        return ConnectionWords::tr("Name in organization");
    case ConnectionField::Strategy:
        return ConnectionWords::tr("Strategy");
    case ConnectionField::IsEnabled:
        return ConnectionWords::tr("Enabled");
    case ConnectionField::OrganizationAccessLevel:
        return ConnectionWords::tr("Access level");
    case ConnectionField::AssignMembershipOnLogin:
        return ConnectionWords::tr("Membership on login");
    case ConnectionField::ShowAsButton:
        return ConnectionWords::tr("Shown as button");
    case ConnectionField::IsSignupEnabled:
        return ConnectionWords::tr("Sign-up");
    case ConnectionField::ConnectionId:
        return ConnectionWords::tr("Connection ID");
    }
    Q_UNREACHABLE();
}

QString valueWord(const OrganizationConnection &connection, ConnectionField field)
{
    if (isFreeText(field)) { // asked for most often: for every row at every keystroke in Find
        const QString *text = freeText(connection, field);
        return text ? shownText(*text) : NothingSent;
    }
    const CellMeaning meaning = cellMeaning(connection, field);
    switch (meaning) {
    case CellMeaning::Text:
        return field == ConnectionField::Strategy
            ? strategyWord(*connection.strategy)
            : shownText(connection.organizationAccessLevel.value_or(QString()));
    case CellMeaning::Yes:
        return flagWord(field, true);
    case CellMeaning::No:
        return flagWord(field, false);
    case CellMeaning::AccessNone:
    case CellMeaning::AccessReadOnly:
    case CellMeaning::AccessLimited:
    case CellMeaning::AccessFull:
        return accessWord(meaning);
    case CellMeaning::NotSent:
        return NothingSent;
    case CellMeaning::NotApplicable:
        return ConnectionWords::tr("n/a");
    }
    Q_UNREACHABLE();
}

QString spokenValue(const OrganizationConnection &connection, ConnectionField field)
{
    switch (cellMeaning(connection, field)) {
    case CellMeaning::NotSent:
        return fieldPresence(connection, field) == FieldPresence::Null
            ? ConnectionWords::tr("sent as null")
            : ConnectionWords::tr("not sent");
    case CellMeaning::NotApplicable:
        return field == ConnectionField::ShowAsButton
            ? ConnectionWords::tr("not applicable: counts for enterprise connections only")
            : ConnectionWords::tr("not applicable: counts for database connections only");
    case CellMeaning::Text:
    case CellMeaning::Yes:
    case CellMeaning::No:
    case CellMeaning::AccessNone:
    case CellMeaning::AccessReadOnly:
    case CellMeaning::AccessLimited:
    case CellMeaning::AccessFull:
        return valueWord(connection, field);
    }
    Q_UNREACHABLE();
}

QString spokenField(const OrganizationConnection &connection, ConnectionField field)
{
    return ConnectionWords::tr("%1: %2", "a field and its value")
        .arg(fieldTitle(field), spokenValue(connection, field));
}

QString accessWord(CellMeaning level)
{
    switch (level) {
    case CellMeaning::AccessNone:
        return ConnectionWords::tr("None", "access level");
    case CellMeaning::AccessReadOnly:
        return ConnectionWords::tr("Read-only", "access level");
    case CellMeaning::AccessLimited:
        return ConnectionWords::tr("Limited", "access level");
    case CellMeaning::AccessFull:
        return ConnectionWords::tr("Full", "access level");
    default:
        Q_UNREACHABLE();
    }
}

QString strategyWord(const QString &strategy)
{
    const StrategyInfo info = strategyInfo(strategy);
    if (info.category == StrategyCategory::Unknown)
        return shownText(strategy); // the tenant's word, which no translation may touch
    return ConnectionWords::tr(qUtf8Printable(info.name));
}

QString categoryWord(StrategyCategory category)
{
    switch (category) {
    case StrategyCategory::Database:
        return ConnectionWords::tr("Database");
    case StrategyCategory::Enterprise:
        return ConnectionWords::tr("Enterprise");
    case StrategyCategory::Social:
        return ConnectionWords::tr("Social");
    case StrategyCategory::Passwordless:
        return ConnectionWords::tr("Passwordless");
    case StrategyCategory::Custom:
        return ConnectionWords::tr("Custom");
    case StrategyCategory::Unknown:
        return ConnectionWords::tr("Unknown category");
    }
    Q_UNREACHABLE();
}

QString displayName(const OrganizationConnection &connection)
{
    for (const auto &given : {connection.name, connection.organizationConnectionName}) {
        if (given && !given->isEmpty())
            return shownText(*given);
    }
    return shownText(connection.connectionId);
}

} // namespace Vestibule
