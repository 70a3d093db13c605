// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exportsidefile.h"
#include "support/exportfixture.h"
#include "support/filesizelimit.h"
#include "support/pipewatch.h"

#include <QSignalSpy>

#include <cerrno>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QByteArray Old = "old";

} // namespace

//! An export whose file, or the file beside it, cannot be written after all.
class TestConnectionExportFaults final : public QObject, private ExportFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void aFolderThatIsRemovedOnTheWayIsAWriteError_data();
    void aFolderThatIsRemovedOnTheWayIsAWriteError();
    void aDiskThatIsFullOnTheWayStopsTheReading();
    void aPipeThatNobodyReadsCostsNoRequest();
    void withoutRoomForTheSideFileNothingIsWritten();
    void aSideFileThatFailsBehindTheRowsLeavesThem();
    void rowsThatFailLeaveNoSideFile();

private:
    //! An empty one when it has ended otherwise.
    [[nodiscard]] WriteError error() const
    {
        const auto *error = std::get_if<WriteError>(&m_outcomes.constFirst());
        return error ? *error : WriteError();
    }
    [[nodiscard]] QString sidePath() const { return sideFilePath(path(u"a.csv"_s)); }
};

void TestConnectionExportFaults::aFolderThatIsRemovedOnTheWayIsAWriteError_data()
{
    QTest::addColumn<bool>("withSideFile");
    QTest::newRow("rows alone") << false;
    QTest::newRow("and a file beside them") << true;
}

void TestConnectionExportFaults::aFolderThatIsRemovedOnTheWayIsAWriteError()
{
    QFETCH(bool, withSideFile);
    const QString target = path(u"out/a.csv"_s);
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    QVERIFY(put(u"out/a.csv"_s, Old));
    makeExport(target);
    if (withSideFile)
        m_export->setSideTarget(makeFileTarget(sideFilePath(target)));
    QSignalSpy progress(m_export.get(), &ConnectionExport::progress);
    start();
    QVERIFY(m_source->answer(237));
    QTRY_COMPARE(progress.size(), 1);
    QVERIFY(QDir(path(u"out"_s)).removeRecursively());
    while (m_source->answer(237))
        QTest::qWait(1);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(error().name, QDir::toNativeSeparators(target));
    QCOMPARE(error().reason, qt_error_string(ENOENT));
    QCOMPARE(error().written, QString());
    m_export.reset();
    QCOMPARE(files(), QStringList());
}

void TestConnectionExportFaults::aDiskThatIsFullOnTheWayStopsTheReading()
{
    QVERIFY(put(u"a.csv"_s, Old));
    start();
    QVERIFY(m_source->answer(100'000));
    {
        const FileSizeLimit limit(4096);
        while (m_outcomes.isEmpty() && m_source->answer(100'000))
            QTest::qWait(1);
        QTRY_COMPARE(m_outcomes.size(), 1);
    }
    QVERIFY(m_source->requests().size() < 20);
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(error().reason, qt_error_string(EFBIG));
    QCOMPARE(csv(), Old);
    QCOMPARE(files(), {u"a.csv"_s});
}

void TestConnectionExportFaults::aPipeThatNobodyReadsCostsNoRequest()
{
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    makeExport(path(u"pipe"_s));
    const PipeWatch watch(path(u"pipe"_s));
    start();
    QVERIFY(m_source->requests().isEmpty());
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(!error().reason.isEmpty());
}

void TestConnectionExportFaults::withoutRoomForTheSideFileNothingIsWritten()
{
    makeExport(path(u"a.csv"_s), {.layout = {.fields = {ConnectionField::ConnectionId}}});
    m_export->setSideTarget(makeFileTarget(sidePath()));
    m_source->serve(2); // the file beside them is longer than two rows
    {
        const FileSizeLimit limit(100);
        start();
        QTRY_COMPARE(m_outcomes.size(), 1);
    }
    QCOMPARE(error().name, QDir::toNativeSeparators(sidePath()));
    QCOMPARE(error().reason, qt_error_string(EFBIG));
    QCOMPARE(error().written, QString());
    QCOMPARE(files(), QStringList());
}

void TestConnectionExportFaults::aSideFileThatFailsBehindTheRowsLeavesThem()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    QVERIFY(put(u"a.csv"_s, Old));
    QVERIFY(QFile::link(u"/dev/full"_s, sidePath()));
    m_export->setSideTarget(makeFileTarget(sidePath()));
    m_source->serve(237);
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(error().name, QDir::toNativeSeparators(sidePath()));
    QCOMPARE(error().reason, qt_error_string(ENOSPC));
    QCOMPARE(error().written, QDir::toNativeSeparators(path(u"a.csv"_s)));
    QCOMPARE(csv().count('\n'), 238);
    QCOMPARE(files(), QStringList({u"a.csv"_s, u"a.csv.meta.json"_s}));
}

void TestConnectionExportFaults::rowsThatFailLeaveNoSideFile()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    makeExport(u"/dev/full"_s);
    m_export->setSideTarget(makeFileTarget(sidePath()));
    m_source->serve(237);
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(error().name, u"/dev/full"_s);
    QCOMPARE(error().written, QString());
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestConnectionExportFaults)
#include "tst_connectionexportfaults.moc"
