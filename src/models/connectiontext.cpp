// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectiontext.h"

#include "core/listingoverview.h"
#include "core/shortened.h"
#include "models/displaytext.h"
#include "models/findingtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QVariant>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A cell shows no more characters than this: a hostile tenant may send a name of hundreds of
//! thousands, and its layout would block the window.
constexpr qsizetype LongestText = 1000;
constexpr qsizetype LongestNameInSentence = 60;
constexpr qsizetype MostCommonWords = 4;

const QString NotSentMark = u"–"_s;

//! A text before its translation.
struct SourceText {
    const char *text = nullptr;
    const char *comment = nullptr; //!< for translators; distinguishes two equal texts
};

//! All texts about one field.
struct FieldText {
    SourceText title{};
    SourceText yes{QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "Yes")};
    SourceText no{QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "No")};
    SourceText yesSentence{}; //!< %1 is the name of the connection
    SourceText noSentence{}; //!< the same
    //! Only for a level of access: from AccessNone to AccessFull.
    std::array<SourceText, 4> levelSentences{};
    SourceText textSentence{}; //!< for any other text
    SourceText notSentSentence{QT_TRANSLATE_NOOP(
        "Vestibule::ConnectionText", "The tenant sent no value. That does not mean “No”.")};
    //! Only for a field that does not apply to all strategies.
    SourceText notApplicable{};
    SourceText notApplicableSentence{};
};

struct ConnectionText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ConnectionText)

public:
    static FieldText of(ConnectionField field);
    static QString translated(const SourceText &source) { return tr(source.text, source.comment); }
};

//! All texts of a new field belong here.
FieldText ConnectionText::of(ConnectionField field)
{
    constexpr SourceText NotSent{QT_TR_NOOP("The tenant sent no value.")};
    constexpr SourceText UnknownLevel{
        QT_TR_NOOP("This version of Vestibule does not know this level.")};
    switch (field) {
    case ConnectionField::Name:
        return {
            .title = {QT_TR_NOOP("Name")},
            .textSentence = {QT_TR_NOOP("The connection's name in the tenant.")},
        };
    case ConnectionField::OrganizationConnectionName:
        return {
            .title = {QT_TR_NOOP("Display name")},
            .textSentence = {QT_TR_NOOP("The name that the organization's administrators see.")},
            .notSentSentence = NotSent,
        };
    case ConnectionField::Strategy: // see strategySentence() for a strategy that was sent
        return {.title = {QT_TR_NOOP("Strategy")}, .notSentSentence = NotSent};
    case ConnectionField::IsEnabled:
        return {
            .title = {QT_TR_NOOP("Enabled")},
            .yesSentence = {QT_TR_NOOP("Users can sign in to this organization with %1.")},
            .noSentence = {QT_TR_NOOP("Nobody can sign in to this organization with %1. Its other "
                                      "settings are kept.")},
        };
    case ConnectionField::OrganizationAccessLevel:
        return {
            .title = {QT_TR_NOOP("Access level")},
            .levelSentences = {{
                {QT_TR_NOOP(
                    "The organization's administrators have no access to this connection.")},
                {QT_TR_NOOP("The organization's administrators can view this connection, but not "
                            "change it.")},
                {QT_TR_NOOP("The organization's administrators can view some settings, enable the "
                            "connection and show its button.")},
                {QT_TR_NOOP("The organization's administrators can manage everything the "
                            "organization owns in this connection.")},
            }},
            .textSentence = UnknownLevel,
            .notSentSentence = NotSent,
        };
    // What each level allows a member to do is not documented, so the sentences only say the level.
    case ConnectionField::OrganizationMemberAccessLevel:
        return {
            .title = {QT_TR_NOOP("Member access")},
            .levelSentences = {{
                {QT_TR_NOOP("Members who join through this connection get no access.")},
                {QT_TR_NOOP("Members who join through this connection get read-only access.")},
                {QT_TR_NOOP("Members who join through this connection get limited access.")},
                {QT_TR_NOOP("Members who join through this connection get full access.")},
            }},
            .textSentence = UnknownLevel,
            .notSentSentence = NotSent,
        };
    case ConnectionField::AssignMembershipOnLogin:
        return {
            .title = {QT_TR_NOOP("Membership On Authentication")},
            .yes =
                QT_TRANSLATE_NOOP3("Vestibule::ConnectionText", "Automatic", "membership on login"),
            .no = QT_TRANSLATE_NOOP3("Vestibule::ConnectionText", "Invited", "membership on login"),
            .yesSentence = {QT_TR_NOOP(
                "Anyone who signs in with %1 automatically becomes a member of the organization.")},
            .noSentence = {QT_TR_NOOP(
                "Users must be members of the organization before they can sign in with %1.")},
        };
    case ConnectionField::ShowAsButton:
        return {
            .title = {QT_TR_NOOP("Display connection as a button")},
            .yesSentence = {QT_TR_NOOP("The organization's login page shows a button for %1.")},
            .noSentence = {QT_TR_NOOP("The organization's login page shows no button; applications "
                                      "can still request %1.")},
            .notApplicable = {QT_TR_NOOP("not applicable: for enterprise connections only")},
            .notApplicableSentence = {QT_TR_NOOP("Only applies to enterprise connections.")},
        };
    case ConnectionField::IsSignupEnabled:
        return {
            .title = {QT_TR_NOOP("Organization Signup")},
            .yesSentence = {QT_TR_NOOP(
                "New users can create an account in %1 through this organization.")},
            .noSentence = {QT_TR_NOOP(
                "New users cannot create an account in %1 through this organization.")},
            .notApplicable = {QT_TR_NOOP("not applicable: for database connections only")},
            .notApplicableSentence = {QT_TR_NOOP("Only applies to database connections.")},
        };
    case ConnectionField::ConnectionId:
        return {
            .title = {QT_TR_NOOP("Connection ID")},
            .textSentence = {QT_TR_NOOP("Identifies the connection in the API and in logs.")},
        };
    }
    Q_UNREACHABLE();
}

