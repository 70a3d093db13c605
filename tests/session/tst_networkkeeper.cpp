// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/networkkeeper.h"
#include "session/proxypassword.h"
#include "support/fakegateway.h"
#include "support/fakesecretstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;
using Mode = NetworkSettings::ProxyMode;
using Action = FakeSecretStore::Request::Action;

namespace {

const QString Key = u".proxy"_s;

NetworkSettings proxy(Mode mode, const QString &user = {})
{
    return {.proxyMode = mode, .proxyHost = u"proxy.example.com"_s, .proxyUser = user};
}

} // namespace

class TestNetworkKeeper final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thePasswordIsForAManualProxyWithAUser_data();
    void thePasswordIsForAManualProxyWithAUser();
    void whatIsSetIsKeptAndUsed();
    void withoutAWordThePasswordStays();
    void thePasswordIsForItsProxyAlone_data();
    void thePasswordIsForItsProxyAlone();
    void anotherProxyGetsNoPasswordOfTheOneBefore();
    void thePasswordGoesWithItsProxy_data();
    void thePasswordGoesWithItsProxy();
    void whoHasNoPasswordIsNotAskedForTheKeyring();
    void failuresAreToldAndTheRestIsDone_data();
    void failuresAreToldAndTheRestIsDone();
    void anUnreadablePasswordIsNone();
    void theCommandLineOverridesTheTimeout();
    void aCertificateProblemIsTold();
    void theLatestSettingsHold();
    void thePasswordIsNotInTheSettings();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<FakeGateway> m_gateway;
    std::unique_ptr<NetworkKeeper> m_keeper;
    std::unique_ptr<QSignalSpy> m_ready;
};

void TestNetworkKeeper::init()
{
    m_keeper.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    m_secrets = std::make_unique<FakeSecretStore>();
    m_secrets->secrets.insert(Key, keptProxyPassword(proxy(Mode::Manual, u"ann"_s), u"secret"_s));
    m_gateway = std::make_unique<FakeGateway>();
    m_keeper = std::make_unique<NetworkKeeper>(*m_settings, *m_secrets, *m_gateway);
    m_ready = std::make_unique<QSignalSpy>(m_keeper.get(), &NetworkKeeper::ready);
}

void TestNetworkKeeper::thePasswordIsForAManualProxyWithAUser_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::newRow("system") << Mode::System << u"ann"_s << QString();
    QTest::newRow("none") << Mode::None << u"ann"_s << QString();
    QTest::newRow("manual without a user") << Mode::Manual << QString() << QString();
    QTest::newRow("manual with a user") << Mode::Manual << u"ann"_s << u"secret"_s;
}

void TestNetworkKeeper::thePasswordIsForAManualProxyWithAUser()
{
    QFETCH(Mode, mode);
    QFETCH(QString, user);
    QFETCH(QString, password);
    const NetworkSettings network = proxy(mode, user);
    m_settings->setNetwork(network);
    m_keeper->restore();
    QTRY_COMPARE(m_ready->size(), 1);
    QCOMPARE(m_gateway->networks.size(), 1);
    QVERIFY(m_gateway->networks.constFirst() == FakeGateway::Network({network, password}));
    QCOMPARE(m_secrets->requests().isEmpty(), password.isEmpty()); // the keyring may ask people
}

void TestNetworkKeeper::whatIsSetIsKeptAndUsed()
{
    const NetworkSettings network = proxy(Mode::Manual, u"ann"_s);
    m_keeper->setNetwork(network, u"n\u00E4w"_s);
    QCOMPARE(m_ready->size(), 1); // without waiting for the keyring
    QVERIFY(m_gateway->networks.constLast() == FakeGateway::Network({network, u"n\u00E4w"_s}));
    QCOMPARE(m_settings->network(), network);
    QCOMPARE(m_secrets->secrets.value(Key), keptProxyPassword(network, u"n\u00E4w"_s));
    m_keeper->restore();
    QTRY_COMPARE(m_ready->size(), 2);
    QVERIFY(m_gateway->networks.constLast() == m_gateway->networks.constFirst());
}

void TestNetworkKeeper::withoutAWordThePasswordStays()
{
    NetworkSettings network = proxy(Mode::Manual, u"ann"_s);
    m_settings->setNetwork(network);
    network.timeout = 99s;
    m_keeper->setNetwork(network, {});
    QTRY_COMPARE(m_ready->size(), 1);
    QVERIFY(m_gateway->networks.constLast() == FakeGateway::Network({network, u"secret"_s}));
    QCOMPARE(m_secrets->requests().size(), 1);
    QCOMPARE(m_secrets->requests().constFirst().action, Action::Read);
}

void TestNetworkKeeper::thePasswordIsForItsProxyAlone_data()
{
    QTest::addColumn<NetworkSettings>("edited");
    const NetworkSettings own = proxy(Mode::Manual, u"ann"_s);
    const auto row = [&own](const char *name, auto change) {
        NetworkSettings edited = own;
        change(edited);
        QTest::newRow(name) << edited;
    };
    row("host", [](NetworkSettings &edited) { edited.proxyHost = u"evil.example.com"_s; });
    row("port", [](NetworkSettings &edited) { edited.proxyPort = 8081; });
    row("user", [](NetworkSettings &edited) { edited.proxyUser = u"bob"_s; });
    row("longer host", [](NetworkSettings &edited) { edited.proxyHost += u".evil"_s; });
    row("line breaks", [](NetworkSettings &edited) { edited.proxyHost += u"\n8080\nann\n"_s; });
    row("host without its end", [](NetworkSettings &edited) { edited.proxyHost.chop(1); });
}

