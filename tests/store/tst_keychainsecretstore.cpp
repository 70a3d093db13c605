// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/keychainsecretstore.h"
#include "support/secretoutcome.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QElapsedTimer>
#include <QProcess>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

//! Not through QDBusInterface, which leaks when it reads what the keyring says of itself.
QDBusMessage callService(const QString &method, const QVariant &argument)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, method);
    call.setArguments({argument});
    return QDBusConnection::sessionBus().call(call);
}

} // namespace

//! Against a real keyring on a bus of its own; see with-keyring.sh. Never a person's.
class tst_KeychainSecretStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void anotherProgramRunFindsIt();
    void whatIsRemovedIsGone();
    void lookingWhetherItIsOpenTouchesNoSecret();
    void longSecretsAreSplit();
    void aShorterSecretLeavesNoParts();
    void requestsOfOneKeyKeepTheirOrder();
    void cancellingIsSafeAtAnyTime();
    void aSilentKeyringIsGivenUp();
    void repliesOutliveTheStore();
    void withoutABusThereIsNone();
    void aLockedKeyringSaysSo(); // the last: nothing can unlock it again

private:
    [[nodiscard]] qsizetype entryCount() const;

    QString m_service;
};

void tst_KeychainSecretStore::initTestCase()
{
    // Started by hand, this must not reach the keyring of whoever did it.
    if (!qEnvironmentVariableIsSet("VESTIBULE_TEST_KEYRING"))
        QSKIP("Run by ctest, in a session of its own");
}

void tst_KeychainSecretStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_service = "Vestibule test "_L1 + QUuid::createUuid().toString();
}

//! Of this test's service.
qsizetype tst_KeychainSecretStore::entryCount() const
{
    const QMap<QString, QString> wanted{{u"server"_s, m_service}};
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QDBusMessage found = callService(u"SearchItems"_s, QVariant::fromValue(wanted));
    return qdbus_cast<QList<QDBusObjectPath>>(found.arguments().value(0)).size();
}

void tst_KeychainSecretStore::whatIsWrittenIsRead_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("token") << "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"_ba;
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("unicode") << u"組織 é 😀"_s.toUtf8();
    QTest::newRow("bytes") << QByteArray("\0\xff\n\0", 4);
    QTest::newRow("like a head") << "vestibule1 9 1 x\n"_ba;
    QTest::newRow("16 KiB") << QByteArray(16 * 1024, 'k');
}

void tst_KeychainSecretStore::whatIsWrittenIsRead()
{
    QFETCH(QByteArray, secret);
    KeychainSecretStore store({.service = m_service});
    QCOMPARE(readOf(store, u"profile"_s), "absent"_ba);
    QVERIFY(isWritten(store, u"profile"_s, "another"));
    QVERIFY(isWritten(store, u"profile"_s, secret));
    QCOMPARE(readOf(store, u"profile"_s), secret);
    QCOMPARE(readOf(store, u"profile 2"_s), "absent"_ba);
    QCOMPARE(entryCount(), 1);
    QVERIFY(store.isPersistent());
}

void tst_KeychainSecretStore::anotherProgramRunFindsIt()
{
    {
        KeychainSecretStore store({.service = m_service});
        QVERIFY(isWritten(store, u"profile"_s, "secret"));
    }
    KeychainSecretStore store({.service = m_service, .maximumEntryLength = 96});
    QCOMPARE(readOf(store, u"profile"_s), "secret"_ba);
}

void tst_KeychainSecretStore::whatIsRemovedIsGone()
{
    KeychainSecretStore store({.service = m_service});
    QVERIFY(isWritten(store, u"a"_s, "1"));
    QVERIFY(isWritten(store, u"b"_s, "2"));
    QVERIFY(isRemoved(store, u"a"_s));
    QCOMPARE(readOf(store, u"a"_s), "absent"_ba);
    QCOMPARE(readOf(store, u"b"_s), "2"_ba);
    QVERIFY(isRemoved(store, u"a"_s));
    QVERIFY(isRemoved(store, u"never there"_s));
    QCOMPARE(entryCount(), 1);
}

void tst_KeychainSecretStore::lookingWhetherItIsOpenTouchesNoSecret()
{
    const QStringList profiles{u"check"_s, u"probe"_s, u"proxy"_s};
    {
        KeychainSecretStore store({.service = m_service});
        for (const QString &profile : profiles)
            QVERIFY(isWritten(store, profile, "secret"));
    }
    KeychainSecretStore store({.service = m_service}); // does not know that it is open
    QCOMPARE(readOf(store, u"never there"_s), "absent"_ba);
    for (const QString &profile : profiles)
        QCOMPARE(readOf(store, profile), "secret"_ba);
    QCOMPARE(entryCount(), 3);
}

void tst_KeychainSecretStore::longSecretsAreSplit()
{
    KeychainSecretStore store({.service = m_service, .maximumEntryLength = 1024});
    const QByteArray secret = QByteArray(5000, 'a') + QByteArray(5000, 'b');
    QVERIFY(isWritten(store, u"profile"_s, secret));
    QCOMPARE(entryCount(), 10);
    QCOMPARE(readOf(store, u"profile"_s), secret);
    QVERIFY(isRemoved(store, u"profile"_s));
    QCOMPARE(entryCount(), 0);
}

