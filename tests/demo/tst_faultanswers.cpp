// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"
#include "support/recordingtenant.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Each fault that replaces an answer does what its description says.
class TestFaultAnswers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void replacesTheAnswer_data();
    void replacesTheAnswer();
    void rateLimitSaysWhen();
    void rateLimitSaysNonsense_data();
    void rateLimitSaysNonsense();
    void rateLimitDateIsOnceAndAheadOfNow();
    void expiresOnceAlone();
    void faultsOfOneEndpointLeaveTheOthers_data();
    void faultsOfOneEndpointLeaveTheOthers();
    void missingAuthenticationNamesTheScheme();
    void redirectsElsewhere_data();
    void redirectsElsewhere();
    void rateLimitOnceIsOnce();
    void error503OnceSaysWhen();
    void redirectsToAnotherHost();
    void redirectsToItselfOnce();
    void hangAnswersNothing();
    void dropClosesWithoutAnAnswer();
    void tooLargeContinuesToTheEnd();
    void gzipBombIsAnArchiveBombToQt();

private:
    RecordingTenant m_tenant;
};

void TestFaultAnswers::initTestCase()
{
    QVERIFY(m_tenant.start());
}

void TestFaultAnswers::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_tenant.setFaults({});
    m_tenant.clearRequests();
}

void TestFaultAnswers::replacesTheAnswer_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("start");

    const QByteArray json = "application/json; charset=utf-8";
    const QByteArray html = "text/html; charset=utf-8";
    QTest::newRow("500") << u"error-500"_s << 500 << json << QByteArray(R"({"statusCode":500,)");
    QTest::newRow("502") << u"error-502-html"_s << 502 << html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("503") << u"error-503"_s << 503 << json << QByteArray(R"({"statusCode":503,)");
    QTest::newRow("429") << u"rate-limit"_s << 429 << json << QByteArray(R"({"statusCode":429,)");
    QTest::newRow("401") << u"expired-token"_s << 401 << json
                         << QByteArray(
                                R"({"statusCode":401,"error":"Unauthorized","message":"Expired)");
    QTest::newRow("403") << u"wrong-scope"_s << 403 << json << QByteArray(R"({"statusCode":403,)");
    QTest::newRow("504") << u"error-504"_s << 504 << json << QByteArray(R"({"statusCode":504,)");
    QTest::newRow("524") << u"error-524-html"_s << 524 << html << QByteArray(R"(<!DOCTYPE html>)");
    QTest::newRow("firewall's page")
        << u"error-403-html"_s << 403 << html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("firewall's line")
        << u"error-403-text"_s << 403 << QByteArray("text/plain; charset=UTF-8")
        << QByteArray("error code: 1020");
    QTest::newRow("audience")
        << u"wrong-audience"_s << 401 << json
        << QByteArray(R"({"statusCode":401,"error":"Unauthorized","message":"Invalid token")");
    QTest::newRow("signature")
        << u"bad-signature"_s << 401 << json
        << QByteArray(R"({"statusCode":401,"error":"Unauthorized","message":"Invalid signature)");
    QTest::newRow("missing")
        << u"missing-authentication"_s << 401 << json
        << QByteArray(
               R"({"statusCode":401,"error":"Unauthorized","message":"Missing authentication"})");
    QTest::newRow("malformed")
        << u"malformed-token"_s << 400 << json
        << QByteArray(
               R"({"statusCode":400,"error":"Bad Request","message":"Bad HTTP authentication)");
    QTest::newRow("query")
        << u"rejected-query"_s << 400 << json
        << QByteArray(
               R"({"statusCode":400,"error":"Bad Request","message":"Query validation error: 'Additional properties not allowed: )");
    QTest::newRow("entitlement")
        << u"entitlement"_s << 403 << json
        << QByteArray(R"({"statusCode":403,"error":"Forbidden","message":"Please upgrade)");
    QTest::newRow("not json") << u"not-json"_s << 200 << json << QByteArray("connections: none");
    QTest::newRow("portal") << u"captive-portal"_s << 200 << html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("empty") << u"empty-body"_s << 200 << json << QByteArray();
    QTest::newRow("deep") << u"deep-nesting"_s << 200 << json
                          << QByteArray(R"({"connections":[[[[[[)");
}

