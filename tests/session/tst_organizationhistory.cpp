// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationhistory.h"
#include "support/sessionfixture.h"

class TestOrganizationHistory final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        reset();
        m_history = std::make_unique<OrganizationHistory>(*m_session);
        m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    }
    void cleanup() { m_history.reset(); }

    void firstOrganizationCannotGoBack();
    void backAndForward();
    void newOrganizationRemovesTheForwardOnes();
    void sameOrganizationIsNotAddedAgain();
    void otherTenantStartsANewHistory();
    void lengthIsBounded();

private:
    [[nodiscard]] QString shown() { return m_session->browser().request().organizationId; }

    std::unique_ptr<OrganizationHistory> m_history;
};

void TestOrganizationHistory::firstOrganizationCannotGoBack()
{
    QVERIFY(!m_history->canGoBack());
    QVERIFY(!m_history->canGoForward());
    m_history->back();
    m_history->forward();
    QCOMPARE(shown(), u"org_1"_s);
    QCOMPARE(m_sourceFactory.source().requests().size(), 1);
}

void TestOrganizationHistory::backAndForward()
{
    m_session->openOrganization(u"org_2"_s);
    m_session->openOrganization(u"org_3"_s);
    QSignalSpy changed(m_history.get(), &OrganizationHistory::changed);
    m_history->back();
    QVERIFY(!changed.isEmpty());
    QCOMPARE(shown(), u"org_2"_s);
    m_history->back();
    QCOMPARE(shown(), u"org_1"_s);
    QVERIFY(!m_history->canGoBack());
    m_history->forward();
    m_history->forward();
    QCOMPARE(shown(), u"org_3"_s);
    QVERIFY(!m_history->canGoForward());
    QVERIFY(m_history->canGoBack());
}

void TestOrganizationHistory::newOrganizationRemovesTheForwardOnes()
{
    m_session->openOrganization(u"org_2"_s);
    m_history->back();
    m_session->openOrganization(u"org_4"_s);
    QVERIFY(!m_history->canGoForward());
    m_history->back();
    QCOMPARE(shown(), u"org_1"_s);
}

void TestOrganizationHistory::sameOrganizationIsNotAddedAgain()
{
    m_session->openOrganization(u"org_1"_s);
    m_session->replaceToken(accessTo(Acme, "d.e.f").token);
    QVERIFY(!m_history->canGoBack());
}

void TestOrganizationHistory::otherTenantStartsANewHistory()
{
    m_session->openOrganization(u"org_2"_s);
    m_session->openTenant(accessTo(Globex), {.organizationId = u"org_1"_s});
    QVERIFY(!m_history->canGoBack());
    QVERIFY(!m_history->canGoForward());
}

void TestOrganizationHistory::lengthIsBounded()
{
    for (int number = 2; number < 200; ++number)
        m_session->openOrganization(u"org_%1"_s.arg(number));
    int steps = 0;
    for (; m_history->canGoBack(); ++steps)
        m_history->back();
    QCOMPARE(steps, OrganizationHistory::MaximumLength - 1);
}

QTEST_GUILESS_MAIN(TestOrganizationHistory)
#include "tst_organizationhistory.moc"
