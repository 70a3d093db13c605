// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/listing.h"

#include "demo/generator.h"
#include "demo/tenant.h"
#include "democlient.h"
#include "support/recordingtenant.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

Demo::Connection database()
{
    Demo::Connection connection;
    connection.id = u"con_Evpbs7vILMWmWd6y"_s;
    connection.name = u"Acceptance-Test-Connection-testaccdatasourceorganization"_s;
    connection.strategy = u"auth0"_s;
    connection.accessLevel = u"none"_s;
    return connection;
}

QList<Demo::Connection> sorted(int count)
{
    QList<Demo::Connection> connections = Demo::generateConnections(u"seed"_s, count);
    Demo::sortConnections(connections);
    return connections;
}

} // namespace

//! The listings as pure functions, then the list of organizations and the older listing by real
//! requests.
class TestListing final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pageIsTheRecordedOneToTheByte();
    void rowOfAnotherStrategyHasNoSignup();
    void rowShowsANameThatIsSet();
    void rowShowsTheLevelOfMembersIfItHasOne();
    void slicesExactly_data();
    void slicesExactly();
    void filterCountsWhatItKeeps_data();
    void filterCountsWhatItKeeps();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void checkpointsReachAllOnceAndNextIsAbsentAtTheEnd_data();
    void checkpointsReachAllOnceAndNextIsAbsentAtTheEnd();
    void unknownCheckpointIsRefused_data();
    void unknownCheckpointIsRefused();
    void offsetsComeBareOrWithTotals();
    void sortsByName();
    void rowHasTheKeysOfTheApi();
    void eitherScopeIsEnough();
    void organizationsHaveTheirOwnRateLimit();
    void theCatalogueHasEachConnectionOnce();
    void theCatalogueNeedsItsScope();
    void generatedOrganizationHasConnections();
    void olderListingIsOfEnabledRows();
    void olderListingCountsItsRows();
    void olderListingRefuses();
    void everyRouteIsRecorded();

private:
    static RawAnswer get(const Demo::Tenant &tenant, const QByteArray &query);
    static QByteArray older(const Demo::Tenant &tenant, int organization, const QByteArray &query);
};

void TestListing::pageIsTheRecordedOneToTheByte()
{
    const auto page = Demo::connectionPage({database()}, {0, 50, true, true});
    QCOMPARE(
        QByteArray::fromStdString(page.dump()),
        R"({"connections":[{"connection_id":"con_Evpbs7vILMWmWd6y","is_signup_enabled":false,"assign_membership_on_login":false,"show_as_button":true,"is_enabled":true,"organization_access_level":"none","connection":{"name":"Acceptance-Test-Connection-testaccdatasourceorganization","strategy":"auth0"}}],"start":0,"limit":50,"total":1})");
    QCOMPARE(QByteArray::fromStdString(Demo::connectionPage({}, {0, 50, true, {}}).dump()),
             R"({"connections":[],"start":0,"limit":50,"total":0})");
    QCOMPARE(
        QByteArray::fromStdString(Demo::connectionPage({database()}, {1, 50, true, true}).dump()),
        R"({"connections":[],"start":50,"limit":50,"total":1})");
}

void TestListing::rowOfAnotherStrategyHasNoSignup()
{
    Demo::Connection connection = database();
    connection.strategy = u"okta"_s;
    QVERIFY(!Demo::connectionRow(connection).contains("is_signup_enabled"));
    QVERIFY(Demo::connectionRow(connection).contains("show_as_button"));
    QVERIFY(!Demo::connectionRow(connection).contains("organization_connection_name"));
}

void TestListing::rowShowsANameThatIsSet()
{
    Demo::Connection connection = database();
    connection.organizationConnectionName = u"東京"_s;
    QCOMPARE(Demo::connectionRow(connection)["organization_connection_name"].get<std::string>(),
             "東京");
}

