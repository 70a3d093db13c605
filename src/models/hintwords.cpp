// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/hintwords.h"

#include "models/connectionwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Vestibule {

namespace {

struct HintWords {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::HintWords)
};

QString listingSentence(ListingHint hint, qsizetype rows)
{
    switch (hint) {
    case ListingHint::NoneEnabled:
        return HintWords::tr("No connection is enabled: nobody can sign in to this organization.");
    case ListingHint::AllEnabledHidden:
        return HintWords::tr("Every enabled connection is an enterprise connection without a "
                             "button: the login page shows an error.");
    case ListingHint::NearLimit:
        return HintWords::tr("%1 of %2 connections are in use: an organization can have no more.")
            .arg(QLocale().toString(rows), QLocale().toString(MaximumConnections));
    }
    Q_UNREACHABLE();
}

QString hintSentence(ConnectionHint hint, const OrganizationConnection &connection)
{
    switch (hint) {
    case ConnectionHint::SignupWithoutMembership:
        return HintWords::tr("Sign-up is on without membership on login: the API accepts the one "
                             "only with the other.");
    case ConnectionHint::SignupWithMembership:
        return HintWords::tr("Whoever creates an account here is a member of the organization at "
                             "once: nobody needs an invitation.");
    case ConnectionHint::SocialMembership:
        return HintWords::tr("Whoever has an account at %1 and signs in is a member of the "
                             "organization at once.")
            .arg(strategyWord(connection.strategy.value_or(QString())));
    case ConnectionHint::AccessWithoutName:
        return HintWords::tr("The organization's administrators have access, but no name to see: "
                             "the API asks for organization_connection_name first.");
    case ConnectionHint::DisabledKeepsFlags:
        return HintWords::tr("It is disabled, but keeps sign-up or membership on login: they count "
                             "again as soon as it is enabled.");
    case ConnectionHint::SignupWithoutMeaning:
        return HintWords::tr("Sign-up is set here, but counts for database connections only.");
    case ConnectionHint::ButtonWithoutMeaning:
        return HintWords::tr("Its button is switched off, but that counts for enterprise "
                             "connections only.");
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList hintSentences(const OrganizationConnection &connection)
{
    QStringList sentences;
    for (const ConnectionHint hint : connectionHints(connection))
        sentences.append(hintSentence(hint, connection));
    return sentences;
}

QStringList hintSentences(const ConnectionPage &page)
{
    QStringList sentences;
    for (const ListingHint hint : listingHints(page))
        sentences.append(listingSentence(hint, page.items.size()));
    return sentences;
}

} // namespace Vestibule
