// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/exportjob.h"

#include "formats/provenance.h"
#include "support/filesizelimit.h"
#include "support/folderfixture.h"
#include "support/pipewatch.h"
#include "support/sessionfixture.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

using namespace std::chrono_literals;

namespace {

using JobState = ExportJob::State;
using ResumeNeeds = ExportJob::ResumeNeeds;

constexpr int Total = 237;
const QByteArray Old = "old";
const PageRequest First{.organizationId = u"org_1"_s, .size = 100};

//! What ends an export before all rows are written.
enum class End { Failure, Mismatch, Cancel, Destruction };

//! What progressed() was emitted for.
struct Progress {
    qsizetype rows = 0;
    qsizetype total = 0;

    bool operator==(const Progress &) const = default;
};

const ApiError WrongSecret{
    .kind = ApiError::Kind::SignIn, .httpStatus = 401, .errorCode = u"access_denied"_s};

} // namespace
Q_DECLARE_METATYPE(End)

//! Exports to a.csv in an empty folder: as the terminal runs them, without a session, and as the
//! window does, with one.
class TestExportJob final : public QObject, private SessionFixture, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    // The file
    void wholeListingIsWritten_data();
    void wholeListingIsWritten();
    void jsonSaysWhereItComesFrom();
    void onePageOfMany();
    void pageThatWasReadBefore();
    void progressCountsRows();
    void anUnfinishedExportLeavesTheFolderAsItWas_data();
    void anUnfinishedExportLeavesTheFolderAsItWas();
    void listingThatHasSettledIsWrittenOnce();
    void outcomeNeverComesFromInsideStart();
    void cancelInsideProgress();
    void cancelDropsAWriteErrorThatIsQueued();
    void destructionWhileSavingIsTooLate();
    void theSideFileDescribesTheFile();
    void theSideFileDescribesTheSecondReading();
    void withoutRowsThereIsNoSideFile();
    // Targets that cannot be written
    void unwritableTargetCostsNoRequest();
    void fullDeviceIsAWriteError();
    void aFolderRemovedDuringTheExportIsAWriteError_data();
    void aFolderRemovedDuringTheExportIsAWriteError();
    void aDiskThatFillsUpStopsTheReading();
    void aPipeWithoutAReaderCostsNoRequest();
    void aSideFileThatCannotBeWrittenCostsNoRequest();
    void withoutRoomForTheSideFileNothingIsWritten();
    void aSideFileThatFailsAfterTheRowsLeavesThem();
    void rowsThatFailLeaveNoSideFile();
    // Waiting
    void retriesExtendTheWait();
    void theLongestWaitCounts();
    void tooLongAWaitForTheRateLimitFails();
    void tooLongAWaitThatTheTenantAsksForFails();
    // With a session
    void itReadsItsOwnListingWhateverTheSessionShows();
    void aFailureBeforeTheFirstRowWritesNothingAndCanBeTriedAgain();
    void cancelIsAtOnceAndLeavesNothing();
    void cancelIsTooLateWhileSaving();
    void afterCancelItCanStartAgain();
    void aWrittenExportIsNotStartedAgain();
    void itCanBeWrittenToAnotherFile();
    void pausedTimeDoesNotCount();
    void aPausedJobResumesWithWhatItHasRead();
    void aPausedJobThatIsCancelledLeavesNothing();
    void itCanBePausedMoreThanOnce();
    // The token
    void aPausedJobResumesWithTheNewTokenOfItsTenant();
    void noTokenOfAnotherTenantReachesIt();
    void aSavedViewOfItsTenantDoesNotCountAsOpen();
    void afterAnotherFailureItResumesWithItsOwnToken();
    void whatResumingNeedsFollowsTheSession();
    void withoutANewTokenResumingTriesTheOldOne();
    void aWrittenJobKeepsNoToken();
    void aPausedJobResumesWithTheCorrectedSecret();
    void noSecretOfAnotherTenantReachesIt();
    void aRefusedApplicationGetsAnotherToken_data();
    void aRefusedApplicationGetsAnotherToken();
    void cancelEndsTheRenewal();
    void aWrittenJobKeepsNoSecret();

private:
    [[nodiscard]] ExportRequest request() const;
    void makeJob(const ExportRequest &request) { connectJob(std::make_unique<ExportJob>(request)); }
    void makeJob() { makeJob(request()); }
    void connectJob(std::unique_ptr<ExportJob> job);
    void startAtAcme(ExportExtent extent = ExportExtent::AllPages);
    void startAsApplication();
    [[nodiscard]] bool pause(ApiError::Kind kind) { return pause(ApiError{.kind = kind}); }
    [[nodiscard]] bool pause(const ApiError &error);
    [[nodiscard]] bool doesNotAddUpTwice();
    [[nodiscard]] bool finishWith(FakeSource &source, int total = Total);
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
    //! Whether a source for Acme was ever given this token.
    [[nodiscard]] bool acmeHasSeen(const QByteArray &token) const
    {
        return std::ranges::any_of(m_sourceFactory.connectionSources, [&](const auto &each) {
            return each.access == accessTo(Acme, token);
        });
    }
    //! Empty when the job has ended in another way.
    [[nodiscard]] WriteError writeError() const
    {
        const auto *error = std::get_if<WriteError>(&m_outcomes.constFirst());
        return error ? *error : WriteError();
    }
    [[nodiscard]] QByteArray csv() const { return content(u"a.csv"_s); }
    [[nodiscard]] QString sidePath() const { return sideFilePath(path(u"a.csv"_s)); }
    [[nodiscard]] QJsonObject sideFile() const
    {
        return QJsonDocument::fromJson(content(u"a.csv.meta.json"_s)).object();
    }

    std::shared_ptr<FakeSource> m_source; // of the job, until it is renewed
    std::unique_ptr<ExportJob> m_job;
    QList<ExportJob::Outcome> m_outcomes;
    QList<Progress> m_progress;
};

