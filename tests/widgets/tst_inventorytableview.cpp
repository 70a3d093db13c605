// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorytableview.h"

#include "program/translations.h"
#include "session/inventorylisting.h"
#include "support/contrast.h"
#include "support/fakeinventorysource.h"
#include "support/paintedtext.h"
#include "support/windowtesting.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/theming.h"
#include "widgets/table/celldelegate.h"

#include <QClipboard>
#include <QHeaderView>
#include <QImage>
#include <QLocale>
#include <QMenu>
#include <QScopeGuard>
#include <QStyleOptionHeader>

#include <algorithm>
#include <memory>
#include <utility>

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
    void barsGiveWayBeforeWords();
    void namesAreWholeBesideBars_data();
    void namesAreWholeBesideBars();
    void namesAreWholeBesideMarks_data() { namesAreWholeBesideBars_data(); }
    void namesAreWholeBesideMarks();
    void aHiddenColumnTakesNoRoom();
    void sortingMovesNoColumn();
    void widthsOfTheUserStay();
    void headsKeepAwayFromTheirArrow_data() { titlesAreWhole_data(); }
    void headsKeepAwayFromTheirArrow();
    void barsShowTheirShare_data();
    void barsShowTheirShare();
    void barsGiveWayToTheNumber();
    void rowsToCheckHaveTheirSign_data();
    void rowsToCheckHaveTheirSign();
    void keysToTheEndsSelect();
    void aBannerDoesNotHideTheCurrentRow();
    void copiesOnlyRowsThatAreRead();

private:
    //! Of connections with these numbers of organizations, of which the first has a finding.
    static std::shared_ptr<FakeInventorySource> connections(const QList<int> &organizations);
    //! The pixels of this colour in a line of a picture, as the first and the last one; {-1, -1}
    //! without any.
    static std::pair<int, int> pixelsAlong(const QImage &picture, int y, const QColor &color);
};

std::shared_ptr<FakeInventorySource> TestInventoryTableView::connections(
    const QList<int> &organizations)
{
    auto source = std::make_shared<FakeInventorySource>();
    QList<InventoryRow> rows;
    for (const int number : organizations) {
        ConnectionUse use{.id = u"con_%1"_s.arg(rows.size()),
                          .name = u"connection-%1"_s.arg(rows.size()),
                          .strategy = u"okta"_s,
                          .organizations = number};
        if (rows.isEmpty())
            use.findings = {FindingRule::SharedMembership};
        rows.append(use);
        source->most = std::max(source->most, number);
    }
    source->rowsFor = [rows](const InventoryQuery & /*query*/) { return rows; };
    return source;
}

std::pair<int, int> TestInventoryTableView::pixelsAlong(const QImage &picture, int y,
                                                        const QColor &color)
{
    std::pair found(-1, -1);
    for (int x = 0; x < picture.width(); ++x) {
        if (picture.pixelColor(x, y) != color)
            continue;
        if (found.first < 0)
            found.first = x;
        found.second = x;
    }
    return found;
}

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
    listing.setSource(std::make_shared<FakeInventorySource>()); // without one, no arrow moves
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

//! A little less than all need: the column of numbers and bars gives it, and not the names.
void TestInventoryTableView::barsGiveWayBeforeWords()
{
    using enum InventoryColumn;
    auto source = std::make_shared<FakeInventorySource>();
    source->most = 9'999;
    InventoryListing listing(InventoryList::Organizations);
    listing.setSource(source);
    InventoryTableView view(
        listing, {OrganizationDisplayName, OrganizationName, Connections, Categories, State});
    view.show();
    const auto width = [&view](InventoryColumn column) {
        return view.columnWidth(int(columnsOf(InventoryList::Organizations).indexOf(column)));
    };
    const auto resize = [&view](int to) {
        view.resize(to, 400);
        QCoreApplication::processEvents();
    };
    int wide = 2000; // from where on only the names take more
    resize(wide);
    const int numbers = width(Connections);
    while (width(Connections) == numbers && wide > 300)
        resize(--wide);
    resize(wide + 1);
    const QList<int> words{width(OrganizationDisplayName), width(OrganizationName),
                           width(Categories)};
    resize(wide - 10);
    QVERIFY(width(Connections) <= numbers - 10);
    QCOMPARE(
        (QList<int>{width(OrganizationDisplayName), width(OrganizationName), width(Categories)}),
        words);
}

