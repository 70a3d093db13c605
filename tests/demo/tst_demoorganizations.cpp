// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The list of organizations, and the older listing of their connections.
class tst_DemoOrganizations final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void checkpointsReachAllOnceAndNextIsAbsentAtTheEnd_data();
    void checkpointsReachAllOnceAndNextIsAbsentAtTheEnd();
    void checkpointOfAnotherIsRefused_data();
    void checkpointOfAnotherIsRefused();
    void offsetsComeBareOrWithTotals();
    void sortsByName();
    void rowHasTheKeysOfTheApi();
    void eitherScopeIsEnough();
    void rateLimitIsItsOwn();
    void generatedOrganizationHasConnections();
    void olderListingIsOfEnabledRows();
    void olderListingCountsItsRows();
    void olderListingRefuses();
    void everyRouteIsRecorded();

private:
    static RawAnswer get(const Demo::Tenant &tenant, const QByteArray &query);
    static QByteArray older(const Demo::Tenant &tenant, int organization, const QByteArray &query);
};

RawAnswer tst_DemoOrganizations::get(const Demo::Tenant &tenant, const QByteArray &query)
{
    return DemoClient(tenant).get("/api/v2/organizations" + query,
                                  "Authorization: Bearer " + tenant.accessToken());
}

QByteArray tst_DemoOrganizations::older(const Demo::Tenant &tenant, int organization,
                                        const QByteArray &query)
{
    return '/' + tenant.organizations().at(organization).id.toLatin1() + "/enabled_connections"
        + query;
}

void tst_DemoOrganizations::checkpointsReachAllOnceAndNextIsAbsentAtTheEnd_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("requests");
    QTest::newRow("one page") << 5 << 1;
    QTest::newRow("exactly two") << 20 << 2;
    QTest::newRow("three") << 23 << 3;
    QTest::newRow("beyond the limit of offsets") << 1005 << 101;
}

void tst_DemoOrganizations::checkpointsReachAllOnceAndNextIsAbsentAtTheEnd()
{
    QFETCH(int, count);
    Demo::Options options;
    options.organizations = count;
    Demo::Tenant tenant(options);
    QVERIFY(tenant.start());
    QByteArray query = "?take=10";
    QStringList ids;
    int requests = 0;
    while (!query.isEmpty()) {
        const QJsonObject page = get(tenant, query).object();
        QVERIFY(!page.contains("total"_L1));
        for (const QJsonValue &row : page.value("organizations"_L1).toArray())
            ids.append(row.toObject().value("id"_L1).toString());
        const QString next = page.value("next"_L1).toString();
        QCOMPARE(next.isEmpty(), !page.contains("next"_L1));
        query = next.isEmpty() ? QByteArray() : QByteArray("?take=10&from=" + next.toLatin1());
        ++requests;
    }
    QTEST(requests, "requests");
    QStringList expected;
    for (const Demo::Organization &each : tenant.organizations())
        expected.append(each.id);
    QCOMPARE(ids, expected);
}

void tst_DemoOrganizations::checkpointOfAnotherIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("word") << QByteArray("org_none");
    QTest::newRow("another's") << QByteArray("2023-03-14 11:17:19.466000UTC,org_Wz2uMwAVQmfRb03I")
                                      .toBase64(QByteArray::Base64UrlEncoding);
}

void tst_DemoOrganizations::checkpointOfAnotherIsRefused()
{
    QFETCH(QByteArray, from);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const RawAnswer answer = get(tenant, "?from=" + from);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.object().value("errorCode"_L1).toString(), u"invalid_paging"_s);
}

void tst_DemoOrganizations::offsetsComeBareOrWithTotals()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    QCOMPARE(get(tenant, "").array().size(), 5);
    const RawAnswer page = get(tenant, "?include_totals=true&per_page=2&page=2");
    QVERIFY2(page.body.endsWith("}],\"start\":4,\"limit\":2,\"total\":5}"), page.body.constData());
    QCOMPARE(page.object().value("organizations"_L1).toArray().size(), 1);
    QCOMPARE(get(tenant, "?page=10&per_page=100").status, 400);
    QVERIFY(get(tenant, "?take=2&include_totals=true").object().contains("next"_L1));
}

void tst_DemoOrganizations::sortsByName()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const auto first = [&tenant](const QByteArray &query) {
        return get(tenant, query).array().first().toObject().value("name"_L1).toString();
    };
    QCOMPARE(first("?sort=name:1"), u"acme-corp"_s);
    QCOMPARE(first("?sort=name:-1"), u"wayfarer-worldwide"_s);
    QCOMPARE(first("?sort=created_at:-1"), u"umbrella-fifty"_s);
}

