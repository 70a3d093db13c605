// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"
#include "support/recordingtenant.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

RawAnswer signIn(const Demo::Tenant &tenant, const QByteArray &type, const QByteArray &body)
{
    return DemoClient(tenant).send("POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                                   + "\r\nContent-Length: " + QByteArray::number(body.size())
                                   + "\r\n\r\n" + body);
}

QByteArray formOf(const Demo::Tenant &tenant, const QByteArray &secret = Demo::ClientSecret)
{
    return "grant_type=client_credentials&client_id=" + QByteArray(Demo::ClientId)
        + "&client_secret=" + secret
        + "&audience=https://127.0.0.1:" + QByteArray::number(tenant.port()) + "/api/v2/";
}

RawAnswer signInWithForm(const Demo::Tenant &tenant)
{
    return signIn(tenant, "application/x-www-form-urlencoded", formOf(tenant));
}

} // namespace

//! What the tenant answers to real requests, and what it refuses.
class TestDemoTenant final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void listsTheShowcaseWithTotals();
    void listsABareArrayWithoutTotals();
    void pagesThroughAllRowsOnce();
    void hasTheHeadersOfTheApi();
    void answersQNetworkAccessManager();
    void latencyComesBeforeTheAnswer();
    void recordsRequestsWithoutTheToken();
    void logsRequestsWithoutIdsAndQueries();
    void countOfConnectionsChangesBetweenRequests();
    void aListingThatGrowsTwiceHoldsNoIdTwice();
    void faultsSwitchWhileRunning();
    void asksForAuthenticationFirst_data();
    void asksForAuthenticationFirst();
    void decodesTheOrganizationId();
    void refusesAnIdThatIsTooLong();
    void knowsNoOtherRoute_data();
    void knowsNoOtherRoute();
    void rateLimitIsA429WithHeaders_data();
    void rateLimitIsA429WithHeaders();
    void refusalsTakeNothingFromTheRateLimit();
    void unknownFaultIsRefused();
    void faultConcernsOneOrganizationAlone();
    void tokenExpiresAfterItsRequests();
    void applicationGetsAToken_data();
    void applicationGetsAToken();
    void tokenOfAnApplicationExpires();
    void noTokenForAnotherSecret();
    void tokenEndpointHasItsOwnFaults();
};

void TestDemoTenant::listsTheShowcaseWithTotals()
{
    Demo::Tenant tenant;
    QVERIFY2(tenant.start(), qUtf8Printable(tenant.errorString()));
    const RawAnswer answer = DemoClient(tenant).list("include_totals=true");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.startsWith(R"({"connections":[{"connection_id":"con_)"));
    QVERIFY(answer.body.endsWith(R"(}],"start":0,"limit":50,"total":10})"));
    QCOMPARE(answer.object().value("connections"_L1).toArray().size(), 10);
}

void TestDemoTenant::listsABareArrayWithoutTotals()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    QCOMPARE(client.list("").array().size(), 10);
    QCOMPARE(client.list("include_totals=false&per_page=3&page=3").array().size(), 1);
    QCOMPARE(client.list("", 2).body, "[]");
}

void TestDemoTenant::pagesThroughAllRowsOnce()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    QSet<QString> ids;
    QList<qsizetype> sizes;
    for (int page = 0; page < 4; ++page) {
        const QJsonArray rows =
            client.list("per_page=100&page=" + QByteArray::number(page), 1).array();
        sizes.append(rows.size());
        for (const QJsonValue &row : rows) {
            ids.insert(row.toObject().value("connection_id"_L1).toString());
        }
    }
    QCOMPARE(sizes, QList<qsizetype>({100, 100, 37, 0}));
    QCOMPARE(ids.size(), 237);
    QCOMPARE(client.list("per_page=50&page=0", 4).array().size(), 50);
    QCOMPARE(client.list("per_page=50&page=1", 4).body, "[]");
}

