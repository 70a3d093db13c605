// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/widgetwalk.h"

#include "support/windowtesting.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

//! Each check of the walk can fail, and passes where nothing is wrong.
class TestWidgetWalk final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void textWithEnoughRoomIsNotCut();
    void cutTextIsFound_data();
    void cutTextIsFound();
    void elidedTextNeedsAToolTip();
    void drawnEllipsisNeedsAToolTip();
    void menuThatVanishedIsFound();
    void headAndCellThatAreCutAreFound();
    void widgetOutsideItsParentIsFound();
    void windowLargerThanItsScreenIsFound();
    void widgetInAScrollAreaMayLeaveIt();
    void columnOutsideTheTableIsFound();
    void shortenedCellIsFound();
    void paleTextIsFound();
    void paleTextOfCellsAndMenusIsFound();
    void paleFrameIsFound();
    void paleIconIsFound();
    void sameWidgetIsJudgedOnce();
    void invisibleFocusIsFound();
    void stopOutOfSightIsFound();
    void fieldThatKeepsTabIsFound();
    void floatingButtonIsFound();
    void widgetMadeAnewIsTheSame();
    void laterStateIsIncluded();
    void areaIsLeftOut();
    void movedValueIsFound();

private:
    static QString checks(const WidgetFaults &faults)
    {
        QStringList found;
        for (const WidgetFault &fault : faults)
            found.append(fault.check + u' ' + fault.widget);
        return found.join(u", "_s);
    }
};

namespace {

constexpr char Sentence[] = "A sentence that needs a lot of room";

QString sentence()
{
    return QString::fromLatin1(Sentence);
}

template <typename T>
T *named(T *widget)
{
    widget->setObjectName(u"it"_s);
    return widget;
}

//! Draws one colour, and another one with the focus.
class Stop final : public QWidget {
public:
    Stop(const QColor &focused, QWidget *parent)
        : QWidget(parent)
        , m_focused(focused)
    {
        setFocusPolicy(Qt::StrongFocus);
        setFixedSize(40, 20);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), hasFocus() ? m_focused : QColor(Qt::white));
    }

private:
    QColor m_focused;
};

//! Its text breaks where there is no room.
class BreakingButton final : public QPushButton {
public:
    explicit BreakingButton(const QString &text)
        : QPushButton(text)
    {
        QSizePolicy policy = sizePolicy();
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    int heightForWidth(int width) const override
    {
        return fontMetrics().boundingRect(0, 0, width, 1000, Qt::TextWordWrap, text()).height();
    }
};

} // namespace

void TestWidgetWalk::textWithEnoughRoomIsNotCut()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *wrapped = new QLabel(sentence());
    wrapped->setWordWrap(true);
    auto *group = new QGroupBox(sentence());
    auto *box = new QComboBox;
    box->addItem(sentence());
    auto *tabs = new QTabBar;
    tabs->addTab(sentence());
    auto *field = new QLineEdit;
    field->setPlaceholderText(sentence());
    for (QWidget *widget : std::initializer_list<QWidget *>{
             new QLabel(sentence()), wrapped, new QPushButton(sentence()),
             new QCheckBox(sentence()), new QRadioButton(sentence()), group, box, tabs, field,
             new QSpinBox})
        layout->addWidget(widget);
    window.resize(600, 600);
    window.show();
    QCOMPARE(faultText(cutTexts(window)), QString());
    QCOMPARE(faultText(widgetsOutside(window)), QString());
}

