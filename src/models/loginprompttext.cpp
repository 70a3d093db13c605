// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/loginprompttext.h"

#include "core/masking.h"
#include "core/shortened.h"
#include "models/connectiontext.h"
#include "models/organizationtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestName = 80;
constexpr qsizetype LongestWholeName = 500;

constexpr std::array PlacesInOrder{
    PromptPlace::DatabaseForm, PromptPlace::SocialButton, PromptPlace::EnterpriseButton,
    PromptPlace::Passwordless, PromptPlace::Hidden,       PromptPlace::Unknown,
    PromptPlace::NotSaid,      PromptPlace::Disabled,
};

struct LoginPromptText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::LoginPromptText)
};

QString shortName(const OrganizationConnection &connection, qsizetype length)
{
    return shortened(displayName(connection), length);
}

//! The two strategies that a tenant defines itself have no provider to name.
bool isNamedByTenant(const OrganizationConnection &connection)
{
    return connection.strategy == u"oauth1"_s || connection.strategy == u"oauth2"_s;
}

QString titleOf(PromptPlace place)
{
    switch (place) {
    case PromptPlace::DatabaseForm:
        return LoginPromptText::tr("Database");
    case PromptPlace::SocialButton:
        return LoginPromptText::tr("Social connections");
    case PromptPlace::EnterpriseButton:
        return LoginPromptText::tr("Enterprise connections");
    case PromptPlace::Passwordless:
        return LoginPromptText::tr("Passwordless");
    case PromptPlace::Hidden:
        return LoginPromptText::tr("Reachable by e-mail domain or link");
    case PromptPlace::Unknown:
        return LoginPromptText::tr("Enabled, position unknown");
    case PromptPlace::NotSaid:
        return LoginPromptText::tr("Enabled: no value");
    case PromptPlace::Disabled:
        return LoginPromptText::tr("Disabled");
    }
    Q_UNREACHABLE();
}

QString sentenceOf(PromptPlace place, qsizetype lines)
{
    switch (place) {
    case PromptPlace::DatabaseForm:
        return lines > 1
            ? LoginPromptText::tr("Auth0 does not document which of these databases the page uses.")
            : QString();
    case PromptPlace::SocialButton:
    case PromptPlace::EnterpriseButton:
        return {};
    case PromptPlace::Passwordless:
        return LoginPromptText::tr(
            "Users get a code only if the tenant uses Identifier First; beside a database, only if "
            "the application requests the connection.");
    case PromptPlace::Hidden:
        return LoginPromptText::tr("They have no button. An application can request them by name. "
                                   "An e-mail domain leads to them if the tenant uses Identifier "
                                   "First and the application names no organization.");
    case PromptPlace::Unknown:
        return LoginPromptText::tr("Auth0 does not document where the page shows them.");
    case PromptPlace::NotSaid:
        return LoginPromptText::tr("They are on the page only if they are enabled.");
    case PromptPlace::Disabled:
        return LoginPromptText::tr("Nobody can sign in to this organization with them.");
    }
    Q_UNREACHABLE();
}

QString kindOf(PromptPlace place)
{
    switch (place) {
    case PromptPlace::DatabaseForm:
        return LoginPromptText::tr("Form");
    case PromptPlace::SocialButton:
    case PromptPlace::EnterpriseButton:
        return LoginPromptText::tr("Button");
    case PromptPlace::Passwordless:
        return LoginPromptText::tr("Code");
    case PromptPlace::Hidden:
    case PromptPlace::Unknown:
    case PromptPlace::NotSaid:
    case PromptPlace::Disabled:
        return titleOf(place);
    }
    Q_UNREACHABLE();
}

QString labelOf(const PromptPart &part, const OrganizationConnection &shown, qsizetype length)
{
    switch (part.place) {
    case PromptPlace::DatabaseForm:
        return LoginPromptText::tr("E-mail address and password");
    case PromptPlace::SocialButton:
        if (!isNamedByTenant(shown))
            return LoginPromptText::tr("Continue with %1").arg(strategyWord(*shown.strategy));
        [[fallthrough]];
    case PromptPlace::EnterpriseButton:
        return LoginPromptText::tr("Continue with %1").arg(shortName(shown, length));
    case PromptPlace::Passwordless:
        return strategyWord(*shown.strategy);
    case PromptPlace::Hidden:
    case PromptPlace::Unknown:
    case PromptPlace::NotSaid:
    case PromptPlace::Disabled:
        return shortName(shown, length);
    }
    Q_UNREACHABLE();
}

//! Without the connection's name if the label is that name.
QString sourceOf(const PromptPart &part, const OrganizationConnection &shown, qsizetype length)
{
    QStringList words;
    if (isOnPrompt(part.place))
        words.append(shortName(shown, length));
    if (part.isEnabledByList)
        words.append(LoginPromptText::tr("from the list of enabled connections"));
    for (const ConnectionField field : part.sources)
        words.append(shortened(spokenField(shown, field), length));
    return words.join(u" · "_s);
}

