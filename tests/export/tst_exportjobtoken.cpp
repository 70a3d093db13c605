// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/exportjobfixture.h"

#include <algorithm>

//! Which token an export goes on with, and which it never gets to see.
class ExportJobTokenTest final : public QObject, private ExportJobFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void whatIsHeldUpGoesOnWithTheNewTokenOfItsTenant();
    void noTokenOfAnotherTenantReachesIt();
    void aSavedViewOfItsTenantIsNotItsTenant();
    void itsOwnTokenDoesForWhatIsNoMatterOfTokens();
    void theWayOnFollowsTheSession();
    void theOldTokenAgainIsTriedIfThePersonInsists();
    void whoIsDoneKeepsNoToken();

private:
    //! What sources of Acme were ever given, and no other tenant's.
    [[nodiscard]] bool acmeHasSeen(const QByteArray &token) const
    {
        return std::ranges::any_of(m_gateway.connectionSources, [&](const auto &each) {
            return each.access == accessTo(Acme, token);
        });
    }
};

void ExportJobTokenTest::whatIsHeldUpGoesOnWithTheNewTokenOfItsTenant()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Unauthorized));
    QCOMPARE(m_job->wayOn(), WayOn::EnterToken);
    QCOMPARE(files(), QStringList());
    m_session->replaceToken(Samples::token("n.n.n"));
    QCOMPARE(m_job->wayOn(), WayOn::GoOn);
    m_job->goOn();
    QVERIFY(m_gateway.connectionSources.constLast().access == accessTo(Acme, "n.n.n"));
    FakeSource &renewed = m_gateway.source();
    renewed.serve(Total);
    while (renewed.answer(Total)) {}
    QVERIFY(isIn(JobState::Written));
    QVERIFY(!renewed.indexes().contains(0)); // what was read is not read again
    QCOMPARE(content().count('\n'), Total + 1);
}

void ExportJobTokenTest::aSavedViewOfItsTenantIsNotItsTenant()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Unauthorized));
    const SavedView view{.provenance = {.tenantDomain = Acme, .organizationId = u"org_1"_s},
                         .domain = accessTo(Acme).domain};
    m_session->openSavedView(std::make_shared<const SavedView>(view));
    QCOMPARE(m_job->wayOn(), WayOn::OpenTenant);
    openAcme("n.n.n");
    QCOMPARE(m_job->wayOn(), WayOn::GoOn);
}

void ExportJobTokenTest::noTokenOfAnotherTenantReachesIt()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Unauthorized));
    openGlobex();
    QCOMPARE(m_job->wayOn(), WayOn::OpenTenant);
    const qsizetype sources = m_gateway.connectionSources.size();
    m_job->goOn();
    QCOMPARE(m_job->state(), JobState::HeldUp);
    m_session->replaceToken(Samples::token("h.h.h")); // for Globex
    m_job->goOn();
    QCOMPARE(m_job->state(), JobState::HeldUp);
    QCOMPARE(m_gateway.connectionSources.size(), sources + 1); // what is on screen, alone
    QVERIFY(!acmeHasSeen("g.g.g"));
    QVERIFY(!acmeHasSeen("h.h.h"));
    QCOMPARE(m_job->rowsRead(), 100); // and nothing is lost
}

void ExportJobTokenTest::itsOwnTokenDoesForWhatIsNoMatterOfTokens()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Offline));
    openGlobex();
    QCOMPARE(m_job->wayOn(), WayOn::GoOn);
    m_job->goOn();
    QVERIFY(m_gateway.connectionSources.constLast().access == accessTo(Acme));
    FakeSource &again = m_gateway.source();
    again.serve(Total);
    while (again.answer(Total)) {}
    QVERIFY(isIn(JobState::Written));
    QCOMPARE(again.requests().constFirst().organizationId, u"org_1"_s);
    QVERIFY(!acmeHasSeen("g.g.g"));
}

void ExportJobTokenTest::theWayOnFollowsTheSession()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Unauthorized));
    const QSignalSpy changed(m_job.get(), &ExportJob::changed);
    openGlobex();
    QCOMPARE(m_job->wayOn(), WayOn::OpenTenant);
    qsizetype heard = changed.size();
    QVERIFY(heard > 0);
    openAcme("a.b.c"); // with the token that was refused
    QCOMPARE(m_job->wayOn(), WayOn::EnterToken);
    QVERIFY(changed.size() > heard);
    heard = changed.size();
    m_session->replaceToken(Samples::token("n.n.n"));
    QCOMPARE(m_job->wayOn(), WayOn::GoOn);
    QVERIFY(changed.size() > heard);
    m_session->openProfile(profileOf(Acme)); // no token is kept for it
    QCOMPARE(m_job->wayOn(), WayOn::EnterToken);
    QVERIFY(isAt(Stage::NeedsToken));
}

void ExportJobTokenTest::theOldTokenAgainIsTriedIfThePersonInsists()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Unauthorized));
    m_job->goOn();
    QCOMPARE(m_job->state(), JobState::Reading);
    QVERIFY(m_gateway.connectionSources.constLast().access == accessTo(Acme));
}

void ExportJobTokenTest::whoIsDoneKeepsNoToken()
{
    startAtAcme();
    QVERIFY(!m_job->order().access.token.isEmpty());
    const std::weak_ptr<FakeSource> source = m_source;
    m_source->serve(Total);
    QVERIFY(m_source->answer(Total));
    m_source.reset();
    QVERIFY(isIn(JobState::Written));
    QVERIFY(m_job->order().access.token.isEmpty());
    QTRY_VERIFY(source.expired());
}

QTEST_GUILESS_MAIN(ExportJobTokenTest)
#include "tst_exportjobtoken.moc"
