// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "httpgettesting.h"
#include "net/ratepacer.h"
#include "rawserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace HttpGetTesting;
using Kind = Vestibule::ApiError::Kind;

//! Which failures are tried again, how often, and what is said about it.
class TestHttpGetRetry final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void serverErrorIsTriedThreeTimes();
    void secondTryMaySucceed();
    void silenceIsTriedTwice();
    void refusalIsNotTriedAgain_data();
    void refusalIsNotTriedAgain();
    void rateLimitIsWaitedFor();
    void rateLimitBeyondTheMaximumIsAFailure();
    void waitsAddUp();
    void waitsBeforeTheRequestAddUp();
    void resetIsReadByTheServersClock();
    void bodyOfAFailedTryIsForgotten();
};

void TestHttpGetRetry::serverErrorIsTriedThreeTimes()
{
    RawServer server(RawServer::sending(RawServer::http("503 Busy", R"({"message":"down"})")));
    QNetworkAccessManager manager;
    const RetryPolicy policy{.firstDelay = 20ms, .maximumDelay = 30ms};
    const auto reply = get(manager, requestTo(server.domain()), policy);
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::Server);
    QCOMPARE(reply->result().error().httpStatus, 503);
    QCOMPARE(server.heads().size(), 3);
    QCOMPARE(retry.size(), 2);
    const QList<std::chrono::milliseconds> middle{20ms, 30ms};
    for (int i = 0; i < 2; ++i) {
        const auto delay = retry.at(i).at(1).value<std::chrono::milliseconds>();
        QCOMPARE(retry.at(i).at(0).toInt(), i + 1);
        QVERIFY(delay * 10 >= middle.at(i) * 9 && delay * 10 <= middle.at(i) * 11);
        const auto cause = retry.at(i).at(2).value<ApiError>();
        QCOMPARE(cause.kind, Kind::Server);
        QCOMPARE(cause.detail, u"down"_s);
        QVERIFY(!cause.request.isEmpty());
    }
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGetRetry::secondTryMaySucceed()
{
    RawServer server([](QTcpSocket &socket, int number) {
        socket.write(number == 1 ? RawServer::http("500 Oops", "{}")
                                 : RawServer::http("200 OK", "abc"));
    });
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(*reply->result(), QByteArray("abc"));
    QCOMPARE(server.heads().size(), 2);
    QCOMPARE(server.heads().at(0), server.heads().at(1));
    QCOMPARE(finished.size(), 1);
}

void TestHttpGetRetry::silenceIsTriedTwice()
{
    RawServer server(RawServer::sending({}));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), 80ms), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::Timeout);
    QCOMPARE(server.heads().size(), 2);
    QCOMPARE(retry.size(), 1);
}

void TestHttpGetRetry::refusalIsNotTriedAgain_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : {"400 Bad", "401 Who", "403 No", "404 Where", "409 Huh"})
        QTest::newRow(status) << QByteArray(status);
}

void TestHttpGetRetry::refusalIsNotTriedAgain()
{
    QFETCH(QByteArray, status);
    RawServer server(RawServer::sending(RawServer::http(status, "{}", "Retry-After: 1\r\n")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(server.heads().size(), 1);
    QCOMPARE(retry.size(), 0);
}

void TestHttpGetRetry::rateLimitIsWaitedFor()
{
    RawServer server([](QTcpSocket &socket, int number) {
        socket.write(number == 1 ? RawServer::http("429 Slow", "{}", "Retry-After: 1\r\n")
                                 : RawServer::http("200 OK", "abc"));
    });
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QElapsedTimer clock;
    QVERIFY(retry.wait());
    clock.start();
    QVERIFY(retry.at(0).at(1).value<std::chrono::milliseconds>() == 1s);
    QCOMPARE(retry.at(0).at(2).value<ApiError>().kind, Kind::RateLimited);
    QVERIFY(waitForFinished(reply));
    QVERIFY(clock.elapsed() >= 990);
    QCOMPARE(*reply->result(), QByteArray("abc"));
    QCOMPARE(server.heads().size(), 2);
}

void TestHttpGetRetry::rateLimitBeyondTheMaximumIsAFailure()
{
    RawServer server(RawServer::sending(RawServer::http("429 Slow", "{}", "Retry-After: 600\r\n")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::RateLimited);
    QVERIFY(reply->result().error().retryAfter == 600s);
    QCOMPARE(server.heads().size(), 1);
}

void TestHttpGetRetry::waitsAddUp()
{
    RawServer server(RawServer::sending(RawServer::http("429 Slow", "{}")));
    QNetworkAccessManager manager;
    const RetryPolicy policy{.firstDelay = 10ms, .maximumDelay = 10ms, .maximumWait = 100ms};
    const auto reply = get(manager, requestTo(server.domain()), policy);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::RateLimited);
    // Each wait is 9 to 11 ms: nine to eleven of them fit.
    QVERIFY(server.heads().size() >= 10 && server.heads().size() <= 12);
}

//! Others that share the budget may use up what was added, again and again.
void TestHttpGetRetry::waitsBeforeTheRequestAddUp()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "abc")));
    QNetworkAccessManager manager;
    const auto pacer = std::make_shared<RatePacer>();
    const auto useUp = [&pacer](std::chrono::milliseconds untilReset) {
        const auto now = std::chrono::duration_cast<RatePacer::Moment>(
            std::chrono::steady_clock::now().time_since_epoch());
        pacer->requestSent(now);
        pacer->requestEnded(RateBudget{.limit = 5, .untilReset = untilReset}, now);
    };
    useUp(200ms);
    const RetryPolicy policy{.maximumWait = RatePacer::MaximumDelay + 1ms};
    const ReplyPtr<QByteArray> reply(
        new HttpGet(manager, requestTo(server.domain()), policy, pacer));
    useUp(1h); // which is waited for as long as any single wait may take
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::RateLimited);
    QCOMPARE(reply->result().error().httpStatus, 0);
    QCOMPARE(retry.size(), 1);
    QVERIFY(server.heads().isEmpty());
}

void TestHttpGetRetry::resetIsReadByTheServersClock()
{
    // Its clock stands in another year than ours.
    const qint64 now = QDateTime(QDate(2015, 10, 21), QTime(7, 28), Qt::UTC).toSecsSinceEpoch();
    const QByteArray headers = "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\nX-RateLimit-Reset: "
        + QByteArray::number(now + 90) + "\r\n";
    RawServer server(RawServer::sending(RawServer::http("429 Slow", "{}", headers)));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), once());
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().error().retryAfter == 90s);
}

void TestHttpGetRetry::bodyOfAFailedTryIsForgotten()
{
    RawServer server([](QTcpSocket &socket, int number) {
        socket.write(number == 1 ? QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
                                 : RawServer::http("200 OK", "xyz"));
    });
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), 80ms), quick());
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().has_value());
    QCOMPARE(*reply->result(), QByteArray("xyz"));
}

QTEST_GUILESS_MAIN(TestHttpGetRetry)
#include "tst_httpgetretry.moc"
