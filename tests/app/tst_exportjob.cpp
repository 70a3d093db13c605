// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/exportjob.h"
#include "support/sessionfixture.h"

#include <QDir>
#include <QFile>

#include <algorithm>

//! An export that goes on while the session does something else.
class ExportJobTest final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itReadsItsOwnListingWhateverTheSessionLooksAt();
    void aFailureBeforeTheFirstRowWritesNothingAndCanBeTriedAgain();
    void whatIsHeldUpGoesOnWithTheNewTokenOfItsTenant();
    void noTokenOfAnotherTenantReachesIt();
    void itsOwnTokenDoesForWhatIsNoMatterOfTokens();
    void theWayOnFollowsTheSession();
    void theOldTokenAgainIsTriedIfThePersonInsists();
    void cancelIsAtOnceAndLeavesNothing();
    void cancelIsTooLateForWhatIsBeingSaved();
    void afterCancelItCanBeginAnew();
    void whoIsDoneKeepsNoToken();
    void whatIsWrittenIsNotBegunAnew();
    void itCanBeWrittenElsewhere();
    void theLongestWaitCounts();
    void timeHeldUpIsNoReadingTime();

private:
    using JobState = ExportJob::State;
    using WayOn = ExportJob::WayOn;

    //! At Acme, with its first page on screen, and an export of all pages under way.
    void startAtAcme(ExportExtent extent = ExportExtent::AllPages);
    //! The first page comes, and then a failure.
    [[nodiscard]] bool holdUp(ApiError::Kind kind);
    [[nodiscard]] bool isIn(JobState state)
    {
        return QTest::qWaitFor([this, state] { return m_job->state() == state; });
    }
    void openGlobex()
    {
        m_session->openTenant(accessTo(Globex, "g.g.g"), {.organizationId = u"org_9"_s});
    }
    void openAcme(const QByteArray &token)
    {
        m_session->openTenant(accessTo(Acme, token), {.organizationId = u"org_1"_s});
    }
    //! What sources of Acme were ever given, and no other tenant's.
    [[nodiscard]] bool acmeHasSeen(const QByteArray &token) const
    {
        return std::ranges::any_of(m_gateway.connectionSources, [&](const auto &each) {
            return each.access == accessTo(Acme, token);
        });
    }
    [[nodiscard]] QString path(const QString &name = u"a.csv"_s) const
    {
        return m_folder->filePath(name);
    }
    [[nodiscard]] QStringList files() const
    {
        QStringList all = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
        all.removeAll(u"vestibule.ini"_s);
        return all;
    }
    [[nodiscard]] QByteArray content(const QString &name = u"a.csv"_s) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static constexpr int Total = 237;

    std::shared_ptr<FakeSource> m_source; // of the export
    std::unique_ptr<ExportJob> m_job;
};

void ExportJobTest::init()
{
    m_job.reset(); // before its session
    beginAnew();
}

void ExportJobTest::startAtAcme(ExportExtent extent)
{
    openAcme("a.b.c");
    QVERIFY(answer(Total));
    m_source = std::make_shared<FakeSource>();
    const ConnectionPage &page = *m_session->browser().page();
    m_job = std::make_unique<ExportJob>(
        *m_session,
        ExportOrder{.access = m_session->access(),
                    .source = m_source,
                    .page = page,
                    .allPages = extent == ExportExtent::AllPages,
                    .provenance = {.tenantDomain = Acme,
                                   .organizationId = page.request.organizationId,
                                   .extent = extent},
                    .path = path()});
    m_job->start();
}

bool ExportJobTest::holdUp(ApiError::Kind kind)
{
    return m_source->answer(Total) && QTest::qWaitFor([this] { return m_job->rowsRead() == 100; })
        && m_source->fail(kind) && isIn(JobState::HeldUp);
}

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

void ExportJobTest::whatIsHeldUpGoesOnWithTheNewTokenOfItsTenant()
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

void ExportJobTest::noTokenOfAnotherTenantReachesIt()
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

void ExportJobTest::itsOwnTokenDoesForWhatIsNoMatterOfTokens()
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

void ExportJobTest::theWayOnFollowsTheSession()
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

void ExportJobTest::theOldTokenAgainIsTriedIfThePersonInsists()
{
    startAtAcme();
    QVERIFY(holdUp(ApiError::Kind::Unauthorized));
    m_job->goOn();
    QCOMPARE(m_job->state(), JobState::Reading);
    QVERIFY(m_gateway.connectionSources.constLast().access == accessTo(Acme));
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

void ExportJobTest::whoIsDoneKeepsNoToken()
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
