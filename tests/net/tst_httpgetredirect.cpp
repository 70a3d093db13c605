// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "httpgettesting.h"
#include "rawserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace HttpGetTesting;
using Kind = Vestibule::ApiError::Kind;

namespace {

// Qt makes a redirected request once more, now and then, and then complains about itself.
const QRegularExpression ButQtsOwn(
    u"^(?!QNetworkReplyImpl: backend error: caching was enabled after some bytes)"_s);

QByteArray redirectTo(const QByteArray &location, const QByteArray &status = "302 Found",
                      const QByteArray &body = {})
{
    return RawServer::http(status, body, "Location: " + location + "\r\n");
}

} // namespace

//! The token goes to the origin that was configured and to no other place.
class TestHttpGetRedirect final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(ButQtsOwn); }
    void elsewhereIsNotFollowed_data();
    void elsewhereIsNotFollowed();
    void sameOriginIsFollowedWithTheToken_data();
    void sameOriginIsFollowedWithTheToken();
    void secondHopElsewhereIsNotFollowed();
    void aCircleEnds();
    void redirectWithoutAPlaceIsAFailure();
};

void TestHttpGetRedirect::elsewhereIsNotFollowed_data()
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

void TestHttpGetRedirect::elsewhereIsNotFollowed()
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

void TestHttpGetRedirect::sameOriginIsFollowedWithTheToken_data()
{
    QTest::addColumn<QByteArray>("location"); // PORT is the server's own
    QTest::newRow("path") << QByteArray("/elsewhere");
    QTest::newRow("relative path") << QByteArray("elsewhere");
    QTest::newRow("whole address") << QByteArray("http://127.0.0.1:PORT/elsewhere");
}

void TestHttpGetRedirect::sameOriginIsFollowedWithTheToken()
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
    QCOMPARE(*reply->result(), QByteArray("[1]")); // and nothing of the redirect's own body
    QVERIFY(server.heads().constLast().contains("elsewhere HTTP/1.1\r\n"));
    for (const QByteArray &head : server.heads())
        QVERIFY(head.contains(requestTo(server.domain()).rawHeader("Authorization")));
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGetRedirect::secondHopElsewhereIsNotFollowed()
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

void TestHttpGetRedirect::aCircleEnds()
{
    RawServer server(RawServer::sending(redirectTo("/round")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
    QVERIFY(server.heads().size() <= 12);
    QVERIFY(server.sawOnlyOwnGets());
}

void TestHttpGetRedirect::redirectWithoutAPlaceIsAFailure()
{
    RawServer server(RawServer::sending(RawServer::http("302 Found", "[]")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, Kind::BadPayload);
}

QTEST_GUILESS_MAIN(TestHttpGetRedirect)
#include "tst_httpgetredirect.moc"
