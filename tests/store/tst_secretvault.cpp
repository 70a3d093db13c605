// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/secretvault.h"
#include "support/fakesecretstore.h"
#include "support/secretoutcome.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

using Kind = SecretError::Kind;
using Action = FakeSecretStore::Request::Action;

class tst_SecretVault final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void memoryKeepsUntilItGoes();
    void nothingIsAskedBeforeItIsNeeded();
    void aWorkingKeyringIsUsed();
    void theProbeLeavesNothingBehind();
    void aFailingKeyringIsLeftAlone_data();
    void aFailingKeyringIsLeftAlone();
    void aKeyringThatForgetsIsLeftAlone_data();
    void aKeyringThatForgetsIsLeftAlone();
    void requestsWaitForTheProbe();
    void waitingRequestsCanBeCancelled();
    void theVaultMayGoFirst();
    void laterFailuresAreHandedOn();

private:
    FakeSecretStore *m_keyring = nullptr; // the vault's
    std::unique_ptr<SecretVault> m_vault;
};

void tst_SecretVault::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    auto keyring = std::make_unique<FakeSecretStore>();
    m_keyring = keyring.get();
    m_vault = std::make_unique<SecretVault>(std::move(keyring));
}

void tst_SecretVault::memoryKeepsUntilItGoes()
{
    MemorySecretStore store;
    QVERIFY(!store.isPersistent());
    QCOMPARE(readOf(store, u"a"_s), "absent"_ba);
    QByteArray secret("one\0two", 7);
    QVERIFY(isWritten(store, u"a"_s, secret));
    secret.fill('x'); // the caller's copy is not ours
    QCOMPARE(readOf(store, u"a"_s), QByteArray("one\0two", 7));
    QVERIFY(isWritten(store, u"a"_s, {}));
    QCOMPARE(readOf(store, u"a"_s), QByteArray());
    QVERIFY(isRemoved(store, u"a"_s));
    QVERIFY(isRemoved(store, u"a"_s));
    QCOMPARE(readOf(store, u"a"_s), "absent"_ba);
    QVERIFY(store.keys().isEmpty());
}

void tst_SecretVault::nothingIsAskedBeforeItIsNeeded()
{
    QTest::qWait(10);
    QVERIFY(m_keyring->requests().isEmpty());
    QVERIFY(!m_vault->isReady());
    QVERIFY(!m_vault->isPersistent());
    QVERIFY(!m_vault->problem());
}

void tst_SecretVault::aWorkingKeyringIsUsed()
{
    const QSignalSpy ready(m_vault.get(), &SecretVault::ready);
    QVERIFY(isWritten(*m_vault, u"a"_s, "secret"));
    QCOMPARE(ready.size(), 1);
    QVERIFY(m_vault->isReady());
    QVERIFY(m_vault->isPersistent());
    QVERIFY(!m_vault->problem());
    QCOMPARE(m_keyring->secrets, (QHash<QString, QByteArray>{{u"a"_s, "secret"_ba}}));
    QCOMPARE(readOf(*m_vault, u"a"_s), "secret"_ba);
    m_vault->probe();
    QTest::qWait(10);
    QCOMPARE(ready.size(), 1);
}

void tst_SecretVault::theProbeLeavesNothingBehind()
{
    m_vault->probe();
    QTRY_VERIFY(m_vault->isReady());
    QCOMPARE(m_keyring->requests().size(), 3);
    QVERIFY(m_keyring->secrets.isEmpty());
}

void tst_SecretVault::aFailingKeyringIsLeftAlone_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<Kind>("kind");
    for (const Kind kind : {Kind::Unavailable, Kind::Denied, Kind::Broken}) {
        QTest::addRow("write %d", int(kind)) << Action::Write << kind;
        QTest::addRow("read %d", int(kind)) << Action::Read << kind;
        QTest::addRow("remove %d", int(kind)) << Action::Remove << kind;
    }
}