void TestExportJob::init()
{
    m_job.reset(); // before its session
    reset();
    QVERIFY(makeFolder());
    m_source = std::make_shared<FakeSource>();
    m_outcomes.clear();
    m_progress.clear();
}

//! A request for all pages of an organization of Acme.
ExportRequest TestExportJob::request() const
{
    return {.subject = TenantSubject{.domain = accessTo(Acme).domain},
            .access = accessTo(Acme),
            .source = m_source,
            .page = First,
            .path = path(u"a.csv"_s)};
}

//! Replaces the previous job.
void TestExportJob::connectJob(std::unique_ptr<ExportJob> job)
{
    m_job = std::move(job);
    connect(m_job.get(), &ExportJob::changed, m_job.get(), [this] {
        if (m_job->state() == JobState::Written || m_job->state() == JobState::Failed)
            m_outcomes.append(m_job->outcome());
    });
    connect(m_job.get(), &ExportJob::progressed, m_job.get(), [this] {
        m_progress.append({m_job->rowsRead(), m_job->total()});
    });
}

//! Starts a job with a session that shows the first page of Acme.
void TestExportJob::startAtAcme(ExportExtent extent)
{
    openAcme("a.b.c");
    QVERIFY(answer(Total));
    ExportRequest asked = request();
    asked.extent = extent;
    if (extent == ExportExtent::OnePage)
        asked.rows = *m_session->browser().page();
    connectJob(std::make_unique<ExportJob>(asked, *m_session));
    m_job->start();
}

//! Pauses the job: the first page arrives, and then a failure.
bool TestExportJob::pause(const ApiError &error)
{
    return m_source->answer(Total) && QTest::qWaitFor([this] { return m_job->rowsRead() == 100; })
        && m_source->answer(FakeSource::Answer(error)) && isIn(JobState::Paused);
}

//! Starts a job with a session that shows Acme, where an application signs in.
void TestExportJob::startAsApplication()
{
    const TenantAccess access = signInTo(applicationOf(Acme), "canary");
    m_signIn->setToken(Samples::token("a.b.c"));
    m_session->openTenant(access, {.organizationId = u"org_1"_s});
    QVERIFY(answer(Total));
    ExportRequest asked = request();
    asked.access = access;
    connectJob(std::make_unique<ExportJob>(asked, *m_session));
    m_job->start();
}

//! Answers the requests of the job to this source, until it is Written.
bool TestExportJob::finishWith(FakeSource &source, int total)
{
    source.serve(total);
    while (source.answer(total)) {}
    return isIn(JobState::Written);
}

// The file

void TestExportJob::wholeListingIsWritten_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("withTotal");
    for (const int total : {0, 1, 100, 237}) {
        QTest::addRow("%d", total) << total << true;
        QTest::addRow("%d, no total", total) << total << false;
    }
}

void TestExportJob::wholeListingIsWritten()
{
    QFETCH(int, total);
    QFETCH(bool, withTotal);
    makeJob();
    m_source->serve(total, withTotal);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    const ExportCount expected{total, withTotal ? std::optional<qsizetype>(total) : std::nullopt};
    QVERIFY(m_outcomes.constFirst() == ExportJob::Outcome(expected));
    QCOMPARE(files(), {u"a.csv"_s});
    const QList<QByteArray> lines = csv().split('\n');
    QCOMPARE(lines.size(), total + 2); // the header, and nothing after the last line break
    for (int row = 0; row < total; ++row)
        QVERIFY(lines.at(row + 1).contains(fakeId(row).toLatin1()));
    QCOMPARE(m_job->targetName(), QDir::toNativeSeparators(path(u"a.csv"_s)));
}

void TestExportJob::jsonSaysWhereItComesFrom()
{
    ExportRequest asked = request();
    asked.layout.format = ExportFormat::Json;
    asked.page.isEnabled = true;
    asked.organizationName = u"Acme Corp"_s;
    makeJob(asked);
    m_source->serve(120);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    const QJsonObject json = QJsonDocument::fromJson(csv()).object();
    QCOMPARE(json.value("tenant"_L1).toString(), u"acme.auth0.com"_s);
    QCOMPARE(json.value("rows"_L1).toInt(), 120);
    QCOMPARE(json.value("total"_L1).toInt(), 120);
    const ExportProvenance expected{.tenantDomain = u"acme.auth0.com"_s,
                                    .organizationId = u"org_1"_s,
                                    .organizationName = u"Acme Corp"_s,
                                    .isEnabled = true,
                                    .pageSize = 100,
                                    .programVersion = QCoreApplication::applicationVersion()};
    QVERIFY(m_job->provenance() == expected);
}

