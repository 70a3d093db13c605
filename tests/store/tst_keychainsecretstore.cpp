// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/fallbacksecretstore.h"
#include "store/keychainsecretstore.h"
#include "support/secretoutcome.h"

#include <QCryptographicHash>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QElapsedTimer>
#include <QProcess>
#include <QUuid>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

//! Secret of the Secret Service API, in a session that does not encrypt.
struct PlainSecret {
    QDBusObjectPath session{};
    QByteArray parameters{};
    QByteArray value{};
    QString type = u"text/plain"_s;
};

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.type;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.type;
    argument.endStructure();
    return argument;
}

const QDBusObjectPath LoginKeyring(u"/org/freedesktop/secrets/collection/login"_s);

//! Not with QDBusInterface, which leaks memory when it introspects the keyring.
QDBusMessage callService(const QString &method, const QVariantList &arguments,
                         const QString &interface = u"org.freedesktop.Secret.Service"_s)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

[[nodiscard]] bool lockKeyring()
{
    const QList<QDBusObjectPath> collections{LoginKeyring};
    return callService(u"Lock"_s, {QVariant::fromValue(collections)}).type()
        == QDBusMessage::ReplyMessage;
}

//! With the password of with-keyring.sh, as its own dialog would.
[[nodiscard]] bool unlockKeyring()
{
    qDBusRegisterMetaType<PlainSecret>();
    const QDBusMessage opened =
        callService(u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    const PlainSecret password{.session = opened.arguments().value(1).value<QDBusObjectPath>(),
                               .value = "not a secret"};
    const QDBusMessage answer =
        callService(u"UnlockWithMasterPassword"_s,
                    {QVariant::fromValue(LoginKeyring), QVariant::fromValue(password)},
                    u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s);
    return answer.type() == QDBusMessage::ReplyMessage;
}

} // namespace

Q_DECLARE_METATYPE(PlainSecret)

//! Uses a real keyring on a separate bus, never the user's own; see with-keyring.sh.
class TestKeychainSecretStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void anotherProgramRunFindsIt();
    void whatIsRemovedIsGone();
    void checkingWhetherItIsOpenKeepsAllSecrets();
    void entriesOfEarlierVersionsAreRead_data();
    void entriesOfEarlierVersionsAreRead();
    void entriesAreThoseOfEarlierVersions();
    void foreignEntriesAreBroken_data();
    void foreignEntriesAreBroken();
    void aShorterSecretLeavesNothingOfALongerOne();
    void requestsKeepTheirOrder();
    void aCancelledRequestDoesNotDelayOthers();
    void cancellingIsSafeAtAnyTime();
    void aKeyringThatDoesNotAnswerTimesOut();
    void repliesOutliveTheStore();
    void withoutABusEveryRequestFails();
    void aLockedKeyringIsAnError();
    void aKeyringThatIsLockedInTheMiddleIsUsedAgain();
    void withoutABusMemoryIsUsed();

private:
    [[nodiscard]] qsizetype entryCount() const;
    static void runWithoutBus(const QString &function);
    [[nodiscard]] bool fileEntry(const QString &key, const QByteArray &entry) const;

    QString m_service;
};

void TestKeychainSecretStore::initTestCase()
{
    // When a developer starts it by hand, it must not reach their own keyring.
    if (!qEnvironmentVariableIsSet("VESTIBULE_TEST_KEYRING"))
        QSKIP("Only ctest runs this, in a separate session");
}

void TestKeychainSecretStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_service = "Vestibule test "_L1 + QUuid::createUuid().toString();
}

//! The number of entries of this test's service.
qsizetype TestKeychainSecretStore::entryCount() const
{
    const QMap<QString, QString> wanted{{u"server"_s, m_service}};
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QDBusMessage found = callService(u"SearchItems"_s, {QVariant::fromValue(wanted)});
    return qdbus_cast<QList<QDBusObjectPath>>(found.arguments().value(0)).size();
}

