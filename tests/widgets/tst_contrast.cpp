// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/contrast.h"
#include "support/windowtesting.h"
#include "widgets/controls/figurebuttons.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"
#include "widgets/table/celldelegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHoverEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QProxyStyle>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Vestibule;

Q_DECLARE_METATYPE(Vestibule::Theme)

//! The contrast of what is drawn, by WCAG 2.1: text of 4.5 to 1 (1.4.3), frames, icons and the sign
//! of the focus of 3 to 1 (1.4.11), measured on the pixels of real controls in all four themes.
class TestContrast final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init();
    void cleanup() { applyTheme(Theme::System); }

    void framesStandOut_data() { addThemes(); }
    void framesStandOut();
    void focusStandsOut_data() { addThemes(); }
    void focusStandsOut();
    void focusInAViewStandsOut_data() { addThemes(); }
    void focusInAViewStandsOut();
    void theFocusOfAnotherControlIsNoFrame_data() { addThemes(); }
    void theFocusOfAnotherControlIsNoFrame();
    void selectedTextIsReadable_data() { addThemes(); }
    void selectedTextIsReadable();
    void selectionHasABarInActiveAndInactiveWindows_data() { addThemes(); }
    void selectionHasABarInActiveAndInactiveWindows();
    void iconsStandOut_data() { addThemes(); }
    void iconsStandOut();
    void chosenTabHasALineOfTheAccent_data() { addThemes(); }
    void chosenTabHasALineOfTheAccent();
    void disabledFramesAreDashedInHighContrast();
    void framesOfFiguresStandOutInHighContrast();
    void framesInABannerStandOut_data() { addOwnThemes(); }
    void framesInABannerStandOut();
    void figuresShowTheFocus_data() { addThemes(); }
    void figuresShowTheFocus();
    void theArrowOfAMenuIsBesideTheWord_data();
    void theArrowOfAMenuIsBesideTheWord();
    void theArrowOfAnOrderIsInTheMiddle_data() { addOwnThemes(); }
    void theArrowOfAnOrderIsInTheMiddle();
    void sizesAreThoseOfTheStyleBelowButEasyToHit();
    void tabsAndEntriesShowTheMouse_data() { addThemes(); }
    void tabsAndEntriesShowTheMouse();

private:
    static void addThemes()
    {
        addOwnThemes();
        QTest::newRow("system") << Theme::System;
    }
    //! Those that are not drawn by the platform's style.
    static void addOwnThemes()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
        QTest::newRow("high contrast") << Theme::HighContrast;
    }
    //! A window with one control of each kind; only its ground is around them.
    struct Controls {
        Controls();
        [[nodiscard]] QImage picture()
        {
            return window.grab().toImage().convertToFormat(QImage::Format_RGB32);
        }
        [[nodiscard]] QColor ground() const { return window.palette().color(QPalette::Window); }

        QWidget window;
        QLineEdit *field = new QLineEdit(u"text"_s);
        QSpinBox *number = new QSpinBox;
        QComboBox *choice = new QComboBox;
        QPushButton *button = new QPushButton(u"Button"_s);
        QToolButton *tool = new QToolButton;
        QToolButton *flatTool = new QToolButton;
        QCheckBox *check = new QCheckBox(u"Check"_s);
        QCheckBox *checked = new QCheckBox(u"Checked"_s);
        QRadioButton *radio = new QRadioButton(u"Radio"_s);
        QList<QWidget *> all;
    };
    //! The best contrast with the ground that a row or column of pixels has along a whole side of
    //! the rectangle, as a frame has it; each pixel counts, corners and dashes do not.
    static double frameContrast(const QImage &picture, const QRect &place, const QColor &ground,
                                bool isRound);
    static int pixelsOf(const QImage &picture, const QRect &place, const QColor &color);
    static bool isAlike(const QColor &one, const QColor &other)
    {
        return qAbs(one.red() - other.red()) < 8 && qAbs(one.green() - other.green()) < 8
            && qAbs(one.blue() - other.blue()) < 8;
    }
    static void fill(QTableView &table, QStandardItemModel &model);
};

void TestContrast::init()
{
    failOnUnexpectedWarnings();
    if (!QTest::currentDataTag())
        return;
    QFETCH(const Theme, theme);
    applyTheme(theme);
}