void TestInventoryTableView::namesAreWholeBesideBars_data()
{
    QTest::addColumn<QString>("language");
    QTest::addRow("en") << u"en"_s;
    QTest::addRow("fr") << u"fr"_s;
}

//! In a window of 1280 pixels.
void TestInventoryTableView::namesAreWholeBesideBars()
{
    using enum InventoryColumn;
    QFETCH(const QString, language);
    const Translations translations(language);
    InventoryListing listing(InventoryList::Organizations);
    listing.setSource(std::make_shared<FakeInventorySource>());
    InventoryTableView view(
        listing,
        {OrganizationDisplayName, OrganizationName, Connections, Enabled, Categories, State});
    view.resize(795, 400);
    view.show();
    const auto width = [&view](InventoryColumn column) {
        return view.columnWidth(int(columnsOf(InventoryList::Organizations).indexOf(column)));
    };
    QVERIFY2(width(OrganizationDisplayName)
                 >= cellWidth(view, u"Initech (onboarding)"_s, CellLook::Signed)
                     + edgePadding(view),
             qPrintable(QString::number(width(OrganizationDisplayName))));
    QVERIFY2(width(OrganizationName) >= cellWidth(view, u"wayfarer-worldwide"_s, CellLook::Plain),
             qPrintable(QString::number(width(OrganizationName))));
    const QString categories =
        language == "fr"_L1 ? u"Base de données, Entreprise +3"_s : u"Database, Enterprise +3"_s;
    QVERIFY2(width(Categories) >= cellWidth(view, categories, CellLook::Plain),
             qPrintable(QString::number(width(Categories))));
    QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
}

//! In a window of 1280 pixels, too: heads leave the room of the marks that they do not show.
void TestInventoryTableView::namesAreWholeBesideMarks()
{
    using enum InventoryColumn;
    QFETCH(const QString, language);
    const Translations translations(language);
    InventoryListing listing(InventoryList::Links);
    listing.setSource(std::make_shared<FakeInventorySource>());
    InventoryTableView view(listing,
                            {OrganizationDisplayName, ConnectionName, Strategy, IsEnabled,
                             OrganizationAccessLevel, AssignMembershipOnLogin});
    view.resize(795, 400);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    view.show();
    QCoreApplication::processEvents();
    const auto width = [&view](InventoryColumn column) {
        return view.columnWidth(int(columnsOf(InventoryList::Links).indexOf(column)));
    };
    QVERIFY2(width(ConnectionName)
                 >= cellWidth(view, u"Username-Password-Authentication"_s, CellLook::Signed),
             qPrintable(QString::number(width(ConnectionName))));
    QVERIFY2(width(OrganizationDisplayName)
                 >= cellWidth(view, u"Initech (onboarding)"_s, CellLook::Plain) + edgePadding(view),
             qPrintable(QString::number(width(OrganizationDisplayName))));
    QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
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
    listing.setSource(std::make_shared<FakeInventorySource>());
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

//! Three pixels are between the text and the arrow where a column has its least width, six where
//! it has more.
void TestInventoryTableView::headsKeepAwayFromTheirArrow()
{
    QFETCH(const QString, language);
    QFETCH(const InventoryList, list);
    QFETCH(const int, width);
    const Translations translations(language);
    InventoryListing listing(list);
    listing.setSource(std::make_shared<FakeInventorySource>());
    InventoryTableView view(listing, columnsOf(list));
    view.resize(width, 400);
    view.show();
    QHeaderView *header = view.horizontalHeader();
    for (const InventoryColumn sorted : columnsOf(list)) {
        listing.setOrder(sorted, false);
        QCoreApplication::processEvents();
        const int section = header->sortIndicatorSection();
        QCOMPARE(section, int(columnsOf(list).indexOf(sorted)));
        const QString title = view.model()->headerData(section, Qt::Horizontal).toString();
        for (const auto &[more, gap] : {std::pair(0, 3), std::pair(20, 6)}) {
            header->resizeSection(section, header->sectionSizeHint(section) + more);
            QStyleOptionHeader option;
            option.initFrom(header);
            option.orientation = Qt::Horizontal;
            option.sortIndicator = QStyleOptionHeader::SortDown;
            option.text = title;
            option.rect = QRect(header->sectionViewportPosition(section), 0,
                                header->sectionSize(section), 20);
            const QRect arrow =
                header->style()->subElementRect(QStyle::SE_HeaderArrow, &option, header);
            QVERIFY(option.rect.contains(arrow));
            for (const PaintedText &painted : paintedTexts(*header)) {
                if (painted.text != title || painted.place.left() < option.rect.left()
                    || painted.place.right() > option.rect.right())
                    continue;
                // A letter may be a fraction of a pixel wider than it says.
                QVERIFY2(
                    arrow.left() - painted.place.right() > gap - 1,
                    qPrintable(u"%1: %2"_s.arg(title).arg(arrow.left() - painted.place.right())));
            }
        }
    }
}

void TestInventoryTableView::barsShowTheirShare_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const auto &[name, theme] :
         {std::pair("system", Theme::System), std::pair("light", Theme::Light),
          std::pair("dark", Theme::Dark), std::pair("high contrast", Theme::HighContrast)}) {
        QTest::addRow("%s", name) << theme << Qt::LeftToRight;
        QTest::addRow("%s, right to left", name) << theme << Qt::RightToLeft;
    }
}

