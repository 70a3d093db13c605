// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/connectproxy.h"
#include "support/hiddentenant.h"
#include "support/networkthreads.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using Kind = ApiError::Kind;

namespace {

//! A system whose proxy settings are a script that takes its time.
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
    //! The one who waits, or the next.
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

//! The proxies that the system names, which may take its time.
class TestSystemProxies final : public QObject, private HiddenTenant {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QTRY_VERIFY(networkThreadsAreGone()); }
    void initTestCase() { QVERIFY(startTenant()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void systemIsAskedBesideTheUsersThread();
    void systemThatDoesNotSayFailsAfterTheTimeout();
    void cancelledWhileTheSystemIsAskedSendsNothing();
};

void TestSystemProxies::systemIsAskedBesideTheUsersThread()
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

void TestSystemProxies::systemThatDoesNotSayFailsAfterTheTimeout()
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

void TestSystemProxies::cancelledWhileTheSystemIsAskedSendsNothing()
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

QTEST_GUILESS_MAIN(TestSystemProxies)
#include "tst_systemproxies.moc"
