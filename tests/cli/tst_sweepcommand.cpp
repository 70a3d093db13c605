// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/sweepcommand.h"

#include "inventory/database.h"
#include "session/errortext.h"
#include "support/fakesecretstore.h"
#include "support/fakesignin.h"
#include "support/fakesourcefactory.h"
#include "support/inventoryfolder.h"
#include "support/standarderror.h"
#include "support/tokensamples.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = Vestibule::ApiError::Kind;

Q_DECLARE_METATYPE(Vestibule::ApiError)

//! `sweep`: what it prints to standard error, its exit status, and the files.
class TestSweepCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void completeSweep();
    void quietPrintsOnlyErrors();
    void missingInputIsAUsageError();
    void applicationSignsInFirst();
    void failuresAndRetry();
    void whatEndsIt_data();
    void whatEndsIt();
    void theCatalogueIsReadOnRequest();
    void withoutTheRightToTheCatalogue();
    void theSameCommandGoesOn();
    void olderListByItself();
    void targetSaysWhatIsLeft();
    void anewCarriesMutesOver();
    void targetOfAnotherTenant();
    void targetOfOtherOrganizations();
    void unusableTargets();
    void organizationsFile();
    void signalKeepsWhatIsRead_data();
    void signalKeepsWhatIsRead();
    void signalBeforeTheFirstRequest();
    void hostileWordsAreBounded();

private:
    static constexpr int Organizations = 12;

    [[nodiscard]] std::unique_ptr<SweepCommand> makeCommand(const SweepOptions &options);
    //! Waits for the source of a sweep, and makes it answer.
    void serveLatest();
    //! Runs the command until it has finished; what it printed is in m_printed. Negative when it
    //! does not finish as it should.
    [[nodiscard]] int run(const SweepOptions &options);
    [[nodiscard]] QString target() const { return m_folder->filePath(u"t.vestibule"_s); }
    [[nodiscard]] QStringList left() const
    {
        return QDir(inventoryFolder()).entryList({u"*.vestibule*"_s}, QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] QString lastLine() const { return m_printed.trimmed().split(u'\n').constLast(); }
    //! All organizations that were asked for by the latest sweep.
    [[nodiscard]] qsizetype asked() const
    {
        return m_sourceFactory.sweepSources.isEmpty()
            ? 0
            : m_sourceFactory.sweepSource().connections.requests().size();
    }
    void serve()
    {
        m_answerer = [](const PageRequest &request) { return fakePage(request, 3); };
    }

    std::unique_ptr<InventoryFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FallbackSecretStore> m_secrets;
    FakeSourceFactory m_sourceFactory;
    StartupAccess m_startup;
    FakeSource::Answerer m_answerer;
    FakeCatalogue::Answer m_catalogue = CataloguePage{.items = {{.id = u"con_unused"_s}}};
    QList<int> m_statuses;
    QString m_printed;
};

void TestSweepCommand::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<InventoryFolder>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->filePath(u"data"_s)));
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    m_secrets = std::make_unique<FallbackSecretStore>(std::make_unique<FakeSecretStore>());
    m_sourceFactory.reset();
    // A token without anything to warn about.
    m_startup = {.access = {.domain = *TenantDomain::fromText(u"acme.auth0.com"_s),
                            .token = Samples::jwt(
                                R"({"iss":"https://acme.auth0.com/",)"
                                R"("aud":"https://acme.auth0.com/api/v2/","exp":9999999999,)"
                                R"("scope":"read:organization_connections read:organizations"})")}};
    serve();
}

std::unique_ptr<SweepCommand> TestSweepCommand::makeCommand(const SweepOptions &options)
{
    m_statuses.clear();
    m_sourceFactory.sweepSources.clear();
    auto command = std::make_unique<SweepCommand>(
        CommandEnvironment{*m_settings, *m_secrets, m_sourceFactory}, options, m_startup);
    connect(command.get(), &SweepCommand::finished, this,
            [this](ExitStatus status) { m_statuses.append(int(status)); });
    return command;
}

