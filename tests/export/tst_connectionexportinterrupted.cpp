// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exportsidefile.h"
#include "support/exportfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr int Total = 950;

} // namespace

//! An export that is held up on its way, and the file beside one.
class TestConnectionExportInterrupted final : public QObject, private ExportFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anExpiredTokenPausesAndANewOneGoesOn();
    void whoDoesNotGoOnLeavesNothing();
    void itCanBeInterruptedMoreThanOnce();
    void theSideFileTellsWhatWasWritten();
    void theSideFileDescribesTheSecondReading();
    void withoutRowsThereIsNoSideFile();
    void aSideFileThatCannotBeWrittenCostsNoRequest();
};

void TestConnectionExportInterrupted::init()
{
    beginAnew({.provenance = {.tenantDomain = u"acme.auth0.com"_s},
               .onFailure = ConnectionExport::OnFailure::Interrupt});
}

void TestConnectionExportInterrupted::anExpiredTokenPausesAndANewOneGoesOn()
{
    QSignalSpy interrupted(m_export.get(), &ConnectionExport::interrupted);
    QSignalSpy progress(m_export.get(), &ConnectionExport::progress);
    start();
    for (int page = 0; page < 3; ++page) {
        QVERIFY(m_source->answer(Total));
        QTRY_COMPARE(progress.size(), page + 1);
    }
    QVERIFY(m_source->fail(ApiError::Kind::Unauthorized));
    QTRY_COMPARE(interrupted.size(), 1);
    QCOMPARE(interrupted.at(0).at(0).value<ApiError>().kind, ApiError::Kind::Unauthorized);
    QTest::qWait(5);
    QVERIFY(m_outcomes.isEmpty());
    QVERIFY(files().isEmpty());

    const auto renewed = std::make_shared<FakeSource>();
    renewed->serve(Total);
    m_export->resume(renewed);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.constFirst() == ConnectionExport::Outcome(ExportCount{Total, Total}));
    QVERIFY(!renewed->indexes().contains(0)); // what was read is not read again
    const QByteArray rows = csv();
    QCOMPARE(rows.count('\n'), Total + 1);
    for (int row = 0; row < Total; ++row)
        QCOMPARE(rows.count(fakeId(row).toLatin1()), 1);
}

void TestConnectionExportInterrupted::whoDoesNotGoOnLeavesNothing()
{
    QSignalSpy interrupted(m_export.get(), &ConnectionExport::interrupted);
    start();
    QVERIFY(m_source->fail(ApiError::Kind::Offline));
    QTRY_COMPARE(interrupted.size(), 1);
    m_export->cancel();
    QTest::qWait(5);
    QVERIFY(m_outcomes.isEmpty());
    QVERIFY(files().isEmpty());
    m_export->resume(m_source); // too late: nothing happens
    QCOMPARE(m_source->requests().size(), 1);
}

void TestConnectionExportInterrupted::itCanBeInterruptedMoreThanOnce()
{
    QSignalSpy interrupted(m_export.get(), &ConnectionExport::interrupted);
    start();
    for (int times = 1; times <= 3; ++times) {
        QVERIFY(m_source->fail());
        QTRY_COMPARE(interrupted.size(), times);
        m_export->resume(m_source);
    }
    QVERIFY(m_source->answer(5));
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(m_source->requests().size(), 4);
}

void TestConnectionExportInterrupted::theSideFileTellsWhatWasWritten()
{
    m_export->setSideTarget(makeFileTarget(sideFilePath(path(u"a.csv"_s))));
    m_source->serve(237);
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(files(), QStringList({u"a.csv"_s, u"a.csv.meta.json"_s}));
    const QByteArray rows = csv();
    const QJsonObject json = QJsonDocument::fromJson(content(u"a.csv.meta.json"_s)).object();
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

void TestConnectionExportInterrupted::theSideFileDescribesTheSecondReading()
{
    m_export->setSideTarget(makeFileTarget(path(u"side"_s)));
    m_source->answerAll([this](const PageRequest &page) {
        return fakePage(page, m_source->requests().size() == 1 ? 238 : 237);
    });
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    const QByteArray rows = csv();
    const QJsonObject json = QJsonDocument::fromJson(content(u"side"_s)).object();
    QCOMPARE(json.value("bytes"_L1), QJsonValue(rows.size()));
    QCOMPARE(json.value("sha256"_L1).toString().toLatin1(),
             QCryptographicHash::hash(rows, QCryptographicHash::Sha256).toHex());
}

void TestConnectionExportInterrupted::withoutRowsThereIsNoSideFile()
{
    m_export->setSideTarget(makeFileTarget(path(u"side"_s)));
    start();
    m_export->cancel();
    QVERIFY(files().isEmpty());
}

void TestConnectionExportInterrupted::aSideFileThatCannotBeWrittenCostsNoRequest()
{
    m_export->setSideTarget(makeFileTarget(m_folder->path()));
    start();
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(std::get<WriteError>(m_outcomes.constFirst()).name,
             QDir::toNativeSeparators(m_folder->path()));
    QVERIFY(m_source->requests().isEmpty());
    QVERIFY(files().isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectionExportInterrupted)
#include "tst_connectionexportinterrupted.moc"
