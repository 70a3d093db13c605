// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httpget.h"

#include "net/managementrequest.h"
#include "net/ratepacer.h"
#include "rawserver.h"
#include "support/networkthreads.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

namespace {

constexpr std::chrono::milliseconds NoTimeout{20'000};

AccessToken token(const QString &text = u"eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmVk"_s)
{
    return *AccessToken::fromText(text);
}

//! A request as the program makes it.
QNetworkRequest requestTo(const TenantDomain &domain, std::chrono::milliseconds timeout = NoTimeout,
                          const AccessToken &secret = token())
{
    const PageRequest page{.organizationId = u"org_1"_s};
    return connectionsRequest({.domain = domain, .token = secret}, page,
                              ConnectionEndpoint::Connections, {.timeout = timeout});
}

//! Tries once.
RetryPolicy once()
{
    return {.serverTries = 1,
            .timeoutTries = 1,
            .closedTries = 1,
            .firstDelay = 1ms,
            .maximumWait = 0ms};
}

//! The usual number of tries, with short delays.
RetryPolicy quick()
{
    return {.firstDelay = 1ms, .maximumDelay = 4ms, .maximumWait = 5s};
}

ReplyPtr<QByteArray> get(QNetworkAccessManager &manager, const QNetworkRequest &request,
                         const RetryPolicy &policy = once())
{
    return ReplyPtr<QByteArray>(new HttpGet(manager, request, policy));
}

bool waitForFinished(const ReplyPtr<QByteArray> &reply)
{
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    return finished.wait(10'000);
}

//! The state of a request when it is cancelled.
enum class Moment { AtOnce, Connected, InTheHead, InTheBody, WaitingToRetry, Answered };

const QByteArray Halves = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";

// Qt sometimes repeats a redirected request, and then warns about its own state.
const QRegularExpression AllButQtsOwn(
    u"^(?!QNetworkReplyImpl: backend error: caching was enabled after some bytes)"_s);

QByteArray redirectTo(const QByteArray &location, const QByteArray &status = "302 Found",
                      const QByteArray &body = {})
{
    return RawServer::http(status, body, "Location: " + location + "\r\n");
}

//! Longer than the longest message, like real tokens; no ten characters occur twice.
QString longToken()
{
    QByteArray payload;
    for (int i = 0; i < 150; ++i)
        payload += QByteArray::number(1'000'000 + i * 7919, 36);
    return QString::fromLatin1(
        "eyJhbGciOiJSUzI1NiJ9."
        + QByteArray("{\"jti\":\"" + payload + "\"}")
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        + ".c2lnbmF0dXJl");
}

QByteArray errorBody(const QString &message, const QString &code)
{
    return QJsonDocument(QJsonObject{{u"message"_s, message}, {u"errorCode"_s, code}}).toJson();
}

// A self-signed certificate for this test only.
constexpr char Certificate[] = R"(-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUXOMqUooV3ltXPPVrbX3TV8iiTC8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMzE5MTE0NVoYDzIxMjYxMDMw
MTkxMTQ1WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT0SE54jhT7epoT8kcbW7YY8ejzzSjQIE3o0AfzUOkniuLgpT2dRMMT
2iK82QpqZEKf9lnhQskhwkhEQhdObxybo2QwYjAdBgNVHQ4EFgQUv1LfalsEeSiD
YmZn/skwLhDE5agwHwYDVR0jBBgwFoAUv1LfalsEeSiDYmZn/skwLhDE5agwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IBE9iH3USMtvrxQweJKhOG0UWIRaczxDG3cYpIeuEjrgAiEA1rU9afF1/L97hV8J
RkOHwhI5UkPyC29W1GVCQO7MkHA=
-----END CERTIFICATE-----
)";
constexpr char Key[] = R"(-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIMtXyWbeRQhGY8q7Fddsa9R5C5vKeJpzWwyBE9gjNUtyoAoGCCqGSM49
AwEHoUQDQgAE9EhOeI4U+3qaE/JHG1u2GPHo880o0CBN6NAH81DpJ4ri4KU9nUTD
E9oivNkKamRCn/ZZ4ULJIcJIREIXTm8cmw==
-----END EC PRIVATE KEY-----
)";

TenantDomain httpsAt(quint16 port)
{
    return *TenantDomain::fromText(u"https://127.0.0.1:"_s + QString::number(port));
}

} // namespace
Q_DECLARE_METATYPE(Moment)

