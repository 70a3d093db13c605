// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorytableview.h"

#include "program/translations.h"
#include "session/inventorylisting.h"
#include "support/windowtesting.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestInventoryTableView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void titlesAreWhole_data();
    void titlesAreWhole();
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
    const QHeaderView *header = view.horizontalHeader();
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
    }
}

QTEST_MAIN(TestInventoryTableView)
#include "tst_inventorytableview.moc"
