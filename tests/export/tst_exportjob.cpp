// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/exportjobfixture.h"

//! An export that goes on while the session does something else.
class ExportJobTest final : public QObject, private ExportJobFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void itReadsItsOwnListingWhateverTheSessionLooksAt();
    void aFailureBeforeTheFirstRowWritesNothingAndCanBeTriedAgain();
    void cancelIsAtOnceAndLeavesNothing();
    void cancelIsTooLateForWhatIsBeingSaved();
    void afterCancelItCanBeginAnew();
    void whatIsWrittenIsNotBegunAnew();
    void itCanBeWrittenElsewhere();
    void theLongestWaitCounts();
    void timeHeldUpIsNoReadingTime();
};

void ExportJobTest::itReadsItsOwnListingWhateverTheSessionLooksAt()
{
    startAtAcme();
    QVERIFY(m_job->canCancel() && m_job->isRunning());
    openGlobex();
    m_source->serve(Total);
    QVERIFY(m_source->answer(Total));
    QVERIFY(isIn(JobState::Written));
    QVERIFY(m_job->outcome() == ConnectionExport::Outcome(ExportCount{Total, Total}));
    QCOMPARE(content().count('\n'), Total + 1);
    for (const PageRequest &request : m_source->requests())
        QCOMPARE(request.organizationId, u"org_1"_s);
    QVERIFY(!m_job->canCancel() && !m_job->isRunning());
}

void ExportJobTest::aFailureBeforeTheFirstRowWritesNothingAndCanBeTriedAgain()
{
    startAtAcme();
    QVERIFY(m_source->fail(ApiError::Kind::Server));
    QVERIFY(isIn(JobState::Failed));
    QCOMPARE(m_job->failure()->kind, ApiError::Kind::Server);
    QVERIFY(!m_job->isRunning());
    QCOMPARE(files(), QStringList());
    m_job->goOn();
    QCOMPARE(m_job->state(), JobState::Reading);
    QVERIFY(!m_job->failure());
    m_gateway.source().serve(Total);
    QVERIFY(m_gateway.source().answer(Total));
    QVERIFY(isIn(JobState::Written));
    QCOMPARE(files(), QStringList{u"a.csv"_s});
}

void ExportJobTest::cancelIsAtOnceAndLeavesNothing()
{
    startAtAcme();
    QVERIFY(m_source->answer(Total));
    QTRY_COMPARE(m_job->rowsRead(), 100);
    m_job->cancel();
    QCOMPARE(m_job->state(), JobState::Cancelled);
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(files(), QStringList());
    QTest::qWait(5);
    QCOMPARE(m_job->state(), JobState::Cancelled);
}

void ExportJobTest::cancelIsTooLateForWhatIsBeingSaved()
{
    startAtAcme(ExportExtent::OnePage); // all rows are there already
    QCOMPARE(m_job->state(), JobState::Saving);
    QVERIFY(m_job->isRunning() && !m_job->canCancel());
    m_job->cancel();
    QCOMPARE(m_job->state(), JobState::Saving);
    QVERIFY(isIn(JobState::Written));
    QCOMPARE(files(), QStringList{u"a.csv"_s});
}

void ExportJobTest::afterCancelItCanBeginAnew()
{
    startAtAcme();
    m_job->cancel();
    m_job->goOn();
    m_gateway.source().serve(Total);
    QVERIFY(m_gateway.source().answer(Total));
    QVERIFY(isIn(JobState::Written));
    QCOMPARE(content().count('\n'), Total + 1);
}

void ExportJobTest::whatIsWrittenIsNotBegunAnew()
{
    startAtAcme(ExportExtent::OnePage);
    QVERIFY(isIn(JobState::Written));
    const qsizetype sources = m_gateway.connectionSources.size();
    m_job->goOn();
    m_job->writeTo(path(u"b.csv"_s));
    QCOMPARE(m_job->state(), JobState::Written);
    QCOMPARE(m_gateway.connectionSources.size(), sources);
    QCOMPARE(files(), QStringList{u"a.csv"_s});
}

void ExportJobTest::itCanBeWrittenElsewhere()
{
    startAtAcme(ExportExtent::OnePage);
    QVERIFY(isIn(JobState::Written));
    ExportOrder order = m_job->order();
    order.access = m_session->access();
    order.path = path(u"no/such/folder/a.csv"_s);
    order.withSideFile = true;
    m_job = std::make_unique<ExportJob>(*m_session, order);
    m_job->start();
    QVERIFY(isIn(JobState::Failed));
    QVERIFY(std::holds_alternative<WriteError>(m_job->outcome()));
    QVERIFY(!m_job->failure()); // it is not the tenant's
    m_job->writeTo(path(u"b.csv"_s));
    QVERIFY(isIn(JobState::Written));
    QCOMPARE(m_job->targetName(), QDir::toNativeSeparators(path(u"b.csv"_s)));
    QCOMPARE(files(), (QStringList{u"a.csv"_s, u"b.csv"_s, u"b.csv.meta.json"_s}));
}

void ExportJobTest::theLongestWaitCounts()
{
    startAtAcme();
    const ApiError limit{.kind = ApiError::Kind::RateLimited};
    QCOMPARE(m_job->waitLeft().count(), 0);
    QVERIFY(m_source->scheduleRetry(1, std::chrono::seconds(30), limit));
    QVERIFY(m_source->scheduleRetry(1, std::chrono::seconds(10), {}));
    QVERIFY(m_job->waitLeft() > std::chrono::seconds(20));
    QCOMPARE(m_job->waitCause().kind, limit.kind);
    m_job->cancel();
    QCOMPARE(m_job->waitLeft().count(), 0);
}

void ExportJobTest::timeHeldUpIsNoReadingTime()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Offline));
    const auto before = m_job->elapsed();
    QTest::qWait(30);
    QCOMPARE(m_job->elapsed(), before);
}

QTEST_GUILESS_MAIN(ExportJobTest)
#include "tst_exportjob.moc"
