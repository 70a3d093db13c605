// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"
#include "support/demodesk.h"
#include "widgets/table/sortmenu.h"
#include "widgets/window/windowactions.h"

#include <QHeaderView>
#include <QMenuBar>
#include <QStandardItemModel>
#include <QTableView>

#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! A menu that opens with its table, and its entries with a mark before those that are checked.
QStringList entries(SortMenu &menu)
{
    Q_EMIT menu.aboutToShow();
    QStringList texts;
    for (const QAction *action : menu.actions())
        texts.append(action->isSeparator() ? u"-"_s
                                           : (action->isChecked() ? u"*"_s : QString())
                             + (action->isEnabled() ? QString() : u"!"_s) + plainText(*action));
    return texts;
}

void choose(SortMenu &menu, const QString &text)
{
    Q_EMIT menu.aboutToShow();
    for (QAction *action : menu.actions()) {
        if (plainText(*action) == text)
            return action->trigger();
    }
    QFAIL(qPrintable(text));
}

} // namespace

class TestSortMenu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void offersTheColumnsOnScreen();
    void tellsWhatWasChosen();
    void isEmptyWithoutATable();
    void doesNotSortAnotherTable();
    void sortsTheRowsOfAnOrganization();
    void cannotBeOpenedWithoutRows();
};

void TestSortMenu::offersTheColumnsOnScreen()
{
    QStandardItemModel model(2, 4);
    model.setHorizontalHeaderLabels({u"A"_s, u"B & C"_s, u"D"_s, u"E"_s});
    QTableView table;
    table.setModel(&model);
    table.horizontalHeader()->moveSection(3, 0);
    table.hideColumn(2);
    table.horizontalHeader()->setSortIndicatorShown(true);
    table.horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
    SortMenu menu([&table] { return &table; });
    const QStringList columns{u"E"_s, u"A"_s, u"*B & C"_s};
    const QStringList orders{u"-"_s, u"Ascending"_s, u"*Descending"_s};
    QCOMPARE(entries(menu), columns + orders);
    QCOMPARE(entries(menu), columns + orders); // not a second time

    table.horizontalHeader()->setSortIndicatorClearable(true);
    QCOMPARE(entries(menu), columns + QStringList(u"Not sorted"_s) + orders);
    table.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    QCOMPARE(entries(menu),
             (QStringList{u"E"_s, u"A"_s, u"B & C"_s, u"*Not sorted"_s, u"-"_s, u"!Ascending"_s,
                          u"!Descending"_s}));
}

void TestSortMenu::tellsWhatWasChosen()
{
    QStandardItemModel model(2, 2);
    model.setHorizontalHeaderLabels({u"A"_s, u"B"_s});
    QTableView table;
    table.setModel(&model);
    table.horizontalHeader()->setSortIndicatorClearable(true);
    table.horizontalHeader()->setSortIndicatorShown(true);
    table.horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
    SortMenu menu([&table] { return &table; });
    QSignalSpy chosen(&menu, &SortMenu::orderChosen);
    const auto last = [&chosen] {
        const QVariantList call = chosen.takeLast();
        return std::pair(call.at(0).toInt(), call.at(1).value<Qt::SortOrder>());
    };
    choose(menu, u"A"_s);
    QCOMPARE(last(), std::pair(0, Qt::AscendingOrder));
    choose(menu, u"Ascending"_s);
    QCOMPARE(last(), std::pair(1, Qt::AscendingOrder));
    choose(menu, u"Not sorted"_s);
    QCOMPARE(last().first, -1);
}

void TestSortMenu::isEmptyWithoutATable()
{
    SortMenu menu([] { return nullptr; });
    QVERIFY(entries(menu).isEmpty());
}

//! The window shows another place before an entry is chosen.
void TestSortMenu::doesNotSortAnotherTable()
{
    QStandardItemModel three(2, 3);
    three.setHorizontalHeaderLabels({u"A"_s, u"B"_s, u"C"_s});
    QTableView before;
    before.setModel(&three);
    before.horizontalHeader()->setSortIndicatorClearable(true);
    before.horizontalHeader()->setSortIndicatorShown(true);
    before.horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    QStandardItemModel two(2, 2);
    two.setHorizontalHeaderLabels({u"A"_s, u"D"_s});
    QTableView after;
    after.setModel(&two);
    const QTableView *onScreen = &before;
    SortMenu menu([&onScreen] { return onScreen; });
    QSignalSpy chosen(&menu, &SortMenu::orderChosen);
    Q_EMIT menu.aboutToShow();
    const QList<QAction *> offered = menu.actions();
    onScreen = &after;
    for (QAction *entry : offered)
        entry->trigger();
    QCOMPARE(chosen.size(), 1); // A, which both have
    QCOMPARE(chosen.at(0).at(0).toInt(), 0);
    onScreen = nullptr;
    for (QAction *entry : offered)
        entry->trigger();
    QCOMPARE(chosen.size(), 1);
}

void TestSortMenu::sortsTheRowsOfAnOrganization()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto &menu = *child<SortMenu>(&desk.window(), "sortMenu");
    QVERIFY(menu.menuAction()->isEnabled());
    QVERIFY(entries(menu).contains(u"*Not sorted"_s));
    choose(menu, u"Strategy"_s);
    const auto &rows = desk.table().filterModel();
    QCOMPARE(rows.sortColumn(), int(ConnectionField::Strategy));
    QCOMPARE(rows.sortOrder(), Qt::AscendingOrder);
    choose(menu, u"Descending"_s);
    QCOMPARE(rows.sortColumn(), int(ConnectionField::Strategy));
    QCOMPARE(rows.sortOrder(), Qt::DescendingOrder);
    choose(menu, u"Not sorted"_s);
    QCOMPARE(rows.sortColumn(), -1);
}

void TestSortMenu::cannotBeOpenedWithoutRows()
{
    DemoDesk desk;
    const auto &menu = *child<SortMenu>(&desk.window(), "sortMenu");
    QVERIFY(!menu.menuAction()->isEnabled());
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(menu.menuAction()->isEnabled());
    QVERIFY(desk.open(DemoDesk::None));
    QVERIFY(!menu.menuAction()->isEnabled());
}

QTEST_MAIN(TestSortMenu)
#include "tst_sortmenu.moc"
