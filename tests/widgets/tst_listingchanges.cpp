// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! A list that changes while people leaf through it.
class ListingChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void whatDoesNotAddUpIsSaid_data();
    void whatDoesNotAddUpIsSaid();
    void refreshReadsThePageAnew();
    void aListThatStaysIsQuiet();
    void aSelectedRowThatIsGoneIsSaid();
};

void ListingChangesTest::whatDoesNotAddUpIsSaid_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("said");
    QTest::newRow("moving") << u"moving"_s << u"a connection came twice"_s;
    QTest::newRow("duplicate-row") << u"duplicate-row"_s << u"a connection came twice"_s;
    QTest::newRow("short-page") << u"short-page"_s << u"Only 49 of 50 rows of this page came."_s;
    QTest::newRow("growing") << u"growing"_s << u"The list has changed: it had 2"_s;
    QTest::newRow("shrinking") << u"shrinking"_s << u"The list has changed: it had 2"_s;
}

void ListingChangesTest::whatDoesNotAddUpIsSaid()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, said);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many, {fault}));
    QVERIFY(desk.trigger("nextPageAction"));
    QVERIFY2(desk.bannerText().contains(said), qPrintable(desk.bannerText()));
    QCOMPARE(desk.bannerAction(), u"Refresh"_s);
    QVERIFY(!desk.ids().isEmpty()); // what came is shown all the same
}

void ListingChangesTest::refreshReadsThePageAnew()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many, {u"moving"_s}));
    QVERIFY(desk.trigger("nextPageAction"));
    const QStringList before = desk.ids();
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeQueries(), QStringList{u"page=1&per_page=50&include_totals=true"_s});
    QCOMPARE(desk.bannerText(), QString());
    QVERIFY(desk.ids() != before);
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51-100 of 237"_s);
}

void ListingChangesTest::aListThatStaysIsQuiet()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    for (const char *step : {"nextPageAction", "lastPageAction", "previousPageAction",
                             "firstPageAction", "refreshAction"}) {
        QVERIFY(desk.trigger(step));
        QCOMPARE(desk.bannerText(), QString());
    }
}

void ListingChangesTest::aSelectedRowThatIsGoneIsSaid()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.select(3);
    const ConnectionPage page = *desk.browser().page();
    OrganizationConnection gone = page.items.at(3);
    gone.connectionId = u"con_gone0000000000"_s; // as if the tenant had it until now
    QList<OrganizationConnection> before = page.items;
    before[3] = gone;
    desk.browser().model()->setConnections(before);
    desk.select(3);
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.bannerText(), u"The selected connection is no longer there."_s);
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.bannerText(), QString());
}

QTEST_MAIN(ListingChangesTest)
#include "tst_listingchanges.moc"