void TestDemoTenant::hasTheHeadersOfTheApi()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const RawAnswer answer = DemoClient(tenant).list("");
    QCOMPARE(answer.headers.value("content-type"), "application/json; charset=utf-8");
    QCOMPARE(answer.headers.value("cache-control"), "no-cache");
    QCOMPARE(answer.headers.value("vary"), "origin,accept-encoding");
    QCOMPARE(answer.headers.value("x-content-type-options"), "nosniff");
    QVERIFY(answer.headers.value("date").endsWith(" GMT"));
    QVERIFY(!answer.headers.contains("x-ratelimit-limit"));
    QVERIFY(!answer.headers.contains("retry-after"));
}

void TestDemoTenant::answersQNetworkAccessManager()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(u"http://"_s + tenant.domain() + u"/api/v2/organizations/"_s
                                 + tenant.organizations().at(3).id + u"/connections"_s));
    request.setRawHeader("Authorization", "Bearer " + tenant.accessToken());
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(3000));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY(QString::fromUtf8(reply->readAll()).contains(u"東京支店"_s));
}

void TestDemoTenant::latencyComesBeforeTheAnswer()
{
    Demo::Options options;
    options.latency = 150ms;
    Demo::Tenant tenant(options);
    QVERIFY(tenant.start());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(DemoClient(tenant).list("").status, 200);
    QVERIFY(timer.elapsed() >= 150);
}

void TestDemoTenant::recordsRequestsWithoutTheToken()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    client.list("page=0&per%5Fpage=5");
    client.get("/elsewhere", {});
    const QList<RecordedRequest> requests = tenant.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests.at(0).method, u"GET"_s);
    QVERIFY(requests.at(0).path.endsWith(u"/connections?page=0&per%5Fpage=5"_s));
    QVERIFY(requests.at(0).hadToken);
    QCOMPARE(requests.at(1).path, u"/elsewhere"_s);
    QVERIFY(!requests.at(1).hadToken);
    QVERIFY(requests.at(1).milliseconds >= requests.at(0).milliseconds);
    tenant.clearRequests();
    QVERIFY(tenant.requests().isEmpty());
}

void TestDemoTenant::logsRequestsWithoutIdsAndQueries()
{
    static QMutex mutex; // the tenant answers in another thread
    static QByteArrayList logged;
    QLoggingCategory::setFilterRules(u"vestibule.demo.debug=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &context, const QString &message) {
            const QMutexLocker lock(&mutex);
            if (QByteArrayView(context.category) == "vestibule.demo")
                logged.append(message.toUtf8());
        });
    {
        Demo::Tenant tenant;
        QVERIFY2(tenant.start(), qUtf8Printable(tenant.errorString()));
        DemoClient client(tenant);
        client.list("page=7");
        client.get(client.target(0).replace("/connections", "/enabled_connections"), {});
        client.get("/api/v2/organizations?take=3", {});
        client.get("/elsewhere", {});
    } // its thread has ended
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QCOMPARE(logged.size(), 4);
    QVERIFY(logged.at(0).startsWith("GET /organizations/ID/connections: 200, "));
    QVERIFY(logged.at(1).startsWith("GET /organizations/ID/enabled_connections: 401, "));
    QVERIFY(logged.at(2).startsWith("GET /organizations: 401, "));
    QVERIFY(logged.at(3).startsWith("GET unknown route: 404, "));
}

void TestDemoTenant::countOfConnectionsChangesBetweenRequests()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const QString id = tenant.organizations().first().id;
    for (const int count : {3, 0, 120, 100}) {
        QVERIFY(tenant.setConnectionCount(id, count));
        QCOMPARE(client.list("include_totals=true").object().value("total"_L1).toInt(), count);
    }
    QVERIFY(!tenant.setConnectionCount(u"org_none"_s, 1));
}

