// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/webconsole.h"

#include "session/organizationhistory.h"
#include "support/sessionfixture.h"
#include "support/tablefixture.h"
#include "widgets/window/windowactions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestWebConsole final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        reset();
        m_opened.clear();
    }
    void opensTheOrganization();
    void opensTheSelectedConnection_data();
    void opensTheSelectedConnection();
    void needsOneConnection();
    void needsAnOrganizationOnScreen();
    void needsAKnownDomain_data();
    void needsAKnownDomain();

private:
    //! All that the actions need, around the session of the fixture.
    struct Desk {
        explicit Desk(TestWebConsole &test)
            : history(*test.m_session)
            , actions(test.m_session->browser(), history, nullptr)
            , console({.session = *test.m_session,
                       .actions = actions,
                       .table = table.view,
                       .openLink = [&test](const QUrl &url) { test.m_opened.append(url); }})
        {
        }

        TableFixture table;
        OrganizationHistory history;
        WindowActions actions;
        WebConsole console;
    };

    QList<QUrl> m_opened;
};

void TestWebConsole::opensTheOrganization()
{
    m_session->openTenant(accessTo(u"acme.eu.auth0.com"_s), {.organizationId = u"org_1"_s});
    Desk desk(*this);
    QVERIFY(!desk.actions.organizationConsole->isEnabled());
    desk.console.update(true);
    QVERIFY(desk.actions.organizationConsole->isEnabled());
    desk.actions.organizationConsole->trigger();
    QCOMPARE(m_opened,
             QList<QUrl>{QUrl(u"https://manage.auth0.com/dashboard/eu/acme/"
                              "organizations/org_1/overview"_s)});
    QCOMPARE(m_sourceFactory.source().requests().size(), 1); // the page's own
}

void TestWebConsole::opensTheSelectedConnection_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("page"); // empty: its page is not known
    QTest::newRow("database") << u"auth0"_s << u"database/con_1"_s;
    QTest::newRow("social") << u"github"_s << u"social/con_1"_s;
    QTest::newRow("enterprise") << u"okta"_s << u"enterprise/okta/con_1"_s;
    QTest::newRow("passwordless") << u"email"_s << QString();
    QTest::newRow("unknown") << u"newest"_s << QString();
}

void TestWebConsole::opensTheSelectedConnection()
{
    QFETCH(const QString, strategy);
    QFETCH(const QString, page);
    m_session->openTenant(accessTo(u"acme.eu.auth0.com"_s), {.organizationId = u"org_1"_s});
    Desk desk(*this);
    desk.table.model.setConnections({{.connectionId = u"con_1"_s, .strategy = strategy}});
    desk.table.select({0});
    desk.console.update(true);
    QCOMPARE(desk.actions.connectionConsole->isEnabled(), !page.isEmpty());
    desk.actions.connectionConsole->trigger();
    QList<QUrl> expected;
    if (!page.isEmpty())
        expected.append(QUrl(u"https://manage.auth0.com/dashboard/eu/acme/connections/"_s + page
                             + u"/settings"_s));
    QCOMPARE(m_opened, expected);
}

void TestWebConsole::needsOneConnection()
{
    m_session->openTenant(accessTo(u"acme.eu.auth0.com"_s), {.organizationId = u"org_1"_s});
    Desk desk(*this);
    desk.table.model.setConnections({{.connectionId = u"con_1"_s, .strategy = u"okta"_s},
                                     {.connectionId = u"con_2"_s, .strategy = u"okta"_s}});
    desk.table.view.clearSelection();
    desk.console.update(true);
    QVERIFY(!desk.actions.connectionConsole->isEnabled());
    desk.table.select({0, 1});
    desk.console.update(true);
    QVERIFY(!desk.actions.connectionConsole->isEnabled());
    desk.table.select({1});
    desk.console.update(true);
    QVERIFY(desk.actions.connectionConsole->isEnabled());
}

void TestWebConsole::needsAnOrganizationOnScreen()
{
    m_session->openTenant(accessTo(u"acme.eu.auth0.com"_s), {});
    Desk desk(*this);
    desk.console.update(true);
    QVERIFY(!desk.actions.organizationConsole->isEnabled());
    m_session->openOrganization(u"org_1"_s);
    desk.table.select({0});
    desk.console.update(false);
    QVERIFY(!desk.actions.organizationConsole->isEnabled());
    QVERIFY(!desk.actions.connectionConsole->isEnabled());
    desk.console.update(true);
    QVERIFY(desk.actions.organizationConsole->isEnabled());
}

void TestWebConsole::needsAKnownDomain_data()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("custom domain") << u"login.acme.example"_s;
    QTest::newRow("this computer, as for the demo tenant") << u"127.0.0.1:8080"_s;
}

void TestWebConsole::needsAKnownDomain()
{
    QFETCH(const QString, domain);
    m_session->openTenant(accessTo(domain), {.organizationId = u"org_1"_s});
    Desk desk(*this);
    desk.table.select({0});
    desk.console.update(true);
    QVERIFY(!desk.actions.organizationConsole->isEnabled());
    QVERIFY(!desk.actions.connectionConsole->isEnabled());
}

QTEST_MAIN(TestWebConsole)
#include "tst_webconsole.moc"
