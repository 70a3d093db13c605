// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/exportsteps.h"

#include <QProgressBar>

//! An export that runs, in a window of its own: what it shows, and what can be done beside it.
class ExportWindowTest : public QObject, private ExportSteps {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void itNamesWhatIsExported();
    void privacyHidesTheNamesAsSoonAsItIsOn();
    void privacyHidesTheFileWhoseSideFileFailedAlone();
    void progressAndCancelAreThereWhileItRuns();
    void theMainWindowCanBeUsedMeanwhile();
    void severalRunAtATime();
    void afterwardsItLeadsToTheFolder();
};

void ExportWindowTest::itNamesWhatIsExported()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    desk.action("organizationAction")->trigger(); // reads their names
    QTRY_VERIFY(desk.session().directory().state() == OrganizationDirectory::State::Complete);
    desk.chooser().hide();
    QVERIFY(desk.trigger("showEnabledAction"));
    desk.tenant().setFaults({u"hang"_s});
    start(desk);
    const ExportWindow &window = desk.exportWindow();
    QCOMPARE(labelText(&window, "organizationLabel"),
             desk.tenant().organizations().at(DemoDesk::Many).displayName);
    QCOMPARE(labelText(&window, "tenantLabel"),
             u"acme-prod (Production) · %1"_s.arg(desk.tenant().domain()));
    QCOMPARE(labelText(&window, "rowsLabel"), u"Enabled connections only · all pages"_s);
    QCOMPARE(labelText(&window, "fileLabel"), u"all.csv"_s);
    QCOMPARE(window.windowTitle(), u"Export to all.csv"_s);
    desk.session().openDemo({}); // it goes on naming its own
    QCOMPARE(labelText(&window, "tenantLabel"),
             u"acme-prod (Production) · %1"_s.arg(desk.tenant().domain()));
    start(desk, u"demo.csv"_s);
    QCOMPARE(labelText(&desk.exportWindow(), "tenantLabel"),
             u"Demo tenant · %1"_s.arg(desk.tenant().domain()));
}

void ExportWindowTest::privacyHidesTheNamesAsSoonAsItIsOn()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    const auto words = [&desk] {
        QStringList all{desk.exportWindow().windowTitle()};
        for (const QLabel *label : desk.exportWindow().findChildren<QLabel *>())
            all += {label->text(), label->toolTip()};
        return all;
    };
    const QStringList before = words();
    QVERIFY(before.join(u' ').contains(desk.tenant().domain()));
    desk.action("privacyAction")->trigger();
    const QString masked = words().join(u' ');
    for (const QString &secret : {desk.tenant().domain(), desk.id(DemoDesk::Many), u"acme-prod"_s,
                                  u"all.csv"_s, QFileInfo(desk.file({})).path()})
        QVERIFY2(!masked.contains(secret), qPrintable(masked));
    desk.action("privacyAction")->trigger();
    QCOMPARE(words(), before);
}

void ExportWindowTest::privacyHidesTheFileWhoseSideFileFailedAlone()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = desk.file(u"acme.csv"_s);
    if (!failSideFile(desk, path))
        QSKIP("there is no /dev/full");
    start(desk, u"acme.csv"_s);
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith(path + " was written, but "_L1), qPrintable(result(desk)));
    desk.action("privacyAction")->trigger();
    QVERIFY2(!result(desk).contains("acme"_L1), qPrintable(result(desk)));
    QVERIFY2(!result(desk).contains(QFileInfo(path).path()), qPrintable(result(desk)));
}

void ExportWindowTest::progressAndCancelAreThereWhileItRuns()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk);
    const auto *bar = child<QProgressBar>(&desk.exportWindow(), "progressBar");
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->maximum(), 0); // nobody knows how many there are
    QCOMPARE(buttons(desk), QStringList{u"Cancel"_s});
    QVERIFY(button(desk, QDialogButtonBox::Cancel)->isEnabled());
    QCOMPARE(result(desk), u"Reading..."_s);
    desk.exportWindow().job().cancel();
    desk.tenant().setFaults({u"expires-between-pages"_s});
    button(desk, "goOnButton")->click();
    QTRY_COMPARE(desk.exportWindow().job().state(), ExportJob::State::HeldUp);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->maximum(), 237);
    QCOMPARE(bar->value(), 100);
}

void ExportWindowTest::theMainWindowCanBeUsedMeanwhile()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    desk.tenant().setFaults({});
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(desk.trigger("nextPageAction"));
    QVERIFY(desk.trigger("showDisabledAction"));
    desk.session().openOrganization(desk.id(DemoDesk::Ten));
    QVERIFY(desk.settle());
    desk.action("privacyAction")->trigger();
    desk.action("privacyAction")->trigger();
    QVERIFY(desk.trigger("showAllAction"));
    QCOMPARE(desk.ids().size(), 10);
    desk.tenant().clearRequests();
    desk.exportWindow().job().goOn(); // as with a token that is good again
    QVERIFY(desk.exportEnds());
    QCOMPARE(result(desk), u"237 of 237 connections written to %1."_s.arg(desk.file(u"all.csv"_s)));
    QCOMPARE(lines(desk.file(u"all.csv"_s)).size(), 1 + 237 + 1);
    for (const Demo::Request &request : desk.tenant().requests())
        QVERIFY2(request.path.contains(desk.id(DemoDesk::Many)), qPrintable(request.path));
}

void ExportWindowTest::severalRunAtATime()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    desk.tenant().setFaults({});
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportJob &first = desk.exportWindow().job();
    start(desk, u"ten.csv"_s);
    QCOMPARE(desk.exports().windows().size(), 2);
    QVERIFY(desk.exports().windows().at(0)->pos() != desk.exports().windows().at(1)->pos());
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("10 of 10 connections written to "_L1));
    QCOMPARE(first.state(), ExportJob::State::HeldUp);
    first.goOn();
    QTRY_COMPARE(first.state(), ExportJob::State::Written);
    QCOMPARE(desk.files(), (QStringList{u"all.csv"_s, u"ten.csv"_s}));
}

void ExportWindowTest::afterwardsItLeadsToTheFolder()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk);
    QVERIFY(desk.exportEnds());
    QVERIFY(!child(&desk.exportWindow(), "progressBar")->isVisible());
    QCOMPARE(buttons(desk), (QStringList{u"Close"_s, u"Show in &folder"_s}));
    QVERIFY(button(desk, QDialogButtonBox::Close)->isDefault());
}

QTEST_MAIN(ExportWindowTest)
#include "tst_exportwindow.moc"