void TestWidgetWalk::cutTextIsFound_data()
{
    QTest::addColumn<QWidget *>("widget");
    QTest::newRow("label") << static_cast<QWidget *>(new QLabel(sentence()));
    QTest::newRow("button") << static_cast<QWidget *>(new QPushButton(sentence()));
    QTest::newRow("check box") << static_cast<QWidget *>(new QCheckBox(sentence()));
    QTest::newRow("radio button") << static_cast<QWidget *>(new QRadioButton(sentence()));
    QTest::newRow("group") << static_cast<QWidget *>(new QGroupBox(sentence()));
    QTest::newRow("breaking button") << static_cast<QWidget *>(new BreakingButton(sentence()));
    auto *tool = new QToolButton;
    tool->setText(sentence());
    QTest::newRow("tool button") << static_cast<QWidget *>(tool);
    auto *wrapped = new QLabel(sentence());
    wrapped->setWordWrap(true);
    QTest::newRow("wrapped label") << static_cast<QWidget *>(wrapped);
    auto *box = new QComboBox;
    box->addItem(sentence());
    QTest::newRow("combo box") << static_cast<QWidget *>(box);
    auto *field = new QLineEdit;
    field->setPlaceholderText(sentence());
    QTest::newRow("placeholder") << static_cast<QWidget *>(field);
    auto *tabs = new QTabBar;
    tabs->addTab(sentence());
    QTest::newRow("tab") << static_cast<QWidget *>(tabs);
}

void TestWidgetWalk::cutTextIsFound()
{
    QFETCH(QWidget *, widget);
    QWidget window;
    named(widget)->setParent(&window);
    widget->setGeometry(0, 0, 60, widget->sizeHint().height());
    window.setObjectName(u"window"_s);
    window.resize(300, 300);
    window.show();
    QVERIFY2(checks(cutTexts(window)).startsWith("cut window/it"_L1),
             qPrintable(faultText(cutTexts(window))));
}

void TestWidgetWalk::elidedTextNeedsAToolTip()
{
    QWidget window;
    auto *label = named(new QLabel(u"org_12…9f"_s, &window));
    label->adjustSize();
    window.show();
    QCOMPARE(cutTexts(window).size(), 1);
    label->setToolTip(u"org_123456789f"_s);
    QCOMPARE(faultText(cutTexts(window)), QString());
}

//! Also of widgets that draw their text themselves, such as a view or a combo box.
void TestWidgetWalk::drawnEllipsisNeedsAToolTip()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(400, 200);
    auto *list = named(new QListWidget(&window));
    list->setGeometry(0, 0, 100, 100);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->addItem(sentence());
    auto *button = new QPushButton(u"Save as…"_s, &window); // its own ellipsis
    button->move(0, 120);
    window.show();
    QCOMPARE(checks(elidedTexts(window)), u"elided window/it"_s);
    list->item(0)->setToolTip(u"Something else"_s);
    QCOMPARE(checks(elidedTexts(window)), u"elided window/it"_s);
    list->item(0)->setToolTip(u"<b>Name</b>: "_s + sentence());
    QCOMPARE(faultText(elidedTexts(window)), QString());
    list->item(0)->setToolTip({});
    list->resize(400, 100);
    QCOMPARE(faultText(elidedTexts(window)), QString());
}

void TestWidgetWalk::menuThatVanishedIsFound()
{
    QMainWindow window;
    for (int menu = 0; menu < 6; ++menu)
        window.menuBar()->addMenu(u"A long menu %1"_s.arg(menu));
    window.resize(1000, 100);
    window.show();
    QCOMPARE(faultText(cutTexts(window)), QString());
    window.resize(200, 100);
    QTRY_VERIFY(!cutTexts(window).isEmpty());
}

void TestWidgetWalk::headAndCellThatAreCutAreFound()
{
    QWidget window;
    QTableWidget table(1, 1, &window);
    table.setHorizontalHeaderLabels({sentence()});
    table.setItem(0, 0, new QTableWidgetItem(sentence()));
    table.resize(600, 200);
    table.setColumnWidth(0, 400);
    window.resize(600, 200);
    window.show();
    QCOMPARE(faultText(cutTexts(window)), QString());
    table.setColumnWidth(0, 80);
    QCOMPARE(cutTexts(window).size(), 2); // head and cell
    table.item(0, 0)->setToolTip(sentence());
    QCOMPARE(cutTexts(window).size(), 1);
}

