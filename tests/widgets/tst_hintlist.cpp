// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/cellrole.h"
#include "models/connectiontablemodel.h"
#include "support/demodesk.h"
#include "widgets/controls/hintlist.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The hints of the selected row and of the listing, as the window shows them.
class TestHintList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void rowAndPaneShowTheSameHints();
    void markedRowsHaveAnAccessibleText();
    void theLimitIsShownBesideTheCount();
    void filteredListingHasNoHint();

private:
    static QStringList sentences(const HintList &list)
    {
        QStringList shown;
        for (const QLabel *label : list.findChildren<QLabel *>(u"hintText"_s))
            shown.append(label->text());
        return shown;
    }
};

void TestHintList::rowAndPaneShowTheSameHints()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *list = child<HintList>(&desk.window(), "hintList");
    int marked = 0;
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        desk.select(row);
        const QStringList hints =
            desk.table().model()->index(row, 0).data(HintsRole).toStringList();
        QCOMPARE(sentences(*list), hints);
        QCOMPARE(list->isVisible(), !hints.isEmpty());
        marked += hints.isEmpty() ? 0 : 1;
    }
    QVERIFY(marked > 0);
    QVERIFY(marked < 10);
}

void TestHintList::markedRowsHaveAnAccessibleText()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        const QModelIndex name = desk.table().model()->index(row, 0);
        const bool isMarked = !name.data(HintsRole).toStringList().isEmpty();
        QCOMPARE(name.data(Qt::AccessibleTextRole).toString().contains("Needs attention"_L1),
                 isMarked);
    }
}

void TestHintList::theLimitIsShownBesideTheCount()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *list = child<HintList>(&desk.window(), "listingHintList");
    QVERIFY(!list->isVisible()); // the limit stands beside the count, in the pager
    QVERIFY(child(&desk.window(), "limitLabel")->isVisible());
    QVERIFY(desk.open(DemoDesk::Fifty));
    QVERIFY(!list->isVisible());
    QVERIFY(!child(&desk.window(), "limitLabel")->isVisible());
}

void TestHintList::filteredListingHasNoHint()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("showDisabledAction")->trigger();
    QVERIFY(desk.settle());
    QVERIFY(!child<HintList>(&desk.window(), "listingHintList")->isVisible());
}

QTEST_MAIN(TestHintList)
#include "tst_hintlist.moc"
