// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/authentication.h"
#include "program/programfixture.h"
#include "store/settings.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

//! `vestibule --export` as a script sees it: files, streams and exit statuses; where it takes its
//! token from, what it prints about it, and that it sends the token only to its tenant.
class TestProgramExport final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exportWritesAllPagesInTheFewestRequests();
    void exportToStandardOutputIsTheTableAlone();
    void exportAsJsonHoldsTheRowsAsTheyCame();
    void exportOfOnePageCountsPagesFromOne();
    void exportSendsTheFilter();
    void exportOfAnEmptyOrganizationWritesTheHeader();
    void aClosedPipeIsNotAnError();
    void redirectionsOfAShellAreTargets_data();
    void redirectionsOfAShellAreTargets();
    void aPipeWithoutAReaderIsRefusedAtOnce();
    void failuresHaveTheirExitStatus_data();
    void failuresHaveTheirExitStatus();
    void aFailedExportLeavesTheOldFile();
    void aFileThatCannotBeWrittenHasItsExitStatus();
    void usageErrorsAreOneSentenceAndNoRequest_data();
    void usageErrorsAreOneSentenceAndNoRequest();
    void theTokenComesFromAFileOrStandardInput();
    void theTokenIsNowhereInTheOutput();
    void theDemoTenantNeedsNoToken();
    void aRunningProgramLeavesNoCoreDump();
    // The token
    void theTokenLeavesNoTrace_data();
    void theTokenLeavesNoTrace();
    void aRunningProgramDoesNotShowItsToken_data();
    void aRunningProgramDoesNotShowItsToken();
    void aTokenWarningDoesNotStopTheExport();
    // An application
    void anApplicationSignsIn_data();
    void anApplicationSignsIn();
    void aRunningProgramDoesNotShowItsSecret_data();
    void aRunningProgramDoesNotShowItsSecret();
    void withoutAKeyringTheSecretIsNotRead();
    void withoutAKeyringOneSentenceSaysWhatToDo();
    void aProfileIsATenantOfTheSettings();

private:
    //! Options that pass the token in a file outside of the folder.
    [[nodiscard]] QStringList throughFile()
    {
        QFile file(m_tokenFolder->filePath(u"token"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_token) != m_token.size())
            qFatal("no file for the token");
        setToken({});
        return {u"--token-file"_s, file.fileName()};
    }
    //! Options for an application whose secret is in a file outside of the folder; or none, with
    //! the environment.
    [[nodiscard]] QStringList asApplication(bool isFromFile)
    {
        setToken({});
        if (!isFromFile) {
            m_environment.insert(u"AUTH0_CLIENT_ID"_s, QString::fromLatin1(Demo::ClientId));
            m_environment.insert(u"AUTH0_CLIENT_SECRET"_s, QString::fromLatin1(Demo::ClientSecret));
            return {};
        }
        QFile file(m_tokenFolder->filePath(u"secret"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(Demo::ClientSecret) <= 0)
            qFatal("no file for the secret");
        return {u"--client-id"_s, QString::fromLatin1(Demo::ClientId), u"--client-secret-file"_s,
                file.fileName()};
    }
    //! The signature, which appears nowhere but in the token.
    [[nodiscard]] QByteArray canary() const { return m_token.mid(m_token.lastIndexOf('.') + 1); }

    std::unique_ptr<QTemporaryDir> m_tokenFolder;
    QByteArray m_token;
};

void TestProgramExport::init()
{
    prepare();
    m_tokenFolder = std::make_unique<QTemporaryDir>();
    m_token = m_tenant->accessToken();
    setToken(m_token);
    QVERIFY(canary().size() > 20);
}

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

    const Result after = run(here(1) + options + QStringList{u"--page"_s, u"6"_s});
    QCOMPARE(after.status, 4);
    QCOMPARE(after.errors,
             QByteArray("Nothing was written: page 6 is empty, there are 5 pages.\n"));
    QCOMPARE(content(u"page.csv"_s).count("\r\n"), 38);
}

