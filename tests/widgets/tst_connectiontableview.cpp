// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/cellrole.h"
#include "program/translations.h"
#include "support/paintedtext.h"
#include "support/tablefixture.h"
#include "support/windowtesting.h"
#include "widgets/controls/theming.h"
#include "widgets/table/celldelegate.h"

#include <QHeaderView>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>

#include <algorithm>
#include <cmath>

namespace {

constexpr bool isHiddenAtFirst(int column)
{
    using enum ConnectionField;
    return column == int(OrganizationConnectionName) || column == int(OrganizationMemberAccessLevel)
        || column == int(ConnectionId);
}

//! The layout that version 0.1.0, with nine columns, saved: the name is 211 pixels wide, the ID is
//! 133 pixels wide and first, the button is hidden.
constexpr auto MovedLayoutOf010 =
    "OToAAAD/AAAAAAAAAAEAAAAA/////wEAAAAJAAAAAQAAAAIAAAADAAAABAAAAAUAAAAGAAAABwAAAAgAAAAAAAAA"
    "CQAAAAgAAAAAAAAAAQAAAAIAAAADAAAABAAAAAUAAAAGAAAABwAAAAmAAAAAAAEAAAAGAAAAmQAABGgAAAAJAQEA"
    "AAAAAAAAAAAAAAAAAGT/////AAAAhAAAAAAAAAAJAAAAhQAAAAEAAAAAAAAA0wAAAAEAAAAAAAAAuAAAAAEAAAAA"
    "AAAAbwAAAAEAAAAAAAAAXgAAAAEAAAAAAAAAegAAAAEAAAAAAAAAtgAAAAEAAAAAAAAAAAAAAAEAAAAAAAAAWwAA"
    "AAEAAAAAAAAD6AAAAAAAAAAAAQ==";
//! The same, but only the name has another width.
constexpr auto WideLayoutOf010 =
    "OToAAAD/AAAAAAAAAAEAAAAA/////wEAAAAAAAAAAAAAAAAAAAAAAAAFHgAAAAkBAQAAAAAAAAAAAAAAAAAAZP//"
    "//8AAACEAAAAAAAAAAkAAADTAAAAAQAAAAAAAAC4AAAAAQAAAAAAAABvAAAAAQAAAAAAAABeAAAAAQAAAAAAAAB6"
    "AAAAAQAAAAAAAAC2AAAAAQAAAAAAAACZAAAAAQAAAAAAAABbAAAAAQAAAAAAAACiAAAAAQAAAAAAAAPoAAAAAAAA"
    "AAAB";

} // namespace

//! Selection, sorting and marks of the rows; widths, order and visibility of the columns.
class TestConnectionTableView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); } // for its paddings
    void init() { failOnUnexpectedWarnings(); }

    void firstRowIsSelectedByDefault();
    void selectionSurvivesByIdWithSortAndFind();
    void severalSelectedRowsSurvive();
    void newRowsAreAnnouncedOnce();
    void anEmptyPageKeepsTheSelection();
    void anotherPageSizeSelectsNoMoreThanBefore();
    void selectedConnectionsAreInTheOrderOnScreen();
    void sortIsSavedAndRestoredByField();
    void sortingScrollsToTheCurrentRow();
    void aBarBelowDoesNotHideTheCurrentRow();
    void changedCellsAreBoldWithADot();
    void aLostSelectionIsReported();

    void sortedHeadsAreWhole_data();
    void sortedHeadsAreWhole();
    void everyHeadAndUsualWordIsWhole();
    void allColumnsFitAndReachTheEdge_data();
    void allColumnsFitAndReachTheEdge();
    void noColumnMovesWithTheRows();
    void filteringLeavesTheColumnsAlone();
    void columnsShareWhatIsLeft();
    void columnFiltersBeginWithTheTexts();
    void textsStandAtTheEdgeOfTheBars_data();
    void textsStandAtTheEdgeOfTheBars();
    void theRowWithTheFocusHasItsLines();
    void keysToTheEndsSelect();
    void theFocusIsSeenWithoutRows();
    void theBarsOfSelectedRowsAreOne();
    void aHiddenColumnSaysThatItWasFound();
    void sortingMovesNoColumnAndCutsNoHead();
    void aColumnWithoutValuesTakesNoRoom();
    void theNameStaysInSight_data();
    void theNameStaysInSight();
    void theMouseFindsThePinnedName();
    void theKeyboardShowsWhatThePinnedNameHides();
    void aChangedWidthIsKept();
    void aMovedColumnIsKept();
    void layoutIsSavedAndRestored();
    void aDefaultLayoutIsNotSaved();
    void aRestoredLayoutDoesNotSort();
    void aLayoutThatHidesEverythingIsIgnored();
    void columnsStandInTheirOrderOnScreen();
    void aLayoutOfTheVersionBeforeIsRestored();
    void aNewColumnHasItsPlaceInALayoutWithoutMoves();
    void aLayoutOfFewerColumnsIsRestored();
    void aLayoutOfOtherColumnsIsIgnored_data();
    void aLayoutOfOtherColumnsIsIgnored();