void TestWidgetWalk::widgetOutsideItsParentIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(300, 100);
    auto *button = named(new QPushButton(u"OK"_s, &window));
    button->setGeometry(250, 10, 50, 30);
    window.show();
    QCOMPARE(faultText(widgetsOutside(window)), QString());
    button->move(260, 10);
    QCOMPARE(checks(widgetsOutside(window)), u"outside window/it"_s);
}

void TestWidgetWalk::windowLargerThanItsScreenIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.setGeometry(0, 0, 5000, 100);
    window.show();
    QCOMPARE(checks(widgetsOutside(window)), u"outside window"_s);
}

void TestWidgetWalk::widgetInAScrollAreaMayLeaveIt()
{
    QScrollArea area;
    auto *content = new QWidget;
    content->resize(1000, 1000);
    area.setWidget(content);
    area.resize(200, 200);
    area.show();
    QCOMPARE(faultText(widgetsOutside(area)), QString());
}

void TestWidgetWalk::columnOutsideTheTableIsFound()
{
    QWidget window;
    QTableWidget table(1, 2, &window);
    table.setObjectName(u"it"_s);
    table.setGeometry(0, 0, 400, 100);
    table.verticalHeader()->hide();
    window.resize(400, 100);
    window.show();
    const int room = table.viewport()->width();
    table.setColumnWidth(0, 100);
    table.setColumnWidth(1, room - 100);
    QCOMPARE(faultText(columnsOutside(window)), QString());
    table.setColumnWidth(1, room - 80);
    QTRY_COMPARE(columnsOutside(window).size(), 2); // the column and the scroll bar
    table.setColumnHidden(1, true);
    QTRY_COMPARE(columnsOutside(window).size(), 1); // white beside the other one
    table.setColumnWidth(0, room);
    QTRY_COMPARE(faultText(columnsOutside(window)), QString());
}

void TestWidgetWalk::shortenedCellIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    QTableWidget table(2, 2, &window);
    table.setObjectName(u"it"_s);
    table.setGeometry(0, 0, 400, 100);
    table.setItem(1, 0, new QTableWidgetItem(u"as long as that"_s));
    table.item(1, 0)->setToolTip(u"as long as that"_s);
    table.setColumnWidth(0, 200);
    window.resize(400, 100);
    window.show();
    QCOMPARE(faultText(shortenedCells(window)), QString());
    table.setColumnWidth(0, 50);
    QCOMPARE(checks(shortenedCells(window)), u"cell window/it"_s);
    table.setColumnHidden(0, true);
    QCOMPARE(faultText(shortenedCells(window)), QString());
}

void TestWidgetWalk::paleTextIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    QPalette colors;
    colors.setColor(QPalette::Window, Qt::white);
    colors.setColor(QPalette::WindowText, QColor(0x767676)); // 4.54 on white
    window.setPalette(colors);
    auto *label = named(new QLabel(sentence(), &window));
    label->adjustSize();
    window.show();
    QCOMPARE(faultText(lowContrasts(window)), QString());
    colors.setColor(QPalette::WindowText, QColor(0, 0, 0, 100)); // lets white through
    label->setPalette(colors);
    QCOMPARE(checks(lowContrasts(window)), u"text window/it"_s);
    colors.setColor(QPalette::WindowText, QColor(0x787878)); // 4.42
    label->setPalette(colors);
    QCOMPARE(checks(lowContrasts(window)), u"text window/it"_s);
    label->setEnabled(false);
    QCOMPARE(faultText(lowContrasts(window)), QString());
}

