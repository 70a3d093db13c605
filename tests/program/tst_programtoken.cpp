// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/token.h"
#include "program/programfixture.h"
#include "store/settings.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

//! Where the program gets its token from, what it says about it, and that it goes nowhere but to
//! its tenant.
class TestProgramToken final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theTokenLeavesNoTrace_data();
    void theTokenLeavesNoTrace();
    void aRunningProgramDoesNotShowItsToken_data();
    void aRunningProgramDoesNotShowItsToken();
    void warningsAreNoWall();
    void withoutAKeyringOneSentenceSaysWhatToDo();
    void aProfileIsATenantOfTheSettings();

private:
    //! Options that hand the token over by a file outside of the folder.
    [[nodiscard]] QStringList throughFile()
    {
        QFile file(m_tokenFolder->filePath(u"token"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_token) != m_token.size())
            qFatal("no file for the token");
        setToken({});
        return {u"--token-file"_s, file.fileName()};
    }
    //! The part that opens doors; nothing else in the world looks like it.
    [[nodiscard]] QByteArray canary() const { return m_token.mid(m_token.lastIndexOf('.') + 1); }

    std::unique_ptr<QTemporaryDir> m_tokenFolder;
    QByteArray m_token;
};

void TestProgramToken::init()
{
    beginAnew();
    m_tokenFolder = std::make_unique<QTemporaryDir>();
    m_token = m_tenant->accessToken();
    setToken(m_token);
    QVERIFY(canary().size() > 20);
}

void TestProgramToken::theTokenLeavesNoTrace_data()
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

void TestProgramToken::theTokenLeavesNoTrace()
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

void TestProgramToken::aRunningProgramDoesNotShowItsToken_data()
{
    QTest::addColumn<bool>("isFromFile");
    QTest::newRow("environment") << false;
    QTest::newRow("file") << true;
}

void TestProgramToken::aRunningProgramDoesNotShowItsToken()
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
            continue; // nobody may read it: so much the better
        const QByteArray shown = file.readAll();
        QVERIFY2(!shown.contains(canary()), qPrintable(name));
        QVERIFY(name != "cmdline"_L1 || shown.contains("--export"));
    }
    process.kill();
    process.waitForFinished();
}

void TestProgramToken::warningsAreNoWall()
{
    setToken(m_tenant->makeToken({.lifetime = -1h}));
    const Result expired = run(here() + QStringList{u"--export"_s, u"-"_s});
    QCOMPARE(expired.status, 3); // it was the tenant who refused it
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
    QCOMPARE(quiet.errors, QByteArray()); // it promises nothing but errors
}

void TestProgramToken::withoutAKeyringOneSentenceSaysWhatToDo()
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
             QByteArray("The keyring cannot be read: unlock it, or give AUTH0_API_TOKEN or "
                        "--token-file.\n"));
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestProgramToken::aProfileIsATenantOfTheSettings()
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

QTEST_GUILESS_MAIN(TestProgramToken)
#include "tst_programtoken.moc"
