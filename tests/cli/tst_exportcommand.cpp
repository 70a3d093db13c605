// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exportcommand.h"
#include "session/errortext.h"
#include "session/profilestore.h"
#include "support/fakesecretstore.h"
#include "support/fakesignin.h"
#include "support/fakesourcefactory.h"
#include "support/standarderror.h"
#include "support/tokensamples.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

//! `--export`: what it prints to standard error, and its exit status.
class TestExportCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void successIsReported();
    void failureIsReported();
    void controlCharactersOfATenantAreRemoved();
    void onePageAfterTheEnd();
    void unwritableFile();
    void missingInputIsAUsageError();
    void tokenWarningIsPrinted();
    void applicationSignsInFirst();
    void refusedSignInIsReported_data();
    void refusedSignInIsReported();
    void secretOfTheKeyringIsUsed_data();
    void secretOfTheKeyringIsUsed();
    void keyringProblemsAreToldApart_data();
    void keyringProblemsAreToldApart();
    void signalEndsTheSignIn();
    void waitIsReported();
    void waitsAreAddedUp_data();
    void waitsAreAddedUp();
    void requestsThatWaitTogetherWaitOnce();
    void quietPrintsOnlyErrors();
    void signalCancels_data();
    void signalCancels();
    void signalBeforeTheFirstRequestEndsTheCommand();
    void signalComesTooLateForASavedFile();
    void signalEndsAnExportToAPipe();

private:
    //! Starts with an application in place of the token.
    void useApplication()
    {
        m_signIn = std::make_shared<FakeSignIn>();
        m_sourceFactory.signedIn = m_signIn;
        m_goodToken = m_startup.access.token;
        m_startup.access.token = {};
        m_startup.access.application = {.clientId = u"id"_s, .secret = SecretBytes("canary")};
    }
    //! As run(), after the answer to the sign-in.
    [[nodiscard]] int runSigningIn(const ExportOptions &options, const Result<AccessToken> &answer);
    //! A command for the organization org_1 of Acme.
    [[nodiscard]] std::unique_ptr<ExportCommand> makeCommand(const ExportOptions &options);
    //! Starts the command and waits for its first request, which stays open.
    [[nodiscard]] bool isAsking(ExportCommand &command);
    //! Runs the command until it has finished; every request is answered by m_answerer. What it
    //! printed is in m_printed. Negative when it does not finish as it should.
    [[nodiscard]] int run(const ExportOptions &options);
    [[nodiscard]] QString file() const { return m_folder->filePath(u"a.csv"_s); }
    void serve(int total)
    {
        m_answerer = [total](const PageRequest &request) { return fakePage(request, total); };
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    FakeSecretStore *m_keyring = nullptr; // owned by m_secrets
    std::unique_ptr<FallbackSecretStore> m_secrets;
    std::shared_ptr<FakeSignIn> m_signIn;
    AccessToken m_goodToken;
    FakeSourceFactory m_sourceFactory;
    StartupAccess m_startup;
    FakeSource::Answerer m_answerer;
    QList<int> m_statuses;
    QString m_printed;
};

void TestExportCommand::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    auto keyring = std::make_unique<FakeSecretStore>();
    m_keyring = keyring.get();
    m_secrets = std::make_unique<FallbackSecretStore>(std::move(keyring));
    m_signIn.reset();
    m_sourceFactory.reset();
    // A token without anything to warn about.
    m_startup = {.access = {.domain = *TenantDomain::fromText(u"acme.auth0.com"_s),
                            .token = Samples::jwt(
                                R"({"iss":"https://acme.auth0.com/",)"
                                R"("aud":"https://acme.auth0.com/api/v2/","exp":9999999999,)"
                                R"("scope":"read:organization_connections read:organizations"})")},
                 .organizationId = u"org_1"_s};
    serve(237);
}

