// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/connecttext.h"

#include "session/privacymode.h"
#include "store/settings.h"
#include "support/windowtesting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestConnectText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void tenantsHaveNames_data();
    void tenantsHaveNames();
    void stepsLeadToTheTenant_data();
    void stepsLeadToTheTenant();
    void commandsTakeOnlyPlainWords_data();
    void commandsTakeOnlyPlainWords();
    void severalValuesAreSaid();
    void privacyModeMasksTheDomain();
};

void TestConnectText::tenantsHaveNames_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("name");
    QTest::newRow("canonical") << u"acme.eu.auth0.com"_s << u"acme"_s;
    QTest::newRow("old") << u"acme.auth0.com"_s << u"acme"_s;
    QTest::newRow("custom") << u"login.acme.example"_s << u"login.acme.example"_s;
    QTest::newRow("this computer") << u"127.0.0.1:8090"_s << u"127.0.0.1:8090"_s;
}

void TestConnectText::tenantsHaveNames()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, name);
    QCOMPARE(tenantNameOf(*TenantDomain::fromText(domain)), name);
    QCOMPARE(tenantNameOf({}), QString());
}

void TestConnectText::stepsLeadToTheTenant_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("address");
    QTest::newRow("in Europe")
        << u"acme.eu.auth0.com"_s
        << u"Open https://manage.auth0.com/dashboard/eu/acme/applications:"_s;
    QTest::newRow("in the USA")
        << u"acme.us.auth0.com"_s
        << u"Open https://manage.auth0.com/dashboard/us/acme/applications:"_s;
    QTest::newRow("an old one")
        << u"acme.auth0.com"_s
        << u"Open https://manage.auth0.com/dashboard/us/acme/applications:"_s;
    QTest::newRow("a custom domain")
        << u"login.acme.example"_s << u"Open https://manage.auth0.com/:"_s;
}

void TestConnectText::stepsLeadToTheTenant()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, address);
    const QStringList steps = dashboardSteps(*TenantDomain::fromText(domain));
    QVERIFY2(steps.constFirst().startsWith(address), qPrintable(steps.constFirst()));
    QVERIFY(steps.at(2).contains(
        "only read:organization_connections and read:organizations_summary"_L1));
}

//! The client ID can be any text, and the commands are pasted into a shell.
void TestConnectText::commandsTakeOnlyPlainWords_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("an ID") << u"jpAc1DEXhJv0xkYf5TLRmGnV8bWq2sZd"_s << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("a quote") << u"a'; rm -rf ~; '"_s << false;
    QTest::newRow("a line break") << u"a\nb"_s << false;
    QTest::newRow("a line break at the end") << u"a\n"_s << false;
    QTest::newRow("a substitution") << u"$(id)"_s << false;
    QTest::newRow("letters that look alike") << u"\u0430bc"_s << false;
}

void TestConnectText::commandsTakeOnlyPlainWords()
{
    QFETCH(const QString, clientId);
    QFETCH(const bool, isTaken);
    const QString commands =
        accessCommands(*TenantDomain::fromText(u"acme.eu.auth0.com"_s), clientId);
    QCOMPARE(commands.count(u'\n'), 6);
    QCOMPARE(commands.contains("\"client_id\":\""_L1 + clientId + u'"') && !clientId.isEmpty(),
             isTaken);
    QCOMPARE(commands.contains("\"CLIENT_ID\""_L1), !isTaken);
}

void TestConnectText::severalValuesAreSaid()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    const PrivacyMode privacy(settings);
    using Part = PastedAccess::Part;
    QCOMPARE(foundText({.clientId = u"a"_s, .several = {Part::ClientSecret}}, privacy),
             u"Found: a client ID. This text contains more than one client secret: paste "
             "only the one to use."_s);
    QCOMPARE(foundText({.several = {Part::Domain}}, privacy),
             u"This text contains more than one domain: paste only the one to use."_s);
    QCOMPARE(foundText({.tokenProblem = AccessToken::Problem::Empty}, privacy).isEmpty(), false);
}

void TestConnectText::privacyModeMasksTheDomain()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    PrivacyMode privacy(settings);
    const PastedAccess found{.domain = *TenantDomain::fromText(u"secretive.eu.auth0.com"_s)};
    QVERIFY(foundText(found, privacy).contains("secretive"_L1));
    privacy.setOn(true);
    QVERIFY(!foundText(found, privacy).contains("secretive"_L1));
}

QTEST_MAIN(TestConnectText)
#include "tst_connecttext.moc"