void TestExportJob::onePageOfMany()
{
    ExportRequest asked = request();
    asked.extent = ExportExtent::OnePage;
    asked.page = First.at(2);
    makeJob(asked);
    m_source->serve(237);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.constFirst() == ExportJob::Outcome(ExportCount{37, 237}));
    QCOMPARE(m_source->indexes(), QList<int>({2}));
}

void TestExportJob::pageThatWasReadBefore()
{
    ExportRequest asked = request();
    asked.extent = ExportExtent::OnePage;
    asked.rows = fakePage(First, 237);
    makeJob(asked);
    m_job->start();
    QVERIFY(m_outcomes.isEmpty());
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.constFirst() == ExportJob::Outcome(ExportCount{100, 237}));
    QCOMPARE(csv().count('\n'), 101);
    QVERIFY(m_source->requests().isEmpty());
}

void TestExportJob::progressCountsRows()
{
    makeJob();
    m_source->serve(237);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(m_progress.size(), 3);
    QVERIFY(m_progress.at(0) == Progress(100, 237));
    QVERIFY(m_progress.at(2) == Progress(237, 237));
    m_progress.clear();
    makeJob();
    m_source->serve(1, false);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 2); // the folder outlives the writing
    QVERIFY(m_progress.at(0) == Progress(1, -1));
}

void TestExportJob::anUnfinishedExportLeavesTheFolderAsItWas_data()
{
    QTest::addColumn<End>("end");
    QTest::addColumn<bool>("exists");
    for (const bool exists : {false, true}) {
        const char *file = exists ? "a file that exists" : "no file";
        QTest::addRow("failure, %s", file) << End::Failure << exists;
        QTest::addRow("mismatch, %s", file) << End::Mismatch << exists;
        QTest::addRow("cancel, %s", file) << End::Cancel << exists;
        QTest::addRow("destruction, %s", file) << End::Destruction << exists;
    }
}

void TestExportJob::anUnfinishedExportLeavesTheFolderAsItWas()
{
    QFETCH(End, end);
    QFETCH(bool, exists);
    if (exists)
        QVERIFY(put(u"a.csv"_s, Old));
    makeJob();
    m_job->start();
    QVERIFY(m_source->answer(237));
    QTRY_COMPARE(m_progress.size(), 1);
    QCOMPARE(m_source->pending(), 2); // in the middle
    const bool hasOutcome = end == End::Failure || end == End::Mismatch;
    if (end == End::Failure)
        QVERIFY(m_source->fail());
    else if (end == End::Mismatch)
        QVERIFY(doesNotAddUpTwice());
    else if (end == End::Cancel)
        m_job->cancel();
    else
        m_job.reset();
    if (hasOutcome)
        QTRY_COMPARE(m_outcomes.size(), 1);
    QTest::qWait(5);
    QCOMPARE(m_outcomes.size(), hasOutcome ? 1 : 0);
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(files(), exists ? QStringList{u"a.csv"_s} : QStringList()); // while the job lives
    QCOMPARE(csv(), exists ? Old : QByteArray());
    if (end == End::Failure)
        QVERIFY(std::holds_alternative<ApiError>(m_outcomes.constFirst()));
    if (end == End::Mismatch)
        QVERIFY(std::holds_alternative<ListingMismatch>(m_outcomes.constFirst()));
}

//! Makes the current reading and the next one meet a changed total.
bool TestExportJob::doesNotAddUpTwice()
{
    m_progress.clear();
    const auto hasProgressed = [this](int times) {
        return QTest::qWaitFor([this, times] { return m_progress.size() == times; });
    };
    return m_source->answer(238) && hasProgressed(1) && m_source->answer(237) && hasProgressed(2)
        && m_progress.at(0) == Progress(0, -1) && m_source->answer(238);
}

void TestExportJob::listingThatHasSettledIsWrittenOnce()
{
    makeJob();
    m_source->answerAll([this](const PageRequest &page) {
        return fakePage(page, m_source->requests().size() == 1 ? 238 : 237);
    });
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.constFirst() == ExportJob::Outcome(ExportCount{237, 237}));
    for (int row = 0; row < 237; ++row)
        QCOMPARE(csv().count(fakeId(row).toLatin1()), 1);
}

void TestExportJob::outcomeNeverComesFromInsideStart()
{
    makeJob();
    m_source->serve(0);
    m_job->start();
    QVERIFY(m_outcomes.isEmpty());
    QTRY_COMPARE(m_outcomes.size(), 1);
    QTest::qWait(5);
    QCOMPARE(m_outcomes.size(), 1);
}