std::unique_ptr<ExportCommand> TestExportCommand::makeCommand(const ExportOptions &options)
{
    m_statuses.clear();
    auto command = std::make_unique<ExportCommand>(
        CommandEnvironment{*m_settings, *m_secrets, m_sourceFactory}, options, m_startup);
    connect(command.get(), &ExportCommand::finished, this,
            [this](ExitStatus status) { m_statuses.append(int(status)); });
    return command;
}

bool TestExportCommand::isAsking(ExportCommand &command)
{
    m_sourceFactory.connectionSources.clear();
    command.start();
    return QTest::qWaitFor([this] {
        return !m_sourceFactory.connectionSources.isEmpty()
            && m_sourceFactory.source().pending() > 0;
    });
}

int TestExportCommand::run(const ExportOptions &options)
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand(options);
    m_sourceFactory.connectionSources.clear();
    command->start();
    if (!m_statuses.isEmpty())
        return -1; // from inside start()
    const bool isFinished = QTest::qWaitFor([&] {
        if (!m_sourceFactory.connectionSources.isEmpty()
            && m_sourceFactory.source().pending() > 0) {
            FakeSource &source = m_sourceFactory.source();
            source.answerAll(m_answerer);
            source.answer(m_answerer(source.requests().constFirst()));
        }
        return !m_statuses.isEmpty();
    });
    QTest::qWait(2);
    m_printed = error.text();
    return isFinished && m_statuses.size() == 1 ? m_statuses.constFirst() : -2;
}

void TestExportCommand::successIsReported()
{
    QCOMPARE(run({.target = file()}), 0);
    QVERIFY2(m_printed.startsWith(u"237 of 237 connection"_s), qPrintable(m_printed));
    QVERIFY(m_printed.endsWith(u"a.csv.\n"_s));
    QCOMPARE(m_printed.count(u'\n'), 1);
    QVERIFY(QFile::exists(file()));
    QCOMPARE(m_sourceFactory.source().requests().size(), 3);
}

void TestExportCommand::failureIsReported()
{
    m_answerer = [](const PageRequest &) -> FakeSource::Answer {
        return ApiError{
            .kind = Kind::Unauthorized, .httpStatus = 401, .detail = u"Invalid token"_s};
    };
    QCOMPARE(run({.target = file()}), 3);
    QVERIFY(m_printed.startsWith(u"Nothing was written. "_s));
    QCOMPARE(m_printed.count(u'\n'), 1);
    QVERIFY(!QFile::exists(file()));
}

void TestExportCommand::controlCharactersOfATenantAreRemoved()
{
    m_answerer = [](const PageRequest &) -> FakeSource::Answer {
        return ApiError{.kind = Kind::Rejected, .detail = u"\x1b[2Jgone\a\u202e"_s};
    };
    QCOMPARE(run({.target = file()}), 4);
    QVERIFY(!m_printed.contains(u'\x1b') && !m_printed.contains(u'\a')
            && !m_printed.contains(u'\u202e'));
    QVERIFY(m_printed.contains(u"gone"_s));
}

void TestExportCommand::onePageAfterTheEnd()
{
    QCOMPARE(run({.listing = {.pageIndex = 8}, .target = file()}), 4);
    QVERIFY(m_printed.contains(u"page 9 is empty"_s));
    QVERIFY(!QFile::exists(file()));
}

void TestExportCommand::unwritableFile()
{
    QCOMPARE(run({.target = m_folder->path()}), 8);
    QVERIFY(m_printed.contains(u"could not be written"_s));
    QVERIFY(m_sourceFactory.source().requests().isEmpty());
}

void TestExportCommand::missingInputIsAUsageError()
{
    m_startup.organizationId.clear();
    QCOMPARE(run({.target = file()}), 2);
    QVERIFY(m_printed.contains(u"--organization"_s));
    QCOMPARE(m_printed.count(u'\n'), 1);
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
}

