// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "support/testcertificate.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

//! The tenant with a certificate.
class tst_DemoTls final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void servesWhoTrustsTheAuthority();
    void badCertificateIsSeenByTheClient_data();
    void badCertificateIsSeenByTheClient();
    void plainHttpGetsNoAnswer();
    void tokenIsForTheSameAddress();
    void largePageArrivesWhole();
    void faultsCutAndStallAsWithoutTls_data();
    void faultsCutAndStallAsWithoutTls();
    void stopsAtOnceInEveryState_data();
    void stopsAtOnceInEveryState();
    void certificateThatIsNoGoodIsRefused_data();
    void certificateThatIsNoGoodIsRefused();

private:
    Demo::Options options(const TestCertificateRequest &request = {});
    void trust(QSslSocket &socket);
    bool connectTo(QSslSocket &socket, const Demo::Tenant &tenant);
    static void ask(QSslSocket &socket, const Demo::Tenant &tenant, const QByteArray &query = {});
    static QByteArray answer(QSslSocket &socket, int patience = 3000);

    QTemporaryDir m_directory{};
    TestAuthority m_authority{m_directory.path()};
};

Demo::Options tst_DemoTls::options(const TestCertificateRequest &request)
{
    const TestCertificate certificate = m_authority.issue(request);
    Demo::Options options;
    options.certificateFile = certificate.certificateFile;
    options.privateKeyFile = certificate.privateKeyFile;
    return options;
}

void tst_DemoTls::trust(QSslSocket &socket)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_authority.certificateFile()));
    socket.setSslConfiguration(configuration);
}

bool tst_DemoTls::connectTo(QSslSocket &socket, const Demo::Tenant &tenant)
{
    trust(socket);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, tenant.port());
    return socket.waitForEncrypted(3000);
}

void tst_DemoTls::ask(QSslSocket &socket, const Demo::Tenant &tenant, const QByteArray &query)
{
    socket.write("GET /api/v2/organizations/" + tenant.organizations().first().id.toLatin1()
                 + "/connections" + query + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                 + tenant.accessToken() + "\r\n\r\n");
}

//! Until the body is complete, the server closes, or nothing comes any more.
QByteArray tst_DemoTls::answer(QSslSocket &socket, int patience)
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

void tst_DemoTls::servesWhoTrustsTheAuthority()
{
    Demo::Tenant tenant(options());
    QVERIFY2(tenant.start(), qUtf8Printable(tenant.errorString()));
    QCOMPARE(tenant.domain(), u"https://127.0.0.1:%1"_s.arg(tenant.port()));
    QSslSocket socket;
    QVERIFY2(connectTo(socket, tenant), qUtf8Printable(socket.errorString()));
    for (int i = 0; i < 3; ++i) { // on one connection
        ask(socket, tenant);
        QVERIFY(answer(socket).startsWith("HTTP/1.1 200 "));
    }
}

void tst_DemoTls::badCertificateIsSeenByTheClient_data()
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

void tst_DemoTls::badCertificateIsSeenByTheClient()
{
    QFETCH(QStringList, hosts);
    QFETCH(int, firstDay);
    QFETCH(int, lastDay);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Demo::Tenant tenant(options({hosts, now.addDays(firstDay), now.addDays(lastDay)}));
    QVERIFY(tenant.start());
    QSslSocket socket;
    QVERIFY(!connectTo(socket, tenant));
    QCOMPARE(socket.sslHandshakeErrors().size(), 1);
    QTEST(int(socket.sslHandshakeErrors().first().error()), "problem");
    QVERIFY(tenant.requests().isEmpty());
}

void tst_DemoTls::plainHttpGetsNoAnswer()
{
    Demo::Tenant tenant(options());
    QVERIFY(tenant.start());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, tenant.port());
    socket.write("GET /api/v2/organizations HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(socket.waitForDisconnected(3000));
    QVERIFY(!socket.readAll().contains("HTTP/1.1"));
    QVERIFY(tenant.requests().isEmpty());
}

void tst_DemoTls::tokenIsForTheSameAddress()
{
    Demo::Tenant tenant(options());
    QVERIFY(tenant.start());
    const auto claims = QByteArray::fromBase64(tenant.accessToken().split('.').at(1),
                                               QByteArray::Base64UrlEncoding);
    const QJsonObject object = QJsonDocument::fromJson(claims).object();
    QCOMPARE(object.value("iss"_L1).toString(), tenant.domain() + u"/"_s);
    QCOMPARE(object.value("aud"_L1).toString(), tenant.domain() + u"/api/v2/"_s);
}

void tst_DemoTls::largePageArrivesWhole()
{
    Demo::Options many = options();
    many.connections = 100;
    Demo::Tenant tenant(many);
    QVERIFY(tenant.start());
    QSslSocket socket;
    QVERIFY(connectTo(socket, tenant));
    ask(socket, tenant, "?per_page=100&include_totals=true");
    const QByteArray bytes = answer(socket);
    QVERIFY(bytes.size() > 20'000); // more than one record of TLS
    QVERIFY(bytes.endsWith("\"total\":100}"));
}

void tst_DemoTls::faultsCutAndStallAsWithoutTls_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("hasHead");
    QTest::addColumn<bool>("closes");
    QTest::newRow("drop") << u"drop"_s << false << true;
    QTest::newRow("hang") << u"hang"_s << false << false;
    QTest::newRow("truncated") << u"truncated"_s << true << true;
    QTest::newRow("stall") << u"stall-in-body"_s << true << false;
}

void tst_DemoTls::faultsCutAndStallAsWithoutTls()
{
    QFETCH(QString, fault);
    QFETCH(bool, closes);
    Demo::Tenant tenant(options());
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

void tst_DemoTls::stopsAtOnceInEveryState_data()
{
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QString>("fault");
    QTest::newRow("before the handshake") << false << QString();
    QTest::newRow("idle") << true << QString();
    QTest::newRow("hanging") << true << u"hang"_s;
    QTest::newRow("blocked in writing") << true << u"too-large"_s;
}

void tst_DemoTls::stopsAtOnceInEveryState()
{
    QFETCH(bool, encrypted);
    QFETCH(QString, fault);
    Demo::Tenant tenant(options());
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

void tst_DemoTls::certificateThatIsNoGoodIsRefused_data()
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

void tst_DemoTls::certificateThatIsNoGoodIsRefused()
{
    QFETCH(QString, sentence);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    Demo::Options options;
    options.certificateFile = certificate;
    options.privateKeyFile = key;
    Demo::Tenant tenant(options);
    QVERIFY(!tenant.start());
    QVERIFY2(tenant.errorString().contains(sentence), qUtf8Printable(tenant.errorString()));
}

QTEST_GUILESS_MAIN(tst_DemoTls)
#include "tst_demotls.moc"
