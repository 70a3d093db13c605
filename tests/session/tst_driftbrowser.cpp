// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/driftbrowser.h"

#include "support/driftsamples.h"
#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestDriftBrowser final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsTheResult();
    void lastComparisonCounts();
    void problemKeepsTheLastResult();
    void comparesAgainOtherwise();
    void arrangesInAnotherThread();
    void cancelKeepsTheLastResult();
    void theResultKeepsItsFiles();
    void closeDropsAll();
    void saysHowFarItIs();
    void showsWhatWasComparedElsewhere();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    static bool waitForEnd(const DriftBrowser &browser)
    {
        return QTest::qWaitFor([&] { return !browser.isComparing(); }, 10'000);
    }

    InventoryFolder m_folder;
};

//! a and b differ by one link; c is of another tenant.
void TestDriftBrowser::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        Samples::InventoryBuilder builder(path(name), name == "c"_L1 ? u"other"_s : u"acme"_s);
        for (int i = 0; i < 3000; ++i) {
            const qint64 owner = builder.addOrganization({u"org_%1"_s.arg(i), u"n%1"_s.arg(i), {}});
            builder.addLink(owner,
                            {.connectionId = u"con_1"_s,
                             .name = u"okta"_s,
                             .isEnabled = i > 0 || name == "a"_L1});
        }
        QVERIFY(!builder.finish());
    }
}

void TestDriftBrowser::keepsTheResult()
{
    DriftBrowser browser;
    QSignalSpy changed(&browser, &DriftBrowser::changed);
    QVERIFY(!browser.isComparing() && !browser.drift() && !browser.problem());
    browser.compare(path(u"a"_s), path(u"b"_s));
    QVERIFY(browser.isComparing());
    QCOMPARE(changed.size(), 1);
    QVERIFY(waitForEnd(browser));
    QCOMPARE(changed.size(), 2);
    QVERIFY(browser.drift() && !browser.problem());
    QCOMPARE(browser.drift()->counts, (DriftCounts{.same = 2999, .changed = 1}));
    QCOMPARE(browser.percent(), 0);
}

void TestDriftBrowser::lastComparisonCounts()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"b"_s));
    browser.compare(path(u"a"_s), path(u"a"_s));
    QVERIFY(waitForEnd(browser));
    QCOMPARE(browser.drift()->counts, DriftCounts{.same = 3000});
    browser.compare(path(u"a"_s), path(u"c"_s), {.byName = true});
    QCOMPARE(browser.drift()->counts, DriftCounts{.same = 3000}); // until the next one is there
    QVERIFY(waitForEnd(browser));
    QCOMPARE(browser.drift()->counts.changed, 1);
}

void TestDriftBrowser::problemKeepsTheLastResult()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"b"_s));
    QVERIFY(waitForEnd(browser) && browser.drift());
    browser.compare(path(u"a"_s), path(u"c"_s));
    QVERIFY(waitForEnd(browser));
    QCOMPARE(browser.drift()->counts.changed, 1);
    QCOMPARE(browser.problem()->kind, InventoryProblem::Kind::OtherTenant);
    browser.compare(path(u"a"_s), path(u"b"_s));
    QVERIFY(!browser.problem());
    QVERIFY(waitForEnd(browser) && browser.drift());
}

void TestDriftBrowser::comparesAgainOtherwise()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"c"_s));
    QVERIFY(waitForEnd(browser) && !browser.drift());
    browser.compareAgain({.byName = true});
    QVERIFY(waitForEnd(browser) && browser.drift());
    QCOMPARE(browser.drift()->newInventory.tenant, u"other"_s);
    QCOMPARE(browser.drift()->changes.constFirst().after.text, u"false"_s);
    browser.swap();
    QVERIFY(waitForEnd(browser));
    QCOMPARE(browser.drift()->newInventory.tenant, u"acme"_s);
    QCOMPARE(browser.drift()->changes.constFirst().after.text, u"true"_s);
}