void TestExportCommand::tokenWarningIsPrinted()
{
    m_startup.access.token = Samples::token("no.json.web");
    QCOMPARE(run({.target = file()}), 0);
    QCOMPARE(m_printed.count(u'\n'), 2);
    QVERIFY2(m_printed.contains(u"token"_s), qPrintable(m_printed));
    QCOMPARE(run({.target = file(), .isQuiet = true}), 0);
    QCOMPARE(m_printed, QString());
}

int TestExportCommand::runSigningIn(const ExportOptions &options, const Result<AccessToken> &answer)
{
    QTimer answering;
    connect(&answering, &QTimer::timeout, this, [&] {
        if (m_signIn->fetched > 0)
            answer ? m_signIn->answer(*answer) : m_signIn->refuse(answer.error());
    });
    answering.start(0);
    return run(options);
}

void TestExportCommand::applicationSignsInFirst()
{
    useApplication();
    QCOMPARE(runSigningIn({.target = file()}, m_goodToken), 0);
    QCOMPARE(m_printed.count(u'\n'), 1);
    QCOMPARE(m_signIn->fetched, 1);
    QCOMPARE(m_sourceFactory.connectionSources.constLast().access, m_startup.access);
    QVERIFY(QFile::exists(file()));

    m_signIn->setToken({});
    QCOMPARE(runSigningIn({.target = file()}, Samples::jwt(R"({"scope":"read:users"})")), 0);
    QVERIFY2(m_printed.startsWith(u"The token lacks the scope"_s), qPrintable(m_printed));
    QVERIFY(!m_printed.contains(u"canary"_s));
    QCOMPARE(runSigningIn({.target = file(), .isQuiet = true}, m_goodToken), 0);
    QCOMPARE(m_printed, QString());
}

void TestExportCommand::refusedSignInIsReported_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<int>("status");
    QTest::newRow("wrong secret") << ApiError{.kind = Kind::SignIn,
                                              .httpStatus = 401,
                                              .errorCode = u"access_denied"_s}
                                  << 3;
    QTest::newRow("grant") << ApiError{.kind = Kind::SignIn,
                                       .httpStatus = 403,
                                       .errorCode = u"unauthorized_client"_s}
                           << 3;
    QTest::newRow("offline") << ApiError{.kind = Kind::Offline, .detail = u"no route"_s} << 5;
    QTest::newRow("rate limit") << ApiError{.kind = Kind::RateLimited, .httpStatus = 429} << 6;
}

void TestExportCommand::refusedSignInIsReported()
{
    QFETCH(ApiError, error);
    QFETCH(int, status);
    useApplication();
    QCOMPARE(runSigningIn({.target = file(), .isQuiet = true}, error), status);
    QCOMPARE(m_printed.trimmed(), errorText(error, u"acme.auth0.com"_s));
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
    QVERIFY(!QFile::exists(file()));
}

void TestExportCommand::secretOfTheKeyringIsUsed_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<int>("status");
    QTest::newRow("its own") << u"id"_s << QString() << 0;
    QTest::newRow("with another audience") << u"id"_s << u"https://given/api/v2/"_s << 0;
    QTest::newRow("of another application") << u"other"_s << QString() << 2;
}

void TestExportCommand::secretOfTheKeyringIsUsed()
{
    QFETCH(QString, clientId);
    QFETCH(QString, audience);
    QFETCH(int, status);
    useApplication();
    const TenantAccess kept = m_startup.access;
    m_keyring->secrets.insert(u"p"_s, keptSecret(kept));
    m_startup.access.application = {.audience = audience};
    m_startup.profile = Profile{.id = u"p"_s,
                                .domain = u"acme.auth0.com"_s,
                                .access = AccessKind::Application,
                                .clientId = clientId,
                                .audience = u"https://kept/api/v2/"_s};
    QCOMPARE(runSigningIn({.target = file()}, m_goodToken), status);
    QVERIFY(!m_printed.contains(u"canary"_s));
    if (status != 0) {
        QVERIFY(m_printed.contains(u"AUTH0_CLIENT_SECRET"_s));
        return;
    }
    const ClientCredentials &used =
        m_sourceFactory.connectionSources.constLast().access.application;
    QCOMPARE(used.secret, kept.application.secret);
    QCOMPARE(used.audience, audience.isEmpty() ? u"https://kept/api/v2/"_s : audience);
}