void TestSweepCommand::serveLatest()
{
    if (m_sourceFactory.sweepSources.isEmpty())
        return;
    FakeSweepSource &source = m_sourceFactory.sweepSource();
    source.organizations.serve(Organizations, 100);
    source.connections.answerAll(m_answerer);
    if (!source.catalogue.isPending() && source.catalogue.checkpoints().isEmpty())
        source.catalogue.answerAll([this](const QString &) { return m_catalogue; });
}

int TestSweepCommand::run(const SweepOptions &options)
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand(options);
    command->start();
    if (!m_statuses.isEmpty())
        return -1; // from inside start()
    const bool isFinished = QTest::qWaitFor(
        [&] {
            serveLatest();
            return !m_statuses.isEmpty();
        },
        20'000);
    QTest::qWait(2);
    m_printed = error.text();
    return isFinished && m_statuses.size() == 1 ? m_statuses.constFirst() : -2;
}

void TestSweepCommand::completeSweep()
{
    QCOMPARE(run({.target = target(), .share = 25}), 0);
    QVERIFY2(m_printed.contains(u"complete: "_s + target()), qPrintable(m_printed));
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 14 requests"_s);
    QCOMPARE(m_sourceFactory.sweepSource().share, 25);
    QVERIFY(QFile::exists(target()));
    QCOMPARE(left(), QStringList());

    QCOMPARE(run({}), 0); // without a target
    QCOMPARE(left().size(), 1);
    QCOMPARE(run({}), 0);
    QVERIFY2(m_printed.contains(u"--anew"_s), qPrintable(m_printed));
    QCOMPARE(asked(), 0);
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 14 requests"_s);
}

void TestSweepCommand::quietPrintsOnlyErrors()
{
    QCOMPARE(run({.target = target(), .isQuiet = true}), 0);
    QCOMPARE(m_printed, QString());
    m_answerer = [](const PageRequest &) -> FakeSource::Answer {
        return ApiError{.kind = Kind::Unauthorized, .httpStatus = 401};
    };
    QCOMPARE(run({.isQuiet = true}), 3);
    QCOMPARE(m_printed.count(u'\n'), 2); // the error, and the numbers
}

void TestSweepCommand::missingInputIsAUsageError()
{
    m_startup.access.token = {};
    QCOMPARE(run({}), 2);
    QVERIFY(m_printed.contains(u"token"_s));
    QCOMPARE(m_printed.count(u'\n'), 1);
    m_startup.access.domain = {};
    QCOMPARE(run({}), 2);
    QVERIFY(m_sourceFactory.sweepSources.isEmpty());
}

void TestSweepCommand::applicationSignsInFirst()
{
    const auto signIn = std::make_shared<FakeSignIn>();
    m_sourceFactory.signedIn = signIn;
    const AccessToken token = m_startup.access.token;
    m_startup.access.token = {};
    m_startup.access.application = {.clientId = u"id"_s, .secret = SecretBytes("canary")};
    std::optional<ApiError> refusal =
        ApiError{.kind = Kind::SignIn, .httpStatus = 401, .errorCode = u"access_denied"_s};
    QTimer answering;
    connect(&answering, &QTimer::timeout, this, [&] {
        if (signIn->fetched > 0)
            refusal ? signIn->refuse(*refusal) : signIn->answer(token);
    });
    answering.start(0);
    QCOMPARE(run({.target = target()}), 3);
    QCOMPARE(m_printed.trimmed(), errorText(*refusal, u"acme.auth0.com"_s));
    QVERIFY(m_sourceFactory.sweepSources.isEmpty());
    refusal = ApiError{.kind = Kind::Offline, .detail = u"no route"_s};
    QCOMPARE(run({.target = target()}), 3); // as a sweep that is paused for it
    refusal.reset();
    QCOMPARE(run({.target = target()}), 0);
    QCOMPARE(m_sourceFactory.sweepSources.constLast().access, m_startup.access);
    QVERIFY(!m_printed.contains(u"canary"_s));
    QFile inventory(target());
    QVERIFY(inventory.open(QIODevice::ReadOnly));
    const QByteArray content = inventory.readAll();
    QVERIFY(content.contains("read:organization_connections")); // of the token that it got
    QVERIFY(!content.contains("canary"));
}

