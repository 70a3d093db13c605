// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/savedviewtext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestSavedViewText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void saysWhenItWasRead();
    void saysWhetherItIsComplete_data();
    void saysWhetherItIsComplete();
    void problemIsOneSentence();
};

void TestSavedViewText::saysWhenItWasRead()
{
    SavedView view{.readAt = QDateTime(QDate(2026, 3, 1), QTime(13, 4, 5), QTimeZone::utc())};
    QVERIFY(savedViewText(view, u"acme"_s)
                .startsWith("Saved copy: read from acme, 1 Mar 2026 13:04:05. "_L1));
    view.readAt = {};
    QVERIFY(savedViewText(view, u"acme"_s).startsWith("Saved copy: read from acme. "_L1));
}

void TestSavedViewText::saysWhetherItIsComplete_data()
{
    QTest::addColumn<ExportProvenance>("provenance");
    QTest::addColumn<ExportCount>("count");
    QTest::addColumn<QString>("expected");
    const ExportCount some{.rows = 50, .total = 1320};
    using P = ExportProvenance;
    QTest::newRow("all") << P{} << ExportCount{.rows = 50, .total = 50}
                         << u"It contains all 50 connection(s)."_s;
    QTest::newRow("enabled") << P{.isEnabled = true} << ExportCount{.rows = 50, .total = 50}
                             << u"It contains all 50 enabled connection(s), and no others."_s;
    QTest::newRow("disabled") << P{.isEnabled = false} << ExportCount{.rows = 50, .total = 50}
                              << u"It contains all 50 disabled connection(s), and no others."_s;
    QTest::newRow("older list") << P{.endpoint = ConnectionEndpoint::EnabledConnections}
                                << ExportCount{.rows = 50, .total = 50}
                                << u"It contains all 50 connection(s) of the older list."_s;
    QTest::newRow("page") << P{.extent = ExportExtent::OnePage, .pageIndex = 2, .pageSize = 50}
                          << some << u"It contains only page 3: 50 of 1,320 connections."_s;
    QTest::newRow("selection") << P{.extent = ExportExtent::SelectedRows} << some
                               << u"It contains only a selection: 50 of 1,320 connections."_s;
    QTest::newRow("selection without a total")
        << P{.extent = ExportExtent::SelectedRows} << ExportCount{.rows = 50}
        << u"It contains only a selection of 50 connection(s)."_s;
}

void TestSavedViewText::saysWhetherItIsComplete()
{
    QFETCH(ExportProvenance, provenance);
    QFETCH(ExportCount, count);
    QFETCH(QString, expected);
    const SavedView view{.provenance = provenance, .count = count};
    QVERIFY2(savedViewText(view, u"acme"_s).endsWith(u' ' + expected),
             qPrintable(savedViewText(view, u"acme"_s)));
}

void TestSavedViewText::problemIsOneSentence()
{
    using Kind = SavedViewProblem::Kind;
    QCOMPARE(savedViewProblemText({.kind = Kind::Unreadable, .detail = u"No such file"_s}, u"a"_s),
             u"a cannot be read: No such file."_s);
    QCOMPARE(
        savedViewProblemText({.kind = Kind::Damaged, .detail = u"row 3: not an object"_s}, u"a"_s),
        u"a is damaged, or was changed after it was exported: row 3: not an object."_s);
    QVERIFY(savedViewProblemText({.kind = Kind::TooLarge}, u"a"_s).contains("256"_L1));
}

QTEST_GUILESS_MAIN(TestSavedViewText)
#include "tst_savedviewtext.moc"