void TestExportJob::cancelInsideProgress()
{
    for (const int total : {1, 237}) {
        makeJob();
        connect(m_job.get(), &ExportJob::progressed, m_job.get(), &ExportJob::cancel);
        m_source->serve(total);
        m_job->start();
        QTest::qWait(10);
        QCOMPARE(m_job->state(), JobState::Cancelled);
        QVERIFY(m_outcomes.isEmpty());
        QVERIFY(files().isEmpty());
    }
}

void TestExportJob::cancelDropsAWriteErrorThatIsQueued()
{
    ExportRequest asked = request();
    asked.path = FolderFixture::m_folder->path();
    makeJob(asked);
    m_job->start();
    m_job->cancel();
    QTest::qWait(5);
    QCOMPARE(m_job->state(), JobState::Cancelled);
    QVERIFY(m_outcomes.isEmpty());
}

void TestExportJob::destructionWhileSavingIsTooLate()
{
    ExportRequest asked = request();
    asked.rows = fakePage(First, 100);
    makeJob(asked);
    m_job->start();
    QCOMPARE(m_job->state(), JobState::Saving);
    m_job.reset();
    QTRY_COMPARE(files(), QStringList{u"a.csv"_s}); // committed after the job was destroyed
    QTest::qWait(5);
    QVERIFY(m_outcomes.isEmpty());
    QCOMPARE(csv().count('\n'), 101);
}

void TestExportJob::theSideFileDescribesTheFile()
{
    ExportRequest asked = request();
    asked.withSideFile = true;
    makeJob(asked);
    m_source->serve(237);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(files(), QStringList({u"a.csv"_s, u"a.csv.meta.json"_s}));
    const QByteArray rows = csv();
    const QJsonObject json = sideFile();
    QCOMPARE(json.value("file"_L1), QJsonValue(u"a.csv"_s));
    QCOMPARE(json.value("bytes"_L1), QJsonValue(rows.size()));
    QCOMPARE(json.value("sha256"_L1).toString().toLatin1(),
             QCryptographicHash::hash(rows, QCryptographicHash::Sha256).toHex());
    QCOMPARE(json.value("tenant"_L1), QJsonValue(u"acme.auth0.com"_s));
    QCOMPARE(json.value("rows"_L1), QJsonValue(237));
    QCOMPARE(json.value("total"_L1), QJsonValue(237));
    QCOMPARE(json.value("separator"_L1), QJsonValue(u","_s));
    QCOMPARE(json.value("formula_guard"_L1), QJsonValue(true));
    QVERIFY(json.value("read_at"_L1).toString().endsWith(u'Z'));
}

void TestExportJob::theSideFileDescribesTheSecondReading()
{
    ExportRequest asked = request();
    asked.withSideFile = true;
    makeJob(asked);
    m_source->answerAll([this](const PageRequest &page) {
        return fakePage(page, m_source->requests().size() == 1 ? 238 : 237);
    });
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    const QByteArray rows = csv();
    QCOMPARE(sideFile().value("bytes"_L1), QJsonValue(rows.size()));
    QCOMPARE(sideFile().value("sha256"_L1).toString().toLatin1(),
             QCryptographicHash::hash(rows, QCryptographicHash::Sha256).toHex());
}

void TestExportJob::withoutRowsThereIsNoSideFile()
{
    ExportRequest asked = request();
    asked.withSideFile = true;
    makeJob(asked);
    m_job->start();
    m_job->cancel();
    QVERIFY(files().isEmpty());
}

// Targets that cannot be written

void TestExportJob::unwritableTargetCostsNoRequest()
{
    for (const QString &target : {FolderFixture::m_folder->path(), path(u"gone/a.csv"_s)}) {
        m_outcomes.clear();
        ExportRequest asked = request();
        asked.path = target;
        makeJob(asked);
        m_job->start();
        QVERIFY(m_outcomes.isEmpty()); // not from inside start()
        QTRY_COMPARE(m_outcomes.size(), 1);
        QCOMPARE(writeError().name, QDir::toNativeSeparators(target));
        QVERIFY(!writeError().reason.isEmpty());
    }
    QVERIFY(m_source->requests().isEmpty());
    QVERIFY(files().isEmpty());
}

void TestExportJob::fullDeviceIsAWriteError()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    ExportRequest asked = request();
    asked.path = u"/dev/full"_s;
    makeJob(asked);
    m_source->serve(237);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(writeError().reason.contains(u"space"_s));
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

void TestExportJob::aFolderRemovedDuringTheExportIsAWriteError_data()
{
    QTest::addColumn<bool>("withSideFile");
    QTest::newRow("rows alone") << false;
    QTest::newRow("and a file beside them") << true;
}

