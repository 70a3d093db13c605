// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/exportfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

const QByteArray Old = "old";

//! How an export ends before its end.
enum class End { Failure, Mismatch, Cancel, Destruction };

ConnectionExport::Options options(ExportFormat format = ExportFormat::Csv)
{
    return {.layout = {.format = format},
            .provenance = {.tenantDomain = u"acme.auth0.com"_s,
                           .organizationId = u"org_1"_s,
                           .isEnabled = true,
                           .programVersion = u"1.2"_s}};
}

} // namespace
Q_DECLARE_METATYPE(End)

class TestConnectionExport final : public QObject, private ExportFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(options()); }
    void wholeListingIsWritten_data();
    void wholeListingIsWritten();
    void jsonSaysWhereItComesFrom();
    void onePageOfMany();
    void pageThatWasReadBefore();
    void progressCountsRows();
    void anUnfinishedExportLeavesTheFolderAsItWas_data();
    void anUnfinishedExportLeavesTheFolderAsItWas();
    void listingThatHasSettledIsWrittenOnce();
    void unwritableTargetCostsNoRequest();
    void fullDeviceIsAWriteError();
    void cancelWhenTheEndIsNear();
    void cancelInsideProgress();
    void retriesAreTold();
    void finishedNeverComesFromInsideStart();

private:
    [[nodiscard]] bool doesNotAddUpTwice();
};

void TestConnectionExport::wholeListingIsWritten_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("withTotal");
    for (const int total : {0, 1, 100, 237}) {
        QTest::addRow("%d", total) << total << true;
        QTest::addRow("%d, no total", total) << total << false;
    }
}

void TestConnectionExport::wholeListingIsWritten()
{
    QFETCH(int, total);
    QFETCH(bool, withTotal);
    m_source->serve(total, withTotal);
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    const ExportCount expected{total, withTotal ? std::optional<qsizetype>(total) : std::nullopt};
    QVERIFY(m_outcomes.constFirst() == ConnectionExport::Outcome(expected));
    QCOMPARE(files(), {u"a.csv"_s});
    const QList<QByteArray> lines = csv().split('\n');
    QCOMPARE(lines.size(), total + 2); // the header, and nothing behind the last line break
    for (int row = 0; row < total; ++row)
        QVERIFY(lines.at(row + 1).contains(fakeId(row).toLatin1()));
    QCOMPARE(m_export->targetName(), QDir::toNativeSeparators(path(u"a.csv"_s)));
}

void TestConnectionExport::jsonSaysWhereItComesFrom()
{
    makeExport(path(u"a.csv"_s), options(ExportFormat::Json));
    m_source->serve(120);
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    const QJsonObject json = QJsonDocument::fromJson(csv()).object();
    QCOMPARE(json.value("tenant"_L1).toString(), u"acme.auth0.com"_s);
    QCOMPARE(json.value("rows"_L1).toInt(), 120);
    QCOMPARE(json.value("total"_L1).toInt(), 120);
}

void TestConnectionExport::onePageOfMany()
{
    m_source->serve(237);
    start(Extent::OnePage, First.at(2));
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.constFirst() == ConnectionExport::Outcome(ExportCount{37, 237}));
    QCOMPARE(m_source->indexes(), QList<int>({2}));
}

void TestConnectionExport::pageThatWasReadBefore()
{
    m_export->start(fakePage(First, 237));
    QVERIFY(m_outcomes.isEmpty());
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.constFirst() == ConnectionExport::Outcome(ExportCount{100, 237}));
    QCOMPARE(csv().count('\n'), 101);
}

void TestConnectionExport::progressCountsRows()
{
    QSignalSpy progress(m_export.get(), &ConnectionExport::progress);
    m_source->serve(237);
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(progress.size(), 3);
    QCOMPARE(progress.at(0), QVariantList({qsizetype(100), qsizetype(237)}));
    QCOMPARE(progress.at(2), QVariantList({qsizetype(237), qsizetype(237)}));
    makeExport(path(u"a.csv"_s));
    QSignalSpy unknown(m_export.get(), &ConnectionExport::progress);
    m_source->serve(1, false);
    start();
    QTRY_COMPARE(unknown.size(), 1);
    QCOMPARE(unknown.at(0), QVariantList({qsizetype(1), qsizetype(-1)}));
    QTRY_COMPARE(m_outcomes.size(), 2); // the folder outlives the writing
}

void TestConnectionExport::anUnfinishedExportLeavesTheFolderAsItWas_data()
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

