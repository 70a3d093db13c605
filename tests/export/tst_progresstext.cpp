// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/progresstext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestProgressText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void itTellsRowsAndTheTimeLeft_data();
    void itTellsRowsAndTheTimeLeft();
};

void TestProgressText::itTellsRowsAndTheTimeLeft_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<QString>("text");
    QTest::newRow("begin") << 0 << 1000 << 3000 << u"0 of 1,000 rows read"_s;
    QTest::newRow("too early to tell") << 100 << 1000 << 1999 << u"100 of 1,000 rows read"_s;
    QTest::newRow("a quarter") << 250 << 1000 << 4000
                               << u"250 of 1,000 rows read, about 12 s left"_s;
    QTest::newRow("rounded up") << 999 << 1000 << 2000
                                << u"999 of 1,000 rows read, about 1 s left"_s;
    QTest::newRow("minutes") << 100 << 10000 << 2000
                             << u"100 of 10,000 rows read, about 3 min left"_s;
    QTest::newRow("end") << 1000 << 1000 << 9000 << u"1,000 of 1,000 rows read"_s;
    QTest::newRow("no total") << 300 << -1 << 9000 << u"300 row(s) read"_s;
}

void TestProgressText::itTellsRowsAndTheTimeLeft()
{
    QFETCH(int, rows);
    QFETCH(int, total);
    QFETCH(int, elapsed);
    QFETCH(QString, text);
    QCOMPARE(progressText(rows, total, std::chrono::milliseconds(elapsed)), text);
}

QTEST_APPLESS_MAIN(TestProgressText)
#include "tst_progresstext.moc"
