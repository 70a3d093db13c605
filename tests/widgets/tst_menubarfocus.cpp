// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/window/menubarfocus.h"

#include <QDialog>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestMenuBarFocus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void comesBackAfterAnotherWindow();
    void staysInTheBarWhileAMenuIsChosen();
};

namespace {

struct Window : QMainWindow {
    Window()
    {
        setCentralWidget(field);
        menuBar()->setNativeMenuBar(false);
        menuBar()->addMenu(u"&File"_s)->addAction(u"Entry"_s);
        new MenuBarFocus(*menuBar());
        show();
        activateWindow();
    }
    //! As F10 or Alt does.
    void startChoosing()
    {
        menuBar()->setActiveAction(menuBar()->actions().constFirst());
        menuBar()->setFocus(Qt::MenuBarFocusReason);
    }

    QLineEdit *field = new QLineEdit;
};

} // namespace

void TestMenuBarFocus::comesBackAfterAnotherWindow()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.field->setFocus();
    window.startChoosing();
    QVERIFY(window.menuBar()->hasFocus());
    {
        QDialog dialog(&window);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        window.menuBar()->setActiveAction(nullptr); // as the bar does when it loses the focus
    }
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(window.field->hasFocus());
}

void TestMenuBarFocus::staysInTheBarWhileAMenuIsChosen()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.field->setFocus();
    window.startChoosing();
    // Only from the second time on does it know the field that it could give the focus back to.
    window.menuBar()->setActiveAction(nullptr);
    window.field->setFocus();
    window.startChoosing();
    QVERIFY(window.menuBar()->hasFocus());
    QVERIFY(window.menuBar()->activeAction());
}

QTEST_MAIN(TestMenuBarFocus)
#include "tst_menubarfocus.moc"