void TestExportJob::aFolderRemovedDuringTheExportIsAWriteError()
{
    QFETCH(bool, withSideFile);
    QVERIFY(QDir(path(u"."_s)).mkdir(u"out"_s));
    QVERIFY(put(u"out/a.csv"_s, Old));
    ExportRequest asked = request();
    asked.path = path(u"out/a.csv"_s);
    asked.withSideFile = withSideFile;
    makeJob(asked);
    m_job->start();
    QVERIFY(m_source->answer(237));
    QTRY_COMPARE(m_progress.size(), 1);
    QVERIFY(QDir(path(u"out"_s)).removeRecursively());
    while (m_source->answer(237))
        QTest::qWait(1);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(writeError().name, QDir::toNativeSeparators(asked.path));
    QCOMPARE(writeError().reason, qt_error_string(ENOENT));
    QCOMPARE(writeError().written, QString());
    m_job.reset();
    QCOMPARE(files(), QStringList());
}

void TestExportJob::aDiskThatFillsUpStopsTheReading()
{
    QVERIFY(put(u"a.csv"_s, Old));
    makeJob();
    m_job->start();
    QVERIFY(m_source->answer(100'000));
    {
        const FileSizeLimit limit(4096);
        while (m_outcomes.isEmpty() && m_source->answer(100'000))
            QTest::qWait(1);
        QTRY_COMPARE(m_outcomes.size(), 1);
    }
    QVERIFY(m_source->requests().size() < 20);
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(writeError().reason, qt_error_string(EFBIG));
    QCOMPARE(csv(), Old);
    QCOMPARE(files(), {u"a.csv"_s});
}

void TestExportJob::aPipeWithoutAReaderCostsNoRequest()
{
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    ExportRequest asked = request();
    asked.path = path(u"pipe"_s);
    makeJob(asked);
    const PipeWatch watch(path(u"pipe"_s));
    m_job->start();
    QVERIFY(m_source->requests().isEmpty());
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(!writeError().reason.isEmpty());
}

void TestExportJob::aSideFileThatCannotBeWrittenCostsNoRequest()
{
    QVERIFY(QDir().mkdir(sidePath()));
    ExportRequest asked = request();
    asked.withSideFile = true;
    makeJob(asked);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(writeError().name, QDir::toNativeSeparators(sidePath()));
    QVERIFY(m_source->requests().isEmpty());
    QCOMPARE(files(), {u"a.csv.meta.json"_s});
}

void TestExportJob::withoutRoomForTheSideFileNothingIsWritten()
{
    ExportRequest asked = request();
    asked.layout.fields = {ConnectionField::ConnectionId};
    asked.withSideFile = true;
    makeJob(asked);
    m_source->serve(2); // the file beside them is longer than two rows
    {
        const FileSizeLimit limit(100);
        m_job->start();
        QTRY_COMPARE(m_outcomes.size(), 1);
    }
    QCOMPARE(writeError().name, QDir::toNativeSeparators(sidePath()));
    QCOMPARE(writeError().reason, qt_error_string(EFBIG));
    QCOMPARE(writeError().written, QString());
    QCOMPARE(files(), QStringList());
}

void TestExportJob::aSideFileThatFailsAfterTheRowsLeavesThem()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    QVERIFY(put(u"a.csv"_s, Old));
    QVERIFY(QFile::link(u"/dev/full"_s, sidePath()));
    ExportRequest asked = request();
    asked.withSideFile = true;
    makeJob(asked);
    m_source->serve(237);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(writeError().name, QDir::toNativeSeparators(sidePath()));
    QCOMPARE(writeError().reason, qt_error_string(ENOSPC));
    QCOMPARE(writeError().written, QDir::toNativeSeparators(path(u"a.csv"_s)));
    QCOMPARE(csv().count('\n'), 238);
    QCOMPARE(files(), QStringList({u"a.csv"_s, u"a.csv.meta.json"_s}));
}

void TestExportJob::rowsThatFailLeaveNoSideFile()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    QVERIFY(QFile::link(u"/dev/full"_s, path(u"a.csv"_s)));
    ExportRequest asked = request();
    asked.withSideFile = true;
    makeJob(asked);
    m_source->serve(237);
    m_job->start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(writeError().name, QDir::toNativeSeparators(path(u"a.csv"_s)));
    QCOMPARE(writeError().written, QString());
    QCOMPARE(files(), {u"a.csv"_s}); // the link
}

// Waiting

void TestExportJob::retriesExtendTheWait()
{
    makeJob();
    const QSignalSpy extended(m_job.get(), &ExportJob::waitExtended);
    m_job->start();
    QCOMPARE(m_job->waitLeft().count(), 0);
    QVERIFY(m_source->scheduleRetry(1, 7s, {.kind = ApiError::Kind::RateLimited}));
    QCOMPARE(extended.size(), 1);
    QVERIFY(extended.at(0).at(0).value<std::chrono::milliseconds>() == 7s);
    QVERIFY(m_job->waitLeft() > 5s && m_job->waitLeft() <= 7s);
}

void TestExportJob::theLongestWaitCounts()
{
    startAtAcme();
    const ApiError limit{.kind = ApiError::Kind::RateLimited};
    QCOMPARE(m_job->waitLeft().count(), 0);
    QVERIFY(m_source->scheduleRetry(1, 30s, limit));
    QVERIFY(m_source->scheduleRetry(1, 10s, {}));
    QVERIFY(m_job->waitLeft() > 20s);
    QCOMPARE(m_job->waitCause().kind, limit.kind);
    m_job->cancel();
    QCOMPARE(m_job->waitLeft().count(), 0);
}

void TestExportJob::tooLongAWaitForTheRateLimitFails()
{
    ExportRequest asked = request();
    asked.maximumWait = 20s;
    makeJob(asked);
    m_job->start();
    QVERIFY(m_source->scheduleRetry(1, 50s, {.kind = ApiError::Kind::Server}));
    QCOMPARE(m_job->state(), JobState::Reading);
    QVERIFY(m_source->scheduleRetry(1, 60s, {.kind = ApiError::Kind::RateLimited}));
    QCOMPARE(m_job->state(), JobState::Reading); // 10 s longer than the wait before
    QVERIFY(m_source->scheduleRetry(1, 90s, {.kind = ApiError::Kind::RateLimited}));
    QCOMPARE(m_job->state(), JobState::Failed);
    QCOMPARE(m_job->failure()->kind, ApiError::Kind::RateLimited);
    QCOMPARE(m_source->pending(), 0);
    QVERIFY(files().isEmpty());
}

void TestExportJob::tooLongAWaitThatTheTenantAsksForFails()
{
    ExportRequest asked = request();
    asked.maximumWait = 20s;
    makeJob(asked);
    m_job->start();
    QVERIFY(m_source->scheduleRetry(1, 15s, {.kind = ApiError::Kind::Server, .retryAfter = 15s}));
    QCOMPARE(m_job->state(), JobState::Reading);
    QVERIFY(m_source->scheduleRetry(1, 40s, {.kind = ApiError::Kind::Server, .retryAfter = 40s}));
    QCOMPARE(m_job->state(), JobState::Failed);
    QCOMPARE(m_job->failure()->kind, ApiError::Kind::Server);
    QVERIFY(files().isEmpty());
}

// With a session

void TestExportJob::itReadsItsOwnListingWhateverTheSessionShows()
{
    startAtAcme();
    QVERIFY(m_job->canCancel() && m_job->isRunning());
    openGlobex();
    QVERIFY(finishWith(*m_source));
    QVERIFY(m_job->outcome() == ExportJob::Outcome(ExportCount{Total, Total}));
    QCOMPARE(csv().count('\n'), Total + 1);
    for (const PageRequest &request : m_source->requests())
        QCOMPARE(request.organizationId, u"org_1"_s);
    QVERIFY(!m_job->canCancel() && !m_job->isRunning());
}

void TestExportJob::aFailureBeforeTheFirstRowWritesNothingAndCanBeTriedAgain()
{
    startAtAcme();
    QVERIFY(m_source->fail(ApiError::Kind::Server));
    QVERIFY(isIn(JobState::Failed));
    QCOMPARE(m_job->failure()->kind, ApiError::Kind::Server);
    QVERIFY(!m_job->isRunning());
    QCOMPARE(files(), QStringList());
    m_job->resume();
    QCOMPARE(m_job->state(), JobState::Reading);
    QVERIFY(!m_job->failure());
    QVERIFY(finishWith(m_sourceFactory.source()));
    QCOMPARE(files(), QStringList{u"a.csv"_s});
}

void TestExportJob::cancelIsAtOnceAndLeavesNothing()
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

void TestExportJob::cancelIsTooLateWhileSaving()
{
    startAtAcme(ExportExtent::OnePage); // all rows are there already
    QCOMPARE(m_job->state(), JobState::Saving);
    QVERIFY(m_job->isRunning() && !m_job->canCancel());
    m_job->cancel();
    QCOMPARE(m_job->state(), JobState::Saving);
    QVERIFY(isIn(JobState::Written));
    QCOMPARE(files(), QStringList{u"a.csv"_s});
}

void TestExportJob::afterCancelItCanStartAgain()
{
    startAtAcme();
    m_job->cancel();
    m_job->resume();
    QVERIFY(finishWith(m_sourceFactory.source()));
    QCOMPARE(csv().count('\n'), Total + 1);
}

void TestExportJob::aWrittenExportIsNotStartedAgain()
{
    startAtAcme(ExportExtent::OnePage);
    QVERIFY(isIn(JobState::Written));
    const qsizetype sources = m_sourceFactory.connectionSources.size();
    m_job->resume();
    m_job->writeTo(path(u"b.csv"_s));
    QCOMPARE(m_job->state(), JobState::Written);
    QCOMPARE(m_sourceFactory.connectionSources.size(), sources);
    QCOMPARE(files(), QStringList{u"a.csv"_s});
}

void TestExportJob::itCanBeWrittenToAnotherFile()
{
    startAtAcme(ExportExtent::OnePage);
    QVERIFY(isIn(JobState::Written));
    ExportRequest asked = m_job->request();
    asked.access = m_session->access();
    asked.source = m_source;
    asked.path = path(u"no/such/folder/a.csv"_s);
    asked.withSideFile = true;
    connectJob(std::make_unique<ExportJob>(asked, *m_session));
    m_job->start();
    QVERIFY(isIn(JobState::Failed));
    QVERIFY(std::holds_alternative<WriteError>(m_job->outcome()));
    QVERIFY(!m_job->failure()); // the tenant is not the cause
    m_job->writeTo(path(u"b.csv"_s));
    QVERIFY(isIn(JobState::Written));
    QCOMPARE(m_job->targetName(), QDir::toNativeSeparators(path(u"b.csv"_s)));
    QCOMPARE(files(), (QStringList{u"a.csv"_s, u"b.csv"_s, u"b.csv.meta.json"_s}));
}

void TestExportJob::pausedTimeDoesNotCount()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Offline));
    const auto before = m_job->elapsed();
    QTest::qWait(30);
    QCOMPARE(m_job->elapsed(), before);
}