TestContrast::Controls::Controls()
{
    choice->addItem(u"Choice"_s);
    checked->setChecked(true);
    tool->setText(u"Tool"_s);
    flatTool->setText(u"Flat"_s);
    flatTool->setAutoRaise(true);
    all = {field, number, choice, button, tool, flatTool, check, checked, radio};
    auto *layout = new QHBoxLayout(&window);
    layout->setSpacing(20);
    for (QWidget *widget : all) {
        layout->addWidget(widget);
        if (auto *pushButton = qobject_cast<QPushButton *>(widget))
            pushButton->setAutoDefault(false);
    }
    for (QToolButton *toolButton : {tool, flatTool})
        toolButton->setFocusPolicy(Qt::StrongFocus);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not become active");
}

double TestContrast::frameContrast(const QImage &picture, const QRect &place, const QColor &ground,
                                   bool isRound)
{
    double best = 0;
    const int middle = place.center().y();
    const int reach = isRound ? 0 : 2;
    for (int x = place.left(); x < place.left() + 4; ++x) {
        double least = 21;
        for (int y = middle - reach; y <= middle + reach; ++y)
            least = std::min(least, contrast(picture.pixelColor(x, y), ground));
        best = std::max(best, least);
    }
    return best;
}

int TestContrast::pixelsOf(const QImage &picture, const QRect &place, const QColor &color)
{
    int count = 0;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            count += isAlike(picture.pixelColor(x, y), color) ? 1 : 0;
    }
    return count;
}

void TestContrast::fill(QTableView &table, QStandardItemModel &model)
{
    for (int row = 0; row < 4; ++row)
        model.appendRow({new QStandardItem(u"MMMM"_s), new QStandardItem(u"MMMM"_s)});
    table.setModel(&model);
    setUpTable(table);
    table.resize(400, 200);
    table.show();
    table.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&table));
}

void TestContrast::framesStandOut()
{
    Controls controls;
    const QImage picture = controls.picture();
    for (const QWidget *widget : controls.all) {
        if (widget == controls.flatTool)
            continue; // its text or icon is its sign
        const double reached =
            frameContrast(picture, widget->geometry(), controls.ground(), widget == controls.radio);
        QVERIFY2(reached >= 3,
                 qPrintable(u"%1: %2"_s.arg(QLatin1StringView(widget->metaObject()->className()))
                                .arg(reached)));
    }
}

void TestContrast::focusStandsOut()
{
    Controls controls;
    const QColor accent = controls.window.palette().color(QPalette::Active, QPalette::Highlight);
    QCOMPARE_GE(contrast(accent, controls.ground()), 3.0);
    QCOMPARE_GE(contrast(accent, controls.window.palette().color(QPalette::Base)), 3.0);
    for (QWidget *widget : controls.all) {
        widget->clearFocus();
        const QImage before = controls.picture();
        widget->setFocus(Qt::TabFocusReason);
        QVERIFY(widget->hasFocus());
        const QImage after = controls.picture();
        const int added = pixelsOf(after, widget->geometry(), accent)
            - pixelsOf(before, widget->geometry(), accent);
        // A ring of two pixels around a text of at least 20 times 12 pixels.
        QVERIFY2(
            added >= 2 * (20 + 12) * 2 - 20,
            qPrintable(
                u"%1: %2"_s.arg(QLatin1StringView(widget->metaObject()->className())).arg(added)));
    }
}

void TestContrast::focusInAViewStandsOut()
{
    QTableView table;
    QStandardItemModel model;
    fill(table, model);
    table.setFocus();
    table.setCurrentIndex(model.index(1, 1));
    table.clearSelection();
    const QColor accent = table.palette().color(QPalette::Active, QPalette::Highlight);
    const QRect cell = table.visualRect(model.index(1, 1));
    const auto ring = [&] { return pixelsOf(table.viewport()->grab().toImage(), cell, accent); };
    QCOMPARE_GE(ring(), 2 * cell.width() - 10); // a line above the row and one below it
    table.clearFocus();
    QCOMPARE(ring(), 0);
}

void TestContrast::theFocusOfAnotherControlIsNoFrame()
{
    Controls controls;
    const QColor accent = controls.window.palette().color(QPalette::Active, QPalette::Highlight);
    controls.field->setFocus();
    const QImage picture = controls.picture();
    for (const QWidget *widget :
         {static_cast<QWidget *>(controls.number), static_cast<QWidget *>(controls.choice),
          static_cast<QWidget *>(controls.button)})
        QCOMPARE(pixelsOf(picture, widget->geometry(), accent), 0);
}

