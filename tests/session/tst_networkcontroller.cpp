// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/networkcontroller.h"
#include "support/fakesecretstore.h"
#include "support/fakesourcefactory.h"

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

class TestNetworkController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passwordIsReadForAManualProxyWithAUser_data();
    void passwordIsReadForAManualProxyWithAUser();
    void settingsAreStoredAndApplied();
    void withoutANewPasswordTheStoredOneIsUsed();
    void passwordIsOnlyForItsProxy_data();
    void passwordIsOnlyForItsProxy();
    void otherProxyDoesNotGetThePassword();
    void passwordIsRemovedWithItsProxy_data();
    void passwordIsRemovedWithItsProxy();
    void withoutAPasswordTheKeyringIsNotRead();
    void failuresAreReportedAndTheRestIsDone_data();
    void failuresAreReportedAndTheRestIsDone();
    void unreadablePasswordIsNotUsed();
    void timeoutCanBeOverridden();
    void certificateProblemIsReported();
    void latestSettingsAreApplied();
    void settingsDoNotContainThePassword();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<FakeSourceFactory> m_sourceFactory;
    std::unique_ptr<NetworkController> m_controller;
    std::unique_ptr<QSignalSpy> m_ready;
};

void TestNetworkController::init()
{
    m_controller.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    m_secrets = std::make_unique<FakeSecretStore>();
    m_secrets->secrets.insert(Key, keptProxyPassword(proxy(Mode::Manual, u"ann"_s), u"secret"_s));
    m_sourceFactory = std::make_unique<FakeSourceFactory>();
    m_controller = std::make_unique<NetworkController>(*m_settings, *m_secrets, *m_sourceFactory);
    m_ready = std::make_unique<QSignalSpy>(m_controller.get(), &NetworkController::ready);
}

void TestNetworkController::passwordIsReadForAManualProxyWithAUser_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::newRow("system") << Mode::System << u"ann"_s << QString();
    QTest::newRow("none") << Mode::None << u"ann"_s << QString();
    QTest::newRow("manual without a user") << Mode::Manual << QString() << QString();
    QTest::newRow("manual with a user") << Mode::Manual << u"ann"_s << u"secret"_s;
}

void TestNetworkController::passwordIsReadForAManualProxyWithAUser()
{
    QFETCH(Mode, mode);
    QFETCH(QString, user);
    QFETCH(QString, password);
    const NetworkSettings network = proxy(mode, user);
    m_settings->setNetwork(network);
    m_controller->restore();
    QTRY_COMPARE(m_ready->size(), 1);
    QCOMPARE(m_sourceFactory->networks.size(), 1);
    QVERIFY(m_sourceFactory->networks.constFirst()
            == FakeSourceFactory::Network({network, password}));
    QCOMPARE(m_secrets->requests().isEmpty(), password.isEmpty()); // the keyring may ask the user
}

void TestNetworkController::settingsAreStoredAndApplied()
{
    const NetworkSettings network = proxy(Mode::Manual, u"ann"_s);
    m_controller->setNetwork(network, u"n\u00E4w"_s);
    QCOMPARE(m_ready->size(), 1); // without waiting for the keyring
    QVERIFY(m_sourceFactory->networks.constLast()
            == FakeSourceFactory::Network({network, u"n\u00E4w"_s}));
    QCOMPARE(m_settings->network(), network);
    QCOMPARE(m_secrets->secrets.value(Key), keptProxyPassword(network, u"n\u00E4w"_s));
    m_controller->restore();
    QTRY_COMPARE(m_ready->size(), 2);
    QVERIFY(m_sourceFactory->networks.constLast() == m_sourceFactory->networks.constFirst());
}

void TestNetworkController::withoutANewPasswordTheStoredOneIsUsed()
{
    NetworkSettings network = proxy(Mode::Manual, u"ann"_s);
    m_settings->setNetwork(network);
    network.timeout = 99s;
    m_controller->setNetwork(network, {});
    QTRY_COMPARE(m_ready->size(), 1);
    QVERIFY(m_sourceFactory->networks.constLast()
            == FakeSourceFactory::Network({network, u"secret"_s}));
    QCOMPARE(m_secrets->requests().size(), 1);
    QCOMPARE(m_secrets->requests().constFirst().action, Action::Read);
}

void TestNetworkController::passwordIsOnlyForItsProxy_data()
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

//! The settings file may have been edited, by mistake or on purpose.
void TestNetworkController::passwordIsOnlyForItsProxy()
{
    QFETCH(NetworkSettings, edited);
    m_settings->setNetwork(edited);
    m_controller->restore();
    QTRY_COMPARE(m_ready->size(), 1);
    QVERIFY(m_sourceFactory->networks.constLast()
            == FakeSourceFactory::Network({edited, QString()}));
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_controller->restore();
    QTRY_COMPARE(m_ready->size(), 2);
    QCOMPARE(m_sourceFactory->networks.constLast().proxyPassword, u"secret"_s);
}

