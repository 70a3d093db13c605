// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/listingoverviewview.h"

#include "support/paintedtext.h"
#include "support/windowtesting.h"
#include "widgets/controls/barchart.h"
#include "widgets/controls/theming.h"

#include <QAccessible>
#include <QImage>
#include <QSet>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The overview of one organization's rows, small.
class TestListingOverviewView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init()
    {
        failOnUnexpectedWarnings();
        m_view = std::make_unique<ListingOverviewView>();
        m_view->resize(300, 700);
        m_view->show();
    }
    void cleanup() { QApplication::setPalette({}); }

    void everyFigureIsHeard();
    void enabledAndDisabledAreFilters();
    void aFilterLeavesTheOthersOut();
    void withoutAFilterBarsLeadToRows();
    void otherBarsLeadToTheirRows();
    void thereIsNoChartOfNothing();
    void theKeyboardStays();
    void longHintsHaveTheirOwnLine();
    void allBarsBeginAtOnePlace();
    void barsOfHintsEndWhereOthersDo();
    void aHintIsNearerToItsOwnBar();

private:
    //! Three rows: two enabled ones, and two with hints.
    static ListingOverviewView::Listing listing()
    {
        return {
            .overview =
                {.rows = 3,
                 .enabled = {{.value = FlagChoice::Yes, .ids = {u"1"_s, u"2"_s}},
                             {.value = FlagChoice::No, .ids = {u"3"_s}}},
                 .categories = {{.value = StrategyCategory::Enterprise, .ids = {u"1"_s}},
                                {.value = StrategyCategory::Social, .ids = {u"2"_s, u"3"_s}}},
                 .accessLevels = {{.value = {.word = u"none"_s}, .ids = {u"1"_s, u"3"_s}},
                                  {.value = {.presence = FieldPresence::Null}, .ids = {u"2"_s}}},
                 .hints = {{.value = ConnectionHint::SocialMembership, .ids = {u"2"_s, u"3"_s}},
                           {.value = ConnectionHint::ButtonWithoutMeaning, .ids = {u"1"_s}}}},
            .caption = u"3 connections"_s};
    }
    [[nodiscard]] BarChart &chart(const char *name) const
    {
        return *child<BarChart>(m_view.get(), name);
    }
    [[nodiscard]] BarButton &bar(const char *name, int number) const
    {
        return *chart(name).bars().at(number);
    }
    //! What its label, its number and a bar of the first length take.
    [[nodiscard]] int widthOf(const char *name) const { return bar(name, 0).sizeHint().width(); }
    static QString spoken(BarButton &bar)
    {
        return QAccessible::queryAccessibleInterface(&bar)->text(QAccessible::Name);
    }

    //! What has the accent of a bar, in the coordinates of the view; without its round corners.
    [[nodiscard]] QRect filledPart(BarButton &bar) const
    {
        bar.clearFocus(); // its ring has the accent, too
        const QImage picture = bar.grab().toImage();
        const QRgb accent = bar.palette().color(QPalette::Active, QPalette::Highlight).rgb();
        QRect filled;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) == accent)
                    filled |= QRect(x, y, 1, 1);
            }
        }
        return filled.translated(bar.mapTo(m_view.get(), QPoint()));
    }

    std::unique_ptr<ListingOverviewView> m_view;
};

void TestListingOverviewView::everyFigureIsHeard()
{
    m_view->showListing(listing());
    QCOMPARE(labelText(m_view.get(), "listingOverviewCaption"), u"3 connections"_s);
    QStringList heard;
    for (const char *name : {"enabledChart", "categoryChart", "accessLevelChart", "hintChart"}) {
        heard.append(chart(name).accessibleName());
        for (BarButton *each : chart(name).bars()) {
            heard.append(spoken(*each));
            QCOMPARE(QAccessible::queryAccessibleInterface(each)->role(), QAccessible::Button);
        }
    }
    QCOMPARE(heard,
             (QStringList{
                 u"Enabled or not"_s, u"Enabled: 2 connections"_s, u"Disabled: 1 connection"_s,
                 u"By category"_s, u"Enterprise: 1 connection"_s, u"Social: 2 connections"_s,
                 u"By access level"_s, u"None: 2 connections"_s, u"null: 1 connection"_s,
                 u"Needs attention"_s, u"Membership for any social account (High): 2 connections"_s,
                 u"Hidden button without effect (For information): 1 connection"_s}));
}

