// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"
#include "support/networkthreads.h"
#include "support/recordingtenant.h"
#include "support/testcertificate.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

//! Connections: how they begin and end, over http and https, and what is not HTTP.
class TestHttpServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { QTRY_VERIFY(networkThreadsAreGone()); }
    void keepsAConnectionOpen();
    void keepAliveRequestIsFast();
    void stopsAtOnce_data();
    void stopsAtOnce();
    void startsAgainOnTheSamePortWithTheSameToken();
    void stopsAndStartsInAnyOrder();
    void portInUseIsRefused();
    void listensOnLoopbackAlone();
    void manyConnectionsAreServed();
    void whatIsNotHttpIsA400_data();
    void whatIsNotHttpIsA400();
    void leavesSigpipeAsItWas();
    void parallelConnectionsDoNotWaitForEachOther();
    void pipelinedRequestsAreAnsweredInOrder();
    void bodyIsNotTakenForTheNextRequest_data();
    void bodyIsNotTakenForTheNextRequest();
    void clientMayWaitForContinue();
    void clientsThatFallSilentAreGivenUp();
    void headHasNoBody();
    void closesWhenAskedTo_data();
    void closesWhenAskedTo();
    void servesAClientThatTrustsTheAuthority();
    void badCertificateIsSeenByTheClient_data();
    void badCertificateIsSeenByTheClient();
    void plainHttpGetsNoAnswer();
    void tokenIsForTheSameAddress();
    void largePageArrivesWhole();
    void faultsCutAndStallAsWithoutTls_data();
    void faultsCutAndStallAsWithoutTls();
    void stopsAtOnceInEveryState_data();
    void stopsAtOnceInEveryState();
    void uselessCertificateIsRefused_data();
    void uselessCertificateIsRefused();

private:
    Demo::Options httpsOptions(const TestCertificateRequest &request = {});
    void trust(QSslSocket &socket);
    bool connectTo(QSslSocket &socket, const Demo::Tenant &tenant);
    static void ask(QSslSocket &socket, const Demo::Tenant &tenant, const QByteArray &query = {});
    static QByteArray answer(QSslSocket &socket, int patience = 3000);

    QTemporaryDir m_directory{};
    TestAuthority m_authority{m_directory.path()};
};

void TestHttpServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestHttpServer::keepsAConnectionOpen()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    QCOMPARE(client.list("").status, 200);
    const quint16 port = client.socket().localPort();
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(client.list("").status, 200);
        QCOMPARE(client.socket().localPort(), port);
    }
}

void TestHttpServer::keepAliveRequestIsFast()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    client.list("");
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        client.list("per_page=1");
    }
    // Without TCP_NODELAY each takes 40 ms.
    QVERIFY2(timer.elapsed() < 400, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpServer::stopsAtOnce_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<int>("latency");
    QTest::newRow("idle") << QStringList() << 0;
    QTest::newRow("waiting for the latency") << QStringList() << 60'000;
    QTest::newRow("hanging") << QStringList{u"hang"_s} << 0;
    QTest::newRow("stalled in the body") << QStringList{u"stall-in-body"_s} << 0;
    QTest::newRow("blocked in writing") << QStringList{u"too-large"_s} << 0;
}

void TestHttpServer::stopsAtOnce()
{
    QFETCH(QStringList, faults);
    QFETCH(int, latency);
    Demo::Options options;
    options.faults = faults;
    options.latency = std::chrono::milliseconds(latency);
    RecordingTenant tenant(options);
    QVERIFY(tenant.start());
    DemoClient idle(tenant);
    idle.socket().connectToHost(u"127.0.0.1"_s, tenant.port());
    QVERIFY(idle.socket().waitForConnected(1000));
    DemoClient busy(tenant);
    busy.socket().setReadBufferSize(1024); // stops reading, so that the server has to wait
    busy.socket().connectToHost(u"127.0.0.1"_s, tenant.port());
    busy.socket().write("GET " + busy.target(0) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + tenant.accessToken() + "\r\n\r\n");
    QTRY_COMPARE(tenant.requests().size(), 1);
    QTest::qWait(50);
    QElapsedTimer timer;
    timer.start();
    tenant.stop();
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!tenant.isRunning());
    QVERIFY(idle.socket().state() != QAbstractSocket::ConnectedState
            || idle.socket().waitForDisconnected(1000));
}