void tst_DemoOrganizations::rowHasTheKeysOfTheApi()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const RawAnswer answer = get(tenant, "?take=2");
    QVERIFY(answer.body.startsWith(
        R"({"organizations":[{"id":"org_tND54yIDkRM8yuSM","name":"acme-corp","display_name":"Acme Corp","branding":{"logo_url":)"));
    const QJsonArray rows = answer.object().value("organizations"_L1).toArray();
    QCOMPARE(rows.at(1).toObject().keys(), QStringList({u"display_name"_s, u"id"_s, u"name"_s}));
}

void tst_DemoOrganizations::eitherScopeIsEnough()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const auto ask = [&](const QString &scope) {
        Demo::TokenClaims claims;
        claims.scope = scope;
        return client.get("/api/v2/organizations",
                          "Authorization: Bearer " + tenant.makeToken(claims));
    };
    QCOMPARE(ask(u"read:organizations"_s).status, 200);
    QCOMPARE(ask(u"read:organizations_summary"_s).status, 200);
    const RawAnswer answer = ask(u"read:organization_connections"_s);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.message(),
             u"Insufficient scope, expected any of: read:organizations, "
             u"read:organizations_summary"_s);
    QCOMPARE(client.get("/api/v2/organizations", {}).status, 401);
}

void tst_DemoOrganizations::rateLimitIsItsOwn()
{
    Demo::Options options;
    options.plan = Demo::Plan::Professional;
    Demo::Tenant tenant(options);
    QVERIFY(tenant.start());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(get(tenant, "").status, 200);
    const RawAnswer answer = get(tenant, "");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.message(),
             u"Global per minute organizations_read group limit has been reached"_s);
    // The two listings of connections share the other bucket.
    for (int i = 0; i < 5; ++i)
        QCOMPARE(get(tenant, older(tenant, 0, {})).status, 200);
    QCOMPARE(DemoClient(tenant).list("").status, 429);
}

void tst_DemoOrganizations::generatedOrganizationHasConnections()
{
    Demo::Options options;
    options.organizations = 10'000;
    Demo::Tenant tenant(options);
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const QByteArray body = client.list("include_totals=true", 9'999).body;
    QVERIFY(body.startsWith(R"({"connections":[{"connection_id":"con_)"));
    QCOMPARE(client.list("include_totals=true", 9'999).body, body);
}

void tst_DemoOrganizations::olderListingIsOfEnabledRows()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const QJsonArray expected = DemoClient(tenant).list("is_enabled=true").array();
    const QJsonArray rows = get(tenant, older(tenant, 0, {})).array();
    QCOMPARE(rows.size(), expected.size());
    QVERIFY(rows.size() < 10);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = expected.at(i).toObject();
        for (const QLatin1String key :
             {"is_enabled"_L1, "organization_access_level"_L1, "organization_connection_name"_L1})
            row.remove(key);
        QCOMPARE(rows.at(i).toObject(), row);
    }
}

void tst_DemoOrganizations::olderListingCountsItsRows()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const auto tail = [&](int organization, const QByteArray &query) {
        const QByteArray body = get(tenant, older(tenant, organization, query)).body;
        return body.mid(body.lastIndexOf(']'));
    };
    QVERIFY(get(tenant, older(tenant, 0, "?include_totals=true"))
                .body.startsWith(R"({"enabled_connections":[{"connection_id":)"));
    QCOMPARE(tail(0, "?include_totals=true&per_page=100"),
             "],\"start\":0,\"limit\":7,\"total\":7}");
    QCOMPARE(tail(0, "?include_totals=true&per_page=5&page=1"),
             "],\"start\":5,\"limit\":2,\"total\":7}");
    QCOMPARE(tail(2, "?include_totals=true&page=1"), "],\"start\":0,\"limit\":0,\"total\":0}");
}

void tst_DemoOrganizations::olderListingRefuses()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    QCOMPARE(get(tenant, older(tenant, 0, "?is_enabled=true")).message(),
             u"Query validation error: 'Additional properties not allowed: is_enabled'."_s);
    QCOMPARE(get(tenant, "/org_none/enabled_connections").status, 404);
    Demo::TokenClaims claims;
    claims.scope = u"read:organizations"_s;
    QCOMPARE(DemoClient(tenant)
                 .get("/api/v2/organizations" + older(tenant, 0, {}),
                      "Authorization: Bearer " + tenant.makeToken(claims))
                 .status,
             403);
}

void tst_DemoOrganizations::everyRouteIsRecorded()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    get(tenant, "?take=3");
    get(tenant, older(tenant, 0, {}));
    DemoClient(tenant).get("/api/v2/organizations", {});
    const QList<Demo::Request> requests = tenant.requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests.at(0).path, u"/api/v2/organizations?take=3"_s);
    QVERIFY(requests.at(0).hadToken);
    QVERIFY(requests.at(1).path.endsWith(u"/enabled_connections"_s));
    QVERIFY(!requests.at(2).hadToken);
}

QTEST_GUILESS_MAIN(tst_DemoOrganizations)
#include "tst_demoorganizations.moc"