//! From AccessNone to AccessFull.
constexpr std::array<SourceText, 4> LevelWords{{
    QT_TRANSLATE_NOOP3("Vestibule::ConnectionText", "None", "access level"),
    QT_TRANSLATE_NOOP3("Vestibule::ConnectionText", "Read-only", "an access level"),
    QT_TRANSLATE_NOOP3("Vestibule::ConnectionText", "Limited", "access level"),
    QT_TRANSLATE_NOOP3("Vestibule::ConnectionText", "Full", "access level"),
}};

//! The names in the strategy catalogue that are words and not names of products.
[[maybe_unused]] constexpr const char *GenericStrategyNames[] = {
    QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "Database"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "Custom Auth"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "Passwordless email"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "Passwordless SMS"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "IP Address"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "Custom OAuth 1"),
    QT_TRANSLATE_NOOP("Vestibule::ConnectionText", "Custom OAuth 2"),
};

std::size_t levelIndex(CellMeaning level)
{
    return std::size_t(level) - std::size_t(CellMeaning::AccessNone);
}

CellMeaning levelMeaning(const QString &level)
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

QString shownText(const QString &text)
{
    return displaySafe(shortened(text, LongestText));
}

QString notSentSentence(const OrganizationConnection &connection, ConnectionField field)
{
    if (fieldPresence(connection, field) == FieldPresence::Null)
        return ConnectionText::tr("The tenant sent null: no value is set.");
    // The older endpoint sends none of these three, so there a missing name means nothing.
    const bool isOlderRow = !connection.isEnabled && !connection.organizationAccessLevel;
    if (field == ConnectionField::OrganizationConnectionName && !isOlderRow)
        return ConnectionText::tr("No display name in this organization.");
    return ConnectionText::translated(ConnectionText::of(field).notSentSentence);
}

QString notApplicableSentence(const OrganizationConnection &connection, ConnectionField field)
{
    const QString rule =
        ConnectionText::translated(ConnectionText::of(field).notApplicableSentence);
    const QVariant sent = fieldValue(connection, field);
    if (!sent.isValid())
        return rule;
    return ConnectionText::tr("%1 (Sent: %2)", "a sentence, then another")
        .arg(rule, sent.toString());
}

QString strategySentence(const QString &strategy)
{
    const StrategyInfo info = strategyInfo(strategy);
    if (!info.isKnown)
        return ConnectionText::tr("This version of Vestibule does not know this strategy.");
    return ConnectionText::tr("%1. API name: %2").arg(categoryWord(info.category), strategy);
}

