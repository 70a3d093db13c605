// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorybar.h"

#include "program/translations.h"
#include "support/demodesk.h"
#include "widgets/controls/findfield.h"

#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! A bar with the actions that the window gives it.
struct Bar {
    explicit Bar(int width)
    {
        sweep.setText(u"Go on with the sweep"_s);
        save.setText(u"Save the inventory as"_s);
        open.setText(u"Open an inventory"_s);
        pause.setText(u"Pause"_s);
        stop.setText(u"Stop"_s);
        bar.resize(width, 60);
        bar.show();
    }
    [[nodiscard]] QLabel &label(const char *name) const { return *child<QLabel>(&bar, name); }
    [[nodiscard]] bool isWhole(const char *name) const
    {
        const QLabel &shown = label(name);
        return shown.isVisible() && shown.width() >= shown.sizeHint().width();
    }
    //! Where the labels of the first row are.
    [[nodiscard]] QList<QRect> places() const
    {
        QList<QRect> places;
        for (const char *name : {"periodLabel", "countsLabel", "completenessLabel"})
            places.append(label(name).isVisible() ? label(name).geometry() : QRect());
        return places;
    }

    QAction sweep, compare, save, open, pause, stop;
    InventoryBar bar{{.sweep = &sweep,
                      .pause = &pause,
                      .stop = &stop,
                      .compare = &compare,
                      .save = &save,
                      .open = &open}};
};

void settleLayout()
{
    for (int pass = 0; pass < 5; ++pass) // each changed width may change the next one
        QCoreApplication::processEvents();
}

} // namespace

class TestInventoryBar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translations.setLanguage(u"en"_s); }
    void init() { failOnUnexpectedWarnings(); }

    void countsAreTheLastToGo();
    void runningSweepShowsItsCounts();
    void aSweepThatIsPausedAtOnceHasAnEmptyBar();
    void actionsGoIntoTheMenuOneAfterAnother();
    void findFieldGetsALineOfItsOwnLast();
    void aLargerFontNeedsMoreRoom();

private:
    Translations m_translations{u"en"_s};
};

void TestInventoryBar::countsAreTheLastToGo()
{
    Bar bar(2000);
    const QDateTime began(QDate(2025, 11, 29), QTime(14, 3), Qt::UTC);
    bar.bar.showInventory(u"acme.eu.auth0.com"_s,
                          {.began = began,
                           .ended = began.addSecs(3600),
                           .counts = {.waiting = 4'936, .read = 64},
                           .isPopulationFrozen = true});
    settleLayout();
    QCOMPARE(bar.label("countsLabel").text(), u"64 of 5,000 organizations read, 4,936 waiting"_s);
    for (const char *name : {"periodLabel", "countsLabel", "completenessLabel"})
        QVERIFY2(bar.isWhole(name), name);
    bool areCountsAlone = false;
    for (int width = 2000; width == bar.bar.width(); width -= 10) {
        bar.bar.resize(width - 10, 60);
        settleLayout();
        const bool hasCounts = bar.isWhole("countsLabel");
        const bool hasPeriod = bar.isWhole("periodLabel");
        QVERIFY2(hasCounts || !hasPeriod, qPrintable(QString::number(width)));
        areCountsAlone = areCountsAlone || (hasCounts && !hasPeriod);
    }
    QVERIFY(areCountsAlone);
    QCOMPARE(bar.label("periodLabel").width(), 0);
    QVERIFY(bar.isWhole("completenessLabel"));
}

//! Not a moving one, nor a full one.
void TestInventoryBar::aSweepThatIsPausedAtOnceHasAnEmptyBar()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({u"no-organization-scope"_s});
    const Sweep *sweep = desk.sweeps().start(desk.session(), {});
    QVERIFY(sweep);
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    Bar bar(1000);
    bar.bar.showSweep(sweep);
    const auto *progress = bar.bar.findChild<QProgressBar *>();
    QCOMPARE_GT(progress->maximum(), 0);
    QCOMPARE(progress->value(), 0);
}