//! One GET over real sockets: whole and broken answers, cancel, redirects, retries, what stays
//! secret, and TLS.
class TestHttpGet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { QTRY_VERIFY(networkThreadsAreGone()); }

    void wholeAnswerIsTheResult_data();
    void wholeAnswerIsTheResult();
    void brokenAnswerIsOneClearFailure_data();
    void brokenAnswerIsOneClearFailure();
    void refusedConnectionIsOffline();
    void silenceIsATimeout_data();
    void silenceIsATimeout();
    void slowAnswerIsNoTimeout();
    void largestBodyIsAccepted();
    void largerBodyIsRefusedUnread();
    void endlessBodyEndsAtTheLimit_data();
    void endlessBodyEndsAtTheLimit();
    void requestTextHasNoHost();
    void requestHasNoOtherHeaders();

    void cancelEndsTheWork_data() { moments(); }
    void cancelEndsTheWork();
    void droppingEndsTheWork_data() { moments(); }
    void droppingEndsTheWork();
    void dropInsideOwnSignal();
    void dropInsideRetrySignal();
    void cancelTwice();
    void resultStaysAfterALateCancel();
    void finishedComesFromTheEventLoop();
    void managerIsDestroyedDuringATransfer();
    void managerIsDestroyedBeforeARetry();
    void cancelledReplyOutlivesItsManager();
    void cancelWhileTheTransferFails();

    void redirectElsewhereIsNotFollowed_data();
    void redirectElsewhereIsNotFollowed();
    void redirectWithinTheOriginIsFollowedWithTheToken_data();
    void redirectWithinTheOriginIsFollowedWithTheToken();
    void redirectElsewhereAtTheSecondHopIsNotFollowed();
    void redirectLoopEnds();
    void redirectWithoutALocationIsAFailure();

    void serverErrorIsTriedThreeTimes();
    void secondTryMaySucceed();
    void silenceIsTriedTwice();
    void refusalIsNotTriedAgain_data();
    void refusalIsNotTriedAgain();
    void waitThatTheTenantAsksForIsKept_data();
    void waitThatTheTenantAsksForIsKept();
    void longWaitAfterAServerErrorIsAFailure();
    void waitsAfterServerErrorsAddUp();
    void rateLimitIsWaitedFor();
    void rateLimitBeyondTheMaximumIsAFailure();
    void waitsForTheRateLimitAddUp();
    void waitsBeforeTheRequestAddUp();
    void resetIsRelativeToTheServersClock();
    void bodyOfAFailedTryIsDiscarded();

    void closedConnectionIsAskedAgain_data();
    void closedConnectionIsAskedAgain();
    void hostThatKeepsClosingIsTriedTwice();
    void noteOnAnIdleConnectionIsNoAnswer_data();
    void noteOnAnIdleConnectionIsNoAnswer();
    void preliminaryAnswerDelaysNoOtherRequest();
    void answerAfterAPreliminaryOneIsNotTakenForAnother_data();
    void answerAfterAPreliminaryOneIsNotTakenForAnother();
    void otherLoginsAreNotOffered_data();
    void otherLoginsAreNotOffered();

    void errorDoesNotContainTheToken_data();
    void errorDoesNotContainTheToken();
    void retryDoesNotContainTheToken();

    void untrustedCertificateIsNamedAndNothingIsSent();
    void serverWithoutTlsGetsNothing();

private:
    static void moments();
    static RawServer::Answer answerFor(Moment moment);
    static bool waitFor(Moment moment, const RawServer &server, ReplyBase &reply);
};

void TestHttpGet::init()
{
    const bool isRedirect = QByteArray(QTest::currentTestFunction()).startsWith("redirect");
    QTest::failOnWarning(isRedirect ? AllButQtsOwn : QRegularExpression(u".?"_s));
}

void TestHttpGet::wholeAnswerIsTheResult_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << RawServer::http("200 OK", "{\"a\":1}") << QByteArray("{\"a\":1}");
    QTest::newRow("empty") << RawServer::http("200 OK", "") << QByteArray();
    QTest::newRow("other success") << RawServer::http("203 Well", "x") << QByteArray("x");
    QTest::newRow("chunks") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                            << QByteArray("abcde");
    QTest::newRow("until it closes")
        << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc") << QByteArray("abc");
    QTest::newRow("100 Continue twice before it")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\nA: b\r\n\r\n"
                      + RawServer::http("200 OK", "abc"))
        << QByteArray("abc");
    QTest::newRow("100 Continue before it")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\n" + RawServer::http("200 OK", "abc"))
        << QByteArray("abc");
}

void TestHttpGet::wholeAnswerIsTheResult()
{
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, body);
    RawServer server(RawServer::closingAfter(wire));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().has_value());
    QCOMPARE(*reply->result(), body);
    if (wire.contains("Content-Length")) // without a length Qt may repeat the request
        QCOMPARE(server.heads().size(), 1);
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGet::brokenAnswerIsOneClearFailure_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QByteArray() << Kind::Closed << 0;
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 20") << Kind::Closed << 0;
    QTest::newRow("another protocol")
        << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n") << Kind::Closed << 0;
    QTest::newRow("another protocol in binary")
        << QByteArray("\x15\x03\x01\x00\x02\x02\x46\r\n\r\n", 11) << Kind::Closed << 0;
    QTest::newRow("cut off within its length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << Kind::BadPayload
        << 200;
    QTest::newRow("cut off within the head")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << Kind::Closed << 0;
    QTest::newRow("not the gzip that it says")
        << RawServer::http("200 OK", "this is not gzip", "Content-Encoding: gzip\r\n")
        << Kind::BadPayload << 200;
    QTest::newRow("rejected, cut off")
        << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 10\r\n\r\n{") << Kind::NotFound << 404;
}

void TestHttpGet::brokenAnswerIsOneClearFailure()
{
    QFETCH(QByteArray, wire);
    QFETCH(Kind, kind);
    QFETCH(int, status);
    RawServer server(RawServer::closingAfter(wire));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    const ApiError &error = reply->result().error();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.request, HttpGet::describe(requestTo(server.domain())));
    QVERIFY(status >= 400 || !error.detail.isEmpty());
    QCOMPARE(finished.size(), 1);
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGet::refusedConnectionIsOffline()
{
    TenantDomain domain;
    {
        const RawServer gone({});
        domain = gone.domain();
    }
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(domain));
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::Offline);
    QCOMPARE(reply->result().error().httpStatus, 0);
    QVERIFY(!reply->result().error().detail.isEmpty());
}

