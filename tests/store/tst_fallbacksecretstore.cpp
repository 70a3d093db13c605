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
    void failuresAreReportedAndMemoryIsUsed_data();
    void failuresAreReportedAndMemoryIsUsed();
    void aKeyringThatForgetsIsNotTrusted_data();
    void aKeyringThatForgetsIsNotTrusted();
    void aKeyringThatIsUnlockedLaterIsUsed();
    void aKeyringThatIsLockedLaterIsReported();
    void whatIsWrittenAgainIsNotRemovedLater();
    void withoutAKeyringThereIsNothingToRemove();
    void aDamagedEntryIsNoFaultOfTheKeyring();
    void theLatestChangeCounts_data();
    void theLatestChangeCounts();
    void changesCanBeCancelled();
    void repliesOutliveTheStore();
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
    const QSignalSpy changes(m_store.get(), &FallbackSecretStore::stateChanged);
    QCOMPARE(readOf(*m_store, u"a"_s), "absent"_ba);
    QCOMPARE(m_keyring->requests().size(), 1);
    QVERIFY(isWritten(*m_store, u"a"_s, "secret"));
    QCOMPARE(m_keyring->secrets, (QHash<QString, QByteArray>{{u"a"_s, "secret"_ba}}));
    QCOMPARE(readOf(*m_store, u"a"_s), "secret"_ba);
    QVERIFY(isRemoved(*m_store, u"a"_s));
    QVERIFY(m_keyring->secrets.isEmpty());
    QVERIFY(m_store->isReady());
    QVERIFY(m_store->isPersistent());
    QVERIFY(!m_store->problem());
    QCOMPARE(changes.size(), 1);
}

void TestFallbackSecretStore::failuresAreReportedAndMemoryIsUsed_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("none") << Kind::Unavailable;
    QTest::newRow("silent") << Kind::Silent;
    QTest::newRow("locked") << Kind::Locked;
    QTest::newRow("refused") << Kind::Denied;
    QTest::newRow("broken") << Kind::Broken;
}

void TestFallbackSecretStore::failuresAreReportedAndMemoryIsUsed()
{
    QFETCH(Kind, kind);
    m_keyring->failAll(kind);
    const QSignalSpy changes(m_store.get(), &FallbackSecretStore::stateChanged);
    const auto written = outcome(m_store->write(u"a"_s, "secret"));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, kind);
    QVERIFY(m_store->isReady());
    QVERIFY(!m_store->isPersistent());
    QCOMPARE(m_store->problem()->kind, kind);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(readOf(*m_store, u"a"_s), "secret"_ba);
    QCOMPARE(outcome(m_store->read(u"b"_s)).error().kind, kind);
}

void TestFallbackSecretStore::aKeyringThatForgetsIsNotTrusted_data()
{
    QTest::addColumn<bool>("forgets");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("keeps nothing") << true << Kind::Locked;
    QTest::newRow("keeps something else") << false << Kind::Broken;
}

void TestFallbackSecretStore::aKeyringThatForgetsIsNotTrusted()
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
    QCOMPARE(outcome(m_store->write(u"a"_s, "secret")).error().kind, kind);
    QVERIFY(!m_store->isPersistent());
    QCOMPARE(readOf(*m_store, u"a"_s), "secret"_ba);
}

void TestFallbackSecretStore::aKeyringThatIsUnlockedLaterIsUsed()
{
    m_keyring->failAll(Kind::Locked);
    QVERIFY(!isWritten(*m_store, u"a"_s, "of a locked keyring"));
    QCOMPARE(outcome(m_store->read(u"b"_s)).error().kind, Kind::Locked);
    m_keyring->secrets.insert(u"b"_s, "kept before");
    m_keyring->failWhen({});
    QCOMPARE(readOf(*m_store, u"b"_s), "kept before"_ba);
    QVERIFY(m_store->isPersistent());
    // It now gets what it did not take before.
    QTRY_COMPARE(m_keyring->secrets.value(u"a"_s), "of a locked keyring"_ba);
    QTRY_VERIFY(m_keyring->requests().constLast().action == Action::Read);
    m_keyring->secrets[u"a"_s] = "changed in the keyring";
    QTRY_COMPARE(readOf(*m_store, u"a"_s), "changed in the keyring"_ba);
}