void TestContrast::selectedTextIsReadable()
{
    QTableView table;
    QStandardItemModel model;
    fill(table, model);
    const QPalette palette = table.palette();
    const QColor tint = selectionColor(palette);
    for (const QColor &text : {palette.color(QPalette::Text), mutedTextColor(palette)})
        QCOMPARE_GE(contrast(text, tint), 4.5);
    for (const QColor &sign : {findingColor(palette), positiveColor(palette)})
        QCOMPARE_GE(contrast(sign, tint), 3.0);
    table.selectRow(1);
    const QImage picture = table.viewport()->grab().toImage();
    const QRect cell = table.visualRect(model.index(1, 1));
    QCOMPARE_GE(pixelsOf(picture, cell, tint), cell.width() * cell.height() / 2);
    QCOMPARE_GE(pixelsOf(picture, cell, palette.color(QPalette::Text)), 20); // of the letters
}

void TestContrast::selectionHasABarInActiveAndInactiveWindows()
{
    QTableView table;
    QStandardItemModel model;
    fill(table, model);
    table.selectRow(1);
    const QColor accent = table.palette().color(QPalette::Active, QPalette::Highlight);
    const QRect cell = table.visualRect(model.index(1, 0));
    const QRect bar(0, cell.top(), 3, cell.height() - 1);
    QImage pictures[2];
    for (const bool isActive : {true, false}) {
        QApplication::setActiveWindow(isActive ? &table : nullptr);
        QCOMPARE(table.isActiveWindow(), isActive);
        table.clearFocus();
        pictures[isActive ? 0 : 1] = table.viewport()->grab().toImage();
        QCOMPARE_GE(pixelsOf(pictures[isActive ? 0 : 1], bar, accent), 3 * (cell.height() - 2));
    }
    QCOMPARE(pictures[0].copy(cell), pictures[1].copy(cell));
}

void TestContrast::iconsStandOut()
{
    const QPalette palette = QGuiApplication::palette();
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s})) {
        if (file.startsWith("io.github"_L1))
            continue;
        const QIcon icon = symbolIcon(file.chopped(4));
        const QColor ink = inkOf(icon.pixmap(QSize(64, 64), 1.0).toImage());
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base}) {
            const double reached = contrast(ink, palette.color(ground));
            QVERIFY2(reached >= 3, qPrintable(u"%1: %2"_s.arg(file).arg(reached)));
        }
    }
}

void TestContrast::chosenTabHasALineOfTheAccent()
{
    QTabBar tabs;
    tabs.addTab(u"One"_s);
    tabs.addTab(u"Two"_s);
    tabs.show();
    const QColor accent = tabs.palette().color(QPalette::Active, QPalette::Highlight);
    const QImage picture = tabs.grab().toImage();
    QCOMPARE_GE(pixelsOf(picture, tabs.tabRect(0), accent), 2 * (tabs.tabRect(0).width() - 4));
    QCOMPARE(pixelsOf(picture, tabs.tabRect(1).adjusted(2, 0, 0, 0), accent), 0);
    const QColor ground = tabs.palette().color(QPalette::Window);
    QCOMPARE_GE(contrast(mutedTextColor(tabs.palette()), ground), 4.5); // of the other one
}

void TestContrast::disabledFramesAreDashedInHighContrast()
{
    applyTheme(Theme::HighContrast);
    Controls controls;
    controls.field->setMinimumWidth(100);
    controls.check->setFocus();
    const auto whitePixels = [&](const QWidget *widget) {
        return pixelsOf(controls.picture(),
                        QRect(widget->geometry().topLeft(), QSize(widget->width(), 3)), Qt::white);
    };
    for (QWidget *widget :
         {static_cast<QWidget *>(controls.field), static_cast<QWidget *>(controls.button),
          static_cast<QWidget *>(controls.number)}) {
        widget->setEnabled(true);
        const int enabled = whitePixels(widget);
        QCOMPARE_GE(enabled, widget->width() - 12);
        widget->setEnabled(false);
        const int disabled = whitePixels(widget);
        QCOMPARE_GE(disabled, enabled / 3); // still a frame
        QCOMPARE_LE(disabled, enabled * 9 / 10); // but with gaps
    }
}

