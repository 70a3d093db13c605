// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

//! What the tenant answers to real requests.
class tst_DemoTenant final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheShowcaseWithTotals();
    void listsABareArrayWithoutTotals();
    void pagesThroughAllRowsOnce();
    void hasTheHeadersOfTheApi();
    void answersQNetworkAccessManager();
    void latencyComesBeforeTheAnswer();
    void recordsRequestsWithoutTheToken();
    void countOfConnectionsChangesBetweenRequests();
    void aListingThatGrowsTwiceHoldsNoIdTwice();
    void faultsSwitchWhileRunning();
};

void tst_DemoTenant::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_DemoTenant::listsTheShowcaseWithTotals()
{
    Demo::Tenant tenant;
    QVERIFY2(tenant.start(), qUtf8Printable(tenant.errorString()));
    const RawAnswer answer = DemoClient(tenant).list("include_totals=true");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.startsWith(R"({"connections":[{"connection_id":"con_)"));
    QVERIFY(answer.body.endsWith(R"(}],"start":0,"limit":50,"total":10})"));
    QCOMPARE(answer.object().value("connections"_L1).toArray().size(), 10);
}

void tst_DemoTenant::listsABareArrayWithoutTotals()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    QCOMPARE(client.list("").array().size(), 10);
    QCOMPARE(client.list("include_totals=false&per_page=3&page=3").array().size(), 1);
    QCOMPARE(client.list("", 2).body, "[]");
}

void tst_DemoTenant::pagesThroughAllRowsOnce()
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

void tst_DemoTenant::hasTheHeadersOfTheApi()
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

void tst_DemoTenant::answersQNetworkAccessManager()
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

void tst_DemoTenant::latencyComesBeforeTheAnswer()
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

void tst_DemoTenant::recordsRequestsWithoutTheToken()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    client.list("page=0&per%5Fpage=5");
    client.get("/elsewhere", {});
    const QList<Demo::Request> requests = tenant.requests();
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

void tst_DemoTenant::countOfConnectionsChangesBetweenRequests()
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

void tst_DemoTenant::aListingThatGrowsTwiceHoldsNoIdTwice()
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

void tst_DemoTenant::faultsSwitchWhileRunning()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    tenant.setFaults({u"error-503"_s});
    QCOMPARE(client.list("").status, 503);
    tenant.setFaults({});
    QCOMPARE(client.list("").status, 200);
}

QTEST_GUILESS_MAIN(tst_DemoTenant)
#include "tst_demotenant.moc"