void TestSweepCommand::failuresAndRetry()
{
    m_answerer = [](const PageRequest &request) -> FakeSource::Answer {
        if (request.organizationId.endsWith(u"07"_s))
            return ApiError{.kind = Kind::Server, .httpStatus = 500};
        return fakePage(request, 3);
    };
    QCOMPARE(run({.target = target()}), 7);
    QVERIFY(m_printed.contains(u"--retry-failed"_s));
    QCOMPARE(lastLine(), u"listed 12, read 11, failed 1, gone 0, waiting 0; 14 requests"_s);
    QVERIFY(QFile::exists(target()));
    serve();
    QCOMPARE(run({.target = target()}), 7);
    QVERIFY(m_printed.contains(u"--retry-failed"_s));
    QCOMPARE(asked(), 0);
    QCOMPARE(run({.target = target(), .retryFailed = true}), 0);
    QCOMPARE(asked(), 1);
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 15 requests"_s);
    QCOMPARE(run({.target = target()}), 0);
    QCOMPARE(left(), QStringList());
}

void TestSweepCommand::whatEndsIt_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const ApiError &error, int status) {
        QTest::newRow(name) << error << status;
    };
    row("401", {.kind = Kind::Unauthorized, .httpStatus = 401}, 3);
    row("scope", {.kind = Kind::Forbidden, .httpStatus = 403, .errorCode = u"insufficient_scope"_s},
        3);
    row("offline", {.kind = Kind::Offline}, 3);
    row("web page", {.kind = Kind::Intermediary, .httpStatus = 200}, 3);
    row("500 three times", {.kind = Kind::Server, .httpStatus = 500}, 5);
    row("429 three times", {.kind = Kind::RateLimited, .httpStatus = 429}, 6);
    row("time-out three times", {.kind = Kind::Timeout}, 5);
    row("400 three times", {.kind = Kind::Rejected, .httpStatus = 400}, 4);
    row("other payload three times", {.kind = Kind::BadPayload, .httpStatus = 200}, 7);
    row("403 three times", {.kind = Kind::Forbidden, .httpStatus = 403}, 3);
}

void TestSweepCommand::whatEndsIt()
{
    QFETCH(ApiError, error);
    QFETCH(int, status);
    m_answerer = [&](const PageRequest &) -> FakeSource::Answer { return error; };
    QCOMPARE(run({.target = target()}), status);
    QVERIFY(!QFile::exists(target()));
    QVERIFY(m_printed.contains(u"the same command"_s));
    QVERIFY(lastLine().startsWith(u"listed 12, read 0, "_s));
    QCOMPARE(left().size(), 1);
}

//! Also into an inventory that is finished, without a request to any organization.
void TestSweepCommand::theCatalogueIsReadOnRequest()
{
    QCOMPARE(run({.target = target()}), 0);
    QCOMPARE(m_sourceFactory.sweepSource().catalogue.checkpoints().size(), 0);
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 14 requests"_s);

    QCOMPARE(run({.target = target(), .catalogue = true}), 0);
    QCOMPARE(m_sourceFactory.sweepSource().catalogue.checkpoints().size(), 1);
    QCOMPARE(asked(), 0);
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 15 requests"_s);

    QCOMPARE(run({.target = target(), .catalogue = true}), 0);
    QVERIFY(m_sourceFactory.sweepSources.isEmpty());
    QVERIFY2(m_printed.contains(u"--anew"_s), qPrintable(m_printed));
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 15 requests"_s);

    QCOMPARE(run({.target = target(), .anew = true, .catalogue = true}), 0);
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 15 requests"_s);
}

//! The sweep is complete, and what was asked for besides is said to be missing.
void TestSweepCommand::withoutTheRightToTheCatalogue()
{
    m_catalogue = ApiError{.kind = Kind::Forbidden,
                           .httpStatus = 403,
                           .errorCode = u"insufficient_scope"_s,
                           .detail = u"Insufficient scope, expected any of: read:connections"_s};
    QCOMPARE(run({.target = target(), .catalogue = true}), 7);
    QVERIFY2(m_printed.contains(u"complete: "_s + target()), qPrintable(m_printed));
    QVERIFY2(m_printed.contains(u"scope read:connections"_s), qPrintable(m_printed));
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 15 requests"_s);

    QCOMPARE(run({.target = target(), .catalogue = true, .isQuiet = true}), 7); // tried once more
    QCOMPARE(asked(), 0);
    QVERIFY2(m_printed.contains(u"scope read:connections"_s), qPrintable(m_printed));

    m_catalogue = ApiError{.kind = Kind::Server, .httpStatus = 500};
    QCOMPARE(run({.target = target(), .catalogue = true}), 7);
    QVERIFY2(m_printed.contains(u"so the unused ones are not known. "_s), qPrintable(m_printed));

    m_catalogue = CataloguePage();
    QCOMPARE(run({.target = target(), .catalogue = true}), 0);
}

