// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/networkaccess.h"

#include "connectproxy.h"
#include "net/managementclient.h"
#include "rawserver.h"
#include "support/networkthreads.h"
#include "support/recordingtenant.h"
#include "support/testcertificate.h"

#include <QFile>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;
using Mode = NetworkSettings::ProxyMode;

namespace {

const QString Host = u"tenant.example.test"_s; // a reserved name, which only the proxy resolves

//! A system whose proxy lookup ends when the test says so.
class SlowSystem final {
public:
    explicit SlowSystem(const QNetworkProxy &proxy)
        : m_proxy(proxy)
    {
    }
    ~SlowSystem() { answer(); }

    [[nodiscard]] SystemProxies lookup()
    {
        return [shared = m_shared, proxy = m_proxy](const QNetworkProxyQuery &) {
            ++shared->asked;
            shared->gate.acquire();
            ++shared->answered;
            return QList<QNetworkProxy>{proxy};
        };
    }
    //! Ends the pending lookup, or the next one.
    void answer() { m_shared->gate.release(); }
    [[nodiscard]] int asked() const { return m_shared->asked; }
    [[nodiscard]] int answered() const { return m_shared->answered; }

private:
    struct Shared {
        std::atomic<int> asked = 0;
        std::atomic<int> answered = 0;
        QSemaphore gate{};
    };
    QNetworkProxy m_proxy;
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
};

} // namespace

//! The network settings at work: a manual proxy, the system's proxies, and an additional authority.
//! The demo tenant has a certificate of a test authority.
class TestNetworkAccess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase()
    {
        m_tenant.reset();
        QTRY_VERIFY(networkThreadsAreGone());
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void tenantIsReachedThroughAProxy();
    void proxyGetsItsCredentialsAndNothingElse();
    void refusingProxyIsNamed_data();
    void refusingProxyIsNamed();
    void proxyThatHungUpIsUsedAgain();
    void missingProxyIsNamed();
    void proxyWithAWrongPasswordIsNamed();
    void loopbackUsesNoProxy();
    void loopbackIsReadThroughABuffer();
    void certificateFileIsReadOrItsProblemReported_data();
    void certificateFileIsReadOrItsProblemReported();
    void systemProxyIsLookedUpInAnotherThread();
    void systemWithoutAnAnswerFailsAfterTheTimeout();
    void cancelDuringTheLookupSendsNothing();
    void pendingRequestIsSentAgainAfterAChange();
    void noProxyIsReadAsCurlDoes_data();
    void noProxyIsReadAsCurlDoes();
    void noProxyGoesBeforeTheSystem();

private:
    [[nodiscard]] ManagementClient client(NetworkAccess &network,
                                          std::chrono::milliseconds timeout = 5s,
                                          const QString &host = Host) const;
    [[nodiscard]] PageRequest firstPage() const
    {
        return {.organizationId = m_tenant->organizations().constFirst().id};
    }
    [[nodiscard]] NetworkSettings through(quint16 proxyPort, const QString &user = {}) const;
    [[nodiscard]] Result<ConnectionPage> read(const NetworkSettings &settings,
                                              const QString &password = {},
                                              const QString &host = Host);

    QTemporaryDir m_folder;
    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<RecordingTenant> m_tenant;
};

void TestNetworkAccess::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>(m_folder.path());
    const TestCertificate certificate = m_authority->issue({.hosts = {Host, u"127.0.0.1"_s}});
    m_tenant = std::make_unique<RecordingTenant>(
        Demo::Options{.certificateFile = certificate.certificateFile,
                      .privateKeyFile = certificate.privateKeyFile});
    QVERIFY(m_tenant->start());
}

ManagementClient TestNetworkAccess::client(NetworkAccess &network,
                                           std::chrono::milliseconds timeout,
                                           const QString &host) const
{
    return {network.manager(),
            {.domain = *TenantDomain::fromText(host),
             .token = *AccessToken::fromText(QString::fromLatin1(m_tenant->accessToken()))},
            {.request = {.timeout = timeout, .tls = network.tls()},
             .retry = {.serverTries = 1, .timeoutTries = 1, .closedTries = 1}}};
}

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

void TestNetworkAccess::tenantIsReachedThroughAProxy()
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

void TestNetworkAccess::refusingProxyIsNamed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("405") << QByteArray("HTTP/1.1 405 Not Allowed\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("hangs up") << QByteArray("\r\n");
}

void TestNetworkAccess::refusingProxyIsNamed()
{
    QFETCH(QByteArray, answer);
    ConnectProxy proxy(m_tenant->port(), answer);
    const auto result = read(through(proxy.serverPort()));
    QVERIFY(!result);
    QVERIFY2(result.error().kind == Kind::Proxy, qPrintable(result.error().detail));
    QVERIFY(m_tenant->requests().isEmpty());
    QVERIFY(!proxy.received().contains("Bearer"));
}

