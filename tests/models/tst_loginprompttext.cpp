// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/loginprompttext.h"
#include "support/connectionsamples.h"

#include <QRegularExpression>
#include <QTest>

class TestLoginPromptText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void eachPlaceHasItsWords_data();
    void eachPlaceHasItsWords();
    void everyLineNamesItsRowAndItsFields_data();
    void everyLineNamesItsRowAndItsFields();
    void signupIsOfferedOrExplained();
    void severalDatabasesAreRemarked();
    void problemsAndExtentsAreSaid();
    void itSaysWhatItIsAndWhatItDoesNotKnow();
    void namesAreMaskedAndIdsAreKept();
    void hostileNamesAreShownAsText();
    void spokenLinesSayEverything();

private:
    static LoginPromptWords words(const QList<OrganizationConnection> &connections,
                                  bool isMasked = false)
    {
        return loginPromptWords(loginPrompt({.connections = connections, .isWhole = true}),
                                {.id = u"org_1"_s, .displayName = u"Acme Corp"_s}, isMasked);
    }
    //! Of the only section.
    static PromptLine line(const OrganizationConnection &connection)
    {
        const LoginPromptWords all = words({connection});
        return all.sections.size() == 1 ? all.sections.constFirst().lines.value(0) : PromptLine();
    }
    static OrganizationConnection of(const QString &strategy)
    {
        return changed(okta(), [&](auto &c) { c.strategy = strategy; });
    }
};

void TestLoginPromptText::eachPlaceHasItsWords_data()
{
    QTest::addColumn<OrganizationConnection>("connection");
    QTest::addColumn<PromptPlace>("place");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("label");
    const auto add = [](const char *name, const OrganizationConnection &connection,
                        PromptPlace place, const char *title, const char *kind, const char *label) {
        QTest::newRow(name) << connection << place << QString::fromLatin1(title)
                            << QString::fromLatin1(kind) << QString::fromLatin1(label);
    };
    add("database", database(), PromptPlace::DatabaseForm, "Database", "Form",
        "E-mail address and password");
    add("social", of(u"google-oauth2"_s), PromptPlace::SocialButton, "Social connections", "Button",
        "Continue with Google");
    add("social of the tenant", of(u"oauth2"_s), PromptPlace::SocialButton, "Social connections",
        "Button", "Continue with acme-okta");
    add("enterprise", okta(), PromptPlace::EnterpriseButton, "Enterprise connections", "Button",
        "Continue with acme-okta");
    add("passwordless", of(u"sms"_s), PromptPlace::Passwordless, "Passwordless", "Code",
        "Passwordless SMS");
    add("hidden", changed(okta(), [](auto &c) { c.showAsButton = false; }), PromptPlace::Hidden,
        "Reachable by e-mail domain or link", "Reachable by e-mail domain or link", "acme-okta");
    add("unknown", of(u"brand-new"_s), PromptPlace::Unknown, "Enabled, position unknown",
        "Enabled, position unknown", "acme-okta");
    add("not said", changed(okta(), [](auto &c) { c.isEnabled.reset(); }), PromptPlace::NotSaid,
        "Enabled: no value", "Enabled: no value", "acme-okta");
    add("disabled", changed(okta(), [](auto &c) { c.isEnabled = false; }), PromptPlace::Disabled,
        "Disabled", "Disabled", "acme-okta");
}

void TestLoginPromptText::eachPlaceHasItsWords()
{
    QFETCH(const OrganizationConnection, connection);
    const LoginPromptWords all = words({connection});
    QCOMPARE(all.sections.size(), 1);
    const PromptSection &section = all.sections.constFirst();
    QTEST(section.place, "place");
    QTEST(section.title, "title");
    QCOMPARE(section.lines.size(), 1);
    QTEST(section.lines.constFirst().kind, "kind");
    QTEST(section.lines.constFirst().label, "label");
    QCOMPARE(section.lines.constFirst().connectionId, connection.connectionId);
    const bool isButton = section.lines.constFirst().kind == u"Button"_s;
    const bool isForm = section.place == PromptPlace::DatabaseForm;
    QCOMPARE(section.sentence.isEmpty(), isButton || isForm);
    QCOMPARE(isOnPrompt(section.place),
             isButton || isForm || section.place == PromptPlace::Passwordless);
}

