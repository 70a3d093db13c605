// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

//! Sockets: beginning, end, and what is not HTTP.
class tst_DemoWire final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
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
};

void tst_DemoWire::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_DemoWire::keepsAConnectionOpen()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    QCOMPARE(client.list("").status, 200);
    const quint16 port = client.socket().localPort();
    for (int i = 0; i < 20; ++i) { // httplib's own limit is five
        QCOMPARE(client.list("").status, 200);
        QCOMPARE(client.socket().localPort(), port);
    }
}

void tst_DemoWire::keepAliveRequestIsFast()
{
    Demo::Tenant tenant;
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

void tst_DemoWire::stopsAtOnce_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<int>("latency");
    QTest::newRow("idle") << QStringList() << 0;
    QTest::newRow("waiting for the latency") << QStringList() << 60'000;
    QTest::newRow("hanging") << QStringList{u"hang"_s} << 0;
    QTest::newRow("stalled in the body") << QStringList{u"stall-in-body"_s} << 0;
    QTest::newRow("blocked in writing") << QStringList{u"too-large"_s} << 0;
}

void tst_DemoWire::stopsAtOnce()
{
    QFETCH(QStringList, faults);
    QFETCH(int, latency);
    Demo::Options options;
    options.faults = faults;
    options.latency = std::chrono::milliseconds(latency);
    Demo::Tenant tenant(options);
    QVERIFY(tenant.start());
    DemoClient idle(tenant);
    idle.socket().connectToHost(u"127.0.0.1"_s, tenant.port());
    QVERIFY(idle.socket().waitForConnected(1000));
    DemoClient busy(tenant);
    busy.socket().setReadBufferSize(1024); // does not read on, so that the server has to wait
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

void tst_DemoWire::startsAgainOnTheSamePortWithTheSameToken()
{
    Demo::Tenant tenant;
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

void tst_DemoWire::stopsAndStartsInAnyOrder()
{
    Demo::Tenant tenant;
    tenant.stop();
    for (int i = 0; i < 20; ++i) {
        QVERIFY(tenant.start());
        QVERIFY(tenant.start());
        tenant.stop();
        tenant.stop();
    }
}

void tst_DemoWire::portInUseIsRefused()
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

void tst_DemoWire::listensOnLoopbackAlone()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.2"_s, tenant.port());
    QVERIFY(!socket.waitForConnected(500));
}

void tst_DemoWire::manyConnectionsAreServed()
{
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    std::vector<std::unique_ptr<DemoClient>> clients;
    for (int i = 0; i < 25; ++i) { // more than httplib's eight threads, all of them kept open
        clients.push_back(std::make_unique<DemoClient>(tenant));
        QCOMPARE(clients.back()->list("", 0, 1000).status, 200);
    }
}

void tst_DemoWire::whatIsNotHttpIsA400_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("noise") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << 400;
    QTest::newRow("unknown method") << QByteArray("BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("long address") << QByteArray("GET /" + QByteArray(9000, 'a')
                                                + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                  << 414;
}

void tst_DemoWire::whatIsNotHttpIsA400()
{
    QFETCH(QByteArray, bytes);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    DemoClient client(tenant);
    const RawAnswer answer = client.send(bytes);
    QTEST(answer.status, "status");
    QCOMPARE(answer.object().value("statusCode"_L1).toInt(), answer.status);
    QVERIFY(client.socket().state() != QAbstractSocket::ConnectedState
            || client.socket().waitForDisconnected(1000));
    QCOMPARE(DemoClient(tenant).list("").status, 200);
}

void tst_DemoWire::leavesSigpipeAsItWas()
{
    ::signal(SIGPIPE, SIG_DFL);
    Demo::Tenant tenant;
    QVERIFY(tenant.start());
    QVERIFY(::signal(SIGPIPE, SIG_DFL) == SIG_DFL);
}

QTEST_GUILESS_MAIN(tst_DemoWire)
#include "tst_demowire.moc"
