// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/linklistview.h"

#include "program/translations.h"
#include "session/inventorylisting.h"
#include "support/fakeinventorysource.h"
#include "support/paintedtext.h"
#include "support/windowtesting.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/theming.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Vestibule;

using NamedBy = LinkListModel::NamedBy;

namespace {

struct Bench {
    explicit Bench(qsizetype rows, NamedBy namedBy = NamedBy::Organization)
        : view(listing, namedBy)
    {
        source->rows = rows;
        view.resize(300, 400);
        view.show();
        listing.setSource(source);
        listing.show();
    }
    [[nodiscard]] bool read(int row)
    {
        return QTest::qWaitFor([&] { return listing.model().rowAt(row) != nullptr; });
    }
    [[nodiscard]] QModelIndex index(int row) const { return view.model()->index(row, 0); }
    void click(const QPoint &place)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    }
    void point(const QPoint &place)
    {
        QMouseEvent event(QEvent::MouseMove, place, view.viewport()->mapToGlobal(place),
                          Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(view.viewport(), &event);
    }
    [[nodiscard]] QMenu *openMenu(int row)
    {
        view.setCurrentIndex(index(row));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(view.viewport(), &event);
        return view.findChild<QMenu *>(u"linkListMenu"_s);
    }

    std::shared_ptr<FakeInventorySource> source = std::make_shared<FakeInventorySource>();
    InventoryListing listing{InventoryList::Links};
    LinkListView view;
};

QString organizationIn(const QSignalSpy &spy, int call)
{
    return std::get<InventoryLink>(spy.at(call).at(0).value<InventoryRow>()).organization.id;
}

} // namespace

class TestLinkListView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        applyTheme(Theme::Light);
    }
    void init() { failOnUnexpectedWarnings(); }

    void entriesAreOpened();
    void onlyTheLinkOpensWithOneClick();
    void theMenuHasAllThatCanBeDone();
    void aDoubleClickOnTheLinkOpensOnce();
    void entriesAreCopied();
    void copiesOnlyEntriesThatAreRead();
    void theOrderIsChosen();
    void theKeyboardStartsAtTheFirstEntry();
    void selectionSurvivesAnotherOrder();
    void aHundredThousandEntriesCostWhatIsSeen();
    void nothingIsCut_data();
    void nothingIsCut();
    void entriesAreReadAloud();
};