void TestHttpServer::startsAgainOnTheSamePortWithTheSameToken()
{
    RecordingTenant tenant;
    QCOMPARE(tenant.port(), quint16(0));
    QVERIFY(tenant.start());
    const quint16 port = tenant.port();
    const QByteArray header = "Authorization: Bearer " + tenant.accessToken();
    DemoClient client(tenant);
    QCOMPARE(client.get(client.target(0), header).status, 200);
    tenant.stop();
    QVERIFY2(tenant.start(), qUtf8Printable(tenant.errorString()));
    QCOMPARE(tenant.port(), port);
    DemoClient again(tenant);
    QCOMPARE(again.get(again.target(0), header).status, 200);
}

void TestHttpServer::stopsAndStartsInAnyOrder()
{
    RecordingTenant tenant;
    tenant.stop();
    for (int i = 0; i < 20; ++i) {
        QVERIFY(tenant.start());
        QVERIFY(tenant.start());
        tenant.stop();
        tenant.stop();
    }
}

void TestHttpServer::portInUseIsRefused()
{
    Demo::Tenant first;
    QVERIFY(first.start());
    Demo::Options options;
    options.port = first.port();
    Demo::Tenant second(options);
    QVERIFY(!second.start());
    QCOMPARE(second.errorString(),
             u"Cannot listen on 127.0.0.1:%1: the port is in use"_s.arg(first.port()));
    first.stop();
    QVERIFY(second.start());
    QCOMPARE(second.errorString(), QString());
}

void TestHttpServer::listensOnLoopbackAlone()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.2"_s, tenant.port());
    QVERIFY(!socket.waitForConnected(500));
}

void TestHttpServer::manyConnectionsAreServed()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    std::vector<std::unique_ptr<DemoClient>> clients;
    for (int i = 0; i < 25; ++i) {
        clients.push_back(std::make_unique<DemoClient>(tenant));
        QCOMPARE(clients.back()->list("", 0, 1000).status, 200);
    }
}

void TestHttpServer::whatIsNotHttpIsA400_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("noise") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << 400;
    QTest::newRow("unknown method") << QByteArray("BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("long address") << QByteArray("GET /" + QByteArray(9000, 'a')
                                                + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                  << 414;
    QTest::newRow("long header") << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(9000, 'a')
                                               + "\r\n\r\n")
                                 << 400;
}

void TestHttpServer::whatIsNotHttpIsA400()
{
    QFETCH(QByteArray, bytes);
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const RawAnswer answer = client.send(bytes);
    QTEST(answer.status, "status");
    QCOMPARE(answer.object().value("statusCode"_L1).toInt(), answer.status);
    QVERIFY(client.socket().state() != QAbstractSocket::ConnectedState
            || client.socket().waitForDisconnected(1000));
    QCOMPARE(DemoClient(tenant).list("").status, 200);
}

void TestHttpServer::leavesSigpipeAsItWas()
{
    ::signal(SIGPIPE, SIG_DFL);
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    QVERIFY(::signal(SIGPIPE, SIG_DFL) == SIG_DFL);
}

Demo::Options TestHttpServer::httpsOptions(const TestCertificateRequest &request)
{
    const TestCertificate certificate = m_authority.issue(request);
    Demo::Options httpsOptions;
    httpsOptions.certificateFile = certificate.certificateFile;
    httpsOptions.privateKeyFile = certificate.privateKeyFile;
    return httpsOptions;
}

void TestHttpServer::trust(QSslSocket &socket)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_authority.certificateFile()));
    socket.setSslConfiguration(configuration);
}

bool TestHttpServer::connectTo(QSslSocket &socket, const Demo::Tenant &tenant)
{
    trust(socket);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, tenant.port());
    return socket.waitForEncrypted(3000);
}