void TestHttpGet::silenceIsATimeout_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("status");
    QTest::newRow("no answer") << QByteArray() << 0;
    QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
                                 << 200;
    QTest::newRow("in a chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab")
                                << 200;
    QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-L") << 0;
}

void TestHttpGet::silenceIsATimeout()
{
    QFETCH(QByteArray, wire);
    QFETCH(int, status);
    RawServer server(RawServer::sending(wire));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), 100ms));
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, Kind::Timeout);
    QCOMPARE(reply->result().error().httpStatus, status);
    QTRY_COMPARE(server.closedConnections(), 1);
}

void TestHttpGet::slowAnswerIsNoTimeout()
{
    QTimer drip;
    int left = 8;
    RawServer server([&](QTcpSocket &socket, int) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
        connect(&drip, &QTimer::timeout, &socket, [&] {
            if (left-- > 0)
                socket.write("x");
        });
        drip.start(50);
    });
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), 250ms)); // 400 ms in all
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().has_value());
    QCOMPARE(*reply->result(), QByteArray("xxxxxxxx"));
}

void TestHttpGet::largestBodyIsAccepted()
{
    const QByteArray body(HttpGet::MaximumBodySize, 'x');
    RawServer server(RawServer::sending(RawServer::http("200 OK", body)));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().has_value());
    QVERIFY(*reply->result() == body);
}

void TestHttpGet::largerBodyIsRefusedUnread()
{
    const QByteArray length = QByteArray::number(HttpGet::MaximumBodySize + 1);
    RawServer server(
        RawServer::sending("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n{"));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
    QCOMPARE(reply->result().error().httpStatus, 200);
    QVERIFY(reply->result().error().detail.contains(u"16 MiB"_s));
    QTRY_COMPARE(server.closedConnections(), 1);
}

void TestHttpGet::endlessBodyEndsAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("of a success") << QByteArray("200 OK");
    QTest::newRow("of an error") << QByteArray("500 Oops");
}

void TestHttpGet::endlessBodyEndsAtTheLimit()
{
    QFETCH(QByteArray, status);
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
    qint64 sent = 0;
    RawServer server([&](QTcpSocket &socket, int) {
        socket.write("HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk);
        connect(&socket, &QTcpSocket::bytesWritten, &socket, [&](qint64 bytes) {
            sent += bytes;
            if (socket.bytesToWrite() == 0)
                socket.write(chunk);
        });
    });
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
    QTRY_COMPARE(server.closedConnections(), 1);
    constexpr qint64 InSocketBuffers = 16 * 1024 * 1024;
    QVERIFY(sent <= HttpGet::MaximumBodySize + InSocketBuffers);
}

void TestHttpGet::requestTextHasNoHost()
{
    const QNetworkRequest request = requestTo(*TenantDomain::fromText(u"acme.auth0.com"_s));
    QCOMPARE(HttpGet::describe(request),
             u"/api/v2/organizations/org_1/connections?page=0&per_page=50&include_totals=true"_s);
}

void TestHttpGet::requestHasNoOtherHeaders()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "{}")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QList<QByteArray> lines = server.heads().constFirst().trimmed().split('\n');
    QCOMPARE(lines.takeFirst().trimmed(),
             QByteArray("GET /api/v2/organizations/org_1/connections"
                        "?page=0&per_page=50&include_totals=true HTTP/1.1"));
    QList<QByteArray> names;
    for (const QByteArray &line : std::as_const(lines))
        names.append(line.first(line.indexOf(':')).toLower());
    std::sort(names.begin(), names.end());
    QCOMPARE(names,
             QList<QByteArray>({"accept", "accept-encoding", "accept-language", "authorization",
                                "cache-control", "connection", "host", "pragma", "user-agent"}));
}

void TestHttpGet::moments()
{
    QTest::addColumn<Moment>("moment");
    QTest::newRow("at once") << Moment::AtOnce;
    QTest::newRow("when the request has arrived") << Moment::Connected;
    QTest::newRow("within the head") << Moment::InTheHead;
    QTest::newRow("within the body") << Moment::InTheBody;
    QTest::newRow("while a retry is waited for") << Moment::WaitingToRetry;
    QTest::newRow("when it has been answered") << Moment::Answered;
}

RawServer::Answer TestHttpGet::answerFor(Moment moment)
{
    switch (moment) {
    case Moment::AtOnce:
    case Moment::Connected:
        return RawServer::sending({});
    case Moment::InTheHead:
        return RawServer::sending("HTTP/1.1 200 OK\r\nContent-L");
    case Moment::InTheBody:
        return RawServer::sending(Halves);
    case Moment::WaitingToRetry:
        return RawServer::sending(RawServer::http("429 Slow", "{}", "Retry-After: 1\r\n"));
    case Moment::Answered:
        return RawServer::sending(RawServer::http("200 OK", "{}"));
    }
    Q_UNREACHABLE();
}

