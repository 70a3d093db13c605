// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The export as a script meets it: files, streams and exit statuses.
class TestProgramExport final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void exportWritesAllPagesInTheFewestRequests();
    void exportToStandardOutputIsTheTableAlone();
    void exportAsJsonHoldsTheRowsAsTheyCame();
    void exportOfOnePageCountsPagesFromOne();
    void exportPassesTheFilterOn();
    void exportOfAnEmptyOrganizationWritesTheHeader();
    void aClosedPipeIsNotAnError();
    void whatAShellRedirectsIsATarget_data();
    void whatAShellRedirectsIsATarget();
    void aPipeThatNobodyReadsHoldsNothingUp();
    void failuresHaveTheirExitStatus_data();
    void failuresHaveTheirExitStatus();
    void aFailedExportLeavesTheOldFile();
    void aFileThatCannotBeWrittenHasItsExitStatus();
};

void TestProgramExport::exportWritesAllPagesInTheFewestRequests()
{
    const Result result = run(here(1) + QStringList{u"--export"_s, path(u"all.csv"_s)});
    QCOMPARE(result.errors,
             "237 of 237 connections written to " + path(u"all.csv"_s).toUtf8() + ".\n");
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(content(u"all.csv"_s).count("\r\n"), 238);
    QCOMPARE(m_tenant->requests().size(), 3);
}

