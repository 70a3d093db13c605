// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectiontext.h"
#include "support/demodesk.h"
#include "widgets/table/columnmenu.h"

#include <QHeaderView>
#include <QMenuBar>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestColumnMenu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void everyColumnHasAnActionInTheViewMenu();
    void columnsAreHiddenAndShown();
    void theNameCannotBeHidden();
    void resetRestoresEverything();
    void theMenuOfTheHeaderHasTheColumnsAndTheirFilters();
    void theMenuOfAHeadLeadsToItsFilter();
    void hidingAColumnMovesTheCurrentCell();

private:
    static ColumnMenu &menu(DemoDesk &desk)
    {
        return *child<ColumnMenu>(&desk.window(), "columnMenu");
    }
    static QAction &column(DemoDesk &desk, ConnectionField field)
    {
        const QString name = "column:"_L1 + apiName(field);
        return *child<QAction>(&menu(desk), name.toLatin1().constData());
    }
};

void TestColumnMenu::everyColumnHasAnActionInTheViewMenu()
{
    DemoDesk desk;
    QVERIFY(!menu(desk).menuAction()->isEnabled()); // no table is visible
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(menu(desk).menuAction()->isEnabled());
    bool isInMenu = false;
    for (const QAction *top : desk.window().menuBar()->actions())
        isInMenu = isInMenu || top->menu()->actions().contains(menu(desk).menuAction());
    QVERIFY(isInMenu);
    for (const ConnectionField field : AllConnectionFields) {
        QVERIFY(column(desk, field).isCheckable());
        QCOMPARE(column(desk, field).text(), fieldTitle(field)); // the heads are shorter
    }
}

void TestColumnMenu::columnsAreHiddenAndShown()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QAction &strategy = column(desk, ConnectionField::Strategy);
    Q_EMIT menu(desk).aboutToShow();
    QVERIFY(strategy.isChecked());
    strategy.trigger();
    QVERIFY(desk.table().isColumnHidden(int(ConnectionField::Strategy)));
    QVERIFY(!desk.table().saveLayout().isEmpty());
    Q_EMIT menu(desk).aboutToShow();
    QVERIFY(!strategy.isChecked());
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(desk.table().isColumnHidden(int(ConnectionField::Strategy)));
    strategy.trigger();
    QVERIFY(!desk.table().isColumnHidden(int(ConnectionField::Strategy)));
}

void TestColumnMenu::theNameCannotBeHidden()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!column(desk, ConnectionField::Name).isEnabled());
    desk.table().setColumnShown(ConnectionField::Name, false);
    QVERIFY(!desk.table().isColumnHidden(int(ConnectionField::Name)));
}

void TestColumnMenu::resetRestoresEverything()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QHeaderView *header = desk.table().horizontalHeader();
    QList<int> widths;
    for (int section = 0; section < header->count(); ++section)
        widths.append(header->sectionSize(section));
    QList<bool> hidden;
    for (int section = 0; section < header->count(); ++section)
        hidden.append(header->isSectionHidden(section));
    QCOMPARE(hidden.count(true), 3);
    desk.table().setColumnWidth(0, 333);
    desk.table().horizontalHeader()->moveSection(7, 2);
    desk.table().horizontalHeader()->moveSection(0, 8);
    column(desk, ConnectionField::IsEnabled).trigger();
    column(desk, ConnectionField::ConnectionId).trigger();
    child<QAction>(&menu(desk), "column-reset")->trigger();
    for (int section = 0; section < header->count(); ++section) {
        QCOMPARE(header->isSectionHidden(section), hidden.at(section));
        QCOMPARE(header->logicalIndex(section), int(TableColumns.at(std::size_t(section))));
        QCOMPARE(header->sectionSize(section), widths.at(section));
    }
    QVERIFY(desk.table().saveLayout().isEmpty());
}

void TestColumnMenu::theMenuOfTheHeaderHasTheColumnsAndTheirFilters()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QHeaderView *header = desk.table().horizontalHeader();
    Q_EMIT header->customContextMenuRequested({10, 5});
    auto *heads = child<QMenu>(&menu(desk), "headMenu");
    QVERIFY(heads->isVisible());
    for (QAction *action : menu(desk).actions())
        QVERIFY(heads->actions().contains(action));
    QVERIFY(column(desk, ConnectionField::Strategy).isChecked());
    auto *filters = desk.action("columnFiltersAction");
    QVERIFY(heads->actions().contains(filters)); // that of the view menu
    QVERIFY(!menu(desk).actions().contains(filters)); // where it would be there twice
    filters->trigger();
    QVERIFY(desk.table().areColumnFiltersShown());
    heads->close();
}

void TestColumnMenu::theMenuOfAHeadLeadsToItsFilter()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.window().resize(700, 500); // the columns are scrolled below the name
    desk.table().horizontalScrollBar()->setValue(desk.table().horizontalScrollBar()->maximum());
    QVERIFY(desk.table().horizontalScrollBar()->value() > 0);
    QHeaderView *header = desk.table().horizontalHeader();
    auto *filter = child<QAction>(&menu(desk), "filter-column");
    const auto focusAfterMenuAt = [&](int x) {
        Q_EMIT header->customContextMenuRequested({x, 5});
        filter->trigger();
        child<QMenu>(&menu(desk), "headMenu")->close();
        const QWidget *focus = desk.window().focusWidget();
        return focus ? focus->objectName() : QString();
    };
    const auto fieldOf = [](ConnectionField column) {
        return u"columnFilter%1"_s.arg(int(column));
    };
    const int access = int(ConnectionField::ShowAsButton);
    const int place = header->sectionViewportPosition(access) + header->sectionSize(access) / 2;
    QCOMPARE(focusAfterMenuAt(place), fieldOf(ConnectionField::ShowAsButton));
    QVERIFY(desk.table().areColumnFiltersShown());
    QVERIFY(desk.action("columnFiltersAction")->isChecked());
    // The name is drawn over other columns.
    QCOMPARE(focusAfterMenuAt(10), fieldOf(ConnectionField::Name));
    Q_EMIT header->customContextMenuRequested({header->viewport()->width() + 50, 5});
    QVERIFY(!filter->isEnabled());
    child<QMenu>(&menu(desk), "headMenu")->close();
}

void TestColumnMenu::hidingAColumnMovesTheCurrentCell()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setCurrentIndex(desk.table().model()->index(4, int(ConnectionField::Strategy)));
    column(desk, ConnectionField::Strategy).trigger();
    QCOMPARE(desk.table().currentIndex(), desk.table().model()->index(4, 0));
}

QTEST_MAIN(TestColumnMenu)
#include "tst_columnmenu.moc"
