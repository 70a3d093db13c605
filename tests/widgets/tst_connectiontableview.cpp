// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/tablefixture.h"
#include "support/windowtesting.h"

#include <QSignalSpy>

//! The table's rows: what of them stays selected, how they are sorted, and which cells are marked.
class ConnectionTableViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void firstRowIsSelectedWhereNothingElseIs();
    void selectionSurvivesByIdWithSortAndFind();
    void severalSelectedSurvive();
    void aPageWithoutRowsDoesNotForget();
    void anotherPageSizeSelectsNoMoreThanBefore();
    void selectionIsToldInTheOrderOnScreen();
    void sortGoesRoundTripByField();
    void changedCellsAreBoldWithADot();
    void aLostSelectionIsKnown();

private:
    using Table = TableFixture;
};

void ConnectionTableViewTest::firstRowIsSelectedWhereNothingElseIs()
{
    Table table;
    QCOMPARE(table.selected(), QStringList{fakeId(0)});
    table.load(10);
    QCOMPARE(table.selected(), QStringList{fakeId(10)});
    QCOMPARE(table.view.currentIndex().row(), 0);
}

void ConnectionTableViewTest::selectionSurvivesByIdWithSortAndFind()
{
    Table table;
    table.view.sortByColumn(int(ConnectionField::Name), Qt::DescendingOrder);
    table.view.filterModel().setFindText(u"connection-"_s);
    table.select({2}); // the third from the end
    const QStringList before = table.selected();
    QCOMPARE(before, QStringList{fakeId(7)});
    table.load(0);
    QCOMPARE(table.selected(), before);
    table.load(5); // the same connections at other places
    QCOMPARE(table.selected(), before);
    table.view.filterModel().setFindText(u"connection-7"_s);
    QCOMPARE(table.selected(), before);
}

void ConnectionTableViewTest::severalSelectedSurvive()
{
    Table table;
    table.select({1, 4, 8});
    const QSignalSpy told(&table.view, &ConnectionTableView::connectionsSelected);
    table.load(0);
    QCOMPARE(table.selected(), (QStringList{fakeId(1), fakeId(4), fakeId(8)}));
    QVERIFY(!told.isEmpty());
    table.load(2); // the first of them is gone
    QCOMPARE(table.selected(), (QStringList{fakeId(4), fakeId(8)}));
}

void ConnectionTableViewTest::aPageWithoutRowsDoesNotForget()
{
    Table table;
    table.select({3});
    table.load(0, 0);
    QCOMPARE(table.selected(), QStringList());
    table.load(0);
    QCOMPARE(table.selected(), QStringList{fakeId(3)});
}

void ConnectionTableViewTest::anotherPageSizeSelectsNoMoreThanBefore()
{
    Table table;
    table.select({3});
    table.load(10);
    table.select({2});
    table.load(0, 20); // both pages in one
    QCOMPARE(table.selected(), QStringList{fakeId(12)});
}

void ConnectionTableViewTest::selectionIsToldInTheOrderOnScreen()
{
    Table table;
    table.select({7, 2});
    QCOMPARE(table.selected(), (QStringList{fakeId(2), fakeId(7)}));
    table.view.sortByColumn(int(ConnectionField::Name), Qt::DescendingOrder);
    QCOMPARE(table.selected(), (QStringList{fakeId(7), fakeId(2)}));
}

void ConnectionTableViewTest::sortGoesRoundTripByField()
{
    Table table;
    QCOMPARE(table.view.saveSort(), QByteArray());
    table.view.sortByColumn(int(ConnectionField::IsEnabled), Qt::DescendingOrder);
    QCOMPARE(table.view.saveSort(), QByteArray("-is_enabled"));
    Table other;
    other.view.restoreSort("-is_enabled");
    QCOMPARE(other.view.filterModel().sortColumn(), int(ConnectionField::IsEnabled));
    QCOMPARE(other.view.filterModel().sortOrder(), Qt::DescendingOrder);
    other.view.restoreSort("what_is_this");
    QCOMPARE(other.view.filterModel().sortColumn(), -1);
}

void ConnectionTableViewTest::changedCellsAreBoldWithADot()
{
    Table table;
    QList<OrganizationConnection> rows = table.model.connections();
    rows[2].strategy = u"samlp"_s;
    const auto cell = [&table](int row) {
        const QRect place = table.view.visualRect(table.view.model()->index(row, 2));
        return table.view.viewport()->grab(place).toImage();
    };
    table.load(0);
    const QImage before = cell(3);
    table.model.setConnections(rows);
    QCOMPARE(cell(3), before);
    const QImage marked = cell(2);
    table.model.setConnections(rows); // the marks go with the next refresh
    QVERIFY(cell(2) != marked);
}

void ConnectionTableViewTest::aLostSelectionIsKnown()
{
    Table table;
    QVERIFY(!table.view.hasLostSelection());
    table.select({1, 4});
    table.load(2);
    QVERIFY(!table.view.hasLostSelection()); // one of them is there
    table.load(5);
    QVERIFY(table.view.hasLostSelection());
    table.load(5);
    QVERIFY(!table.view.hasLostSelection());
    table.load(5, 0);
    QVERIFY(table.view.hasLostSelection());
    table.load(5, 0);
    QVERIFY(!table.view.hasLostSelection());
}

QTEST_MAIN(ConnectionTableViewTest)
#include "tst_connectiontableview.moc"