//! Runs a test function in another process, because a process looks for its bus only once.
void TestKeychainSecretStore::runWithoutBus(const QString &function)
{
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"VESTIBULE_TEST_NO_BUS"_s, u"1"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    other.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    other.start(QCoreApplication::applicationFilePath(), {function});
    QVERIFY(other.waitForFinished(20'000));
    QVERIFY2(other.exitCode() == 0, other.readAllStandardOutput().constData());
    QVERIFY(timer.elapsed() < 10'000);
}

//! Writes to the keyring without the store.
bool TestKeychainSecretStore::fileEntry(const QString &key, const QByteArray &entry) const
{
    QKeychain::WritePasswordJob job(m_service);
    job.setAutoDelete(false);
    job.setKey(key);
    job.setBinaryData(entry);
    QSignalSpy finished(&job, &QKeychain::Job::finished);
    job.start();
    return finished.wait() && job.error() == QKeychain::NoError;
}

void TestKeychainSecretStore::whatIsWrittenIsRead_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("token") << "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"_ba;
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("unicode") << u"組織 é 😀"_s.toUtf8();
    QTest::newRow("bytes") << QByteArray("\0\xff\n\0", 4);
    QTest::newRow("like a header") << "vestibule1 9 1 x\n"_ba;
    QTest::newRow("16 KiB") << QByteArray(16 * 1024, 'k');
}

void TestKeychainSecretStore::whatIsWrittenIsRead()
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

void TestKeychainSecretStore::anotherProgramRunFindsIt()
{
    {
        KeychainSecretStore store({.service = m_service});
        QVERIFY(isWritten(store, u"profile"_s, "secret"));
    }
    KeychainSecretStore store({.service = m_service});
    QCOMPARE(readOf(store, u"profile"_s), "secret"_ba);
}

void TestKeychainSecretStore::whatIsRemovedIsGone()
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

void TestKeychainSecretStore::checkingWhetherItIsOpenKeepsAllSecrets()
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

void TestKeychainSecretStore::entriesOfEarlierVersionsAreRead_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("secret");
    const QByteArray digest = "e6e97a6e3bb8dca642e64cec7ae2a2d929e3437f6db1a0eebb57f821e71f9b3e";
    QTest::newRow("written once") << "vestibule1 1 0 " + digest + "\nacme.eu.auth0.com\ntoken"
                                  << "acme.eu.auth0.com\ntoken"_ba;
    QTest::newRow("written again") << "vestibule1 1 1 " + digest + "\nacme.eu.auth0.com\ntoken"
                                   << "acme.eu.auth0.com\ntoken"_ba;
    QTest::newRow("empty")
        << "vestibule1 1 0 "
           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"_ba
        << ""_ba;
}

void TestKeychainSecretStore::entriesOfEarlierVersionsAreRead()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, secret);
    QVERIFY(fileEntry(u"profile"_s, entry));
    KeychainSecretStore store({.service = m_service});
    QCOMPARE(readOf(store, u"profile"_s), secret);
}

//! So that an earlier version finds them, too.
void TestKeychainSecretStore::entriesAreThoseOfEarlierVersions()
{
    QCOMPARE(KeychainOptions().service, u"Vestibule"_s);
    KeychainSecretStore store({.service = m_service});
    QVERIFY(isWritten(store, u"profile"_s, "acme.eu.auth0.com\ntoken"));
    QKeychain::ReadPasswordJob job(m_service);
    job.setAutoDelete(false);
    job.setKey(u"profile"_s);
    QSignalSpy finished(&job, &QKeychain::Job::finished);
    job.start();
    QVERIFY(finished.wait());
    QCOMPARE(job.binaryData(),
             "vestibule1 1 0 e6e97a6e3bb8dca642e64cec7ae2a2d929e3437f6db1a0eebb57f821e71f9b3e\n"
             "acme.eu.auth0.com\ntoken"_ba);
}

void TestKeychainSecretStore::foreignEntriesAreBroken_data()
{
    QTest::addColumn<QByteArray>("entry");
    const QByteArray digest =
        QCryptographicHash::hash("secret", QCryptographicHash::Sha256).toHex();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("a bare token") << "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"_ba;
    QTest::newRow("another format") << "vestibule2 1 0 " + digest + "\nsecret";
    QTest::newRow("no parts") << "vestibule1 0 0 " + digest + "\nsecret";
    QTest::newRow("too many parts") << "vestibule1 1025 0 " + digest + "\nsecret";
    QTest::newRow("not a number") << "vestibule1 0x1 0 " + digest + "\nsecret";
    QTest::newRow("no such slot") << "vestibule1 1 2 " + digest + "\nsecret";
    QTest::newRow("no digest") << "vestibule1 1 0 \nsecret"_ba;
    QTest::newRow("another secret") << "vestibule1 1 0 " + digest + "\nSecret";
    QTest::newRow("half a secret") << "vestibule1 1 0 " + digest + "\nsec";
    QTest::newRow("a part is missing") << "vestibule1 2 0 " + digest + "\nsec";
    QTest::newRow("no line") << QByteArray(1'000'000, 'v');
}