void TestDemoTenant::aListingThatGrowsTwiceHoldsNoIdTwice()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const QString id = tenant.organizations().first().id;
    for (const int count : {12, 14, 11, 13})
        QVERIFY(tenant.setConnectionCount(id, count));
    QSet<QString> ids;
    const QJsonArray rows = client.list("per_page=100").array();
    for (const QJsonValue &row : rows)
        ids.insert(row["connection_id"_L1].toString());
    QCOMPARE(ids.size(), rows.size());
    QCOMPARE(rows.size(), 13);
}

void TestDemoTenant::faultsSwitchWhileRunning()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    tenant.setFaults({u"error-503"_s});
    QCOMPARE(client.list("").status, 503);
    tenant.setFaults({});
    QCOMPARE(client.list("").status, 200);
}

void TestDemoTenant::asksForAuthenticationFirst_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QString() << 401;
    QTest::newRow("other scheme") << u"Authorization: Basic YTpi"_s << 401;
    QTest::newRow("not a token") << u"Authorization: Bearer abc"_s << 400;
    QTest::newRow("forged") << u"Authorization: Bearer a.b.c"_s << 401;
}

void TestDemoTenant::asksForAuthenticationFirst()
{
    QFETCH(QString, header);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    // The query and the organization are bad, too, but the tenant checks these later.
    const RawAnswer answer =
        client.get("/api/v2/organizations/org_none/connections?page=-1", header.toLatin1());
    QTEST(answer.status, "status");
    Demo::TokenClaims claims;
    claims.scope = u"read:clients"_s;
    const QByteArray weak = "Authorization: Bearer " + tenant.makeToken(claims);
    QCOMPARE(client.get("/api/v2/organizations/org_none/connections?page=-1", weak).status, 403);
    const QByteArray good = "Authorization: Bearer " + tenant.accessToken();
    QCOMPARE(client.get("/api/v2/organizations/org_none/connections?page=-1", good).status, 400);
    const RawAnswer last = client.get("/api/v2/organizations/org_none/connections", good);
    QCOMPARE(last.status, 404);
    QCOMPARE(
        last.body,
        R"({"statusCode":404,"error":"Not Found","message":"No organization found by that id or name"})");
}

void TestDemoTenant::decodesTheOrganizationId()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const QByteArray encoded = client.target(0).replace("org_", "%6Frg%5F");
    const QByteArray good = "Authorization: Bearer " + tenant.accessToken();
    QCOMPARE(client.get(encoded, good).status, 200);
    QCOMPARE(client.get("/api/v2/organizations/a%2Fb/connections", good).message(),
             u"No organization found by that id or name"_s);
}

void TestDemoTenant::refusesAnIdThatIsTooLong()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const QByteArray good = "Authorization: Bearer " + tenant.accessToken();
    const QByteArray head = "/api/v2/organizations/";
    QCOMPARE(client.get(head + QByteArray(50, 'x') + "/connections", good).status, 404);
    const RawAnswer answer = client.get(head + QByteArray(51, 'x') + "/connections", good);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.message(),
             u"Path validation error: 'String is too long (51 chars), maximum 50' on property id "
             u"(Organization identifier)."_s);
}

void TestDemoTenant::knowsNoOtherRoute_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("root") << QByteArray("GET /");
    QTest::newRow("clients") << QByteArray("GET /api/v2/clients");
    QTest::newRow("no organization") << QByteArray("GET /api/v2/organizations//connections");
    QTest::newRow("one more") << QByteArray("GET /api/v2/organizations/org_a/connections/con_b");
    QTest::newRow("slash") << QByteArray("GET /api/v2/organizations/org_a/connections/");
    QTest::newRow("delete") << QByteArray("DELETE /api/v2/organizations/org_a/connections");
    QTest::newRow("options") << QByteArray("OPTIONS /api/v2/organizations/org_a/connections");
    QTest::newRow("post") << QByteArray("POST /api/v2/organizations/org_a/connections");
    QTest::newRow("patch") << QByteArray("PATCH /api/v2/organizations/org_a/connections");
}

