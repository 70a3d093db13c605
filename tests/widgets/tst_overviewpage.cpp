// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/overviewpage.h"

#include "support/paintedtext.h"
#include "support/windowtesting.h"
#include "widgets/controls/barchart.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

InventoryFacet bar(const InventoryFacet &facet, qsizetype rows)
{
    InventoryFacet result = facet;
    result.rows = rows;
    return result;
}

//! 3 organizations and 5 links of 4 connections.
InventoryOverview small()
{
    OverviewChart byCount{.list = InventoryList::Organizations,
                          .kind = InventoryFacet::Kind::ConnectionCount};
    for (int count = 0; count <= MostConnectionsCounted; ++count) {
        byCount.bars.append(bar(
            {.kind = byCount.kind, .chosen = {.connectionCount = count}, .connectionCount = count},
            count == 1 || count == 10 ? 2 : 0));
    }
    OverviewChart byStrategy{.list = InventoryList::Connections,
                             .kind = InventoryFacet::Kind::Strategy,
                             .bars = {bar({.kind = InventoryFacet::Kind::Strategy,
                                           .chosen = {.strategy = u"okta"_s},
                                           .word = u"okta"_s},
                                          3),
                                      bar({.kind = InventoryFacet::Kind::Strategy,
                                           .chosen = {.strategy = u"<b>&x\u202e"_s},
                                           .word = u"<b>&x\u202e"_s},
                                          1)},
                             .leftOut = 2};
    OverviewChart byEnabled{.list = InventoryList::Links,
                            .kind = InventoryFacet::Kind::Enabled,
                            .bars = {bar({.kind = InventoryFacet::Kind::Enabled,
                                          .chosen = {.isEnabled = FlagChoice::Yes},
                                          .flag = FlagChoice::Yes},
                                         1204)}};
    return {.organizations = 4,
            .connections = 4,
            .sharedConnections = 1,
            .links = 1204,
            .charts = {byCount, byStrategy, byEnabled}};
}

InventorySummary summaryOf(qsizetype failed)
{
    return {.counts = {.read = 4, .failed = failed}, .isPopulationFrozen = true};
}

} // namespace

class TestOverviewPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        qRegisterMetaType<InventoryList>();
        qRegisterMetaType<InventoryFilter>();
    }
    void init()
    {
        failOnUnexpectedWarnings();
        m_page = std::make_unique<OverviewPage>();
        m_page->resize(900, 700);
        m_page->showOverview(small(), summaryOf(0));
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void saysWhatItCovers();
    void everyNumberIsHeard();
    void tilesLeadToTheirRows();
    void barsLeadToTheirRows();
    void keyboardReachesEveryBar();
    void focusStaysWhenNumbersChange();
    void aChartThatIsGoneLeavesNothing();
    void columnsFollowTheWidth();
    void barsShareOneGrid();
    void barsAreMirroredFromRightToLeft_data();
    void barsAreMirroredFromRightToLeft();
    void chartsStandWhereTheTilesDo();
    void hostileWordsAreShownLiterally();

private:
    [[nodiscard]] QList<BarChart *> charts() const { return m_page->findChildren<BarChart *>(); }
    [[nodiscard]] BarButton *barAt(int chart, int number) const
    {
        return charts().at(chart)->bars().at(number);
    }

    std::unique_ptr<OverviewPage> m_page;
};

void TestOverviewPage::saysWhatItCovers()
{
    QCOMPARE(labelText(m_page.get(), "overviewCoverage"),
             u"Complete: 4 organizations listed, 4 read, 0 failed, 0 gone, 0 waiting."_s);
    QVERIFY(!child(m_page.get(), "overviewNotes")->isVisible());
    m_page->showOverview(small(), summaryOf(2));
    QCOMPARE(labelText(m_page.get(), "overviewCoverage"),
             u"Not complete: 6 organizations listed, 4 read, 2 failed, 0 gone, 0 waiting."_s);
    QVERIFY(child(m_page.get(), "overviewNotes")->isVisible());
    QCOMPARE(labelText(m_page.get(), "overviewNotes"), u"2 organizations could not be read."_s);
}

void TestOverviewPage::everyNumberIsHeard()
{
    QStringList heard;
    for (const FigureButton *figure : m_page->findChildren<FigureButton *>()) {
        auto *interface = QAccessible::queryAccessibleInterface(const_cast<FigureButton *>(figure));
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Button);
        heard.append(interface->text(QAccessible::Name));
    }
    for (const QString &expected :
         {u"Organizations: 4"_s, u"Connections: 4"_s, u"Shared connections: 1"_s, u"Links: 1,204"_s,
          u"None: 0 organizations"_s, u"1: 2 organizations"_s, u"10 or more: 2 organizations"_s,
          u"Okta Workforce: 3 connections"_s, u"Enabled: 1,204 links"_s})
        QVERIFY2(heard.contains(expected), qPrintable(expected + u'\n' + heard.join(u'\n')));
    for (const BarChart *chart : charts())
        QVERIFY(!chart->accessibleName().isEmpty());
    QCOMPARE(labelText(charts().at(1), "chartNote"), u"2 more, each with fewer."_s);
}

