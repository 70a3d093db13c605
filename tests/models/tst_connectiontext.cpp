// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectiontext.h"

#include "support/jsonsamples.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum ConnectionField;

namespace {

OrganizationConnection row(std::optional<bool> isEnabled, const QString &strategy = u"okta"_s)
{
    return {.connectionId = u"con_1"_s, .strategy = strategy, .isEnabled = isEnabled};
}

} // namespace

class TestConnectionText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aCellHasMeaningAndWords_data();
    void aCellHasMeaningAndWords();
    void allTitlesDiffer();
    void allCategoriesDiffer();
    void theNameIsTheBestThereIs_data();
    void theNameIsTheBestThereIs();
    void everyFieldHasASentenceForEveryMeaning();
    void oneWordIfAllConnectionsAgree();
    void differentWordsAreCountedMostFrequentFirst();
    void notSentIsCountedApartFromNo();
    void manyWordsAreOnlyCounted();
    void otherWordsOfTablesAreListed();
    void hintOfADisabledConnectionNamesWhatIsOn_data();
    void hintOfADisabledConnectionNamesWhatIsOn();
};

void TestConnectionText::aCellHasMeaningAndWords_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<ConnectionField>("field");
    QTest::addColumn<CellMeaning>("meaning");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("spoken");
    const auto add = [](const char *name, const QByteArray &members, ConnectionField field,
                        CellMeaning meaning, const QString &word, const QString &spoken = {}) {
        QTest::newRow(name) << members << field << meaning << word
                            << (spoken.isNull() ? word : spoken);
    };
    using enum CellMeaning;
    const QString dash = u"–"_s;
    const QString notSent = u"not sent"_s;
    const QByteArray okta = R"("connection":{"name":"n","strategy":"okta"})";
    const QByteArray database = R"("connection":{"strategy":"auth0"})";

    add("yes", R"("is_enabled":true)", IsEnabled, Yes, u"Yes"_s);
    add("no", R"("is_enabled":false)", IsEnabled, No, u"No"_s);
    add("a missing flag is not no", "\"a\":1", IsEnabled, NotSent, dash, notSent);
    add("null is not no", R"("is_enabled":null)", IsEnabled, NotSent, dash, u"sent as null"_s);
    add("membership", R"("assign_membership_on_login":true)", AssignMembershipOnLogin, Yes,
        u"Automatic"_s);
    add("no membership", R"("assign_membership_on_login":false)", AssignMembershipOnLogin, No,
        u"Invited"_s);
    add("membership not sent", "\"a\":1", AssignMembershipOnLogin, NotSent, dash, notSent);

    add("button", okta + R"(,"show_as_button":true)", ShowAsButton, Yes, u"Yes"_s);
    add("no button", okta + R"(,"show_as_button":false)", ShowAsButton, No, u"No"_s);
    add("button not sent", okta, ShowAsButton, NotSent, dash, notSent);
    const QString noButton = u"not applicable: for enterprise connections only"_s;
    add("button of a database", database + R"(,"show_as_button":true)", ShowAsButton, NotApplicable,
        u"n/a"_s, noButton);
    add("button of a database, not sent", database, ShowAsButton, NotApplicable, u"n/a"_s,
        noButton);
    add("button of the unknown", R"("show_as_button":true)", ShowAsButton, Yes, u"Yes"_s);
    add("sign-up", database + R"(,"is_signup_enabled":true)", IsSignupEnabled, Yes, u"Yes"_s);
    add("no sign-up", database + R"(,"is_signup_enabled":false)", IsSignupEnabled, No, u"No"_s);
    add("sign-up of an enterprise", okta + R"(,"is_signup_enabled":false)", IsSignupEnabled,
        NotApplicable, u"n/a"_s, u"not applicable: for database connections only"_s);
    add("sign-up of the unknown", R"("connection":{"strategy":"new"},"is_signup_enabled":false)",
        IsSignupEnabled, No, u"No"_s);

    const auto level = [](const char *word) -> QByteArray {
        return QByteArray(R"("organization_access_level":")") + word + '"';
    };
    add("level none", level("none"), OrganizationAccessLevel, AccessNone, u"None"_s);
    add("level readonly", level("readonly"), OrganizationAccessLevel, AccessReadOnly,
        u"Read-only"_s);
    add("level limited", level("limited"), OrganizationAccessLevel, AccessLimited, u"Limited"_s);
    add("level full", level("full"), OrganizationAccessLevel, AccessFull, u"Full"_s);
    add("level in capitals is another", level("Full"), OrganizationAccessLevel, Text, u"Full"_s);
    add("level unknown", level("owner\\n"), OrganizationAccessLevel, Text, u"owner␊"_s);
    add("level empty", level(""), OrganizationAccessLevel, Text, u""_s, u""_s);
    add("level not sent", "\"a\":1", OrganizationAccessLevel, NotSent, dash, notSent);
    add("level null", R"("organization_access_level":null)", OrganizationAccessLevel, NotSent, dash,
        u"sent as null"_s);

    const auto memberLevel = [](const char *word) -> QByteArray {
        return QByteArray(R"("organization_member_access_level":)") + word;
    };
    add("member level none", memberLevel("\"none\""), OrganizationMemberAccessLevel, AccessNone,
        u"None"_s);
    add("member level readonly", memberLevel("\"readonly\""), OrganizationMemberAccessLevel,
        AccessReadOnly, u"Read-only"_s);
    add("member level limited", memberLevel("\"limited\""), OrganizationMemberAccessLevel,
        AccessLimited, u"Limited"_s);
    add("member level full", memberLevel("\"full\""), OrganizationMemberAccessLevel, AccessFull,
        u"Full"_s);
    add("member level unknown", memberLevel("\"guest\\n\""), OrganizationMemberAccessLevel, Text,
        u"guest␊"_s);
    add("member level not sent", level("full"), OrganizationMemberAccessLevel, NotSent, dash,
        notSent);
    add("member level null", memberLevel("null"), OrganizationMemberAccessLevel, NotSent, dash,
        u"sent as null"_s);

    add("name", okta, Name, Text, u"n"_s);
    add("name not sent", "\"a\":1", Name, NotSent, dash, notSent);
    add("name of a level", R"("connection":{"name":"none"})", Name, Text, u"none"_s);
    add("name with bidi", R"("connection":{"name":"a\u202Eb"})", Name, Text, u"a[U+202E]b"_s);
    add("own name", R"("organization_connection_name":"o")", OrganizationConnectionName, Text,
        u"o"_s);
    add("strategy", okta, Strategy, Text, u"Okta Workforce"_s);
    add("strategy without category", R"("connection":{"strategy":"linear-mcp"})", Strategy, Text,
        u"Linear MCP"_s);
    add("strategy unknown", R"("connection":{"strategy":"new\u200B"})", Strategy, Text,
        u"new[U+200B]"_s);
    add("strategy null", R"("connection":{"strategy":null})", Strategy, NotSent, dash,
        u"sent as null"_s);
    add("id", "\"a\":1", ConnectionId, Text, u"con_1"_s);
}