private:
    using Table = TableFixture;

    static QList<ConnectionField> order(const Table &table)
    {
        QList<ConnectionField> fields;
        const QHeaderView *header = table.view.horizontalHeader();
        for (int position = 0; position < header->count(); ++position)
            fields.append(ConnectionField(header->logicalIndex(position)));
        return fields;
    }
    //! The fourth column is first, and the third is hidden.
    static QByteArray layoutOf(int columns)
    {
        QStandardItemModel model(1, columns);
        QHeaderView header(Qt::Horizontal);
        header.setModel(&model);
        header.moveSection(3, 0);
        header.hideSection(2);
        return QByteArray::number(columns) + ':' + header.saveState();
    }
};

void TestConnectionTableView::firstRowIsSelectedByDefault()
{
    Table table;
    QCOMPARE(table.selected(), QStringList{fakeId(0)});
    table.load(10);
    QCOMPARE(table.selected(), QStringList{fakeId(10)});
    QCOMPARE(table.view.currentIndex().row(), 0);
}

void TestConnectionTableView::selectionSurvivesByIdWithSortAndFind()
{
    Table table;
    table.view.sortByColumn(int(ConnectionField::Name), Qt::DescendingOrder);
    table.view.filterModel().setFindText(u"connection-"_s);
    table.select({2}); // the third from the end
    const QStringList before = table.selected();
    QCOMPARE(before, QStringList{fakeId(7)});
    table.load(0);
    QCOMPARE(table.selected(), before);
    table.load(5); // some of the same connections, in other rows
    QCOMPARE(table.selected(), before);
    table.view.filterModel().setFindText(u"connection-7"_s);
    QCOMPARE(table.selected(), before);
}

void TestConnectionTableView::severalSelectedRowsSurvive()
{
    Table table;
    table.select({1, 4, 8});
    const QSignalSpy selected(&table.view, &ConnectionTableView::connectionsSelected);
    table.load(0);
    QCOMPARE(table.selected(), (QStringList{fakeId(1), fakeId(4), fakeId(8)}));
    QVERIFY(!selected.isEmpty());
    table.load(2); // the first of them is gone
    QCOMPARE(table.selected(), (QStringList{fakeId(4), fakeId(8)}));
}

//! Everything about a row is built anew at each announcement, also when its id is still selected.
void TestConnectionTableView::newRowsAreAnnouncedOnce()
{
    Table table;
    table.select({3});
    QSignalSpy announced(&table.view, &ConnectionTableView::connectionsSelected);
    const auto load = [&](int first, int count = 10) {
        announced.clear();
        table.load(first, count);
        return announced.size();
    };
    QCOMPARE(load(20), 1); // another page
    QCOMPARE(load(0), 1); // back, where another row was selected
    QCOMPARE(table.selected(), QStringList{fakeId(3)});
    QCOMPARE(load(0), 1); // the same page
    QCOMPARE(load(0, 0), 1);
    QCOMPARE(load(0), 1);
    table.view.clearSelection();
    QCOMPARE(load(20), 1);
    QCOMPARE(table.selected(), QStringList());
}

void TestConnectionTableView::anEmptyPageKeepsTheSelection()
{
    Table table;
    table.select({3});
    table.load(0, 0);
    QCOMPARE(table.selected(), QStringList());
    table.load(0);
    QCOMPARE(table.selected(), QStringList{fakeId(3)});
}

void TestConnectionTableView::anotherPageSizeSelectsNoMoreThanBefore()
{
    Table table;
    table.select({3});
    table.load(10);
    table.select({2});
    table.load(0, 20); // both pages in one
    QCOMPARE(table.selected(), QStringList{fakeId(12)});
}

void TestConnectionTableView::selectedConnectionsAreInTheOrderOnScreen()
{
    Table table;
    table.select({7, 2});
    QCOMPARE(table.selected(), (QStringList{fakeId(2), fakeId(7)}));
    table.view.sortByColumn(int(ConnectionField::Name), Qt::DescendingOrder);
    QCOMPARE(table.selected(), (QStringList{fakeId(7), fakeId(2)}));
}

void TestConnectionTableView::sortIsSavedAndRestoredByField()
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

