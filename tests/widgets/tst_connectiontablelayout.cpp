// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/tablefixture.h"
#include "support/windowtesting.h"

#include <QHeaderView>
#include <QStandardItemModel>

//! Widths, order and hiding of the table's columns: what fits by itself, and what a person has
//! made of it, also the next time.
class ConnectionTableLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void columnsFitTheirContent();
    void longTextsDoNotTakeTheWholeTable();
    void aPersonsWidthIsRespected();
    void aMovedColumnIsRespected();
    void layoutGoesRoundTrip();
    void anUntouchedLayoutIsNotSaved();
    void aRestoredLayoutDoesNotSort();
    void aLayoutThatHidesEverythingIsNone();
    void aLayoutOfOtherColumnsIsNone_data();
    void aLayoutOfOtherColumnsIsNone();

private:
    using Table = TableFixture;
};

void ConnectionTableLayoutTest::columnsFitTheirContent()
{
    Table table;
    table.view.fitColumns();
    const QHeaderView *header = table.view.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
        QVERIFY(header->sectionSize(column)
                >= table.view.sizeHintForIndex(table.view.model()->index(0, column)).width());
    }
}

void ConnectionTableLayoutTest::longTextsDoNotTakeTheWholeTable()
{
    Table table;
    OrganizationConnection connection = fakeRow(0);
    connection.name = QString(4000, u'W');
    table.model.setConnections({connection});
    table.view.fitColumns();
    QVERIFY(table.view.columnWidth(int(ConnectionField::Name)) < 400);
}

void ConnectionTableLayoutTest::aPersonsWidthIsRespected()
{
    Table table;
    table.view.fitColumns();
    table.view.setColumnWidth(1, 123);
    table.load(10);
    table.view.fitColumns();
    QCOMPARE(table.view.columnWidth(1), 123);
}

void ConnectionTableLayoutTest::aMovedColumnIsRespected()
{
    Table table;
    table.view.horizontalHeader()->moveSection(8, 0);
    const QByteArray layout = table.view.saveLayout();
    QVERIFY(!layout.isEmpty());
    Table other;
    other.view.restoreLayout(layout);
    QCOMPARE(other.view.horizontalHeader()->logicalIndex(0), 8);
}

void ConnectionTableLayoutTest::layoutGoesRoundTrip()
{
    Table table;
    table.view.fitColumns();
    table.view.setColumnWidth(0, 211);
    table.view.horizontalHeader()->moveSection(3, 1);
    Table other;
    other.view.restoreLayout(table.view.saveLayout());
    other.view.fitColumns(); // does nothing any more
    const QHeaderView *before = table.view.horizontalHeader();
    const QHeaderView *after = other.view.horizontalHeader();
    for (int column = 0; column < before->count(); ++column) {
        QCOMPARE(after->sectionSize(column), before->sectionSize(column));
        QCOMPARE(after->visualIndex(column), before->visualIndex(column));
    }
    QCOMPARE(other.view.saveLayout().isEmpty(), false);
    QVERIFY(after->isSortIndicatorClearable());
    QVERIFY(after->sectionsMovable());
}

void ConnectionTableLayoutTest::anUntouchedLayoutIsNotSaved()
{
    Table table;
    table.view.fitColumns();
    table.load(10);
    QVERIFY(table.view.saveLayout().isEmpty()); // so that it still fits next time
    table.view.restoreLayout({});
    QVERIFY(table.view.saveLayout().isEmpty());
    table.view.restoreLayout("nonsense");
    QVERIFY(table.view.saveLayout().isEmpty());
}

void ConnectionTableLayoutTest::aRestoredLayoutDoesNotSort()
{
    Table table;
    table.view.setColumnWidth(0, 200);
    table.view.sortByColumn(0, Qt::DescendingOrder);
    Table other;
    other.view.restoreLayout(table.view.saveLayout());
    QCOMPARE(other.view.filterModel().sortColumn(), -1);
    QCOMPARE(other.view.model()->index(0, 0).data().toString(), u"connection-0"_s);
}

void ConnectionTableLayoutTest::aLayoutThatHidesEverythingIsNone()
{
    Table table;
    for (int column = 0; column < table.view.model()->columnCount(); ++column)
        table.view.setColumnHidden(column, true);
    Table other;
    other.view.restoreLayout(table.view.saveLayout());
    for (int column = 0; column < other.view.model()->columnCount(); ++column)
        QVERIFY(!other.view.isColumnHidden(column));
    QVERIFY(other.view.saveLayout().isEmpty());
    table.view.setColumnHidden(3, false); // all but one: it is a layout, but the name stays
    other.view.restoreLayout(table.view.saveLayout());
    QVERIFY(!other.view.isColumnHidden(int(ConnectionTableView::LastingColumn)));
    QVERIFY(!other.view.isColumnHidden(3));
    QVERIFY(other.view.isColumnHidden(1));
}

void ConnectionTableLayoutTest::aLayoutOfOtherColumnsIsNone_data()
{
    QTest::addColumn<int>("columns");
    QTest::newRow("fewer") << int(AllConnectionFields.size()) - 1;
    QTest::newRow("more") << int(AllConnectionFields.size()) + 1;
}

void ConnectionTableLayoutTest::aLayoutOfOtherColumnsIsNone()
{
    QFETCH(const int, columns);
    QStandardItemModel model(1, columns);
    QHeaderView header(Qt::Horizontal);
    header.setModel(&model);
    header.moveSection(3, 0);
    header.hideSection(2);
    Table table;
    table.view.restoreLayout(QByteArray::number(columns) + ':' + header.saveState());
    QCOMPARE(table.view.horizontalHeader()->count(), int(AllConnectionFields.size()));
    QCOMPARE(table.view.horizontalHeader()->visualIndex(3), 3);
    QVERIFY(!table.view.isColumnHidden(2));
    QVERIFY(table.view.saveLayout().isEmpty());
}

QTEST_MAIN(ConnectionTableLayoutTest)
#include "tst_connectiontablelayout.moc"