void TestDemoTenant::knowsNoOtherRoute()
{
    QFETCH(QByteArray, start);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const bool upload = start.startsWith('P');
    for (int i = 0; i < 2; ++i) { // the second on the same connection, where no body is left
        const RawAnswer answer = client.send(
            start + " HTTP/1.1\r\nHost: x\r\n"
            + (upload ? "Content-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}"
                      : "\r\n"));
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.body, R"({"statusCode":404,"error":"Not Found","message":"Not Found"})");
        QVERIFY(!answer.closed);
    }
}

void TestDemoTenant::rateLimitIsA429WithHeaders_data()
{
    QTest::addColumn<Demo::Plan>("plan");
    QTest::addColumn<int>("burst");
    QTest::newRow("free") << Demo::Plan::Free << 2;
    QTest::newRow("professional") << Demo::Plan::Professional << 5;
    QTest::newRow("enterprise") << Demo::Plan::Enterprise << 10;
}

void TestDemoTenant::rateLimitIsA429WithHeaders()
{
    QFETCH(Demo::Plan, plan);
    QFETCH(int, burst);
    Demo::Options options;
    options.plan = plan;
    Demo::Tenant tenant(options);
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    for (int i = 0; i < burst; ++i) {
        const RawAnswer answer = client.list("");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("x-ratelimit-limit"), QByteArray::number(burst));
    }
    const RawAnswer answer = client.list("");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.object().value("error"_L1).toString(), u"Too Many Requests"_s);
    QCOMPARE(answer.object().value("errorCode"_L1).toString(), u"too_many_requests"_s);
    QCOMPARE(answer.headers.value("x-ratelimit-remaining"), "0");
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const qint64 reset = answer.headers.value("x-ratelimit-reset").toLongLong();
    QVERIFY2(reset >= now && reset <= now + 3, qPrintable(QString::number(reset - now)));
}

void TestDemoTenant::refusalsTakeNothingFromTheRateLimit()
{
    Demo::Options options;
    options.plan = Demo::Plan::Free;
    Demo::Tenant tenant(options);
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    for (int i = 0; i < 10; ++i) {
        const RawAnswer answer = client.get(client.target(0), {});
        QCOMPARE(answer.status, 401);
        QVERIFY(!answer.headers.contains("x-ratelimit-limit"));
    }
    QCOMPARE(client.list("").status, 200);
}

void TestDemoTenant::unknownFaultIsRefused()
{
    Demo::Options options;
    options.faults = {u"gremlins"_s};
    Demo::Tenant tenant(options);
    QVERIFY(!tenant.start());
    QVERIFY(tenant.errorString().contains(u"gremlins"_s));
}

void TestDemoTenant::faultConcernsOneOrganizationAlone()
{
    Demo::Tenant tenant({.faultsAt = {{u"globex-partners"_s, u"error-500"_s},
                                      {u"globex-partners"_s, u"rate-limit-once"_s}}});
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    QCOMPARE(client.list("", 0).status, 200);
    QCOMPARE(client.list("", 1).status, 429); // once
    QCOMPARE(client.list("", 1).status, 500);
    QCOMPARE(client.list("", 2).status, 200);
    QVERIFY(tenant.setFaultsAt(tenant.organizations().at(1).id, {}));
    QCOMPARE(client.list("", 1).status, 200);
    QVERIFY(!tenant.setFaultsAt(u"nobody"_s, {}));
    Demo::Tenant refused({.faultsAt = {{u"nobody"_s, u"error-500"_s}}});
    QVERIFY(!refused.start());
    QCOMPARE(refused.errorString(), u"There is no organization \"nobody\""_s);
}

void TestDemoTenant::tokenExpiresAfterItsRequests()
{
    Demo::Tenant tenant({.tokenRequests = 3});
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    for (int round = 0; round < 2; ++round) { // with a new token each
        const QByteArray token = "Authorization: Bearer " + tenant.accessToken();
        for (int request = 0; request < 3; ++request)
            QCOMPARE(client.get(client.target(0), token).status, 200);
        const RawAnswer expired = client.get(client.target(0), token);
        QCOMPARE(expired.status, 401);
        QVERIFY(expired.body.contains("Expired token"));
    }
}

