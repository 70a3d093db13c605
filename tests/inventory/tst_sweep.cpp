// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/sweep.h"

#include "inventory/database.h"
#include "support/fakesweepsource.h"
#include "support/filesizelimit.h"
#include "support/inventoryfolder.h"
#include "support/recordingtenant.h"
#include "support/sweepsources.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;
using State = Vestibule::Sweep::State;

Q_DECLARE_METATYPE(Vestibule::ApiError)

namespace {

const ApiError Expired{.kind = Kind::Unauthorized, .httpStatus = 401, .detail = u"Expired"_s};
const ApiError Broken{.kind = Kind::Server, .httpStatus = 500, .detail = u"Broken"_s};

//! The organization with that number, from 0, has as many connections.
qsizetype connectionsOf(const QString &organizationId)
{
    return organizationId.last(2).toInt() % 11;
}

FakeSource::Answer goodAnswer(const PageRequest &request)
{
    return fakePage(request, connectionsOf(request.organizationId));
}

qsizetype linksOf(int organizations)
{
    qsizetype links = 0;
    for (int i = 0; i < organizations; ++i)
        links += connectionsOf(fakeOrganization(i).id);
    return links;
}

QStringList idsOf(const FakeSweepSource &source)
{
    QStringList ids;
    for (const PageRequest &request : source.connections.requests())
        ids.append(request.organizationId);
    return ids;
}

} // namespace

//! The sweep of a tenant, against fakes and, over real sockets, against the demo tenant.
class TestSweep final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requestsAreCounted_data();
    void requestsAreCounted();
    void anEmptyTenantTakesTwoRequests();
    void readingBeginsWhileTheListIsRead();
    void atMostTwelveAreUnderWay();
    void allIsWritten();
    void threeValuesStayThree();
    void hostileNamesAreKept();
    void idsThatCannotBeAskedForFail();
    void pagesOfOneOrganization();
    void brokenListsFail_data();
    void brokenListsFail();
    void whatBelongsToOneOrganization_data();
    void whatBelongsToOneOrganization();
    void retryReadsTheFailedOnesAlone();
    void whatConcernsAllPauses_data();
    void whatConcernsAllPauses();
    void anotherServerInTheMiddleIsAFailure();
    void theListMustBeRead_data();
    void theListMustBeRead();
    void threeEqualFailuresPause();
    void threeEqualFailuresEndInTheTerminal();
    void otherFailuresDoNotAddUp();
    void theOlderEndpointIsSaid();
    void catalogueRequestsAreCounted_data();
    void catalogueRequestsAreCounted();
    void theCatalogueHasNoSecrets();
    void catalogueComesAfterTheList();
    void whatMakesNoCatalogue_data();
    void whatMakesNoCatalogue();
    void whatConcernsAllPausesTheCatalogue();
    void aCatalogueGoesOnAfterAPause();
    void aNewTokenMayHaveTheRight();
    void catalogueOfAFinishedInventory();
    void anewForgetsTheCatalogue();
    void killedInTheMiddleOfTheCatalogue();
    void secondListing();
    void aTokenThatExpiresAtAnyRequest();
    void tokensOfTwoSecondsRenewThemselves();
    void aSignInThatFailsPauses_data();
    void aSignInThatFailsPauses();
    void pauseLosesNothing();
    void pauseDropsWhatWaits();
    void pauseWhileOpening();
    void stopKeepsWhatIsRead();
    void goesOnAfterAnyEnd();
    void anUnfinishedListingBeginsAnew();
    void aFinishedOneAsksForNothing();
    void givenIds();
    void anewKeepsMutesAndTheOneBefore();
    void anewGoesOnWithItself();
    void oneSweepOfATenantAtATime();
    void aFileOfAnotherTenant();
    void filesThatAreNoInventory_data();
    void filesThatAreNoInventory();
    void fullDisk();
    void removedFile();
    void removedFolder();
    void waits();
    void shareAndTimeLeft();
    void filesAreTheUsersAlone();
    void theTokenIsInNoFile();
    void destroyedInItsOwnSignal();

private:
    [[nodiscard]] SweepRequest request() const
    {
        return {.tenant = u"acme.auth0.com"_s, .source = m_source, .path = m_path};
    }
    //! A new fake tenant with as many organizations.
    void serve(int organizations)
    {
        m_source = std::make_shared<FakeSweepSource>();
        m_source->organizations.serve(organizations, OrganizationsPerRequest);
        m_source->connections.answerAll(goodAnswer);
    }
    [[nodiscard]] static bool comesTo(Sweep &sweep, State state)
    {
        return QTest::qWaitFor([&] { return sweep.state() == state; }, 20'000);
    }
    //! Runs it to its end; what it did is in m_summary.
    [[nodiscard]] bool run(const SweepRequest &request)
    {
        Sweep sweep(request);
        QSignalSpy ended(&sweep, &Sweep::ended);
        sweep.start();
        const bool hasEnded = ended.wait(30'000);
        m_summary = sweep.summary();
        m_cause = sweep.cause();
        return hasEnded && sweep.state() == State::Ended;
    }
    //! The first column of all rows.
    [[nodiscard]] QStringList select(const QString &sql) const
    {
        Database database(m_path, Database::Mode::Read);
        QStringList rows;
        {
            Statement statement(database, sql);
            while (statement.next())
                rows.append(statement.isNull(0) ? u"NULL"_s : statement.value(0).toString());
        }
        if (database.problem())
            rows.append(database.problem()->detail);
        return rows;
    }
    void execute(const QString &sql) const
    {
        Database database(m_path, Database::Mode::Write);
        QVERIFY(database.exec(sql));
    }
    [[nodiscard]] InventoryProblem::Kind problem() const
    {
        const auto *problem = std::get_if<InventoryProblem>(&m_cause);
        return problem ? problem->kind : InventoryProblem::Kind::Cancelled;
    }

    //! Removed at the end: a sweep that was destroyed closes its file in a thread.
    InventoryFolder m_root;
    int m_folders = 0;
    std::unique_ptr<QDir> m_folder; //!< of the test
    QString m_path;
    std::shared_ptr<FakeSweepSource> m_source;
    InventorySummary m_summary;
    Sweep::Cause m_cause;
};

void TestSweep::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QDir>(m_root.filePath(QString::number(++m_folders)));
    QVERIFY(m_folder->mkpath(u"."_s));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
    m_path = workingInventory(u"acme.auth0.com"_s);
    QVERIFY(m_path.startsWith(m_folder->path()));
    serve(5);
}

void TestSweep::requestsAreCounted_data()
{
    QTest::addColumn<int>("organizations");
    for (const int organizations : {1, 99, 100, 101, 257})
        QTest::addRow("%d", organizations) << organizations;
}

void TestSweep::requestsAreCounted()
{
    QFETCH(int, organizations);
    RecordingTenant tenant({.organizations = organizations});
    QVERIFY(startSmall(tenant));
    QNetworkAccessManager manager;
    SweepRequest request = this->request();
    request.source =
        std::make_shared<ManagementClient>(manager,
                                           TenantAccess{*TenantDomain::fromText(tenant.domain()),
                                                        Samples::token(tenant.accessToken())},
                                           ManagementClient::Options{});
    QVERIFY(run(request));
    QVERIFY(std::holds_alternative<std::monostate>(m_cause));
    QVERIFY(m_summary.isComplete());
    QVERIFY(m_summary.isListedAgain);
    QCOMPARE(m_summary.counts, SweepCounts{.read = organizations});
    const int expected = organizations + 2 * ((organizations + 99) / 100);
    QCOMPARE(tenant.requests().size(), expected);
    QCOMPARE(m_summary.requests, expected);
    QCOMPARE(select(u"SELECT how || ' ' || requests || ' ' || refusals FROM run"_s),
             QStringList(u"complete %1 0"_s.arg(expected)));
    QSet<QString> asked;
    for (const RecordedRequest &each : tenant.requests())
        asked.insert(each.path);
    QCOMPARE(asked.size(), organizations + (organizations + 99) / 100);
}