void TestInventoryTableView::barsShowTheirShare()
{
    QFETCH(const Theme, theme);
    QFETCH(const Qt::LayoutDirection, direction);
    applyTheme(theme);
    const auto restore = qScopeGuard([] { applyTheme(Theme::Light); });
    InventoryListing listing(InventoryList::Connections);
    InventoryTableView view(listing,
                            {InventoryColumn::ConnectionName, InventoryColumn::Strategy,
                             InventoryColumn::Organizations, InventoryColumn::Enabled});
    view.setLayoutDirection(direction);
    view.resize(900, 400);
    view.show();
    listing.setSource(connections({0, 2000, 1000, 1, 2000}));
    listing.show();
    QTRY_COMPARE(listing.model().rowCount(), 5);
    QCoreApplication::processEvents();
    const int section =
        int(columnsOf(InventoryList::Connections).indexOf(InventoryColumn::Organizations));
    const QColor accent = view.palette().color(QPalette::Active, QPalette::Highlight);
    const auto bar = [&](int row) {
        view.setCurrentIndex(view.model()->index(row == 0 ? 1 : 0, 0)); // no lines of the selection
        const QRect cell = view.visualRect(view.model()->index(row, section));
        QImage picture = view.viewport()->grab(cell).toImage();
        if (direction == Qt::RightToLeft)
            picture = picture.mirrored(true, false);
        return pixelsAlong(picture, cell.height() / 2, accent);
    };
    const auto length = [](const std::pair<int, int> &found) {
        return found.first < 0 ? 0 : found.second - found.first + 1;
    };
    QCOMPARE(length(bar(0)), 0);
    const auto whole = bar(1);
    // Without the pixels of the rounded ends.
    QVERIFY2(length(whole) >= 76 && length(whole) <= 80,
             qPrintable(QString::number(length(whole))));
    QVERIFY2(length(bar(2)) >= 36 && length(bar(2)) <= 40,
             qPrintable(QString::number(length(bar(2)))));
    QCOMPARE(bar(2).first, whole.first); // they line up
    QVERIFY(contrast(accent, view.palette().color(QPalette::Base)) >= 3);
    QVERIFY(contrast(accent, selectionColor(view.palette())) >= 3);
    // Behind the number, which is whole.
    const QRect cell = view.visualRect(view.model()->index(1, section));
    bool isNumberSeen = false;
    for (const PaintedText &painted : paintedTexts(*view.viewport())) {
        if (painted.text != QLocale().toString(2000))
            continue;
        isNumberSeen = true;
        const qreal end = direction == Qt::RightToLeft ? cell.right() - painted.place.left()
                                                       : painted.place.right() - cell.left();
        QVERIFY2(end < whole.first, qPrintable(QString::number(end)));
    }
    QVERIFY(isNumberSeen);
}

