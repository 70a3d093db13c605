// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/fallbacksecretstore.h"
#include "support/fakesecretstore.h"
#include "support/secretoutcome.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

using Kind = SecretError::Kind;
using Action = FakeSecretStore::Request::Action;

class TestFallbackSecretStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void memoryKeepsSecretsUntilItIsDestroyed();
    void nothingIsRequestedBeforeItIsNeeded();
    void aWorkingKeyringIsUsed();
    void theProbeLeavesNothingInTheKeyring();
    void aFailingKeyringIsNotUsed_data();
    void aFailingKeyringIsNotUsed();
    void aKeyringThatForgetsIsNotUsed_data();
    void aKeyringThatForgetsIsNotUsed();
    void requestsWaitForTheProbe();
    void waitingRequestsCanBeCancelled();
    void repliesOutliveTheStore();
    void laterFailuresAreReported();
    void memoryKeepsWhatTheKeyringDoesNotTake();
    void aDroppedWriteLeavesNoOlderSecret();

private:
    FakeSecretStore *m_keyring = nullptr; // owned by m_store
    std::unique_ptr<FallbackSecretStore> m_store;
};

void TestFallbackSecretStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    auto keyring = std::make_unique<FakeSecretStore>();
    m_keyring = keyring.get();
    m_store = std::make_unique<FallbackSecretStore>(std::move(keyring));
}

void TestFallbackSecretStore::memoryKeepsSecretsUntilItIsDestroyed()
{
    MemorySecretStore store;
    QVERIFY(!store.isPersistent());
    QCOMPARE(readOf(store, u"a"_s), "absent"_ba);
    QByteArray secret("one\0two", 7);
    QVERIFY(isWritten(store, u"a"_s, secret));
    secret.fill('x'); // the store has its own copy
    QCOMPARE(readOf(store, u"a"_s), QByteArray("one\0two", 7));
    QVERIFY(isWritten(store, u"a"_s, {}));
    QCOMPARE(readOf(store, u"a"_s), QByteArray());
    QVERIFY(isRemoved(store, u"a"_s));
    QVERIFY(isRemoved(store, u"a"_s));
    QCOMPARE(readOf(store, u"a"_s), "absent"_ba);
    QVERIFY(store.keys().isEmpty());
}

void TestFallbackSecretStore::nothingIsRequestedBeforeItIsNeeded()
{
    QTest::qWait(10);
    QVERIFY(m_keyring->requests().isEmpty());
    QVERIFY(!m_store->isReady());
    QVERIFY(!m_store->isPersistent());
    QVERIFY(!m_store->problem());
}

void TestFallbackSecretStore::aWorkingKeyringIsUsed()
{
    const QSignalSpy ready(m_store.get(), &FallbackSecretStore::ready);
    QVERIFY(isWritten(*m_store, u"a"_s, "secret"));
    QCOMPARE(ready.size(), 1);
    QVERIFY(m_store->isReady());
    QVERIFY(m_store->isPersistent());
    QVERIFY(!m_store->problem());
    QCOMPARE(m_keyring->secrets, (QHash<QString, QByteArray>{{u"a"_s, "secret"_ba}}));
    QCOMPARE(readOf(*m_store, u"a"_s), "secret"_ba);
    m_store->probe();
    QTest::qWait(10);
    QCOMPARE(ready.size(), 1);
}

void TestFallbackSecretStore::theProbeLeavesNothingInTheKeyring()
{
    m_store->probe();
    QTRY_VERIFY(m_store->isReady());
    QCOMPARE(m_keyring->requests().size(), 3);
    QVERIFY(m_keyring->secrets.isEmpty());
}

void TestFallbackSecretStore::aFailingKeyringIsNotUsed_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<Kind>("kind");
    for (const Kind kind : {Kind::Unavailable, Kind::Denied, Kind::Broken}) {
        QTest::addRow("write %d", int(kind)) << Action::Write << kind;
        QTest::addRow("read %d", int(kind)) << Action::Read << kind;
        QTest::addRow("remove %d", int(kind)) << Action::Remove << kind;
    }
}

void TestFallbackSecretStore::aFailingKeyringIsNotUsed()
{
    QFETCH(Action, action);
    QFETCH(Kind, kind);
    m_keyring->failWhen([=](const FakeSecretStore::Request &request) {
        return request.action == action ? std::optional(SecretError{.kind = kind}) : std::nullopt;
    });
    QVERIFY(isWritten(*m_store, u"a"_s, "secret"));
    QVERIFY(!m_store->isPersistent());
    QVERIFY(m_store->problem());
    QCOMPARE(m_store->problem()->kind, kind);
    QCOMPARE(readOf(*m_store, u"a"_s), "secret"_ba);
    QVERIFY(isRemoved(*m_store, u"a"_s));
    QCOMPARE(readOf(*m_store, u"a"_s), "absent"_ba);
    QVERIFY(!m_keyring->secrets.contains(u"a"_s));
}

void TestFallbackSecretStore::aKeyringThatForgetsIsNotUsed_data()
{
    QTest::addColumn<bool>("forgets");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("keeps nothing") << true << Kind::Denied;
    QTest::newRow("keeps something else") << false << Kind::Broken;
}