void TestConnectionText::aCellHasMeaningAndWords()
{
    QFETCH(QByteArray, members);
    QFETCH(ConnectionField, field);
    QFETCH(CellMeaning, meaning);
    QFETCH(QString, word);
    QFETCH(QString, spoken);
    const OrganizationConnection connection =
        Samples::connection("{\"connection_id\":\"con_1\"," + members + '}');
    QCOMPARE(int(cellMeaning(connection, field)), int(meaning));
    QCOMPARE(valueWord(connection, field), word);
    QCOMPARE(spokenValue(connection, field), spoken);
}

void TestConnectionText::allTitlesDiffer()
{
    QSet<QString> titles;
    for (const ConnectionField field : AllConnectionFields)
        titles.insert(fieldTitle(field));
    QCOMPARE(titles.size(), qsizetype(AllConnectionFields.size()));
    QVERIFY(!titles.contains(QString()));
}

void TestConnectionText::allCategoriesDiffer()
{
    using enum StrategyCategory;
    QSet<QString> words;
    for (const StrategyCategory category :
         {Database, Enterprise, Social, Passwordless, Custom, Unknown})
        words.insert(categoryWord(category));
    QCOMPARE(words.size(), 6);
    QCOMPARE(categoryWord(Enterprise), u"Enterprise"_s);
}

void TestConnectionText::theNameIsTheBestThereIs_data()
{
    QTest::addColumn<std::optional<QString>>("name");
    QTest::addColumn<std::optional<QString>>("ownName");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *tag, const std::optional<QString> &name,
                        const std::optional<QString> &ownName, const QString &expected) {
        QTest::newRow(tag) << name << ownName << expected;
    };
    add("both", u"n"_s, u"o"_s, u"n"_s);
    add("name", u"n"_s, std::nullopt, u"n"_s);
    add("own name", std::nullopt, u"o"_s, u"o"_s);
    add("none", std::nullopt, std::nullopt, u"con_1"_s);
    add("empty name", QString(), u"o"_s, u"o"_s);
    add("both empty", QString(), QString(), u"con_1"_s);
    add("made visible", u"a\n"_s, std::nullopt, u"a␊"_s);
    const QString most(999, u'x'); // and an emoji is two QChars
    add("never cut within a character", most + u"😀y"_s, std::nullopt, most + u'…');
}