void TestListingOverviewView::enabledAndDisabledAreFilters()
{
    m_view->showListing(listing());
    QSignalSpy filters(m_view.get(), &ListingOverviewView::enabledRequested);
    QSignalSpy rows(m_view.get(), &ListingOverviewView::rowsRequested);
    bar("enabledChart", 0).click();
    bar("enabledChart", 1).setFocus();
    QTest::keyClick(&bar("enabledChart", 1), Qt::Key_Return);
    QCOMPARE(filters.size(), 2);
    QCOMPARE(filters.at(0).at(0).toBool(), true);
    QCOMPARE(filters.at(1).at(0).toBool(), false);
    QVERIFY(rows.isEmpty());
}

//! They are not zero: nobody knows how many there are.
void TestListingOverviewView::aFilterLeavesTheOthersOut()
{
    auto filtered = listing();
    filtered.isEnabled = true;
    filtered.overview.enabled = {{.value = FlagChoice::Yes, .ids = {u"1"_s, u"2"_s}},
                                 {.value = FlagChoice::No}};
    m_view->showListing(filtered);
    QCOMPARE(bar("enabledChart", 1).bar().number, u"–"_s);
    QCOMPARE(spoken(bar("enabledChart", 1)), u"Disabled: not listed"_s);
    QVERIFY(bar("enabledChart", 1).isEnabled());
    QVERIFY(child(&chart("enabledChart"), "chartNote")->isVisible());
    filtered.canFilter = false;
    m_view->showListing(filtered);
    QVERIFY(!bar("enabledChart", 1).isEnabled());
    QVERIFY(!child(&chart("enabledChart"), "chartNote")->isVisible());

    auto none = listing();
    none.overview.enabled[1].ids.clear();
    m_view->showListing(none);
    QCOMPARE(spoken(bar("enabledChart", 1)), u"Disabled: 0 connections"_s);
    QVERIFY(!bar("enabledChart", 1).isEnabled());
}

void TestListingOverviewView::withoutAFilterBarsLeadToRows()
{
    auto fixed = listing();
    fixed.canFilter = false;
    m_view->showListing(fixed);
    QSignalSpy filters(m_view.get(), &ListingOverviewView::enabledRequested);
    QSignalSpy rows(m_view.get(), &ListingOverviewView::rowsRequested);
    bar("enabledChart", 0).click();
    QCOMPARE(rows.takeFirst().at(0).toStringList(), (QStringList{u"1"_s, u"2"_s}));
    // The tenant has no filter for what was not sent.
    auto notSent = listing();
    notSent.overview.enabled.append({.value = FlagChoice::NotSent, .ids = {u"4"_s}});
    m_view->showListing(notSent);
    bar("enabledChart", 2).click();
    QCOMPARE(rows.takeFirst().at(0).toStringList(), QStringList{u"4"_s});
    QVERIFY(filters.isEmpty());
}

void TestListingOverviewView::otherBarsLeadToTheirRows()
{
    m_view->showListing(listing());
    QSignalSpy rows(m_view.get(), &ListingOverviewView::rowsRequested);
    bar("categoryChart", 1).click();
    QCOMPARE(rows.takeFirst().at(0).toStringList(), (QStringList{u"2"_s, u"3"_s}));
    bar("accessLevelChart", 1).click();
    QCOMPARE(rows.takeFirst().at(0).toStringList(), QStringList{u"2"_s});
    bar("hintChart", 1).click();
    QCOMPARE(rows.takeFirst().at(0).toStringList(), QStringList{u"1"_s});
}

void TestListingOverviewView::thereIsNoChartOfNothing()
{
    auto older = listing();
    older.overview.enabled.clear();
    older.overview.accessLevels.clear();
    older.overview.hints.clear();
    m_view->showListing(older);
    for (const char *name : {"enabledChart", "accessLevelChart", "hintChart"})
        QVERIFY2(!chart(name).isVisible(), name);
    QVERIFY(chart("categoryChart").isVisible());
    m_view->showListing(listing());
    QVERIFY(chart("hintChart").isVisible());
}