void TestKeychainSecretStore::foreignEntriesAreBroken()
{
    QFETCH(QByteArray, entry);
    QVERIFY(fileEntry(u"profile"_s, entry));
    KeychainSecretStore store({.service = m_service});
    const auto result = outcome(store.read(u"profile"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, SecretError::Kind::Broken);
    QVERIFY(!result.error().detail.contains(u"sec"_s));
    QVERIFY(isWritten(store, u"profile"_s, "new"));
    QCOMPARE(readOf(store, u"profile"_s), "new"_ba);
}

void TestKeychainSecretStore::aShorterSecretLeavesNothingOfALongerOne()
{
    KeychainSecretStore store({.service = m_service});
    for (const qsizetype length : {5000, 3000, 4000, 10}) {
        const QByteArray secret(length, 'a');
        QVERIFY(isWritten(store, u"profile"_s, secret));
        QCOMPARE(readOf(store, u"profile"_s), secret);
    }
    QCOMPARE(entryCount(), 1);
}

void TestKeychainSecretStore::requestsKeepTheirOrder()
{
    KeychainSecretStore store({.service = m_service});
    const auto first = store.write(u"profile"_s, QByteArray(500, '1'));
    const auto second = store.write(u"profile"_s, QByteArray(300, '2'));
    const auto removal = store.remove(u"profile"_s);
    const auto third = store.write(u"profile"_s, QByteArray(400, '3'));
    QCOMPARE(readOf(store, u"profile"_s), QByteArray(400, '3'));
}

void TestKeychainSecretStore::aCancelledRequestDoesNotDelayOthers()
{
    KeychainSecretStore store({.service = m_service});
    QVERIFY(isWritten(store, u"profile"_s, "secret"));
    auto running = store.read(u"profile"_s);
    auto waiting = store.read(u"profile"_s);
    auto last = store.read(u"profile"_s);
    waiting.reset();
    running->cancel();
    QCOMPARE(outcome(std::move(last)).value(), "secret"_ba);
}

void TestKeychainSecretStore::cancellingIsSafeAtAnyTime()
{
    KeychainSecretStore store({.service = m_service});
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

void TestKeychainSecretStore::aKeyringThatDoesNotAnswerTimesOut()
{
    KeychainSecretStore store({.service = m_service, .timeLimit = 0ms});
    const auto result = outcome(store.write(u"profile"_s, "secret"), 2000);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, SecretError::Kind::Silent);
    QCOMPARE(result.error().detail, u"the keyring does not answer"_s);
}

void TestKeychainSecretStore::repliesOutliveTheStore()
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
    QTest::qWait(50); // its job continues
}

void TestKeychainSecretStore::withoutABusEveryRequestFails()
{
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
    runWithoutBus(u"withoutABusEveryRequestFails"_s);
}

void TestKeychainSecretStore::aLockedKeyringIsAnError()
{
    KeychainSecretStore store({.service = m_service, .timeLimit = 10s});
    QVERIFY(isWritten(store, u"profile"_s, "secret"));
    QVERIFY(lockKeyring());

    KeychainSecretStore later(
        {.service = m_service, .timeLimit = 10s}); // does not know that it was open
    for (const SecretError &error : {outcome(later.read(u"profile"_s)).error(),
                                     outcome(later.write(u"profile"_s, "other")).error(),
                                     outcome(later.remove(u"profile"_s)).error()})
        QCOMPARE(error.kind, SecretError::Kind::Locked);
    QVERIFY(unlockKeyring());
    QCOMPARE(readOf(later, u"profile"_s), "secret"_ba);
}

void TestKeychainSecretStore::aKeyringThatIsLockedInTheMiddleIsUsedAgain()
{
    const KeychainOptions options{.service = m_service, .timeLimit = 10s};
    FallbackSecretStore store(std::make_unique<KeychainSecretStore>(options));
    QVERIFY(isWritten(store, u"acme"_s, "written before"));
    QVERIFY(isWritten(store, u"initech"_s, "written before"));
    QVERIFY(lockKeyring());
    QCOMPARE(outcome(store.write(u"globex"_s, "written meanwhile")).error().kind,
             SecretError::Kind::Locked);
    QCOMPARE(readOf(store, u"globex"_s), "written meanwhile"_ba);
    QCOMPARE(outcome(store.remove(u"acme"_s)).error().kind, SecretError::Kind::Locked);
    QVERIFY(!store.isPersistent());

    QVERIFY(unlockKeyring());
    QCOMPARE(readOf(store, u"initech"_s), "written before"_ba);
    QVERIFY(store.isPersistent());
    KeychainSecretStore next(options); // as another run of the program
    QTRY_COMPARE(readOf(next, u"globex"_s), "written meanwhile"_ba);
    QTRY_COMPARE(readOf(next, u"acme"_s), "absent"_ba);
}

void TestKeychainSecretStore::withoutABusMemoryIsUsed()
{
    if (qEnvironmentVariableIsSet("VESTIBULE_TEST_NO_BUS")) {
        FallbackSecretStore store(
            std::make_unique<KeychainSecretStore>(KeychainOptions{.service = m_service}));
        QCOMPARE(outcome(store.read(u"a"_s)).error().kind, SecretError::Kind::Unavailable);
        QCOMPARE(outcome(store.write(u"a"_s, "secret")).error().kind,
                 SecretError::Kind::Unavailable);
        QCOMPARE(readOf(store, u"a"_s), "secret"_ba);
        QVERIFY(isRemoved(store, u"a"_s));
        return;
    }
    runWithoutBus(u"withoutABusMemoryIsUsed"_s);
}

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_keychainsecretstore.moc"
