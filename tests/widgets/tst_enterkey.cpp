// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/controls/enterkey.h"
#include "widgets/controls/theming.h"

#include <QDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestEnterKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::System); }
    void init() { failOnUnexpectedWarnings(); }

    void pressesAToolButton_data();
    void pressesAToolButton();
    void pressesItsButtonRatherThanThatOfTheDialog();
    void opensAMenu();
    void leavesADisabledButtonAlone();
};

void TestEnterKey::pressesAToolButton_data()
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

void TestEnterKey::pressesAToolButton()
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

void TestEnterKey::pressesItsButtonRatherThanThatOfTheDialog()
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

void TestEnterKey::opensAMenu()
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

void TestEnterKey::leavesADisabledButtonAlone()
{
    QToolButton button;
    button.setEnabled(false);
    const QSignalSpy clicked(&button, &QToolButton::clicked);
    button.show();
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(&button, &enter);
    QCOMPARE(clicked.size(), 0);
    QVERIFY(!button.isDown());
}

QTEST_MAIN(TestEnterKey)
#include "tst_enterkey.moc"
