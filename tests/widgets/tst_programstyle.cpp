// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/programstyle.h"

#include "support/contrast.h"
#include "support/windowtesting.h"
#include "widgets/controls/theming.h"

#include <QButtonGroup>
#include <QDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QProxyStyle>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestProgramStyle final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::System); }
    void init() { failOnUnexpectedWarnings(); }

    void enterPressesAToolButton_data();
    void enterPressesAToolButton();
    void enterPressesItsButtonRatherThanThatOfTheDialog();
    void enterOpensAMenu();
    void tabComesToTheChosenOne_data();
    void tabComesToTheChosenOne();
    void withoutAChoiceTabComesToTheFirst();
    void numbersStandOnTheLineOfTheirLabels_data();
    void numbersStandOnTheLineOfTheirLabels();
    void aBusyBarDoesNotLookDone_data();
    void aBusyBarDoesNotLookDone();
    void aBusyBarMoves();
    void aBarIsFilledByItsValue();
};

namespace {

struct Form {
    explicit Form(bool hasGroup)
    {
        auto *layout = new QHBoxLayout(&window);
        layout->addWidget(before);
        for (QRadioButton *button : buttons) {
            layout->addWidget(button);
            if (hasGroup)
                group.addButton(button);
        }
        layout->addWidget(after);
    }

    QWidget window;
    QButtonGroup group;
    QLineEdit *before = new QLineEdit(&window);
    std::array<QRadioButton *, 3> buttons{new QRadioButton(u"A"_s, &window),
                                          new QRadioButton(u"B"_s, &window),
                                          new QRadioButton(u"C"_s, &window)};
    QLineEdit *after = new QLineEdit(&window);
};

//! Asks the program's own drawing for animations, whatever the system says.
class MovingStyle final : public QProxyStyle {
public:
    MovingStyle()
        : QProxyStyle(new ProgramStyle(u"fusion"_s))
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration
            ? 1
            : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

//! Where the accent is on a quarter of the bar's height, and what else is there, within its frame.
struct BarColors {
    explicit BarColors(QProgressBar &bar)
        : picture(bar.grab().toImage())
        , accent(bar.palette().color(QPalette::Active, QPalette::Highlight))
    {
        for (int x = 2; x < picture.width() - 2; ++x) {
            const QColor pixel = picture.pixelColor(x, picture.height() / 4);
            if (pixel == accent)
                filled.append(x);
            else
                leastContrast = std::min(leastContrast, contrast(pixel, accent));
        }
    }

    QImage picture;
    QColor accent;
    QList<int> filled{};
    double leastContrast = 21;
};

} // namespace

void TestProgramStyle::enterPressesAToolButton_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<int>("clicks");
    QTest::newRow("Return") << Qt::Key_Return << Qt::KeyboardModifiers() << 1;
    QTest::newRow("Enter") << Qt::Key_Enter << Qt::KeyboardModifiers(Qt::KeypadModifier) << 1;
    QTest::newRow("Space") << Qt::Key_Space << Qt::KeyboardModifiers() << 1;
    QTest::newRow("Ctrl+Return") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ControlModifier)
                                 << 0;
}

void TestProgramStyle::enterPressesAToolButton()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QFETCH(const int, clicks);
    QToolButton button;
    const QSignalSpy clicked(&button, &QToolButton::clicked);
    button.show();
    QTest::keyClick(&button, key, modifiers);
    QCOMPARE(clicked.size(), clicks);
    QVERIFY(!button.isDown());
}

void TestProgramStyle::enterPressesItsButtonRatherThanThatOfTheDialog()
{
    QDialog dialog;
    auto *other = new QPushButton(&dialog);
    other->setDefault(true);
    auto *button = new QToolButton(&dialog);
    const QSignalSpy clicked(button, &QToolButton::clicked);
    const QSignalSpy otherClicked(other, &QPushButton::clicked);
    dialog.show();
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(otherClicked.size(), 0);
}

void TestProgramStyle::enterOpensAMenu()
{
    QToolButton button;
    QMenu menu;
    menu.addAction(u"Entry"_s);
    button.setMenu(&menu);
    button.setPopupMode(QToolButton::InstantPopup);
    button.show();
    bool isOpened = false;
    connect(&menu, &QMenu::aboutToShow, &menu, [&] {
        isOpened = true;
        QTimer::singleShot(0, &menu, &QWidget::close); // it waits until the menu is closed
    });
    QTest::keyClick(&button, Qt::Key_Return);
    QVERIFY(isOpened);
}

void TestProgramStyle::tabComesToTheChosenOne_data()
{
    QTest::addColumn<bool>("hasGroup");
    QTest::addColumn<std::size_t>("chosen");
    for (const bool hasGroup : {false, true}) {
        for (const std::size_t chosen : {0U, 1U, 2U})
            QTest::addRow("%zu, %s", chosen, hasGroup ? "in a group" : "of one parent")
                << hasGroup << chosen;
    }
}

