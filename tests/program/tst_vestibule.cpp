// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"

#include <QImage>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The program as a script meets it: what it needs, says and leaves behind.
class TestVestibule final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void usageErrorsAreOneSentenceAndNoRequest_data();
    void usageErrorsAreOneSentenceAndNoRequest();
    void theTokenComesFromAFileOrStandardInput();
    void theTokenIsNowhereInTheOutput();
    void screenshotNeedsNoDisplay();
    void aWindowWithoutADisplaySaysSo();
    void helpAndVersionNeedNoDisplay();
    void helpAndVersionThatCannotBeWrittenAreAnError_data();
    void helpAndVersionThatCannotBeWrittenAreAnError();
    void theDemoTenantNeedsNoToken();
    void aPictureThatCannotBeWrittenSaysWhy();
    void aRunningProgramLeavesNoCoreDump();
};

void TestVestibule::usageErrorsAreOneSentenceAndNoRequest_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--write"_s};
    QTest::newRow("the token as an argument") << QStringList{u"--token"_s, u"secret"_s};
    QTest::newRow("a page 0") << QStringList{u"--page"_s, u"0"_s};
    QTest::newRow("too many rows") << QStringList{u"--per-page"_s, u"101"_s};
    QTest::newRow("neither true nor false") << QStringList{u"--is-enabled"_s, u"yes"_s};
    QTest::newRow("http elsewhere") << QStringList{u"--domain"_s, u"http://example.com"_s};
    QTest::newRow("a long id") << QStringList{u"--organization"_s, QString(51, u'x')};
    QTest::newRow("an unknown format") << QStringList{u"--format"_s, u"xml"_s};
    QTest::newRow("something more") << QStringList{u"acme"_s};
    QTest::newRow("no such token file") << QStringList{u"--token-file"_s, u"/no/such/file"_s};
}

void TestVestibule::usageErrorsAreOneSentenceAndNoRequest()
{
    QFETCH(QStringList, arguments);
    const Result result = run(here() + QStringList{u"--export"_s, u"-"_s} + arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestVestibule::theTokenComesFromAFileOrStandardInput()
{
    setToken({});
    const QStringList options = here() + QStringList{u"--export"_s, u"-"_s};
    QCOMPARE(run(options).status, 2);

    QFile file(path(u"token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_tenant->accessToken() + '\n');
    file.close();
    QCOMPARE(run(options + QStringList{u"--token-file"_s, file.fileName()}).status, 0);
    QCOMPARE(run(options + QStringList{u"--token-file"_s, u"-"_s}, m_tenant->accessToken()).status,
             0);
}

void TestVestibule::theTokenIsNowhereInTheOutput()
{
    m_environment.insert(u"QT_LOGGING_RULES"_s, u"qt.network*=true"_s);
    const QByteArray token = m_tenant->accessToken();
    setToken(token);
    for (const QString &fault :
         {u""_s, u"wrong-scope"_s, u"not-json"_s, u"redirect-other-host"_s}) {
        m_tenant->setFaults(fault.isEmpty() ? QStringList() : QStringList{fault});
        const Result result = run(here() + QStringList{u"--export"_s, u"-"_s});
        const QByteArray signature = token.mid(token.lastIndexOf('.') + 1);
        QVERIFY(result.status >= 0);
        QVERIFY(!result.output.contains(signature));
        QVERIFY(!result.errors.contains(signature));
    }
}

void TestVestibule::screenshotNeedsNoDisplay()
{
    const Result result = run(here() + QStringList{u"--screenshot"_s, path(u"window.png"_s)});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.errors, QByteArray());
    const QImage picture(path(u"window.png"_s));
    QCOMPARE(picture.size(), QSize(1180, 760));
}

void TestVestibule::aWindowWithoutADisplaySaysSo()
{
    const Result result = run(here());
    QCOMPARE(result.status, 2);
    QVERIFY(result.errors.startsWith("There is no display."));
}

void TestVestibule::helpAndVersionNeedNoDisplay()
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

void TestVestibule::helpAndVersionThatCannotBeWrittenAreAnError_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("help") << u"--help"_s;
    QTest::newRow("version") << u"--version"_s;
}

void TestVestibule::helpAndVersionThatCannotBeWrittenAreAnError()
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

void TestVestibule::theDemoTenantNeedsNoToken()
{
    setToken({});
    const Result result = run({u"--demo"_s, u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output.count("\r\n"), 11);
    QVERIFY(m_tenant->requests().isEmpty()); // it is a demo tenant of its own
}

void TestVestibule::aPictureThatCannotBeWrittenSaysWhy()
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        QSKIP("no device that is always full");
    const Result result = run(here() + QStringList{u"--screenshot"_s, u"/dev/full"_s});
    QCOMPARE(result.status, 8);
    QVERIFY2(result.errors.contains("/dev/full could not be written: No space left on device."),
             result.errors.constData());
}

void TestVestibule::aRunningProgramLeavesNoCoreDump()
{
    m_tenant->setFaults({u"hang"_s});
    QProcess process;
    start(process, here() + QStringList{u"--export"_s, u"-"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(!m_tenant->requests().isEmpty());
    QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
    if (!limits.open(QIODevice::ReadOnly))
        QSKIP("no /proc here");
    const QByteArray text = limits.readAll();
    const QByteArray line = text.mid(text.indexOf("Max core file size")).split('\n').constFirst();
    QCOMPARE(line.simplified(), QByteArray("Max core file size 0 0 bytes"));
    process.kill();
    process.waitForFinished();
}

QTEST_GUILESS_MAIN(TestVestibule)
#include "tst_vestibule.moc"