//! A tab or an entry of a list says that it can be clicked; their frames say it for the others.
void TestContrast::tabsAndEntriesShowTheMouse()
{
    const auto differs = [](QWidget &painted, QWidget &under, const QPoint &place) {
        const QImage before = painted.grab().toImage();
        QHoverEvent over(QEvent::HoverMove, place, under.mapToGlobal(place), QPointF(-1, -1));
        QCoreApplication::sendEvent(&under, &over);
        return painted.grab().toImage() != before;
    };
    QTabBar tabs;
    tabs.addTab(u"One"_s);
    tabs.addTab(u"Two"_s);
    tabs.show();
    QVERIFY(tabs.testAttribute(Qt::WA_Hover));
    QVERIFY(differs(tabs, tabs, tabs.tabRect(1).center()));

    QStandardItemModel model;
    model.appendRow(new QStandardItem(u"First"_s));
    model.appendRow(new QStandardItem(u"Second"_s));
    QListView list;
    list.setModel(&model);
    list.show();
    QVERIFY(list.viewport()->testAttribute(Qt::WA_Hover));
    QVERIFY(differs(list, *list.viewport(), list.visualRect(model.index(1, 0)).center()));
}

//! WCAG 2.2, 2.5.8: what is clicked is at least 24 pixels high. A box with its word is not: the
//! room around it is its own.
void TestContrast::framesOfFiguresStandOutInHighContrast()
{
    applyTheme(Theme::HighContrast);
    QWidget window;
    auto *tile = new NumberTile(&window);
    tile->setNumber(u"12"_s, u"links"_s, u"12 links"_s);
    tile->setGeometry(10, 10, 120, 60);
    auto *bar = new BarButton(&window);
    bar->setBar({.label = u"None"_s, .number = u"0"_s, .spoken = u"None: 0"_s});
    bar->setWidths(40, 20);
    bar->setGeometry(10, 90, 300, 24);
    window.resize(320, 130);
    const QImage picture = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QColor ground = window.palette().color(QPalette::Window);
    QVERIFY(frameContrast(picture, tile->geometry(), ground, false) >= 3);
    // The empty bar begins behind the label.
    int best = 0;
    for (int x = 60; x < 100; ++x)
        best += contrast(picture.pixelColor(x, bar->geometry().center().y()), ground) >= 3 ? 1 : 0;
    QVERIFY(best > 0);
}

void TestContrast::framesInABannerStandOut()
{
    QFETCH(const Theme, theme);
    MessageBanner banner;
    banner.showMessage({.severity = MessageBanner::Severity::Warning,
                        .text = u"A message"_s,
                        .actionText = u"Undo"_s});
    banner.resize(500, 50);
    const QImage picture = banner.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const auto *button = child<QPushButton>(&banner, "actionButton");
    const QRect place(button->mapTo(&banner, QPoint()), button->size());
    const QColor ground = banner.palette().color(QPalette::Window);
    const double least = theme == Theme::HighContrast ? 7 : 3;
    QVERIFY(frameContrast(picture, place, ground, false) >= least);
}

void TestContrast::figuresShowTheFocus()
{
    QWidget window;
    auto *tile = new NumberTile(&window);
    tile->setNumber(u"12"_s, u"links"_s, u"12 links"_s);
    tile->setGeometry(10, 10, 120, 60);
    window.resize(200, 100);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    tile->clearFocus();
    const QColor accent = window.palette().color(QPalette::Active, QPalette::Highlight);
    const auto accented = [&] {
        return pixelsOf(window.grab().toImage().convertToFormat(QImage::Format_RGB32),
                        tile->geometry(), accent);
    };
    const int without = accented();
    tile->setFocus();
    QVERIFY(accented() - without > 2 * (2 * 100 + 2 * 40)); // two pixels wide, without the corners
}

void TestContrast::theArrowOfAMenuIsBesideTheWord_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        for (const auto theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
            QTest::addRow("theme %d, direction %d", int(theme), int(direction))
                << theme << direction;
    }
}

