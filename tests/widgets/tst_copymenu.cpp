// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/controls/passingnote.h"
#include "widgets/table/copymenu.h"

#include <QClipboard>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What the menu copies to the clipboard.
class TestCopyMenu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init()
    {
        failOnUnexpectedWarnings();
        QGuiApplication::clipboard()->clear();
    }

    void copyKeyCopiesTheSelectedRows();
    void copyKeyInAFieldCopiesItsText();
    void copyCellCopiesTheCurrentCell();
    void nothingCopiedContainsTheToken();
    void rowActionsNeedASelection();
    void consoleLinkNeedsAKnownDomain();
    void rightClickOpensTheMenu();
};

void TestCopyMenu::copyKeyCopiesTheSelectedRows()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&desk.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    const QStringList names = desk.column(ConnectionField::Name);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(1).section(u'\t', 0, 0), names.at(0));
    QCOMPARE(lines.at(2).section(u'\t', 0, 0), names.at(1));
}

void TestCopyMenu::copyKeyInAFieldCopiesItsText()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *field = child<QLineEdit>(&desk.window(), "jsonFindField");
    child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(1);
    field->setFocus();
    field->setText(u"strategy"_s);
    field->selectAll();
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"strategy"_s);
}

void TestCopyMenu::copyCellCopiesTheCurrentCell()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setCurrentIndex(desk.table().model()->index(2, 2));
    desk.action("copyCellAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), desk.column(ConnectionField::Strategy).at(2));
}

void TestCopyMenu::nothingCopiedContainsTheToken()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.select(0);
    const QList<QAction *> actions = desk.window().findChild<CopyMenu *>()->actions();
    int copied = 0;
    const auto *note = child<PassingNote>(&desk.window(), "passingNote");
    QSet<QString> announcements;
    for (QAction *action : actions) {
        QGuiApplication::clipboard()->clear();
        if (action->isSeparator() || !action->isEnabled())
            continue;
        action->trigger();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(!text.isEmpty(), qPrintable(action->text()));
        QVERIFY(!text.contains(desk.token()));
        QVERIFY2(note->fullText().contains("copied"_L1), qPrintable(action->text()));
        QVERIFY(!announcements.contains(note->fullText()));
        announcements.insert(note->fullText());
        ++copied;
    }
    QCOMPARE(copied, 8); // all but the console link, which the demo tenant does not have
}

void TestCopyMenu::rowActionsNeedASelection()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().clearSelection();
    for (const char *name : {"copyCellAction", "copyTsvAction", "copyCsvAction", "copyJsonAction",
                             "copyMarkdownAction", "copyTerraformAction"})
        QVERIFY2(!desk.action(name)->isEnabled(), name);
    QVERIFY(desk.action("copyCurlAction")->isEnabled());
    QVERIFY(desk.action("copyAuth0Action")->isEnabled());
}

void TestCopyMenu::consoleLinkNeedsAKnownDomain()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!desk.action("copyConsoleAction")->isEnabled());
}

void TestCopyMenu::rightClickOpensTheMenu()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *menu = desk.window().findChild<CopyMenu *>();
    Q_EMIT desk.table().customContextMenuRequested(QPoint(20, 20));
    QVERIFY(menu->isVisible());
    menu->close();
}

QTEST_MAIN(TestCopyMenu)
#include "tst_copymenu.moc"