void TestSweepCommand::theSameCommandGoesOn()
{
    int answers = 0;
    m_answerer = [&](const PageRequest &request) -> FakeSource::Answer {
        if (++answers > 5)
            return ApiError{.kind = Kind::Unauthorized, .httpStatus = 401};
        return fakePage(request, 3);
    };
    for (const bool anew : {false, true}) { // also of a command that begins anew
        answers = 0;
        QCOMPARE(run({.target = target(), .anew = anew}), 3);
        QVERIFY2(lastLine().startsWith(u"listed 12, read 5, failed 0, gone 0, waiting 7; "_s),
                 qPrintable(m_printed));
        answers = -1000;
        QCOMPARE(run({.target = target(), .anew = anew}), 0);
        QCOMPARE(asked(), 7);
        QCOMPARE(left(), QStringList());
    }
}

void TestSweepCommand::olderListByItself()
{
    const auto answer = [this](const PageRequest &request) -> FakeSource::Answer {
        if (m_sourceFactory.sweepSource().list == ConnectionEndpoint::EnabledConnections)
            return fakePage(request, 3);
        return ApiError{.kind = Kind::NotFound, .httpStatus = 404, .detail = u"Not Found"_s};
    };
    m_answerer = answer;
    QCOMPARE(run({.target = target()}), 0);
    QVERIFY2(m_printed.contains(u"older list"_s), qPrintable(m_printed));
    QCOMPARE(asked(), 12);
}

void TestSweepCommand::targetSaysWhatIsLeft()
{
    m_answerer = [](const PageRequest &request) -> FakeSource::Answer {
        if (request.organizationId.endsWith(u"07"_s))
            return ApiError{.kind = Kind::Server, .httpStatus = 500};
        return fakePage(request, 3);
    };
    QCOMPARE(run({.target = target()}), 7);
    // On another computer, which has nothing but the target.
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->filePath(u"other"_s)));
    serve();
    QCOMPARE(run({.target = target(), .retryFailed = true}), 0);
    QCOMPARE(asked(), 1);
}

void TestSweepCommand::anewCarriesMutesOver()
{
    QCOMPARE(run({.target = target()}), 0);
    {
        Database database(target(), Database::Mode::Write);
        QVERIFY(database.exec(u"INSERT INTO mute VALUES('rule', 'org', '', 'because', '', '')"_s));
    }
    QCOMPARE(run({.target = target(), .anew = true}), 0);
    QCOMPARE(asked(), 12);
    QCOMPARE(lastLine(), u"listed 12, read 12, failed 0, gone 0, waiting 0; 14 requests"_s);
    QCOMPARE(left(), QStringList());
    Database database(target(), Database::Mode::ReadSealed);
    QCOMPARE(database.value(u"SELECT reason FROM mute"_s).toString(), u"because"_s);
}

void TestSweepCommand::targetOfAnotherTenant()
{
    QCOMPARE(run({.target = target()}), 0);
    m_startup.access.domain = *TenantDomain::fromText(u"globex.auth0.com"_s);
    QCOMPARE(run({.target = target(), .anew = true, .isQuiet = true}), 2);
    QVERIFY2(m_printed.contains(u"acme.auth0.com"_s), qPrintable(m_printed));
    QCOMPARE(asked(), 0);
    QCOMPARE(left(), QStringList());
}