void TestHttpServer::ask(QSslSocket &socket, const Demo::Tenant &tenant, const QByteArray &query)
{
    socket.write("GET /api/v2/organizations/" + tenant.organizations().first().id.toLatin1()
                 + "/connections" + query + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                 + tenant.accessToken() + "\r\n\r\n");
}

//! Reads until the body is complete, the server closes, or nothing more comes.

QByteArray TestHttpServer::answer(QSslSocket &socket, int patience)
{
    static const QRegularExpression length(u"Content-Length: (\\d+)\r\n"_s);
    QByteArray bytes;
    for (;;) {
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        const auto match = length.match(QString::fromLatin1(bytes.left(head + 2)));
        if (head >= 0 && bytes.size() >= head + 4 + match.captured(1).toLongLong())
            return bytes;
        if (!socket.waitForReadyRead(patience))
            return bytes + socket.readAll();
        bytes += socket.readAll();
    }
}

void TestHttpServer::servesAClientThatTrustsTheAuthority()
{
    RecordingTenant tenant(httpsOptions());
    QVERIFY2(tenant.start(), qUtf8Printable(tenant.errorString()));
    QCOMPARE(tenant.domain(), u"https://127.0.0.1:%1"_s.arg(tenant.port()));
    QSslSocket socket;
    QVERIFY2(connectTo(socket, tenant), qUtf8Printable(socket.errorString()));
    for (int i = 0; i < 3; ++i) { // on one connection
        ask(socket, tenant);
        QVERIFY(answer(socket).startsWith("HTTP/1.1 200 "));
    }
}

void TestHttpServer::badCertificateIsSeenByTheClient_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<int>("firstDay");
    QTest::addColumn<int>("lastDay");
    QTest::addColumn<int>("problem");
    const QStringList good{u"127.0.0.1"_s};
    QTest::newRow("expired") << good << -3 << -1 << int(QSslError::CertificateExpired);
    QTest::newRow("not yet valid") << good << 1 << 3 << int(QSslError::CertificateNotYetValid);
    QTest::newRow("another host") << QStringList{u"acme.example"_s} << -1 << 1
                                  << int(QSslError::HostNameMismatch);
}

void TestHttpServer::badCertificateIsSeenByTheClient()
{
    QFETCH(QStringList, hosts);
    QFETCH(int, firstDay);
    QFETCH(int, lastDay);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    RecordingTenant tenant(httpsOptions({hosts, now.addDays(firstDay), now.addDays(lastDay)}));
    QVERIFY(tenant.start());
    QSslSocket socket;
    QVERIFY(!connectTo(socket, tenant));
    QCOMPARE(socket.sslHandshakeErrors().size(), 1);
    QTEST(int(socket.sslHandshakeErrors().first().error()), "problem");
    QVERIFY(tenant.requests().isEmpty());
}

void TestHttpServer::plainHttpGetsNoAnswer()
{
    RecordingTenant tenant(httpsOptions());
    QVERIFY(tenant.start());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, tenant.port());
    socket.write("GET /api/v2/organizations HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(socket.waitForDisconnected(3000));
    QVERIFY(!socket.readAll().contains("HTTP/1.1"));
    QVERIFY(tenant.requests().isEmpty());
}

void TestHttpServer::tokenIsForTheSameAddress()
{
    RecordingTenant tenant(httpsOptions());
    QVERIFY(tenant.start());
    const auto claims = QByteArray::fromBase64(tenant.accessToken().split('.').at(1),
                                               QByteArray::Base64UrlEncoding);
    const QJsonObject object = QJsonDocument::fromJson(claims).object();
    QCOMPARE(object.value("iss"_L1).toString(), tenant.domain() + u"/"_s);
    QCOMPARE(object.value("aud"_L1).toString(), tenant.domain() + u"/api/v2/"_s);
}

