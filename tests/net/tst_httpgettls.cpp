// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "httpgettesting.h"
#include "rawserver.h"
#include "support/networkthreads.h"

#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

using namespace Qt::StringLiterals;
using namespace HttpGetTesting;
using Kind = Vestibule::ApiError::Kind;

namespace {

// Made for this test and good for nothing else: nobody trusts it.
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

//! Without a trustworthy connection nothing is sent.
class TestHttpGetTls final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QTRY_VERIFY(networkThreadsAreGone()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void untrustedCertificateIsNamedAndNothingIsSent();
    void aServerWithoutTlsGetsNothing();
};

void TestHttpGetTls::untrustedCertificateIsNamedAndNothingIsSent()
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

void TestHttpGetTls::aServerWithoutTlsGetsNothing()
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

QTEST_GUILESS_MAIN(TestHttpGetTls)
#include "tst_httpgettls.moc"
