// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/keptinventories.h"
#include "support/folderfixture.h"

#include <QFileInfo>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestKeptInventories final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(makeFolder()); }
    void areThoseOfTheirTenant();
    void timesAreInUtc();
    void earlierVersionsKeptOne();
    void oldestGoFirst_data();
    void oldestGoFirst();
    void journalsGoWithThem();

private:
    [[nodiscard]] QString working() const { return path(u"ab12.vestibule"_s); }
    //! A file of as many bytes, of the inventory that ended on that day.
    [[nodiscard]] bool keep(int day, int bytes) const
    {
        const QString kept = keptInventoryPath(working(), at(day));
        return put(QFileInfo(kept).fileName(), QByteArray(bytes, 'x'));
    }
    [[nodiscard]] static QDateTime at(int day)
    {
        return {QDate(2026, 11, day), QTime(14, 3, 20), Qt::UTC};
    }
    [[nodiscard]] QList<int> days() const
    {
        QList<int> days;
        for (const KeptInventory &kept : keptInventories(working()))
            days.append(kept.ended.date().day());
        return days;
    }
};

void TestKeptInventories::areThoseOfTheirTenant()
{
    QVERIFY(keptInventories(working()).isEmpty());
    QVERIFY(keep(3, 10) && keep(9, 30) && keep(5, 20));
    for (const char *other :
         {"ab12.vestibule", "ab12.vestibule-wal", "cd34.20261109T140320Z.kept.vestibule",
          "ab12.kept.vestibule", "ab12.yesterday.kept.vestibule", "ab12.20261109T140320Z.vestibule",
          "ab12.20261140T140320Z.kept.vestibule"})
        QVERIFY(put(QString::fromLatin1(other), "x"));
    QCOMPARE(days(), QList({9, 5, 3}));
    const KeptInventory newest = keptInventories(working()).constFirst();
    QCOMPARE(newest.ended, at(9));
    QCOMPARE(newest.bytes, 30);
    QCOMPARE(newest.path, keptInventoryPath(working(), at(9)));
}

//! In Berlin, this hour does not exist.
void TestKeptInventories::timesAreInUtc()
{
    qputenv("TZ", "Europe/Berlin");
    tzset();
    const QDateTime ended(QDate(2026, 3, 29), QTime(2, 30, 15), Qt::UTC);
    QVERIFY(put(QFileInfo(keptInventoryPath(working(), ended)).fileName(), "x"));
    const auto kept = keptInventories(working());
    qunsetenv("TZ");
    tzset();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().ended, ended);
}

void TestKeptInventories::earlierVersionsKeptOne()
{
    QVERIFY(put(u"ab12.before.vestibule"_s, "x"));
    const auto kept = keptInventories(working());
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.constFirst().ended.isValid());
}

void TestKeptInventories::oldestGoFirst_data()
{
    QTest::addColumn<int>("inventories");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QList<int>>("left");
    QTest::newRow("all fit") << 10 << 1000 << QList({4, 3, 2, 1});
    QTest::newRow("as many as the number says") << 2 << 1000 << QList({4, 3});
    QTest::newRow("as many as the size allows") << 10 << 250 << QList({4, 3});
    QTest::newRow("exactly") << 10 << 300 << QList({4, 3, 2});
    QTest::newRow("the newest is larger than all") << 10 << 50 << QList({4});
    QTest::newRow("none") << 0 << 1000 << QList<int>();
}

void TestKeptInventories::oldestGoFirst()
{
    QFETCH(int, inventories);
    QFETCH(int, bytes);
    QFETCH(QList<int>, left);
    QVERIFY(keep(1, 100) && keep(2, 100) && keep(3, 100) && keep(4, 100));
    pruneKeptInventories(working(), {.inventories = inventories, .bytes = bytes});
    QCOMPARE(days(), left);
}

void TestKeptInventories::journalsGoWithThem()
{
    QVERIFY(keep(1, 100));
    const QString kept = keptInventoryPath(working(), at(1));
    QVERIFY(put(QFileInfo(kept).fileName() + "-wal"_L1, "x"));
    QVERIFY(removeKeptInventory(kept));
    QVERIFY(!removeKeptInventory(kept));
    QVERIFY(files().isEmpty());
}

QTEST_GUILESS_MAIN(TestKeptInventories)
#include "tst_keptinventories.moc"