void TestHttpServer::largePageArrivesWhole()
{
    Demo::Options many = httpsOptions();
    many.connections = 100;
    RecordingTenant tenant(many);
    QVERIFY(tenant.start());
    QSslSocket socket;
    QVERIFY(connectTo(socket, tenant));
    ask(socket, tenant, "?per_page=100&include_totals=true");
    const QByteArray bytes = answer(socket);
    QVERIFY(bytes.size() > 20'000); // more than one record of TLS
    QVERIFY(bytes.endsWith("\"total\":100}"));
}

void TestHttpServer::faultsCutAndStallAsWithoutTls_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("hasHead");
    QTest::addColumn<bool>("closes");
    QTest::newRow("drop") << u"drop"_s << false << true;
    QTest::newRow("hang") << u"hang"_s << false << false;
    QTest::newRow("truncated") << u"truncated"_s << true << true;
    QTest::newRow("stall") << u"stall-in-body"_s << true << false;
}

void TestHttpServer::faultsCutAndStallAsWithoutTls()
{
    QFETCH(QString, fault);
    QFETCH(bool, closes);
    RecordingTenant tenant(httpsOptions());
    QVERIFY(tenant.start());
    tenant.setFaults({fault});
    QSslSocket socket;
    QVERIFY(connectTo(socket, tenant));
    ask(socket, tenant);
    const QByteArray bytes = answer(socket, closes ? 3000 : 200);
    QTEST(bytes.startsWith("HTTP/1.1 200 "), "hasHead");
    QVERIFY(!bytes.endsWith("]"));
    QCOMPARE(socket.state() != QAbstractSocket::ConnectedState, closes);
}

void TestHttpServer::stopsAtOnceInEveryState_data()
{
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QString>("fault");
    QTest::newRow("before the handshake") << false << QString();
    QTest::newRow("idle") << true << QString();
    QTest::newRow("hanging") << true << u"hang"_s;
    QTest::newRow("blocked in writing") << true << u"too-large"_s;
}

void TestHttpServer::stopsAtOnceInEveryState()
{
    QFETCH(bool, encrypted);
    QFETCH(QString, fault);
    RecordingTenant tenant(httpsOptions());
    QVERIFY(tenant.start());
    if (!fault.isEmpty())
        tenant.setFaults({fault});
    QSslSocket socket;
    if (encrypted) {
        QVERIFY(connectTo(socket, tenant));
        socket.setReadBufferSize(1024);
        ask(socket, tenant);
        QTRY_COMPARE(tenant.requests().size(), 1);
    } else {
        socket.connectToHost(u"127.0.0.1"_s, tenant.port());
        QVERIFY(socket.waitForConnected(1000));
    }
    QTest::qWait(50);
    QElapsedTimer timer;
    timer.start();
    tenant.stop();
    QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpServer::uselessCertificateIsRefused_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("sentence");
    const TestCertificate one = m_authority.issue();
    const TestCertificate other = m_authority.issue();
    QTest::newRow("no key") << one.certificateFile << QString() << u"together only"_s;
    QTest::newRow("no certificate") << QString() << one.privateKeyFile << u"together only"_s;
    QTest::newRow("no such file") << u"/nowhere.pem"_s << one.privateKeyFile
                                  << u"no PEM certificate in \"/nowhere.pem\""_s;
    QTest::newRow("the key of another")
        << one.certificateFile << other.privateKeyFile << u"no PEM key for the certificate"_s;
}

void TestHttpServer::uselessCertificateIsRefused()
{
    QFETCH(QString, sentence);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    Demo::Options httpsOptions;
    httpsOptions.certificateFile = certificate;
    httpsOptions.privateKeyFile = key;
    RecordingTenant tenant(httpsOptions);
    QVERIFY(!tenant.start());
    QVERIFY2(tenant.errorString().contains(sentence), qUtf8Printable(tenant.errorString()));
}