void TestDriftBrowser::arrangesInAnotherThread()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"b"_s));
    QVERIFY(waitForEnd(browser));
    QVERIFY(browser.isArranging() && !browser.rows());
    QTRY_VERIFY(browser.rows());
    QCOMPARE(browser.rows()->rows.size(), 1U);
    browser.setOrder({.filter = {.kind = DriftKind::Added}});
    QCOMPARE(browser.rows()->rows.size(), 1U); // until the others are there
    QTRY_COMPARE(browser.rows()->rows.size(), 0U);
    QCOMPARE(browser.rows()->order, browser.order());
    browser.setOrder({.grouping = DriftGrouping::Connection});
    QTRY_COMPARE(browser.rows()->order.grouping, DriftGrouping::Connection);
    browser.setOrder({.grouping = DriftGrouping::Connection, .filter = {.kind = DriftKind::Added}});
    browser.compare(path(u"a"_s), path(u"b"_s));
    QVERIFY(waitForEnd(browser)); // the grouping stays, and a new result is not filtered
    QTRY_VERIFY(browser.rows());
    QCOMPARE(browser.rows()->order, (DriftOrder{.grouping = DriftGrouping::Connection}));
    browser.close();
    QVERIFY(!browser.rows() && !browser.isArranging());
}

void TestDriftBrowser::cancelKeepsTheLastResult()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"b"_s));
    QVERIFY(waitForEnd(browser));
    QTRY_VERIFY(browser.rows());
    browser.compare(path(u"a"_s), path(u"a"_s));
    QSignalSpy changed(&browser, &DriftBrowser::changed);
    browser.cancel();
    browser.cancel();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!browser.isComparing());
    QVERIFY(!changed.wait(300));
    QCOMPARE(browser.drift()->counts.changed, 1);
}

//! A report names the old one, and a swap is that of what is on screen.
void TestDriftBrowser::theResultKeepsItsFiles()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"b"_s));
    QCOMPARE(browser.oldPath(), QString());
    QVERIFY(waitForEnd(browser));
    QCOMPARE(browser.oldPath(), path(u"a"_s));
    browser.compare(path(u"b"_s), path(u"b"_s));
    QCOMPARE(browser.oldPath(), path(u"a"_s));
    browser.cancel();
    QCOMPARE(browser.oldPath(), path(u"a"_s));
    browser.compare(path(u"c"_s), path(u"b"_s));
    QVERIFY(waitForEnd(browser) && browser.problem());
    QCOMPARE(browser.oldPath(), path(u"a"_s));
    browser.swap();
    QVERIFY(waitForEnd(browser) && !browser.problem());
    QCOMPARE(browser.oldPath(), path(u"b"_s));
    QCOMPARE(browser.drift()->changes.constFirst().after.text, u"true"_s);
    browser.show(Samples::eightDifferences());
    QCOMPARE(browser.oldPath(), QString());
    browser.swap();
    QVERIFY(!browser.isComparing());
}

void TestDriftBrowser::closeDropsAll()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"b"_s));
    QVERIFY(waitForEnd(browser));
    QSignalSpy changed(&browser, &DriftBrowser::changed);
    browser.close();
    browser.close();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!browser.drift() && !browser.problem() && !browser.isComparing());
}

//! It never goes back, and there is none without a comparison. A quick one may be over before it is
//! looked at.
void TestDriftBrowser::saysHowFarItIs()
{
    DriftBrowser browser;
    int most = 0;
    for (int i = 0; i < 100 && most == 0; ++i) {
        browser.compare(path(u"a"_s), path(u"b"_s));
        bool goesUp = true;
        while (browser.isComparing()) {
            goesUp = goesUp && browser.percent() >= most;
            most = std::max(most, browser.percent());
            QCoreApplication::processEvents();
        }
        QVERIFY(goesUp);
    }
    QVERIFY2(most > 0 && most <= 100, qPrintable(QString::number(most)));
    QCOMPARE(browser.percent(), 0);
}

void TestDriftBrowser::showsWhatWasComparedElsewhere()
{
    DriftBrowser browser;
    browser.compare(path(u"a"_s), path(u"c"_s));
    QVERIFY(waitForEnd(browser) && browser.problem());
    browser.compare(path(u"a"_s), path(u"b"_s));
    browser.setOrder({.filter = {.kind = DriftKind::Added}});
    QSignalSpy changed(&browser, &DriftBrowser::changed);
    const DriftPtr drift = Samples::eightDifferences();
    browser.show(drift);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(browser.drift(), drift);
    QVERIFY(!browser.isComparing() && !browser.problem());
    QTRY_VERIFY(browser.rows());
    QCOMPARE(browser.rows()->rows.size(), std::size_t(8)); // without the filter
    QTest::qWait(50); // the comparison that it has stopped brings nothing more
    QCOMPARE(browser.drift(), drift);
}

QTEST_GUILESS_MAIN(TestDriftBrowser)
#include "tst_driftbrowser.moc"