void TestListingOverviewView::theKeyboardStays()
{
    m_view->showListing(listing());
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    BarButton &disabled = bar("enabledChart", 1);
    disabled.setFocus();
    QVERIFY(disabled.hasFocus());
    auto filtered = listing();
    filtered.isEnabled = false;
    filtered.overview.enabled[0].ids.clear();
    m_view->showListing(filtered);
    QVERIFY(bar("enabledChart", 1).hasFocus());
}

//! The pane is narrow, and titles of findings are not.
void TestListingOverviewView::longHintsHaveTheirOwnLine()
{
    m_view->showListing(listing());
    QCoreApplication::processEvents();
    const BarButton &hint = bar("hintChart", 0);
    QVERIFY(hint.height() >= bar("categoryChart", 0).height() + hint.fontMetrics().height() - 1);
    const int room = hint.width() - 2 * FigureButton::Padding;
    QVERIFY(hint.fontMetrics().horizontalAdvance(hint.bar().label) <= room);
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        applyTheme(theme);
        const QImage picture = bar("hintChart", 0).grab().toImage();
        QSet<QRgb> colors;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                colors.insert(picture.pixel(x, y));
        }
        QVERIFY(colors.contains(m_view->palette().color(QPalette::Highlight).rgb()));
        QVERIFY(colors.size() > 3); // the text, too
    }
    applyTheme(Theme::System);
}

//! Whatever their labels are. The endless name of a tenant's own level leaves the others as they
//! are.
void TestListingOverviewView::allBarsBeginAtOnePlace()
{
    m_view->showListing(listing());
    const int width = widthOf("enabledChart");
    QCOMPARE(widthOf("categoryChart"), width);
    QCOMPARE(widthOf("accessLevelChart"), width);
    auto hostile = listing();
    hostile.overview.accessLevels.append({.value = {.word = QString(200, u'W')}, .ids = {u"1"_s}});
    m_view->showListing(hostile);
    const int limited = widthOf("enabledChart");
    QCOMPARE(widthOf("categoryChart"), limited);
    QVERIFY(limited < width + 160);
    QVERIFY(widthOf("accessLevelChart") > 2 * limited);
}

//! The number of a grave hint stands with a word before it.
void TestListingOverviewView::barsOfHintsEndWhereOthersDo()
{
    auto all = listing();
    all.overview.hints[0].ids = {u"1"_s, u"2"_s, u"3"_s};
    m_view->showListing(all);
    QVERIFY(bar("hintChart", 0).bar().number.size() > 1);
    QCoreApplication::processEvents();
    const int end = filledPart(bar("hintChart", 0)).right();
    QCOMPARE(filledPart(bar("enabledChart", 0)).right(), end);
    QCOMPARE(filledPart(bar("accessLevelChart", 0)).right(), end);
    all.overview.hints[0].value = ConnectionHint::ButtonWithoutMeaning;
    all.overview.hints.removeLast();
    m_view->showListing(all); // without such a hint there is room for longer bars
    QCoreApplication::processEvents();
    QCOMPARE_GT(filledPart(bar("enabledChart", 0)).right(), end);
    QCOMPARE(filledPart(bar("enabledChart", 0)).right(), filledPart(bar("hintChart", 0)).right());
}

void TestListingOverviewView::aHintIsNearerToItsOwnBar()
{
    m_view->showListing(listing());
    QCoreApplication::processEvents();
    BarButton &second = bar("hintChart", 1);
    const QRectF label =
        paintedTexts(second).constFirst().place.translated(second.mapTo(m_view.get(), QPoint()));
    const double toOwn = filledPart(second).top() - label.bottom();
    const double toOther = label.top() - filledPart(bar("hintChart", 0)).bottom();
    QCOMPARE_GE(toOwn, 2);
    QCOMPARE_GT(toOther, 2 * toOwn);
}

QTEST_MAIN(TestListingOverviewView)
#include "tst_listingoverviewview.moc"
