// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"
#include "widgets/settings/settingsdialog.h"

#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSet>
#include <QTabBar>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class MainWindowActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void everyActionHasTextNameAndItsOwnShortcut();
    void everyActionStandsInAMenu();
    void keysAreThoseThatArePromised_data();
    void keysAreThoseThatArePromised();
    void mnemonicsAreUniqueInEveryState_data();
    void mnemonicsAreUniqueInEveryState();
    void withoutATenantOnlyWhatNeedsNoneIsEnabled();
    void tabReachesEveryControlInOrder();
    void keysLeadToTheirFields();
    void keysDialogListsEveryShortcut();
    void aboutSaysWhoseItIs();

private:
    //! The program's own: Qt's have no name of ours.
    static QList<QAction *> actions(DemoDesk &desk)
    {
        return desk.window().findChildren<QAction *>(QRegularExpression(u"Action$"_s));
    }
    static QStringList focusChain(DemoDesk &desk);
};

namespace {

//! Pairs of texts in \a window that answer to the same key with Alt.
QString mnemonicClashes(const QWidget &window)
{
    QMap<QKeySequence, QString> taken;
    QStringList clashes;
    const auto take = [&](const QString &text) {
        const QKeySequence keys = QKeySequence::mnemonic(text);
        const QString other = keys.isEmpty() ? QString() : std::exchange(taken[keys], text);
        if (!other.isEmpty())
            clashes.append(other + " and "_L1 + text);
    };
    if (const auto *bar = window.findChild<QMenuBar *>()) {
        for (const QAction *menu : bar->actions())
            take(menu->text());
    }
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            take(button->text());
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            take(label->text());
        const auto *tabs = qobject_cast<const QTabBar *>(widget);
        for (int tab = 0; tabs && tab < tabs->count(); ++tab)
            take(tabs->tabText(tab));
    }
    return clashes.join(u',');
}

} // namespace

void MainWindowActionsTest::everyActionHasTextNameAndItsOwnShortcut()
{
    DemoDesk desk;
    QSet<QString> names;
    QSet<QString> texts;
    QSet<QKeySequence> shortcuts;
    for (const QAction *action : actions(desk)) {
        names.insert(action->objectName());
        texts.insert(action->text());
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!shortcuts.contains(action->shortcut()), qPrintable(action->objectName()));
        shortcuts.insert(action->shortcut());
    }
    QCOMPARE(names.size(), 35);
    QCOMPARE(texts.size(), names.size());
}

void MainWindowActionsTest::everyActionStandsInAMenu()
{
    DemoDesk desk;
    QSet<QAction *> inMenus;
    QList<QAction *> toLookAt = desk.window().menuBar()->actions();
    while (!toLookAt.isEmpty()) {
        QAction *action = toLookAt.takeFirst();
        inMenus.insert(action);
        if (action->menu())
            toLookAt += action->menu()->actions();
    }
    for (QAction *action : actions(desk))
        QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
}

void MainWindowActionsTest::keysAreThoseThatArePromised_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QKeySequence>("keys");
    const auto row = [](const char *action, const char *keys) {
        QTest::newRow(action) << QString::fromLatin1(action)
                              << QKeySequence::fromString(QString::fromLatin1(keys));
    };
    row("refreshAction", "F5");
    row("findAction", "Ctrl+F");
    row("exportAction", "Ctrl+E");
    row("organizationAction", "Ctrl+K");
    row("backAction", "Alt+PgUp");
    row("forwardAction", "Alt+PgDown");
    row("copyTsvAction", "Ctrl+C");
    row("tokenAction", "Ctrl+Shift+K");
    row("previousPageAction", "Alt+Left");
    row("nextPageAction", "Alt+Right");
    row("firstPageAction", "Alt+Home");
    row("lastPageAction", "Alt+End");
    row("goToPageAction", "Ctrl+G");
    row("showAllAction", "Ctrl+1");
    row("showEnabledAction", "Ctrl+2");
    row("showDisabledAction", "Ctrl+3");
    row("detailPaneAction", "F9");
    row("settingsAction", "Ctrl+,");
    row("keysAction", "F1");
}

void MainWindowActionsTest::keysAreThoseThatArePromised()
{
    QFETCH(const QString, action);
    QFETCH(const QKeySequence, keys);
    DemoDesk desk;
    QCOMPARE(desk.window().findChild<QAction *>(action)->shortcut(), keys);
}

void MainWindowActionsTest::mnemonicsAreUniqueInEveryState_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("French") << u"fr"_s;
}

