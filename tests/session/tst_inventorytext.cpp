// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/inventorytext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestInventoryText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void periodHasTheClockOf24Hours_data();
    void periodHasTheClockOf24Hours();
    void twoPeriodsOfOneMinuteHaveSeconds();
    void allNumbersAreGroupedAlike();
    void problemEndsWithItsReason();
};

void TestInventoryText::periodHasTheClockOf24Hours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QDateTime>("began");
    QTest::addColumn<QDateTime>("ended");
    QTest::addColumn<QString>("expected");
    const auto time = [](int day, int hour, int minute) {
        return QDateTime(QDate(2025, 11, day), QTime(hour, minute, 40), Qt::UTC);
    };
    QTest::newRow("never") << u"en_US"_s << QDateTime() << QDateTime() << QString();
    QTest::newRow("within a minute")
        << u"en_US"_s << time(29, 0, 49) << time(29, 0, 49) << u"29 Nov 2025, 00:49"_s;
    QTest::newRow("within a day") << u"en_US"_s << time(29, 0, 49) << time(29, 14, 27)
                                  << u"29 Nov 2025, 00:49 – 14:27"_s;
    QTest::newRow("over midnight") << u"en_US"_s << time(29, 23, 5) << time(30, 1, 0)
                                   << u"29 Nov 2025, 23:05 – 30 Nov 2025, 01:00"_s;
    QTest::newRow("French") << u"fr_FR"_s << time(29, 0, 49) << time(29, 14, 27)
                            << u"29 nov. 2025, 00:49 – 14:27"_s;
}

void TestInventoryText::periodHasTheClockOf24Hours()
{
    QFETCH(const QString, language);
    QFETCH(const QDateTime, began);
    QFETCH(const QDateTime, ended);
    QLocale::setDefault(QLocale(language));
    QTEST(periodText({.began = began, .ended = ended}), "expected");
}

//! Two lines that are the same would not tell the old inventory from the new one.
void TestInventoryText::twoPeriodsOfOneMinuteHaveSeconds()
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    const auto inventory = [](int minute, int second) {
        return InventorySummary{
            .began = QDateTime(QDate(2025, 11, 29), QTime(0, minute, second), Qt::UTC),
            .ended = QDateTime(QDate(2025, 11, 29), QTime(0, minute, second + 2), Qt::UTC)};
    };
    QCOMPARE(periodTextBeside(inventory(49, 7), inventory(49, 30)),
             u"29 Nov 2025, 00:49:07 – 00:49:09"_s);
    QCOMPARE(periodTextBeside(inventory(49, 30), inventory(49, 7)),
             u"29 Nov 2025, 00:49:30 – 00:49:32"_s);
    QCOMPARE(periodTextBeside(inventory(49, 7), inventory(50, 7)), u"29 Nov 2025, 00:49"_s);
    QCOMPARE(periodTextBeside(inventory(49, 7), {}), u"29 Nov 2025, 00:49"_s);
    QCOMPARE(periodTextBeside(inventory(49, 7), inventory(49, 7)), u"29 Nov 2025, 00:49"_s);
    QCOMPARE(periodTextBeside({}, {}), QString());
}

void TestInventoryText::allNumbersAreGroupedAlike()
{
    const SweepCounts counts{.waiting = 3'192, .read = 1'008, .failed = 1'200, .gone = 1'000};
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(countsText(counts),
             u"1,008 of 6,400 organization(s) read, 1,200 failed, 1,000 gone, 3,192 waiting"_s);
    const QStringList notes = coverageNotes({.counts = counts, .appeared = 2'000, .vanished = 0});
    QVERIFY2(notes.contains(u"3,192 organization(s) have not been read yet."_s),
             qPrintable(notes.join(u'\n')));
    QVERIFY(notes.contains(u"2,000 organization(s) were added while it was read."_s));
}

void TestInventoryText::problemEndsWithItsReason()
{
    const auto text = [](const QString &detail) {
        return inventoryProblemText({.kind = InventoryProblem::Kind::Damaged,
                                     .detail = detail,
                                     .path = u"acme.vestibule"_s});
    };
    QCOMPARE(text(u"database disk image is malformed"_s),
             u"acme.vestibule is damaged (database disk image is malformed)."_s);
    QCOMPARE(text({}), u"acme.vestibule is damaged."_s);
}

QTEST_GUILESS_MAIN(TestInventoryText)
#include "tst_inventorytext.moc"
