// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/savedviewsteps.h"

#include <QFile>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What was exported to JSON opens again in the window, and is never taken for what is live.
class SavedViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        QCoreApplication::setApplicationVersion(u"1.2.3"_s); // a file tells which one wrote it
    }
    void init() { failOnUnexpectedWarnings(); }

    void theSameTableWithoutATenant();
    void filterPagesAndFindWork();
    void itIsMarkedAllTheTime();
    void itCannotBeTakenForTheTenant();
    void anExportOfItIsTheSameFile();
    void anExportOfItSaysThatItIsNotLive();
    void aFilteredViewKeepsItsFilter();
    void aPartIsCalledOneAndStaysOne();
    void privacyModeMasksIt();
    void showLiveLeadsToTheTenant();
    void showLiveLeadsToTheProfileChosenLast();

private:
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void SavedViewsTest::theSameTableWithoutATenant()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QStringList live = desk.ids();
    const QString path = saveView(desk, u"many.json"_s);
    QVERIFY(!path.isEmpty());
    desk.tenant().clearRequests();
    DemoDesk other;
    QVERIFY(openView(other, path));
    QCOMPARE(other.ids(), live);
    QCOMPARE(labelText(&other.window(), "rangeLabel"), u"1-50 of 237"_s);
    other.select(3);
    QCOMPARE(labelText(&other.window(), "idLabel"), live.at(3));
    QCOMPARE(other.takeRequestCount(), 0);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void SavedViewsTest::filterPagesAndFindWork()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const QStringList disabled = desk.ids();
    QVERIFY(desk.trigger("showAllAction"));
    QVERIFY(desk.trigger("lastPageAction"));
    const QStringList last = desk.ids();
    QVERIFY(openView(desk, saveView(desk, u"many.json"_s)));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("lastPageAction"));
    QCOMPARE(desk.ids(), last);
    QVERIFY(desk.trigger("showDisabledAction"));
    QCOMPARE(desk.ids(), disabled);
    child<QLineEdit>(&desk.window(), "findField")->setText(disabled.at(2));
    QCOMPARE(desk.ids(), QStringList{disabled.at(2)});
    QCOMPARE(desk.takeRequestCount(), 0);
}

void SavedViewsTest::itIsMarkedAllTheTime()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(savedViewBar(desk), QString());
    QVERIFY(openView(desk, saveView(desk, u"many.json"_s)));
    for (const char *step : {"nextPageAction", "showEnabledAction", "showAllAction"}) {
        QVERIFY(desk.trigger(step));
        QVERIFY(savedViewBar(desk).startsWith("Saved, not live: read from "_L1
                                              + desk.tenant().domain()));
        QVERIFY(savedViewBar(desk).endsWith("It holds all 237 connections."_L1));
    }
    QVERIFY(!child(child(&desk.window(), "savedViewBar"), "closeButton")->isVisible());
    QVERIFY(desk.window().windowTitle().contains("(saved, not live)"_L1));
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"SAVED, NOT LIVE"_s);
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(savedViewBar(desk), QString());
    QVERIFY(!desk.window().windowTitle().contains("saved"_L1));
}

void SavedViewsTest::itCannotBeTakenForTheTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(openView(desk, saveView(desk, u"ten.json"_s)));
    for (const char *live : {"refreshAction", "organizationAction", "tokenAction"})
        QVERIFY2(!desk.action(live)->isEnabled(), live);
    QVERIFY(!child(&desk.window(), "organizationField")->isEnabled());
    QVERIFY(!child(&desk.window(), "tokenStatus")->isVisible());
    QVERIFY(!child(&desk.window(), "budgetStatus")->isVisible());
}

void SavedViewsTest::anExportOfItIsTheSameFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString first = saveView(desk, u"first.json"_s);
    QVERIFY(openView(desk, first));
    const QString second = saveView(desk, u"second.json"_s);
    QVERIFY(!content(first).isEmpty());
    QCOMPARE(content(second), content(first));
}

void SavedViewsTest::anExportOfItSaysThatItIsNotLive()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(openView(desk, saveView(desk, u"first.json"_s)));
    QVERIFY(!saveView(desk, u"second.json"_s).isEmpty());
    const QString tenant = desk.tenant().domain() + " (saved, not live)"_L1;
    QTRY_COMPARE(labelText(desk.exports().windows().constLast(), "tenantLabel"), tenant);
}

void SavedViewsTest::aFilteredViewKeepsItsFilter()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const QStringList disabled = desk.ids();
    QVERIFY(openView(desk, saveView(desk, u"disabled.json"_s)));
    QCOMPARE(desk.ids(), disabled);
    QVERIFY(desk.action("showDisabledAction")->isChecked());
    QVERIFY(!desk.action("showAllAction")->isEnabled());
    QVERIFY(!desk.action("showEnabledAction")->isEnabled());
    QCOMPARE(labelText(&desk.window(), "filterHint"), u"The saved view holds no others."_s);
    QVERIFY(savedViewBar(desk).contains("disabled connections, and no others."_L1));
}

void SavedViewsTest::aPartIsCalledOneAndStaysOne()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QString page = saveView(desk, u"page.json"_s, "thisPageButton");
    QVERIFY(openView(desk, page));
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"1-50 of 50"_s);
    QVERIFY(savedViewBar(desk).endsWith("It holds page 2 alone: 50 of 237 connections."_L1));
    QVERIFY(!child(&desk.window(), "listingHintList")->isVisible());
    const QString again = saveView(desk, u"again.json"_s);
    QCOMPARE(content(again), content(page));
    QVERIFY(content(again).contains("\"extent\": \"one_page\""));
    QVERIFY(content(again).contains("\"total\": 237"));
}

void SavedViewsTest::privacyModeMasksIt()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    desk.session().privacy().setOn(true);
    QVERIFY(openView(desk, path));
    QVERIFY(!savedViewBar(desk).isEmpty());
    for (const QString &shown : {savedViewBar(desk), desk.window().windowTitle()})
        QVERIFY2(!shown.contains(desk.tenant().domain()), qPrintable(shown));
    desk.session().privacy().setOn(false);
    QVERIFY(savedViewBar(desk).contains(desk.tenant().domain()));
}

void SavedViewsTest::showLiveLeadsToTheTenant()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString path = saveView(desk, u"many.json"_s);
    QVERIFY(openView(desk, path));
    auto *button = child<QPushButton>(child(&desk.window(), "savedViewBar"), "actionButton");
    QVERIFY(!button->isVisible()); // nobody has set up this tenant
    desk.saveProfile(DemoDesk::Ten);
    QVERIFY(openView(desk, path));
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(!desk.session().savedView());
    QCOMPARE(desk.session().profile()->organizationId, desk.id(DemoDesk::Many));
}

void SavedViewsTest::showLiveLeadsToTheProfileChosenLast()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    const Profile first = desk.saveProfile(DemoDesk::Ten);
    Profile second = first;
    second.id = u"second"_s;
    desk.settings().setProfiles({first, second}); // for one domain
    desk.settings().setCurrentProfileId(second.id);
    QVERIFY(openView(desk, path));
    child<QPushButton>(child(&desk.window(), "savedViewBar"), "actionButton")->click();
    QCOMPARE(desk.session().profile()->id, second.id);
}

QTEST_MAIN(SavedViewsTest)
#include "tst_savedviews.moc"