void TestInventoryTableView::barsGiveWayToTheNumber()
{
    InventoryListing listing(InventoryList::Connections);
    InventoryTableView view(listing,
                            {InventoryColumn::ConnectionName, InventoryColumn::Organizations,
                             InventoryColumn::Enabled});
    view.resize(900, 400);
    view.show();
    listing.setSource(connections({0, 2000, 1000}));
    listing.show();
    QTRY_COMPARE(listing.model().rowCount(), 3);
    QCoreApplication::processEvents();
    const int section =
        int(columnsOf(InventoryList::Connections).indexOf(InventoryColumn::Organizations));
    const QString number = QLocale().toString(2000);
    const int least = cellWidth(view, number, CellLook::Plain);
    view.horizontalHeader()->resizeSection(section, least);
    const QRect cell = view.visualRect(view.model()->index(1, section));
    QCOMPARE(cell.width(), least);
    const QColor accent = view.palette().color(QPalette::Active, QPalette::Highlight);
    QCOMPARE(pixelsAlong(view.viewport()->grab(cell).toImage(), cell.height() / 2, accent).first,
             -1);
    const auto texts = paintedTexts(*view.viewport());
    QVERIFY(std::ranges::find(texts, number, &PaintedText::text) != texts.end());
    // One organization each: full bars everywhere would say nothing.
    view.horizontalHeader()->resizeSection(section, 200);
    listing.setSource(connections({1, 1, 1}));
    listing.show();
    QTRY_COMPARE(listing.model().rowCount(), 3);
    QCoreApplication::processEvents();
    const QRect one = view.visualRect(view.model()->index(1, section));
    QCOMPARE(pixelsAlong(view.viewport()->grab(one).toImage(), one.height() / 2, accent).first, -1);
}

void TestInventoryTableView::rowsToCheckHaveTheirSign_data()
{
    barsShowTheirShare_data();
}

void TestInventoryTableView::rowsToCheckHaveTheirSign()
{
    QFETCH(const Theme, theme);
    QFETCH(const Qt::LayoutDirection, direction);
    applyTheme(theme);
    const auto restore = qScopeGuard([] { applyTheme(Theme::Light); });
    InventoryListing listing(InventoryList::Connections);
    InventoryTableView view(listing,
                            {InventoryColumn::ConnectionName, InventoryColumn::Organizations});
    view.setLayoutDirection(direction);
    view.resize(700, 400);
    view.show();
    listing.setSource(connections({2, 1}));
    listing.show();
    QTRY_COMPARE(listing.model().rowCount(), 2);
    QCoreApplication::processEvents();
    const auto sign = [&](int row) {
        const QRect cell = view.visualRect(view.model()->index(row, 0));
        QImage picture = view.viewport()->grab(cell).toImage();
        if (direction == Qt::RightToLeft)
            picture = picture.mirrored(true, false);
        return pixelsAlong(picture, cell.height() / 2, findingColor(view.palette()));
    };
    QVERIFY2(sign(0).first >= 12 && sign(0).second < 24,
             qPrintable(QString::number(sign(0).first)));
    QCOMPARE(sign(1).first, -1);
    // The names line up, behind the sign.
    QList<qreal> starts;
    for (const PaintedText &painted : paintedTexts(*view.viewport())) {
        const QRect cell = view.visualRect(view.model()->index(0, 0));
        if (painted.text.startsWith("connection-"_L1))
            starts.append(direction == Qt::RightToLeft ? cell.right() - painted.place.right()
                                                       : painted.place.left() - cell.left());
    }
    QCOMPARE(starts.size(), 2);
    QVERIFY(qAbs(starts.at(0) - starts.at(1)) <= 1);
    QVERIFY(starts.at(0) > sign(0).second);
}