void TestSweep::catalogueRequestsAreCounted_data()
{
    QTest::addColumn<int>("connections"); // of the first organization
    QTest::newRow("one request") << 3;
    QTest::newRow("two") << 110;
    QTest::newRow("several") << 450;
}

//! N + 2 x ceil(N/100) + ceil(C/100), and nothing but these lists.
void TestSweep::catalogueRequestsAreCounted()
{
    QFETCH(int, connections);
    RecordingTenant tenant({.connections = connections, .organizations = 1});
    QVERIFY(tenant.start());
    QNetworkAccessManager manager;
    SweepRequest request = this->request();
    request.source =
        clientOf(manager, tenant,
                 tenant.makeToken({.scope = u"read:organizations read:organization_connections "
                                            "read:connections"_s}));
    request.catalogue = true;
    QVERIFY(run(request));
    QVERIFY(std::holds_alternative<std::monostate>(m_cause));
    QVERIFY(m_summary.isComplete());
    QVERIFY(m_summary.hasCatalogue());
    const int catalogued = connections + 3; // the demo tenant has three that are unused
    QCOMPARE(select(u"SELECT count(*) FROM catalogue"_s), QStringList(QString::number(catalogued)));
    QCOMPARE(
        select(u"SELECT count(*) FROM catalogue WHERE id NOT IN (SELECT id FROM connection)"_s),
        QStringList(u"3"_s));
    const int ofOrganization = (connections + 99) / 100;
    const int ofCatalogue = (catalogued + 99) / 100;
    QCOMPARE(tenant.requests().size(), ofOrganization + 2 + ofCatalogue);
    QCOMPARE(m_summary.requests, ofOrganization + 2 + ofCatalogue);
    int asked = 0;
    for (const RecordedRequest &each : tenant.requests()) {
        QCOMPARE(each.method, u"GET"_s);
        if (!each.path.startsWith("/api/v2/connections"_L1))
            continue;
        ++asked;
        QVERIFY2(each.path.startsWith("/api/v2/connections?fields=id,name,strategy"
                                      "&include_fields=true&take=100"_L1),
                 qPrintable(each.path));
    }
    QCOMPARE(asked, ofCatalogue);
}

//! Though the tenant sends them unasked.
void TestSweep::theCatalogueHasNoSecrets()
{
    RecordingTenant tenant({.organizations = 3, .faults = {u"unknown-values"_s}});
    QVERIFY(startSmall(tenant));
    QNetworkAccessManager manager;
    SweepRequest request = this->request();
    request.source =
        clientOf(manager, tenant,
                 tenant.makeToken({.scope = u"read:organizations read:organization_connections "
                                            "read:connections"_s}));
    request.catalogue = true;
    QVERIFY(run(request));
    QVERIFY(m_summary.hasCatalogue());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("okta-pilot-2023"));
    QVERIFY(!bytes.contains("client_secret"));
    QVERIFY(!bytes.contains("a-secret-of-a-connection"));
}

void TestSweep::catalogueComesAfterTheList()
{
    m_source = std::make_shared<FakeSweepSource>();
    SweepRequest request = this->request();
    request.catalogue = true;
    Sweep sweep(request);
    sweep.start();
    QTRY_VERIFY(m_source->organizations.isPending());
    QVERIFY(m_source->organizations.answer(
        OrganizationPage{.items = fakeOrganizations(0, 3), .next = u"x"_s}));
    QTRY_COMPARE(m_source->connections.pending(), 3);
    QVERIFY(!m_source->catalogue.isPending());
    QVERIFY(m_source->organizations.answer(OrganizationPage{.items = fakeOrganizations(3, 5)}));
    QTRY_VERIFY(m_source->catalogue.isPending());
    // All is read, and the sweep waits for the catalogue alone.
    m_source->connections.answerAll(goodAnswer);
    while (m_source->connections.pending() > 0)
        QVERIFY(m_source->connections.answer(qsizetype(1)));
    QTRY_COMPARE(sweep.summary().counts.waiting, 0);
    QCOMPARE(sweep.state(), State::Reading);
    QVERIFY(m_source->catalogue.answer(CataloguePage{.items = {{.id = u"a"_s}}}));
    QTRY_COMPARE(sweep.state(), State::ListingAgain);
    QVERIFY(sweep.summary().hasCatalogue());
    QVERIFY(!sweep.catalogueError());
}

void TestSweep::whatMakesNoCatalogue_data()
{
    using Answers = QList<FakeCatalogue::Answer>;
    QTest::addColumn<Answers>("answers");
    QTest::addColumn<QString>("detail");
    const auto error = [](Kind kind, int status, const char *detail) {
        return ApiError{.kind = kind,
                        .httpStatus = status,
                        .errorCode = status == 403 ? u"insufficient_scope"_s : QString(),
                        .detail = QString::fromLatin1(detail)};
    };
    const TenantConnection one{.id = u"con_1"_s};
    const TenantConnection two{.id = u"con_2"_s};
    QTest::newRow("scope") << Answers{error(Kind::Forbidden, 403, "Insufficient scope")}
                           << u"Insufficient scope"_s;
    QTest::newRow("unknown route")
        << Answers{error(Kind::NotFound, 404, "Not Found")} << u"Not Found"_s;
    QTest::newRow("500 after a page") << Answers{CataloguePage{.items = {one}, .next = u"x"_s},
                                                 error(Kind::Server, 500, "Broken")}
                                      << u"Broken"_s;
    QTest::newRow("429") << Answers{error(Kind::RateLimited, 429, "Limit")} << u"Limit"_s;
    QTest::newRow("cut off") << Answers{CataloguePage{.items = {one}, .isCutOff = true}}
                             << u"the list of connections ends before it is complete"_s;
    QTest::newRow("in a circle") << Answers{CataloguePage{.items = {one}, .next = u"x"_s},
                                            CataloguePage{.items = {two}, .next = u"x"_s}}
                                 << u"the list of connections does not end"_s;
    QTest::newRow("pages without connections")
        << Answers{CataloguePage{.next = u"x"_s}, CataloguePage{.next = u"y"_s},
                   CataloguePage{.next = u"z"_s}}
        << u"the list of connections does not end"_s;
    QTest::newRow("one twice in a page") << Answers{CataloguePage{.items = {one, one}}}
                                         << u"the list of connections has a connection twice"_s;
    QTest::newRow("one on two pages") << Answers{CataloguePage{.items = {one}, .next = u"x"_s},
                                                 CataloguePage{.items = {one, two}}}
                                      << u"the list of connections has a connection twice"_s;
}