void TestSweepCommand::targetOfOtherOrganizations()
{
    const QString ids = m_folder->filePath(u"ids"_s);
    QFile file(ids);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fakeOrganization(3).id.toUtf8() + "\r\n\n  " + fakeOrganization(5).id.toUtf8());
    file.close();
    QCOMPARE(run({.target = target(), .organizationsFile = ids}), 0);
    QCOMPARE(lastLine(), u"listed 2, read 2, failed 0, gone 0, waiting 0; 2 requests"_s);
    QCOMPARE(run({.target = target(), .organizationsFile = ids}), 0);
    QVERIFY(m_printed.contains(u"--anew"_s));
    QCOMPARE(asked(), 0);
    QCOMPARE(run({.target = target()}), 2);
    QCOMPARE(asked(), 0);
    QVERIFY(QFile::exists(target()));
    QCOMPARE(left(), QStringList());
}

void TestSweepCommand::unusableTargets()
{
    QFile file(target());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("text");
    file.close();
    QCOMPARE(run({.target = target()}), 7);
    QCOMPARE(m_printed.count(u'\n'), 1);
    QCOMPARE(run({.target = m_folder->filePath(u"no/folder.vestibule"_s)}), 8);
    QVERIFY(QFile::remove(target()));
    QVERIFY(QDir().mkdir(target()));
    QVERIFY(run({.target = target()}) != 0);
    QVERIFY(QFileInfo(target()).isDir());
}

void TestSweepCommand::organizationsFile()
{
    QCOMPARE(run({.organizationsFile = m_folder->filePath(u"none"_s)}), 2);
    QFile file(m_folder->filePath(u"ids"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("org_1\nno id at all\n");
    file.close();
    QCOMPARE(run({.organizationsFile = file.fileName()}), 2);
    QVERIFY2(m_printed.contains(u"line 2"_s), qPrintable(m_printed));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("\n\n");
    file.close();
    QCOMPARE(run({.organizationsFile = file.fileName()}), 2);
    QVERIFY(m_sourceFactory.sweepSources.isEmpty());
}

void TestSweepCommand::signalKeepsWhatIsRead_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("status");
    QTest::newRow("SIGINT") << SIGINT << 130;
    QTest::newRow("SIGTERM") << SIGTERM << 143;
    QTest::newRow("SIGHUP") << SIGHUP << 129;
}

void TestSweepCommand::signalKeepsWhatIsRead()
{
    QFETCH(int, signal);
    QFETCH(int, status);
    {
        StandardError error(m_folder->filePath(u"stderr"_s));
        const auto command = makeCommand({.target = target()});
        command->start();
        QTRY_VERIFY(!m_sourceFactory.sweepSources.isEmpty());
        FakeSweepSource &source = m_sourceFactory.sweepSource();
        source.organizations.serve(Organizations, 100);
        QTRY_COMPARE(source.connections.pending(), Organizations);
        QVERIFY(source.connections.answer(qsizetype(2)));
        command->end(signal);
        command->end(signal); // a second one changes nothing
        QTRY_COMPARE(m_statuses, QList<int>({status}));
        m_printed = error.text();
    }
    QVERIFY(m_printed.contains(u"the same command"_s));
    QVERIFY2(lastLine().startsWith(u"listed 12, read 1, failed 0, gone 0, waiting 11; "_s),
             qPrintable(m_printed));
    QVERIFY(!QFile::exists(target()));
    QCOMPARE(run({.target = target()}), 0);
    QCOMPARE(asked(), 11);
}

void TestSweepCommand::signalBeforeTheFirstRequest()
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    const auto command = makeCommand({});
    command->start();
    command->end(SIGTERM);
    QTRY_COMPARE(m_statuses, QList<int>({143}));
    QTest::qWait(5);
    QCOMPARE(m_statuses.size(), 1);
    QVERIFY(m_sourceFactory.sweepSources.isEmpty());
}

void TestSweepCommand::hostileWordsAreBounded()
{
    m_answerer = [](const PageRequest &) -> FakeSource::Answer {
        return ApiError{.kind = Kind::Rejected,
                        .httpStatus = 400,
                        .detail = u"\x1b[2Jgone\a\u202e\nlisted 1, read 1"_s};
    };
    QCOMPARE(run({}), 4);
    QVERIFY(!m_printed.contains(u'\x1b') && !m_printed.contains(u'\a')
            && !m_printed.contains(u'\u202e'));
    QCOMPARE(m_printed.count(u'\n'), 3);
    QVERIFY(lastLine().startsWith(u"listed 12, read 0"_s));
}

QTEST_GUILESS_MAIN(TestSweepCommand)

#include "tst_sweepcommand.moc"