void TestProgramExport::exportSendsTheFilter()
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

void TestProgramExport::redirectionsOfAShellAreTargets_data()
{
    QTest::addColumn<QByteArray>("command"); // runs in an empty folder; writes the rows to "out"
    QTest::newRow("standard output, a file") << "export /dev/stdout > out"_ba;
    QTest::newRow("standard output, a pipe") << "export /dev/stdout | cat > out"_ba;
    QTest::newRow("after what is there")
        << "echo > all; export /dev/stdout >> all; tail -n +2 all > out"_ba;
    QTest::newRow("process substitution") << "{ export >(cat); } | cat > out"_ba;
    // The reader opens the pipe first, and reads until all writers have closed it.
    QTest::newRow("a named pipe") << "mkfifo pipe; exec 3<>pipe 4<pipe; cat <&4 3<&- > out & "
                                     "export pipe 3<&- 4<&-; exec 3<&-; wait"_ba;
    QTest::newRow("a device") << "export /dev/null; test -c /dev/null && export - > out"_ba;
}

void TestProgramExport::redirectionsOfAShellAreTargets()
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

void TestProgramExport::aPipeWithoutAReaderIsRefusedAtOnce()
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

void TestProgramExport::usageErrorsAreOneSentenceAndNoRequest_data()
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