void MainWindowActionsTest::mnemonicsAreUniqueInEveryState()
{
    QFETCH(const QString, language);
    QTranslator translator; // leaves with this function
    QVERIFY(translator.load(u":/i18n/vestibule_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    DemoDesk desk;
    QCOMPARE(mnemonicClashes(desk.window()), QString());
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(mnemonicClashes(desk.window()), QString());
    SettingsDialog settings(desk.session(), desk.network());
    settings.show();
    QCOMPARE(mnemonicClashes(settings), QString());
    ExportDialog dialog(desk.session(), desk.exports());
    dialog.show();
    QCOMPARE(mnemonicClashes(dialog), QString());
    desk.tenant().setFaults({u"expires-between-pages"_s});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QTRY_VERIFY(child(&desk.exportWindow(), "goOnButton")->isVisible());
    QCOMPARE(mnemonicClashes(desk.exportWindow()), QString());
    desk.window().close(); // which asks
    QCOMPARE(mnemonicClashes(*desk.lastDialog<StopQuestion>()), QString());
    desk.tenant().setFaults({});
    desk.exportWindow().job().goOn();
    QVERIFY(desk.exportEnds());
    QCOMPARE(mnemonicClashes(desk.exportWindow()), QString());
}

void MainWindowActionsTest::withoutATenantOnlyWhatNeedsNoneIsEnabled()
{
    DemoDesk desk;
    QStringList enabled;
    for (const QAction *action : actions(desk)) {
        if (action->isEnabled())
            enabled.append(action->objectName());
    }
    enabled.sort();
    QCOMPARE(
        enabled,
        (QStringList{u"aboutAction"_s, u"demoAction"_s, u"keysAction"_s, u"openSavedViewAction"_s,
                     u"privacyAction"_s, u"quitAction"_s, u"settingsAction"_s}));
}

//! What Tab reaches, from one control around to itself again.
QStringList MainWindowActionsTest::focusChain(DemoDesk &desk)
{
    QStringList chain;
    const QWidget *first = QApplication::focusWidget();
    do {
        const QWidget *here = QApplication::focusWidget();
        chain.append(here->objectName().isEmpty()
                         ? QString::fromLatin1(here->metaObject()->className())
                         : here->objectName());
        QTest::keyClick(&desk.window(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && chain.size() < 100);
    return chain;
}

void MainWindowActionsTest::tabReachesEveryControlInOrder()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    child(&desk.window(), "connectButton")->setFocus();
    QCOMPARE(focusChain(desk), (QStringList{u"connectButton"_s, u"demoButton"_s}));

    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction")); // all four steps lead somewhere
    child(&desk.window(), "tenantButton")->setFocus();
    QCOMPARE(focusChain(desk),
             (QStringList{u"tenantButton"_s, u"organizationField"_s, u"refreshButton"_s,
                          u"exportButton"_s, u"allButton"_s, u"enabledButton"_s,
                          u"disabledButton"_s, u"findField"_s, u"Vestibule::ConnectionTableView"_s,
                          u"copyIdButton"_s, u"qt_tabwidget_tabbar"_s, u"summaryTab"_s,
                          u"firstButton"_s, u"previousButton"_s, u"pageField"_s, u"nextButton"_s,
                          u"lastButton"_s, u"rowsField"_s}));
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    child(&desk.window(), "findField")->setFocus();
    const QStringList chain = focusChain(desk);
    QCOMPARE(chain.first(4),
             (QStringList{u"findField"_s, u"actionButton"_s, u"closeButton"_s,
                          u"Vestibule::ConnectionTableView"_s}));
}

void MainWindowActionsTest::keysLeadToTheirFields()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), child(&desk.window(), "findField"));
    QTest::keyClick(&desk.window(), Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), child(&desk.window(), "pageField"));
    QTest::keyClicks(QApplication::focusWidget(), u"3\r"_s);
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"101-150 of 237"_s);
    QTest::keyClick(&desk.window(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51-100 of 237"_s);
    QTest::keyClick(&desk.window(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), child(&desk.chooser(), "findField"));
    QTest::keyClicks(QApplication::focusWidget(), desk.id(DemoDesk::Ten) + u'\r');
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"1-10 of 10"_s);
}

void MainWindowActionsTest::keysDialogListsEveryShortcut()
{
    DemoDesk desk;
    desk.action("keysAction")->trigger();
    const auto *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        texts.append(label->text());
    for (const QAction *action : actions(desk)) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(texts.contains(keys), qPrintable(action->objectName()));
    }
    for (const QString &text : texts)
        QVERIFY2(!text.contains(u'&') && !text.contains("..."_L1), qPrintable(text));
}

void MainWindowActionsTest::aboutSaysWhoseItIs()
{
    DemoDesk desk;
    desk.action("aboutAction")->trigger();
    const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(box);
    QVERIFY(box->informativeText().contains("not affiliated with Auth0 or Okta"_L1));
    QVERIFY(box->informativeText().contains("MIT"_L1));
}

QTEST_MAIN(MainWindowActionsTest)
#include "tst_mainwindowactions.moc"