void TestDemoTenant::applicationGetsAToken_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::newRow("form") << false;
    QTest::newRow("JSON") << true;
}

void TestDemoTenant::applicationGetsAToken()
{
    QFETCH(bool, isJson);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const QJsonObject json{
        {u"grant_type"_s, u"client_credentials"_s},
        {u"client_id"_s, QString::fromLatin1(Demo::ClientId)},
        {u"client_secret"_s, QString::fromLatin1(Demo::ClientSecret)},
        {u"audience"_s, u"https://127.0.0.1:%1/api/v2/"_s.arg(tenant.port())},
    };
    const RawAnswer answer = isJson
        ? signIn(tenant, "application/json", QJsonDocument(json).toJson())
        : signInWithForm(tenant);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), "application/json");
    QCOMPARE(answer.headers.value("cache-control"), "no-store");
    QCOMPARE(answer.headers.value("pragma"), "no-cache");
    QVERIFY(answer.body.startsWith(R"({"access_token":)"));
    QCOMPARE(answer.object().value("token_type"_L1), u"Bearer"_s);
    QCOMPARE(answer.object().value("expires_in"_L1), 86'400);
    QCOMPARE(answer.object().value("scope"_L1),
             u"read:organization_connections read:organizations"_s);
    QCOMPARE(tenant.exchanges(), 1);

    DemoClient client(tenant);
    const QByteArray token = answer.object().value("access_token"_L1).toString().toLatin1();
    QCOMPARE(client.get(client.target(0), "Authorization: Bearer " + token).status, 200);
}

void TestDemoTenant::tokenOfAnApplicationExpires()
{
    Demo::Tenant tenant({.tokenLifetime = 1s});
    QVERIFY(tenant.start());
    const QJsonObject answer = signInWithForm(tenant).object();
    QCOMPARE(answer.value("expires_in"_L1), 1);
    DemoClient client(tenant);
    const QByteArray header =
        "Authorization: Bearer " + answer.value("access_token"_L1).toString().toLatin1();
    QTRY_COMPARE(client.get(client.target(0), header).status, 401);
    QCOMPARE(client.list("").status, 200); // the other token lives as before
    QVERIFY(signInWithForm(tenant).object() != answer);
    QCOMPARE(tenant.exchanges(), 2);
}

void TestDemoTenant::noTokenForAnotherSecret()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const RawAnswer answer =
        signIn(tenant, "application/x-www-form-urlencoded", formOf(tenant, "another"));
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.body, R"({"error":"access_denied","error_description":"Unauthorized"})"_ba);
    QCOMPARE(answer.headers.value("cache-control"), "no-store");
    QCOMPARE(tenant.exchanges(), 0);
}

void TestDemoTenant::tokenEndpointHasItsOwnFaults()
{
    Demo::Tenant tenant({.faults = {u"error-500"_s, u"error-503-once"_s}});
    QVERIFY(tenant.start());
    QCOMPARE(signInWithForm(tenant).status, 200);
    QCOMPARE(DemoClient(tenant).list("").status, 503); // that fault is still there
    tenant.setFaults({u"sign-in-rate-limit-once"_s});
    QCOMPARE(DemoClient(tenant).list("").status, 200);
    QCOMPARE(signInWithForm(tenant).status, 429);
    QCOMPARE(signInWithForm(tenant).status, 200);
    QVERIFY(tenant.setFaultsAt(QString::fromLatin1(Demo::TokenTarget), {u"error-500"_s}));
    QCOMPARE(signInWithForm(tenant).status, 500);
    QCOMPARE(DemoClient(tenant).list("").status, 200);
}

QTEST_GUILESS_MAIN(TestDemoTenant)
#include "tst_demotenant.moc"