void TestProgramStyle::tabComesToTheChosenOne()
{
    QFETCH(const bool, hasGroup);
    QFETCH(const std::size_t, chosen);
    Form form(hasGroup);
    form.buttons.at(chosen)->setChecked(true);
    form.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    form.before->setFocus();
    QTest::keyClick(form.before, Qt::Key_Tab);
    QVERIFY(form.buttons.at(chosen)->hasFocus());
    QTest::keyClick(form.buttons.at(chosen), Qt::Key_Tab);
    QVERIFY(form.after->hasFocus());
    QTest::keyClick(form.after, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(form.buttons.at(chosen)->hasFocus());

    form.before->setFocus();
    const std::size_t other = (chosen + 1) % form.buttons.size();
    form.buttons.at(other)->setChecked(true); // by the program
    QTest::keyClick(form.before, Qt::Key_Tab);
    QVERIFY(form.buttons.at(other)->hasFocus());
}

void TestProgramStyle::withoutAChoiceTabComesToTheFirst()
{
    Form form(false);
    form.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    form.before->setFocus();
    QTest::keyClick(form.before, Qt::Key_Tab);
    QVERIFY(form.buttons.at(0)->hasFocus());
}

void TestProgramStyle::numbersStandOnTheLineOfTheirLabels_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.25, 1.5, 2.0})
        QTest::addRow("fonts at %.0f %%", scale * 100) << scale;
}

//! As texts do, in fields of the same height.
void TestProgramStyle::numbersStandOnTheLineOfTheirLabels()
{
    QFETCH(const double, scale);
    QDialog dialog;
    QFont font = dialog.font();
    font.setPointSizeF(font.pointSizeF() * scale);
    dialog.setFont(font);
    auto *form = new QFormLayout(&dialog);
    auto *text = new QLineEdit(&dialog);
    auto *number = new QSpinBox(&dialog);
    auto *label = new QLabel(u"Rows"_s, &dialog);
    form->addRow(u"Name"_s, text);
    form->addRow(label, number);
    dialog.show();
    QCOMPARE(number->height(), text->height());
    const QRect inner = number->findChild<QLineEdit *>()->geometry();
    const auto textTop = [&number](const QRect &place) { // of a line in its middle
        return place.top() + (place.height() - number->fontMetrics().height() + 1) / 2;
    };
    const int labelTop =
        label->y() + (label->height() - label->fontMetrics().height()) / 2 - number->y();
    QCOMPARE_LE(std::abs(textTop(inner) - labelTop), 1);
}

void TestProgramStyle::aBusyBarDoesNotLookDone_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("high contrast") << Theme::HighContrast;
}

//! A part of it is filled, which differs from the rest, and its frame from the window (WCAG 2.2,
//! 1.4.11).
void TestProgramStyle::aBusyBarDoesNotLookDone()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    QWidget window;
    window.resize(220, 40);
    auto *bar = new QProgressBar(&window);
    bar->setGeometry(10, 10, 200, 20);
    bar->setRange(0, 0);
    window.show();
    const BarColors colors(*bar);
    QCOMPARE_GT(colors.filled.size(), 20);
    QCOMPARE_LT(colors.filled.size(), 120);
    QCOMPARE_GE(colors.leastContrast, 3);
    const QColor ground = window.palette().color(QPalette::Active, QPalette::Window);
    QCOMPARE_GE(contrast(colors.picture.pixelColor(100, 0), ground), 3);
    QCOMPARE_GE(contrast(colors.picture.pixelColor(0, 10), ground), 3);
    applyTheme(Theme::System);
}

void TestProgramStyle::aBusyBarMoves()
{
    MovingStyle style;
    QProgressBar bar;
    bar.setStyle(&style);
    bar.resize(200, 20);
    bar.setRange(0, 0);
    bar.show();
    QTRY_VERIFY(!BarColors(bar).filled.isEmpty());
    const QList<int> before = BarColors(bar).filled;
    QTRY_VERIFY(BarColors(bar).filled != before);
}

void TestProgramStyle::aBarIsFilledByItsValue()
{
    applyTheme(Theme::Light);
    QProgressBar bar;
    bar.resize(202, 20); // with a pixel of frame at each side
    bar.setTextVisible(false);
    bar.setRange(0, 4);
    bar.setValue(0);
    bar.show();
    QCOMPARE(BarColors(bar).filled.size(), 0);
    bar.setValue(1);
    QCOMPARE(BarColors(bar).filled.last(), 50);
    bar.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(BarColors(bar).filled.first(), 151);
    bar.setValue(4);
    QCOMPARE(BarColors(bar).leastContrast, 21); // nothing else is there
    applyTheme(Theme::System);
}

QTEST_MAIN(TestProgramStyle)
#include "tst_programstyle.moc"