void TestOverviewPage::tilesLeadToTheirRows()
{
    QSignalSpy requested(m_page.get(), &OverviewPage::rowsRequested);
    const auto tiles = m_page->findChildren<NumberTile *>();
    QCOMPARE(tiles.size(), 4);
    QTest::mouseClick(tiles.at(2), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).value<InventoryList>(), InventoryList::Connections);
    QCOMPARE(requested.at(0).at(1).value<InventoryFilter>(), InventoryFilter{.isShared = true});
    tiles.at(0)->setFocus();
    QTest::keyClick(tiles.at(0), Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.at(1).at(0).value<InventoryList>(), InventoryList::Organizations);
    QCOMPARE(requested.at(1).at(1).value<InventoryFilter>(), InventoryFilter());
}

void TestOverviewPage::barsLeadToTheirRows()
{
    QSignalSpy requested(m_page.get(), &OverviewPage::rowsRequested);
    QTest::mouseClick(barAt(0, 10), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).value<InventoryList>(), InventoryList::Organizations);
    QCOMPARE(requested.at(0).at(1).value<InventoryFilter>(),
             InventoryFilter{.connectionCount = 10});
    QTest::mouseClick(barAt(0, 0), Qt::LeftButton); // of no rows
    QCOMPARE(requested.size(), 1);
    barAt(1, 0)->setFocus();
    QTest::keyClick(barAt(1, 0), Qt::Key_Space);
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.at(1).at(1).value<InventoryFilter>(),
             InventoryFilter{.strategy = u"okta"_s});
}

//! Tab stops once at each chart; the arrows lead to all bars that have rows.
void TestOverviewPage::keyboardReachesEveryBar()
{
    m_page->focusFirst();
    QStringList stops;
    for (int i = 0; i < 7; ++i) {
        stops.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(stops,
             (QStringList{u"Organizations: 4"_s, u"Connections: 4"_s, u"Shared connections: 1"_s,
                          u"Links: 1,204"_s, u"1: 2 organizations"_s,
                          u"Okta Workforce: 3 connections"_s, u"Enabled: 1,204 links"_s}));
    barAt(0, 1)->setFocus();
    QTest::keyClick(barAt(0, 1), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), barAt(0, 10)); // those between have no rows
    QTest::keyClick(barAt(0, 10), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), barAt(0, 10));
    QTest::keyClick(barAt(0, 10), Qt::Key_Home);
    QCOMPARE(QApplication::focusWidget(), barAt(0, 1));
    QTest::keyClick(barAt(0, 1), Qt::Key_End);
    QCOMPARE(QApplication::focusWidget(), barAt(0, 10));
    QTest::keyClick(barAt(0, 10), Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget(), barAt(0, 1));
}

void TestOverviewPage::focusStaysWhenNumbersChange()
{
    barAt(1, 1)->setFocus();
    InventoryOverview next = small();
    next.charts[1].bars[1].rows = 99;
    m_page->showOverview(next, summaryOf(0));
    QCOMPARE(QApplication::focusWidget(), barAt(1, 1));
    QVERIFY(barAt(1, 1)->accessibleName().endsWith("99 connections"_L1));
}

void TestOverviewPage::aChartThatIsGoneLeavesNothing()
{
    InventoryOverview next = small();
    next.charts.removeFirst();
    m_page->showOverview(next, summaryOf(0));
    QCOMPARE(charts().size(), 2);
    QCOMPARE(labelText(charts().at(0), "chartTitle"), u"Connections by strategy"_s);
    QCOMPARE(charts().at(0)->bars().size(), 2);
    m_page->showOverview({}, summaryOf(0));
    QCOMPARE(charts().size(), 0);
}

void TestOverviewPage::columnsFollowTheWidth()
{
    const auto columns = [&] {
        QSet<int> lefts;
        for (const BarChart *chart : charts())
            lefts.insert(chart->mapTo(m_page.get(), QPoint()).x());
        return lefts.size();
    };
    QTRY_COMPARE(columns(), 2);
    m_page->resize(500, 700);
    QTRY_COMPARE(columns(), 1);
    m_page->resize(1300, 700);
    QTRY_COMPARE(columns(), 3);
    for (const BarChart *chart : charts())
        QVERIFY(chart->isVisible());
}

