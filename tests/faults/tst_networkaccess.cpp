// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/connectproxy.h"
#include "support/hiddentenant.h"
#include "support/networkthreads.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using Kind = ApiError::Kind;
using Mode = NetworkSettings::ProxyMode;

//! The ways of the network settings: a proxy, and one more authority.
class TestNetworkAccess final : public QObject, private HiddenTenant {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QTRY_VERIFY(networkThreadsAreGone()); }
    void initTestCase() { QVERIFY(startTenant()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void tenantBehindAProxyIsReached();
    void proxyGetsItsCredentialsAndNothingElse();
    void proxyThatRefusesIsNamed_data();
    void proxyThatRefusesIsNamed();
    void proxyThatIsNotThereIsNamed();
    void proxyWithoutItsPasswordIsNamed();
    void loopbackGoesWithoutTheProxy();
    void certificateFileIsReadOrNamed_data();
    void certificateFileIsReadOrNamed();

private:
    [[nodiscard]] NetworkSettings through(quint16 proxyPort, const QString &user = {}) const;
    [[nodiscard]] Result<ConnectionPage> read(const NetworkSettings &settings,
                                              const QString &password = {},
                                              const QString &host = Host);
};

NetworkSettings TestNetworkAccess::through(quint16 proxyPort, const QString &user) const
{
    return {.proxyMode = Mode::Manual,
            .proxyHost = u"127.0.0.1"_s,
            .proxyPort = proxyPort,
            .proxyUser = user,
            .caCertificateFile = m_authority->certificateFile()};
}

Result<ConnectionPage> TestNetworkAccess::read(const NetworkSettings &settings,
                                               const QString &password, const QString &host)
{
    NetworkAccess network;
    if (network.apply(settings, password))
        qFatal("the certificate of the test cannot be read");
    ManagementClient tenant = client(network, 5s, host);
    m_tenant->clearRequests();
    const auto reply = tenant.fetchPage(firstPage());
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    if (!finished.wait(10'000))
        return ApiError{.kind = Kind::Timeout, .detail = u"no finished()"_s};
    return reply->result();
}

void TestNetworkAccess::tenantBehindAProxyIsReached()
{
    ConnectProxy proxy(m_tenant->port());
    const auto result = read(through(proxy.serverPort()));
    QCOMPARE(proxy.heads().size(), 1);
    QVERIFY(proxy.heads().constFirst().startsWith("CONNECT tenant.example.test:443 "));
    QCOMPARE(m_tenant->requests().size(), 1);
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().detail));
    QVERIFY(!proxy.received().contains("Bearer"));
}

void TestNetworkAccess::proxyGetsItsCredentialsAndNothingElse()
{
    ConnectProxy proxy(m_tenant->port());
    proxy.requireCredentials(QByteArray("ann:s3cret").toBase64());
    const auto result = read(through(proxy.serverPort(), u"ann"_s), u"s3cret"_s);
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().detail));
    QVERIFY(!proxy.received().contains("Bearer"));
    QVERIFY(!proxy.received().contains(m_tenant->organizations().constFirst().id.toLatin1()));
}

void TestNetworkAccess::proxyThatRefusesIsNamed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("405") << QByteArray("HTTP/1.1 405 Not Allowed\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("hangs up") << QByteArray("\r\n");
}

void TestNetworkAccess::proxyThatRefusesIsNamed()
{
    QFETCH(QByteArray, answer);
    ConnectProxy proxy(m_tenant->port(), answer);
    const auto result = read(through(proxy.serverPort()));
    QVERIFY(!result);
    QVERIFY2(result.error().kind == Kind::Proxy, qPrintable(result.error().detail));
    QVERIFY(m_tenant->requests().isEmpty());
    QVERIFY(!proxy.received().contains("Bearer"));
}

void TestNetworkAccess::proxyThatIsNotThereIsNamed()
{
    quint16 port = 0;
    {
        const ConnectProxy proxy(0);
        port = proxy.serverPort();
    }
    const auto result = read(through(port));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Proxy);
    QVERIFY2(result.error().detail.contains("refused"_L1), qPrintable(result.error().detail));
}

void TestNetworkAccess::proxyWithoutItsPasswordIsNamed()
{
    ConnectProxy proxy(m_tenant->port());
    proxy.requireCredentials(QByteArray("ann:s3cret").toBase64());
    const auto result = read(through(proxy.serverPort(), u"ann"_s), u"wrong"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Proxy);
    QVERIFY(result.error().detail.contains("password"_L1));
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestNetworkAccess::loopbackGoesWithoutTheProxy()
{
    ConnectProxy proxy(m_tenant->port());
    const auto result = read(through(proxy.serverPort()), {}, m_tenant->domain());
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().detail));
    QVERIFY(proxy.received().isEmpty());
}

void TestNetworkAccess::certificateFileIsReadOrNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<std::optional<CertificateProblem>>("problem");
    using Problem = std::optional<CertificateProblem>;
    QTest::newRow("not there") << u"nowhere.pem"_s << QByteArray()
                               << Problem(CertificateProblem::Unreadable);
    QTest::newRow("empty") << u"empty.pem"_s << QByteArray("")
                           << Problem(CertificateProblem::NoCertificate);
    QTest::newRow("something else") << u"text.pem"_s << QByteArray("-----BEGIN NONSENSE-----")
                                    << Problem(CertificateProblem::NoCertificate);
    QFile authority(m_authority->certificateFile());
    QVERIFY(authority.open(QIODevice::ReadOnly));
    const QByteArray certificate = authority.readAll();
    const qsizetype largest = 1024 * 1024;
    QTest::newRow("as large as may be")
        << u"large.pem"_s << certificate + QByteArray(largest - certificate.size(), '\n')
        << Problem();
    QTest::newRow("too large") << u"larger.pem"_s
                               << certificate + QByteArray(largest + 1 - certificate.size(), '\n')
                               << Problem(CertificateProblem::TooLarge);
    QTest::newRow("a certificate") << u"ca.pem"_s << QByteArray() << Problem();
}

void TestNetworkAccess::certificateFileIsReadOrNamed()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(std::optional<CertificateProblem>, problem);
    const QString path = m_folder.filePath(name);
    if (!content.isNull()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QCOMPARE(certificateProblem(path), problem);
    NetworkAccess network;
    QCOMPARE(network.apply({.caCertificateFile = path}, {}), problem);
    QCOMPARE(network.tls().has_value(), !problem);
}

QTEST_GUILESS_MAIN(TestNetworkAccess)
#include "tst_networkaccess.moc"