//! The sweep is complete, and has no part of a catalogue.
void TestSweep::whatMakesNoCatalogue()
{
    using Answers = QList<FakeCatalogue::Answer>;
    QFETCH(Answers, answers);
    qsizetype answered = 0;
    m_source->catalogue.answerAll([&](const QString &) { return answers.at(answered++); });
    SweepRequest request = this->request();
    request.catalogue = true;
    request.endsOnFailures = true;
    Sweep sweep(request);
    QSignalSpy ended(&sweep, &Sweep::ended);
    sweep.start();
    QVERIFY(ended.wait(20'000));
    QVERIFY(std::holds_alternative<std::monostate>(sweep.cause()));
    QVERIFY(sweep.summary().isComplete());
    QVERIFY(sweep.summary().isListedAgain);
    QVERIFY(!sweep.summary().hasCatalogue());
    QVERIFY(sweep.catalogueError());
    QTEST(sweep.catalogueError()->detail, "detail");
    QCOMPARE(answered, answers.size());
    QCOMPARE(sweep.summary().requests, 7 + answers.size());
    QCOMPARE(select(u"SELECT count(*) FROM catalogue"_s), QStringList(u"0"_s));
    QCOMPARE(select(u"SELECT count(*) FROM inventory WHERE key = 'catalogue'"_s),
             QStringList(u"0"_s));
}

void TestSweep::whatConcernsAllPausesTheCatalogue()
{
    m_source->catalogue.answerAll([](const QString &) -> FakeCatalogue::Answer { return Expired; });
    SweepRequest request = this->request();
    request.catalogue = true;
    Sweep sweep(request);
    sweep.start();
    QVERIFY(comesTo(sweep, State::Paused));
    QVERIFY(std::holds_alternative<ApiError>(sweep.cause()));
    QCOMPARE(std::get<ApiError>(sweep.cause()).httpStatus, 401);
    QVERIFY(!sweep.catalogueError());

    const auto renewed = std::make_shared<FakeSweepSource>();
    renewed->organizations.serve(5, OrganizationsPerRequest);
    renewed->connections.answerAll(goodAnswer);
    renewed->catalogue.answerAll([](const QString &) { return CataloguePage(); });
    sweep.resume(renewed);
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
    QVERIFY(sweep.summary().hasCatalogue());
    QCOMPARE(renewed->catalogue.checkpoints(), QStringList(QString()));
}

//! With the page that was not answered.
void TestSweep::aCatalogueGoesOnAfterAPause()
{
    SweepRequest request = this->request();
    request.catalogue = true;
    Sweep sweep(request);
    sweep.start();
    QTRY_VERIFY(m_source->catalogue.isPending());
    QVERIFY(m_source->catalogue.answer(CataloguePage{.items = {{.id = u"a"_s}}, .next = u"x"_s}));
    QTRY_COMPARE(m_source->catalogue.checkpoints().size(), 2);
    sweep.pause();
    QVERIFY(comesTo(sweep, State::Paused)); // drops it after a second
    QVERIFY(!m_source->catalogue.isPending());
    QVERIFY(!sweep.summary().hasCatalogue());
    sweep.resume();
    QTRY_VERIFY(m_source->catalogue.isPending());
    QVERIFY(m_source->catalogue.answer(CataloguePage{.items = {{.id = u"b"_s}}}));
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().hasCatalogue());
    QCOMPARE(m_source->catalogue.checkpoints(), QStringList({QString(), u"x"_s, u"x"_s}));
    QCOMPARE(select(u"SELECT id FROM catalogue ORDER BY id"_s), QStringList({u"a"_s, u"b"_s}));
}

void TestSweep::aNewTokenMayHaveTheRight()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(5, OrganizationsPerRequest);
    m_source->catalogue.answerAll([](const QString &) -> FakeCatalogue::Answer {
        return ApiError{.kind = Kind::Forbidden, .httpStatus = 403};
    });
    SweepRequest request = this->request();
    request.catalogue = true;
    Sweep sweep(request);
    sweep.start();
    QTRY_VERIFY(sweep.catalogueError());
    QCOMPARE(sweep.state(), State::Reading); // goes on
    sweep.pause();
    QVERIFY(comesTo(sweep, State::Paused));
    const auto renewed = std::make_shared<FakeSweepSource>();
    renewed->organizations.serve(5, OrganizationsPerRequest);
    renewed->connections.answerAll(goodAnswer);
    renewed->catalogue.answerAll([](const QString &) { return CataloguePage(); });
    sweep.resume(renewed);
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(!sweep.catalogueError());
    QVERIFY(sweep.summary().hasCatalogue()); // and the tenant has none at all
}

void TestSweep::catalogueOfAFinishedInventory()
{
    QVERIFY(run(request()));
    QVERIFY(m_summary.isListedAgain);
    QVERIFY(!m_summary.hasCatalogue());
    serve(5);
    m_source->catalogue.answerAll(
        [](const QString &) { return CataloguePage{.items = {{.id = u"a"_s, .name = u"A"_s}}}; });
    SweepRequest request = this->request();
    request.catalogue = true;
    QVERIFY(run(request));
    QVERIFY(m_summary.hasCatalogue());
    QCOMPARE(m_source->connections.requests().size(), 0);
    QCOMPARE(m_source->organizations.checkpoints().size(), 0);
    QCOMPARE(select(u"SELECT id || name || ifnull(strategy, '-') FROM catalogue"_s),
             QStringList(u"aA-"_s));
    QCOMPARE(select(u"SELECT how || requests FROM run"_s),
             QStringList({u"complete7"_s, u"complete1"_s}));
    QVERIFY(run(request)); // it is there
    QCOMPARE(m_source->catalogue.checkpoints().size(), 1);
}

void TestSweep::anewForgetsTheCatalogue()
{
    m_source->catalogue.answerAll(
        [](const QString &) { return CataloguePage{.items = {{.id = u"a"_s}}}; });
    SweepRequest request = this->request();
    request.catalogue = true;
    QVERIFY(run(request));
    QVERIFY(m_summary.hasCatalogue());
    request.catalogue = false;
    request.anew = true;
    QVERIFY(run(request));
    QVERIFY(m_summary.isComplete());
    QVERIFY(!m_summary.hasCatalogue());
    QCOMPARE(select(u"SELECT count(*) FROM catalogue"_s), QStringList(u"0"_s));
}

//! What was there of it is not taken for the whole.
void TestSweep::killedInTheMiddleOfTheCatalogue()
{
    SweepRequest request = this->request();
    request.catalogue = true;
    {
        Sweep sweep(request);
        sweep.start();
        QTRY_VERIFY(m_source->catalogue.isPending());
        QVERIFY(m_source->catalogue.answer(
            CataloguePage{.items = {{.id = u"gone-since"_s}}, .next = u"x"_s}));
        QTRY_COMPARE(sweep.summary().counts.read, 5);
        QTRY_COMPARE(select(u"SELECT id FROM catalogue"_s), QStringList(u"gone-since"_s));
    }
    serve(5);
    request.source = m_source;
    m_source->catalogue.answerAll(
        [](const QString &) { return CataloguePage{.items = {{.id = u"a"_s}}}; });
    QVERIFY(run(request));
    QVERIFY(m_summary.hasCatalogue());
    QCOMPARE(m_source->catalogue.checkpoints(), QStringList(QString()));
    QCOMPARE(select(u"SELECT id FROM catalogue"_s), QStringList(u"a"_s));
    QCOMPARE(m_source->connections.requests().size(), 0);
}

void TestSweep::anEmptyTenantTakesTwoRequests()
{
    serve(0);
    QVERIFY(run(request()));
    QVERIFY(m_summary.isComplete());
    QCOMPARE(m_source->organizations.checkpoints().size(), 2);
    QCOMPARE(m_source->connections.requests().size(), 0);
    QCOMPARE(m_summary.requests, 2);
}

void TestSweep::readingBeginsWhileTheListIsRead()
{
    m_source = std::make_shared<FakeSweepSource>();
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(m_source->organizations.isPending());
    QVERIFY(m_source->organizations.answer(
        OrganizationPage{.items = fakeOrganizations(0, 3), .next = u"x"_s}));
    QTRY_COMPARE(m_source->connections.pending(), 3);
    QVERIFY(m_source->organizations.isPending());
    QVERIFY(!sweep.summary().isPopulationFrozen);
}

void TestSweep::atMostTwelveAreUnderWay()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(50, 100);
    Sweep sweep(request());
    sweep.start();
    QTRY_COMPARE(m_source->connections.pending(), 12);
    QTest::qWait(50);
    QCOMPARE(m_source->connections.pending(), 12);
    QVERIFY(m_source->connections.answer(qsizetype(2)));
    QTRY_COMPARE(m_source->connections.requests().size(), 13);
    QTRY_COMPARE(sweep.summary().counts.read, 1); // after 100 ms at the latest
    QCOMPARE(m_source->connections.pending(), 12);
}