void TestListing::rowShowsTheLevelOfMembersIfItHasOne()
{
    const char *key = "organization_member_access_level";
    Demo::Connection connection = database();
    QVERIFY(!Demo::connectionRow(connection).contains(key));
    connection.memberAccessLevel = u"readonly"_s;
    QCOMPARE(Demo::connectionRow(connection)[key].get<std::string>(), "readonly");
    connection.memberAccessLevel = QString();
    QVERIFY(Demo::connectionRow(connection)[key].is_null());
    QVERIFY(!Demo::connectionRow(connection, Demo::Route::Kind::EnabledConnections).contains(key));
}

void TestListing::slicesExactly_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("page");
    QTest::addColumn<int>("perPage");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << 0 << qint64(0) << 50 << 0;
    QTest::newRow("one") << 1 << qint64(0) << 50 << 1;
    QTest::newRow("exactly full") << 50 << qint64(0) << 50 << 50;
    QTest::newRow("after exactly full") << 50 << qint64(1) << 50 << 0;
    QTest::newRow("full last") << 100 << qint64(1) << 50 << 50;
    QTest::newRow("one left over") << 101 << qint64(2) << 50 << 1;
    QTest::newRow("one by one") << 237 << qint64(236) << 1 << 1;
    QTest::newRow("far beyond") << 237 << qint64(1'000'000'000'000'000) << 100 << 0;
}

void TestListing::slicesExactly()
{
    QFETCH(int, count);
    QFETCH(qint64, page);
    QFETCH(int, perPage);
    QFETCH(int, rows);
    const QList<Demo::Connection> all = sorted(count);
    const auto json = Demo::connectionPage(all, {page, perPage, true, {}});
    QCOMPARE(int(json["connections"].size()), rows);
    QCOMPARE(json["start"].get<qint64>(), page * perPage);
    QCOMPARE(json["limit"].get<int>(), perPage);
    QCOMPARE(json["total"].get<int>(), count);
    for (int i = 0; i < rows; ++i) {
        QCOMPARE(QString::fromStdString(json["connections"][size_t(i)]["connection_id"]),
                 all.at(page * perPage + i).id);
    }
}

void TestListing::filterCountsWhatItKeeps_data()
{
    QTest::addColumn<bool>("enabled");
    QTest::newRow("enabled") << true;
    QTest::newRow("disabled") << false;
}

void TestListing::filterCountsWhatItKeeps()
{
    QFETCH(bool, enabled);
    const QList<Demo::Connection> all = sorted(237);
    const auto kept =
        std::count_if(all.begin(), all.end(),
                      [enabled](const Demo::Connection &each) { return each.enabled == enabled; });
    int seen = 0;
    for (int page = 0; page < 5; ++page) {
        const auto json = Demo::connectionPage(all, {page, 50, true, enabled});
        QCOMPARE(json["total"].get<qsizetype>(), kept);
        for (const auto &row : json["connections"]) {
            QCOMPARE(row["is_enabled"].get<bool>(), enabled);
            ++seen;
        }
    }
    QCOMPARE(seen, kept);
}

RawAnswer TestListing::get(const Demo::Tenant &tenant, const QByteArray &query)
{
    return DemoClient(tenant).get("/api/v2/organizations" + query,
                                  "Authorization: Bearer " + tenant.accessToken());
}

QByteArray TestListing::older(const Demo::Tenant &tenant, int organization, const QByteArray &query)
{
    return '/' + tenant.organizations().at(organization).id.toLatin1() + "/enabled_connections"
        + query;
}

void TestListing::checkpointsReachAllOnceAndNextIsAbsentAtTheEnd_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("requests");
    QTest::newRow("one page") << 5 << 1;
    QTest::newRow("exactly two") << 20 << 2;
    QTest::newRow("three") << 23 << 3;
    QTest::newRow("beyond the limit of offsets") << 1005 << 101;
}

void TestListing::checkpointsReachAllOnceAndNextIsAbsentAtTheEnd()
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

void TestListing::unknownCheckpointIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("word") << QByteArray("org_none");
    QTest::newRow("another's") << QByteArray("2023-03-14 11:17:19.466000UTC,org_Wz2uMwAVQmfRb03I")
                                      .toBase64(QByteArray::Base64UrlEncoding);
}