//! Whatever widget draws it, and unless it cannot be used.
void TestWidgetWalk::paleTextOfCellsAndMenusIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    auto *list = named(new QListWidget(&window));
    list->addItems({u"dark"_s, u"pale"_s});
    list->item(1)->setForeground(QColor(0x787878));
    QPalette colors;
    colors.setColor(QPalette::Base, Qt::white);
    colors.setColor(QPalette::Text, Qt::black);
    list->setPalette(colors);
    window.show();
    QCOMPARE(checks(lowContrasts(window)), u"text it/QWidget"_s);
    list->item(1)->setFlags(Qt::NoItemFlags);
    list->item(1)->setForeground(QBrush());
    colors.setColor(QPalette::Disabled, QPalette::Text, QColor(0x999999));
    list->setPalette(colors);
    QCOMPARE(faultText(lowContrasts(window)), QString());

    QMenu menu;
    menu.setObjectName(u"menu"_s);
    QAction *action = menu.addAction(sentence());
    menu.setStyleSheet(u"QMenu { background: white; color: #787878 }"_s);
    menu.popup({});
    QCOMPARE(checks(lowContrasts(menu)), u"text menu"_s);
    action->setEnabled(false);
    QCOMPARE(faultText(lowContrasts(menu)), QString());
}

void TestWidgetWalk::paleFrameIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(300, 100);
    window.setStyleSheet(u"QWidget { background: white } QLineEdit { border: 1px solid #777 }"_s);
    auto *field = named(new QLineEdit(&window));
    field->setGeometry(20, 20, 100, 30);
    window.show();
    QCOMPARE(faultText(lowContrasts(window)), QString());
    window.setStyleSheet(u"QWidget { background: white } QLineEdit { border: 1px solid #bbb }"_s);
    QCOMPARE(checks(lowContrasts(window)), u"frame window/it"_s);
    window.setStyleSheet(u"QWidget { background: white } QLineEdit { border: 1px solid #777; "
                         "border-left: none }"_s);
    QCOMPARE(checks(lowContrasts(window)), u"frame window/it"_s);
}

void TestWidgetWalk::paleIconIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    QPalette colors;
    colors.setColor(QPalette::Window, Qt::white);
    window.setPalette(colors);
    auto *label = named(new QLabel(&window));
    label->resize(24, 24);
    const auto show = [label](const QColor &color) {
        QPixmap icon(12, 12);
        icon.fill(color);
        label->setPixmap(icon);
    };
    show(QColor(0x777777));
    window.show();
    QCOMPARE(faultText(lowContrasts(window)), QString());
    show(QColor(0xbbbbbb));
    QCOMPARE(checks(lowContrasts(window)), u"icon window/it"_s);
}

void TestWidgetWalk::sameWidgetIsJudgedOnce()
{
    QWidget window;
    QPalette colors;
    colors.setColor(QPalette::Window, Qt::white);
    colors.setColor(QPalette::WindowText, QColor(0x999999));
    window.setPalette(colors);
    auto *label = named(new QLabel(sentence(), &window));
    label->adjustSize();
    window.show();
    QSet<QString> seen;
    QCOMPARE(lowContrasts(window, &seen).size(), 1);
    QCOMPARE(lowContrasts(window, &seen).size(), 0);
    label->setText(u"Another sentence"_s);
    QCOMPARE(lowContrasts(window, &seen).size(), 1);
}

void TestWidgetWalk::invisibleFocusIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    auto *layout = new QHBoxLayout(&window);
    layout->addWidget(new Stop(Qt::black, &window));
    auto *pale = named(new Stop(QColor(0xe7f4fc), &window));
    layout->addWidget(pale);
    window.show();
    QCOMPARE(checks(invisibleFocus(window)), u"focus window/it"_s);
    pale->setFocusPolicy(Qt::NoFocus);
    QCOMPARE(faultText(invisibleFocus(window)), QString()); // one stop, which Tab cannot leave
}

void TestWidgetWalk::stopOutOfSightIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(200, 100);
    auto *near = new Stop(Qt::black, &window);
    auto *far = named(new Stop(Qt::black, &window));
    near->move(10, 10);
    far->move(400, 10);
    window.show();
    QCOMPARE(checks(invisibleFocus(window)), u"focus window/it"_s);
}