void TestSweep::allIsWritten()
{
    serve(257);
    QVERIFY(run(request()));
    QVERIFY(!QFile::exists(m_path + "-wal"_L1)); // it is a part of the file by now
    QCOMPARE(m_summary.tenant, u"acme.auth0.com"_s);
    QCOMPARE(m_summary.endpoint, ConnectionEndpoint::Connections);
    QCOMPARE(m_summary.links, linksOf(257));
    QCOMPARE(m_summary.connections, 10);
    QVERIFY(m_summary.began.isValid() && m_summary.began <= m_summary.ended);
    QCOMPARE(select(u"SELECT count(*) FROM link"_s), QStringList(QString::number(linksOf(257))));
    QCOMPARE(select(u"SELECT count(*) FROM link_raw"_s),
             QStringList(QString::number(linksOf(257))));
    QCOMPARE(select(u"SELECT count(*) FROM connection"_s), QStringList(u"10"_s));
    QCOMPARE(select(u"SELECT count(*) FROM organization o WHERE state = 'read' AND total = (SELECT "
                    "count(*) FROM link WHERE org = o.ord) AND seen_again = 1 AND read_at LIKE "
                    "'____-__-__T__:__:__.___Z'"_s),
             QStringList(u"257"_s));
    QCOMPARE(select(u"SELECT json FROM link_raw ORDER BY org, con LIMIT 1"_s),
             QStringList(u"{\"connection_id\":\"con_0000000000000000\"}"_s));
    QCOMPARE(select(u"SELECT name || display_name FROM organization WHERE ord = 8"_s),
             QStringList(u"organization-7Organization 7"_s));
    QCOMPARE(select(u"PRAGMA integrity_check"_s), QStringList(u"ok"_s));
}

void TestSweep::threeValuesStayThree()
{
    serve(1);
    const auto row = [](const char *id, const QByteArray &members) {
        OrganizationConnection connection{.connectionId = QString::fromLatin1(id)};
        connection.json =
            QByteArray("{\"connection_id\":\"" + QByteArray(id) + "\"" + members + "}");
        return connection;
    };
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        OrganizationConnection sent =
            row("c", R"(,"is_enabled":false,"organization_access_level":"")");
        sent.isEnabled = false;
        sent.organizationAccessLevel = QString();
        OrganizationConnection other = row("d", R"(,"new":[1, 2],"connection":{"own":null})");
        return ConnectionPage{
            .items = {row("a", {}),
                      row("b", R"(,"is_enabled":null,"organization_access_level":null)"), sent,
                      other},
            .request = request,
            .total = 4};
    });
    QVERIFY(run(request()));
    QCOMPARE(select(u"SELECT is_enabled FROM link ORDER BY con"_s),
             QStringList({u"NULL"_s, u"-1"_s, u"0"_s, u"NULL"_s}));
    QCOMPARE(select(u"SELECT typeof(organization_access_level) FROM link ORDER BY con"_s),
             QStringList({u"null"_s, u"blob"_s, u"text"_s, u"null"_s}));
    QCOMPARE(select(u"SELECT extra FROM link ORDER BY con"_s),
             QStringList(
                 {u"NULL"_s, u"NULL"_s, u"NULL"_s, uR"({"new":[1, 2],"connection.own":null})"_s}));
}

void TestSweep::hostileNamesAreKept()
{
    const QString name =
        u"\u202e<img src=x>'\"; DROP TABLE link; --\n"_s + QChar(0) + u"é\U0001F600"_s;
    m_source = std::make_shared<FakeSweepSource>();
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        ConnectionPage page{.items = {{.connectionId = name, .name = name, .strategy = name}},
                            .request = request,
                            .total = 1};
        page.items.first().json = QByteArray("{}");
        return page;
    });
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(m_source->organizations.isPending());
    const Organization hostile{.id = u"org_'\"--"_s, .name = name, .displayName = name};
    QVERIFY(m_source->organizations.answer(OrganizationPage{.items = {hostile}}));
    QTRY_COMPARE(sweep.state(), State::ListingAgain);
    QVERIFY(m_source->organizations.answer(OrganizationPage{.items = {hostile}}));
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
    QCOMPARE(select(u"SELECT display_name FROM organization"_s), QStringList(name));
    QCOMPARE(select(u"SELECT name FROM connection"_s), QStringList(name));
    QCOMPARE(select(u"SELECT count(*) FROM link"_s), QStringList(u"1"_s));
}

void TestSweep::idsThatCannotBeAskedForFail()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->connections.answerAll(goodAnswer);
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(m_source->organizations.isPending());
    const OrganizationPage page{.items = {{.id = u".."_s}, fakeOrganization(1)}};
    QVERIFY(m_source->organizations.answer(page));
    QTRY_COMPARE(sweep.state(), State::ListingAgain);
    QVERIFY(m_source->organizations.answer(page));
    QVERIFY(comesTo(sweep, State::Ended));
    QCOMPARE(sweep.summary().counts, (SweepCounts{.read = 1, .failed = 1}));
    QCOMPARE(idsOf(*m_source), QStringList(fakeOrganization(1).id));
}

void TestSweep::pagesOfOneOrganization()
{
    serve(1);
    m_source->connections.serve(237);
    QVERIFY(run(request()));
    QVERIFY(m_summary.isComplete());
    QCOMPARE(m_summary.links, 237);
    QCOMPARE(m_source->connections.indexes(), QList<int>({0, 1, 2}));
    QCOMPARE(m_source->connections.requests().constFirst().size, 100);
    QCOMPARE(m_summary.requests, 5);
}

void TestSweep::brokenListsFail_data()
{
    using Answerer = FakeSource::Answerer;
    QTest::addColumn<Answerer>("answer");
    QTest::newRow("short") << Answerer([](const PageRequest &request) {
        ConnectionPage page = fakePage(request, 7);
        page.total = 8;
        return page;
    });
    QTest::newRow("row twice") << Answerer([](const PageRequest &request) {
        ConnectionPage page = fakePage(request, 7);
        page.items.last() = page.items.first();
        return page;
    });
    QTest::newRow("total changes") << Answerer([](const PageRequest &request) {
        return fakePage(request, request.index == 0 ? 237 : 236);
    });
    QTest::newRow("row twice on two pages") << Answerer([](const PageRequest &request) {
        ConnectionPage page = fakePage(request, 150);
        page.items.first() = fakeRow(0);
        return page;
    });
}

void TestSweep::brokenListsFail()
{
    QFETCH(FakeSource::Answerer, answer);
    serve(2);
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        return request.organizationId == fakeOrganization(0).id ? answer(request)
                                                                : goodAnswer(request);
    });
    QVERIFY(run(request()));
    QCOMPARE(m_summary.counts, (SweepCounts{.read = 1, .failed = 1}));
    QCOMPARE(m_summary.links, linksOf(2));
    QCOMPARE(select(u"SELECT error_kind FROM organization WHERE ord = 1"_s),
             QStringList(u"bad payload"_s));
    QCOMPARE(select(u"SELECT how FROM run"_s), QStringList(u"with failures"_s));
}

void TestSweep::whatBelongsToOneOrganization_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const ApiError &error, const QString &kind) {
        QTest::newRow(name) << error << (kind.isEmpty() ? u"gone"_s : u"failed"_s)
                            << (kind.isEmpty() ? u"NULL"_s : kind);
    };
    row("gone", {.kind = Kind::NotFound, .httpStatus = 404, .detail = u"No organization found"_s},
        {});
    row("404 of somebody else", {.kind = Kind::NotFound, .httpStatus = 404}, u"not found"_s);
    row("entitlement",
        {.kind = Kind::Forbidden, .httpStatus = 403, .errorCode = u"insufficient_entitlement"_s},
        u"forbidden"_s);
    row("500", Broken, u"server"_s);
    row("429", {.kind = Kind::RateLimited, .httpStatus = 429}, u"rate limited"_s);
    row("time-out", {.kind = Kind::Timeout}, u"timeout"_s);
    row("closed", {.kind = Kind::Closed}, u"closed"_s);
    row("rejected", {.kind = Kind::Rejected, .httpStatus = 400}, u"rejected"_s);
    row("bad", {.kind = Kind::BadPayload, .httpStatus = 200, .detail = QString(5000, u'x')},
        u"bad payload"_s);
}

void TestSweep::whatBelongsToOneOrganization()
{
    QFETCH(ApiError, error);
    QFETCH(QString, state);
    QFETCH(QString, kind);
    serve(30);
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        if (request.organizationId == fakeOrganization(7).id)
            return error;
        return goodAnswer(request);
    });
    QVERIFY(run(request()));
    QCOMPARE(m_summary.counts.read, 29);
    QCOMPARE(m_summary.counts.listed(), 30);
    QCOMPARE(m_summary.isComplete(), state == "gone"_L1);
    QCOMPARE(select(u"SELECT state FROM organization WHERE ord = 8"_s), QStringList(state));
    QCOMPARE(select(u"SELECT error_kind FROM organization WHERE ord = 8"_s), QStringList(kind));
    QCOMPARE(select(u"SELECT ord FROM organization WHERE state <> 'read'"_s), QStringList(u"8"_s));
    QVERIFY(select(u"SELECT error_text FROM organization WHERE ord = 8"_s).constFirst().size()
            <= 1001);
    QCOMPARE(m_source->connections.requests().size(), 30);
}