bool TestHttpGet::waitFor(Moment moment, const RawServer &server, ReplyBase &reply)
{
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QSignalSpy retry(&reply, &ReplyBase::retryScheduled);
    switch (moment) {
    case Moment::AtOnce:
        return true;
    case Moment::Connected:
    case Moment::InTheHead:
    case Moment::InTheBody:
        if (!QTest::qWaitFor([&] { return server.heads().size() == 1; }))
            return false;
        QCoreApplication::processEvents();
        return finished.isEmpty();
    case Moment::WaitingToRetry:
        return retry.wait();
    case Moment::Answered:
        return finished.wait();
    }
    Q_UNREACHABLE();
}

void TestHttpGet::cancelEndsTheWork()
{
    QFETCH(Moment, moment);
    RawServer server(answerFor(moment));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitFor(moment, server, *reply));
    const qsizetype requests = server.heads().size();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    reply->cancel();
    const bool isUnderWay =
        moment == Moment::Connected || moment == Moment::InTheHead || moment == Moment::InTheBody;
    if (isUnderWay)
        QTRY_COMPARE(server.closedConnections(), 1);
    QTest::qWait(moment == Moment::WaitingToRetry ? 1100 : 20); // the announced wait
    QCOMPARE(finished.size(), 0);
    QCOMPARE(retry.size(), 0);
    if (moment != Moment::AtOnce) // Qt sends from another thread, perhaps before the cancel
        QCOMPARE(server.heads().size(), requests);
}

void TestHttpGet::droppingEndsTheWork()
{
    QFETCH(Moment, moment);
    RawServer server(answerFor(moment));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitFor(moment, server, *reply));
    const qsizetype requests = server.heads().size();
    const QPointer<ReplyBase> watched = reply.get();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    reply.reset();
    QTRY_VERIFY(!watched);
    const bool isUnderWay =
        moment == Moment::Connected || moment == Moment::InTheHead || moment == Moment::InTheBody;
    if (isUnderWay)
        QTRY_COMPARE(server.closedConnections(), 1);
    QCOMPARE(finished.size(), 0);
    if (moment != Moment::AtOnce) // Qt sends from another thread, perhaps before the cancel
        QCOMPARE(server.heads().size(), requests);
    QVERIFY(manager.findChildren<QNetworkReply *>().isEmpty());
}

void TestHttpGet::dropInsideOwnSignal()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "{}")));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()));
    bool isDropped = false;
    connect(reply.get(), &ReplyBase::finished, this, [&] {
        reply.reset();
        isDropped = true;
    });
    QTRY_VERIFY(isDropped);
}

void TestHttpGet::dropInsideRetrySignal()
{
    RawServer server(RawServer::sending(RawServer::http("500 Oops", "{}")));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()), quick());
    const QPointer<ReplyBase> watched = reply.get();
    connect(reply.get(), &ReplyBase::retryScheduled, this, [&] { reply.reset(); });
    QTRY_VERIFY(!watched);
    QCOMPARE(server.heads().size(), 1);
}

void TestHttpGet::cancelTwice()
{
    RawServer server(RawServer::sending({}));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    reply->cancel();
    reply->cancel();
    QVERIFY(manager.findChildren<QNetworkReply *>().size() <= 1);
}

void TestHttpGet::resultStaysAfterALateCancel()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "abc")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    reply->cancel();
    QCOMPARE(*reply->result(), QByteArray("abc"));
}

void TestHttpGet::finishedComesFromTheEventLoop()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "abc")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QSignalSpy finished(reply.get(), &ReplyBase::finished); // would miss an earlier one
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
}

void TestHttpGet::managerIsDestroyedDuringATransfer()
{
    for (const QByteArray &wire : {QByteArray(), Halves}) {
        RawServer server(RawServer::sending(wire));
        auto manager = std::make_unique<QNetworkAccessManager>();
        const auto reply = get(*manager, requestTo(server.domain()), quick());
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        QTRY_COMPARE(server.heads().size(), 1);
        QCoreApplication::processEvents();
        manager.reset();
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(reply->result().error().kind, Kind::Offline);
        QTRY_COMPARE(server.closedConnections(), 1);
    }
}

void TestHttpGet::managerIsDestroyedBeforeARetry()
{
    RawServer server(RawServer::sending(RawServer::http("500 Oops", "{}")));
    auto manager = std::make_unique<QNetworkAccessManager>();
    const auto reply = get(*manager, requestTo(server.domain()), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(retry.wait());
    manager.reset();
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::Offline);
    QCOMPARE(server.heads().size(), 1);
}

void TestHttpGet::cancelledReplyOutlivesItsManager()
{
    RawServer server(RawServer::sending({}));
    auto manager = std::make_unique<QNetworkAccessManager>();
    auto reply = get(*manager, requestTo(server.domain()));
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QTRY_COMPARE(server.heads().size(), 1);
    reply->cancel();
    manager.reset();
    QTest::qWait(20);
    QCOMPARE(finished.size(), 0);
    reply.reset();
}