void TestNetworkController::otherProxyDoesNotGetThePassword()
{
    NetworkSettings network = proxy(Mode::Manual, u"ann"_s);
    m_settings->setNetwork(network);
    network.proxyHost = u"other.example.com"_s;
    m_controller->setNetwork(network, {});
    QTRY_COMPARE(m_ready->size(), 1);
    QVERIFY(m_sourceFactory->networks.constLast()
            == FakeSourceFactory::Network({network, QString()}));
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
}

void TestNetworkController::passwordIsRemovedWithItsProxy_data()
{
    QTest::addColumn<NetworkSettings>("next");
    QTest::addColumn<std::optional<QString>>("typed");
    using Typed = std::optional<QString>;
    QTest::newRow("system") << proxy(Mode::System, u"ann"_s) << Typed();
    QTest::newRow("none") << proxy(Mode::None, u"ann"_s) << Typed();
    QTest::newRow("no user") << proxy(Mode::Manual) << Typed();
    QTest::newRow("typed without a user") << proxy(Mode::Manual) << Typed(u"new"_s);
    QTest::newRow("typed for no proxy") << proxy(Mode::None, u"ann"_s) << Typed(u"new"_s);
}

void TestNetworkController::passwordIsRemovedWithItsProxy()
{
    QFETCH(NetworkSettings, next);
    QFETCH(std::optional<QString>, typed);
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_controller->setNetwork(next, typed);
    QCOMPARE(m_ready->size(), 1); // without waiting for the keyring
    QVERIFY(m_sourceFactory->networks.constLast() == FakeSourceFactory::Network({next, QString()}));
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
}

void TestNetworkController::withoutAPasswordTheKeyringIsNotRead()
{
    m_controller->setNetwork(proxy(Mode::None), {});
    m_controller->setNetwork(proxy(Mode::Manual), u"unused"_s);
    QVERIFY(m_secrets->requests().isEmpty());
}

void TestNetworkController::failuresAreReportedAndTheRestIsDone_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::newRow("not kept") << Mode::Manual;
    QTest::newRow("not removed") << Mode::None;
}

void TestNetworkController::failuresAreReportedAndTheRestIsDone()
{
    QFETCH(Mode, mode);
    QSignalSpy failures(m_controller.get(), &NetworkController::failed);
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_secrets->failAll(SecretError::Kind::Denied);
    const QString used = mode == Mode::Manual ? u"new"_s : QString();
    m_controller->setNetwork(proxy(mode, u"ann"_s), u"new"_s);
    QVERIFY(m_sourceFactory->networks.constLast()
            == FakeSourceFactory::Network({proxy(mode, u"ann"_s), used}));
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0).at(0).value<SecretError>().kind, SecretError::Kind::Denied);
    QCOMPARE(m_ready->size(), 1);
}

void TestNetworkController::unreadablePasswordIsNotUsed()
{
    m_secrets->failAll(SecretError::Kind::Denied);
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_controller->restore();
    QTRY_COMPARE(m_ready->size(), 1); // the proxy will ask for it
    QCOMPARE(m_sourceFactory->networks.constLast().proxyPassword, QString());
}

void TestNetworkController::timeoutCanBeOverridden()
{
    m_controller->overrideTimeout(5s);
    NetworkSettings network;
    network.timeout = 60s;
    m_controller->setNetwork(network, {});
    QCOMPARE(m_sourceFactory->networks.constLast().settings.timeout, 5s);
    QCOMPARE(m_settings->network().timeout, 60s); // the settings are unchanged
    m_controller->restore();
    QCOMPARE(m_sourceFactory->networks.constLast().settings.timeout, 5s);
}

void TestNetworkController::certificateProblemIsReported()
{
    QVERIFY(!m_controller->certificateProblem());
    m_sourceFactory->problem = CertificateProblem::NoCertificate;
    m_controller->restore();
    QCOMPARE(m_controller->certificateProblem(), CertificateProblem::NoCertificate);
    QCOMPARE(m_ready->size(), 1); // the rest is applied
    m_sourceFactory->problem.reset();
    m_controller->restore();
    QVERIFY(!m_controller->certificateProblem());
}

//! The user can change the settings while the keyring is busy.
void TestNetworkController::latestSettingsAreApplied()
{
    m_settings->setNetwork(proxy(Mode::Manual, u"ann"_s));
    m_secrets->hold();
    m_controller->restore();
    QCOMPARE(m_secrets->pending(), 1);
    QVERIFY(m_ready->isEmpty());
    m_controller->setNetwork(proxy(Mode::None), {});
    m_secrets->succeed();
    QTest::qWait(2);
    QCOMPARE(m_ready->size(), 1);
    QVERIFY(m_sourceFactory->networks.constLast().settings.proxyMode == Mode::None);
    QCOMPARE(m_sourceFactory->networks.constLast().proxyPassword, QString());
}

void TestNetworkController::settingsDoNotContainThePassword()
{
    m_controller->setNetwork(proxy(Mode::Manual, u"ann"_s), u"canary"_s);
    m_settings.reset(); // writes the file
    QFile file(m_folder->filePath(u"vestibule.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("proxy.example.com"));
    QVERIFY(!content.contains("canary"));
}

QTEST_GUILESS_MAIN(TestNetworkController)
#include "tst_networkcontroller.moc"