void TestConnectionExport::anUnfinishedExportLeavesTheFolderAsItWas()
{
    QFETCH(End, end);
    QFETCH(bool, exists);
    if (exists)
        QVERIFY(put(u"a.csv"_s, Old));
    QSignalSpy progress(m_export.get(), &ConnectionExport::progress);
    start();
    QVERIFY(m_source->answer(237));
    QTRY_COMPARE(progress.size(), 1);
    QCOMPARE(m_source->pending(), 2); // in the middle
    const bool isTold = end == End::Failure || end == End::Mismatch;
    if (end == End::Failure)
        QVERIFY(m_source->fail());
    else if (end == End::Mismatch)
        QVERIFY(doesNotAddUpTwice());
    else if (end == End::Cancel)
        m_export->cancel();
    else
        m_export.reset();
    if (isTold)
        QTRY_COMPARE(m_outcomes.size(), 1);
    QTest::qWait(5);
    QCOMPARE(m_outcomes.size(), isTold ? 1 : 0);
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(files(), exists ? QStringList{u"a.csv"_s} : QStringList()); // while the object lives
    QCOMPARE(csv(), exists ? Old : QByteArray());
    if (end == End::Failure)
        QVERIFY(std::holds_alternative<ApiError>(m_outcomes.constFirst()));
    if (end == End::Mismatch)
        QVERIFY(std::holds_alternative<ListingMismatch>(m_outcomes.constFirst()));
}

//! In the middle of the first reading: that one and the next one meet another total.
bool TestConnectionExport::doesNotAddUpTwice()
{
    QSignalSpy progress(m_export.get(), &ConnectionExport::progress);
    const auto reported = [&progress](int times) {
        return QTest::qWaitFor([&progress, times] { return progress.size() == times; });
    };
    return m_source->answer(238) && reported(1) && m_source->answer(237) && reported(2)
        && progress.at(0) == QVariantList({qsizetype(0), qsizetype(-1)}) && m_source->answer(238);
}

void TestConnectionExport::listingThatHasSettledIsWrittenOnce()
{
    m_source->answerAll([this](const PageRequest &page) {
        return fakePage(page, m_source->requests().size() == 1 ? 238 : 237);
    });
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.constFirst() == ConnectionExport::Outcome(ExportCount{237, 237}));
    for (int row = 0; row < 237; ++row)
        QCOMPARE(csv().count(fakeId(row).toLatin1()), 1);
}

void TestConnectionExport::unwritableTargetCostsNoRequest()
{
    for (const QString &target : {m_folder->path(), path(u"gone/a.csv"_s)}) {
        m_outcomes.clear();
        makeExport(target);
        start();
        QVERIFY(m_outcomes.isEmpty()); // not from inside start()
        QTRY_COMPARE(m_outcomes.size(), 1);
        const auto &error = std::get<WriteError>(m_outcomes.constFirst());
        QCOMPARE(error.name, QDir::toNativeSeparators(target));
        QVERIFY(!error.reason.isEmpty());
    }
    QVERIFY(m_source->requests().isEmpty());
    QVERIFY(files().isEmpty());
}

void TestConnectionExport::fullDeviceIsAWriteError()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    makeExport(u"/dev/full"_s);
    m_source->serve(237);
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(std::get<WriteError>(m_outcomes.constFirst()).reason.contains(u"space"_s));
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

void TestConnectionExport::cancelWhenTheEndIsNear()
{
    m_export->start(fakePage(First, 100)); // written, but its finished() is still to come
    m_export->cancel();
    QTRY_COMPARE(files(), QStringList{u"a.csv"_s}); // too late, but whole
    QTest::qWait(5);
    QVERIFY(m_outcomes.isEmpty());
    QCOMPARE(csv().count('\n'), 101);
}

void TestConnectionExport::cancelInsideProgress()
{
    for (const int total : {1, 237}) {
        makeExport(path(u"a.csv"_s));
        connect(m_export.get(), &ConnectionExport::progress, m_export.get(),
                &ConnectionExport::cancel);
        m_source->serve(total);
        start();
        QTest::qWait(10);
        QVERIFY(m_outcomes.isEmpty());
        QVERIFY(files().isEmpty());
    }
}

void TestConnectionExport::retriesAreTold()
{
    QSignalSpy retry(m_export.get(), &ConnectionExport::retryScheduled);
    start();
    QVERIFY(m_source->scheduleRetry(1, 7s, {.kind = ApiError::Kind::RateLimited}));
    QCOMPARE(retry.size(), 1);
    QVERIFY(retry.at(0).at(1).value<std::chrono::milliseconds>() == 7s);
}

void TestConnectionExport::finishedNeverComesFromInsideStart()
{
    m_source->serve(0);
    start();
    QVERIFY(m_outcomes.isEmpty());
    QTRY_COMPARE(m_outcomes.size(), 1);
    QTest::qWait(5);
    QCOMPARE(m_outcomes.size(), 1);
}

QTEST_GUILESS_MAIN(TestConnectionExport)
#include "tst_connectionexport.moc"