void TestContrast::theArrowOfAMenuIsBesideTheWord()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QWidget window;
    window.setLayoutDirection(direction);
    auto *button = new QToolButton(&window);
    button->setText(u"HHHH"_s);
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setGeometry(QRect(QPoint(10, 10), button->sizeHint()));
    window.resize(200, 60);
    QImage picture = button->grab().toImage().convertToFormat(QImage::Format_RGB32);
    if (direction == Qt::RightToLeft)
        picture = picture.mirrored(true, false);
    const QColor fill = picture.pixelColor(picture.width() / 2, 3);
    QList<int> columns; // where something is drawn, without the frame
    QList<int> rows; // of the arrow
    constexpr int ArrowRoom = 18;
    for (int x = 3; x < picture.width() - 3; ++x) {
        for (int y = 3; y < picture.height() - 3; ++y) {
            if (contrast(picture.pixelColor(x, y), fill) < 1.6)
                continue;
            columns.append(x);
            if (x >= picture.width() - ArrowRoom)
                rows.append(y);
        }
    }
    QVERIFY(!rows.isEmpty());
    const double middle = (*std::ranges::min_element(rows) + *std::ranges::max_element(rows)) / 2.0;
    QVERIFY2(std::abs(middle - (picture.height() - 1) / 2.0) <= 1.5,
             qPrintable(QString::number(middle)));
    QList<int> arrow;
    std::ranges::copy_if(columns, std::back_inserter(arrow),
                         [&](int x) { return x >= picture.width() - ArrowRoom; });
    const int width = *std::ranges::max_element(arrow) - *std::ranges::min_element(arrow) + 1;
    QVERIFY2(width >= 7 && width <= 10, qPrintable(QString::number(width)));
    int wordEnd = 0;
    for (const int x : std::as_const(columns))
        wordEnd = x < picture.width() - ArrowRoom ? std::max(wordEnd, x) : wordEnd;
    QVERIFY(*std::ranges::min_element(arrow) - wordEnd > 3);
}

void TestContrast::theArrowOfAnOrderIsInTheMiddle()
{
    QWidget widget;
    for (const auto order : {QStyleOptionHeader::SortUp, QStyleOptionHeader::SortDown}) {
        QStyleOptionHeader head;
        head.initFrom(&widget);
        head.orientation = Qt::Horizontal;
        head.sortIndicator = order;
        head.rect = QRect(0, 0, 9, 25);
        QImage picture(9, 25, QImage::Format_RGB32);
        picture.fill(head.palette.color(QPalette::Button));
        QPainter painter(&picture);
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &head, &painter);
        painter.end();
        QList<int> rows;
        for (int y = 0; y < picture.height(); ++y) {
            if (contrast(picture.pixelColor(4, y), head.palette.color(QPalette::Button)) > 3)
                rows.append(y);
        }
        QVERIFY(!rows.isEmpty());
        const double middle = (rows.constFirst() + rows.constLast()) / 2.0;
        QVERIFY2(std::abs(middle - 12) <= 0.5, qPrintable(QString::number(middle)));
    }
}

void TestContrast::sizesAreThoseOfTheStyleBelowButEasyToHit()
{
    applyTheme(Theme::Light);
    Controls controls;
    const auto *style = qobject_cast<QProxyStyle *>(QApplication::style());
    QVERIFY(style);
    const std::unique_ptr<QStyle> plain(QStyleFactory::create(style->baseStyle()->name()));
    QList<QSize> own;
    for (QWidget *widget : controls.all) {
        widget->setStyle(QApplication::style()); // what is measured is measured anew
        own.append(widget->sizeHint());
    }
    for (qsizetype i = 0; i < controls.all.size(); ++i) {
        controls.all.at(i)->setStyle(plain.get());
        QSize expected = controls.all.at(i)->sizeHint();
        const bool isBox = qobject_cast<QCheckBox *>(controls.all.at(i))
            || qobject_cast<QRadioButton *>(controls.all.at(i));
        if (!isBox)
            expected.setHeight(std::max(24, expected.height()));
        if (controls.all.at(i) == controls.number) // on one line with a text
            expected.setHeight(own.at(controls.all.indexOf(controls.field)).height());
        const QSize difference = expected - own.at(i);
        QVERIFY2(qAbs(difference.width()) <= 1 && qAbs(difference.height()) <= 1,
                 controls.all.at(i)->metaObject()->className());
        controls.all.at(i)->setStyle(nullptr);
    }
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