void TestExportJob::aPausedJobResumesWithWhatItHasRead()
{
    constexpr int Many = 950;
    startAtAcme();
    for (int page = 0; page < 3; ++page) {
        QVERIFY(m_source->answer(Many));
        QTRY_COMPARE(m_progress.size(), page + 1);
    }
    QVERIFY(m_source->fail(ApiError::Kind::Unauthorized));
    QVERIFY(isIn(JobState::Paused));
    QCOMPARE(m_job->failure()->kind, ApiError::Kind::Unauthorized);
    QTest::qWait(5);
    QVERIFY(m_outcomes.isEmpty());
    QVERIFY(files().isEmpty());

    m_session->replaceToken(Samples::token("n.n.n"));
    m_job->resume();
    FakeSource &renewed = m_sourceFactory.source();
    QVERIFY(finishWith(renewed, Many));
    QVERIFY(m_job->outcome() == ExportJob::Outcome(ExportCount{Many, Many}));
    for (int page = 0; page < 3; ++page)
        QVERIFY(!renewed.indexes().contains(page)); // what was read is not read again
    const QByteArray rows = csv();
    QCOMPARE(rows.count('\n'), Many + 1);
    for (int row = 0; row < Many; ++row)
        QCOMPARE(rows.count(fakeId(row).toLatin1()), 1);
}

