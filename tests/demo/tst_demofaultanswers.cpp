// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demotenant.h"

#include "democlient.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Each fault does on the wire what its line says.
class tst_DemoFaultAnswers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void replacesTheAnswer_data();
    void replacesTheAnswer();
    void rateLimitTellsWhen();
    void rateLimitOnceIsOnce();
    void redirectsToAnotherHost();
    void redirectsToItselfOnce();
    void truncatedEndsEarly();
    void stallSendsHalfAndWaits();
    void hangAnswersNothing();
    void dropClosesWithoutAWord();
    void tooLargeGoesOnUntilTheEnd();
    void gzipBombIsAnArchiveBombToQt();
    void slowTakesItsTime();
    void spoilsRows_data();
    void spoilsRows();
    void spoilsTheEnvelope();
    void growsByOneWithEveryRequest();
    void expiresBetweenPages();
    void unknownOrganizationIsEmpty();
    void severalFaultsWorkTogether();

private:
    QJsonArray rows(const QString &fault, const QByteArray &query = "include_totals=true");

    DemoTenant m_tenant;
};

void tst_DemoFaultAnswers::initTestCase()
{
    QVERIFY(m_tenant.start());
}

void tst_DemoFaultAnswers::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_tenant.setFaults({});
    m_tenant.clearRequests();
}

QJsonArray tst_DemoFaultAnswers::rows(const QString &fault, const QByteArray &query)
{
    m_tenant.setFaults({fault});
    return DemoClient(m_tenant).list(query).object().value("connections"_L1).toArray();
}

void tst_DemoFaultAnswers::replacesTheAnswer_data()
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
    QTest::newRow("not json") << u"not-json"_s << 200 << json << QByteArray("connections: none");
    QTest::newRow("portal") << u"captive-portal"_s << 200 << html << QByteArray("<!DOCTYPE html>");
    QTest::newRow("empty") << u"empty-body"_s << 200 << json << QByteArray();
    QTest::newRow("deep") << u"deep-nesting"_s << 200 << json
                          << QByteArray(R"({"connections":[[[[[[)");
}

void tst_DemoFaultAnswers::replacesTheAnswer()
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
    if (start.isEmpty()) {
        QVERIFY(client.list("").body.isEmpty());
    }
}