void TestConnectionText::theNameIsTheBestThereIs()
{
    QFETCH(std::optional<QString>, name);
    QFETCH(std::optional<QString>, ownName);
    QFETCH(QString, expected);
    QCOMPARE(displayName(
                 {.connectionId = u"con_1"_s, .organizationConnectionName = ownName, .name = name}),
             expected);
}

//! A new field that lacks one of its texts is found here.
void TestConnectionText::everyFieldHasASentenceForEveryMeaning()
{
    QList<OrganizationConnection> rows{{.connectionId = u"con_1"_s}};
    for (const bool flag : {true, false}) {
        for (const QString &strategy : {u"okta"_s, u"auth0"_s, u"new"_s}) {
            for (const QString &level :
                 {u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s, u"new"_s}) {
                rows.append({.connectionId = u"con_1"_s,
                             .organizationConnectionName = u"own"_s,
                             .name = u"name"_s,
                             .strategy = strategy,
                             .isEnabled = flag,
                             .assignMembershipOnLogin = flag,
                             .showAsButton = flag,
                             .isSignupEnabled = flag,
                             .organizationAccessLevel = level,
                             .organizationMemberAccessLevel = level});
            }
        }
    }
    for (const ConnectionField field : AllConnectionFields) {
        for (const OrganizationConnection &connection : std::as_const(rows)) {
            const QString sentence = fieldSentence(connection, field);
            QVERIFY2(!sentence.isEmpty(), apiName(field).data());
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            QVERIFY2(!spokenValue(connection, field).isEmpty(), apiName(field).data());
        }
    }
}

void TestConnectionText::oneWordIfAllConnectionsAgree()
{
    QCOMPARE(commonValue({row(true), row(true)}, ConnectionField::IsEnabled), u"Yes"_s);
}

void TestConnectionText::differentWordsAreCountedMostFrequentFirst()
{
    QCOMPARE(commonValue({row(false), row(true), row(true)}, ConnectionField::IsEnabled),
             u"Yes (2), No (1)"_s);
}

void TestConnectionText::notSentIsCountedApartFromNo()
{
    const QString value = commonValue({row(false), row({})}, ConnectionField::IsEnabled);
    QVERIFY2(value.startsWith("No (1), "_L1), qPrintable(value));
    QVERIFY(value.endsWith(" (1)"_L1));
}

void TestConnectionText::manyWordsAreOnlyCounted()
{
    QList<OrganizationConnection> rows;
    for (const QString &strategy : {u"okta"_s, u"auth0"_s, u"samlp"_s, u"email"_s})
        rows.append(row(true, strategy));
    QCOMPARE(commonValue(rows, ConnectionField::Strategy).count(u'('), 4);
    rows.append(row(true, u"github"_s));
    QVERIFY(commonValue(rows, ConnectionField::Strategy).startsWith(u'5'));
}

//! The inventory sorts by them.
void TestConnectionText::otherWordsOfTablesAreListed()
{
    const QHash<QString, QString> words = tableStrategyWords();
    for (const QString &strategy :
         {u"ad"_s, u"adfs"_s, u"auth0"_s, u"custom"_s, u"email"_s, u"google-apps"_s, u"ip"_s,
          u"oauth1"_s, u"oauth2"_s, u"okta"_s, u"samlp"_s, u"sms"_s, u"waad"_s, u"new"_s}) {
        QCOMPARE(words.value(strategy, strategyInfo(strategy).name), shortStrategyWord(strategy));
    }
    QCOMPARE(words.value(u"waad"_s), u"Microsoft Entra ID"_s);
}

void TestConnectionText::hintOfADisabledConnectionNamesWhatIsOn_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<bool>("signup");
    QTest::addColumn<bool>("membership");
    QTest::addColumn<QString>("begin");
    const QString database = u"auth0"_s;
    const QString okta = u"okta"_s;
    QTest::newRow("sign-up") << database << true << false << u"Disabled, but sign-up is still"_s;
    QTest::newRow("membership") << database << false << true
                                << u"Disabled, but automatic membership is still"_s;
    QTest::newRow("both") << database << true << true
                          << u"Disabled, but sign-up and automatic membership are still"_s;
    QTest::newRow("sign-up without effect")
        << okta << true << true << u"Disabled, but automatic membership is still"_s;
}

void TestConnectionText::hintOfADisabledConnectionNamesWhatIsOn()
{
    QFETCH(QString, strategy);
    QFETCH(bool, signup);
    QFETCH(bool, membership);
    QFETCH(QString, begin);
    OrganizationConnection connection = row(false, strategy);
    connection.isSignupEnabled = signup;
    connection.assignMembershipOnLogin = membership;
    const QStringList sentences = hintSentences(connection);
    QCOMPARE(sentences.filter(QRegularExpression(u'^' + QRegularExpression::escape(begin))).size(),
             1);
}

QTEST_APPLESS_MAIN(TestConnectionText)
#include "tst_connectiontext.moc"