void TestConnectionTableView::sortingScrollsToTheCurrentRow()
{
    Table table;
    table.load(0, 100);
    table.view.selectRow(0);
    QVERIFY(table.view.verticalScrollBar()->maximum() > 50);
    const auto isInSight = [&table] {
        return table.view.viewport()->rect().contains(
            table.view.visualRect(table.view.currentIndex()));
    };
    for (const auto order : {Qt::DescendingOrder, Qt::AscendingOrder, Qt::DescendingOrder}) {
        table.view.sortByColumn(int(ConnectionField::ConnectionId), order);
        QCOMPARE(table.selected(), QStringList{fakeId(0)});
        QVERIFY(isInSight());
    }
    table.view.sortByColumn(-1, Qt::AscendingOrder); // the server's order
    QVERIFY(isInSight());
}

void TestConnectionTableView::aBarBelowDoesNotHideTheCurrentRow()
{
    Table table;
    table.load(0, 100);
    const auto isInSight = [&table] {
        return table.view.viewport()->rect().contains(
            table.view.visualRect(table.view.currentIndex()));
    };
    const int last = table.view.rowAt(table.view.viewport()->height() - 1) - 1;
    QVERIFY(last > 2);
    table.view.selectRow(last);
    QVERIFY(isInSight());
    table.view.resize(table.view.width(), table.view.height() - 40);
    QVERIFY(isInSight());
    // One that was out of sight stays there: nobody looked at it.
    table.view.verticalScrollBar()->setValue(table.view.verticalScrollBar()->maximum());
    QVERIFY(!isInSight());
    const int place = table.view.verticalScrollBar()->value();
    table.view.resize(table.view.width(), table.view.height() - 20);
    QVERIFY(!isInSight());
    QCOMPARE_GE(table.view.verticalScrollBar()->value(), place);
}

void TestConnectionTableView::changedCellsAreBoldWithADot()
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
    table.model.setConnections(rows); // the next refresh removes the marks
    QVERIFY(cell(2) != marked);
}

void TestConnectionTableView::aLostSelectionIsReported()
{
    Table table;
    QVERIFY(!table.view.hasLostSelection());
    table.select({1, 4});
    table.load(2);
    QVERIFY(!table.view.hasLostSelection()); // one of them is still there
    table.load(5);
    QVERIFY(table.view.hasLostSelection());
    table.load(5);
    QVERIFY(!table.view.hasLostSelection());
    table.load(5, 0);
    QVERIFY(table.view.hasLostSelection());
    table.load(5, 0);
    QVERIFY(!table.view.hasLostSelection());
}

void TestConnectionTableView::sortedHeadsAreWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("French") << u"fr"_s;
}

void TestConnectionTableView::sortedHeadsAreWhole()
{
    QFETCH(const QString, language);
    const Translations translations(language);
    Table table;
    table.load(5);
    for (const ConnectionField field : TableColumns)
        table.view.setColumnShown(field, true);
    QHeaderView *header = table.view.horizontalHeader();
    for (const int width : {780, 1800}) {
        table.view.resize(width, 300);
        for (const ConnectionField field : TableColumns) {
            table.view.sortByColumn(int(field), Qt::DescendingOrder);
            QCoreApplication::processEvents();
            for (const PaintedText &painted : paintedTexts(*header))
                QVERIFY2(!painted.text.contains(u'…'), qPrintable(painted.text));
        }
    }
}

void TestConnectionTableView::everyHeadAndUsualWordIsWhole()
{
    Table table;
    table.view.resize(780, 300);
    const QHeaderView *header = table.view.horizontalHeader();
    const auto check = [&](int column) {
        QCOMPARE_GE(header->sectionSize(column), header->sectionSizeHint(column));
        for (int row = 0; row < table.view.model()->rowCount(); ++row) {
            const QModelIndex cell = table.view.model()->index(row, column);
            QCOMPARE_GE(header->sectionSize(column), table.view.sizeHintForIndex(cell).width());
        }
    };
    OrganizationConnection row = Table::fullRow(0);
    QList<OrganizationConnection> rows;
    for (const char *level : {"none", "readonly", "limited", "full"}) {
        row.organizationAccessLevel = QString::fromLatin1(level);
        row.organizationMemberAccessLevel = row.organizationAccessLevel;
        rows.append(row);
    }
    for (const bool isSet : {false, true}) {
        row.isEnabled = row.assignMembershipOnLogin = row.isSignupEnabled = row.showAsButton =
            isSet;
        for (const char *strategy :
             {"auth0", "okta", "google-apps", "email", "waad", "ad", "custom", "oidc", "sms"}) {
            row.strategy = QString::fromLatin1(strategy);
            rows.append(row);
        }
    }
    table.model.setConnections(rows);
    for (int column = 0; column < header->count(); ++column) {
        if (!header->isSectionHidden(column))
            check(column);
    }
    for (const ConnectionField field :
         {ConnectionField::OrganizationMemberAccessLevel, ConnectionField::ConnectionId}) {
        table.view.setColumnShown(field, true);
        check(int(field));
    }
}

void TestConnectionTableView::allColumnsFitAndReachTheEdge_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {740, 780, 1000, 1600, 2300})
        QTest::addRow("%d", width) << width;
}

