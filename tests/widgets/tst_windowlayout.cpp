// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/detail/connectiondetailpane.h"

#include <QHeaderView>
#include <QSplitter>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestWindowLayout final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void eachProfileHasItsColumnsAndSort();
    void newProfileStartsWithTheSharedLayout();
    void windowPositionIsRestored();
    void layoutIsRemovedWithItsProfile();
    void theLeastWindowShowsRowsAndDetails_data();
    void theLeastWindowShowsRowsAndDetails();
    void narrowWindowsFoldTheSideListThenMoveTheDetails_data();
    void narrowWindowsFoldTheSideListThenMoveTheDetails();

private:
    static Profile profile(DemoDesk &desk, const QString &id)
    {
        return {.id = id,
                .name = id,
                .domain = desk.tenant().domain(),
                .organizationId = desk.id(DemoDesk::Ten)};
    }
    static bool open(DemoDesk &desk, const QString &id)
    {
        desk.window();
        desk.session().openProfile(profile(desk, id), desk.access().token);
        return desk.settle();
    }
    static bool hasStrategy(DemoDesk &desk)
    {
        return !desk.table().isColumnHidden(int(ConnectionField::Strategy));
    }
};

void TestWindowLayout::eachProfileHasItsColumnsAndSort()
{
    DemoDesk desk;
    desk.settings().setProfiles({profile(desk, u"a"_s), profile(desk, u"b"_s)});
    QVERIFY(open(desk, u"a"_s));
    desk.table().setColumnShown(ConnectionField::Strategy, false);
    desk.table().sortByColumn(int(ConnectionField::Name), Qt::DescendingOrder);
    const QStringList sorted = desk.ids();
    QVERIFY(open(desk, u"b"_s));
    QVERIFY(hasStrategy(desk));
    QCOMPARE(desk.table().saveSort(), QByteArray());
    QVERIFY(desk.ids() != sorted);
    desk.table().horizontalHeader()->moveSection(9, 0);
    QVERIFY(open(desk, u"a"_s));
    QVERIFY(!hasStrategy(desk));
    QCOMPARE(desk.ids(), sorted);
    QCOMPARE(desk.table().horizontalHeader()->visualIndex(8), 9);
    desk.window().close();
    desk.destroyWindow();
    QVERIFY(open(desk, u"b"_s));
    QVERIFY(hasStrategy(desk));
    QCOMPARE(desk.table().horizontalHeader()->visualIndex(8), 0);
}

void TestWindowLayout::newProfileStartsWithTheSharedLayout()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setColumnShown(ConnectionField::Strategy, false);
    desk.settings().setProfiles({profile(desk, u"a"_s)});
    QVERIFY(open(desk, u"a"_s));
    QVERIFY(!hasStrategy(desk));
    desk.table().resetColumns();
    QVERIFY(desk.open(DemoDesk::Ten)); // the shared layout is unchanged
    QVERIFY(!hasStrategy(desk));
    QVERIFY(open(desk, u"a"_s)); // its own reset layout
    QVERIFY(hasStrategy(desk));
}

void TestWindowLayout::windowPositionIsRestored()
{
    DemoDesk desk;
    desk.settings().setProfiles({profile(desk, u"a"_s), profile(desk, u"b"_s)});
    QVERIFY(open(desk, u"a"_s));
    desk.window().resize(760, 520);
    QCoreApplication::processEvents();
    desk.window().close();
    desk.destroyWindow();
    QVERIFY(open(desk, u"b"_s));
    QCOMPARE(desk.window().size(), QSize(760, 520)); // of profile a, which was the current one
    desk.window().resize(790, 540);
    QVERIFY(open(desk, u"a"_s));
    QCOMPARE(desk.window().size(), QSize(790, 540)); // a visible window keeps its size
}

void TestWindowLayout::layoutIsRemovedWithItsProfile()
{
    DemoDesk desk;
    desk.settings().setProfiles({profile(desk, u"a"_s), profile(desk, u"b/ä"_s)});
    desk.settings().setLayout(u"table"_s, "shared");
    desk.settings().setLayout(u"table"_s, "of a", u"a"_s);
    desk.settings().setLayout(u"table"_s, "of b", u"b/ä"_s);
    desk.settings().setProfiles({profile(desk, u"b/ä"_s)});
    QCOMPARE(desk.settings().layout(u"table"_s, u"a"_s), QByteArray("shared"));
    QCOMPARE(desk.settings().layout(u"table"_s, u"b/ä"_s), QByteArray("of b"));
    QVERIFY(open(desk, u"b/ä"_s));
    desk.settings().setProfiles({});
    desk.session().closeProfile();
    QCOMPARE(desk.settings().layout(u"table"_s, u"b/ä"_s), QByteArray("shared"));
}

void TestWindowLayout::theLeastWindowShowsRowsAndDetails_data()
{
    QTest::addColumn<int>("organization");
    QTest::newRow("one page") << int(DemoDesk::Ten);
    QTest::newRow("several pages") << int(DemoDesk::Many);
}

void TestWindowLayout::theLeastWindowShowsRowsAndDetails()
{
    QFETCH(const int, organization);
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.open(organization));
    desk.window().resize(1, 1);
    const auto *pager = child(&desk.window(), "PagerBar");
    const auto *details = desk.window().findChild<ConnectionDetailPane *>();
    const auto isWhole = [&](const QWidget &part) {
        return part.mapTo(&desk.window(), part.rect().bottomRight()).y() < desk.window().height()
            && part.height() >= part.minimumSizeHint().height();
    };
    const int rows = 2 * desk.table().rowHeight(0);
    QTRY_VERIFY2(desk.table().viewport()->height() >= rows,
                 qPrintable(QString::number(desk.table().viewport()->height())));
    QVERIFY(isWhole(*pager));
    QVERIFY(pager->parentWidget()->rect().contains(pager->geometry()));
    QVERIFY2(details->height() >= rows, qPrintable(QString::number(details->height())));
}

void TestWindowLayout::narrowWindowsFoldTheSideListThenMoveTheDetails_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("hasSideList");
    QTest::addColumn<Qt::Orientation>("details");
    QTest::newRow("first") << QSize(1280, 720) << true << Qt::Horizontal;
    QTest::newRow("1024x600") << QSize(1024, 600) << false << Qt::Horizontal;
    QTest::newRow("800x600") << QSize(800, 600) << false << Qt::Vertical;
}

void TestWindowLayout::narrowWindowsFoldTheSideListThenMoveTheDetails()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, hasSideList);
    QFETCH(const Qt::Orientation, details);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(desk.window().size(), QSize(1280, 720));
    desk.window().resize(size);
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
    QCOMPARE(child(&desk.window(), "sideList")->isVisible(), hasSideList);
    QCOMPARE(child<QSplitter>(&desk.window(), "detailSplitter")->orientation(), details);
    QVERIFY(child(&desk.window(), "ConnectionDetailPane")->isVisible());
    for (const auto field : {ConnectionField::Name, ConnectionField::IsEnabled}) {
        const int left = desk.table().columnViewportPosition(int(field));
        const int right = left + desk.table().columnWidth(int(field));
        QVERIFY(left >= 0 && right <= desk.table().viewport()->width());
    }
}

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