void TestProgramExport::usageErrorsAreOneSentenceAndNoRequest()
{
    QFETCH(QStringList, arguments);
    const Result result = run(here() + QStringList{u"--export"_s, u"-"_s} + arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestProgramExport::theTokenComesFromAFileOrStandardInput()
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

void TestProgramExport::theTokenIsNowhereInTheOutput()
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

void TestProgramExport::theDemoTenantNeedsNoToken()
{
    setToken({});
    const Result result = run({u"--demo"_s, u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output.count("\r\n"), 11);
    QVERIFY(m_tenant->requests().isEmpty()); // the program starts its own demo tenant
}

void TestProgramExport::aRunningProgramLeavesNoCoreDump()
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

void TestProgramExport::theTokenLeavesNoTrace_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isFromFile");
    QTest::addColumn<int>("status");
    for (const bool isFromFile : {false, true}) {
        const auto row = [isFromFile](const QString &fault, int status) {
            const QString name = (fault.isEmpty() ? u"good"_s : fault)
                + (isFromFile ? u", file"_s : u", environment"_s);
            QTest::newRow(qPrintable(name)) << fault << isFromFile << status;
        };
        row({}, 0);
        row(u"expired-token"_s, 3);
        row(u"error-500"_s, 5);
        row(u"not-json"_s, 7);
        row(u"redirect-other-host"_s, 7);
    }
}

void TestProgramExport::theTokenLeavesNoTrace()
{
    QFETCH(QString, fault);
    QFETCH(bool, isFromFile);
    QFETCH(int, status);
    m_environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    m_tenant->setFaults(fault.isEmpty() ? QStringList() : QStringList{fault});
    QStringList arguments = here() + QStringList{u"--export"_s, path(u"all.json"_s)}
        + QStringList{u"--format"_s, u"json"_s};
    if (isFromFile)
        arguments += throughFile();
    const Result result = run(arguments);
    QCOMPARE(result.status, status);
    QVERIFY(!m_tenant->requests().isEmpty());
    QVERIFY(m_tenant->requests().constFirst().hadToken);
    QCOMPARE(content(u"all.json"_s).isEmpty(), status != 0);
    QVERIFY(!result.errors.isEmpty());
    QVERIFY(!result.output.contains(canary()));
    QVERIFY(!result.errors.contains(canary()));
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QVERIFY2(!file.readAll().contains(canary()), qPrintable(file.fileName()));
        QVERIFY2(!file.fileName().contains(QString::fromLatin1(canary())), "a file's name");
    }
}

void TestProgramExport::aRunningProgramDoesNotShowItsToken_data()
{
    QTest::addColumn<bool>("isFromFile");
    QTest::newRow("environment") << false;
    QTest::newRow("file") << true;
}

void TestProgramExport::aRunningProgramDoesNotShowItsToken()
{
    QFETCH(bool, isFromFile);
    m_tenant->setFaults({u"hang"_s});
    QProcess process;
    const QStringList options = isFromFile ? throughFile() : QStringList();
    start(process, here() + options + QStringList{u"--export"_s, u"-"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(!m_tenant->requests().isEmpty());
    for (const QString &name : {u"environ"_s, u"cmdline"_s}) {
        QFile file(u"/proc/%1/%2"_s.arg(process.processId()).arg(name));
        if (!file.exists())
            QSKIP("no /proc here");
        if (!file.open(QIODevice::ReadOnly))
            continue; // other processes cannot even read it
        const QByteArray shown = file.readAll();
        QVERIFY2(!shown.contains(canary()), qPrintable(name));
        QVERIFY(name != "cmdline"_L1 || shown.contains("--export"));
    }
    process.kill();
    process.waitForFinished();
}

void TestProgramExport::aTokenWarningDoesNotStopTheExport()
{
    setToken(m_tenant->makeToken({.lifetime = -1h}));
    const Result expired = run(here() + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(expired.status, 3); // the tenant refused it
    QVERIFY(expired.errors.startsWith("The token expired on "));
    QCOMPARE(m_tenant->requests().size(), 1);

    m_tenant->clearRequests();
    setToken(m_tenant->makeToken({.scope = u"read:organization_connections update:users"_s}));
    const Result writing = run(here() + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(writing.status, 0);
    QVERIFY(writing.errors.contains("update:users"));
    QCOMPARE(writing.output.count("\r\n"), 11);
    const Result quiet = run(here() + QStringList{u"--export"_s, u"-"_s, u"--quiet"_s});
    QCOMPARE(quiet.status, 0);
    QCOMPARE(quiet.errors, QByteArray()); // it prints nothing but errors
}

void TestProgramExport::anApplicationSignsIn_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isFromFile");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("errors"); // how they begin
    for (const bool isFromFile : {false, true}) {
        const auto row = [isFromFile](const QString &fault, int status, const QByteArray &errors) {
            const QString name = (fault.isEmpty() ? u"good"_s : fault)
                + (isFromFile ? u", file"_s : u", environment"_s);
            QTest::newRow(qPrintable(name)) << fault << isFromFile << status << errors;
        };
        row({}, 0, "10 of 10 connections");
        row(u"sign-in-refused"_s, 3,
            "The tenant does not accept the client ID or the client secret.");
        row(u"sign-in-not-authorized"_s, 3, "The application is not authorized for the");
        row(u"sign-in-not-allowed"_s, 3,
            "The application is not allowed to sign in: enable the grant");
        row(u"sign-in-echo"_s, 3, "The tenant does not accept the client ID or the client secret.");
        row(u"sign-in-no-scope"_s, 3, "The token lacks the scope read:organization_connections.");
    }
}

void TestProgramExport::anApplicationSignsIn()
{
    QFETCH(QString, fault);
    QFETCH(bool, isFromFile);
    QFETCH(int, status);
    QFETCH(QByteArray, errors);
    m_tenant->setFaults(fault.isEmpty() ? QStringList() : QStringList{fault});
    const QStringList application = asApplication(isFromFile);
    const QStringList arguments =
        here() + application + QStringList{u"--export"_s, path(u"all.csv"_s)};
    const Result result = run(arguments);
    QVERIFY2(result.errors.startsWith(errors), result.errors.constData());
    QCOMPARE(result.status, status);
    QCOMPARE(content(u"all.csv"_s).isEmpty(), status != 0);

    m_environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    const Result logged = run(arguments);
    QCOMPARE(logged.status, status);
    for (const QByteArray &text : {result.errors, logged.errors, logged.output})
        QVERIFY(!text.contains(Demo::ClientSecret));
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QVERIFY2(!file.readAll().contains(Demo::ClientSecret), qPrintable(file.fileName()));
    }
}

void TestProgramExport::aRunningProgramDoesNotShowItsSecret_data()
{
    aRunningProgramDoesNotShowItsToken_data();
}

void TestProgramExport::aRunningProgramDoesNotShowItsSecret()
{
    QFETCH(bool, isFromFile);
    m_tenant->setFaults({u"hang"_s});
    QProcess process;
    const QStringList options = asApplication(isFromFile);
    start(process, here() + options + QStringList{u"--export"_s, u"-"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(!m_tenant->requests().isEmpty());
    for (const QString &name : {u"environ"_s, u"cmdline"_s}) {
        QFile file(u"/proc/%1/%2"_s.arg(process.processId()).arg(name));
        if (!file.exists())
            QSKIP("no /proc here");
        if (file.open(QIODevice::ReadOnly)) // other processes cannot even read it
            QVERIFY2(!file.readAll().contains(Demo::ClientSecret), qPrintable(name));
    }
    process.kill();
    process.waitForFinished();
}

void TestProgramExport::withoutAKeyringTheSecretIsNotRead()
{
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    setToken({});
    {
        Settings settings(path(u"vestibule/vestibule.ini"_s));
        settings.setProfiles({{.id = u"p"_s,
                               .name = u"Demo"_s,
                               .domain = m_tenant->domain(),
                               .access = AccessKind::Application,
                               .clientId = QString::fromLatin1(Demo::ClientId)}});
    }
    const QStringList arguments = here() + QStringList{u"--export"_s, u"-"_s};
    const Result failed = run(arguments);
    QCOMPARE(failed.status, 2);
    QVERIFY2(failed.errors.startsWith("No keyring is available: "), failed.errors.constData());
    const QStringList application = asApplication(true); // which needs no keyring
    QCOMPARE(run(arguments + application).status, 0);
}

void TestProgramExport::withoutAKeyringOneSentenceSaysWhatToDo()
{
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    setToken({});
    {
        Settings settings(path(u"vestibule/vestibule.ini"_s));
        settings.setProfiles({{.id = u"p"_s, .name = u"Demo"_s, .domain = m_tenant->domain()}});
    }
    const Result result = run(here() + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(result.status, 2);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.errors,
             QByteArray("No keyring is available: give AUTH0_API_TOKEN, --token-file, or a client "
                        "ID and its secret.\n"));
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestProgramExport::aProfileIsATenantOfTheSettings()
{
    {
        Settings settings(path(u"vestibule/vestibule.ini"_s));
        settings.setProfiles({{.id = u"o"_s, .name = u"Other"_s, .domain = u"other.auth0.com"_s},
                              {.id = u"p"_s,
                               .name = u"Demo, staging"_s,
                               .domain = m_tenant->domain(),
                               .organizationId = m_tenant->organizations().constFirst().id}});
    }
    m_environment.insert(u"AUTH0_DOMAIN"_s, u"third.auth0.com"_s); // the profile counts
    const QStringList rest{u"--quiet"_s, u"--export"_s, u"-"_s};
    const Result result = run(QStringList{u"--profile"_s, u"Demo, staging"_s} + rest);
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output.count("\r\n"), 11);
    const Result unknown = run(QStringList{u"--profile"_s, u"demo"_s} + rest);
    QCOMPARE(unknown.status, 2);
    QCOMPARE(unknown.errors,
             QByteArray("--profile: the settings have no tenant called \"demo\".\n"));
}

QTEST_GUILESS_MAIN(TestProgramExport)
#include "tst_programexport.moc"
