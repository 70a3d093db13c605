// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/controls/sidelist.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The facets of one organization in the side list of the window.
class TestOrganizationFacets final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void aClickFiltersAndAnotherTakesItBack();
    void enabledIsTheTenantsFilter();
    void facetsAndFindCombine();
    void clearTakesBothBack();
    void anotherOrganizationClearsThem();
    void aPageIsCalledAPage();
    void placesOfTheTenantHaveTheirOwn();
    void nothingIsListedBeforeTheRowsCame();

private:
    static SideList &list(DemoDesk &desk) { return *desk.window().findChild<SideList *>(); }
    static const SideList::Entry *entry(DemoDesk &desk, const QString &text)
    {
        const QList<SideList::Entry> &entries = list(desk).entries();
        const auto found = std::ranges::find(entries, text, &SideList::Entry::text);
        return found == entries.end() ? nullptr : &*found;
    }
    static void click(DemoDesk &desk, const QString &text)
    {
        const QList<SideList::Entry> &entries = list(desk).entries();
        const auto found = std::ranges::find(entries, text, &SideList::Entry::text);
        if (found == entries.end())
            qFatal("the side list has no %s", qPrintable(text));
        const QListWidgetItem *item = list(desk).item(int(found - entries.begin()));
        list(desk).scrollToItem(item);
        QTest::mouseClick(list(desk).viewport(), Qt::LeftButton, {},
                          list(desk).visualItemRect(item).center());
    }
};

void TestOrganizationFacets::aClickFiltersAndAnotherTakesItBack()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().clearRequests();
    QCOMPARE(entry(desk, u"Enterprise"_s)->count, 5);
    click(desk, u"Enterprise"_s);
    QVERIFY(entry(desk, u"Enterprise"_s)->isChosen);
    QCOMPARE(desk.ids().size(), 5);
    click(desk, u"Social"_s); // the same kind: one or the other
    QCOMPARE(desk.ids().size(), 7);
    click(desk, u"None"_s); // another kind: both
    QVERIFY(desk.ids().size() < 7);
    click(desk, u"None"_s);
    click(desk, u"Social"_s);
    click(desk, u"Enterprise"_s);
    QCOMPARE(desk.ids().size(), 10);
    QVERIFY(!entry(desk, u"Enterprise"_s)->isChosen);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestOrganizationFacets::enabledIsTheTenantsFilter()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().clearRequests();
    const qsizetype disabled = *entry(desk, u"Disabled"_s)->count;
    click(desk, u"Disabled"_s);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), disabled);
    QVERIFY(desk.action("showDisabledAction")->isChecked());
    QVERIFY(entry(desk, u"Disabled"_s)->isChosen);
    QVERIFY(!entry(desk, u"Enabled"_s)->count); // the tenant did not send them
    QVERIFY(desk.takeQueries().join(u' ').contains("is_enabled=false"_L1));
    click(desk, u"Disabled"_s);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
}

void TestOrganizationFacets::facetsAndFindCombine()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    child<QLineEdit>(&desk.window(), "findField")->setText(u"acme"_s);
    const qsizetype found = desk.ids().size();
    QVERIFY(found > 0 && found < 10);
    QCOMPARE(*entry(desk, u"Enabled"_s)->count + *entry(desk, u"Disabled"_s)->count, found);
    const qsizetype toCheck = *entry(desk, u"To check"_s)->count;
    click(desk, u"To check"_s);
    const qsizetype both = desk.ids().size();
    QCOMPARE(both, toCheck);
    QVERIFY(both > 0 && both < found);
    child<QLineEdit>(&desk.window(), "findField")->clear();
    QCOMPARE(desk.ids().size(), *entry(desk, u"To check"_s)->count);
}

void TestOrganizationFacets::clearTakesBothBack()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    click(desk, u"Social"_s);
    child<QLineEdit>(&desk.window(), "findField")->setText(u"no such thing"_s);
    QVERIFY(desk.statePage()->isVisible());
    for (auto *button : desk.statePage()->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == u"Clear"_s)
            button->click();
    }
    QCOMPARE(desk.ids().size(), 10);
    QVERIFY(!entry(desk, u"Social"_s)->isChosen);
}

void TestOrganizationFacets::anotherOrganizationClearsThem()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    click(desk, u"Social"_s);
    QVERIFY(desk.open(DemoDesk::Fifty));
    QVERIFY(!entry(desk, u"Social"_s)->isChosen);
    QCOMPARE(desk.ids().size(), 50);
}

void TestOrganizationFacets::aPageIsCalledAPage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(entry(desk, u"This organization"_s));
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(entry(desk, u"On this page"_s));
    QVERIFY(!entry(desk, u"This organization"_s));
    const qsizetype first = *entry(desk, u"Enabled"_s)->count;
    QVERIFY(first < 50);
    click(desk, u"Database"_s);
    QVERIFY(desk.trigger("nextPageAction"));
    QVERIFY(entry(desk, u"Database"_s)->isChosen); // as Find does
    QCOMPARE(desk.ids().size(), *entry(desk, u"Database"_s)->count);
}

void TestOrganizationFacets::placesOfTheTenantHaveTheirOwn()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("placeConnectionsAction")->trigger();
    QVERIFY(!entry(desk, u"This organization"_s));
    desk.action("placeOrganizationAction")->trigger();
    QVERIFY(entry(desk, u"This organization"_s));
}

void TestOrganizationFacets::nothingIsListedBeforeTheRowsCame()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(!entry(desk, u"Enabled"_s));
    QVERIFY(desk.open(DemoDesk::None));
    QVERIFY(!entry(desk, u"Enabled"_s));
}

QTEST_MAIN(TestOrganizationFacets)
#include "tst_organizationfacets.moc"