void TestExportCommand::keyringProblemsAreToldApart_data()
{
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::addColumn<QString>("begin");
    QTest::newRow("none") << SecretError::Kind::Unavailable << u"No keyring is available: give"_s;
    QTest::newRow("silent") << SecretError::Kind::Silent << u"The keyring does not respond: "_s;
    QTest::newRow("locked") << SecretError::Kind::Locked << u"The keyring is locked: unlock"_s;
    QTest::newRow("refused") << SecretError::Kind::Denied << u"The keyring denied access"_s;
    QTest::newRow("damaged") << SecretError::Kind::Broken << u"The keyring's entry for"_s;
}

void TestExportCommand::keyringProblemsAreToldApart()
{
    QFETCH(SecretError::Kind, kind);
    QFETCH(QString, begin);
    m_keyring->failAll(kind);
    m_startup.access.token = {};
    m_startup.profile = Profile{.id = u"p"_s, .domain = u"acme.auth0.com"_s};
    QCOMPARE(run({.target = file(), .isQuiet = true}), 2);
    QVERIFY2(m_printed.startsWith(begin), qPrintable(m_printed));
    QVERIFY(m_printed.contains(u"--token-file"_s));
    QCOMPARE(m_printed.count(u'\n'), 1);
}

void TestExportCommand::signalEndsTheSignIn()
{
    useApplication();
    const StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.target = file()});
    command->start();
    QTRY_COMPARE(m_signIn->fetched, 1);
    command->end(SIGINT);
    QCOMPARE(m_statuses, QList<int>{128 + SIGINT});
    QVERIFY(!m_signIn->answer(m_goodToken));
    QTest::qWait(2);
    QCOMPARE(m_statuses.size(), 1);
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
}

void TestExportCommand::waitIsReported()
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.target = file()});
    QVERIFY(isAsking(*command));
    QVERIFY(m_sourceFactory.source().scheduleRetry(1, 11'200ms, {.kind = Kind::RateLimited}));
    const QString printed = error.text();
    QVERIFY2(printed.contains(u"12 s"_s), qPrintable(printed)); // rounded up
}

void TestExportCommand::waitsAreAddedUp_data()
{
    QTest::addColumn<Kind>("cause");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("isTooLong");
    QTest::newRow("as long as allowed") << Kind::RateLimited << 500 << false;
    QTest::newRow("longer in all") << Kind::RateLimited << 550 << true;
    QTest::newRow("not for the rate limit") << Kind::Server << 1500 << false;
}

//! One wait before each of two pages.
void TestExportCommand::waitsAreAddedUp()
{
    QFETCH(Kind, cause);
    QFETCH(int, milliseconds);
    QFETCH(bool, isTooLong);
    const std::chrono::milliseconds wait(milliseconds);
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.tenant = {.maximumWait = 1s}, .target = file()});
    QVERIFY(isAsking(*command));
    FakeSource &source = m_sourceFactory.source();
    QVERIFY(source.scheduleRetry(1, wait, {.kind = cause}));
    QVERIFY(source.answer(237));
    QTest::qWait(milliseconds);
    QCOMPARE(source.requests().size(), 3);
    QVERIFY(m_statuses.isEmpty());
    QVERIFY(source.scheduleRetry(1, wait, {.kind = cause}));
    QCOMPARE(m_statuses, isTooLong ? QList<int>{int(ExitStatus::RateLimited)} : QList<int>());
    QCOMPARE(source.pending(), isTooLong ? 0 : 2);
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(error.text().contains(u"Nothing was written."_s), isTooLong);
}

