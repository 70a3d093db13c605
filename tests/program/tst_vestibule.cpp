// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demotenant.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

//! The program as a script meets it: arguments, streams, files and exit statuses.
class TestVestibule final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exportWritesAllPagesInTheFewestRequests();
    void exportToStandardOutputIsTheTableAlone();
    void exportAsJsonHoldsTheRowsAsTheyCame();
    void exportOfOnePageCountsPagesFromOne();
    void exportPassesTheFilterOn();
    void exportOfAnEmptyOrganizationWritesTheHeader();
    void aClosedPipeIsNotAnError();
    void failuresHaveTheirExitStatus_data();
    void failuresHaveTheirExitStatus();
    void aFailedExportLeavesTheOldFile();
    void aFileThatCannotBeWrittenHasItsExitStatus();
    void usageErrorsAreOneSentenceAndNoRequest_data();
    void usageErrorsAreOneSentenceAndNoRequest();
    void theTokenComesFromAFileOrStandardInput();
    void theTokenIsNowhereInTheOutput();
    void screenshotNeedsNoDisplay();
    void aWindowWithoutADisplaySaysSo();
    void helpAndVersionNeedNoDisplay();
    void theDemoTenantNeedsNoToken();
    void aRunningProgramLeavesNoCoreDump();

private:
    struct Result {
        int status = -1;
        QByteArray output{};
        QByteArray errors{};
    };

    [[nodiscard]] Result run(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] QStringList here(int organization = 0) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DemoTenant> m_tenant;
    QProcessEnvironment m_environment;
};

void TestVestibule::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_tenant = std::make_unique<DemoTenant>();
    QVERIFY2(m_tenant->start(), qPrintable(m_tenant->errorString()));
    m_environment = QProcessEnvironment();
    m_environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
    m_environment.insert(u"AUTH0_API_TOKEN"_s, QString::fromLatin1(m_tenant->accessToken()));
}

TestVestibule::Result TestVestibule::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(VESTIBULE_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
        return {.errors = "did not end by itself: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList TestVestibule::here(int organization) const
{
    return {u"--domain"_s, m_tenant->domain(), u"--organization"_s,
            m_tenant->organizations().at(organization).id};
}

QByteArray TestVestibule::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestVestibule::exportWritesAllPagesInTheFewestRequests()
{
    const Result result = run(here(1) + QStringList{u"--export"_s, path(u"all.csv"_s)});
    QCOMPARE(result.errors,
             "237 of 237 connections written to " + path(u"all.csv"_s).toUtf8() + ".\n");
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(content(u"all.csv"_s).count("\r\n"), 238);
    QCOMPARE(m_tenant->requests().size(), 3);
}

void TestVestibule::exportToStandardOutputIsTheTableAlone()
{
    const Result result = run(here() + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QVERIFY(result.output.startsWith("connection_name,organization_connection_name,"));
    QCOMPARE(result.output.count("\r\n"), 11);
    QCOMPARE(result.errors, QByteArray("10 of 10 connections written to standard output.\n"));
}

void TestVestibule::exportAsJsonHoldsTheRowsAsTheyCame()
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

void TestVestibule::exportOfOnePageCountsPagesFromOne()
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

void TestVestibule::exportPassesTheFilterOn()
{
    const Result result =
        run(here() + QStringList{u"--is-enabled"_s, u"false"_s, u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QVERIFY(m_tenant->requests().constFirst().path.contains(u"is_enabled=false"_s));
    QCOMPARE(result.output.count("\r\n"), 4);
}

void TestVestibule::exportOfAnEmptyOrganizationWritesTheHeader()
{
    const Result result = run(here(2) + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output.count("\r\n"), 1);
    QCOMPARE(result.errors, QByteArray("0 of 0 connections written to standard output.\n"));
}

void TestVestibule::aClosedPipeIsNotAnError()
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

void TestVestibule::failuresHaveTheirExitStatus_data()
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

void TestVestibule::failuresHaveTheirExitStatus()
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

void TestVestibule::aFailedExportLeavesTheOldFile()
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

void TestVestibule::aFileThatCannotBeWrittenHasItsExitStatus()
{
    const Result result = run(here() + QStringList{u"--export"_s, path(u"no/such/folder.csv"_s)});
    QCOMPARE(result.status, 8);
    QVERIFY(result.errors.contains("could not be written"));
    QVERIFY(m_tenant->requests().isEmpty());
}

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
    m_environment.remove(u"AUTH0_API_TOKEN"_s);
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
    m_environment.insert(u"AUTH0_API_TOKEN"_s, QString::fromLatin1(token));
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

void TestVestibule::theDemoTenantNeedsNoToken()
{
    m_environment.remove(u"AUTH0_API_TOKEN"_s);
    const Result result = run({u"--demo"_s, u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output.count("\r\n"), 11);
    QVERIFY(m_tenant->requests().isEmpty()); // it is a demo tenant of its own
}

void TestVestibule::aRunningProgramLeavesNoCoreDump()
{
    m_tenant->setFaults({u"hang"_s});
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(VESTIBULE_PROGRAM), here() + QStringList{u"--export"_s, u"-"_s});
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