//! Of a window of 1280 pixels the table has 780.
void TestConnectionTableView::allColumnsFitAndReachTheEdge()
{
    QFETCH(const int, width);
    Table table;
    for (const int rows : {5, 100}) { // without a vertical scroll bar, and with one
        table.load(0, rows);
        table.view.resize(width, 300);
        QCoreApplication::processEvents();
        QVERIFY(!table.view.horizontalScrollBar()->isVisible());
        QCOMPARE(table.view.horizontalHeader()->length(), table.view.viewport()->width());
    }
}

void TestConnectionTableView::noColumnMovesWithTheRows()
{
    Table table;
    table.view.resize(780, 300);
    const auto places = [&table] {
        QCoreApplication::processEvents();
        QList<int> all;
        for (const ConnectionField field : TableColumns) {
            if (!isHiddenAtFirst(int(field)))
                all.append(table.view.columnViewportPosition(int(field)));
        }
        return all;
    };
    const QList<int> before = places();
    table.load(10, 1);
    QCOMPARE(places(), before);
    table.load(0, 100); // with a scroll bar
    QCOMPARE(places(), before);
    OrganizationConnection connection = Table::fullRow(0);
    connection.name = QString(4000, u'W');
    connection.strategy = QString(4000, u'W');
    connection.organizationAccessLevel = QString(4000, u'W');
    table.model.setConnections({connection});
    QCOMPARE(places(), before);
}

//! The filter reports a change of layout, in which the header looks at its sections anew.
void TestConnectionTableView::filteringLeavesTheColumnsAlone()
{
    Table table;
    table.view.resize(780, 300);
    const auto look = [&table] {
        QCoreApplication::processEvents();
        QCOMPARE(table.view.horizontalHeader()->length(), table.view.viewport()->width());
        QVERIFY(!table.view.horizontalScrollBar()->isVisible());
    };
    look();
    for (const QString &text : {u"connection-7"_s, u"nothing has this"_s, QString()}) {
        table.view.filterModel().setFindText(text);
        look();
    }
    table.view.filterModel().setFindText(u"connection-3"_s);
    table.load(3, 4);
    look();
    table.load(0);
    look();
    table.view.filterModel().setFindText({});
    look();
    QVERIFY(table.view.saveLayout().isEmpty());
    for (const bool isShown : {false, true, false}) {
        table.view.setColumnShown(ConnectionField::Strategy, isShown);
        look();
    }
}

//! In proportion, so that a row can be read across a wide window.
void TestConnectionTableView::columnsShareWhatIsLeft()
{
    using enum ConnectionField;
    Table table;
    const auto width = [&table](int of, ConnectionField field) {
        table.view.resize(of, 300);
        QCoreApplication::processEvents();
        return table.view.columnWidth(int(field));
    };
    for (const ConnectionField field :
         {Name, Strategy, IsEnabled, OrganizationAccessLevel, IsSignupEnabled}) {
        const double growth = double(width(1600, field)) / width(1100, field);
        QVERIFY2(growth > 1.4 && growth < 1.5, qPrintable(QString::number(growth)));
    }
    const auto longName =
        cellWidth(table.view, u"Username-Password-Authentication"_s, CellLook::Signed)
        + edgePadding(table.view);
    QCOMPARE_GE(width(780, Name), longName);
    QVERIFY(width(700, Name) < longName);
    QCOMPARE(width(700, Strategy), width(720, Strategy)); // the name gives way first
}

//! Not at the edge of the column, where no text stands; from right to left the same, mirrored.
void TestConnectionTableView::columnFiltersBeginWithTheTexts()
{
    Table table;
    table.view.resize(1000, 300);
    table.load(2);
    table.view.setColumnFiltersShown(true);
    QCoreApplication::processEvents();
    QHeaderView *header = table.view.horizontalHeader();
    const auto fieldPlace = [&](int column) {
        const auto *field = child<QWidget>(header, qPrintable(u"columnFilter%1"_s.arg(column)));
        return QRect(field->mapTo(&table.view, QPoint(0, 0)), field->size());
    };
    const QList<PaintedText> texts = paintedTexts(table.view);
    QHash<int, QRect> places;
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        const QString title = header->model()->headerData(column, Qt::Horizontal).toString();
        const auto text = std::ranges::find(texts, title, &PaintedText::text);
        QVERIFY2(text != texts.end(), qPrintable(title));
        const QRect place = fieldPlace(column);
        QVERIFY2(std::abs(place.left() - text->place.left()) <= 2, qPrintable(title));
        places.insert(column, place);
    }
    QCOMPARE(places.size(), 7);
    table.view.setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::processEvents();
    for (const auto &[column, place] : places.asKeyValueRange())
        QCOMPARE(fieldPlace(column), QStyle::visualRect(Qt::RightToLeft, table.view.rect(), place));
}