void TestExportCommand::requestsThatWaitTogetherWaitOnce()
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.tenant = {.maximumWait = 15s}, .target = file()});
    QVERIFY(isAsking(*command));
    QVERIFY(m_sourceFactory.source().scheduleRetry(1, 10s, {.kind = Kind::RateLimited}));
    QVERIFY(m_sourceFactory.source().scheduleRetry(1, 10s, {.kind = Kind::RateLimited}));
    QVERIFY(m_statuses.isEmpty());
    QCOMPARE(error.text().count(u'\n'), 1);
}

void TestExportCommand::quietPrintsOnlyErrors()
{
    QCOMPARE(run({.target = file(), .isQuiet = true}), 0);
    QCOMPARE(m_printed, QString());
    QCOMPARE(run({.target = m_folder->path(), .isQuiet = true}), 8);
    QVERIFY(m_printed.contains(u"could not be written"_s));
}

void TestExportCommand::signalCancels_data()
{
    QTest::addColumn<bool>("isQuiet");
    QTest::newRow("with a sentence") << false;
    QTest::newRow("quiet") << true;
}

void TestExportCommand::signalCancels()
{
    QFETCH(bool, isQuiet);
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.target = file(), .withSideFile = true, .isQuiet = isQuiet});
    QVERIFY(isAsking(*command));
    command->end(SIGTERM);
    QCOMPARE(m_statuses, QList<int>{143});
    QCOMPARE(m_sourceFactory.source().pending(), 0);
    QCOMPARE(error.text(),
             isQuiet ? QString() : u"The export was cancelled. Nothing was written.\n"_s);
    QVERIFY(QDir(m_folder->path())
                .entryList({u"*.csv*"_s, u".*"_s}, QDir::Files | QDir::Hidden)
                .isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(m_statuses.size(), 1);
}

void TestExportCommand::signalBeforeTheFirstRequestEndsTheCommand()
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.target = file()});
    m_sourceFactory.connectionSources.clear();
    command->start();
    command->end(SIGINT);
    QCOMPARE(m_statuses, QList<int>{130});
    QTest::qWait(2);
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
    QCOMPARE(m_statuses.size(), 1);
}

void TestExportCommand::signalComesTooLateForASavedFile()
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.target = file()});
    QVERIFY(isAsking(*command));
    qputenv("VESTIBULE_FILE_FAULTS", "slowsync=300");
    QVERIFY(m_sourceFactory.source().answer(50)); // all of them
    QTest::qWait(100); // it is being saved
    qunsetenv("VESTIBULE_FILE_FAULTS");
    command->end(SIGTERM);
    QVERIFY(m_statuses.isEmpty());
    QTRY_COMPARE(m_statuses, QList<int>{0});
    command->end(SIGTERM);
    QCOMPARE(m_statuses.size(), 1);
    QVERIFY(QFile::exists(file()));
    QVERIFY2(error.text().startsWith(u"50 of 50 connection"_s), qPrintable(error.text()));
}

//! Its reader may never read.
void TestExportCommand::signalEndsAnExportToAPipe()
{
    const QByteArray pipe = QFile::encodeName(file());
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({.target = file()});
    QVERIFY(isAsking(*command));
    serve(3000); // more than a pipe holds
    FakeSource &source = m_sourceFactory.source();
    while (source.pending() > 0 || source.requests().size() < 30) {
        source.answerAll(m_answerer);
        if (source.pending() > 0)
            source.answer(m_answerer(source.requests().constFirst()));
        QTest::qWait(1);
    }
    QTest::qWait(100); // it waits for its reader
    QVERIFY(m_statuses.isEmpty());
    command->end(SIGTERM);
    QCOMPARE(m_statuses, QList<int>{143});
    QCOMPARE(error.text(),
             "The export was cancelled while writing to "_L1 + file()
                 + ", which may contain a part of it.\n"_L1);
    ::close(reader);
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
