// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"

#include <QClipboard>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class MainWindowSelectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void detailsFollowTheSelection();
    void severalAreCounted();
    void selectionSurvivesARefresh();
    void selectionSurvivesGoingBackToAPage();
    void scrollPositionSurvivesARefresh();
    void scrollPositionSurvivesGoingBackToAPage();
    void aNewPageBeginsAtItsTop();
    void theIdIsCopied();
    void detailPaneCanBeHidden();

private:
    static QStringList selectedIds(DemoDesk &desk)
    {
        QStringList ids;
        for (const OrganizationConnection &connection : desk.table().selectedConnections())
            ids.append(connection.connectionId);
        return ids;
    }
};

void MainWindowSelectionTest::detailsFollowTheSelection()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QStringList names = desk.column(ConnectionField::Name);
    QCOMPARE(labelText(&desk.window(), "nameLabel"), names.at(0)); // something is always shown
    desk.table().setFocus();
    for (int row = 1; row < names.size(); ++row) {
        QTest::keyClick(&desk.table(), Qt::Key_Down);
        QCOMPARE(labelText(&desk.window(), "nameLabel"), names.at(row));
    }
}

void MainWindowSelectionTest::severalAreCounted()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selectedIds(desk), desk.ids().first(3));
    QVERIFY(child<QLabel>(&desk.window(), "hintLabel")->isVisible());
    QCOMPARE(labelText(&desk.window(), "hintLabel"), u"3 connections selected."_s);
    QVERIFY(!desk.action("copyIdAction")->isEnabled());
}

void MainWindowSelectionTest::selectionSurvivesARefresh()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.select(6);
    const QStringList selected = selectedIds(desk);
    QCOMPARE(selected, QStringList{desk.ids().at(6)});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(selectedIds(desk), selected);
    QCOMPARE(labelText(&desk.window(), "nameLabel"), desk.column(ConnectionField::Name).at(6));
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(selectedIds(desk), selected);
}

void MainWindowSelectionTest::selectionSurvivesGoingBackToAPage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.select(30);
    const QStringList selected = selectedIds(desk);
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(selectedIds(desk), QStringList{desk.ids().constFirst()});
    QVERIFY(desk.trigger("previousPageAction"));
    QCOMPARE(selectedIds(desk), selected);
}

void MainWindowSelectionTest::scrollPositionSurvivesARefresh()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QScrollBar *bar = desk.table().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 10);
    bar->setValue(10);
    QVERIFY(desk.trigger("refreshAction"));
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), 10); // although the selected row is the first one
}

void MainWindowSelectionTest::scrollPositionSurvivesGoingBackToAPage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QScrollBar *bar = desk.table().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 10);
    bar->setValue(10);
    QVERIFY(desk.trigger("nextPageAction"));
    QVERIFY(desk.trigger("previousPageAction"));
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), 10);
}

void MainWindowSelectionTest::aNewPageBeginsAtItsTop()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QScrollBar *bar = desk.table().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 10);
    bar->setValue(10);
    QVERIFY(desk.trigger("nextPageAction"));
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), 0);
}

void MainWindowSelectionTest::theIdIsCopied()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.select(2);
    QVERIFY(desk.action("copyIdAction")->isEnabled());
    desk.action("copyIdAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), desk.ids().at(2));
    desk.select(3);
    child<QToolButton>(&desk.window(), "copyIdButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), desk.ids().at(3));
}

void MainWindowSelectionTest::detailPaneCanBeHidden()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *details = child(&desk.window(), "ConnectionDetailPane");
    QVERIFY(details->isVisible());
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    QVERIFY(!details->isVisible());
    QTest::keyClick(&desk.window(), Qt::Key_F9);
    QVERIFY(details->isVisible());
}

QTEST_MAIN(MainWindowSelectionTest)
#include "tst_mainwindowselection.moc"