//! A settings file may be edited, by hand or by malice.
void TestNetworkKeeper::thePasswordIsForItsProxyAlone()
{
    QFETCH(NetworkSettings, edited);
    m_settings->setNetwork(edited);
    m_keeper->restore();
    QTRY_COMPARE(m_ready->size(), 1);
    QVERIFY(m_gateway->networks.constLast() == FakeGateway::Network({edited, QString()}));
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_keeper->restore();
    QTRY_COMPARE(m_ready->size(), 2);
    QCOMPARE(m_gateway->networks.constLast().proxyPassword, u"secret"_s);
}

void TestNetworkKeeper::anotherProxyGetsNoPasswordOfTheOneBefore()
{
    NetworkSettings network = proxy(Mode::Manual, u"ann"_s);
    m_settings->setNetwork(network);
    network.proxyHost = u"other.example.com"_s;
    m_keeper->setNetwork(network, {});
    QTRY_COMPARE(m_ready->size(), 1);
    QVERIFY(m_gateway->networks.constLast() == FakeGateway::Network({network, QString()}));
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
}

void TestNetworkKeeper::thePasswordGoesWithItsProxy_data()
{
    QTest::addColumn<NetworkSettings>("next");
    QTest::addColumn<std::optional<QString>>("typed");
    using Typed = std::optional<QString>;
    QTest::newRow("system") << proxy(Mode::System, u"ann"_s) << Typed();
    QTest::newRow("none") << proxy(Mode::None, u"ann"_s) << Typed();
    QTest::newRow("no user") << proxy(Mode::Manual) << Typed();
    QTest::newRow("typed for nobody") << proxy(Mode::Manual) << Typed(u"new"_s);
    QTest::newRow("typed for no proxy") << proxy(Mode::None, u"ann"_s) << Typed(u"new"_s);
}

void TestNetworkKeeper::thePasswordGoesWithItsProxy()
{
    QFETCH(NetworkSettings, next);
    QFETCH(std::optional<QString>, typed);
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_keeper->setNetwork(next, typed);
    QCOMPARE(m_ready->size(), 1); // without waiting for the keyring
    QVERIFY(m_gateway->networks.constLast() == FakeGateway::Network({next, QString()}));
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
}

void TestNetworkKeeper::whoHasNoPasswordIsNotAskedForTheKeyring()
{
    m_keeper->setNetwork(proxy(Mode::None), {});
    m_keeper->setNetwork(proxy(Mode::Manual), u"for nobody"_s);
    QVERIFY(m_secrets->requests().isEmpty());
}

void TestNetworkKeeper::failuresAreToldAndTheRestIsDone_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::newRow("not kept") << Mode::Manual;
    QTest::newRow("not removed") << Mode::None;
}

void TestNetworkKeeper::failuresAreToldAndTheRestIsDone()
{
    QFETCH(Mode, mode);
    QSignalSpy failures(m_keeper.get(), &NetworkKeeper::failed);
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_secrets->failAll(SecretError::Kind::Denied);
    const QString used = mode == Mode::Manual ? u"new"_s : QString();
    m_keeper->setNetwork(proxy(mode, u"ann"_s), u"new"_s);
    QVERIFY(m_gateway->networks.constLast() == FakeGateway::Network({proxy(mode, u"ann"_s), used}));
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0).at(0).value<SecretError>().kind, SecretError::Kind::Denied);
    QCOMPARE(m_ready->size(), 1);
}

void TestNetworkKeeper::anUnreadablePasswordIsNone()
{
    m_secrets->failAll(SecretError::Kind::Denied);
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_keeper->restore();
    QTRY_COMPARE(m_ready->size(), 1); // the proxy will say that it wants one
    QCOMPARE(m_gateway->networks.constLast().proxyPassword, QString());
}

void TestNetworkKeeper::theCommandLineOverridesTheTimeout()
{
    m_keeper->overrideTimeout(5s);
    NetworkSettings network;
    network.timeout = 60s;
    m_keeper->setNetwork(network, {});
    QCOMPARE(m_gateway->networks.constLast().settings.timeout, 5s);
    QCOMPARE(m_settings->network().timeout, 60s); // for this run alone
    m_keeper->restore();
    QCOMPARE(m_gateway->networks.constLast().settings.timeout, 5s);
}

void TestNetworkKeeper::aCertificateProblemIsTold()
{
    QVERIFY(!m_keeper->certificateProblem());
    m_gateway->problem = CertificateProblem::NoCertificate;
    m_keeper->restore();
    QCOMPARE(m_keeper->certificateProblem(), CertificateProblem::NoCertificate);
    QCOMPARE(m_ready->size(), 1); // the rest holds
    m_gateway->problem.reset();
    m_keeper->restore();
    QVERIFY(!m_keeper->certificateProblem());
}

//! A keyring may take its time, and people go on meanwhile.
void TestNetworkKeeper::theLatestSettingsHold()
{
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_secrets->hold();
    m_keeper->restore();
    QCOMPARE(m_secrets->pending(), 1);
    QVERIFY(m_ready->isEmpty());
    m_keeper->setNetwork(proxy(Mode::None), {});
    m_secrets->succeed();
    QTest::qWait(2);
    QCOMPARE(m_ready->size(), 1);
    QVERIFY(m_gateway->networks.constLast().settings.proxyMode == Mode::None);
    QCOMPARE(m_gateway->networks.constLast().proxyPassword, QString());
}

void TestNetworkKeeper::thePasswordIsNotInTheSettings()
{
    m_keeper->setNetwork(proxy(Mode::Manual, u"ann"_s), u"canary"_s);
    m_settings.reset(); // written
    QFile file(m_folder->filePath(u"vestibule.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("proxy.example.com"));
    QVERIFY(!content.contains("canary"));
}

QTEST_GUILESS_MAIN(TestNetworkKeeper)
#include "tst_networkkeeper.moc"