void TestNetworkAccess::proxyThatHungUpIsUsedAgain()
{
    ConnectProxy proxy(m_tenant->port(), "\r\n");
    NetworkAccess network;
    QCOMPARE(network.apply(through(proxy.serverPort()), {}), std::nullopt);
    const auto readFirstPage = [&](std::chrono::milliseconds timeout) {
        ManagementClient tenant = client(network, timeout);
        const auto reply = tenant.fetchPage(firstPage());
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        if (!finished.wait(10'000))
            qFatal("no finished()");
        return reply->result();
    };
    const auto refused = readFirstPage(500ms);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Kind::Proxy);
    proxy.stopRefusing();
    const auto result = readFirstPage(5s);
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().detail));
}

void TestNetworkAccess::missingProxyIsNamed()
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

void TestNetworkAccess::proxyWithAWrongPasswordIsNamed()
{
    ConnectProxy proxy(m_tenant->port());
    proxy.requireCredentials(QByteArray("ann:s3cret").toBase64());
    const auto result = read(through(proxy.serverPort(), u"ann"_s), u"wrong"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Proxy);
    QVERIFY(result.error().detail.contains("password"_L1));
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestNetworkAccess::loopbackUsesNoProxy()
{
    ConnectProxy proxy(m_tenant->port());
    const auto result = read(through(proxy.serverPort()), {}, m_tenant->domain());
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().detail));
    QVERIFY(proxy.received().isEmpty());
}