//! Qt emits the error before the reply has finished, and would warn about a second error.
void TestHttpGet::cancelWhileTheTransferFails()
{
    RawServer server(RawServer::sending(RawServer::http("401 Unauthorized", "{}")));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()));
    auto *transfer = manager.findChild<QNetworkReply *>();
    QVERIFY(transfer);
    bool isCancelled = false;
    connect(transfer, &QNetworkReply::errorOccurred, this, [&] {
        reply.reset();
        isCancelled = true;
    });
    QTRY_VERIFY(isCancelled);
    QTest::qWait(20);
}

void TestHttpGet::redirectElsewhereIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("location"); // PORT is that of another server
    for (const QByteArray status :
         {"301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"}) {
        const auto row = [&](const char *name, const QByteArray &location) {
            QTest::addRow("%s, %s", status.first(3).constData(), name) << status << location;
        };
        row("another port", "http://127.0.0.1:PORT/stolen");
        row("another host", "http://localhost:PORT/stolen");
        row("another address of this machine", "http://127.0.0.2:PORT/stolen");
        row("another scheme", "https://127.0.0.1:PORT/stolen");
        row("no scheme", "//127.0.0.1:PORT/stolen");
        row("user before the host", "http://127.0.0.1@localhost:PORT/stolen");
    }
    QTest::newRow("a file") << QByteArray("302 Found") << QByteArray("file:///etc/passwd");
    QTest::newRow("data") << QByteArray("302 Found") << QByteArray("data:application/json,[]");
    QTest::newRow("FTP") << QByteArray("302 Found") << QByteArray("ftp://127.0.0.1:PORT/x");
}

void TestHttpGet::redirectElsewhereIsNotFollowed()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, location);
    RawServer thief(RawServer::sending(RawServer::http("200 OK", "[]")));
    location.replace("PORT", QByteArray::number(thief.serverPort()));
    RawServer server(RawServer::sending(redirectTo(location, status)));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
    QCOMPARE(reply->result().error().httpStatus, status.first(3).toInt());
    QTest::qWait(10);
    QCOMPARE(thief.connections(), 0);
    QVERIFY(thief.received().isEmpty());
}

void TestHttpGet::redirectWithinTheOriginIsFollowedWithTheToken_data()
{
    QTest::addColumn<QByteArray>("location"); // PORT is the server's own
    QTest::newRow("path") << QByteArray("/elsewhere");
    QTest::newRow("relative path") << QByteArray("elsewhere");
    QTest::newRow("whole address") << QByteArray("http://127.0.0.1:PORT/elsewhere");
}

void TestHttpGet::redirectWithinTheOriginIsFollowedWithTheToken()
{
    QFETCH(QByteArray, location);
    const RawServer *asked = nullptr;
    RawServer server([&](QTcpSocket &socket, int) {
        const bool isMoved = asked->heads().constLast().contains("elsewhere");
        socket.write(isMoved ? RawServer::http("200 OK", "[1]")
                             : redirectTo(location, "302 Found", "<p>moved</p>"));
    });
    asked = &server;
    location.replace("PORT", QByteArray::number(server.serverPort()));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().has_value());
    QCOMPARE(*reply->result(), QByteArray("[1]")); // without the redirect's own body
    QVERIFY(server.heads().constLast().contains("elsewhere HTTP/1.1\r\n"));
    for (const QByteArray &head : server.heads())
        QVERIFY(head.contains(requestTo(server.domain()).rawHeader("Authorization")));
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGet::redirectElsewhereAtTheSecondHopIsNotFollowed()
{
    RawServer thief(RawServer::sending(RawServer::http("200 OK", "[]")));
    const RawServer *asked = nullptr;
    RawServer server([&](QTcpSocket &socket, int) {
        const bool isNext = asked->heads().constLast().contains("/next");
        socket.write(redirectTo(isNext ? "http://" + thief.host().toLatin1() + "/stolen"
                                       : QByteArray("/next")));
    });
    asked = &server;
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
    QTest::qWait(10);
    QCOMPARE(thief.connections(), 0);
}