void TestSweep::retryReadsTheFailedOnesAlone()
{
    serve(30);
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        if (request.organizationId.endsWith(u"07"_s) || request.organizationId.endsWith(u"21"_s))
            return Broken;
        return goodAnswer(request);
    });
    QVERIFY(run(request()));
    QCOMPARE(m_summary.counts, (SweepCounts{.read = 28, .failed = 2}));

    serve(30); // nothing is done without being asked
    QVERIFY(run(request()));
    QCOMPARE(m_summary.counts, (SweepCounts{.read = 28, .failed = 2}));
    QCOMPARE(m_source->connections.requests().size() + m_source->organizations.checkpoints().size(),
             0);
    QCOMPARE(select(u"SELECT count(*) FROM run"_s), QStringList(u"1"_s));

    SweepRequest retry = request();
    retry.retryFailed = true;
    QVERIFY(run(retry));
    QVERIFY(m_summary.isComplete());
    QCOMPARE(m_summary.links, linksOf(30));
    QCOMPARE(idsOf(*m_source), QStringList({fakeOrganization(7).id, fakeOrganization(21).id}));
    QCOMPARE(m_source->organizations.checkpoints().size(), 0);
    QCOMPARE(select(u"SELECT requests FROM run"_s), QStringList({u"32"_s, u"2"_s}));
}

void TestSweep::whatConcernsAllPauses_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<int>("answers"); // good ones before
    QTest::newRow("401") << Expired << 9;
    QTest::newRow("scope") << ApiError{.kind = Kind::Forbidden,
                                       .httpStatus = 403,
                                       .errorCode = u"insufficient_scope"_s}
                           << 9;
    QTest::newRow("scope in words")
        << ApiError{.kind = Kind::Forbidden,
                    .httpStatus = 403,
                    .detail = u"Insufficient scope, expected any of: x"_s}
        << 9;
    QTest::newRow("no route") << ApiError{.kind = Kind::NotFound,
                                          .httpStatus = 404,
                                          .detail = u"Not Found"_s}
                              << 0;
    QTest::newRow("offline") << ApiError{.kind = Kind::Offline} << 9;
    QTest::newRow("TLS") << ApiError{.kind = Kind::Tls} << 0;
    QTest::newRow("proxy") << ApiError{.kind = Kind::Proxy} << 9;
}

void TestSweep::whatConcernsAllPauses()
{
    QFETCH(ApiError, error);
    QFETCH(int, answers);
    serve(30);
    int count = 0;
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        if (++count > answers)
            return error;
        return goodAnswer(request);
    });
    Sweep sweep(request());
    sweep.start();
    QVERIFY(comesTo(sweep, State::Paused));
    QVERIFY(std::holds_alternative<ApiError>(sweep.cause()));
    QCOMPARE(std::get<ApiError>(sweep.cause()), error);
    QCOMPARE(sweep.summary().counts, (SweepCounts{.waiting = 30 - answers, .read = answers}));
    QCOMPARE(m_source->connections.pending(), 0);
    QVERIFY(sweep.isRunning());
    QCOMPARE(select(u"SELECT how FROM run"_s), QStringList(u"interrupted"_s));
    const QStringList before = idsOf(*m_source);

    serve(30);
    sweep.resume(m_source);
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
    QVERIFY(std::holds_alternative<std::monostate>(sweep.cause()));
    QCOMPARE(sweep.summary().links, linksOf(30));
    // Those that were answered are not asked for again.
    QCOMPARE(m_source->connections.requests().size(), 30 - answers);
    for (const QString &id : before.first(answers))
        QVERIFY(!idsOf(*m_source).contains(id));
}

//! A proxy's page in the middle; at the beginning, it means that the domain is wrong.
void TestSweep::anotherServerInTheMiddleIsAFailure()
{
    const ApiError page{.kind = Kind::Intermediary, .httpStatus = 502};
    serve(20);
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        if (request.organizationId.endsWith(u"11"_s))
            return page;
        return goodAnswer(request);
    });
    QVERIFY(run(request()));
    QCOMPARE(m_summary.counts, (SweepCounts{.read = 19, .failed = 1}));
}

void TestSweep::theListMustBeRead_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::newRow("403") << ApiError{.kind = Kind::Forbidden, .httpStatus = 403};
    QTest::newRow("500") << Broken;
    QTest::newRow("404") << ApiError{.kind = Kind::NotFound, .httpStatus = 404};
    QTest::newRow("wrong domain") << ApiError{.kind = Kind::Intermediary, .httpStatus = 404};
}

void TestSweep::theListMustBeRead()
{
    QFETCH(ApiError, error);
    m_source = std::make_shared<FakeSweepSource>();
    m_source->connections.answerAll(goodAnswer);
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(m_source->organizations.isPending());
    QVERIFY(m_source->organizations.answer(
        OrganizationPage{.items = fakeOrganizations(0, 3), .next = u"3"_s}));
    QTRY_COMPARE(sweep.summary().counts.read, 3);
    QVERIFY(m_source->organizations.answer(error));
    QVERIFY(comesTo(sweep, State::Paused));
    QCOMPARE(std::get<ApiError>(sweep.cause()), error);
    QVERIFY(!sweep.summary().isPopulationFrozen);
    // The same sweep goes on at the same checkpoint.
    serve(5);
    sweep.resume(m_source);
    QVERIFY(comesTo(sweep, State::Ended));
    QCOMPARE(sweep.summary().counts, SweepCounts{.read = 5});
    QCOMPARE(m_source->organizations.checkpoints(), QStringList({u"3"_s, QString()}));
}

void TestSweep::threeEqualFailuresPause()
{
    serve(40);
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        if (request.organizationId >= fakeOrganization(10).id)
            return Broken;
        return goodAnswer(request);
    });
    Sweep sweep(request());
    sweep.start();
    QVERIFY(comesTo(sweep, State::Paused));
    QCOMPARE(std::get<ApiError>(sweep.cause()), Broken);
    QCOMPARE(sweep.summary().counts.read, 10);
    // The third one pauses it; those under way may fail as well.
    QVERIFY(sweep.summary().counts.failed >= 3 && sweep.summary().counts.failed <= 14);
    sweep.resume();
    QVERIFY(comesTo(sweep, State::Paused)); // again
    m_source->connections.answerAll(goodAnswer);
    sweep.resume();
    QVERIFY(comesTo(sweep, State::Ended));
    QCOMPARE(sweep.summary().counts.waiting, 0);
    QVERIFY(!sweep.summary().isComplete());
}

void TestSweep::threeEqualFailuresEndInTheTerminal()
{
    serve(40);
    m_source->connections.answerAll(
        [&](const PageRequest &) -> FakeSource::Answer { return Broken; });
    SweepRequest request = this->request();
    request.endsOnFailures = true;
    QVERIFY(run(request));
    QCOMPARE(std::get<ApiError>(m_cause), Broken);
    QVERIFY(m_summary.counts.failed >= 3);
    QVERIFY(m_summary.counts.waiting >= 24);
    QVERIFY(!m_summary.isListedAgain);
}

void TestSweep::otherFailuresDoNotAddUp()
{
    serve(40);
    int count = 0;
    m_source->connections.answerAll([&](const PageRequest &request) -> FakeSource::Answer {
        ++count;
        if (count % 3 != 0) // two of a kind, then a good one
            return Broken;
        return goodAnswer(request);
    });
    QVERIFY(run(request()));
    QVERIFY(std::holds_alternative<std::monostate>(m_cause));
    QCOMPARE(m_summary.counts, (SweepCounts{.read = 13, .failed = 27}));
}

