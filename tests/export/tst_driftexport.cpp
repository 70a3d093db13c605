// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/driftexport.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestDriftExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAllRows_data();
    void writesAllRows();
    void writesText();
    void folderThatIsMissingIsAWriteError();
    void cancelLeavesTheFileAsItWas();
    void destroyingItLeavesTheFileAsItWas();
    void itIsTooLateToCancelWhatIsWritten();

private:
    [[nodiscard]] static DriftPtr drift(int rows)
    {
        auto drift = std::make_shared<Drift>();
        for (int i = 0; i < rows; ++i)
            drift->changes.append({.kind = DriftKind::Added, .organizationId = u"org_%1"_s.arg(i)});
        return drift;
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"out"_s); }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    void writeBefore() const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("before") == 6);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDriftExport::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestDriftExport::writesAllRows_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 1999, 2000, 2001, 10'000})
        QTest::addRow("%d", rows) << rows;
}

void TestDriftExport::writesAllRows()
{
    QFETCH(const int, rows);
    DriftExport job({.path = path()});
    QVERIFY(job.open());
    QSignalSpy finished(&job, &DriftExport::finished);
    job.write(drift(rows));
    QVERIFY(finished.isEmpty() && finished.wait(10'000));
    QCOMPARE(std::get<qsizetype>(job.outcome()), rows);
    const QByteArrayList lines = content().split('\n');
    QCOMPARE(lines.size(), rows + 2);
    for (int i = 0; i < rows; ++i)
        QCOMPARE(lines.at(i + 1), "added,org_" + QByteArray::number(i) + ",,,,,,\r");
}

void TestDriftExport::writesText()
{
    DriftExport job({.layout = {.format = DriftFormat::Text}, .path = path()});
    QVERIFY(job.open());
    QSignalSpy finished(&job, &DriftExport::finished);
    job.write(drift(1));
    QVERIFY(finished.wait(10'000));
    QVERIFY(content().contains("\norg_0\n  added, with all its connections\n"));
}

void TestDriftExport::folderThatIsMissingIsAWriteError()
{
    DriftExport job({.path = m_folder->filePath(u"none/out"_s)});
    QVERIFY(!job.open());
    QVERIFY(!std::get<WriteError>(job.outcome()).reason.isEmpty());
}

void TestDriftExport::cancelLeavesTheFileAsItWas()
{
    writeBefore();
    DriftExport job({.path = path()});
    QVERIFY(job.open());
    QVERIFY(job.cancel());
    QVERIFY(job.cancel());
    DriftExport other({.path = path()});
    QVERIFY(other.open());
    QSignalSpy finished(&other, &DriftExport::finished);
    other.write(drift(300'000));
    QVERIFY(other.cancel()); // long before so many rows are encoded
    QVERIFY(!finished.wait(500));
    QCOMPARE(content(), "before");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"out"_s));
}

void TestDriftExport::destroyingItLeavesTheFileAsItWas()
{
    writeBefore();
    {
        DriftExport job({.path = path()});
        QVERIFY(job.open());
        job.write(drift(300'000));
    }
    QTest::qWait(500);
    QCOMPARE(content(), "before");
}

void TestDriftExport::itIsTooLateToCancelWhatIsWritten()
{
    DriftExport job({.path = path()});
    QVERIFY(job.open());
    QSignalSpy finished(&job, &DriftExport::finished);
    job.write(drift(1));
    QVERIFY(finished.wait(10'000));
    QVERIFY(!job.cancel());
    QCOMPARE(content().count('\n'), 2);
}

QTEST_GUILESS_MAIN(TestDriftExport)
#include "tst_driftexport.moc"
