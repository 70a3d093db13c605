// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What the tenant refuses.
class tst_DemoTenantRefusals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
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
};

void tst_DemoTenantRefusals::asksForAuthenticationFirst_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QString() << 401;
    QTest::newRow("other scheme") << u"Authorization: Basic YTpi"_s << 401;
    QTest::newRow("not a token") << u"Authorization: Bearer abc"_s << 400;
    QTest::newRow("forged") << u"Authorization: Bearer a.b.c"_s << 401;
}

void tst_DemoTenantRefusals::asksForAuthenticationFirst()
{
    QFETCH(QString, header);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    // Neither the query nor the organization is good either, but that is asked later.
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

void tst_DemoTenantRefusals::decodesTheOrganizationId()
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

void tst_DemoTenantRefusals::refusesAnIdThatIsTooLong()
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

void tst_DemoTenantRefusals::knowsNoOtherRoute_data()
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

void tst_DemoTenantRefusals::knowsNoOtherRoute()
{
    QFETCH(QByteArray, start);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const bool upload = start.startsWith('P');
    for (int i = 0; i < 2; ++i) { // the second on the same connection: no body is left over
        const RawAnswer answer = client.send(
            start + " HTTP/1.1\r\nHost: x\r\n"
            + (upload ? "Content-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}"
                      : "\r\n"));
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.body, R"({"statusCode":404,"error":"Not Found","message":"Not Found"})");
        QVERIFY(!answer.closed);
    }
}

void tst_DemoTenantRefusals::rateLimitIsA429WithHeaders_data()
{
    QTest::addColumn<Demo::Plan>("plan");
    QTest::addColumn<int>("burst");
    QTest::newRow("free") << Demo::Plan::Free << 2;
    QTest::newRow("professional") << Demo::Plan::Professional << 5;
    QTest::newRow("enterprise") << Demo::Plan::Enterprise << 10;
}

void tst_DemoTenantRefusals::rateLimitIsA429WithHeaders()
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

void tst_DemoTenantRefusals::refusalsTakeNothingFromTheRateLimit()
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

void tst_DemoTenantRefusals::unknownFaultIsRefused()
{
    Demo::Options options;
    options.faults = {u"gremlins"_s};
    Demo::Tenant tenant(options);
    QVERIFY(!tenant.start());
    QVERIFY(tenant.errorString().contains(u"gremlins"_s));
}

QTEST_GUILESS_MAIN(tst_DemoTenantRefusals)
#include "tst_demotenantrefusals.moc"