void TestConnectionTableView::textsStandAtTheEdgeOfTheBars_data()
{
    theNameStaysInSight_data();
}

//! 12 pixels from the edge, as in the bars above and below: the head and the dot of a name.
void TestConnectionTableView::textsStandAtTheEdgeOfTheBars()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QGuiApplication::setLayoutDirection(direction); // heads are painted in that of the program
    const auto reset = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    Table table;
    table.view.resize(800, 300);
    QList<OrganizationConnection> rows{Table::fullRow(0), Table::fullRow(1)};
    rows[1].isEnabled = false; // with values that wait: a dot
    rows[1].showAsButton = true;
    rows[1].strategy = u"okta"_s;
    table.model.setConnections(rows);
    table.view.clearSelection();
    QVERIFY(!table.view.model()->index(1, 0).data(HintsRole).toStringList().isEmpty());
    const auto firstInk = [direction](QImage image) {
        image = image.mirrored(direction == Qt::RightToLeft, false);
        const QRgb ground = image.pixel(1, image.height() / 2);
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 3; y < image.height() - 3; ++y) {
                if (image.pixel(x, y) != ground)
                    return x;
            }
        }
        return -1;
    };
    const QRect cell = table.view.visualRect(table.view.model()->index(1, 0));
    const int dot = firstInk(table.view.viewport()->grab(cell).toImage());
    const int head = firstInk(table.view.horizontalHeader()->viewport()->grab().toImage());
    QVERIFY2(dot >= 12 && dot <= 13, qPrintable(QString::number(dot)));
    // The smooth edge of a last letter may reach a pixel beyond its width.
    const int least = direction == Qt::RightToLeft ? 11 : 12;
    QVERIFY2(head >= least && head <= 14, qPrintable(QString::number(head)));
}

//! Not a frame around its name, which would say that a cell is selected.
void TestConnectionTableView::theRowWithTheFocusHasItsLines()
{
    Table table;
    table.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&table.view));
    table.view.setFocus();
    table.view.setCurrentIndex(table.view.model()->index(1, 0));
    const QColor accent = table.view.palette().color(QPalette::Active, QPalette::Highlight);
    const auto colorAt = [&table](int row, int x, bool isTop) {
        const QRect place = table.view.visualRect(table.view.model()->index(row, 0));
        const QImage image = table.view.viewport()->grab().toImage();
        return image.pixelColor(x, isTop ? place.top() : place.bottom());
    };
    const int right = table.view.viewport()->width() - 2;
    for (const int x : {10, right}) {
        QCOMPARE(colorAt(1, x, true), accent);
        QCOMPARE(colorAt(1, x, false), accent);
        QVERIFY(colorAt(3, x, false) != accent);
    }
    table.view.selectionModel()->setCurrentIndex(table.view.model()->index(3, 0),
                                                 QItemSelectionModel::NoUpdate);
    QCoreApplication::processEvents();
    QCOMPARE(colorAt(3, right, true), accent);
    QVERIFY(colorAt(1, right, true) != accent);
}

void TestConnectionTableView::theBarsOfSelectedRowsAreOne()
{
    Table table;
    table.view.selectAll();
    const QImage image = table.view.viewport()->grab().toImage();
    const QRect first = table.view.visualRect(table.view.model()->index(1, 0));
    const QColor accent = table.view.palette().color(QPalette::Active, QPalette::Highlight);
    for (int y = first.top(); y <= first.bottom() + 1; ++y)
        QCOMPARE(image.pixelColor(1, y), accent);
    // The rows themselves have their line between them.
    QVERIFY(image.pixelColor(8, first.bottom()) != image.pixelColor(8, first.bottom() - 3));
}

