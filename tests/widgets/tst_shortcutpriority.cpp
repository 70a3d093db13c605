// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/shortcutpriority.h"

#include "support/demodesk.h"
#include "widgets/window/windowactions.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! Makes a field claim every key. Which keys it claims by itself depends on the desktop, and the
//! tests run on none.
class Greed final : public QObject {
protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        event->accept();
        return true;
    }
};

} // namespace

class TestShortcutPriority final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }
    void everyShortcutWorksFromEveryField_data();
    void everyShortcutWorksFromEveryField();
    void editingKeysStayWithTheField();
    void disabledActionsTakeNoKey();
    void dialogsKeepTheirKeys();

private:
    //! What has the keyboard and does something with keys.
    static QList<QWidget *> fields(const QWidget &window)
    {
        QList<QWidget *> found;
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            const bool isField = qobject_cast<QLineEdit *>(widget)
                || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QComboBox *>(widget)
                || qobject_cast<QPlainTextEdit *>(widget)
                || qobject_cast<QAbstractItemView *>(widget);
            if (isField && widget->isVisible() && widget->isEnabled()
                && widget->focusPolicy() != Qt::NoFocus && widget->window() == &window)
                found.append(widget);
        }
        return found;
    }
};

void TestShortcutPriority::everyShortcutWorksFromEveryField_data()
{
    QTest::addColumn<bool>("isWholeTenant");
    QTest::newRow("organization") << false;
    QTest::newRow("whole tenant") << true;
}

void TestShortcutPriority::everyShortcutWorksFromEveryField()
{
    QFETCH(const bool, isWholeTenant);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    desk.select(0);
    child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(1); // the text of the row
    if (isWholeTenant) {
        desk.action("placeOrganizationsAction")->trigger();
        desk.action("sweepAction")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.sweeps().running().isEmpty(), 60'000);
        QTRY_VERIFY(desk.session().inventory().isOpen()); // each step of it updates the actions
    }
    QList<QAction *> actions;
    for (const auto &[action, path] : menuActions(*desk.window().menuBar())) {
        if (action->shortcut().isEmpty() || action->shortcutContext() != Qt::WindowShortcut)
            continue;
        // Only the keys are of interest, not what comes of them.
        disconnect(action, &QAction::triggered, nullptr, nullptr);
        disconnect(action, &QAction::toggled, nullptr, nullptr);
        action->setEnabled(true);
        actions.append(action);
    }
    QVERIFY(actions.size() > 50);
    const QList<QWidget *> all = fields(desk.window());
    QVERIFY(all.size() >= 4);
    Greed greed;
    for (QWidget *field : all) {
        field->installEventFilter(&greed);
        field->setFocus();
        QVERIFY2(field->hasFocus(), qPrintable(field->objectName()));
        for (QAction *action : std::as_const(actions)) {
            action->setEnabled(true); // what is read meanwhile may have disabled it again
            const QSignalSpy triggered(action, &QAction::triggered);
            const QKeyCombination keys = action->shortcut()[0];
            QTest::keyClick(QApplication::focusWidget(), keys.key(), keys.keyboardModifiers());
            QVERIFY2(triggered.size() == 1,
                     qPrintable(field->objectName() + u": "_s + action->shortcut().toString()));
        }
        field->removeEventFilter(&greed);
    }
}

void TestShortcutPriority::editingKeysStayWithTheField()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setFocus();
    field->setText(u"one two"_s);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(field->selectedText(), u"one two"_s);
    QTest::keyClick(field, Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(field->text(), QString());
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field->text(), u"one two"_s);
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field->text(), QString());
    QTest::keyClicks(field, u"12"_s);
    QTest::keyClick(field, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(field->cursorPosition(), 0);
}

void TestShortcutPriority::disabledActionsTakeNoKey()
{
    QWidget window;
    QLineEdit field(&window);
    QAction action;
    action.setShortcut(Qt::CTRL | Qt::Key_E);
    window.addAction(&action);
    new ShortcutPriority(window, {&action});
    Greed greed;
    field.installEventFilter(&greed);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    const auto claims = [&field] {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
        event.ignore();
        QApplication::sendEvent(&field, &event);
        return event.isAccepted();
    };
    QVERIFY(!claims());
    action.setEnabled(false);
    QVERIFY(claims());
}

void TestShortcutPriority::dialogsKeepTheirKeys()
{
    QWidget window;
    QAction action;
    action.setShortcut(Qt::CTRL | Qt::Key_E);
    new ShortcutPriority(window, {&action});
    QWidget dialog(&window, Qt::Dialog);
    QLineEdit field(&dialog);
    Greed greed;
    field.installEventFilter(&greed);
    QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
    event.ignore();
    QApplication::sendEvent(&field, &event);
    QVERIFY(event.isAccepted());
}

QTEST_MAIN(TestShortcutPriority)
#include "tst_shortcutpriority.moc"