void TestLoginPromptText::everyLineNamesItsRowAndItsFields_data()
{
    QTest::addColumn<OrganizationConnection>("connection");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("note");
    QTest::newRow("database")
        << database()
        << u"users · Strategy: Database · Enabled: Yes · Membership On Authentication: "
           "Automatic · Organization Signup: Yes"_s
        << QString();
    QTest::newRow("social") << of(u"github"_s) << u"acme-okta · Strategy: GitHub · Enabled: Yes"_s
                            << QString();
    QTest::newRow("enterprise")
        << okta()
        << u"acme-okta · Strategy: Okta Workforce · Enabled: Yes · Display connection as a "
           "button: Yes"_s
        << QString();
    QTest::newRow("button not sent")
        << changed(okta(), [](auto &c) { c.showAsButton.reset(); })
        << u"acme-okta · Strategy: Okta Workforce · Enabled: Yes · Display connection as a "
           "button: not sent"_s
        << u"There is no value for its button; the default is yes."_s;
    QTest::newRow("button null")
        << changed(okta(),
                   [](auto &c) {
                       c.showAsButton.reset();
                       c.json = R"({"connection_id":"c","show_as_button":null})"_ba;
                   })
        << u"acme-okta · Strategy: Okta Workforce · Enabled: Yes · Display connection as a "
           "button: sent as null"_s
        << u"There is no value for its button; the default is yes."_s;
    QTest::newRow("strategy not sent") << changed(okta(), [](auto &c) { c.strategy.reset(); })
                                       << u"Strategy: not sent · Enabled: Yes"_s << QString();
    QTest::newRow("unknown strategy")
        << of(u"brand-new"_s) << u"Strategy: brand-new · Enabled: Yes"_s << QString();
    QTest::newRow("enabled not sent") << changed(okta(), [](auto &c) { c.isEnabled.reset(); })
                                      << u"Enabled: not sent"_s << QString();
    QTest::newRow("disabled") << changed(okta(), [](auto &c) { c.isEnabled = false; })
                              << u"Enabled: No"_s << QString();
}

void TestLoginPromptText::everyLineNamesItsRowAndItsFields()
{
    QFETCH(const OrganizationConnection, connection);
    QTEST(line(connection).source, "source");
    QTEST(line(connection).note, "note");
    PromptRows older{.connections = {changed(connection, [](auto &c) { c.isEnabled.reset(); })},
                     .isWhole = true,
                     .endpoint = ConnectionEndpoint::EnabledConnections};
    const LoginPromptWords all = loginPromptWords(loginPrompt(older), {.id = u"org_1"_s});
    QVERIFY(all.sections.constFirst().lines.constFirst().source.contains(
        u"from the list of enabled connections · "_s));
}

void TestLoginPromptText::signupIsOfferedOrExplained()
{
    QCOMPARE(line(database()).signup, u"No account yet? Sign up"_s);
    QCOMPARE(line(database()).note, QString());
    const PromptLine without =
        line(changed(database(), [](auto &c) { c.assignMembershipOnLogin = false; }));
    QCOMPARE(without.signup, QString());
    QCOMPARE(without.note, u"Sign-up is on, but only works together with automatic membership."_s);
    const PromptLine off = line(changed(database(), [](auto &c) { c.isSignupEnabled = false; }));
    QCOMPARE(off.signup, QString());
    QCOMPARE(off.note, QString());
    const PromptLine unsaid = line(changed(database(), [](auto &c) { c.isSignupEnabled.reset(); }));
    QCOMPARE(unsaid.signup, QString());
    QCOMPARE(unsaid.note, u"Whether it offers sign-up is not known."_s);
    QVERIFY(unsaid.isByDefault);
}

void TestLoginPromptText::severalDatabasesAreRemarked()
{
    QCOMPARE(words({database()}).sections.constFirst().sentence, QString());
    QCOMPARE(words({database(), database()}).sections.constFirst().sentence,
             u"Auth0 does not document which of these databases the page uses."_s);
}