void TestExportJob::aPausedJobThatIsCancelledLeavesNothing()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Offline));
    m_job->cancel();
    QTest::qWait(5);
    QCOMPARE(m_job->state(), JobState::Cancelled);
    QVERIFY(m_outcomes.isEmpty());
    QVERIFY(files().isEmpty());
}

void TestExportJob::itCanBePausedMoreThanOnce()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Server));
    for (int times = 1; times <= 3; ++times) {
        m_job->resume();
        QCOMPARE(m_job->state(), JobState::Reading);
        QVERIFY(m_sourceFactory.source().fail());
        QVERIFY(isIn(JobState::Paused));
    }
    m_job->resume();
    QVERIFY(finishWith(m_sourceFactory.source()));
    QCOMPARE(csv().count('\n'), Total + 1);
}

// The token

void TestExportJob::aPausedJobResumesWithTheNewTokenOfItsTenant()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Unauthorized));
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Token);
    QCOMPARE(files(), QStringList());
    m_session->replaceToken(Samples::token("n.n.n"));
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Nothing);
    m_job->resume();
    QVERIFY(m_sourceFactory.connectionSources.constLast().access == accessTo(Acme, "n.n.n"));
    FakeSource &renewed = m_sourceFactory.source();
    QVERIFY(finishWith(renewed));
    QVERIFY(!renewed.indexes().contains(0)); // what was read is not read again
    QCOMPARE(csv().count('\n'), Total + 1);
}

void TestExportJob::aSavedViewOfItsTenantDoesNotCountAsOpen()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Unauthorized));
    const SavedView view{.provenance = {.tenantDomain = Acme, .organizationId = u"org_1"_s},
                         .domain = accessTo(Acme).domain};
    m_session->openSavedView(std::make_shared<const SavedView>(view));
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::OpenTenant);
    openAcme("n.n.n");
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Nothing);
}

void TestExportJob::noTokenOfAnotherTenantReachesIt()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Unauthorized));
    openGlobex();
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::OpenTenant);
    const qsizetype sources = m_sourceFactory.connectionSources.size();
    m_job->resume();
    QCOMPARE(m_job->state(), JobState::Paused);
    m_session->replaceToken(Samples::token("h.h.h")); // for Globex
    m_job->resume();
    QCOMPARE(m_job->state(), JobState::Paused);
    QCOMPARE(m_sourceFactory.connectionSources.size(), sources + 1); // one, for the window
    QVERIFY(!acmeHasSeen("g.g.g"));
    QVERIFY(!acmeHasSeen("h.h.h"));
    QCOMPARE(m_job->rowsRead(), 100); // and nothing is lost
}

void TestExportJob::afterAnotherFailureItResumesWithItsOwnToken()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Offline));
    openGlobex();
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Nothing);
    m_job->resume();
    QVERIFY(m_sourceFactory.connectionSources.constLast().access == accessTo(Acme));
    FakeSource &again = m_sourceFactory.source();
    QVERIFY(finishWith(again));
    QCOMPARE(again.requests().constFirst().organizationId, u"org_1"_s);
    QVERIFY(!acmeHasSeen("g.g.g"));
}