void TestFaultAnswers::replacesTheAnswer()
{
    QFETCH(QString, fault);
    QFETCH(QByteArray, start);
    m_tenant.setFaults({fault});
    DemoClient client(m_tenant);
    for (int i = 0; i < 2; ++i) {
        const RawAnswer answer = client.list("include_totals=true");
        QTEST(answer.status, "status");
        QTEST(answer.headers.value("content-type"), "type");
        QVERIFY(answer.complete);
        QVERIFY2(answer.body.startsWith(start), answer.body.left(200).constData());
    }
    const QByteArray header = "Authorization: Bearer " + m_tenant.accessToken();
    QTEST(client.get("/api/v2/organizations?take=5", header).status, "status");
    if (start.isEmpty()) {
        QVERIFY(client.list("").body.isEmpty());
    }
}

void TestFaultAnswers::rateLimitSaysWhen()
{
    m_tenant.setFaults({u"rate-limit"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    const qint64 reset = answer.headers.value("x-ratelimit-reset").toLongLong();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QVERIFY(reset >= now && reset <= now + 1);
    QVERIFY(!answer.headers.contains("retry-after"));
}

void TestFaultAnswers::rateLimitOnceIsOnce()
{
    m_tenant.setFaults({u"rate-limit-once"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.headers.value("retry-after"), "1");
    QCOMPARE(client.list("").status, 200);
    QCOMPARE(client.list("").status, 200);
}

void TestFaultAnswers::error503OnceSaysWhen()
{
    m_tenant.setFaults({u"error-503-once"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.headers.value("retry-after"), "0.5");
    QCOMPARE(client.list("").status, 200);
    QCOMPARE(client.list("").status, 200);
}

void TestFaultAnswers::redirectsToAnotherHost()
{
    m_tenant.setFaults({u"redirect-other-host"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    QCOMPARE(answer.status, 302);
    QCOMPARE(answer.headers.value("location"),
             "http://localhost:" + QByteArray::number(m_tenant.port()) + "/stolen");
}

void TestFaultAnswers::redirectsToItselfOnce()
{
    m_tenant.setFaults({u"redirect-same-origin"_s});
    DemoClient client(m_tenant);
    const QByteArray header = "Authorization: Bearer " + m_tenant.accessToken();
    for (const QByteArray query : {"", "?include_totals=true&page=0"}) {
        const RawAnswer answer = client.get(client.target(0) + query, header);
        QCOMPARE(answer.status, 302);
        const QByteArray location = answer.headers.value("location");
        QVERIFY(location.startsWith(QByteArray(client.target(0) + query)));
        QCOMPARE(client.get(location, header).status, 200);
    }
}

void TestFaultAnswers::rateLimitSaysNonsense_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<qint64>("ahead");
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QTest::newRow("nonsense") << u"rate-limit-nonsense"_s << QByteArray("soon") << -now;
    QTest::newRow("past") << u"rate-limit-past"_s << QByteArray() << qint64(-60);
    QTest::newRow("long") << u"rate-limit-long"_s << QByteArray("7200") << qint64(7200);
}

void TestFaultAnswers::rateLimitSaysNonsense()
{
    QFETCH(QString, fault);
    QFETCH(qint64, ahead);
    m_tenant.setFaults({fault});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    QCOMPARE(answer.status, 429);
    QTEST(answer.headers.value("retry-after"), "retryAfter");
    const qint64 reset = answer.headers.value("x-ratelimit-reset").toLongLong();
    const qint64 found = reset - QDateTime::currentSecsSinceEpoch();
    QVERIFY2(qAbs(found - ahead) <= 60, qPrintable(QString::number(found)));
    QCOMPARE(reset == 0, fault == "rate-limit-nonsense"_L1);
    QVERIFY(fault != "rate-limit-past"_L1 || found < 0);
}

void TestFaultAnswers::rateLimitDateIsOnceAndAheadOfNow()
{
    m_tenant.setFaults({u"rate-limit-date"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("");
    QCOMPARE(answer.status, 429);
    const auto when = [&answer](const char *name) {
        return QLocale::c().toDateTime(QString::fromLatin1(answer.headers.value(name)),
                                       u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    };
    QVERIFY(when("retry-after").isValid());
    const qint64 ahead = when("date").secsTo(when("retry-after"));
    QVERIFY2(ahead == 0 || ahead == 1, qPrintable(QString::number(ahead)));
    QVERIFY(!answer.headers.contains("x-ratelimit-reset"));
    QCOMPARE(client.list("").status, 200);
}

void TestFaultAnswers::expiresOnceAlone()
{
    DemoClient client(m_tenant);
    for (int i = 0; i < 2; ++i) { // setting the fault again restarts it
        m_tenant.setFaults({u"expires-once"_s});
        QCOMPARE(client.list("").status, 401);
        QCOMPARE(client.list("").status, 200);
    }
}

void TestFaultAnswers::faultsOfOneEndpointLeaveTheOthers_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QList<int>>("statuses"); // organizations, connections, enabled_connections
    QTest::newRow("endpoint") << u"no-endpoint"_s << QList<int>{200, 404, 200};
    QTest::newRow("scope") << u"no-organization-scope"_s << QList<int>{403, 200, 200};
    QTest::newRow("all") << u"wrong-scope"_s << QList<int>{403, 403, 403};
}

void TestFaultAnswers::faultsOfOneEndpointLeaveTheOthers()
{
    QFETCH(QString, fault);
    m_tenant.setFaults({fault});
    DemoClient client(m_tenant);
    const QByteArray header = "Authorization: Bearer " + m_tenant.accessToken();
    const QByteArray enabled = client.target(0).replace("/connections", "/enabled_connections");
    const RawAnswer all = client.get("/api/v2/organizations", header);
    const QList<int> found{all.status, client.list("").status, client.get(enabled, header).status};
    QTEST(found, "statuses");
    if (all.status == 403) {
        QCOMPARE(all.message(),
                 u"Insufficient scope, expected any of: read:organizations, "
                 u"read:organizations_summary"_s);
    }
}

void TestFaultAnswers::missingAuthenticationNamesTheScheme()
{
    m_tenant.setFaults({u"missing-authentication"_s});
    QCOMPARE(DemoClient(m_tenant).list("").headers.value("www-authenticate"), "Bearer");
}

void TestFaultAnswers::redirectsElsewhere_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("location");
    DemoClient client(m_tenant);
    const QByteArray port = QByteArray::number(m_tenant.port());
    QTest::newRow("port") << u"redirect-other-port"_s << QByteArray("http://127.0.0.1:1/stolen");
    QTest::newRow("scheme") << u"redirect-other-scheme"_s
                            << QByteArray("https://127.0.0.1:" + port + "/stolen");
    QTest::newRow("loop") << u"redirect-loop"_s << QByteArray(client.target(0) + "?page=0");
}

void TestFaultAnswers::redirectsElsewhere()
{
    QFETCH(QString, fault);
    m_tenant.setFaults({fault});
    DemoClient client(m_tenant);
    for (int i = 0; i < 2; ++i) {
        const RawAnswer answer = client.list("page=0");
        QCOMPARE(answer.status, 302);
        QTEST(answer.headers.value("location"), "location");
    }
}

void TestFaultAnswers::hangAnswersNothing()
{
    m_tenant.setFaults({u"hang"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("", 0, 300);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.closed);
    QCOMPARE(m_tenant.requests().size(), 1);
}

void TestFaultAnswers::dropClosesWithoutAnAnswer()
{
    m_tenant.setFaults({u"drop"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.closed);
}

void TestFaultAnswers::tooLargeContinuesToTheEnd()
{
    m_tenant.setFaults({u"too-large"_s});
    DemoClient client(m_tenant);
    const RawAnswer first = client.list("", 0, 200);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.headers.value("transfer-encoding"), "chunked");
    QVERIFY(first.body.size() > 16 * 1024 * 1024);
    QVERIFY(first.body.size() < 70 * 1024 * 1024);
    QVERIFY(first.body.endsWith("\r\n0\r\n\r\n"));
    QVERIFY(first.body.contains("{\"connections\":[{\"connection_id\":\"con_0"));
}

void TestFaultAnswers::gzipBombIsAnArchiveBombToQt()
{
    m_tenant.setFaults({u"gzip-bomb"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("", 0, 10'000);
    QCOMPARE(answer.headers.value("content-encoding"), "gzip");
    QVERIFY(answer.body.size() < 200'000);

    QNetworkAccessManager manager;
    QNetworkRequest request(
        QUrl(u"http://"_s + m_tenant.domain() + QString::fromLatin1(client.target(0))));
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    // Qt protects itself: "Decompression failed".
    QCOMPARE(reply->error(), QNetworkReply::UnknownContentError);
    QVERIFY(reply->readAll().size() < 20'000'000);
}

QTEST_GUILESS_MAIN(TestFaultAnswers)
#include "tst_faultanswers.moc"
