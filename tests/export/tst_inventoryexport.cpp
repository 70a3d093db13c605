// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/inventoryexport.h"

#include "export/exporttext.h"
#include "support/fakeinventorysource.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestInventoryExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAllRowsInOrder_data();
    void writesAllRowsInOrder();
    void asksForTheQuery();
    void problemLeavesTheFileAsItWas();
    void fewerRowsThanPromisedAreAProblem();
    void folderThatIsMissingIsAWriteError();
    void cancelLeavesTheFileAsItWas();
    void canBeCancelledFromASlot();
    void destroyingItStopsIt();
    void saysWhatTheInventoryLacks();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"links.ndjson"_s); }
    [[nodiscard]] InventoryExport::Request request() const
    {
        return {.layout = {.format = ExportFormat::Ndjson}, .path = path()};
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    static bool waitForEnd(const InventoryExport &job)
    {
        return QTest::qWaitFor([&job] { return !job.isRunning(); }, 10'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FakeInventorySource> m_source;
};

void TestInventoryExport::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_source = std::make_shared<FakeInventorySource>();
}

void TestInventoryExport::writesAllRowsInOrder_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 1999, 2000, 2001, 10'000})
        QTest::addRow("%d", rows) << rows;
}

void TestInventoryExport::writesAllRowsInOrder()
{
    QFETCH(int, rows);
    m_source->rows = rows;
    InventoryExport job(m_source, request());
    job.start();
    QCOMPARE(job.state(), InventoryExport::State::Reading);
    QVERIFY(waitForEnd(job));
    QCOMPARE(job.state(), InventoryExport::State::Written);
    QCOMPARE(job.rowsRead(), rows);
    QCOMPARE(job.total(), rows);
    QCOMPARE(std::get<InventoryCount>(job.outcome()).rows, rows);
    const QByteArrayList lines = content().split('\n');
    QCOMPARE(lines.size(), rows + 1);
    for (int row = 0; row < rows; ++row) {
        const QString id = FakeInventorySource::link(row).organization.id;
        QVERIFY(lines.at(row).contains(QByteArray('"' + id.toLatin1() + '"')));
    }
    QCOMPARE(m_source->openViews, 0);
}

void TestInventoryExport::asksForTheQuery()
{
    InventoryExport::Request wanted = request();
    wanted.query.filter.connection = u"google-oauth2"_s;
    wanted.query.isDescending = true;
    InventoryExport job(m_source, wanted);
    job.start();
    QVERIFY(waitForEnd(job));
    QCOMPARE(m_source->queries, QList<InventoryQuery>{wanted.query});
}

void TestInventoryExport::problemLeavesTheFileAsItWas()
{
    m_source->problem = InventoryProblem{.kind = InventoryProblem::Kind::Removed};
    InventoryExport job(m_source, request());
    job.start();
    QVERIFY(waitForEnd(job));
    QCOMPARE(job.state(), InventoryExport::State::Failed);
    QCOMPARE(std::get<InventoryProblem>(job.outcome()), *m_source->problem);
    QCOMPARE(content(), "none");
    QVERIFY(outcomeText(job.outcome(), job.targetName()).startsWith(u"Nothing was written."_s));
}

void TestInventoryExport::fewerRowsThanPromisedAreAProblem()
{
    m_source->rows = 3000;
    InventoryExport job(m_source, request());
    connect(&job, &InventoryExport::changed, &job, [this] {
        m_source->problem = InventoryProblem{.kind = InventoryProblem::Kind::Damaged};
    });
    job.start();
    QVERIFY(waitForEnd(job));
    QCOMPARE(job.state(), InventoryExport::State::Failed);
    QCOMPARE(job.rowsRead(), 2000);
    QCOMPARE(content(), "none");
    QCOMPARE(m_source->openViews, 0);
}

void TestInventoryExport::folderThatIsMissingIsAWriteError()
{
    InventoryExport::Request wanted = request();
    wanted.path = m_folder->filePath(u"none/links.csv"_s);
    InventoryExport job(m_source, wanted);
    job.start();
    QVERIFY(job.isRunning()); // never ends from inside start()
    QVERIFY(waitForEnd(job));
    const auto error = std::get<WriteError>(job.outcome());
    QCOMPARE(error.name, job.targetName());
    QVERIFY(!error.reason.isEmpty());
    QVERIFY(m_source->queries.isEmpty());
}

void TestInventoryExport::cancelLeavesTheFileAsItWas()
{
    QFile before(path());
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();
    m_source->answersByItself = false;
    InventoryExport job(m_source, request());
    job.start();
    QVERIFY(QTest::qWaitFor([this] { return !m_source->queries.isEmpty(); }));
    job.cancel();
    QCOMPARE(job.state(), InventoryExport::State::Cancelled);
    m_source->endOpening();
    QCoreApplication::processEvents();
    QCOMPARE(job.state(), InventoryExport::State::Cancelled);
    QCOMPARE(content(), "before");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestInventoryExport::canBeCancelledFromASlot()
{
    m_source->rows = 5000;
    InventoryExport job(m_source, request());
    connect(&job, &InventoryExport::changed, &job, [&job] {
        if (job.rowsRead() == 2000)
            job.cancel();
    });
    job.start();
    QVERIFY(waitForEnd(job));
    QCOMPARE(job.state(), InventoryExport::State::Cancelled);
    QCOMPARE(m_source->fetched, QList<qsizetype>{0});
    QCOMPARE(m_source->openViews, 0);
    QCOMPARE(content(), "none");
}

void TestInventoryExport::destroyingItStopsIt()
{
    m_source->rows = 5000;
    auto job = std::make_unique<InventoryExport>(m_source, request());
    job->start();
    QVERIFY(QTest::qWaitFor([&job] { return job->rowsRead() > 0; }));
    job.reset();
    QCOMPARE(m_source->openViews, 0);
    QCOMPARE(content(), "none");
}

void TestInventoryExport::saysWhatTheInventoryLacks()
{
    m_source->summary = {.counts = {.read = 3, .failed = 1}, .isPopulationFrozen = true};
    InventoryExport job(m_source, request());
    job.start();
    QVERIFY(waitForEnd(job));
    const auto &written = std::get<InventoryCount>(job.outcome());
    QCOMPARE(written.summary, m_source->summary);
    QVERIFY(!written.summary.isComplete());
    QCOMPARE(outcomeText(job.outcome(), job.targetName()),
             u"0 row(s) written to %1."_s.arg(path()));
}

QTEST_GUILESS_MAIN(TestInventoryExport)
#include "tst_inventoryexport.moc"