void TestHttpGet::redirectLoopEnds()
{
    RawServer server(RawServer::sending(redirectTo("/round")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
    QVERIFY(server.heads().size() <= 12);
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGet::redirectWithoutALocationIsAFailure()
{
    RawServer server(RawServer::sending(RawServer::http("302 Found", "[]")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
}

void TestHttpGet::serverErrorIsTriedThreeTimes()
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

void TestHttpGet::secondTryMaySucceed()
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

void TestHttpGet::silenceIsTriedTwice()
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

void TestHttpGet::refusalIsNotTriedAgain_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : {"400 Bad", "401 Who", "403 No", "404 Where", "409 Huh"})
        QTest::newRow(status) << QByteArray(status);
}

void TestHttpGet::refusalIsNotTriedAgain()
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

void TestHttpGet::waitThatTheTenantAsksForIsKept_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("milliseconds");
    for (const char *status : {"429 Slow", "503 Busy", "500 Oops"}) {
        const auto row = [status](const char *name, const QByteArray &headers, int milliseconds) {
            QTest::addRow("%s, %s", status, name) << QByteArray(status) << headers << milliseconds;
        };
        const QByteArray date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"; // 784,111,777 s
        row("seconds", "Retry-After: 1\r\n", 1000);
        row("fraction", "Retry-After: 0.35\r\n", 350);
        row("date", date + "Retry-After: Sun, 06 Nov 1994 08:49:38 GMT\r\n", 1000);
        row("date of RFC 850", date + "Retry-After: Sunday, 06-Nov-94 08:49:38 GMT\r\n", 1000);
        row("date of asctime", date + "Retry-After: Sun Nov  6 08:49:38 1994\r\n", 1000);
        row("reset", date + "X-RateLimit-Reset: 784111778\r\n", 1000);
        row("reset with a fraction", date + "X-RateLimit-Reset: 784111777.25\r\n", 250);
    }
}

void TestHttpGet::waitThatTheTenantAsksForIsKept()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    QFETCH(int, milliseconds);
    RawServer server([&](QTcpSocket &socket, int number) {
        socket.write(number == 1 ? RawServer::http(status, "{}", headers)
                                 : RawServer::http("200 OK", "abc"));
    });
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(retry.wait());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(retry.at(0).at(1).value<std::chrono::milliseconds>().count(), milliseconds);
    if (milliseconds >= 1000) // the same as for a part of a second
        return;
    QVERIFY(waitForFinished(reply));
    QVERIFY(clock.elapsed() >= milliseconds - 10);
    QCOMPARE(*reply->result(), QByteArray("abc"));
    QCOMPARE(server.heads().size(), 2);
}

void TestHttpGet::longWaitAfterAServerErrorIsAFailure()
{
    RawServer server(RawServer::sending(RawServer::http("503 Busy", "{}", "Retry-After: 600\r\n")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::Server);
    QVERIFY(reply->result().error().retryAfter == 600s);
    QCOMPARE(server.heads().size(), 1);
}

void TestHttpGet::waitsAfterServerErrorsAddUp()
{
    RawServer server(
        RawServer::sending(RawServer::http("503 Busy", "{}", "Retry-After: 0.15\r\n")));
    QNetworkAccessManager manager;
    const RetryPolicy policy{.serverTries = 100, .maximumWait = 300ms};
    const auto reply = get(manager, requestTo(server.domain()), policy);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::Server);
    QCOMPARE(server.heads().size(), 3); // two waits
}

void TestHttpGet::rateLimitIsWaitedFor()
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

void TestHttpGet::rateLimitBeyondTheMaximumIsAFailure()
{
    RawServer server(RawServer::sending(RawServer::http("429 Slow", "{}", "Retry-After: 600\r\n")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::RateLimited);
    QVERIFY(reply->result().error().retryAfter == 600s);
    QCOMPARE(server.heads().size(), 1);
}

void TestHttpGet::waitsForTheRateLimitAddUp()
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

//! Other requests may use up what the tenant adds to the budget.
void TestHttpGet::waitsBeforeTheRequestAddUp()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "abc")));
    QNetworkAccessManager manager;
    const auto pacer = std::make_shared<RatePacer>();
    const auto useUp = [&pacer](std::chrono::milliseconds untilReset) {
        const auto now = std::chrono::duration_cast<RatePacer::Moment>(
            std::chrono::steady_clock::now().time_since_epoch());
        const RatePacer::Sent sent = pacer->requestSent(Requester::Person, now);
        const RateBudget budget{.limit = 5, .untilReset = untilReset};
        pacer->requestEnded(sent, {.isSuccess = true, .budget = budget}, now);
    };
    useUp(200ms);
    const RetryPolicy policy{.maximumWait = RatePacer::MaximumDelay + 1ms};
    const ReplyPtr<QByteArray> reply(
        new HttpGet(manager, requestTo(server.domain()), policy, pacer));
    useUp(1h); // longer than the longest single wait
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::RateLimited);
    QCOMPARE(reply->result().error().httpStatus, 0);
    QCOMPARE(retry.size(), 1);
    QVERIFY(server.heads().isEmpty());
}

void TestHttpGet::resetIsRelativeToTheServersClock()
{
    // The server's clock is in another year.
    const qint64 now = QDateTime(QDate(2015, 10, 21), QTime(7, 28), Qt::UTC).toSecsSinceEpoch();
    const QByteArray headers = "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\nX-RateLimit-Reset: "
        + QByteArray::number(now + 90) + "\r\n";
    RawServer server(RawServer::sending(RawServer::http("429 Slow", "{}", headers)));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), once());
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().error().retryAfter == 90s);
}

void TestHttpGet::bodyOfAFailedTryIsDiscarded()
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

void TestHttpGet::closedConnectionIsAskedAgain_data()
{
    QTest::addColumn<int>("first"); // the request that is not answered
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isReset");
    for (const int first : {1, 2}) {
        for (const bool isReset : {false, true}) {
            const auto row = [first, isReset](const char *name, const QByteArray &bytes) {
                QTest::addRow("%s connection, %s, %s", first == 1 ? "new" : "reused", name,
                              isReset ? "RST" : "FIN")
                    << first << bytes << isReset;
            };
            row("no byte", {});
            row("part of the status", "HTTP/1.1 20");
            row("part of the head", "HTTP/1.1 200 OK\r\nContent-Le");
        }
    }
}