void tst_SecretVault::aFailingKeyringIsLeftAlone()
{
    QFETCH(Action, action);
    QFETCH(Kind, kind);
    m_keyring->failWhen([=](const FakeSecretStore::Request &request) {
        return request.action == action ? std::optional(SecretError{.kind = kind}) : std::nullopt;
    });
    QVERIFY(isWritten(*m_vault, u"a"_s, "secret"));
    QVERIFY(!m_vault->isPersistent());
    QVERIFY(m_vault->problem());
    QCOMPARE(m_vault->problem()->kind, kind);
    QCOMPARE(readOf(*m_vault, u"a"_s), "secret"_ba);
    QVERIFY(isRemoved(*m_vault, u"a"_s));
    QCOMPARE(readOf(*m_vault, u"a"_s), "absent"_ba);
    QVERIFY(!m_keyring->secrets.contains(u"a"_s));
}

void tst_SecretVault::aKeyringThatForgetsIsLeftAlone_data()
{
    QTest::addColumn<bool>("forgets");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("keeps nothing") << true << Kind::Denied;
    QTest::newRow("keeps something else") << false << Kind::Broken;
}

void tst_SecretVault::aKeyringThatForgetsIsLeftAlone()
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
    m_vault->probe();
    QTRY_VERIFY(m_vault->isReady());
    QVERIFY(!m_vault->isPersistent());
    QVERIFY(m_vault->problem());
    QCOMPARE(m_vault->problem()->kind, kind);
}

void tst_SecretVault::requestsWaitForTheProbe()
{
    m_keyring->hold();
    const auto writing = m_vault->write(u"a"_s, "secret");
    const auto reading = m_vault->read(u"a"_s);
    QSignalSpy finished(reading.get(), &ReplyBase::finished);
    for (int step = 0; step < 3; ++step) {
        QTRY_COMPARE(m_keyring->pending(), 1);
        QVERIFY(m_keyring->next().key.startsWith(u".probe"_s));
        QVERIFY(m_keyring->succeed());
    }
    QTRY_COMPARE(m_keyring->pending(), 2); // in their order
    QCOMPARE(m_keyring->next().action, Action::Write);
    QVERIFY(m_keyring->succeed());
    QVERIFY(m_keyring->succeed());
    QVERIFY(finished.wait());
    QCOMPARE(reading->result().value(), "secret"_ba);
}

void tst_SecretVault::waitingRequestsCanBeCancelled()
{
    m_keyring->hold();
    auto dropped = m_vault->write(u"a"_s, "secret");
    const auto cancelled = m_vault->write(u"b"_s, "secret");
    dropped.reset();
    cancelled->cancel();
    for (int step = 0; step < 3; ++step) {
        QTRY_COMPARE(m_keyring->pending(), 1);
        QVERIFY(m_keyring->succeed());
    }
    QTRY_VERIFY(m_vault->isReady());
    QCOMPARE(m_keyring->pending(), 0);
    QVERIFY(m_keyring->secrets.isEmpty());
}

void tst_SecretVault::theVaultMayGoFirst()
{
    m_keyring->hold();
    const auto reading = m_vault->read(u"a"_s);
    QSignalSpy finished(reading.get(), &ReplyBase::finished);
    m_vault.reset();
    QVERIFY(finished.wait());
    QCOMPARE(reading->result().error().kind, Kind::Unavailable);
}

void tst_SecretVault::laterFailuresAreHandedOn()
{
    m_vault->probe();
    QTRY_VERIFY(m_vault->isReady());
    m_keyring->failAll(Kind::Denied);
    QCOMPARE(outcome(m_vault->write(u"a"_s, "secret")).error().kind, Kind::Denied);
    QVERIFY(m_vault->isPersistent()); // the person decides what now, not the vault
}

QTEST_GUILESS_MAIN(tst_SecretVault)
#include "tst_secretvault.moc"