void TestSweep::theOlderEndpointIsSaid()
{
    serve(20);
    m_source->connections.answerAll([&](const PageRequest &) -> FakeSource::Answer {
        return ApiError{.kind = Kind::NotFound, .httpStatus = 404, .detail = u"Not Found"_s};
    });
    Sweep sweep(request());
    sweep.start();
    QVERIFY(comesTo(sweep, State::Paused));
    QCOMPARE(sweep.summary().counts.waiting, 20);
    serve(20);
    m_source->list = ConnectionEndpoint::EnabledConnections;
    sweep.resume(m_source);
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
    QCOMPARE(sweep.summary().endpoint, ConnectionEndpoint::EnabledConnections);
    QCOMPARE(select(u"SELECT value FROM inventory WHERE key = 'endpoint'"_s),
             QStringList(u"enabled_connections"_s));
}

void TestSweep::secondListing()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->connections.answerAll(goodAnswer);
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(m_source->organizations.isPending());
    QVERIFY(m_source->organizations.answer(OrganizationPage{.items = fakeOrganizations(0, 4)}));
    QTRY_VERIFY(m_source->organizations.checkpoints().size() == 2);
    QCOMPARE(sweep.state(), State::ListingAgain);
    QVERIFY(m_source->organizations.answer(OrganizationPage{.items = fakeOrganizations(1, 6)}));
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isListedAgain);
    QCOMPARE(sweep.summary().appeared, 2);
    QCOMPARE(sweep.summary().vanished, 1);
    QVERIFY(sweep.summary().isComplete());
    QCOMPARE(sweep.summary().counts.listed(), 4);
    QCOMPARE(select(u"SELECT id FROM appeared ORDER BY id"_s),
             QStringList({fakeOrganization(4).id, fakeOrganization(5).id}));
    QCOMPARE(select(u"SELECT seen_again FROM organization ORDER BY ord"_s),
             QStringList({u"0"_s, u"1"_s, u"1"_s, u"1"_s}));
}

//! For every k: what came before is kept, and the whole sweep asks for each organization once
//! besides those that were refused.
void TestSweep::aTokenThatExpiresAtAnyRequest()
{
    constexpr int Organizations = 12;
    constexpr int Requests = Organizations + 2;
    for (int k = 0; k < Requests; ++k) {
        m_path = workingInventory(u"acme.auth0.com"_s, QString::number(k));
        RecordingTenant tenant({.organizations = Organizations});
        QVERIFY(startSmall(tenant));
        QNetworkAccessManager manager;
        const SweepSourcePtr good = clientOf(manager, tenant, tenant.accessToken());
        const SweepSourcePtr bad = clientOf(manager, tenant, "expired.expired.expired");
        int left = k;
        SweepRequest request = this->request();
        request.source = std::make_shared<RoutedSource>(
            [&](const QString &) { return left-- > 0 ? good : bad; });
        Sweep sweep(request);
        sweep.start();
        QVERIFY(comesTo(sweep, State::Paused));
        QCOMPARE(std::get<ApiError>(sweep.cause()).kind, Kind::Unauthorized);
        const qsizetype refused = tenant.requests().size() - k;
        QVERIFY(refused >= 1 && refused <= 12);
        sweep.resume(good);
        QVERIFY(comesTo(sweep, State::Ended));
        QVERIFY(sweep.summary().isComplete());
        QVERIFY(sweep.summary().isListedAgain);
        QCOMPARE(tenant.requests().size(), Requests + refused);
        QCOMPARE(sweep.summary().requests, Requests + refused);
    }
}

//! As long as the sweep takes, no request fails for a token that has expired, and no token is asked
//! for that is not used.
void TestSweep::tokensOfTwoSecondsRenewThemselves()
{
    constexpr int Organizations = 300;
    RecordingTenant tenant({.organizations = Organizations, .latency = 90ms, .tokenLifetime = 2s});
    QVERIFY(startSmall(tenant));
    QNetworkAccessManager manager;
    SweepRequest request = this->request();
    request.source = signedInClientOf(manager, tenant);
    Sweep sweep(request);
    sweep.start();
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
    QCOMPARE(sweep.summary().counts.read, Organizations);
    QVERIFY(sweep.elapsed() > 2s);
    QVERIFY(tenant.exchanges() >= 2);
    QCOMPARE(tenant.signIns(), tenant.exchanges());
    QCOMPARE(tenant.tokens(), tenant.exchanges());
}

void TestSweep::aSignInThatFailsPauses_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("refused") << u"sign-in-refused"_s << Kind::SignIn;
    QTest::newRow("no endpoint") << u"sign-in-no-endpoint"_s << Kind::SignIn;
    QTest::newRow("not understood") << u"sign-in-no-token"_s << Kind::BadPayload;
    QTest::newRow("problem of the tenant") << u"error-503"_s << Kind::Server;
    QTest::newRow("page") << u"error-403-html"_s << Kind::Intermediary;
    QTest::newRow("silence") << u"hang"_s << Kind::Timeout;
    QTest::newRow("closed") << u"drop"_s << Kind::Closed;
    QTest::newRow("rate limit") << u"sign-in-rate-limit"_s << Kind::RateLimited;
}

//! In the middle: no organization has failed because of it, and the sweep goes on.
void TestSweep::aSignInThatFailsPauses()
{
    QFETCH(QString, fault);
    constexpr int Organizations = 30;
    RecordingTenant tenant({.organizations = Organizations, .tokenRequests = 20});
    QVERIFY(startSmall(tenant));
    QNetworkAccessManager manager;
    const SweepSourcePtr signedIn = signedInClientOf(manager, tenant);
    const QString endpoint = QString::fromLatin1(Demo::TokenTarget);
    SweepRequest request = this->request();
    request.source = std::make_shared<RoutedSource>([&](const QString &id) {
        if (!id.isEmpty()) // the first token is there
            tenant.setFaultsAt(endpoint, {fault});
        return signedIn;
    });
    Sweep sweep(request);
    sweep.start();
    QVERIFY(comesTo(sweep, State::Paused));
    QTEST(std::get<ApiError>(sweep.cause()).kind, "kind");
    QCOMPARE(std::get<ApiError>(sweep.cause()).request, endpoint);
    QCOMPARE(sweep.summary().counts.failed + sweep.summary().counts.gone, 0);
    QVERIFY(sweep.summary().counts.read < Organizations);
    QVERIFY(tenant.setFaultsAt(endpoint, {}));
    sweep.resume(signedIn);
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
}

void TestSweep::pauseLosesNothing()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(30, 100);
    Sweep sweep(request());
    sweep.start();
    QTRY_COMPARE(m_source->connections.pending(), 12);
    sweep.pause();
    QCOMPARE(sweep.state(), State::Pausing);
    for (int i = 0; i < 12; ++i)
        QVERIFY(m_source->connections.answer(qsizetype(3)));
    QVERIFY(comesTo(sweep, State::Paused));
    QVERIFY(std::holds_alternative<std::monostate>(sweep.cause()));
    QCOMPARE(sweep.summary().counts, (SweepCounts{.waiting = 18, .read = 12}));
    QCOMPARE(select(u"SELECT how FROM run"_s), QStringList(u"paused"_s));
    const auto elapsed = sweep.elapsed();
    QTest::qWait(20);
    QCOMPARE(sweep.elapsed(), elapsed);
    m_source->connections.answerAll(goodAnswer);
    sweep.resume();
    QVERIFY(comesTo(sweep, State::Ended));
    QCOMPARE(m_source->connections.requests().size(), 30);
    QCOMPARE(sweep.summary().requests, 32);
    QCOMPARE(select(u"SELECT how FROM run"_s), QStringList({u"paused"_s, u"complete"_s}));
}

//! A request that waits for the rate limit was not sent, and could take minutes.
void TestSweep::pauseDropsWhatWaits()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(3, 100);
    Sweep sweep(request());
    sweep.start();
    QTRY_COMPARE(m_source->connections.pending(), 3);
    QVERIFY(m_source->connections.scheduleRetry(0, 60s, {.kind = Kind::RateLimited}));
    sweep.pause();
    QTRY_COMPARE(m_source->connections.cancelled(), 1);
    QCOMPARE(sweep.state(), State::Pausing);
    QVERIFY(comesTo(sweep, State::Paused)); // the others get a second
    QCOMPARE(m_source->connections.pending(), 0);
    QCOMPARE(sweep.summary().counts.waiting, 3);
    QCOMPARE(sweep.summary().requests, 3); // two of the organizations
    m_source->connections.answerAll(goodAnswer);
    sweep.resume();
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
}