void TestHttpGet::closedConnectionIsAskedAgain()
{
    QFETCH(int, first);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isReset);
    RawServer server([&](QTcpSocket &socket, int number) {
        if (number != first)
            return void(socket.write(RawServer::http("200 OK", "abc")));
        socket.write(bytes);
        socket.flush();
        if (isReset)
            RawServer::reset(socket);
        else
            socket.disconnectFromHost();
    });
    QNetworkAccessManager manager;
    for (int i = 0; i < 2; ++i) {
        const auto reply = get(manager, requestTo(server.domain()), quick());
        QVERIFY(waitForFinished(reply));
        QVERIFY2(reply->result(),
                 reply->result() ? "" : qPrintable(reply->result().error().detail));
        QCOMPARE(*reply->result(), QByteArray("abc"));
    }
    // After a part of an answer Qt sends the request twice.
    QCOMPARE_LE(server.heads().size(), bytes.isEmpty() ? 3 : 4);
    QVERIFY(server.sawOnlyOwnGets());
}

//! Qt sends the request again by itself before it reports the first failure.
void TestHttpGet::hostThatKeepsClosingIsTriedTwice()
{
    for (const bool isReset : {false, true}) {
        RawServer server([isReset](QTcpSocket &socket, int) {
            if (isReset)
                RawServer::reset(socket);
            else
                socket.disconnectFromHost();
        });
        QNetworkAccessManager manager;
        const auto reply = get(manager, requestTo(server.domain()), quick());
        QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
        QVERIFY(waitForFinished(reply));
        QCOMPARE(reply->result().error().kind, Kind::Closed);
        QCOMPARE(reply->result().error().detail, u"the connection was closed without a response"_s);
        QCOMPARE(retry.size(), 1);
        QVERIFY2(server.heads().size() <= 8, qPrintable(QString::number(server.heads().size())));
    }
}

void TestHttpGet::noteOnAnIdleConnectionIsNoAnswer_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("and the connection ends") << true;
    QTest::newRow("and the connection stays") << false;
}

//! Some servers say 408 to a connection that was idle for too long.
void TestHttpGet::noteOnAnIdleConnectionIsNoAnswer()
{
    QFETCH(bool, isClosed);
    RawServer server([isClosed](QTcpSocket &socket, int number) {
        socket.write(RawServer::http("200 OK", "abc"));
        if (number > 1)
            return;
        QTimer::singleShot(20, &socket, [&socket, isClosed] {
            socket.write(RawServer::http("408 Request Time-out", {}, "Connection: close\r\n"));
            if (isClosed)
                socket.disconnectFromHost();
        });
    });
    QNetworkAccessManager manager;
    for (int i = 0; i < 2; ++i) {
        const auto reply = get(manager, requestTo(server.domain()), quick());
        QVERIFY(waitForFinished(reply));
        QVERIFY(reply->result().has_value());
        QCOMPARE(*reply->result(), QByteArray("abc"));
        QTest::qWait(60);
    }
}

//! Qt's connections are renewed then, which must not make the other request wait for its time-out.
void TestHttpGet::preliminaryAnswerDelaysNoOtherRequest()
{
    RawServer server([](QTcpSocket &socket, int number) {
        if (number == 2)
            socket.write("HTTP/1.1 103 Early Hints\r\n\r\n");
        else if (number == 3)
            socket.write(RawServer::http("200 OK", "abc"));
    });
    QNetworkAccessManager manager;
    const RetryPolicy once{.timeoutTries = 1};
    const auto other = get(manager, requestTo(server.domain()), once);
    QTRY_COMPARE(server.heads().size(), 1); // not answered
    const auto preliminary = get(manager, requestTo(server.domain()), once);
    QVERIFY(waitForFinished(preliminary));
    QVERIFY(!preliminary->result());
    QVERIFY(waitForFinished(other));
    QVERIFY(other->result().has_value());
    QCOMPARE(*other->result(), QByteArray("abc"));
}

void TestHttpGet::answerAfterAPreliminaryOneIsNotTakenForAnother_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("pause"); // ms before the second request
    for (const char *status : {"102 Processing", "103 Early Hints"}) {
        QTest::addRow("%s, at once", status) << QByteArray(status) << 0;
        QTest::addRow("%s, later", status) << QByteArray(status) << 60;
    }
}

void TestHttpGet::answerAfterAPreliminaryOneIsNotTakenForAnother()
{
    QFETCH(QByteArray, status);
    QFETCH(int, pause);
    RawServer server([status](QTcpSocket &socket, int number) {
        if (number > 1)
            return void(socket.write(RawServer::http("200 OK", "second")));
        socket.write("HTTP/1.1 " + status + "\r\nLink: </a>\r\n\r\n");
        QTimer::singleShot(30, &socket,
                           [&socket] { socket.write(RawServer::http("200 OK", "first")); });
    });
    QNetworkAccessManager manager;
    const auto first = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(first));
    QCOMPARE(first->result().error().kind, Kind::BadPayload);
    QCOMPARE(first->result().error().httpStatus, status.first(3).toInt());
    QTest::qWait(pause);
    const auto second = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(second));
    QVERIFY(second->result().has_value());
    QCOMPARE(*second->result(), QByteArray("second"));
}

