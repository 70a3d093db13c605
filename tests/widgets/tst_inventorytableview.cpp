// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorytableview.h"

#include "program/translations.h"
#include "session/inventorylisting.h"
#include "support/paintedtext.h"
#include "support/windowtesting.h"
#include "widgets/controls/theming.h"
#include "widgets/table/celldelegate.h"

#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestInventoryTableView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); } // for its paddings and its arrows
    void init() { failOnUnexpectedWarnings(); }

    void titlesAreWhole_data();
    void titlesAreWhole();
    void columnsFillTheTable_data();
    void columnsFillTheTable();
    void aHiddenColumnTakesNoRoom();
    void sortingMovesNoColumn();
    void widthsOfTheUserStay();
};

void TestInventoryTableView::titlesAreWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<InventoryList>("list");
    QTest::addColumn<int>("width");
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        for (const InventoryList list :
             {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
            for (const int width : {300, 600, 1000})
                QTest::addRow("%s, list %d, %d pixels", qPrintable(language), int(list), width)
                    << language << list << width;
        }
    }
}

void TestInventoryTableView::titlesAreWhole()
{
    QFETCH(const QString, language);
    QFETCH(const InventoryList, list);
    QFETCH(const int, width);
    const Translations translations(language);
    InventoryListing listing(list);
    InventoryTableView view(listing, columnsOf(list));
    view.resize(width, 400);
    view.show();
    QHeaderView *header = view.horizontalHeader();
    const int mark = header->style()->pixelMetric(QStyle::PM_HeaderMarkSize)
        + header->style()->pixelMetric(QStyle::PM_HeaderMargin);
    for (const InventoryColumn sorted : columnsOf(list)) {
        listing.setOrder(sorted, false);
        QCoreApplication::processEvents();
        for (int section = 0; section < header->count(); ++section) {
            const bool hasMark = header->sortIndicatorSection() == section;
            const QString title = view.model()->headerData(section, Qt::Horizontal).toString();
            const int needed = header->fontMetrics().horizontalAdvance(title)
                + 2 * header->style()->pixelMetric(QStyle::PM_HeaderMargin) + (hasMark ? mark : 0);
            QVERIFY2(header->sectionSize(section) >= needed,
                     qPrintable(u"%1 has %2 of %3 pixels"_s.arg(title)
                                    .arg(header->sectionSize(section))
                                    .arg(needed)));
        }
        for (const PaintedText &painted : paintedTexts(*header))
            QVERIFY2(!painted.text.contains(u'…'), qPrintable(painted.text));
    }
}

void TestInventoryTableView::columnsFillTheTable_data()
{
    using enum InventoryColumn;
    QTest::addColumn<QString>("language");
    QTest::addColumn<InventoryList>("list");
    QTest::addColumn<QList<InventoryColumn>>("columns");
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        QTest::addRow("links, %s", qPrintable(language))
            << language << InventoryList::Links
            << QList<InventoryColumn>{
                   OrganizationDisplayName, ConnectionName,         Strategy, IsEnabled,
                   OrganizationAccessLevel, AssignMembershipOnLogin};
        QTest::addRow("connections, %s", qPrintable(language))
            << language << InventoryList::Connections
            << QList<InventoryColumn>{ConnectionName, Strategy, Organizations,
                                      Enabled,        Disabled, Membership};
        QTest::addRow("organizations, %s", qPrintable(language))
            << language << InventoryList::Organizations
            << QList<InventoryColumn>{OrganizationDisplayName,
                                      OrganizationName,
                                      Connections,
                                      Enabled,
                                      Categories,
                                      State};
    }
}

void TestInventoryTableView::columnsFillTheTable()
{
    QFETCH(const QString, language);
    QFETCH(const InventoryList, list);
    QFETCH(const QList<InventoryColumn>, columns);
    const Translations translations(language);
    InventoryListing listing(list);
    InventoryTableView view(listing, columns);
    view.show();
    const QHeaderView *header = view.horizontalHeader();
    for (const int width : {744, 1000, 1800}) { // the first is that of a window of 1280 pixels
        view.resize(width, 400);
        QCoreApplication::processEvents();
        QCOMPARE(header->length(), view.viewport()->width());
        const auto strategy = int(columnsOf(list).indexOf(InventoryColumn::Strategy));
        if (list == InventoryList::Organizations || language == "fr"_L1)
            continue;
        QVERIFY2(header->sectionSize(strategy)
                     >= cellWidth(view, u"Google Workspace"_s, CellLook::Plain),
                 qPrintable(QString::number(header->sectionSize(strategy))));
    }
}

void TestInventoryTableView::aHiddenColumnTakesNoRoom()
{
    InventoryListing listing(InventoryList::Links);
    InventoryTableView view(listing, columnsOf(InventoryList::Links));
    view.resize(1800, 400);
    view.show();
    QHeaderView *header = view.horizontalHeader();
    const auto strategy = int(columnsOf(InventoryList::Links).indexOf(InventoryColumn::Strategy));
    Q_EMIT header->customContextMenuRequested({});
    const auto *menu = view.findChild<QMenu *>();
    QVERIFY(menu);
    for (int i = 0; i < 3; ++i) {
        menu->actions().at(strategy)->toggle();
        QCOMPARE(header->isSectionHidden(strategy), i != 1);
        int sum = 0;
        for (int section = 0; section < header->count(); ++section)
            sum += header->sectionSize(section);
        QCOMPARE(header->length(), sum);
    }
}

void TestInventoryTableView::sortingMovesNoColumn()
{
    InventoryListing listing(InventoryList::Connections);
    InventoryTableView view(listing,
                            {InventoryColumn::ConnectionName, InventoryColumn::Organizations,
                             InventoryColumn::Enabled, InventoryColumn::Disabled});
    view.resize(744, 400);
    view.show();
    const QHeaderView *header = view.horizontalHeader();
    const auto widths = [header] {
        QList<int> all;
        for (int section = 0; section < header->count(); ++section)
            all.append(header->sectionSize(section));
        return all;
    };
    const QList<int> before = widths();
    for (const InventoryColumn sorted : columnsOf(InventoryList::Connections)) {
        listing.setOrder(sorted, true);
        QCoreApplication::processEvents();
        QCOMPARE(widths(), before);
    }
}

void TestInventoryTableView::widthsOfTheUserStay()
{
    InventoryListing listing(InventoryList::Connections);
    InventoryTableView view(listing,
                            {InventoryColumn::ConnectionName, InventoryColumn::Organizations,
                             InventoryColumn::Enabled});
    view.resize(744, 400);
    view.show();
    QHeaderView *header = view.horizontalHeader();
    const auto organizations =
        int(columnsOf(InventoryList::Connections).indexOf(InventoryColumn::Organizations));
    header->resizeSection(organizations, 222);
    QCOMPARE(header->sectionSize(organizations), 222);
    QCOMPARE(header->length(), view.viewport()->width()); // the others take or give the room
    view.resize(1000, 400);
    QCoreApplication::processEvents();
    QCOMPARE(header->sectionSize(organizations), 222);
    QCOMPARE(header->length(), view.viewport()->width());
}

QTEST_MAIN(TestInventoryTableView)
#include "tst_inventorytableview.moc"