void TestFallbackSecretStore::aKeyringThatForgetsIsNotUsed()
{
    QFETCH(bool, forgets);
    QFETCH(Kind, kind);
    m_keyring->failWhen([=, this](const FakeSecretStore::Request &request) {
        if (request.action == Action::Read && forgets)
            m_keyring->secrets.clear();
        else if (request.action == Action::Read)
            m_keyring->secrets[request.key] = "other";
        return std::optional<SecretError>();
    });
    m_store->probe();
    QTRY_VERIFY(m_store->isReady());
    QVERIFY(!m_store->isPersistent());
    QVERIFY(m_store->problem());
    QCOMPARE(m_store->problem()->kind, kind);
}

void TestFallbackSecretStore::requestsWaitForTheProbe()
{
    m_keyring->hold();
    const auto writing = m_store->write(u"a"_s, "secret");
    const auto reading = m_store->read(u"a"_s);
    QSignalSpy finished(reading.get(), &ReplyBase::finished);
    for (int step = 0; step < 3; ++step) {
        QTRY_COMPARE(m_keyring->pending(), 1);
        QVERIFY(m_keyring->next().key.startsWith(u".probe"_s));
        QVERIFY(m_keyring->succeed());
    }
    QTRY_COMPARE(m_keyring->pending(), 2); // in the order of the calls
    QCOMPARE(m_keyring->next().action, Action::Write);
    QVERIFY(m_keyring->succeed());
    QVERIFY(m_keyring->succeed());
    QVERIFY(finished.wait());
    QCOMPARE(reading->result().value(), "secret"_ba);
}

void TestFallbackSecretStore::waitingRequestsCanBeCancelled()
{
    m_keyring->hold();
    auto dropped = m_store->write(u"a"_s, "secret");
    const auto cancelled = m_store->write(u"b"_s, "secret");
    dropped.reset();
    cancelled->cancel();
    for (int step = 0; step < 3; ++step) {
        QTRY_COMPARE(m_keyring->pending(), 1);
        QVERIFY(m_keyring->succeed());
    }
    QTRY_VERIFY(m_store->isReady());
    QCOMPARE(m_keyring->pending(), 0);
    QVERIFY(m_keyring->secrets.isEmpty());
}

void TestFallbackSecretStore::repliesOutliveTheStore()
{
    m_keyring->hold();
    const auto reading = m_store->read(u"a"_s);
    QSignalSpy finished(reading.get(), &ReplyBase::finished);
    m_store.reset();
    QVERIFY(finished.wait());
    QCOMPARE(reading->result().error().kind, Kind::Unavailable);
}

void TestFallbackSecretStore::laterFailuresAreReported()
{
    m_store->probe();
    QTRY_VERIFY(m_store->isReady());
    m_keyring->failAll(Kind::Denied);
    QCOMPARE(outcome(m_store->write(u"a"_s, "secret")).error().kind, Kind::Denied);
    QVERIFY(m_store->isPersistent()); // the person decides what to do next
}

void TestFallbackSecretStore::memoryKeepsWhatTheKeyringDoesNotTake()
{
    QVERIFY(isWritten(*m_store, u"a"_s, "old"));
    m_keyring->failWhen([](const FakeSecretStore::Request &request) {
        return request.action == Action::Write ? std::optional(SecretError{.kind = Kind::Denied})
                                               : std::nullopt;
    });
    QVERIFY(!isWritten(*m_store, u"a"_s, "new")); // which is reported
    QCOMPARE(readOf(*m_store, u"a"_s), "new"_ba);
    QCOMPARE(m_keyring->secrets.value(u"a"_s), "old"_ba);
    m_keyring->failWhen({});
    QVERIFY(isWritten(*m_store, u"a"_s, "newer"));
    QCOMPARE(readOf(*m_store, u"a"_s), "newer"_ba);
    QCOMPARE(m_keyring->secrets.value(u"a"_s), "newer"_ba);
    m_keyring->failAll(Kind::Denied);
    QVERIFY(!isWritten(*m_store, u"a"_s, "newest"));
    QVERIFY(!isRemoved(*m_store, u"a"_s));
    m_keyring->failWhen({});
    QCOMPARE(readOf(*m_store, u"a"_s), "newer"_ba); // memory forgot it
}

//! The keyring may have taken it nevertheless.
void TestFallbackSecretStore::aDroppedWriteLeavesNoOlderSecret()
{
    m_store->probe();
    QTRY_VERIFY(m_store->isReady());
    m_keyring->failAll(Kind::Denied);
    QVERIFY(!isWritten(*m_store, u"a"_s, "old"));
    m_keyring->failWhen({});
    m_store->write(u"a"_s, "new").reset();
    QTest::qWait(0);
    QCOMPARE(m_keyring->secrets.value(u"a"_s), "new"_ba);
    QCOMPARE(readOf(*m_store, u"a"_s), "new"_ba);
}

QTEST_GUILESS_MAIN(TestFallbackSecretStore)
#include "tst_fallbacksecretstore.moc"