void TestHttpGet::otherLoginsAreNotOffered_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("challenges");
    for (const bool isProxy : {false, true}) { // a server that answers like a proxy
        const QByteArray name = isProxy ? "Proxy-Authenticate: " : "WWW-Authenticate: ";
        const auto row = [&](const char *scheme, const QByteArray &challenges) {
            QTest::addRow("%d, %s", isProxy ? 407 : 401, scheme)
                << QByteArray(isProxy ? "407 Proxy Authentication Required" : "401 Unauthorized")
                << challenges;
        };
        row("NTLM", name + "NTLM\r\n");
        row("Negotiate", name + "Negotiate\r\n");
        row("both", name + "Negotiate\r\n" + name + "NTLM\r\n");
        row("Basic", name + "Basic realm=\"a\"\r\n");
        row("Digest", name + "Digest realm=\"a\", nonce=\"b\", qop=\"auth\"\r\n");
        row("Bearer", name + "Bearer error=\"invalid_token\"\r\n");
    }
}

void TestHttpGet::otherLoginsAreNotOffered()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, challenges);
    const bool isProxy = status.startsWith("407");
    RawServer server(
        RawServer::sending(RawServer::http(status, errorBody(u"Invalid token"_s, {}), challenges)));
    QNetworkAccessManager manager;
    for (int i = 1; i <= 2; ++i) { // what the server asked for must not change the next request
        const auto reply = get(manager, requestTo(server.domain()), quick());
        QVERIFY(waitForFinished(reply));
        QCOMPARE(reply->result().error().kind, isProxy ? Kind::Proxy : Kind::Unauthorized);
        QCOMPARE(reply->result().error().detail, u"Invalid token"_s);
        QCOMPARE(server.heads().size(), i);
        const QByteArray head = server.heads().constLast();
        QCOMPARE(head.toLower().count("authorization:"), 1);
        QVERIFY(
            head.contains(QByteArray("Authorization: " + token().authorizationHeader() + "\r\n")));
    }
}

void TestHttpGet::errorDoesNotContainTheToken_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("wire");
    const QString strange = u"plus+slash/tilde~equals=="_s;
    for (const QString &secret : {u"head.body.signature"_s, longToken(), strange}) {
        const auto row = [&](const char *name, const QByteArray &wire) {
            QTest::addRow("%s, %d characters", name, int(secret.size())) << secret << wire;
        };
        const auto message = [&](const QString &text, const QString &code = {}) {
            return RawServer::http("401 Who", errorBody(text, code));
        };
        const QByteArray bytes = secret.toLatin1();
        row("alone", message(secret));
        row("in a sentence", message(u"The token "_s + secret + u" is not good."_s));
        row("twice", message(secret + u" and "_s + secret));
        row("at the end of the longest message", message(QString(290, u'x') + secret));
        row("in the code", message(u"no"_s, secret));
        row("in the status line", "HTTP/1.1 401 " + bytes + "\r\nContent-Length: 0\r\n\r\n");
        row("in the line of a cut off answer",
            "HTTP/1.1 200 " + bytes + "\r\nContent-Length: 9\r\n\r\n");
        row("in a line of text",
            RawServer::http("403 No", "blocked: " + bytes, "Content-Type: text/plain\r\n"));
        row("in problem details",
            RawServer::http(
                "403 No",
                QJsonDocument(QJsonObject{{u"title"_s, QString(u"no "_s + secret)}}).toJson()));
        row("in a redirect",
            RawServer::http("302 Found", {}, "Location: http://localhost/" + bytes + "\r\n"));
    }
}

void TestHttpGet::errorDoesNotContainTheToken()
{
    QFETCH(QString, secret);
    QFETCH(QByteArray, wire);
    RawServer server(RawServer::closingAfter(wire));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), NoTimeout, token(secret)));
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    const ApiError &error = reply->result().error();
    const QString all = error.detail + u'\n' + error.errorCode + u'\n' + error.request;
    QVERIFY2(!all.contains(secret.first(12)), qPrintable(all));
    QVERIFY2(!all.contains(secret.last(12)), qPrintable(all));
}

void TestHttpGet::retryDoesNotContainTheToken()
{
    const QString secret = u"head.body.signature"_s;
    RawServer server(RawServer::sending(RawServer::http("500 Oops", errorBody(secret, secret))));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), NoTimeout, token(secret)), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(retry.wait());
    const auto cause = retry.at(0).at(2).value<ApiError>();
    QVERIFY(!cause.detail.contains(secret));
    QVERIFY(!cause.errorCode.contains(secret));
}

void TestHttpGet::untrustedCertificateIsNamedAndNothingIsSent()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(Certificate));
    configuration.setPrivateKey(QSslKey(Key, QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QByteArray received;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this,
                [&received, socket] { received += socket->readAll(); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));

    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(httpsAt(server.serverPort())), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, Kind::Tls);
    QCOMPARE(reply->result().error().httpStatus, 0);
    QVERIFY2(reply->result().error().detail.contains(u"self-signed"_s),
             qPrintable(reply->result().error().detail));
    QCOMPARE(retry.size(), 0);
    QTest::qWait(20);
    QVERIFY(received.isEmpty());
}

void TestHttpGet::serverWithoutTlsGetsNothing()
{
    RawServer server(RawServer::sending({}));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        for (QTcpSocket *socket : server.findChildren<QTcpSocket *>())
            socket->write(RawServer::http("400 Speak plainly", "{}"));
    });
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(httpsAt(server.serverPort())), quick());
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, Kind::Tls);
    QVERIFY(server.heads().isEmpty());
    QVERIFY(!server.received().contains("Bearer"));
}

QTEST_GUILESS_MAIN(TestHttpGet)
#include "tst_httpget.moc"
