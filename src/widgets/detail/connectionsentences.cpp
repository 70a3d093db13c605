// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/connectionsentences.h"

#include "core/shortened.h"
#include "models/connectionwords.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

constexpr qsizetype LongestNameInSentence = 60;

struct ConnectionSentences {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ConnectionSentences)
};

QString notSentSentence(const OrganizationConnection &connection, ConnectionField field)
{
    if (fieldPresence(connection, field) == FieldPresence::Null)
        return ConnectionSentences::tr("The tenant sent null: it has no value.");
    // The older list sends neither of the two, and no such name either.
    const bool isOlderRow = !connection.isEnabled && !connection.organizationAccessLevel;
    if (field == ConnectionField::OrganizationConnectionName && !isOlderRow)
        return ConnectionSentences::tr("It has no name of its own in this organization.");
    if (field == ConnectionField::Strategy || field == ConnectionField::OrganizationAccessLevel
        || field == ConnectionField::OrganizationConnectionName)
        return ConnectionSentences::tr("The tenant did not send it.");
    return ConnectionSentences::tr("The tenant did not send it. That is not the same as no.");
}

QString enabledSentence(bool isEnabled, const QString &name)
{
    return isEnabled
        ? ConnectionSentences::tr("People of this organization may sign in with %1.").arg(name)
        : ConnectionSentences::tr("Nobody can sign in to this organization with %1. Its other "
                                  "settings are kept.")
              .arg(name);
}

QString membershipSentence(bool isAutomatic, const QString &name)
{
    return isAutomatic
        ? ConnectionSentences::tr("Whoever signs in with %1 becomes a member of the organization "
                                  "at once.")
              .arg(name)
        : ConnectionSentences::tr("People must be members of the organization before they can sign "
                                  "in with %1.")
              .arg(name);
}

QString buttonSentence(bool isShown, const QString &name)
{
    return isShown
        ? ConnectionSentences::tr("The organization's login page shows a button for %1.").arg(name)
        : ConnectionSentences::tr("The organization's login page shows no button; %1 still works "
                                  "for applications that name it.")
              .arg(name);
}

QString signupSentence(bool isEnabled, const QString &name)
{
    return isEnabled
        ? ConnectionSentences::tr("New people may create an account in %1 through this "
                                  "organization.")
              .arg(name)
        : ConnectionSentences::tr("Nobody can create an account in %1 through this organization.")
              .arg(name);
}

QString accessSentence(CellMeaning meaning)
{
    switch (meaning) {
    case CellMeaning::AccessNone:
        return ConnectionSentences::tr("The organization's own administrators can neither see nor "
                                       "change this connection.");
    case CellMeaning::AccessReadOnly:
        return ConnectionSentences::tr("The organization's own administrators can see this "
                                       "connection, but not change it.");
    case CellMeaning::AccessLimited:
        return ConnectionSentences::tr(
            "The organization's own administrators see a part of it, and "
            "may enable it or show its button.");
    case CellMeaning::AccessFull:
        return ConnectionSentences::tr(
            "The organization's own administrators may change everything "
            "about it that belongs to the organization.");
    case CellMeaning::Text:
    case CellMeaning::Yes:
    case CellMeaning::No:
    case CellMeaning::NotSent:
    case CellMeaning::NotApplicable:
        break;
    }
    return ConnectionSentences::tr("This version of Vestibule does not know this level.");
}

QString strategySentence(const OrganizationConnection &connection)
{
    const StrategyCategory category = strategyInfo(*connection.strategy).category;
    if (category == StrategyCategory::Unknown)
        return ConnectionSentences::tr("This version of Vestibule does not know this strategy.");
    return ConnectionSentences::tr("%1, known to the API as “%2”.")
        .arg(categoryWord(category), *connection.strategy);
}

QString notApplicableSentence(const OrganizationConnection &connection, ConnectionField field)
{
    const QString rule = field == ConnectionField::ShowAsButton
        ? ConnectionSentences::tr("Counts for enterprise connections only.")
        : ConnectionSentences::tr("Counts for database connections only.");
    const QVariant sent = fieldValue(connection, field);
    if (!sent.isValid())
        return rule;
    return ConnectionSentences::tr("%1 The tenant sent “%2”.", "a sentence, then another")
        .arg(rule, sent.toString());
}

} // namespace

QString fieldSentence(const OrganizationConnection &connection, ConnectionField field)
{
    const CellMeaning meaning = cellMeaning(connection, field);
    if (meaning == CellMeaning::NotSent)
        return notSentSentence(connection, field);
    if (meaning == CellMeaning::NotApplicable)
        return notApplicableSentence(connection, field);
    const QString name = shortened(displayName(connection), LongestNameInSentence);
    const bool isYes = meaning == CellMeaning::Yes;
    switch (field) {
    case ConnectionField::Name:
        return ConnectionSentences::tr("The connection's name in the whole tenant.");
    case ConnectionField::OrganizationConnectionName:
        return ConnectionSentences::tr("What the organization's own administrators see.");
    case ConnectionField::Strategy:
        return strategySentence(connection);
    case ConnectionField::IsEnabled:
        return enabledSentence(isYes, name);
    case ConnectionField::OrganizationAccessLevel:
        return accessSentence(meaning);
    case ConnectionField::AssignMembershipOnLogin:
        return membershipSentence(isYes, name);
    case ConnectionField::ShowAsButton:
        return buttonSentence(isYes, name);
    case ConnectionField::IsSignupEnabled:
        return signupSentence(isYes, name);
    case ConnectionField::ConnectionId:
        return ConnectionSentences::tr("Names the connection in the API and in logs.");
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
