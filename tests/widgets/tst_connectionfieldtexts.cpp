// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/connectionsamples.h"
#include "support/windowtesting.h"
#include "widgets/detail/accesssteps.h"
#include "widgets/detail/connectiondetailpane.h"

//! What the detail pane says of every field: its value, and in a sentence what that means.
class ConnectionFieldTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void theFourStepsOfAccessAreExplained();
    void everyFieldHasItsValueAndItsSentence_data();
    void everyFieldHasItsValueAndItsSentence();
    void everyLevelHasItsOwnSentence();
    void longNamesAreShortenedInSentences();

private:
    static QString value(const QWidget &pane, const char *field)
    {
        return labelText(child(&pane, field), "value");
    }
    static QString sentence(const QWidget &pane, const char *field)
    {
        return labelText(child(&pane, field), "sentence");
    }
};

void ConnectionFieldTextsTest::theFourStepsOfAccessAreExplained()
{
    ConnectionDetailPane pane;
    const auto *steps = pane.findChild<AccessSteps *>();
    QVERIFY(steps);
    for (const auto &[level, word] :
         {std::pair(u"none"_s, u"None"_s), std::pair(u"readonly"_s, u"Read-only"_s),
          std::pair(u"limited"_s, u"Limited"_s), std::pair(u"full"_s, u"Full"_s),
          std::pair(u"another"_s, QString())}) {
        pane.showConnections(
            {changed(okta(), [&](auto &c) { c.organizationAccessLevel = level; })});
        QStringList words;
        QString marked;
        for (const QLabel *label : steps->findChildren<QLabel *>(u"word"_s)) {
            words.append(label->text());
            if (label->font().bold())
                marked += label->text();
        }
        QCOMPARE(words, (QStringList{u"None"_s, u"Read-only"_s, u"Limited"_s, u"Full"_s}));
        QCOMPARE(marked, word);
    }
    QSet<QString> texts;
    for (const QLabel *label : steps->findChildren<QLabel *>(u"text"_s))
        texts.insert(label->text());
    QCOMPARE(texts.size(), 4);
    QVERIFY(steps->accessibleDescription().contains(u"Read-only: see it"_s));
}

void ConnectionFieldTextsTest::everyFieldHasItsValueAndItsSentence_data()
{
    QTest::addColumn<OrganizationConnection>("connection");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence"); // the beginning of it
    const auto row = [](const char *name, const OrganizationConnection &connection,
                        const char *field, const QString &value, const char *sentence) {
        QTest::newRow(name) << connection << QString::fromLatin1(field) << value
                            << QString::fromLatin1(sentence);
    };
    const auto okta = [](auto change) { return changed(::okta(), change); };
    const auto database = [](auto change) { return changed(::database(), change); };
    const auto same = [](auto &) {};
    row("enabled", okta(same), "is_enabled", u"Yes"_s,
        "People of this organization may sign in with acme-okta.");
    row("disabled", okta([](auto &c) { c.isEnabled = false; }), "is_enabled", u"No"_s,
        "Nobody can sign in to this organization with acme-okta.");
    row("enabled not sent", okta([](auto &c) { c.isEnabled.reset(); }), "is_enabled", u"–"_s,
        "The tenant did not send it. That is not the same as no.");
    row("enabled null", okta([](auto &c) {
            c.isEnabled.reset();
            c.json = R"({"connection_id":"c","is_enabled":null})"_ba;
        }),
        "is_enabled", u"–"_s, "The tenant sent null: it has no value.");
    row("automatic", okta(same), "assign_membership_on_login", u"Automatic"_s,
        "Whoever signs in with acme-okta becomes a member of the organization at once.");
    row("invited", okta([](auto &c) { c.assignMembershipOnLogin = false; }),
        "assign_membership_on_login", u"Invited"_s,
        "People must be members of the organization before they can sign in with acme-okta.");
    row("button", okta(same), "show_as_button", u"Yes"_s,
        "The organization's login page shows a button for acme-okta.");
    row("no button", okta([](auto &c) { c.showAsButton = false; }), "show_as_button", u"No"_s,
        "The organization's login page shows no button; acme-okta still works");
    row("button of a database", database(same), "show_as_button", u"n/a"_s,
        "Counts for enterprise connections only.");
    row("button not sent for a database", database([](auto &c) { c.showAsButton.reset(); }),
        "show_as_button", u"n/a"_s, "Counts for enterprise connections only.");
    row("sign-up", database(same), "is_signup_enabled", u"Yes"_s,
        "New people may create an account in users through this organization.");
    row("no sign-up", database([](auto &c) { c.isSignupEnabled = false; }), "is_signup_enabled",
        u"No"_s, "Nobody can create an account in users through this organization.");
    row("sign-up of okta", okta(same), "is_signup_enabled", u"n/a"_s,
        "Counts for database connections only.");
    row("flag of an unknown strategy", okta([](auto &c) {
            c.strategy = u"quantum-id"_s;
            c.isSignupEnabled = false;
        }),
        "is_signup_enabled", u"No"_s, "Nobody can create an account"); // never guessed
    row("unknown strategy", okta([](auto &c) { c.strategy = u"quantum-id"_s; }),
        "connection_strategy", u"quantum-id"_s, "This version of Vestibule does not know this");
    row("strategy not sent", okta([](auto &c) { c.strategy.reset(); }), "connection_strategy",
        u"–"_s, "The tenant did not send it.");
    row("unknown level", okta([](auto &c) { c.organizationAccessLevel = u"superuser"_s; }),
        "organization_access_level", u"superuser"_s,
        "This version of Vestibule does not know this level.");
    row("own name", okta(same), "organization_connection_name", u"Acme workforce"_s,
        "What the organization's own administrators see.");
    row("no own name", okta([](auto &c) { c.organizationConnectionName.reset(); }),
        "organization_connection_name", u"–"_s, "It has no name of its own in this organization.");
}