void TestProgramExport::exportToStandardOutputIsTheTableAlone()
{
    const Result result = run(here() + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QVERIFY(result.output.startsWith("connection_name,organization_connection_name,"));
    QCOMPARE(result.output.count("\r\n"), 11);
    QCOMPARE(result.errors, QByteArray("10 of 10 connections written to standard output.\n"));
}

void TestProgramExport::exportAsJsonHoldsTheRowsAsTheyCame()
{
    const Result result =
        run(here() + QStringList{u"--export"_s, u"-"_s, u"--format"_s, u"json"_s});
    QCOMPARE(result.status, 0);
    const QJsonObject envelope = QJsonDocument::fromJson(result.output).object();
    QCOMPARE(envelope.value("tenant"_L1).toString(), m_tenant->domain());
    QCOMPARE(envelope.value("rows"_L1).toInt(), 10);
    QCOMPARE(envelope.value("total"_L1).toInt(), 10);
    QCOMPARE(envelope.value("connections"_L1).toArray().size(), 10);
    QVERIFY(result.output.contains("\n{\"connection_id\":\"con_")); // the API's order of keys
}

void TestProgramExport::exportOfOnePageCountsPagesFromOne()
{
    const QStringList options{u"--per-page"_s, u"50"_s, u"--export"_s, path(u"page.csv"_s)};
    const Result last = run(here(1) + options + QStringList{u"--page"_s, u"5"_s});
    QCOMPARE(last.status, 0);
    QCOMPARE(content(u"page.csv"_s).count("\r\n"), 38);
    QCOMPARE(m_tenant->requests().size(), 1);
    QVERIFY(m_tenant->requests().constFirst().path.contains(u"page=4&"_s));

    const Result behind = run(here(1) + options + QStringList{u"--page"_s, u"6"_s});
    QCOMPARE(behind.status, 4);
    QCOMPARE(behind.errors,
             QByteArray("Nothing was written: page 6 is empty, there are 5 pages.\n"));
    QCOMPARE(content(u"page.csv"_s).count("\r\n"), 38);
}

void TestProgramExport::exportPassesTheFilterOn()
{
    const Result result =
        run(here() + QStringList{u"--is-enabled"_s, u"false"_s, u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QVERIFY(m_tenant->requests().constFirst().path.contains(u"is_enabled=false"_s));
    QCOMPARE(result.output.count("\r\n"), 4);
}

void TestProgramExport::exportOfAnEmptyOrganizationWritesTheHeader()
{
    const Result result = run(here(2) + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output.count("\r\n"), 1);
    QCOMPARE(result.errors, QByteArray("0 of 0 connections written to standard output.\n"));
}

void TestProgramExport::aClosedPipeIsNotAnError()
{
    QProcess shell;
    m_tenant->setConnectionCount(m_tenant->organizations().constFirst().id, 2000);
    shell.setProcessEnvironment(m_environment);
    shell.start(u"bash"_s,
                QStringList{u"-c"_s, u"\"$0\" \"$@\" | head -n 1; exit ${PIPESTATUS[0]}"_s,
                            QStringLiteral(VESTIBULE_PROGRAM)}
                    + here() + QStringList{u"--export"_s, u"-"_s});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
}

void TestProgramExport::whatAShellRedirectsIsATarget_data()
{
    QTest::addColumn<QByteArray>("command"); // in a folder of its own; leaves the rows in "out"
    QTest::newRow("standard output, a file") << "export /dev/stdout > out"_ba;
    QTest::newRow("standard output, a pipe") << "export /dev/stdout | cat > out"_ba;
    QTest::newRow("behind what is there")
        << "echo > all; export /dev/stdout >> all; tail -n +2 all > out"_ba;
    QTest::newRow("process substitution") << "{ export >(cat); } | cat > out"_ba;
    // Whoever reads has opened the pipe before, and gets its end when nobody writes any more.
    QTest::newRow("a named pipe") << "mkfifo pipe; exec 3<>pipe 4<pipe; cat <&4 3<&- > out & "
                                     "export pipe 3<&- 4<&-; exec 3<&-; wait"_ba;
    QTest::newRow("a device") << "export /dev/null; test -c /dev/null && export - > out"_ba;
}

void TestProgramExport::whatAShellRedirectsIsATarget()
{
    QFETCH(QByteArray, command);
    QVERIFY(QDir(m_folder->path()).mkdir(u"here"_s));
    QProcess shell;
    shell.setProcessEnvironment(m_environment);
    shell.setWorkingDirectory(path(u"here"_s));
    const QString script = u"arguments=(\"$@\"); set -e -o pipefail\n"
                           "export() { \"$0\" \"${arguments[@]}\" --quiet --export \"$1\"; }\n"_s
        + QString::fromLatin1(command);
    shell.start(u"bash"_s,
                QStringList{u"-c"_s, script, QStringLiteral(VESTIBULE_PROGRAM)} + here());
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(content(u"here/out"_s), run(here() + QStringList{u"--export"_s, u"-"_s}).output);
    QCOMPARE(content(u"here/out"_s).count("\r\n"), 11);
}

void TestProgramExport::aPipeThatNobodyReadsHoldsNothingUp()
{
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {pipe}), 0);
    const Result result = run(here() + QStringList{u"--export"_s, pipe});
    QCOMPARE(result.status, 8);
    QCOMPARE(result.errors,
             pipe.toUtf8()
                 + " could not be written: it is a pipe, and no program reads from it.\n");
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestProgramExport::failuresHaveTheirExitStatus_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::newRow("expired token") << u"expired-token"_s << 3;
    QTest::newRow("missing scope") << u"wrong-scope"_s << 3;
    QTest::newRow("expires between two pages") << u"expires-between-pages"_s << 3;
    QTest::newRow("5xx") << u"error-503"_s << 5;
    QTest::newRow("silence") << u"hang"_s << 5;
    QTest::newRow("silence in the middle") << u"stall-in-body"_s << 5;
    QTest::newRow("rate limit") << u"rate-limit"_s << 6;
    QTest::newRow("not JSON") << u"not-json"_s << 7;
    QTest::newRow("wrong shape") << u"wrong-shape"_s << 7;
    QTest::newRow("a row without its id") << u"missing-id"_s << 7;
    QTest::newRow("cut off") << u"truncated"_s << 7;
    QTest::newRow("too large") << u"too-large"_s << 7;
    QTest::newRow("a row too few") << u"short-page"_s << 7;
    QTest::newRow("a row twice") << u"duplicate-row"_s << 7;
    QTest::newRow("grows while it is read") << u"growing"_s << 7;
    QTest::newRow("redirect elsewhere") << u"redirect-other-host"_s << 7;
}

void TestProgramExport::failuresHaveTheirExitStatus()
{
    QFETCH(QString, fault);
    QFETCH(int, status);
    m_tenant->setFaults({fault});
    const Result result =
        run(here(1)
            + QStringList{u"--timeout"_s, u"1"_s, u"--max-wait"_s, u"0"_s, u"--export"_s, u"-"_s});
    QCOMPARE(result.status, status);
    QCOMPARE(result.output, QByteArray()); // a partial result is no result
    QVERIFY(result.errors.trimmed().endsWith('.') || result.errors.trimmed().endsWith(')'));
}

void TestProgramExport::aFailedExportLeavesTheOldFile()
{
    QFile old(path(u"old.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    m_tenant->setFaults({u"expires-between-pages"_s});
    const Result result = run(here(1) + QStringList{u"--export"_s, path(u"old.csv"_s)});
    QCOMPARE(result.status, 3);
    QCOMPARE(content(u"old.csv"_s), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.csv*"_s}, QDir::Files),
             QStringList{u"old.csv"_s});
}

void TestProgramExport::aFileThatCannotBeWrittenHasItsExitStatus()
{
    const Result result = run(here() + QStringList{u"--export"_s, path(u"no/such/folder.csv"_s)});
    QCOMPARE(result.status, 8);
    QVERIFY(result.errors.contains("could not be written"));
    QVERIFY(m_tenant->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestProgramExport)
#include "tst_programexport.moc"