void TestHttpServer::parallelConnectionsDoNotWaitForEachOther()
{
    RecordingTenant tenant({.latency = 300ms});
    QVERIFY(tenant.start());
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, tenant.port());
        QVERIFY(sockets.back()->waitForConnected(1000));
        sockets.back()->write("GET /api/v2/organizations HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(sockets.back()->waitForBytesWritten(1000));
    }
    for (const auto &socket : sockets)
        QVERIFY(socket->bytesAvailable() > 0 || socket->waitForReadyRead(2000));
    QVERIFY(timer.elapsed() >= 300);
    QVERIFY2(timer.elapsed() < 1200, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpServer::pipelinedRequestsAreAnsweredInOrder()
{
    RecordingTenant tenant({.latency = 20ms});
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    QByteArray requests;
    for (int i = 0; i < 5; ++i)
        requests += "GET " + client.target(0) + "?page=" + QByteArray::number(i)
            + "&per_page=1&include_totals=true HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + tenant.accessToken() + "\r\n\r\n";
    QByteArray answers = client.send(requests).body;
    while (answers.count("\"total\":10}") < 5 && client.socket().waitForReadyRead(3000))
        answers += client.socket().readAll();
    qsizetype last = -1;
    for (int i = 0; i < 5; ++i) {
        const qsizetype place =
            answers.indexOf(QByteArray("\"start\":" + QByteArray::number(i) + ','));
        QVERIFY(place > last);
        last = place;
    }
    QCOMPARE(tenant.requests().size(), 5);
}

void TestHttpServer::bodyIsNotTakenForTheNextRequest_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << qsizetype(0) << 404;
    QTest::newRow("small") << qsizetype(7) << 404;
    QTest::newRow("largest") << qsizetype(1024 * 1024) << 404;
    QTest::newRow("too large") << qsizetype(1024 * 1024 + 1) << 413;
}

void TestHttpServer::bodyIsNotTakenForTheNextRequest()
{
    QFETCH(qsizetype, size);
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const RawAnswer answer =
        client.send("POST /oauth HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(size)
                    + "\r\n\r\n" + QByteArray(size, '\n'));
    QTEST(answer.status, "status");
    QCOMPARE(answer.object().value("statusCode"_L1).toInt(), answer.status);
    const quint16 port = client.socket().localPort();
    QCOMPARE(client.list("").status, 200);
    QCOMPARE(client.socket().localPort(), port);
}

void TestHttpServer::clientMayWaitForContinue()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, tenant.domain().section(u':', -1).toUShort());
    QVERIFY(socket.waitForConnected());
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QTRY_COMPARE(socket.bytesAvailable(), 25);
    QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write("abc");
    QTRY_VERIFY(socket.peek(12) == "HTTP/1.1 404");
}

//! One has sent a part of a head, the other less than a line.
void TestHttpServer::clientsThatFallSilentAreGivenUp()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    QTcpSocket sockets[2];
    for (QTcpSocket &socket : sockets) {
        socket.connectToHost(QHostAddress::LocalHost, tenant.domain().section(u':', -1).toUShort());
        QVERIFY(socket.waitForConnected());
    }
    sockets[0].write("GET / HTTP/1.1\r\nHost: x\r\n");
    sockets[1].write("GET");
    QTRY_VERIFY_WITH_TIMEOUT(sockets[0].state() == QAbstractSocket::UnconnectedState
                                 && sockets[1].state() == QAbstractSocket::UnconnectedState,
                             15'000);
    QVERIFY(sockets[0].readAll().startsWith("HTTP/1.1 400 "));
    QCOMPARE(sockets[1].readAll(), QByteArray());
}

void TestHttpServer::headHasNoBody()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const RawAnswer answer = client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n", 200);
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.headers.value("content-length"), "60");
    QCOMPARE(answer.body, QByteArray());
}

void TestHttpServer::closesWhenAskedTo_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << QByteArray("1.1") << QByteArray() << false;
    QTest::newRow("1.1 close") << QByteArray("1.1") << QByteArray("Connection: close\r\n") << true;
    QTest::newRow("1.1 Close") << QByteArray("1.1") << QByteArray("connection: Close\r\n") << true;
    QTest::newRow("1.0") << QByteArray("1.0") << QByteArray() << true;
    QTest::newRow("1.0 keep") << QByteArray("1.0") << QByteArray("Connection: Keep-Alive\r\n")
                              << false;
}

void TestHttpServer::closesWhenAskedTo()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, connection);
    QFETCH(bool, closes);
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const RawAnswer answer =
        client.send("GET / HTTP/" + version + "\r\nHost: x\r\n" + connection + "\r\n");
    QCOMPARE(answer.status, 404);
    QVERIFY(answer.complete);
    QCOMPARE(answer.closed || client.socket().waitForDisconnected(200), closes);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
