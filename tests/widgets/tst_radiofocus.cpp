// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/controls/radiofocus.h"
#include "widgets/controls/theming.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>

#include <array>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestRadioFocus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::System); }
    void init() { failOnUnexpectedWarnings(); }

    void tabComesToTheChosenOne_data();
    void tabComesToTheChosenOne();
    void withoutAChoiceTabComesToTheFirst();
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

} // namespace

void TestRadioFocus::tabComesToTheChosenOne_data()
{
    QTest::addColumn<bool>("hasGroup");
    QTest::addColumn<std::size_t>("chosen");
    for (const bool hasGroup : {false, true}) {
        for (const std::size_t chosen : {0U, 1U, 2U})
            QTest::addRow("%zu, %s", chosen, hasGroup ? "in a group" : "of one parent")
                << hasGroup << chosen;
    }
}

void TestRadioFocus::tabComesToTheChosenOne()
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

void TestRadioFocus::withoutAChoiceTabComesToTheFirst()
{
    Form form(false);
    form.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    form.before->setFocus();
    QTest::keyClick(form.before, Qt::Key_Tab);
    QVERIFY(form.buttons.at(0)->hasFocus());
}

QTEST_MAIN(TestRadioFocus)
#include "tst_radiofocus.moc"
