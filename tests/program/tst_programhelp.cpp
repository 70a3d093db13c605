// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! `vestibule --help` and `vestibule --version`.
class TestProgramHelp final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void helpAndVersionNeedNoDisplay();
    void helpAndVersionThatCannotBeWrittenAreAnError_data();
    void helpAndVersionThatCannotBeWrittenAreAnError();
};

void TestProgramHelp::helpAndVersionNeedNoDisplay()
{
    const Result help = run({u"--help"_s});
    QCOMPARE(help.status, 0);
    for (const char *option :
         {"--demo", "--domain", "--organization", "--is-enabled", "--page", "--per-page",
          "--export", "--format", "--screenshot", "--timeout", "--max-wait", "--token-file"})
        QVERIFY2(help.output.contains(option), option);
    const Result version = run({u"--version"_s});
    QCOMPARE(version.status, 0);
    QVERIFY(version.output.startsWith("vestibule "));
}

void TestProgramHelp::helpAndVersionThatCannotBeWrittenAreAnError_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("help") << u"--help"_s;
    QTest::newRow("version") << u"--version"_s;
}

void TestProgramHelp::helpAndVersionThatCannotBeWrittenAreAnError()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("no /dev/full here");
    QFETCH(QString, option);
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    start(process, {option});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 8);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.startsWith("Standard output could not be written: "), errors.constData());
    QCOMPARE(errors.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestProgramHelp)
#include "tst_programhelp.moc"
