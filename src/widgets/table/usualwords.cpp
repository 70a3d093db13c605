// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/usualwords.h"

#include "models/connectiontext.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

CellLook lookOf(ConnectionField field)
{
    switch (fieldInfo(field).kind) {
    case FieldKind::AccessLevel:
        return CellLook::Level;
    case FieldKind::Flag: // a membership is two words without an icon
        return field == ConnectionField::AssignMembershipOnLogin ? CellLook::Plain : CellLook::Flag;
    case FieldKind::FreeText:
        return field == ConnectionField::Name        ? CellLook::Signed
            : field == ConnectionField::ConnectionId ? CellLook::Id
                                                     : CellLook::Plain;
    case FieldKind::Strategy:
        return CellLook::Plain;
    }
    Q_UNREACHABLE();
}

QStringList usualWords(ConnectionField field)
{
    const auto word = [field](const OrganizationConnection &connection) {
        return valueWord(connection, field);
    };
    switch (fieldInfo(field).kind) {
    case FieldKind::AccessLevel:
        return {accessWord(CellMeaning::AccessNone), accessWord(CellMeaning::AccessReadOnly),
                accessWord(CellMeaning::AccessLimited), accessWord(CellMeaning::AccessFull)};
    case FieldKind::Flag:
        return {word({.isEnabled = true,
                      .assignMembershipOnLogin = true,
                      .showAsButton = true,
                      .isSignupEnabled = true}),
                word({.isEnabled = false,
                      .assignMembershipOnLogin = false,
                      .showAsButton = false,
                      .isSignupEnabled = false})};
    case FieldKind::FreeText:
        return {field == ConnectionField::ConnectionId ? u"con_ACF7gkvcPd5HbuGO"_s
                    : field == ConnectionField::Name   ? LongestUsualName
                                                       : UsualName};
    case FieldKind::Strategy: // the long ones that many tenants have
        return {shortStrategyWord(u"ad"_s),    shortStrategyWord(u"custom"_s),
                shortStrategyWord(u"email"_s), shortStrategyWord(u"google-apps"_s),
                shortStrategyWord(u"oidc"_s),  shortStrategyWord(u"waad"_s)};
    }
    Q_UNREACHABLE();
}

QString wordWithoutMeaning(ConnectionField field)
{
    const bool isButton = field == ConnectionField::ShowAsButton;
    const bool canBeWithout = isButton || field == ConnectionField::IsSignupEnabled;
    return canBeWithout ? valueWord({.strategy = isButton ? u"auth0"_s : u"okta"_s}, field)
                        : QString();
}

} // namespace Vestibule