//! The rule's sentence names both settings; a connection's own names the one that is on.
QString dormantFlagsSentence(const OrganizationConnection &connection)
{
    const bool hasSignup = connection.isSignupEnabled.value_or(false)
        && fieldApplies(connection, ConnectionField::IsSignupEnabled);
    const bool hasMembership = connection.assignMembershipOnLogin.value_or(false);
    if (hasSignup && !hasMembership)
        return ConnectionText::tr("Disabled, but sign-up is still on: it applies again once this "
                                  "connection is enabled.");
    if (hasMembership && !hasSignup)
        return ConnectionText::tr("Disabled, but automatic membership is still on: it applies "
                                  "again once this connection is enabled.");
    return ConnectionText::tr("Disabled, but sign-up and automatic membership are still on: they "
                              "apply again once this connection is enabled.");
}

//! Those that are rules of findings as well have the same words.
QString hintSentence(ConnectionHint hint)
{
    switch (hint) {
    case ConnectionHint::SignupWithoutMembership:
        return findingSentence(FindingRule::SignupWithoutMembership);
    case ConnectionHint::SignupWithMembership:
        return ConnectionText::tr("Anyone who creates an account here automatically becomes a "
                                  "member of the organization; no invitation is needed.");
    case ConnectionHint::SocialMembership:
        return findingSentence(FindingRule::SocialMembership);
    case ConnectionHint::AccessWithoutName:
        return findingSentence(FindingRule::LevelWithoutName);
    case ConnectionHint::DisabledKeepsFlags:
        return findingSentence(FindingRule::DormantFlags);
    case ConnectionHint::SignupWithoutMeaning:
        return ConnectionText::tr("Sign-up is on, which has no effect on this kind of connection.");
    case ConnectionHint::ButtonWithoutMeaning:
        return ConnectionText::tr(
            "The button is off, which has no effect on this kind of connection.");
    }
    Q_UNREACHABLE();
}

QString hintSentence(ListingHint hint)
{
    switch (hint) {
    case ListingHint::NoneEnabled:
        return findingSentence(FindingRule::NoneEnabled);
    case ListingHint::AllEnabledHidden:
        return findingSentence(FindingRule::AllHidden);
    case ListingHint::NearLimit:
        return findingSentence(FindingRule::NearlyFull);
    }
    Q_UNREACHABLE();
}

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
    if (fieldInfo(field).kind == FieldKind::AccessLevel)
        return levelMeaning(value.toString());
    return CellMeaning::Text;
}

QString fieldTitle(ConnectionField field)
{
    return ConnectionText::translated(ConnectionText::of(field).title);
}

QString valueWord(const OrganizationConnection &connection, ConnectionField field)
{
    const CellMeaning meaning = cellMeaning(connection, field);
    switch (meaning) {
    case CellMeaning::Text:
        return field == ConnectionField::Strategy
            ? strategyWord(*connection.strategy)
            : shownText(fieldValue(connection, field).toString());
    case CellMeaning::Yes:
        return ConnectionText::translated(ConnectionText::of(field).yes);
    case CellMeaning::No:
        return ConnectionText::translated(ConnectionText::of(field).no);
    case CellMeaning::AccessNone:
    case CellMeaning::AccessReadOnly:
    case CellMeaning::AccessLimited:
    case CellMeaning::AccessFull:
        return accessWord(meaning);
    case CellMeaning::NotSent:
        return NotSentMark;
    case CellMeaning::NotApplicable:
        return ConnectionText::tr("n/a", "not applicable");
    }
    Q_UNREACHABLE();
}