QString noteOf(const PromptPart &part)
{
    if (part.place == PromptPlace::EnterpriseButton && part.isByDefault)
        return LoginPromptText::tr("There is no value for its button; the default is yes.");
    if (part.signup == PromptSignup::WithoutMembership)
        return LoginPromptText::tr(
            "Sign-up is on, but only works together with automatic membership.");
    if (part.signup == PromptSignup::NotSaid)
        return LoginPromptText::tr("Whether it offers sign-up is not known.");
    return {};
}

QString extentText(PromptExtent extent)
{
    switch (extent) {
    case PromptExtent::Whole:
        return {};
    case PromptExtent::EnabledOnly:
        return LoginPromptText::tr("Drawn from the enabled connections: disabled ones are not "
                                   "listed.");
    case PromptExtent::DisabledOnly:
        return LoginPromptText::tr("Only the disabled connections are listed.");
    case PromptExtent::Part:
        return LoginPromptText::tr(
            "Drawn from part of the list: the organization may have more connections.");
    }
    Q_UNREACHABLE();
}

QString nothingText(PromptExtent extent)
{
    return extent == PromptExtent::DisabledOnly
        ? LoginPromptText::tr("The page cannot be drawn: it shows only enabled connections.")
        : LoginPromptText::tr("The page cannot be drawn: which connections it shows is not known.");
}

QString problemText(PromptProblem problem)
{
    switch (problem) {
    case PromptProblem::NoConnections:
        return LoginPromptText::tr("The organization has no connections: nobody can sign in.");
    case PromptProblem::NoneEnabled:
        return LoginPromptText::tr("No connection is enabled: nobody can sign in.");
    case PromptProblem::NoneVisible:
        return LoginPromptText::tr("Every enabled connection is an enterprise connection without a "
                                   "button: the page fails with “no connections enabled for the "
                                   "organization are visible”.");
    }
    Q_UNREACHABLE();
}

PromptLine lineOf(const PromptPart &part, bool isMasked)
{
    const OrganizationConnection shown = isMasked ? masked(part.connection) : part.connection;
    return {.connectionId = part.connection.connectionId,
            .kind = kindOf(part.place),
            .label = labelOf(part, shown, LongestName),
            .signup = part.signup == PromptSignup::Offered
                ? LoginPromptText::tr("No account yet? Sign up")
                : QString(),
            .source = sourceOf(part, shown, LongestName),
            .note = noteOf(part),
            .isByDefault = part.isByDefault,
            .whole = labelOf(part, shown, LongestWholeName) + u'\n'
                + sourceOf(part, shown, LongestWholeName)};
}

} // namespace

QString PromptLine::spoken() const
{
    QStringList sentences{
        LoginPromptText::tr("%1: %2", "a kind of control, then what is written on it")
            .arg(kind, label)};
    for (const QString &sentence : {signup, source, note}) {
        if (!sentence.isEmpty())
            sentences.append(sentence);
    }
    return sentences.join(u"\n"_s);
}

LoginPromptWords loginPromptWords(const LoginPrompt &prompt, const Organization &organization,
                                  bool isMasked)
{
    LoginPromptWords words{
        .heading = LoginPromptText::tr("Log in to %1")
                       .arg(shortened(organizationTitle(organization), LongestName)),
        .drawing = LoginPromptText::tr("A drawing of the organization's login page, based on "
                                       "Auth0's documented rules. You cannot sign in here."),
        .extent = extentText(prompt.extent),
        .problem = prompt.problem ? problemText(*prompt.problem) : QString(),
        .unknownTitle = LoginPromptText::tr("What may differ on the real page"),
        .unknown = {
            LoginPromptText::tr("The application: it may show only some of these connections, or "
                                "lead straight to one."),
            LoginPromptText::tr("Identifier First: the page asks for the e-mail address first and "
                                "for the rest afterwards."),
            LoginPromptText::tr("Branding: logo, colours, texts, order, and the names on the "
                                "buttons."),
            LoginPromptText::tr("The database's settings: usernames, phone numbers, passkeys."),
        }};
    for (const PromptPlace place : PlacesInOrder) {
        PromptSection section{.place = place, .title = titleOf(place)};
        for (const PromptPart &part : prompt.at(place))
            section.lines.append(lineOf(part, isMasked));
        section.sentence = sentenceOf(place, section.lines.size());
        if (!section.lines.isEmpty())
            words.sections.append(section);
    }
    if (!prompt.problem && std::ranges::none_of(words.sections, isOnPrompt, &PromptSection::place))
        words.nothing = nothingText(prompt.extent);
    return words;
}

PromptPageWords promptPageWords()
{
    return {.identifier = LoginPromptText::tr("E-mail address"),
            .password = LoginPromptText::tr("Password"),
            .send = LoginPromptText::tr("Continue"),
            .otherwise = LoginPromptText::tr("or", "between a form and buttons")};
}

bool isOnPrompt(PromptPlace place)
{
    return place == PromptPlace::DatabaseForm || place == PromptPlace::SocialButton
        || place == PromptPlace::EnterpriseButton || place == PromptPlace::Passwordless;
}

} // namespace Vestibule