void TestLinkListView::entriesAreOpened()
{
    Bench bench(3);
    QVERIFY(bench.read(2));
    const QSignalSpy opened(&bench.view, &LinkListView::rowOpened);
    bench.view.setCurrentIndex(bench.index(2));
    QTest::keyClick(&bench.view, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(organizationIn(opened, 0), FakeInventorySource::link(2).organization.id);
    const QPoint name = bench.view.visualRect(bench.index(1)).topLeft() + QPoint(20, 12);
    bench.click(name);
    QCOMPARE(opened.size(), 1);
    QTest::mouseDClick(bench.view.viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(organizationIn(opened, 1), FakeInventorySource::link(1).organization.id);
}

void TestLinkListView::onlyTheLinkOpensWithOneClick()
{
    Bench bench(3);
    QVERIFY(bench.read(1));
    const QSignalSpy opened(&bench.view, &LinkListView::rowOpened);
    const QRect link = bench.view.linkPlace(bench.index(1));
    QVERIFY(bench.view.visualRect(bench.index(1)).contains(link));
    QCOMPARE_GE(link.height(), 24); // WCAG 2.2, 2.5.8
    bench.point(link.center());
    QCOMPARE(bench.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
    bench.click(link.center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(bench.view.currentIndex().row(), 1);
    // Released somewhere else, it opens nothing.
    QTest::mousePress(bench.view.viewport(), Qt::LeftButton, {}, link.center());
    QTest::mouseRelease(bench.view.viewport(), Qt::LeftButton, {},
                        bench.view.linkPlace(bench.index(2)).center());
    QCOMPARE(opened.size(), 1);
    bench.point(QPoint(20, link.top()));
    QCOMPARE(bench.view.viewport()->cursor().shape(), Qt::ArrowCursor);
    // Other entries come while the mouse rests on a link.
    bench.point(link.center());
    QCOMPARE(bench.view.viewport()->cursor().shape(), Qt::PointingHandCursor);
    bench.listing.refresh();
    QTRY_COMPARE(bench.view.viewport()->cursor().shape(), Qt::ArrowCursor);
}

void TestLinkListView::aDoubleClickOnTheLinkOpensOnce()
{
    Bench bench(3);
    QVERIFY(bench.read(1));
    const QSignalSpy opened(&bench.view, &LinkListView::rowOpened);
    const QPoint link = bench.view.linkPlace(bench.index(1)).center();
    const auto clickTwice = [&](Qt::KeyboardModifiers keys) {
        QTest::mouseClick(bench.view.viewport(), Qt::LeftButton, keys, link);
        QTest::mouseDClick(bench.view.viewport(), Qt::LeftButton, keys, link); // only the press
        QTest::mouseRelease(bench.view.viewport(), Qt::LeftButton, keys, link);
    };
    clickTwice({});
    QCOMPARE(opened.size(), 1);
    QCOMPARE(organizationIn(opened, 0), FakeInventorySource::link(1).organization.id);
    clickTwice(Qt::ControlModifier); // whose first click only selects
    QCOMPARE(opened.size(), 2);
}

void TestLinkListView::theMenuHasAllThatCanBeDone()
{
    Bench bench(3);
    QVERIFY(bench.read(2));
    const QSignalSpy opened(&bench.view, &LinkListView::rowOpened);
    const QSignalSpy links(&bench.view, &LinkListView::linksRequested);
    QMenu *menu = bench.openMenu(2);
    QVERIFY(menu);
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text().remove(u'&'));
    QCOMPARE(texts,
             (QStringList{u"Open in Tenant"_s, u"Show Links of the Organization"_s, QString(),
                          u"Copy"_s, u"Sort by"_s}));
    menu->actions().at(0)->trigger();
    menu->actions().at(1)->trigger();
    QCOMPARE(organizationIn(opened, 0), FakeInventorySource::link(2).organization.id);
    QCOMPARE(organizationIn(links, 0), FakeInventorySource::link(2).organization.id);
}

void TestLinkListView::entriesAreCopied()
{
    Bench bench(3);
    QVERIFY(bench.read(2));
    QTest::keyClick(&bench.view, Qt::Key_C, Qt::ControlModifier); // the current one
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Organization 0000000\t"_s));
    bench.view.selectAll();
    QTest::keyClick(&bench.view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(1).split(u'\t').at(2), u"No"_s); // whether it is enabled
    QVERIFY(lines.at(2).startsWith(u"Organization 0000002\t"_s));
}

//! And says that the others are missing.
void TestLinkListView::copiesOnlyEntriesThatAreRead()
{
    Bench bench(5000);
    QVERIFY(bench.read(0));
    PassingNote note(&bench.view); // in the window of the list, which is the list itself
    bench.source->answersFetches = false;
    int read = 0;
    for (int row = 0; row < 5000; ++row)
        read += bench.listing.model().rowAt(row) ? 1 : 0;
    QCOMPARE_LT(read, 5000);
    bench.view.selectAll();
    QTest::keyClick(&bench.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), read);
    const QString rest = u" of 5,000 rows copied; the others have not been read. Export has all of "
                         "them."_s;
    QCOMPARE(note.fullText(), QLocale(u"en"_s).toString(read) + rest);
    // Without any to copy, the clipboard keeps what it has.
    QGuiApplication::clipboard()->setText(u"before"_s);
    bench.view.selectionModel()->setCurrentIndex(bench.index(4999),
                                                 QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(&bench.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY2(note.fullText().startsWith(u"0 of 1 rows copied"_s), qPrintable(note.fullText()));
}

void TestLinkListView::theOrderIsChosen()
{
    Bench bench(3);
    QCOMPARE(bench.listing.query().sortedBy, InventoryColumn::OrganizationDisplayName);
    QMenu *menu = bench.view.orderMenu();
    QVERIFY(menu->actions().at(0)->isChecked());
    menu->actions().at(1)->trigger();
    QCOMPARE(bench.listing.query().sortedBy, InventoryColumn::OrganizationAccessLevel);
    QVERIFY(!bench.listing.query().isDescending);
    auto *descending = menu->findChild<QAction *>(u"descendingAction"_s);
    descending->trigger();
    QCOMPARE(bench.listing.query().sortedBy, InventoryColumn::OrganizationAccessLevel);
    QVERIFY(bench.listing.query().isDescending);
    bench.listing.setOrder(InventoryColumn::IsEnabled, false);
    QVERIFY(menu->actions().at(2)->isChecked());
    QVERIFY(!descending->isChecked());
    const Bench connections(3, NamedBy::Connection);
    QCOMPARE(connections.listing.query().sortedBy, InventoryColumn::ConnectionName);
}

void TestLinkListView::theKeyboardStartsAtTheFirstEntry()
{
    Bench bench(3);
    QVERIFY(bench.read(2));
    QVERIFY(!bench.view.selectedRow()); // nobody has selected one
    QCOMPARE(bench.view.currentIndex().row(), 0);
    const QSignalSpy selected(&bench.view, &LinkListView::rowSelected);
    QTest::keyClick(&bench.view, Qt::Key_Down);
    QVERIFY(!selected.isEmpty());
    QVERIFY(bench.view.selectedRow());
    QCOMPARE(std::get<InventoryLink>(*bench.view.selectedRow()).organization.id,
             FakeInventorySource::link(1).organization.id);
}

void TestLinkListView::selectionSurvivesAnotherOrder()
{
    Bench bench(1000);
    QVERIFY(bench.read(0));
    bench.view.select({.organizationId = FakeInventorySource::link(700).organization.id,
                       .connectionId = FakeInventorySource::link(700).connection.connectionId});
    QTRY_COMPARE(bench.view.currentIndex().row(), 700);
    QTRY_VERIFY(bench.view.selectedRow());
    bench.listing.setOrder(InventoryColumn::IsEnabled, true);
    QTRY_VERIFY(!bench.listing.isSorting());
    QTRY_COMPARE(bench.view.currentIndex().row(), 700);
    QVERIFY(bench.view.selectionModel()->isSelected(bench.index(700)));
    QVERIFY(bench.view.viewport()->rect().intersects(bench.view.visualRect(bench.index(700))));
}

void TestLinkListView::aHundredThousandEntriesCostWhatIsSeen()
{
    constexpr int Many = 100'000;
    Bench bench(Many);
    QVERIFY(bench.read(0));
    QCOMPARE(bench.view.model()->rowCount(), Many);
    bench.view.scrollToBottom();
    QVERIFY(bench.read(Many - 1));
    QCoreApplication::processEvents();
    QVERIFY(bench.view.viewport()->rect().contains(bench.view.visualRect(bench.index(Many - 1))));
    bench.view.resize(400, 500);
    QCoreApplication::processEvents();
    QVERIFY2(bench.source->fetched.size() <= 4,
             qPrintable(QString::number(bench.source->fetched.size())));
}

void TestLinkListView::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("percent");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const char *way = direction == Qt::LeftToRight ? "" : ", right to left";
            QTest::addRow("%s, narrow%s", qPrintable(language), way)
                << language << 300 << 100 << direction;
            QTest::addRow("%s, wide%s", qPrintable(language), way)
                << language << 420 << 100 << direction;
            QTest::addRow("%s, large%s", qPrintable(language), way)
                << language << 450 << 150 << direction;
        }
    }
}

void TestLinkListView::nothingIsCut()
{
    QFETCH(const QString, language);
    QFETCH(const int, width);
    QFETCH(const int, percent);
    QFETCH(const Qt::LayoutDirection, direction);
    const Translations translations(language);
    for (const NamedBy namedBy : {NamedBy::Organization, NamedBy::Connection}) {
        Bench bench(0, namedBy);
        QList<InventoryRow> rows;
        for (const QString &level : {u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s}) {
            InventoryLink link{.organization = {.id = u"org_1"_s, .displayName = u"Acme"_s},
                               .connection = {.connectionId = u"con_1"_s, .name = u"Acme"_s}};
            link.connection.organizationAccessLevel = level;
            link.connection.isEnabled = level != "none"_L1;
            link.connection.assignMembershipOnLogin = level != "full"_L1;
            rows.append(link);
        }
        bench.source->rowsFor = [&rows](const InventoryQuery &) { return rows; };
        bench.view.setLayoutDirection(direction);
        QFont font = bench.view.font();
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        bench.view.setFont(font);
        bench.view.resize(width, 500);
        bench.listing.refresh();
        QTRY_COMPARE(bench.view.model()->rowCount(), 4);
        QVERIFY(bench.read(3));
        QCoreApplication::processEvents();
        QCOMPARE(bench.view.horizontalScrollBar()->maximum(), 0);
        const QList<PaintedText> painted = paintedTexts(bench.view);
        QCOMPARE(painted.size(), 4 * 4); // name, level, state and link
        for (const PaintedText &text : painted) {
            QVERIFY2(!text.text.contains(u'…'), qPrintable(text.text));
            QVERIFY2(QRectF(bench.view.rect()).contains(text.place), qPrintable(text.text));
        }
        for (qsizetype i = 0; i < painted.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(!painted.at(i)
                              .place.adjusted(1, 1, -1, -1)
                              .intersects(painted.at(j).place.adjusted(1, 1, -1, -1)),
                         qPrintable(painted.at(i).text + u" over "_s + painted.at(j).text));
        }
    }
}

void TestLinkListView::entriesAreReadAloud()
{
    Bench bench(3);
    QVERIFY(bench.read(2));
    QCOMPARE(bench.view.accessibleName(), u"Organizations"_s);
    QVERIFY(bench.view.accessibleDescription().startsWith(u"Enter opens"_s));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&bench.view);
    QVERIFY(list);
    QCOMPARE(list->childCount(), 3);
    const QString spoken = list->child(1)->text(QAccessible::Name);
    QVERIFY2(spoken.contains(u"Organization 0000001"_s) && spoken.contains(u"Enabled: No"_s),
             qPrintable(spoken));
}

QTEST_MAIN(TestLinkListView)
#include "tst_linklistview.moc"
