// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"

#include <QHeaderView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class MainWindowFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void filterIsTheServersAndGoesToPageOne();
    void filterThatHoldsAsksForNothing();
    void filterLeavesNothingAndOffersAll();
    void anEmptyOrganizationSaysSo();
    void findNarrowsTheRowsOnScreenAndSaysSo();
    void findLeavesTheDetailsToARowOnScreen();
    void keysLeadFromFindToTheRows();
    void findWithoutAMatchOffersClear();
    void findDoesNotSurviveAnotherOrganization();
    void headerSortsUpDownAndTheServersOrder();
    void sortingSaysThatItCoversThisPage();
    void sortingSurvivesAPageTurn();

private:
    static QString range(DemoDesk &desk) { return labelText(&desk.window(), "rangeLabel"); }
    static void clickHeader(DemoDesk &desk, ConnectionField field)
    {
        const QHeaderView *header = desk.table().horizontalHeader();
        const QPoint middle(header->sectionViewportPosition(int(field))
                                + header->sectionSize(int(field)) / 2,
                            header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
    }
};

void MainWindowFilterTest::filterIsTheServersAndGoesToPageOne()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    desk.tenant().clearRequests();
    child<QToolButton>(&desk.window(), "disabledButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeQueries(),
             QStringList{u"page=0&per_page=50&include_totals=true&is_enabled=false"_s});
    const QStringList disabled = desk.column(ConnectionField::IsEnabled);
    QCOMPARE(disabled, QStringList(disabled.size(), u"No"_s));
    const qsizetype no = *desk.browser().page()->total;
    child<QToolButton>(&desk.window(), "enabledButton")->click();
    QVERIFY(desk.settle());
    const QStringList enabled = desk.column(ConnectionField::IsEnabled);
    QCOMPARE(enabled, QStringList(enabled.size(), u"Yes"_s));
    const qsizetype yes = *desk.browser().page()->total;
    QVERIFY(no > 0 && yes > 0);
    QCOMPARE(no + yes, 237);
    QCOMPARE(range(desk), u"1-50 of %1"_s.arg(yes));
    child<QToolButton>(&desk.window(), "allButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"1-50 of 237"_s);
    QCOMPARE(desk.takeRequestCount(), 2);
}

void MainWindowFilterTest::filterThatHoldsAsksForNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showEnabledAction"));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("showEnabledAction"));
    QCOMPARE(desk.takeRequestCount(), 0);
    QVERIFY(desk.action("showEnabledAction")->isChecked());
    QVERIFY(!desk.action("showAllAction")->isChecked());
}

void MainWindowFilterTest::filterLeavesNothingAndOffersAll()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::None));
    QVERIFY(desk.trigger("showEnabledAction"));
    QCOMPARE(desk.stateText(), u"No enabled connections."_s);
    QVERIFY(desk.trigger("showDisabledAction"));
    QCOMPARE(desk.stateText(), u"No disabled connections."_s);
    QCOMPARE(desk.stateAction(), u"Show all"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.settle());
    QVERIFY(desk.action("showAllAction")->isChecked());
    QCOMPARE(desk.stateText(), u"Initech (onboarding) has no connections."_s);
}

void MainWindowFilterTest::anEmptyOrganizationSaysSo()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::None));
    QCOMPARE(desk.stateText(), u"Initech (onboarding) has no connections."_s);
    QCOMPARE(desk.stateAction(), QString());
    QCOMPARE(range(desk), u"0 of 0"_s);
    QVERIFY(desk.action("exportAction")->isEnabled()); // an empty result writes the header
    QVERIFY(!desk.action("copyIdAction")->isEnabled());
    QCOMPARE(labelText(&desk.window(), "hintLabel"), u"Select a connection to see its details."_s);
}

void MainWindowFilterTest::findNarrowsTheRowsOnScreenAndSaysSo()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().clearRequests();
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    QTest::keyClicks(field, u"ACME"_s);
    const QStringList names = desk.column(ConnectionField::Name);
    QVERIFY(!names.isEmpty() && names.size() < 10);
    for (const QString &name : names)
        QVERIFY(name.contains("acme"_L1));
    QCOMPARE(labelText(&desk.window(), "matchLabel"),
             u"%1 of 10 match on this page"_s.arg(names.size()));
    QCOMPARE(range(desk), u"1-10 of 10"_s); // the page is the same
    field->clear();
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(labelText(&desk.window(), "matchLabel"), QString());
    QCOMPARE(desk.takeRequestCount(), 0);
}