void TestInventoryBar::runningSweepShowsItsCounts()
{
    DemoDesk desk({.organizations = 1200, .latency = std::chrono::milliseconds(20)});
    QVERIFY(desk.open(DemoDesk::Ten));
    const Sweep *sweep = desk.sweeps().start(desk.session(), {});
    QVERIFY(sweep);
    QTRY_VERIFY(sweep->summary().isPopulationFrozen && sweep->summary().counts.read > 0);
    Bar bar(1000);
    bar.bar.showInventory({}, sweep->summary());
    bar.bar.showSweep(sweep);
    settleLayout();
    QVERIFY(bar.isWhole("sweepCountsLabel"));
    QVERIFY(bar.isWhole("periodLabel"));
    QVERIFY(!bar.label("countsLabel").isVisible());
    QVERIFY(bar.label("sweepCountsLabel").text().contains(" of 1,200 organizations read, "_L1));
    const auto places = bar.places();
    bar.bar.showNewRows(2'067);
    settleLayout();
    QCOMPARE(child<QToolButton>(&bar.bar, "newRowsButton")->text(), u"Show 2,067 more rows"_s);
    QCOMPARE(bar.places(), places);
    bar.bar.showNewRows(0);
    settleLayout();
    QCOMPARE(bar.places(), places);
    bar.bar.showSweep(nullptr);
    settleLayout();
    QVERIFY(bar.isWhole("countsLabel"));
    QVERIFY(!bar.label("sweepCountsLabel").isVisible());
}

void TestInventoryBar::actionsGoIntoTheMenuOneAfterAnother()
{
    Bar bar(1400);
    bar.compare.setText(u"Compare with"_s);
    for (QAction *action : {&bar.sweep, &bar.compare, &bar.save, &bar.open})
        action->setObjectName(action->text());
    bar.bar.showInventory({}, {.counts = {.read = 64}, .isPopulationFrozen = true});
    settleLayout();
    const auto buttons = [&bar] {
        QStringList shown;
        for (const QToolButton *button : bar.bar.findChildren<QToolButton *>()) {
            if (button->isVisible() && button->defaultAction())
                shown.append(button->defaultAction()->text());
        }
        return shown;
    };
    auto *more = child<QToolButton>(&bar.bar, "moreButton");
    QCOMPARE(buttons().size(), 4);
    QVERIFY(!more->isVisible());
    qsizetype fewest = 4;
    for (int width = 1400; width == bar.bar.width(); width -= 10) {
        bar.bar.resize(width - 10, 60);
        settleLayout();
        const QStringList shown = buttons();
        QVERIFY(shown.size() <= fewest);
        fewest = shown.size();
        QCOMPARE(shown.constFirst(), u"Go on with the sweep"_s);
        QCOMPARE(more->isVisible(), fewest < 4);
        Q_EMIT more->menu()->aboutToShow();
        QCOMPARE(more->menu()->actions().size(), fewest < 4 ? 4 - fewest : 0);
        for (const QToolButton *button : bar.bar.findChildren<QToolButton *>()) {
            if (!button->isVisible())
                continue;
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
            QVERIFY(
                bar.bar.rect().contains(QRect(button->mapTo(&bar.bar, QPoint()), button->size())));
        }
    }
    QCOMPARE(fewest, 1);
    QVERIFY(bar.isWhole("completenessLabel"));
}

void TestInventoryBar::findFieldGetsALineOfItsOwnLast()
{
    Bar bar(1600);
    bar.compare.setText(u"Compare with"_s);
    auto *find = new FindField(&bar.bar);
    bar.bar.setFindField(*find);
    find->show();
    bar.bar.showInventory({}, {.counts = {.read = 64}, .isPopulationFrozen = true});
    settleLayout();
    const auto isInLine = [&] {
        return find->parentWidget() == child(&bar.bar, "moreButton")->parentWidget();
    };
    QVERIFY(isInLine());
    find->setFocus();
    bool hasMoved = false;
    const auto *more = child<QToolButton>(&bar.bar, "moreButton");
    for (int width = 1600; width == bar.bar.width(); width -= 10) {
        bar.bar.resize(width - 10, 90);
        settleLayout();
        hasMoved = hasMoved || !isInLine();
        QCOMPARE(!isInLine(), hasMoved);
        QVERIFY(!hasMoved || more->isVisible() || bar.label("countsLabel").width() > 0);
        const int needed = find->fontMetrics().horizontalAdvance(find->placeholderText());
        QVERIFY(find->width() > needed);
    }
    QVERIFY(hasMoved);
    bar.bar.resize(1000, 90);
    settleLayout();
    const auto buttons = [&bar, find] {
        QList<QRect> places;
        for (const QToolButton *button : bar.bar.findChildren<QToolButton *>()) {
            if (button->isVisible() && button->parentWidget() != find)
                places.append(button->geometry());
        }
        return places;
    };
    const QList<QRect> before = buttons();
    find->hide(); // the overview has nothing to find
    settleLayout();
    QCOMPARE(buttons(), before);
    bar.bar.resize(1600, 60);
    settleLayout();
    find->show();
    settleLayout();
    QVERIFY(isInLine());
}

//! Also for the texts that are not shown at that moment.
void TestInventoryBar::aLargerFontNeedsMoreRoom()
{
    Bar bar(2000);
    auto *find = new FindField(&bar.bar);
    bar.bar.setFindField(*find);
    bar.bar.setSweepTexts({u"Go on with the sweep"_s, u"Go on with the sweep of the tenant"_s});
    const auto *sweep = bar.bar.findChildren<QToolButton *>().constFirst();
    for (const auto *button : bar.bar.findChildren<QToolButton *>()) {
        if (button->defaultAction() == &bar.sweep)
            sweep = button;
    }
    const auto *newRows = child<QToolButton>(&bar.bar, "newRowsButton");
    const auto widths = [&] {
        return QList{sweep->minimumWidth(), newRows->minimumWidth(), find->minimumWidth()};
    };
    const QList<int> before = widths();
    QCOMPARE_GT(before.constFirst(), sweep->sizeHint().width());
    QFont font = bar.bar.font();
    font.setPointSizeF(font.pointSizeF() * 2);
    bar.bar.setFont(font);
    settleLayout();
    for (int i = 0; i < before.size(); ++i)
        QCOMPARE_GT(widths().at(i), before.at(i));
    QCOMPARE_GT(sweep->minimumWidth(), sweep->sizeHint().width());
}

QTEST_MAIN(TestInventoryBar)
#include "tst_inventorybar.moc"
