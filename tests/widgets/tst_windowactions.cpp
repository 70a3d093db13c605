// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowactions.h"

#include "support/demodesk.h"
#include "widgets/table/copymenu.h"

#include <QKeySequence>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestWindowActions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }
    void menusHaveTheOrderOfThePlatform();
    void menusHaveWhatBelongsThere_data();
    void menusHaveWhatBelongsThere();
    void mnemonicsAreUniqueInEachMenu_data();
    void mnemonicsAreUniqueInEachMenu();
    void everyEntryHasAMnemonic();
    void noMenuHasIcons();
    void ellipsisIsOneCharacter();
    void buttonsHaveNoEllipsis();
    void menuActionsHaveTheirPath();
    void plainTextIsReadable_data();
    void plainTextIsReadable();

private:
    //! Menus that open from this one, and itself.
    static QList<const QMenu *> menus(const QList<QAction *> &actions)
    {
        QList<const QMenu *> found;
        for (const QAction *action : actions) {
            if (action->menu())
                found += QList<const QMenu *>{action->menu()} + menus(action->menu()->actions());
        }
        return found;
    }
    //! Two entries of a menu with the same mnemonic, as one line each.
    static QStringList clashes(DemoDesk &desk)
    {
        QList<const QMenu *> all = menus(desk.window().menuBar()->actions());
        all.append(desk.window().findChild<CopyMenu *>());
        QStringList found;
        const auto look = [&found](const QList<QAction *> &actions) {
            QMap<QKeySequence, QString> taken;
            for (const QAction *action : actions) {
                const QKeySequence keys = QKeySequence::mnemonic(action->text());
                if (keys.isEmpty() || !action->isVisible())
                    continue; // columns have two menus, one for each kind of list
                if (taken.contains(keys))
                    found.append(taken.value(keys) + u" / "_s + action->text());
                taken.insert(keys, action->text());
            }
        };
        for (const QMenu *menu : all)
            look(menu->actions());
        look(desk.window().menuBar()->actions());
        return found;
    }
};

void TestWindowActions::menusHaveTheOrderOfThePlatform()
{
    DemoDesk desk;
    QStringList titles;
    for (const QAction *action : desk.window().menuBar()->actions())
        titles.append(plainText(*action));
    QCOMPARE(titles,
             (QStringList{u"File"_s, u"Edit"_s, u"View"_s, u"Go"_s, u"Tenant"_s, u"Help"_s}));
}

void TestWindowActions::menusHaveWhatBelongsThere_data()
{
    QTest::addColumn<QString>("menu");
    QTest::addColumn<QStringList>("entries");
    QTest::newRow("File") << u"File"_s
                          << QStringList{u"New window"_s,
                                         u"Connect a tenant…"_s,
                                         u"Switch tenant…"_s,
                                         u"Enter token…"_s,
                                         u"Explore the demo tenant"_s,
                                         u"Open…"_s,
                                         u"Open recent"_s,
                                         u"Close file"_s,
                                         u"Compare with a saved view…"_s,
                                         u"Save inventory as…"_s,
                                         u"Export…"_s,
                                         u"Report…"_s,
                                         u"Settings…"_s,
                                         u"Close window"_s,
                                         u"Quit"_s};
    QTest::newRow("Edit") << u"Edit"_s
                          << QStringList{u"Copy rows"_s,          u"Copy cell"_s,  u"Copy as"_s,
                                         u"Copy connection ID"_s, u"Select all"_s, u"Find"_s};
    QTest::newRow("Help") << u"Help"_s
                          << QStringList{u"Keyboard shortcuts"_s, u"How to get access"_s,
                                         u"About Vestibule"_s};
}

void TestWindowActions::menusHaveWhatBelongsThere()
{
    QFETCH(const QString, menu);
    QFETCH(const QStringList, entries);
    DemoDesk desk;
    QStringList found;
    for (const QAction *action : desk.window().menuBar()->actions()) {
        if (plainText(*action) != menu)
            continue;
        for (const QAction *entry : action->menu()->actions()) {
            if (!entry->isSeparator())
                found.append(QString(entry->text()).remove(u'&'));
        }
    }
    QCOMPARE(found, entries);
}

void TestWindowActions::mnemonicsAreUniqueInEachMenu_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("French") << u"fr"_s;
}

void TestWindowActions::mnemonicsAreUniqueInEachMenu()
{
    QFETCH(const QString, language);
    QTranslator translator; // uninstalled at the end of this function
    QVERIFY(translator.load(u":/i18n/vestibule_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    DemoDesk desk;
    QCOMPARE(clashes(desk).join(u", "_s), QString());
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(clashes(desk).join(u", "_s), QString());
    // Texts that depend on what is open.
    desk.action("placeOrganizationsAction")->trigger();
    desk.action("sweepAction")->trigger();
    QCOMPARE(clashes(desk).join(u", "_s), QString());
    desk.action("pauseSweepAction")->trigger();
    QCOMPARE(clashes(desk).join(u", "_s), QString());
    desk.action("stopSweepAction")->trigger();
    QTRY_VERIFY(desk.sweeps().running().isEmpty());
    QCOMPARE(clashes(desk).join(u", "_s), QString());
}

//! Lists that are as long as the user makes them have none: files, organizations, columns.
void TestWindowActions::everyEntryHasAMnemonic()
{
    DemoDesk desk;
    for (const auto &[action, path] : menuActions(*desk.window().menuBar())) {
        if (!action->objectName().endsWith("Action"_L1))
            continue;
        QVERIFY2(!QKeySequence::mnemonic(action->text()).isEmpty(), qPrintable(action->text()));
    }
}

void TestWindowActions::noMenuHasIcons()
{
    DemoDesk desk;
    for (const QMenu *menu : menus(desk.window().menuBar()->actions())) {
        for (const QAction *action : menu->actions()) {
            QVERIFY2(action->icon().isNull() || !action->isIconVisibleInMenu(),
                     qPrintable(action->text()));
        }
    }
    QVERIFY(!desk.action("refreshAction")->icon().isNull()); // for its button
}

void TestWindowActions::ellipsisIsOneCharacter()
{
    DemoDesk desk;
    for (const QAction *action : desk.window().findChildren<QAction *>())
        QVERIFY2(!action->text().contains("..."_L1), qPrintable(action->text()));
}

void TestWindowActions::buttonsHaveNoEllipsis()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(child<QToolButton>(&desk.window(), "exportButton")->text(), u"Export"_s);
}

void TestWindowActions::menuActionsHaveTheirPath()
{
    DemoDesk desk;
    QMap<QString, QStringList> paths;
    for (const auto &[action, path] : menuActions(*desk.window().menuBar()))
        paths.insert(action->objectName(), path);
    QCOMPARE(paths.value(u"exportAction"_s), QStringList{u"File"_s});
    QCOMPARE(paths.value(u"copyCsvAction"_s), (QStringList{u"Edit"_s, u"Copy as"_s}));
    QCOMPARE(paths.value(u"placeLinksAction"_s), QStringList{u"Go"_s});
}

void TestWindowActions::plainTextIsReadable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("mnemonic") << u"&Open…"_s << u"Open"_s;
    QTest::newRow("ampersand") << u"Ben && &Jerry"_s << u"Ben & Jerry"_s;
    QTest::newRow("nothing to remove") << u"About"_s << u"About"_s;
}

void TestWindowActions::plainTextIsReadable()
{
    QFETCH(const QString, text);
    QFETCH(const QString, plain);
    QCOMPARE(plainText(QAction(text)), plain);
}

QTEST_MAIN(TestWindowActions)
#include "tst_windowactions.moc"