QString spokenValue(const OrganizationConnection &connection, ConnectionField field)
{
    switch (cellMeaning(connection, field)) {
    case CellMeaning::NotSent:
        return fieldPresence(connection, field) == FieldPresence::Null
            ? ConnectionText::tr("sent as null")
            : ConnectionText::tr("not sent");
    case CellMeaning::NotApplicable:
        return ConnectionText::translated(ConnectionText::of(field).notApplicable);
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
    return ConnectionText::tr("%1: %2", "a field and its value")
        .arg(fieldTitle(field), spokenValue(connection, field));
}

QString fieldSentence(const OrganizationConnection &connection, ConnectionField field)
{
    const FieldText text = ConnectionText::of(field);
    const auto aboutConnection = [&](const SourceText &sentence) {
        return ConnectionText::translated(sentence).arg(
            shortened(displayName(connection), LongestNameInSentence));
    };
    const CellMeaning meaning = cellMeaning(connection, field);
    switch (meaning) {
    case CellMeaning::Text:
        return field == ConnectionField::Strategy ? strategySentence(*connection.strategy)
                                                  : ConnectionText::translated(text.textSentence);
    case CellMeaning::Yes:
        return aboutConnection(text.yesSentence);
    case CellMeaning::No:
        return aboutConnection(text.noSentence);
    case CellMeaning::AccessNone:
    case CellMeaning::AccessReadOnly:
    case CellMeaning::AccessLimited:
    case CellMeaning::AccessFull:
        return ConnectionText::translated(text.levelSentences.at(levelIndex(meaning)));
    case CellMeaning::NotSent:
        return notSentSentence(connection, field);
    case CellMeaning::NotApplicable:
        return notApplicableSentence(connection, field);
    }
    Q_UNREACHABLE();
}

QString commonValue(const QList<OrganizationConnection> &connections, ConnectionField field)
{
    QStringList words; // in the order of the rows
    QHash<QString, int> counts;
    for (const OrganizationConnection &connection : connections) {
        const bool isSent = cellMeaning(connection, field) != CellMeaning::NotSent;
        const QString word = isSent ? valueWord(connection, field) : spokenValue(connection, field);
        if (++counts[word] == 1)
            words.append(word);
    }
    if (words.size() == 1)
        return words.constFirst();
    if (words.size() > MostCommonWords) {
        return ConnectionText::tr("%n different", "values of several connections",
                                  int(words.size()));
    }
    std::ranges::stable_sort(words, std::ranges::greater(),
                             [&counts](const QString &word) { return counts.value(word); });
    QStringList parts;
    for (const QString &word : std::as_const(words)) {
        parts.append(ConnectionText::tr("%1 (%2)", "a value, and how many have it")
                         .arg(word, QLocale().toString(counts.value(word))));
    }
    return parts.join(u", "_s);
}

QStringList hintSentences(const OrganizationConnection &connection)
{
    QStringList sentences;
    for (const ConnectionHint hint : connectionHints(connection))
        sentences.append(hint == ConnectionHint::DisabledKeepsFlags
                             ? dormantFlagsSentence(connection)
                             : hintSentence(hint));
    return sentences;
}

QStringList hintSentencesOfNoRule(const OrganizationConnection &connection)
{
    QStringList sentences;
    for (const ConnectionHint hint : connectionHints(connection)) {
        if (!ruleOf(hint))
            sentences.append(hintSentence(hint));
    }
    return sentences;
}

QStringList hintSentences(const ConnectionPage &page)
{
    QStringList sentences;
    for (const ListingHint hint : listingHints(page))
        sentences.append(hintSentence(hint));
    return sentences;
}

QString accessWord(CellMeaning level)
{
    return ConnectionText::translated(LevelWords.at(levelIndex(level)));
}

QString strategyWord(const QString &strategy)
{
    const StrategyInfo info = strategyInfo(strategy);
    if (!info.isKnown)
        return shownText(strategy); // the tenant's own word, which must not be translated
    return ConnectionText::tr(qUtf8Printable(info.name));
}

QString shortStrategyWord(const QString &strategy)
{
    if (strategy == "waad"_L1)
        return u"Microsoft Entra ID"_s;
    if (strategy == "ad"_L1)
        return u"Active Directory"_s;
    if (strategy == "custom"_L1)
        return categoryWord(StrategyCategory::Custom);
    if (strategy == "email"_L1)
        return ConnectionText::tr("Email");
    if (strategy == "sms"_L1)
        return ConnectionText::tr("SMS");
    return strategyWord(strategy);
}

QHash<QString, QString> tableStrategyWords()
{
    QHash<QString, QString> words;
    for (const QString &strategy : {u"ad"_s, u"auth0"_s, u"custom"_s, u"email"_s, u"ip"_s,
                                    u"oauth1"_s, u"oauth2"_s, u"sms"_s, u"waad"_s})
        words.insert(strategy, shortStrategyWord(strategy));
    return words;
}

QString categoryWord(StrategyCategory category)
{
    switch (category) {
    case StrategyCategory::Database:
        return ConnectionText::tr("Database");
    case StrategyCategory::Enterprise:
        return ConnectionText::tr("Enterprise");
    case StrategyCategory::Social:
        return ConnectionText::tr("Social");
    case StrategyCategory::Passwordless:
        return ConnectionText::tr("Passwordless");
    case StrategyCategory::Custom:
        return ConnectionText::tr("Custom");
    case StrategyCategory::Unknown:
        return ConnectionText::tr("Unknown category");
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