//! Qt reads the head of an answer byte by byte, and unless it has a buffer, by as many system
//! calls.
void TestNetworkAccess::loopbackIsReadThroughABuffer()
{
    const auto reads = [] {
        QFile counts(u"/proc/self/io"_s);
        if (!counts.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray text = counts.readAll();
        return text.sliced(text.indexOf("syscr: ") + 7).split('\n').constFirst().toInt();
    };
    if (reads() < 0)
        QSKIP("this system does not count system calls");
    constexpr int HeadSize = 4000;
    RawServer server(RawServer::sending(
        RawServer::http("200 OK", "[]", "X-Long: " + QByteArray(HeadSize, 'x') + "\r\n")));
    NetworkAccess network;
    QCOMPARE(network.apply({}, {}), std::nullopt);
    ManagementClient tenant = client(network, 5s, server.host());
    const int before = reads();
    const auto reply = tenant.fetchPage(firstPage());
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(finished.wait(10'000));
    QVERIFY(reply->result().has_value());
    const int made = reads() - before;
    QVERIFY2(made < HeadSize / 10, qPrintable(QString::number(made)));
}

void TestNetworkAccess::certificateFileIsReadOrItsProblemReported_data()
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

void TestNetworkAccess::certificateFileIsReadOrItsProblemReported()
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

void TestNetworkAccess::systemProxyIsLookedUpInAnotherThread()
{
    ConnectProxy proxy(m_tenant->port());
    SlowSystem system({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()});
    NetworkAccess network(system.lookup());
    QCOMPARE(network.apply({.caCertificateFile = m_authority->certificateFile()}, {}),
             std::nullopt);
    ManagementClient tenant = client(network);
    const auto reply = tenant.fetchPage(firstPage());
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QTRY_COMPARE(system.asked(), 1); // turns the event loop while the system is asked
    QCOMPARE(finished.count(), 0);
    system.answer();
    QVERIFY(finished.wait(10'000));
    QVERIFY(reply->result().has_value());
    QCOMPARE(proxy.heads().size(), 1);

    const auto next = tenant.fetchPage(firstPage());
    QSignalSpy nextFinished(next.get(), &ReplyBase::finished);
    QVERIFY(nextFinished.wait(10'000));
    QVERIFY(next->result().has_value());
    QCOMPARE(system.asked(), 1);
}

void TestNetworkAccess::systemWithoutAnAnswerFailsAfterTheTimeout()
{
    SlowSystem system(QNetworkProxy::NoProxy);
    NetworkAccess network(system.lookup());
    QCOMPARE(network.apply({}, {}), std::nullopt);
    ManagementClient tenant = client(network, 50ms);
    const auto reply = tenant.fetchPage(firstPage());
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(finished.wait(10'000));
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, Kind::Proxy);
    QVERIFY(reply->result().error().detail.contains("in time"_L1));
}

void TestNetworkAccess::cancelDuringTheLookupSendsNothing()
{
    ConnectProxy proxy(m_tenant->port());
    SlowSystem system({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()});
    NetworkAccess network(system.lookup());
    QCOMPARE(network.apply({}, {}), std::nullopt);
    ManagementClient tenant = client(network);
    const auto reply = tenant.fetchPage(firstPage());
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QTRY_COMPARE(system.asked(), 1);
    reply->cancel();
    system.answer();
    QTRY_COMPARE(system.answered(), 1);
    QVERIFY(!finished.wait(50));
    QVERIFY(proxy.heads().isEmpty());
}

//! The change ends all connections; the request would wait for its time-out.
void TestNetworkAccess::pendingRequestIsSentAgainAfterAChange()
{
    RecordingTenant tenant({.latency = 300ms});
    QVERIFY(tenant.start());
    NetworkAccess network;
    QCOMPARE(network.apply({}, {}), std::nullopt);
    ManagementClient client(
        network.manager(),
        {.domain = *TenantDomain::fromText(tenant.domain()),
         .token = *AccessToken::fromText(QString::fromLatin1(tenant.accessToken()))},
        {.request = {.timeout = 30s}, .retry = {.timeoutTries = 1, .firstDelay = 60s}});
    const auto reply = client.fetchPage({.organizationId = tenant.organizations().constFirst().id});
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QTRY_COMPARE(tenant.requests().size(), 1);
    QCOMPARE(network.apply({.proxyMode = Mode::None}, {}), std::nullopt);
    QVERIFY(finished.isEmpty()); // not inside the call
    QVERIFY(finished.wait(10'000));
    QVERIFY2(reply->result().has_value(),
             reply->result() ? "" : qPrintable(reply->result().error().detail));
    QCOMPARE(tenant.requests().size(), 2);
}

void TestNetworkAccess::noProxyIsReadAsCurlDoes_data()
{
    QTest::addColumn<QString>("lower"); // no_proxy
    QTest::addColumn<QString>("upper"); // NO_PROXY
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isDirect");
    const QString tenant = u"acme.eu.auth0.com"_s;
    const auto row = [&](const char *list, bool isDirect, const QString &host = {}) {
        QTest::addRow("'%s', %s", list, qPrintable(host))
            << QString::fromLatin1(list) << QString() << (host.isEmpty() ? tenant : host)
            << isDirect;
    };
    row("", false);
    row("*", true);
    row(" * ", true);
    row("localhost,*", true);
    row("acme.eu.auth0.com", true);
    row("ACME.eu.Auth0.COM", true);
    row("acme.eu.auth0.com.", true);
    row("auth0.com", true);
    row(".auth0.com", true);
    row("*.auth0.com", true);
    row(".Auth0.com", true);
    row("localhost, .internal,auth0.com", true);
    row("localhost .internal auth0.com", true);
    row("h0.com", false);
    row("me.eu.auth0.com", false);
    row("other.auth0.com", false);
    row("acme.eu.auth0.com.example", false);
    row(",", false);
    row(".", false);
    row("10.0.0.0/8", false);
    row("10.0.0.0/8", true, u"10.1.2.3"_s);
    row("10.0.0.0/8", false, u"11.1.2.3"_s);
    row("10.1.2.3", true, u"10.1.2.3"_s);
    row("10.1.2.3", false, u"110.1.2.3"_s);
    row("2.3", false, u"10.1.2.3"_s);
    row("fd00::/8", true, u"[fd00::1]"_s);
    row("[fd00::1]", true, u"[fd00::1]"_s);
    row("fd00::1", true, u"[fd00::1]"_s);
    row("fd00::2", false, u"[fd00::1]"_s);
    QTest::newRow("upper case") << QString() << u"auth0.com"_s << tenant << true;
    QTest::newRow("lower case first") << u"example.com"_s << u"auth0.com"_s << tenant << false;
}

void TestNetworkAccess::noProxyIsReadAsCurlDoes()
{
    QFETCH(QString, lower);
    QFETCH(QString, upper);
    QFETCH(QString, host);
    QFETCH(bool, isDirect);
    const auto system = [](const QNetworkProxyQuery &) {
        return QList<QNetworkProxy>{{QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128}};
    };
    const QUrl url(u"https://"_s + host + u"/api"_s);
    ProxyChoice choice(Mode::System, {}, system);
    ProxyChoice manual(Mode::Manual, system({}).constFirst(), system);
    qputenv("no_proxy", lower.toLatin1());
    qputenv("NO_PROXY", upper.toLatin1());
    const bool needsLookup = choice.needsLookup(url);
    choice.answers()->lookUp(url);
    const auto type = choice.queryProxy(QNetworkProxyQuery(url)).constFirst().type();
    const auto manualType = manual.queryProxy(QNetworkProxyQuery(url)).constFirst().type();
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
    QCOMPARE(needsLookup, !isDirect);
    QCOMPARE(type, isDirect ? QNetworkProxy::NoProxy : QNetworkProxy::HttpProxy);
    QCOMPARE(manualType, QNetworkProxy::HttpProxy);
}

//! With the system's own lookup, which reads https_proxy.
void TestNetworkAccess::noProxyGoesBeforeTheSystem()
{
    ConnectProxy proxy(m_tenant->port());
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(proxy.serverPort());
    const NetworkSettings settings{.caCertificateFile = m_authority->certificateFile()};
    qputenv("https_proxy", address);
    const auto proxied = read(settings);
    const qsizetype heads = proxy.heads().size();
    qputenv("no_proxy", "Example.TEST");
    const auto direct = read(settings);
    qunsetenv("no_proxy");
    qunsetenv("https_proxy");
    QVERIFY2(proxied.has_value(), qPrintable(proxied ? QString() : proxied.error().detail));
    QCOMPARE(heads, 1);
    QCOMPARE(proxy.heads().size(), 1);
    QCOMPARE(direct.error().kind, Kind::Offline); // only the proxy knows the host
}

QTEST_GUILESS_MAIN(TestNetworkAccess)
#include "tst_networkaccess.moc"