//! Qt itself moves the current row alone, and the selection stays where nobody sees it.
void TestInventoryTableView::keysToTheEndsSelect()
{
    InventoryListing listing(InventoryList::Connections);
    InventoryTableView view(listing, {InventoryColumn::ConnectionName});
    view.show();
    listing.setSource(connections(QList<int>(60, 1)));
    listing.show();
    QTRY_COMPARE(listing.model().rowCount(), 60);
    const auto selected = [&view] {
        QList<int> rows;
        for (const QModelIndex &index : view.selectionModel()->selectedRows())
            rows.append(index.row());
        std::ranges::sort(rows);
        return rows;
    };
    view.selectRow(3);
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view.currentIndex().row(), 59);
    QCOMPARE(selected(), QList<int>{59});
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(view.currentIndex().row(), 0);
    QCOMPARE(selected(), QList<int>{0});
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(selected(), (QList<int>{57, 58, 59}));
    // The arrow keys still move without selecting.
    QTest::keyRelease(&view, Qt::Key_Control);
    view.selectRow(3);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view.currentIndex().row(), 4);
    QCOMPARE(selected(), QList<int>{3});
    QTest::keyRelease(&view, Qt::Key_Control);
}

void TestInventoryTableView::aBannerDoesNotHideTheCurrentRow()
{
    InventoryListing listing(InventoryList::Connections);
    InventoryTableView view(listing, {InventoryColumn::ConnectionName});
    view.resize(400, 300);
    view.show();
    listing.setSource(connections(QList<int>(60, 1)));
    listing.show();
    QTRY_COMPARE(listing.model().rowCount(), 60);
    const auto isInSight = [&view] {
        return view.viewport()->rect().contains(view.visualRect(view.currentIndex()));
    };
    const int last = view.rowAt(view.viewport()->height() - 1) - 1;
    QCOMPARE_GT(last, 2);
    view.selectRow(last);
    QVERIFY(isInSight());
    view.resize(400, 260);
    QVERIFY(isInSight());
    // One that was out of sight stays there: nobody looked at it.
    view.scrollToBottom();
    QVERIFY(!isInSight());
    view.resize(400, 240);
    QVERIFY(!isInSight());
    view.selectRow(59);
    view.scrollToTop();
    view.resize(400, 220);
    QVERIFY(!isInSight());
}

//! And says that the others are missing.
void TestInventoryTableView::copiesOnlyRowsThatAreRead()
{
    const Translations translations(u"en"_s);
    auto source = std::make_shared<FakeInventorySource>();
    source->rows = 5000;
    InventoryListing listing(InventoryList::Links);
    listing.setSource(source);
    QWidget window;
    PassingNote note(&window);
    InventoryTableView view(listing, {InventoryColumn::OrganizationId}, &window);
    view.resize(600, 400);
    window.show();
    listing.show();
    QTRY_VERIFY(listing.model().rowAt(0));
    int read = 0;
    source->answersFetches = false;
    for (int row = 0; row < 5000; ++row)
        read += listing.model().rowAt(row) ? 1 : 0;
    QCOMPARE_GT(read, 0);
    QCOMPARE_LT(read, 5000);
    view.selectAll();
    view.copySelection();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), read);
    QVERIFY(!lines.contains(u"…"_s));
    const QString rest = u" of 5,000 rows copied; the others have not been read. Export has all of "
                         "them."_s;
    QCOMPARE(note.fullText(), QLocale(u"en"_s).toString(read) + rest);
    view.clearSelection();
    view.selectRow(read - 1);
    view.copySelection();
    QVERIFY2(note.fullText().startsWith(u"1 row"_s), qPrintable(note.fullText()));
    // Without any to copy, the clipboard keeps what it has.
    QGuiApplication::clipboard()->setText(u"before"_s);
    view.clearSelection();
    view.selectRow(4999);
    view.copySelection();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY2(note.fullText().startsWith(u"0 of 1 rows copied"_s), qPrintable(note.fullText()));
    note.say(QString());
    view.setCurrentIndex(listing.model().index(4999, 0));
    view.copyCell();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY2(note.fullText().startsWith(u"0 of 1 rows copied"_s), qPrintable(note.fullText()));
}

QTEST_MAIN(TestInventoryTableView)
#include "tst_inventorytableview.moc"