//! The width that a bar asks for is that of its label, its number and a bar of one length.
void TestOverviewPage::barsShareOneGrid()
{
    QVERIFY(charts().size() > 1);
    const int first = barAt(0, 0)->sizeHint().width();
    for (const BarChart *chart : charts()) {
        for (const BarButton *bar : chart->bars())
            QCOMPARE(bar->sizeHint().width(), first);
    }
}

void TestOverviewPage::barsAreMirroredFromRightToLeft_data()
{
    QTest::addColumn<bool>("isLabelAbove");
    QTest::newRow("label beside the bar") << false;
    QTest::newRow("label above the bar") << true;
}

//! The number must not lie over the bar.
void TestOverviewPage::barsAreMirroredFromRightToLeft()
{
    QFETCH(const bool, isLabelAbove);
    BarButton button;
    button.setBar(
        {.label = u"Social"_s, .number = u"60"_s, .share = 0.5, .isLabelAbove = isLabelAbove});
    button.setWidths(90, 40);
    button.resize(400, button.sizeHint().height());
    button.show();
    // Where label, number and bar begin and end, from where the line begins.
    const auto places = [&button](bool isReversed) {
        QList<std::pair<double, double>> found;
        for (const PaintedText &each : paintedTexts(button)) {
            found.append(isReversed ? std::pair(button.width() - each.place.right(),
                                                button.width() - each.place.left())
                                    : std::pair(each.place.left(), each.place.right()));
        }
        const QImage picture = button.grab().toImage().mirrored(isReversed, false);
        const QRgb color = button.palette().color(QPalette::Active, QPalette::Highlight).rgb();
        QList<int> columns;
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixel(x, y) == color) {
                    columns.append(x);
                    break;
                }
            }
        }
        if (!columns.isEmpty())
            found.append({columns.constFirst(), columns.constLast()});
        return found;
    };
    const auto before = places(false);
    QCOMPARE(before.size(), 3);
    QCOMPARE_GT(before.at(2).second - before.at(2).first, 50);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft); // texts follow it, not the widget's
    const auto reset = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    const auto after = places(true);
    QCOMPARE(after.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QVERIFY2(qAbs(after.at(i).first - before.at(i).first) < 1.5
                     && qAbs(after.at(i).second - before.at(i).second) < 1.5,
                 qPrintable(u"Part %1 is at %2 to %3 instead of %4 to %5"_s.arg(i)
                                .arg(after.at(i).first)
                                .arg(after.at(i).second)
                                .arg(before.at(i).first)
                                .arg(before.at(i).second)));
    }
}

//! Twelve pixels from both edges, as the bars of the window; two columns begin with a tile each.
void TestOverviewPage::chartsStandWhereTheTilesDo()
{
    const auto places = [this](int tile, int chart) {
        const auto *number = m_page->findChildren<NumberTile *>().at(tile);
        const BarButton *bar = barAt(chart, 0);
        return std::pair(number->mapTo(m_page.get(), QPoint()).x(),
                         bar->mapTo(m_page.get(), QPoint(FigureButton::Padding, 0)).x());
    };
    QCOMPARE(places(0, 0), std::pair(12, 12));
    QCOMPARE(places(2, 1).first, places(2, 1).second);
    const QWidget *area = child(m_page.get(), "overviewArea");
    const auto *last = m_page->findChildren<NumberTile *>().constLast();
    const BarButton *right = barAt(1, 0);
    const int end = area->width() - 12;
    QCOMPARE(last->mapTo(m_page.get(), QPoint(last->width(), 0)).x(), end);
    QCOMPARE(right->mapTo(m_page.get(), QPoint(right->width() - FigureButton::Padding, 0)).x(),
             end);
    const QList<PaintedText> texts = paintedTexts(*m_page);
    for (const QString &text : {labelText(m_page.get(), "overviewCoverage"),
                                u"Organizations by number of connections"_s}) {
        const auto found = std::ranges::find(texts, text, &PaintedText::text);
        QVERIFY2(found != texts.end(), qPrintable(text));
        QVERIFY2(qAbs(found->place.left() - 12) < 1.5, qPrintable(text));
    }
}

void TestOverviewPage::hostileWordsAreShownLiterally()
{
    QCOMPARE(barAt(1, 1)->bar().label, u"<b>&x[U+202E]"_s);
    QVERIFY(barAt(1, 1)->toolTip().contains("&lt;b&gt;&amp;x[U+202E]"_L1));
    QVERIFY(barAt(1, 1)->text().isEmpty()); // so that & is no key
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
