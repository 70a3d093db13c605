// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "httpgettesting.h"
#include "rawserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace HttpGetTesting;
using Kind = Vestibule::ApiError::Kind;

//! What becomes of an answer, whole or broken.
class TestHttpGet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void wholeAnswerIsTheResult_data();
    void wholeAnswerIsTheResult();
    void brokenAnswerIsOneClearFailure_data();
    void brokenAnswerIsOneClearFailure();
    void refusedPortIsOffline();
    void silenceIsATimeout_data();
    void silenceIsATimeout();
    void aSlowAnswerThatGoesOnIsNoTimeout();
    void largestBodyIsTaken();
    void largerBodyIsRefusedUnread();
    void endlessBodyEndsAtTheLimit_data();
    void endlessBodyEndsAtTheLimit();
    void requestIsNamedWithoutHost();
    void wireCarriesOnlyWhatItMust();
};

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
    QTest::newRow("early hints") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n"
                                               + RawServer::http("200 OK", "abc"))
                                 << QByteArray("abc");
}

void TestHttpGet::wholeAnswerIsTheResult()
{
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, body);
    RawServer server(RawServer::closingBehind(wire));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    QVERIFY(reply->result().has_value());
    QCOMPARE(*reply->result(), body);
    if (wire.contains("Content-Length")) // without a length Qt may by itself ask once more
        QCOMPARE(server.heads().size(), 1);
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGet::brokenAnswerIsOneClearFailure_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QByteArray() << Kind::Offline << 0;
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 20") << Kind::Offline << 0;
    QTest::newRow("another protocol")
        << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n") << Kind::Offline << 0;
    QTest::newRow("another protocol in binary")
        << QByteArray("\x15\x03\x01\x00\x02\x02\x46\r\n\r\n", 11) << Kind::Offline << 0;
    QTest::newRow("cut off within its length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << Kind::BadPayload
        << 200;
    QTest::newRow("cut off within the head")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << Kind::Offline << 0;
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
    RawServer server(RawServer::closingBehind(wire));
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

void TestHttpGet::refusedPortIsOffline()
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

void TestHttpGet::aSlowAnswerThatGoesOnIsNoTimeout()
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

void TestHttpGet::largestBodyIsTaken()
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

void TestHttpGet::requestIsNamedWithoutHost()
{
    const QNetworkRequest request = requestTo(*TenantDomain::fromText(u"acme.auth0.com"_s));
    QCOMPARE(HttpGet::describe(request),
             u"/api/v2/organizations/org_1/connections?page=0&per_page=50&include_totals=true"_s);
}

void TestHttpGet::wireCarriesOnlyWhatItMust()
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

QTEST_GUILESS_MAIN(TestHttpGet)
#include "tst_httpget.moc"