void TestLoginPromptText::problemsAndExtentsAreSaid()
{
    const auto hidden = changed(okta(), [](auto &c) { c.showAsButton = false; });
    QCOMPARE(words({okta()}).problem, QString());
    QCOMPARE(words({okta()}).extent, QString());
    QVERIFY(words({hidden}).problem.contains(
        u"“no connections enabled for the organization are visible”"_s));
    QCOMPARE(words({}).problem, u"The organization has no connections: nobody can sign in."_s);
    QCOMPARE(words({changed(okta(), [](auto &c) { c.isEnabled = false; })}).problem,
             u"No connection is enabled: nobody can sign in."_s);
    const auto extent = [](const PromptRows &rows) {
        return loginPromptWords(loginPrompt(rows), {.id = u"org_1"_s}).extent;
    };
    QCOMPARE(extent({.connections = {okta()}}),
             u"Drawn from part of the list: the organization may have more connections."_s);
    QCOMPARE(extent({.isWhole = true, .isEnabled = true}),
             u"Drawn from the enabled connections: disabled ones are not listed."_s);
    QCOMPARE(extent({.isWhole = true, .isEnabled = false}),
             u"Only the disabled connections are listed."_s);
    QCOMPARE(words({okta()}).nothing, QString());
    QCOMPARE(words({}).nothing, QString()); // the problem says it
    QCOMPARE(words({changed(okta(), [](auto &c) { c.isEnabled.reset(); })}).nothing,
             u"The page cannot be drawn: which connections it shows is not known."_s);
    const LoginPrompt disabled = loginPrompt({.isWhole = true, .isEnabled = false});
    QCOMPARE(loginPromptWords(disabled, {.id = u"org_1"_s}).nothing,
             u"The page cannot be drawn: it shows only enabled connections."_s);
}

void TestLoginPromptText::itSaysWhatItIsAndWhatItDoesNotKnow()
{
    const LoginPromptWords all = words({okta()});
    QCOMPARE(all.heading, u"Log in to Acme Corp"_s);
    QVERIFY(all.drawing.startsWith(u"A drawing of the organization's login page"_s));
    QCOMPARE(all.unknownTitle, u"What may differ on the real page"_s);
    const QString unknown = all.unknown.join(u'\n');
    for (const char *word : {"application", "Identifier First", "Branding"})
        QVERIFY2(unknown.contains(QLatin1StringView(word)), word);
}

void TestLoginPromptText::namesAreMaskedAndIdsAreKept()
{
    const PromptLine shown = words({okta()}).sections.constFirst().lines.constFirst();
    const PromptLine masked = words({okta()}, true).sections.constFirst().lines.constFirst();
    QCOMPARE(masked.connectionId, okta().connectionId);
    for (const QString &text : {masked.label, masked.source, masked.spoken(), masked.whole})
        QVERIFY2(!text.contains(*okta().name), qPrintable(text));
    QVERIFY(masked.source.endsWith(shown.source.section(u" · "_s, 1)));
}

void TestLoginPromptText::hostileNamesAreShownAsText()
{
    const PromptLine shown = line(
        changed(okta(), [](auto &c) { c.name = u"<b>a</b>\u202Eb\nc%1"_s + QString(500, u'x'); }));
    QVERIFY2(shown.label.startsWith(u"Continue with <b>a</b>[U+202E]b␊c%1xxx"_s),
             qPrintable(shown.label));
    QVERIFY(shown.label.size() < 120);
    QVERIFY(shown.source.size() < 200);
    const QString x = QString(400, u'x');
    QVERIFY(shown.whole.section(u'\n', 0, 0).contains(x)); // the label
    QVERIFY(shown.whole.section(u'\n', 1).contains(x)); // the source
    QVERIFY(shown.whole.size() < 1'500);
    QCOMPARE(line(okta()).whole, line(okta()).label + u'\n' + line(okta()).source);
    const PromptLine strategy = line(of(u"\u202Ehidden"_s));
    QVERIFY(strategy.source.contains(u"Strategy: [U+202E]hidden"_s));
    QVERIFY(line(of(QString(900, u'x'))).source.size() < 200);
}

void TestLoginPromptText::spokenLinesSayEverything()
{
    const auto unsaid = changed(okta(), [](auto &c) { c.showAsButton.reset(); });
    QCOMPARE(line(unsaid).spoken(),
             "Button: Continue with acme-okta\n"_L1 + line(unsaid).source + u'\n'
                 + line(unsaid).note);
    QCOMPARE(line(database()).spoken(),
             "Form: E-mail address and password\nNo account yet? Sign up\n"_L1
                 + line(database()).source);
}

QTEST_APPLESS_MAIN(TestLoginPromptText)
#include "tst_loginprompttext.moc"
