// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/secrethead.h"
#include "store/splitsecretstore.h"
#include "support/fakesecretstore.h"
#include "support/secretoutcome.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

using Kind = SecretError::Kind;
using Action = FakeSecretStore::Request::Action;

class tst_SplitSecretStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void noEntryIsLongerThanAllowed_data();
    void noEntryIsLongerThanAllowed();
    void aTooLongSecretIsRefused();
    void foreignEntriesAreBroken_data();
    void foreignEntriesAreBroken();
    void partsOfTwoVersionsAreNeverGlued_data();
    void partsOfTwoVersionsAreNeverGlued();
    void everyInterruptedChangeLeavesOneVersion_data();
    void everyInterruptedChangeLeavesOneVersion();
    void everyFailureIsHandedOn_data();
    void everyFailureIsHandedOn();
    void keysDoNotWaitForEachOther();
    void theStoreMayGoFirst();
};

void tst_SplitSecretStore::noEntryIsLongerThanAllowed_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("length");
    for (const int limit : {0, 1, 96, 100, 2048}) {
        for (const int length : {0, 1, 11, 12, 13, 108, 109, 2048, 16 * 1024, 64 * 1024})
            QTest::addRow("%d in %d", length, limit) << limit << length;
    }
}

void tst_SplitSecretStore::noEntryIsLongerThanAllowed()
{
    QFETCH(int, limit);
    QFETCH(int, length);
    FakeSecretStore entries;
    SplitSecretStore store(entries, limit);
    const QByteArray secret(length, 's');
    QVERIFY(isWritten(store, u"key"_s, secret));
    QCOMPARE(readOf(store, u"key"_s), secret);
    const qsizetype allowed = std::max(qsizetype(limit), SplitSecretStore::MinimumEntryLength);
    for (const QByteArray &entry : std::as_const(entries.secrets))
        QVERIFY(limit == 0 || entry.size() <= allowed);
    if (limit == 0)
        QCOMPARE(entries.secrets.size(), 1);
    QVERIFY(isRemoved(store, u"key"_s));
    QVERIFY(entries.secrets.isEmpty());
}

void tst_SplitSecretStore::aTooLongSecretIsRefused()
{
    FakeSecretStore entries;
    SplitSecretStore store(entries, 0);
    const QByteArray secret(SplitSecretStore::MaximumSecretLength + 1, 's');
    QCOMPARE(outcome(store.write(u"key"_s, secret)).error().kind, Kind::Broken);
    QVERIFY(entries.requests().isEmpty());
}

void tst_SplitSecretStore::foreignEntriesAreBroken_data()
{
    QTest::addColumn<QByteArray>("entry");
    const QByteArray digest = secretDigest("secret");
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

void tst_SplitSecretStore::foreignEntriesAreBroken()
{
    QFETCH(QByteArray, entry);
    FakeSecretStore entries;
    entries.secrets.insert(u"key"_s, entry);
    SplitSecretStore store(entries, 0);
    const auto result = outcome(store.read(u"key"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Broken);
    QVERIFY(!result.error().detail.contains(u"sec"_s));
    QVERIFY(isWritten(store, u"key"_s, "new"));
    QCOMPARE(readOf(store, u"key"_s), "new"_ba);
}

void tst_SplitSecretStore::partsOfTwoVersionsAreNeverGlued_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("head") << u"key"_s;
    QTest::newRow("part") << partKey(u"key"_s, 0, 2);
    QTest::newRow("last part") << partKey(u"key"_s, 0, 4);
}

void tst_SplitSecretStore::partsOfTwoVersionsAreNeverGlued()
{
    QFETCH(QString, key);
    FakeSecretStore older;
    FakeSecretStore newer;
    SplitSecretStore former(older, 96);
    SplitSecretStore store(newer, 96);
    QVERIFY(isWritten(former, u"key"_s, QByteArray(380, '1')));
    QVERIFY(isWritten(store, u"key"_s, QByteArray(380, '2')));
    QVERIFY(older.secrets.contains(key));
    newer.secrets[key] = older.secrets[key];
    QCOMPARE(outcome(store.read(u"key"_s)).error().kind, Kind::Broken);
}

void tst_SplitSecretStore::everyInterruptedChangeLeavesOneVersion_data()
{
    QTest::addColumn<bool>("isRemoval");
    QTest::newRow("write") << false;
    QTest::newRow("remove") << true;
}

void tst_SplitSecretStore::everyInterruptedChangeLeavesOneVersion()
{
    QFETCH(bool, isRemoval);
    const QByteArray before(380, '1');
    const QByteArray after = isRemoval ? "absent"_ba : QByteArray(280, '2');
    for (qsizetype steps = 0; steps < 30; ++steps) {
        FakeSecretStore entries;
        SplitSecretStore store(entries, 96);
        QVERIFY(isWritten(store, u"key"_s, before));
        qsizetype left = steps;
        entries.failWhen([&left](const FakeSecretStore::Request &) {
            return left-- > 0 ? std::nullopt : std::optional(SecretError{.kind = Kind::Denied});
        });
        const bool isDone = isRemoval ? isRemoved(store, u"key"_s)
                                      : isWritten(store, u"key"_s, QByteArray(280, '2'));
        entries.failWhen({});
        const QByteArray found = readOf(store, u"key"_s);
        QVERIFY2(found == before || found == after, found.constData());
        QVERIFY(!isDone || found == after);
        QVERIFY(isRemoved(store, u"key"_s));
        QCOMPARE(entries.secrets.keys(), QStringList());
    }
}

void tst_SplitSecretStore::everyFailureIsHandedOn_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("unavailable") << Kind::Unavailable;
    QTest::newRow("denied") << Kind::Denied;
}

void tst_SplitSecretStore::everyFailureIsHandedOn()
{
    QFETCH(Kind, kind);
    FakeSecretStore entries;
    entries.failAll(kind);
    SplitSecretStore store(entries, 96);
    QCOMPARE(outcome(store.read(u"key"_s)).error().kind, kind);
    QCOMPARE(outcome(store.write(u"key"_s, "secret")).error().kind, kind);
    QCOMPARE(outcome(store.remove(u"key"_s)).error().kind, kind);
}

void tst_SplitSecretStore::keysDoNotWaitForEachOther()
{
    FakeSecretStore entries;
    entries.hold();
    SplitSecretStore store(entries, 96);
    auto first = store.read(u"a"_s);
    const auto second = store.read(u"a"_s);
    const auto other = store.read(u"b"_s);
    QTRY_COMPARE(entries.pending(), 2);
    first.reset(); // gives way to the second
    QTRY_COMPARE(entries.requests().size(), 3);
    QCOMPARE(entries.pending(), 2);
}

void tst_SplitSecretStore::theStoreMayGoFirst()
{
    FakeSecretStore entries;
    entries.hold();
    auto store = std::make_unique<SplitSecretStore>(entries, 96);
    const auto running = store->read(u"a"_s);
    const auto waiting = store->read(u"a"_s);
    QTRY_COMPARE(entries.pending(), 1);
    QSignalSpy finished(running.get(), &ReplyBase::finished);
    store.reset();
    QVERIFY(finished.isEmpty()); // never from inside a call
    QCOMPARE(entries.pending(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(running->result().error().kind, Kind::Unavailable);
    QCOMPARE(waiting->result().error().kind, Kind::Unavailable);
}

QTEST_GUILESS_MAIN(tst_SplitSecretStore)
#include "tst_splitsecretstore.moc"