void TestConnectionTableView::keysToTheEndsSelect()
{
    Table table;
    const int last = table.view.model()->rowCount() - 1;
    table.select({3});
    QTest::keyClick(&table.view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(table.view.currentIndex().row(), last);
    QCOMPARE(table.selected(), QStringList{fakeId(last)});
    QTest::keyClick(&table.view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(table.view.currentIndex().row(), 0);
    QCOMPARE(table.selected(), QStringList{fakeId(0)});
    QTest::keyClick(&table.view, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(&table.view, Qt::Key_Up);
    QTest::keyClick(&table.view, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(table.selected(), (QStringList{fakeId(last - 1), fakeId(last)}));
    QTest::keyRelease(&table.view, Qt::Key_Control); // for the tests that follow
}

void TestConnectionTableView::theFocusIsSeenWithoutRows()
{
    Table table;
    table.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&table.view));
    table.view.filterModel().setFindText(u"no such thing"_s);
    table.view.clearFocus();
    const QImage without = table.view.viewport()->grab().toImage();
    table.view.setFocus();
    const QImage with = table.view.viewport()->grab().toImage();
    QVERIFY(with != without);
    const QColor accent = table.view.palette().color(QPalette::Active, QPalette::Highlight);
    QCOMPARE(with.pixelColor(with.width() / 2, 0), accent);
}

void TestConnectionTableView::sortingMovesNoColumnAndCutsNoHead()
{
    Table table;
    table.view.resize(780, 300);
    const QHeaderView *header = table.view.horizontalHeader();
    const auto widths = [header] {
        QCoreApplication::processEvents();
        QList<int> all;
        for (int column = 0; column < header->count(); ++column)
            all.append(header->sectionSize(column));
        return all;
    };
    const QList<int> before = widths();
    for (const ConnectionField field : TableColumns) {
        table.view.sortByColumn(int(field), Qt::AscendingOrder);
        table.load(0);
        QCOMPARE(widths(), before);
        if (!header->isSectionHidden(int(field)))
            QCOMPARE_GE(before.at(int(field)), header->sectionSizeHint(int(field)));
    }
}

void TestConnectionTableView::aHiddenColumnSaysThatItWasFound()
{
    using enum ConnectionField;
    Table table;
    const QString id = table.model.connectionAt(2).connectionId;
    QVERIFY(table.view.columnsFoundHidden().isEmpty());
    table.view.filterModel().setFindText(id);
    QCOMPARE(table.view.model()->rowCount(), 1);
    QCOMPARE(table.view.columnsFoundHidden(), QList{ConnectionId});
    table.view.setColumnShown(ConnectionId, true);
    QVERIFY(table.view.columnsFoundHidden().isEmpty());
    table.view.setColumnShown(ConnectionId, false);
    table.view.filterModel().setFindText(*table.model.connectionAt(2).name);
    QVERIFY(table.view.columnsFoundHidden().isEmpty()); // the name is on screen
}

//! The older endpoint sends neither of the two.
void TestConnectionTableView::aColumnWithoutValuesTakesNoRoom()
{
    using enum ConnectionField;
    Table table;
    table.view.restoreLayout({}); // of another tenant
    OrganizationConnection row = Table::fullRow(0);
    row.isEnabled.reset();
    row.organizationAccessLevel.reset();
    table.model.setConnections({row});
    table.view.restoreLayout({});
    QVERIFY(table.view.isColumnHidden(int(IsEnabled)));
    QVERIFY(table.view.isColumnHidden(int(OrganizationAccessLevel)));
    QVERIFY(!table.view.isColumnHidden(int(IsSignupEnabled)));
    QVERIFY(table.view.saveLayout().isEmpty());
    QCOMPARE(table.view.horizontalHeader()->length(), table.view.viewport()->width());
    row.isEnabled = true;
    table.model.setConnections({row});
    QVERIFY(!table.view.isColumnHidden(int(IsEnabled)));
    QVERIFY(table.view.isColumnHidden(int(OrganizationAccessLevel)));
    row.isEnabled.reset();
    table.model.setConnections({row}); // it had a value: nothing jumps from page to page
    QVERIFY(!table.view.isColumnHidden(int(IsEnabled)));
    table.view.setColumnShown(OrganizationAccessLevel, true); // asked for
    table.model.setConnections({row});
    QVERIFY(!table.view.isColumnHidden(int(OrganizationAccessLevel)));
    const QByteArray layout = table.view.saveLayout();
    table.view.restoreLayout(layout);
    QVERIFY(!table.view.isColumnHidden(int(OrganizationAccessLevel)));
    QVERIFY(table.view.isColumnHidden(int(IsEnabled)));
    Table other; // there all have a value
    other.view.restoreLayout(layout);
    QVERIFY(!other.view.isColumnHidden(int(IsEnabled)));
}

void TestConnectionTableView::theNameStaysInSight_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestConnectionTableView::theNameStaysInSight()
{
    QFETCH(const Qt::LayoutDirection, direction);
    Table table;
    table.view.setLayoutDirection(direction);
    table.view.resize(500, 300);
    table.select({2});
    QCoreApplication::processEvents();
    QScrollBar *bar = table.view.horizontalScrollBar();
    QVERIFY(bar->maximum() > 100);
    const QModelIndex name = table.view.model()->index(3, int(ConnectionField::Name));
    bar->setValue(0); // at the name in both directions
    const QRect atStart = table.view.visualRect(name);
    const QImage before = table.view.viewport()->grab(atStart.adjusted(2, 0, -2, 0)).toImage();
    for (const int value : {1, 60, bar->maximum(), 30}) {
        bar->setValue(value);
        QCoreApplication::processEvents();
        QCOMPARE(table.view.visualRect(name), atStart);
        QCOMPARE(table.view.indexAt(atStart.center()), name);
        QCOMPARE(table.view.viewport()->grab(atStart.adjusted(2, 0, -2, 0)).toImage(), before);
    }
    table.view.resize(200, 300); // the name alone would fill it
    bar->setValue(bar->maximum());
    QVERIFY(!table.view.viewport()->rect().intersects(table.view.visualRect(name)));
}

void TestConnectionTableView::theMouseFindsThePinnedName()
{
    Table table;
    table.view.resize(500, 300);
    table.view.horizontalScrollBar()->setValue(table.view.horizontalScrollBar()->maximum());
    QCoreApplication::processEvents();
    const QPoint cell = table.view.visualRect(table.view.model()->index(4, 0)).center();
    QTest::mouseClick(table.view.viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(table.view.currentIndex(), table.view.model()->index(4, int(ConnectionField::Name)));
    QVERIFY(table.view.horizontalScrollBar()->value() > 0); // no need to scroll back
    QHeaderView *header = table.view.horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {40, header->height() / 2});
    QCOMPARE(table.view.saveSort(), QByteArray("connection_name"));
    const int width = header->sectionSize(int(ConnectionField::Name));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {width + 30, header->height() / 2});
    QVERIFY(table.view.saveSort() != QByteArray("connection_name"));
    QVERIFY(!table.view.saveSort().isEmpty());
}

void TestConnectionTableView::theKeyboardShowsWhatThePinnedNameHides()
{
    Table table;
    table.view.resize(500, 300);
    table.view.setFocus();
    QCoreApplication::processEvents();
    const int name = table.view.columnWidth(int(ConnectionField::Name));
    table.view.setCurrentIndex(table.view.model()->index(1, int(ConnectionField::Name)));
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left}) {
        for (int step = 0; step < 6; ++step) {
            QTest::keyClick(&table.view, key);
            const QRect place = table.view.visualRect(table.view.currentIndex());
            const bool isName = table.view.currentIndex().column() == int(ConnectionField::Name);
            QCOMPARE_GE(place.left(), isName ? 0 : name);
            QCOMPARE_LE(place.right(), table.view.viewport()->width());
        }
    }
    QCOMPARE(table.view.currentIndex().column(), int(ConnectionField::Name));
}