void TestWidgetWalk::fieldThatKeepsTabIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    auto *layout = new QHBoxLayout(&window);
    auto *text = named(new QPlainTextEdit(&window));
    layout->addWidget(new Stop(Qt::black, &window));
    layout->addWidget(text);
    window.show();
    QVERIFY(checks(invisibleFocus(window)).contains("focus window/it"_L1));
    text->setTabChangesFocus(true);
    QCOMPARE(faultText(invisibleFocus(window)), QString());
}

void TestWidgetWalk::floatingButtonIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(400, 100);
    auto *layout = new QHBoxLayout(&window);
    auto *count = new QLabel(u"50"_s);
    layout->addWidget(count);
    auto *button = named(new QPushButton(u"Next"_s));
    layout->addWidget(button);
    layout->addStretch();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto places = [&window] { return WidgetPlaces::ofControls(window); };
    const WidgetPlaces before = places();
    QCOMPARE(faultText(before.floatsUntil(places())), QString());
    count->setText(u"50 of many more rows"_s);
    QCoreApplication::processEvents();
    QCOMPARE(checks(before.floatsUntil(places())), u"floats window/it"_s);
    button->hide(); // no place, so it moves nowhere
    QCOMPARE(faultText(before.floatsUntil(places())), QString());
}

//! The values of another row are often other widgets.
void TestWidgetWalk::widgetMadeAnewIsTheSame()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(300, 100);
    const auto show = [&window](int left, int width) {
        qDeleteAll(window.findChildren<QLabel *>());
        for (const int top : {10, 40}) {
            auto *value = new QLabel(u"yes"_s, &window);
            value->setGeometry(left, top, width, 20);
            value->show();
        }
        return WidgetPlaces::ofTexts(window);
    };
    window.show();
    const WidgetPlaces before = show(100, 50);
    QCOMPARE(faultText(before.movesUntil(show(100, 80))), QString());
    QCOMPARE(checks(before.movesUntil(show(86, 50))),
             u"moved window/QLabel, moved window/QLabel"_s);
}

//! What the first state does not have is compared from the second one on.
void TestWidgetWalk::laterStateIsIncluded()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(300, 100);
    window.show();
    WidgetPlaces places = WidgetPlaces::ofControls(window);
    auto *button = named(new QPushButton(u"Next"_s, &window));
    button->show();
    places.include(WidgetPlaces::ofControls(window));
    button->move(10, 0);
    QCOMPARE(checks(places.floatsUntil(WidgetPlaces::ofControls(window))), u"floats window/it"_s);
}

void TestWidgetWalk::areaIsLeftOut()
{
    QWidget window;
    auto *area = new QGroupBox(&window);
    auto *button = new QPushButton(u"Next"_s, area);
    area->resize(300, 100);
    window.show();
    const QStringList leftOut{u"QGroupBox"_s};
    const WidgetPlaces all = WidgetPlaces::ofControls(window);
    const WidgetPlaces some = WidgetPlaces::ofControls(window, leftOut);
    button->move(50, 50);
    QCOMPARE(all.floatsUntil(WidgetPlaces::ofControls(window)).size(), 1);
    QCOMPARE(some.floatsUntil(WidgetPlaces::ofControls(window, leftOut)).size(), 0);
}

void TestWidgetWalk::movedValueIsFound()
{
    QWidget window;
    window.setObjectName(u"window"_s);
    window.resize(300, 100);
    auto *value = named(new QLabel(u"yes"_s, &window));
    value->setGeometry(100, 10, 50, 20);
    window.show();
    const auto places = [&window] { return WidgetPlaces::ofTexts(window); };
    const WidgetPlaces before = places();
    value->setGeometry(100, 40, 80, 20); // below, and longer
    QCOMPARE(faultText(before.movesUntil(places())), QString());
    value->move(86, 40);
    QCOMPARE(checks(before.movesUntil(places())), u"moved window/it"_s);
    value->setGeometry(120, 10, 30, 20); // still ends there
    QCOMPARE(faultText(before.movesUntil(places())), QString());
}

QTEST_MAIN(TestWidgetWalk)
#include "tst_widgetwalk.moc"