void ConnectionFieldTextsTest::everyFieldHasItsValueAndItsSentence()
{
    QFETCH(const OrganizationConnection, connection);
    QFETCH(const QString, field);
    QFETCH(const QString, sentence);
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    const QByteArray name = field.toLatin1();
    QTEST(value(pane, name.constData()), "value");
    const QString shown = ConnectionFieldTextsTest::sentence(pane, name.constData());
    QVERIFY2(shown.startsWith(sentence), qPrintable(shown));
    QCOMPARE(child(&pane, name.constData())->accessibleDescription(), shown);
}

void ConnectionFieldTextsTest::everyLevelHasItsOwnSentence()
{
    QSet<QString> sentences;
    for (const auto &[level, word] :
         {std::pair(u"none"_s, u"None"_s), std::pair(u"readonly"_s, u"Read-only"_s),
          std::pair(u"limited"_s, u"Limited"_s), std::pair(u"full"_s, u"Full"_s)}) {
        OrganizationConnection connection = okta();
        connection.organizationAccessLevel = level;
        ConnectionDetailPane pane;
        pane.showConnections({connection});
        QCOMPARE(value(pane, "organization_access_level"), word);
        sentences.insert(sentence(pane, "organization_access_level"));
        QCOMPARE(child(&pane, "organization_access_level")->accessibleName(),
                 "Access level: "_L1 + word);
    }
    QCOMPARE(sentences.size(), 4);
}

void ConnectionFieldTextsTest::longNamesAreShortenedInSentences()
{
    OrganizationConnection connection = okta();
    connection.name = QString(4000, u'W');
    connection.organizationConnectionName = QString(4000, u'V');
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    QVERIFY(sentence(pane, "is_enabled").size() < 200);
    QVERIFY(sentence(pane, "is_enabled").contains(u"WWW…"_s));
    QVERIFY(value(pane, "organization_connection_name").endsWith(u"VVV…"_s));
    QVERIFY(child(child(&pane, "organization_connection_name"), "value")->toolTip().size() > 900);
    pane.showConnections({okta()});
    QCOMPARE(child(child(&pane, "organization_connection_name"), "value")->toolTip(), QString());
}

QTEST_MAIN(ConnectionFieldTextsTest)
#include "tst_connectionfieldtexts.moc"