void TestConnectionTableView::aChangedWidthIsKept()
{
    Table table;
    table.view.setColumnWidth(2, 123);
    table.load(10);
    QCOMPARE(table.view.columnWidth(2), 123);
}

void TestConnectionTableView::aMovedColumnIsKept()
{
    Table table;
    table.view.horizontalHeader()->moveSection(9, 0);
    const QByteArray layout = table.view.saveLayout();
    QVERIFY(!layout.isEmpty());
    Table other;
    other.view.restoreLayout(layout);
    QCOMPARE(other.view.horizontalHeader()->logicalIndex(0), 8);
}

void TestConnectionTableView::layoutIsSavedAndRestored()
{
    Table table;
    table.view.setColumnWidth(0, 211);
    table.view.horizontalHeader()->moveSection(3, 1);
    Table other;
    other.view.restoreLayout(table.view.saveLayout());
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

void TestConnectionTableView::aDefaultLayoutIsNotSaved()
{
    Table table;
    table.load(10);
    QVERIFY(table.view.saveLayout().isEmpty()); // so that the columns are fitted again next time
    table.view.restoreLayout({});
    QVERIFY(table.view.saveLayout().isEmpty());
    table.view.restoreLayout("nonsense");
    QVERIFY(table.view.saveLayout().isEmpty());
}

void TestConnectionTableView::aRestoredLayoutDoesNotSort()
{
    Table table;
    table.view.setColumnWidth(0, 200);
    table.view.sortByColumn(0, Qt::DescendingOrder);
    Table other;
    other.view.restoreLayout(table.view.saveLayout());
    QCOMPARE(other.view.filterModel().sortColumn(), -1);
    QCOMPARE(other.view.model()->index(0, 0).data().toString(), u"connection-0"_s);
}

void TestConnectionTableView::aLayoutThatHidesEverythingIsIgnored()
{
    Table table;
    for (const ConnectionField field : AllConnectionFields)
        table.view.setColumnShown(field, false);
    table.view.setColumnHidden(int(ConnectionTableView::AlwaysVisibleColumn), true);
    Table other;
    other.view.restoreLayout(table.view.saveLayout());
    for (int column = 0; column < other.view.model()->columnCount(); ++column)
        QCOMPARE(other.view.isColumnHidden(column), isHiddenAtFirst(column));
    QVERIFY(other.view.saveLayout().isEmpty());
    // With one visible column it is a layout; the name is shown, too.
    table.view.setColumnShown(ConnectionField(3), true);
    other.view.restoreLayout(table.view.saveLayout());
    QVERIFY(!other.view.isColumnHidden(int(ConnectionTableView::AlwaysVisibleColumn)));
    QVERIFY(!other.view.isColumnHidden(3));
    QVERIFY(other.view.isColumnHidden(1));
}

void TestConnectionTableView::columnsStandInTheirOrderOnScreen()
{
    Table table;
    QCOMPARE(order(table), QList<ConnectionField>(TableColumns.begin(), TableColumns.end()));
    for (const ConnectionField field : AllConnectionFields)
        QCOMPARE(table.view.isColumnHidden(int(field)), isHiddenAtFirst(int(field)));
    QVERIFY(table.view.saveLayout().isEmpty());
}

void TestConnectionTableView::aLayoutOfTheVersionBeforeIsRestored()
{
    using enum ConnectionField;
    Table table;
    table.view.restoreLayout(QByteArray::fromBase64(MovedLayoutOf010));
    QCOMPARE(order(table),
             (QList{ConnectionId, Name, OrganizationConnectionName, Strategy, IsEnabled,
                    OrganizationAccessLevel, OrganizationMemberAccessLevel, AssignMembershipOnLogin,
                    ShowAsButton, IsSignupEnabled}));
    QCOMPARE(table.view.columnWidth(int(Name)), 211);
    QCOMPARE(table.view.columnWidth(int(ConnectionId)), 133);
    for (const ConnectionField field : AllConnectionFields)
        QCOMPARE(table.view.isColumnHidden(int(field)),
                 field == ShowAsButton // the name in the organization has no value
                     || (isHiddenAtFirst(int(field)) && field != ConnectionId));
    table.view.setColumnShown(OrganizationMemberAccessLevel, true);
    const QHeaderView *header = table.view.horizontalHeader();
    const int added = int(OrganizationMemberAccessLevel);
    QVERIFY(header->sectionSize(added) >= header->sectionSizeHint(added));
    QCOMPARE(header->count(), int(AllConnectionFields.size()));

    Table next; // what is saved now has all columns
    next.view.restoreLayout(table.view.saveLayout());
    QCOMPARE(order(next), order(table));
    QCOMPARE(next.view.columnWidth(int(ConnectionId)), 133);
    QVERIFY(next.view.isColumnHidden(int(ShowAsButton)));
}

void TestConnectionTableView::aNewColumnHasItsPlaceInALayoutWithoutMoves()
{
    Table table;
    table.view.restoreLayout(QByteArray::fromBase64(WideLayoutOf010));
    QCOMPARE(order(table), QList<ConnectionField>(FieldsOnScreen.begin(), FieldsOnScreen.end()));
    QCOMPARE(table.view.columnWidth(int(ConnectionField::Name)), 211);
    QVERIFY(!table.view.saveLayout().isEmpty());
    table.view.resetColumns();
    QVERIFY(table.view.saveLayout().isEmpty());
}

void TestConnectionTableView::aLayoutOfFewerColumnsIsRestored()
{
    const int columns = int(AllConnectionFields.size()) - 1;
    Table table;
    table.view.restoreLayout(layoutOf(columns));
    QCOMPARE(table.view.horizontalHeader()->count(), int(AllConnectionFields.size()));
    QCOMPARE(table.view.horizontalHeader()->visualIndex(3), 0);
    QVERIFY(table.view.isColumnHidden(2));
    QCOMPARE(table.view.isColumnHidden(columns), isHiddenAtFirst(columns));
    QVERIFY(!table.view.saveLayout().isEmpty());
}

void TestConnectionTableView::aLayoutOfOtherColumnsIsIgnored_data()
{
    QTest::addColumn<QByteArray>("layout");
    const int columns = int(AllConnectionFields.size());
    const QByteArray fewer = layoutOf(columns - 1);
    QTest::newRow("more") << layoutOf(columns + 1);
    QTest::newRow("none") << QByteArray("0:" + fewer.sliced(2));
    QTest::newRow("negative") << QByteArray("-1:" + fewer.sliced(2));
    QTest::newRow("no number") << QByteArray("x:" + fewer.sliced(2));
    QTest::newRow("no state") << fewer.first(2);
    QTest::newRow("truncated") << fewer.first(fewer.size() / 2);
    QTest::newRow("a state without its number") << fewer.sliced(2);
}

void TestConnectionTableView::aLayoutOfOtherColumnsIsIgnored()
{
    QFETCH(const QByteArray, layout);
    Table table;
    table.view.restoreLayout(layout);
    QCOMPARE(table.view.horizontalHeader()->count(), int(AllConnectionFields.size()));
    QCOMPARE(order(table), QList<ConnectionField>(TableColumns.begin(), TableColumns.end()));
    QVERIFY(!table.view.isColumnHidden(2));
    QVERIFY(table.view.saveLayout().isEmpty());
}

QTEST_MAIN(TestConnectionTableView)
#include "tst_connectiontableview.moc"