void MainWindowFilterTest::findLeavesTheDetailsToARowOnScreen()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.select(0);
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    const auto details = [&desk] { return labelText(&desk.window(), "nameLabel"); };
    field->setText(u"okta"_s);
    QCOMPARE(desk.column(ConnectionField::Name), QStringList{u"acme-okta"_s});
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QTRY_COMPARE(details(), u"acme-okta"_s); // they follow when the typing pauses
    field->clear(); // the row that was found stays
    QCOMPARE(desk.table().selectedConnections().constFirst().name, u"acme-okta"_s);
    QCOMPARE(details(), u"acme-okta"_s);
    field->setText(u"no such thing"_s);
    QVERIFY(desk.table().selectedConnections().isEmpty());
    QTRY_VERIFY(!desk.action("copyIdAction")->isEnabled());
    field->clear();
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QTRY_COMPARE(details(), *desk.table().selectedConnections().constFirst().name);
}

void MainWindowFilterTest::keysLeadFromFindToTheRows()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Down, Qt::Key_Escape}) {
        desk.action("findAction")->trigger();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"acme"_s);
        QTest::keyClick(field, key);
        QVERIFY(desk.table().hasFocus());
        QCOMPARE(field->text(), key == Qt::Key_Escape ? QString() : u"acme"_s);
    }
}

void MainWindowFilterTest::findWithoutAMatchOffersClear()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"<b>nobody</b> %1"_s);
    QCOMPARE(desk.stateText(), u"Nothing on this page matches “<b>nobody</b> %1”."_s);
    QCOMPARE(desk.stateAction(), u"Clear"_s);
    QCOMPARE(labelText(&desk.window(), "matchLabel"), u"0 of 10 match on this page"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(desk.stateText(), QString());
}

void MainWindowFilterTest::findDoesNotSurviveAnotherOrganization()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"okta"_s);
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(field->text(), u"okta"_s);
    QVERIFY(desk.ids().size() < 50);
    desk.session().openOrganization(desk.id(DemoDesk::Ten));
    QVERIFY(desk.settle());
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.ids().size(), 10);
}

void MainWindowFilterTest::headerSortsUpDownAndTheServersOrder()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().clearRequests();
    const QStringList served = desk.column(ConnectionField::Name);
    QStringList sorted = served;
    std::ranges::sort(sorted, [](const QString &left, const QString &right) {
        return left.compare(right, Qt::CaseInsensitive) < 0;
    });
    QVERIFY(sorted != served);
    clickHeader(desk, ConnectionField::Name);
    QCOMPARE(desk.column(ConnectionField::Name), sorted);
    clickHeader(desk, ConnectionField::Name);
    std::ranges::reverse(sorted);
    QCOMPARE(desk.column(ConnectionField::Name), sorted);
    clickHeader(desk, ConnectionField::Name);
    QCOMPARE(desk.column(ConnectionField::Name), served);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void MainWindowFilterTest::sortingSaysThatItCoversThisPage()
{
    DemoDesk desk;
    const auto *hint = child<QLabel>(&desk.window(), "sortLabel");
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(!hint->isVisible());
    clickHeader(desk, ConnectionField::Strategy);
    QVERIFY(hint->isVisible());
    QCOMPARE(hint->text(), u"Sorted within this page"_s);
    QVERIFY(desk.open(DemoDesk::Ten)); // one page: nothing to warn of
    QVERIFY(!hint->isVisible());
}

void MainWindowFilterTest::sortingSurvivesAPageTurn()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    clickHeader(desk, ConnectionField::OrganizationAccessLevel);
    QVERIFY(desk.trigger("nextPageAction"));
    QStringList levels = desk.column(ConnectionField::OrganizationAccessLevel);
    levels.removeDuplicates();
    QCOMPARE(levels, (QStringList{u"None"_s, u"Read-only"_s, u"Limited"_s, u"Full"_s}));
}

QTEST_MAIN(MainWindowFilterTest)
#include "tst_mainwindowfilter.moc"