void tst_DemoFaultAnswers::rateLimitTellsWhen()
{
    m_tenant.setFaults({u"rate-limit"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    const qint64 reset = answer.headers.value("x-ratelimit-reset").toLongLong();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QVERIFY(reset >= now && reset <= now + 1);
    QVERIFY(!answer.headers.contains("retry-after"));
}

void tst_DemoFaultAnswers::rateLimitOnceIsOnce()
{
    m_tenant.setFaults({u"rate-limit-once"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.headers.value("retry-after"), "1");
    QCOMPARE(client.list("").status, 200);
    QCOMPARE(client.list("").status, 200);
}

void tst_DemoFaultAnswers::redirectsToAnotherHost()
{
    m_tenant.setFaults({u"redirect-other-host"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    QCOMPARE(answer.status, 302);
    QCOMPARE(answer.headers.value("location"),
             "http://localhost:" + QByteArray::number(m_tenant.port()) + "/stolen");
}

void tst_DemoFaultAnswers::redirectsToItselfOnce()
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

void tst_DemoFaultAnswers::truncatedEndsEarly()
{
    m_tenant.setFaults({u"truncated"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("include_totals=true");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.closed);
    QVERIFY(!answer.complete);
    QCOMPARE(answer.body.size(), answer.headers.value("content-length").toLongLong() / 2);
}

void tst_DemoFaultAnswers::stallSendsHalfAndWaits()
{
    m_tenant.setFaults({u"stall-in-body"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("include_totals=true", 0, 300);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.closed);
    QCOMPARE(answer.body.size(), answer.headers.value("content-length").toLongLong() / 2);
}

void tst_DemoFaultAnswers::hangAnswersNothing()
{
    m_tenant.setFaults({u"hang"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("", 0, 300);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.closed);
    QCOMPARE(m_tenant.requests().size(), 1);
}

void tst_DemoFaultAnswers::dropClosesWithoutAWord()
{
    m_tenant.setFaults({u"drop"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.closed);
}

void tst_DemoFaultAnswers::tooLargeGoesOnUntilTheEnd()
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

void tst_DemoFaultAnswers::gzipBombIsAnArchiveBombToQt()
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
    // Qt's own protection: "Decompression failed".
    QCOMPARE(reply->error(), QNetworkReply::UnknownContentError);
    QVERIFY(reply->readAll().size() < 20'000'000);
}

void tst_DemoFaultAnswers::slowTakesItsTime()
{
    m_tenant.setFaults({u"slow"_s});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(DemoClient(m_tenant).list("").status, 200);
    QVERIFY(timer.elapsed() >= 800);
}

void tst_DemoFaultAnswers::spoilsRows_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<std::function<bool(QJsonArray)>>("isSpoilt");
    using Check = std::function<bool(QJsonArray)>;
    QTest::newRow("missing id") << u"missing-id"_s << Check([](const QJsonArray &rows) {
        return rows.size() == 10 && !rows.at(5).toObject().contains("connection_id"_L1)
            && rows.at(4).toObject().contains("connection_id"_L1);
    });
    QTest::newRow("null") << u"null-values"_s << Check([](const QJsonArray &rows) {
        const QJsonObject row = rows.at(0).toObject();
        return row.value("is_enabled"_L1).isNull()
            && row.value("organization_access_level"_L1).isNull()
            && row.value("organization_connection_name"_L1).isNull()
            && rows.at(1).toObject().value("is_enabled"_L1).isBool();
    });
    QTest::newRow("unknown") << u"unknown-values"_s << Check([](const QJsonArray &rows) {
        const QJsonObject row = rows.at(0).toObject();
        return row.value("organization_access_level"_L1) == "superuser"_L1
            && row.value("connection"_L1).toObject().value("strategy"_L1) == "quantum-id"_L1
            && row.value("provisioning"_L1).isObject();
    });
    QTest::newRow("missing connection")
        << u"missing-connection"_s << Check([](const QJsonArray &rows) {
               return !rows.at(0).toObject().contains("connection"_L1)
                   && rows.at(1).toObject().contains("connection"_L1);
           });
    QTest::newRow("short") << u"short-page"_s
                           << Check([](const QJsonArray &rows) { return rows.size() == 9; });
    QTest::newRow("duplicate") << u"duplicate-row"_s << Check([](const QJsonArray &rows) {
        return rows.size() == 10 && rows.at(0) == rows.at(1) && rows.at(1) != rows.at(2);
    });
    QTest::newRow("hostile") << u"hostile-names"_s << Check([](const QJsonArray &rows) {
        QString all;
        for (const QJsonValue &row : rows) {
            all += row.toObject().value("connection"_L1).toObject().value("name"_L1).toString();
        }
        return all.contains("<img src=x"_L1) && all.contains(QChar(0x202e))
            && all.contains("=HYPERLINK("_L1) && all.contains("@SUM"_L1) && all.contains(QChar(0))
            && all.size() > 4000;
    });
}

void tst_DemoFaultAnswers::spoilsRows()
{
    QFETCH(QString, fault);
    using Check = std::function<bool(QJsonArray)>;
    QFETCH(Check, isSpoilt);
    QVERIFY2(!isSpoilt(rows(u"growing"_s)), "without the fault");
    QVERIFY(isSpoilt(rows(fault)));
}

void tst_DemoFaultAnswers::spoilsTheEnvelope()
{
    DemoClient client(m_tenant);
    m_tenant.setFaults({u"wrong-shape"_s});
    for (const QByteArray query : {"include_totals=true", "include_totals=false"}) {
        const QJsonObject wrong = client.list(query).object();
        QVERIFY(!wrong.isEmpty());
        QVERIFY(!wrong.contains("connections"_L1));
    }
    m_tenant.setFaults({u"no-totals"_s});
    QCOMPARE(client.list("include_totals=true").array().size(), 10);
    m_tenant.setFaults({u"fractional-total"_s});
    QVERIFY(client.list("include_totals=true").body.endsWith("\"total\":10.0}"));
}

void tst_DemoFaultAnswers::growsByOneWithEveryRequest()
{
    m_tenant.setFaults({u"growing"_s});
    DemoClient client(m_tenant);
    for (int i = 0; i < 3; ++i) {
        const QJsonObject page = client.list("include_totals=true").object();
        QCOMPARE(page.value("total"_L1).toInt(), 10 + i);
        QCOMPARE(page.value("connections"_L1).toArray().size(), 10 + i);
    }
}

void tst_DemoFaultAnswers::expiresBetweenPages()
{
    m_tenant.setFaults({u"expires-between-pages"_s});
    DemoClient client(m_tenant);
    QCOMPARE(client.list("page=0", 1).status, 200);
    QCOMPARE(client.list("page=1", 1).status, 401);
}

void tst_DemoFaultAnswers::unknownOrganizationIsEmpty()
{
    m_tenant.setFaults({u"unknown-organization-empty"_s});
    const RawAnswer answer =
        DemoClient(m_tenant).get("/api/v2/organizations/org_none/connections",
                                 "Authorization: Bearer " + m_tenant.accessToken());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "[]");
}

void tst_DemoFaultAnswers::severalFaultsWorkTogether()
{
    m_tenant.setFaults({u"short-page"_s, u"fractional-total"_s, u"rate-limit-once"_s});
    DemoClient client(m_tenant);
    QCOMPARE(client.list("include_totals=true").status, 429);
    const RawAnswer answer = client.list("include_totals=true");
    QVERIFY(answer.body.endsWith("\"total\":10.0}"));
    QCOMPARE(answer.object().value("connections"_L1).toArray().size(), 9);
}

QTEST_GUILESS_MAIN(tst_DemoFaultAnswers)
#include "tst_demofaultanswers.moc"