void tst_KeychainSecretStore::aShorterSecretLeavesNoParts()
{
    KeychainSecretStore store({.service = m_service, .maximumEntryLength = 1024});
    for (const qsizetype length : {5000, 3000, 4000, 10}) {
        const QByteArray secret(length, 'a');
        QVERIFY(isWritten(store, u"profile"_s, secret));
        QCOMPARE(readOf(store, u"profile"_s), secret);
    }
    QCOMPARE(entryCount(), 1);
}

void tst_KeychainSecretStore::requestsOfOneKeyKeepTheirOrder()
{
    KeychainSecretStore store({.service = m_service, .maximumEntryLength = 96});
    const auto first = store.write(u"profile"_s, QByteArray(500, '1'));
    const auto second = store.write(u"profile"_s, QByteArray(300, '2'));
    const auto removal = store.remove(u"profile"_s);
    const auto third = store.write(u"profile"_s, QByteArray(400, '3'));
    QCOMPARE(readOf(store, u"profile"_s), QByteArray(400, '3'));
}

void tst_KeychainSecretStore::cancellingIsSafeAtAnyTime()
{
    KeychainSecretStore store({.service = m_service, .maximumEntryLength = 96});
    QVERIFY(isWritten(store, u"profile"_s, QByteArray(500, '0')));
    for (int delay = 0; delay < 24; ++delay) {
        {
            const auto reading = store.read(u"profile"_s);
            const auto writing = store.write(u"profile"_s, QByteArray(400 + delay, '1'));
            const QSignalSpy finished(writing.get(), &ReplyBase::finished);
            QTest::qWait(delay * 2);
        }
        const QByteArray found = readOf(store, u"profile"_s);
        QVERIFY2(found == QByteArray(found.size(), found.at(0)), found.constData()); // no mixture
    }
    QVERIFY(isRemoved(store, u"profile"_s));
    QCOMPARE(entryCount(), 0);
}

void tst_KeychainSecretStore::aSilentKeyringIsGivenUp()
{
    KeychainSecretStore store({.service = m_service, .timeLimit = 0ms});
    const auto result = outcome(store.write(u"profile"_s, "secret"), 2000);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, SecretError::Kind::Unavailable);
    QCOMPARE(result.error().detail, u"the keyring does not answer"_s);
}

void tst_KeychainSecretStore::repliesOutliveTheStore()
{
    auto store = std::make_unique<KeychainSecretStore>(KeychainOptions{.service = m_service});
    const auto waiting = store->read(u"profile"_s);
    auto running = store->write(u"another"_s, "secret");
    QTest::qWait(1);
    QSignalSpy finished(waiting.get(), &ReplyBase::finished);
    store.reset();
    QVERIFY(!finished.isEmpty() || finished.wait());
    QCOMPARE(finished.size(), 1);
    running.reset();
    QTest::qWait(50); // its job goes on
}

void tst_KeychainSecretStore::withoutABusThereIsNone()
{
    // A bus is found once in a program, so another one looks.
    if (qEnvironmentVariableIsSet("VESTIBULE_TEST_NO_BUS")) {
        KeychainSecretStore store({.service = m_service});
        for (const SecretError &error :
             {outcome(store.read(u"a"_s)).error(), outcome(store.write(u"a"_s, "secret")).error(),
              outcome(store.remove(u"a"_s)).error()}) {
            QCOMPARE(error.kind, SecretError::Kind::Unavailable);
            QVERIFY(error.detail != u"the keyring does not answer"_s);
            QVERIFY(!error.detail.isEmpty());
        }
        return;
    }
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"VESTIBULE_TEST_NO_BUS"_s, u"1"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    other.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    other.start(QCoreApplication::applicationFilePath(), {u"withoutABusThereIsNone"_s});
    QVERIFY(other.waitForFinished(20'000));
    QVERIFY2(other.exitCode() == 0, other.readAllStandardOutput().constData());
    QVERIFY(timer.elapsed() < 10'000);
}

void tst_KeychainSecretStore::aLockedKeyringSaysSo()
{
    KeychainSecretStore store({.service = m_service, .timeLimit = 10s});
    QVERIFY(isWritten(store, u"profile"_s, "secret"));
    const QList<QDBusObjectPath> collections{
        QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
    const QDBusMessage answer = callService(u"Lock"_s, QVariant::fromValue(collections));
    QCOMPARE(answer.type(), QDBusMessage::ReplyMessage);

    KeychainSecretStore later({.service = m_service, .timeLimit = 10s}); // knows nothing of before
    for (const SecretError &error : {outcome(later.read(u"profile"_s)).error(),
                                     outcome(later.write(u"profile"_s, "other")).error(),
                                     outcome(later.remove(u"profile"_s)).error()}) {
        QVERIFY(error.kind != SecretError::Kind::Broken);
        QVERIFY(error.detail != u"the keyring does not answer"_s);
    }
}

QTEST_GUILESS_MAIN(tst_KeychainSecretStore)
#include "tst_keychainsecretstore.moc"