void TestExportJob::whatResumingNeedsFollowsTheSession()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Unauthorized));
    const QSignalSpy changed(m_job.get(), &ExportJob::changed);
    openGlobex();
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::OpenTenant);
    qsizetype before = changed.size();
    QVERIFY(before > 0);
    openAcme("a.b.c"); // with the token that was refused
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Token);
    QVERIFY(changed.size() > before);
    before = changed.size();
    m_session->replaceToken(Samples::token("n.n.n"));
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Nothing);
    QVERIFY(changed.size() > before);
    m_session->openProfile(profileOf(Acme)); // no token is kept for it
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Token);
    QVERIFY(isAt(Stage::NeedsToken));
}

void TestExportJob::withoutANewTokenResumingTriesTheOldOne()
{
    startAtAcme();
    QVERIFY(pause(ApiError::Kind::Unauthorized));
    m_job->resume();
    QCOMPARE(m_job->state(), JobState::Reading);
    QVERIFY(m_sourceFactory.connectionSources.constLast().access == accessTo(Acme));
}

void TestExportJob::aWrittenJobKeepsNoToken()
{
    startAtAcme();
    QVERIFY(!m_job->request().access.token.isEmpty());
    const std::weak_ptr<FakeSource> source = m_source;
    m_source->serve(Total);
    QVERIFY(m_source->answer(Total));
    m_source.reset();
    QVERIFY(isIn(JobState::Written));
    QVERIFY(m_job->request().access.token.isEmpty());
    QTRY_VERIFY(source.expired());
}

void TestExportJob::aPausedJobResumesWithTheCorrectedSecret()
{
    startAsApplication();
    QVERIFY(pause(WrongSecret));
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Token);
    QVERIFY(m_signIn->replaced.isEmpty());
    const TenantAccess corrected = signInTo(applicationOf(Acme), "corrected");
    m_session->replaceApplication(corrected.application);
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Nothing);
    m_job->resume();
    QCOMPARE(m_job->state(), JobState::Reading);
    QCOMPARE(m_sourceFactory.connectionSources.constLast().access, corrected);
    QVERIFY(finishWith(m_sourceFactory.source()));
    QCOMPARE(csv().count('\n'), Total + 1);
}

void TestExportJob::noSecretOfAnotherTenantReachesIt()
{
    startAsApplication();
    QVERIFY(pause(WrongSecret));
    const TenantAccess globex = signInTo(applicationOf(Globex), "of globex");
    m_session->openTenant(globex, {.organizationId = u"org_9"_s});
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::OpenTenant);
    const qsizetype sources = m_sourceFactory.connectionSources.size();
    m_job->resume();
    QCOMPARE(m_job->state(), JobState::Paused);
    QCOMPARE(m_sourceFactory.connectionSources.size(), sources);
}

void TestExportJob::aRefusedApplicationGetsAnotherToken_data()
{
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("and goes on") << true;
    QTest::newRow("and asks all the same without one") << false;
}

//! Its rights may have been changed meanwhile.
void TestExportJob::aRefusedApplicationGetsAnotherToken()
{
    QFETCH(bool, succeeds);
    startAsApplication();
    QVERIFY(pause(ApiError::Kind::Forbidden));
    QCOMPARE(m_job->resumeNeeds(), ResumeNeeds::Nothing);
    const qsizetype sources = m_sourceFactory.connectionSources.size();
    m_job->resume();
    QCOMPARE(m_job->state(), JobState::Paused);
    QVERIFY(m_signIn->replaced == QList<AccessToken>{Samples::token("a.b.c")});
    QCOMPARE(m_sourceFactory.connectionSources.size(), sources);
    QVERIFY(succeeds ? m_signIn->answer(Samples::token("d.e.f")) : m_signIn->refuse(WrongSecret));
    QVERIFY(isIn(JobState::Reading));
    QCOMPARE(m_sourceFactory.connectionSources.constLast().access,
             signInTo(applicationOf(Acme), "canary"));
    QVERIFY(finishWith(m_sourceFactory.source()));
}

void TestExportJob::cancelEndsTheRenewal()
{
    startAsApplication();
    QVERIFY(pause(ApiError::Kind::Forbidden));
    m_job->resume();
    m_job->cancel();
    QVERIFY(!m_signIn->answer(Samples::token("d.e.f")));
    QTest::qWait(2);
    QCOMPARE(m_job->state(), JobState::Cancelled);
    QCOMPARE(files(), QStringList());
}

void TestExportJob::aWrittenJobKeepsNoSecret()
{
    startAsApplication();
    m_source->serve(Total);
    QVERIFY(m_source->answer(Total));
    QVERIFY(isIn(JobState::Written));
    QVERIFY(m_job->request().access.application == ClientCredentials());
    QCOMPARE(m_job->request().access.domain.text(), Acme);
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