void TestSweep::pauseWhileOpening()
{
    Sweep sweep(request());
    sweep.start();
    sweep.pause();
    QVERIFY(comesTo(sweep, State::Paused));
    QCOMPARE(m_source->organizations.checkpoints().size(), 0);
    sweep.resume();
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());

    Sweep stopped(request());
    stopped.start();
    stopped.stop();
    QVERIFY(comesTo(stopped, State::Ended));
}

void TestSweep::stopKeepsWhatIsRead()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(30, 100);
    {
        Sweep sweep(request());
        QSignalSpy ended(&sweep, &Sweep::ended);
        sweep.start();
        QTRY_COMPARE(m_source->connections.pending(), 12);
        QVERIFY(m_source->connections.answer(qsizetype(3)));
        QTRY_COMPARE(m_source->connections.requests().size(), 13);
        sweep.stop();
        QCOMPARE(sweep.state(), State::Ending);
        QVERIFY(m_source->connections.answer(qsizetype(2)));
        QVERIFY(comesTo(sweep, State::Ended));
        QCOMPARE(sweep.summary().counts, (SweepCounts{.waiting = 28, .read = 2}));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!sweep.request().source);
    }
    QCOMPARE(select(u"SELECT how FROM run"_s), QStringList(u"stopped"_s));
    serve(30);
    QVERIFY(run(request()));
    QVERIFY(m_summary.isComplete());
    QCOMPARE(m_source->connections.requests().size(), 28);
}

//! Destroyed in the middle, as if the program were killed: whatever was committed is not asked for
//! again, and nothing is half.
void TestSweep::goesOnAfterAnyEnd()
{
    constexpr int Organizations = 150;
    for (int answers = 0; answers < Organizations; answers += 13) {
        m_path = workingInventory(u"acme.auth0.com"_s, QString::number(answers));
        serve(Organizations);
        m_source->connections.answerAll({});
        SweepCounts seen;
        {
            Sweep sweep(request());
            sweep.start();
            QTRY_VERIFY(m_source->connections.pending() > 0);
            for (int i = 0; i < answers; ++i) {
                QTRY_VERIFY(m_source->connections.pending() > 0);
                QVERIFY(m_source->connections.answer(qsizetype(3)));
            }
            QTest::qWait(answers % 7);
            seen = sweep.summary().counts;
        }
        serve(Organizations);
        QVERIFY(run(request()));
        QVERIFY(m_summary.isComplete());
        QCOMPARE(m_summary.counts.listed(), Organizations);
        const qsizetype kept = Organizations - m_source->connections.requests().size();
        QVERIFY(kept >= seen.read && kept <= answers);
        QCOMPARE(select(u"SELECT count(*) FROM organization o WHERE total <> (SELECT count(*) FROM "
                        "link WHERE org = o.ord)"_s),
                 QStringList(u"0"_s));
    }
}

void TestSweep::anUnfinishedListingBeginsAnew()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->connections.answerAll(goodAnswer);
    {
        Sweep sweep(request());
        sweep.start();
        QTRY_VERIFY(m_source->organizations.isPending());
        QVERIFY(m_source->organizations.answer(
            OrganizationPage{.items = fakeOrganizations(0, 100), .next = u"100"_s}));
        QTRY_COMPARE(sweep.summary().counts.read, 100);
    }
    serve(150);
    QVERIFY(run(request()));
    QVERIFY(m_summary.isComplete());
    QCOMPARE(m_source->organizations.checkpoints(),
             QStringList({QString(), u"100"_s, QString(), u"100"_s}));
    QCOMPARE(m_source->connections.requests().size(), 50);
    // The run that was killed has no end.
    QCOMPARE(select(u"SELECT how FROM run ORDER BY id"_s), QStringList({u"NULL"_s, u"complete"_s}));
}

void TestSweep::aFinishedOneAsksForNothing()
{
    QVERIFY(run(request()));
    const InventorySummary first = m_summary;
    serve(5);
    QVERIFY(run(request()));
    QCOMPARE(m_summary, first);
    QCOMPARE(m_source->organizations.checkpoints().size(), 0);
    QCOMPARE(m_source->connections.requests().size(), 0);
}

void TestSweep::givenIds()
{
    serve(50);
    SweepRequest request = this->request();
    request.givenIds = {fakeOrganization(3).id, fakeOrganization(8).id, fakeOrganization(3).id};
    QVERIFY(run(request));
    QCOMPARE(m_summary.counts, SweepCounts{.read = 2});
    QVERIFY(m_summary.coversGivenOnly);
    QVERIFY(m_summary.isComplete());
    QCOMPARE(m_source->organizations.checkpoints().size(), 0);
    QCOMPARE(m_summary.requests, 2);
    QCOMPARE(select(u"SELECT name || display_name FROM organization"_s),
             QStringList({QString(), QString()}));

    request.givenIds = {fakeOrganization(8).id, fakeOrganization(3).id}; // in any order
    QVERIFY(run(request));
    QVERIFY(std::holds_alternative<std::monostate>(m_cause));
    request.givenIds.append(fakeOrganization(9).id);
    QVERIFY(run(request));
    QCOMPARE(problem(), InventoryProblem::Kind::OtherOrganizations);
    QVERIFY(run(this->request()));
    QCOMPARE(problem(), InventoryProblem::Kind::OtherOrganizations);
}

void TestSweep::anewKeepsMutesAndTheOneBefore()
{
    QVERIFY(run(request()));
    execute(u"INSERT INTO mute VALUES('rule', 'org', 'con', 'because', 'me', 'now')"_s);
    serve(7);
    SweepRequest request = this->request();
    request.anew = true;
    QVERIFY(run(request));
    QCOMPARE(m_summary.counts, SweepCounts{.read = 7});
    QCOMPARE(m_source->connections.requests().size(), 7);
    QCOMPARE(m_summary.requests, 9);
    QCOMPARE(m_summary.links, linksOf(7));
    QCOMPARE(select(u"SELECT reason FROM mute"_s), QStringList(u"because"_s));
    QCOMPARE(select(u"SELECT count(*) FROM run"_s), QStringList(u"1"_s));
    QCOMPARE(inventoryBefore(u"/a/b.vestibule"_s), QString());
    m_path = inventoryBefore(m_path);
    QCOMPARE(select(u"SELECT count(*) FROM organization"_s), QStringList(u"5"_s));
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestSweep::anewGoesOnWithItself()
{
    QVERIFY(run(request()));
    SweepRequest again = request();
    again.anew = true;
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(30, 100);
    again.source = m_source;
    {
        Sweep sweep(again);
        sweep.start();
        for (int i = 0; i < 10; ++i) {
            QTRY_VERIFY(m_source->connections.pending() > 0);
            QVERIFY(m_source->connections.answer(qsizetype(3)));
        }
        QTRY_COMPARE(sweep.summary().counts.read, 10);
    }
    serve(30);
    again.source = m_source;
    QVERIFY(run(again));
    QCOMPARE(m_source->connections.requests().size(), 20);
    serve(30); // a finished one begins again
    again.source = m_source;
    QVERIFY(run(again));
    QCOMPARE(m_source->connections.requests().size(), 30);
}

void TestSweep::oneSweepOfATenantAtATime()
{
    m_source = std::make_shared<FakeSweepSource>();
    {
        Sweep first(request());
        first.start();
        QTRY_VERIFY(m_source->organizations.isPending());
        SweepRequest other = request();
        other.path = workingInventory(u"acme.auth0.com"_s, u"/other/target"_s);
        serve(5);
        other.source = m_source;
        QVERIFY(run(other));
        QCOMPARE(problem(), InventoryProblem::Kind::Busy);
        QCOMPARE(std::get<InventoryProblem>(m_cause).detail,
                 QString::number(QCoreApplication::applicationPid()));
        QCOMPARE(m_source->organizations.checkpoints().size(), 0);
        other.tenant = u"globex.auth0.com"_s; // of another tenant it is none
        QVERIFY(run(other));
        QVERIFY(m_summary.isComplete());
    }
    serve(5); // one that has just been destroyed is no obstacle
    QVERIFY(run(request()));
    QVERIFY(m_summary.isComplete());
}

void TestSweep::aFileOfAnotherTenant()
{
    QVERIFY(run(request()));
    SweepRequest other = request();
    other.tenant = u"globex.auth0.com"_s;
    QVERIFY(run(other));
    QCOMPARE(problem(), InventoryProblem::Kind::OtherTenant);
    QCOMPARE(std::get<InventoryProblem>(m_cause).detail, u"acme.auth0.com"_s);
}

void TestSweep::filesThatAreNoInventory_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<InventoryProblem::Kind>("kind");
    QTest::newRow("text") << QByteArray(200, 'x') << InventoryProblem::Kind::NotAnInventory;
    QTest::newRow("short") << QByteArray("SQLite format 3\0", 16)
                           << InventoryProblem::Kind::NotAnInventory;
    QByteArray newer(4096, '\0');
    newer.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    newer.replace(60, 4, QByteArray("\0\0\0\2", 4));
    newer.replace(68, 4, "VSTI");
    QTest::newRow("newer") << newer << InventoryProblem::Kind::NewerVersion;
    newer[63] = '\1';
    QTest::newRow("damaged") << newer << InventoryProblem::Kind::Damaged;
}