void TestListing::unknownCheckpointIsRefused()
{
    QFETCH(QByteArray, from);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const RawAnswer answer = get(tenant, "?from=" + from);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.object().value("errorCode"_L1).toString(), u"invalid_paging"_s);
}

void TestListing::offsetsComeBareOrWithTotals()
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

void TestListing::sortsByName()
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

void TestListing::rowHasTheKeysOfTheApi()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    const RawAnswer answer = get(tenant, "?take=2");
    QVERIFY(answer.body.startsWith(
        R"({"organizations":[{"id":"org_tND54yIDkRM8yuSM","name":"acme-corp","display_name":"Acme Corp","branding":{"logo_url":)"));
    const QJsonArray rows = answer.object().value("organizations"_L1).toArray();
    QCOMPARE(rows.at(1).toObject().keys(), QStringList({u"display_name"_s, u"id"_s, u"name"_s}));
}

void TestListing::eitherScopeIsEnough()
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

//! Page by page, those of all organizations and some that none has.
void TestListing::theCatalogueHasEachConnectionOnce()
{
    Demo::Tenant tenant({.organizations = Demo::BuiltInOrganizations});
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const QByteArray token =
        "Authorization: Bearer " + tenant.makeToken({.scope = u"read:connections"_s});
    const QByteArray list =
        "/api/v2/connections?fields=id,name,strategy&include_fields=true&take=100";
    QSet<QString> ids;
    QString next;
    int pages = 0;
    do {
        const auto answer =
            client.get(list + (next.isEmpty() ? QByteArray() : "&from=" + next.toLatin1()), token);
        QCOMPARE(answer.status, 200);
        const QJsonArray rows = answer.object().value("connections"_L1).toArray();
        for (const QJsonValue &row : rows) {
            QCOMPARE(row.toObject().keys(), QStringList({u"id"_s, u"name"_s, u"strategy"_s}));
            const QString id = row.toObject().value("id"_L1).toString();
            QVERIFY(!ids.contains(id));
            ids.insert(id);
        }
        next = answer.object().value("next"_L1).toString();
        QVERIFY(next.isEmpty() || rows.size() == 100);
        ++pages;
    } while (!next.isEmpty() && pages < 100);
    QCOMPARE(pages, (int(ids.size()) + 99) / 100);
    QVERIFY(pages > 1);
    for (const QByteArray query : {"?take=101", "?from=nonsense", "?page=0", "?include_fields=no"})
        QCOMPARE(client.get("/api/v2/connections" + query, token).status, 400);
}

//! A token of the tenant has usually no right to it.
void TestListing::theCatalogueNeedsItsScope()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const auto answer =
        client.get("/api/v2/connections?take=1", "Authorization: Bearer " + tenant.accessToken());
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.object().value("message"_L1).toString(),
             u"Insufficient scope, expected any of: read:connections"_s);
    QCOMPARE(client.get("/api/v2/connections?take=1", {}).status, 401);
}

void TestListing::organizationsHaveTheirOwnRateLimit()
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

void TestListing::generatedOrganizationHasConnections()
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

void TestListing::olderListingIsOfEnabledRows()
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
             {"is_enabled"_L1, "organization_access_level"_L1, "organization_connection_name"_L1,
              "organization_member_access_level"_L1})
            row.remove(key);
        QCOMPARE(rows.at(i).toObject(), row);
    }
}

void TestListing::olderListingCountsItsRows()
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

void TestListing::olderListingRefuses()
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

void TestListing::everyRouteIsRecorded()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    get(tenant, "?take=3");
    get(tenant, older(tenant, 0, {}));
    DemoClient(tenant).get("/api/v2/organizations", {});
    const QList<RecordedRequest> requests = tenant.requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests.at(0).path, u"/api/v2/organizations?take=3"_s);
    QVERIFY(requests.at(0).hadToken);
    QVERIFY(requests.at(1).path.endsWith(u"/enabled_connections"_s));
    QVERIFY(!requests.at(2).hadToken);
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