void TestFallbackSecretStore::aKeyringThatIsLockedLaterIsReported()
{
    QVERIFY(isWritten(*m_store, u"a"_s, "secret"));
    m_keyring->failAll(Kind::Locked);
    QCOMPARE(outcome(m_store->read(u"a"_s)).error().kind, Kind::Locked);
    QVERIFY(!m_store->isPersistent());
    QCOMPARE(outcome(m_store->remove(u"a"_s)).error().kind, Kind::Locked);
    m_keyring->failWhen({});
    QCOMPARE(readOf(*m_store, u"b"_s), "absent"_ba);
    QVERIFY(m_store->isPersistent());
    QTRY_COMPARE(readOf(*m_store, u"a"_s), "absent"_ba); // it was to be removed
}

void TestFallbackSecretStore::whatIsWrittenAgainIsNotRemovedLater()
{
    QVERIFY(isWritten(*m_store, u"a"_s, "old"));
    m_keyring->failAll(Kind::Locked);
    QVERIFY(!isRemoved(*m_store, u"a"_s));
    QVERIFY(!isWritten(*m_store, u"a"_s, "new"));
    m_keyring->failWhen({});
    QCOMPARE(readOf(*m_store, u"b"_s), "absent"_ba);
    QTRY_COMPARE(m_keyring->secrets.value(u"a"_s), "new"_ba);
    QTest::qWait(5);
    QCOMPARE(m_keyring->secrets.value(u"a"_s), "new"_ba);
}

void TestFallbackSecretStore::withoutAKeyringThereIsNothingToRemove()
{
    m_keyring->failAll(Kind::Unavailable);
    QVERIFY(!isWritten(*m_store, u"a"_s, "secret"));
    QVERIFY(isRemoved(*m_store, u"a"_s));
    QCOMPARE(outcome(m_store->read(u"a"_s)).error().kind, Kind::Unavailable);
    m_keyring->failAll(Kind::Silent); // it may have it
    QVERIFY(!isRemoved(*m_store, u"a"_s));
}

void TestFallbackSecretStore::aDamagedEntryIsNoFaultOfTheKeyring()
{
    m_keyring->failAll(Kind::Broken);
    QCOMPARE(outcome(m_store->read(u"a"_s)).error().kind, Kind::Broken);
    QVERIFY(m_store->isPersistent());
}

void TestFallbackSecretStore::theLatestChangeCounts_data()
{
    QTest::addColumn<bool>("fails");
    QTest::newRow("works") << false;
    QTest::newRow("the first write fails") << true;
}

void TestFallbackSecretStore::theLatestChangeCounts()
{
    QFETCH(bool, fails);
    m_keyring->hold();
    const auto first = m_store->write(u"a"_s, "first");
    const auto removal = m_store->remove(u"a"_s);
    const auto other = m_store->write(u"b"_s, "first");
    const auto next = m_store->write(u"b"_s, "next");
    QVERIFY(fails ? m_keyring->fail(Kind::Locked) : m_keyring->succeed());
    for (int request = 1; request < 4; ++request)
        QVERIFY(m_keyring->succeed());
    QTRY_COMPARE(m_keyring->pending(), 1); // what is read back of the latest alone
    QCOMPARE(m_keyring->next().key, u"b"_s);
    QVERIFY(m_keyring->succeed());
    QTest::qWait(2);
    m_keyring->failAll(Kind::Unavailable); // memory would answer all the same
    const auto removed = m_store->read(u"a"_s);
    QCOMPARE(m_keyring->next().key, u"a"_s);
    QCOMPARE(m_keyring->secrets, (QHash<QString, QByteArray>{{u"b"_s, "next"_ba}}));
}

void TestFallbackSecretStore::changesCanBeCancelled()
{
    m_keyring->hold();
    auto dropped = m_store->write(u"a"_s, "secret");
    const auto cancelled = m_store->write(u"b"_s, "secret");
    auto removal = m_store->remove(u"c"_s);
    dropped.reset();
    cancelled->cancel();
    removal.reset();
    QCOMPARE(m_keyring->pending(), 0);
    QVERIFY(m_keyring->secrets.isEmpty());
}

void TestFallbackSecretStore::repliesOutliveTheStore()
{
    const auto reading = m_store->read(u"a"_s);
    const auto writing = m_store->write(u"a"_s, "secret");
    const auto removing = m_store->remove(u"b"_s);
    const QSignalSpy read(reading.get(), &ReplyBase::finished);
    const QSignalSpy written(writing.get(), &ReplyBase::finished);
    const QSignalSpy removed(removing.get(), &ReplyBase::finished);
    m_store.reset();
    QTRY_COMPARE(read.size() + written.size() + removed.size(), 3);
    QVERIFY(writing->result() && removing->result());
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