void TestSweep::filesThatAreNoInventory()
{
    QFETCH(QByteArray, bytes);
    QFETCH(InventoryProblem::Kind, kind);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QVERIFY(run(request()));
    if (kind == InventoryProblem::Kind::Damaged)
        QVERIFY(problem() == kind || problem() == InventoryProblem::Kind::NotAnInventory);
    else
        QCOMPARE(problem(), kind);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QCOMPARE(m_source->organizations.checkpoints().size(), 0);
}

void TestSweep::fullDisk()
{
    serve(2000);
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(sweep.summary().counts.read > 20);
    {
        const FileSizeLimit limit(static_cast<rlim_t>(200) * 1024);
        QVERIFY(comesTo(sweep, State::Paused));
        const auto *problem = std::get_if<InventoryProblem>(&sweep.cause());
        QVERIFY(problem);
        QVERIFY(problem->kind == InventoryProblem::Kind::DiskFull
                || problem->kind == InventoryProblem::Kind::NotWritable);
    }
    // It looks by itself whether there is room again.
    QVERIFY(comesTo(sweep, State::Ended));
    QVERIFY(sweep.summary().isComplete());
    QCOMPARE(sweep.summary().links, linksOf(2000));
    QCOMPARE(m_source->connections.requests().size(), 2000); // nothing that had come was lost
    QCOMPARE(select(u"PRAGMA integrity_check"_s), QStringList(u"ok"_s));
}

void TestSweep::removedFile()
{
    serve(2000);
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(sweep.summary().counts.read > 20);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(comesTo(sweep, State::Ended));
    QCOMPARE(std::get<InventoryProblem>(sweep.cause()).kind, InventoryProblem::Kind::Removed);
    QVERIFY(sweep.summary().counts.waiting > 0);
}

void TestSweep::removedFolder()
{
    serve(2000);
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(sweep.summary().counts.read > 20);
    QVERIFY(QDir(inventoryFolder()).removeRecursively());
    QVERIFY(comesTo(sweep, State::Ended));
    QCOMPARE(std::get<InventoryProblem>(sweep.cause()).kind, InventoryProblem::Kind::Removed);

    SweepRequest request = this->request();
    request.path = m_folder->filePath(u"nowhere/a.vestibule"_s);
    QVERIFY(run(request));
    QVERIFY(std::holds_alternative<InventoryProblem>(m_cause));
}

void TestSweep::waits()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(2, 100);
    Sweep sweep(request());
    QSignalSpy changed(&sweep, &Sweep::changed);
    sweep.start();
    QTRY_COMPARE(m_source->connections.pending(), 2);
    QCOMPARE(sweep.waitLeft(), 0ms);
    const ApiError limit{.kind = Kind::RateLimited, .httpStatus = 429};
    QVERIFY(m_source->connections.scheduleRetry(1, 30s, limit));
    QCOMPARE(sweep.waitLeft(), 0ms); // the other one goes on
    QVERIFY(m_source->connections.answerLatest(1));
    QTRY_COMPARE(sweep.summary().counts.read, 1);
    QVERIFY(sweep.waitLeft() > 25s);
    QCOMPARE(sweep.waitCause(), limit);
    QVERIFY(m_source->connections.answer(qsizetype(1)));
    QVERIFY(comesTo(sweep, State::Ended));
    QCOMPARE(sweep.summary().requests, 5);
    QCOMPARE(select(u"SELECT refusals FROM run"_s), QStringList(u"1"_s));
}

void TestSweep::shareAndTimeLeft()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(300, 100);
    Sweep sweep(request());
    QCOMPARE(sweep.share(), DefaultSweepShare);
    sweep.setShare(25);
    sweep.start();
    QCOMPARE(m_source->share, 25);
    QVERIFY(!sweep.timeLeft());
    QTRY_VERIFY(sweep.summary().isPopulationFrozen);
    QVERIFY(!sweep.timeLeft());
    m_source->rate = 2;
    QCOMPARE(sweep.timeLeft(), 152s); // with the second listing
    sweep.setShare(80);
    QCOMPARE(m_source->share, 80);
    sweep.pause();
    QVERIFY(comesTo(sweep, State::Paused));
    m_source = std::make_shared<FakeSweepSource>();
    sweep.resume(m_source);
    QCOMPARE(m_source->share, 80);
}

void TestSweep::filesAreTheUsersAlone()
{
    m_source = std::make_shared<FakeSweepSource>();
    m_source->organizations.serve(300, 100);
    Sweep sweep(request());
    sweep.start();
    QTRY_VERIFY(sweep.summary().isPopulationFrozen);
    constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
    QCOMPARE(QFile::permissions(inventoryFolder()) & Others, QFile::Permissions());
    QDirIterator files(inventoryFolder(), QDir::Files | QDir::Hidden);
    int count = 0;
    while (files.hasNext()) {
        QCOMPARE(QFile::permissions(files.next()) & Others, QFile::Permissions());
        ++count;
    }
    QCOMPARE(count, 4); // the inventory, its log, the log's index, the lock
    QVERIFY(QFile::exists(m_path + "-wal"_L1));
}

void TestSweep::theTokenIsInNoFile()
{
    RecordingTenant tenant({.organizations = 20});
    QVERIFY(tenant.start());
    const QByteArray token = tenant.accessToken();
    QNetworkAccessManager manager;
    SweepRequest request = this->request();
    request.source = clientOf(manager, tenant, token);
    Sweep sweep(request);
    request.source.reset();
    sweep.start();
    QSet<QString> looked;
    const auto look = [&] {
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(token) && !bytes.contains(token.split('.').at(2)));
            if (!bytes.isEmpty())
                looked.insert(QFileInfo(file).suffix());
        }
    };
    while (sweep.state() != State::Ended) {
        look();
        QTest::qWait(1);
    }
    look();
    QVERIFY(sweep.summary().isComplete());
    QVERIFY(looked.contains(u"vestibule"_s) && looked.contains(u"vestibule-wal"_s));
}

void TestSweep::destroyedInItsOwnSignal()
{
    auto sweep = std::make_unique<Sweep>(request());
    connect(sweep.get(), &Sweep::changed, this, [&sweep] {
        if (sweep && sweep->summary().counts.read > 0)
            sweep.reset();
    });
    sweep->start();
    QTRY_VERIFY(!sweep);
    sweep = std::make_unique<Sweep>(request());
    connect(sweep.get(), &Sweep::ended, this, [&sweep] { sweep.reset(); });
    sweep->start();
    QTRY_VERIFY(!sweep);
}

QTEST_GUILESS_MAIN(TestSweep)

#include "tst_sweep.moc"
