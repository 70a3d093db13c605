// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/exportsteps.h"
#include "widgets/stopquestion.h"

#include <QProgressBar>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! An export that runs, in a window of its own.
class ExportWindowTest : public QObject, private ExportSteps {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void itNamesWhatIsExported();
    void privacyHidesTheNamesAsSoonAsItIsOn();
    void progressAndCancelAreThereWhileItRuns();
    void theMainWindowCanBeUsedMeanwhile();
    void severalRunAtATime();
    void cancelLeavesNothingAndTheOldFile();
    void enterStopsNothing();
    void closingItWhileItRunsAsks_data();
    void closingItWhileItRunsAsks();
    void theQuestionGoesWithTheExport();
    void whatIsBeingSavedIsNotCalledCancelled();
    void afterwardsItLeadsToTheFolder();
    void destroyedWhileRunningLeavesNoFile();
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
    for (const DemoRequest &request : desk.tenant().requests())
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

void ExportWindowTest::cancelLeavesNothingAndTheOldFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString path = desk.file(u"old.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("as it was") > 0);
    old.close();
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    start(desk, u"old.csv"_s);
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    const QPointer<ExportWindow> window = &desk.exportWindow();
    button(desk, QDialogButtonBox::Cancel)->click();
    QVERIFY(window->isVisible()); // it says what became of it
    QVERIFY(!window->findChild<StopQuestion *>());
    QCOMPARE(result(desk), u"The export was cancelled. Nothing was written."_s);
    QCOMPARE(buttons(desk), (QStringList{u"Close"_s, u"Try &again"_s}));
    QVERIFY(!child(window, "progressBar")->isVisible());
    QCOMPARE(lines(path), QList<QByteArray>{"as it was"});
    QCOMPARE(desk.files(), QStringList{u"old.csv"_s});
    button(desk, QDialogButtonBox::Close)->click();
    QTRY_VERIFY(!window);
    QVERIFY(desk.exports().windows().isEmpty());
}

//! It opens under the hands of who has just pressed Enter in the file dialog.
void ExportWindowTest::enterStopsNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk);
    ExportWindow &window = desk.exportWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key);
    QCOMPARE(window.job().state(), ExportJob::State::Reading);
    button(desk, QDialogButtonBox::Cancel)->click();
    button(desk, "goOnButton")->click(); // the button under the focus goes
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Return);
    QCOMPARE(window.job().state(), ExportJob::State::Reading);
}

void ExportWindowTest::closingItWhileItRunsAsks_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<bool>("isHeldUp");
    QTest::newRow("by its X") << false << false;
    QTest::newRow("by Escape") << true << false;
    QTest::newRow("by its X while it is held up") << false << true;
}

void ExportWindowTest::closingItWhileItRunsAsks()
{
    QFETCH(const bool, byKey);
    QFETCH(const bool, isHeldUp);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    if (isHeldUp) {
        QVERIFY(holdUp(desk));
    } else {
        desk.tenant().setFaults({u"hang"_s});
        start(desk);
    }
    const QPointer<ExportWindow> window = &desk.exportWindow();
    const auto close = [&] {
        if (byKey)
            QTest::keyClick(window, Qt::Key_Escape);
        else
            window->close();
    };
    close();
    QPointer<StopQuestion> question = window->findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    QCOMPARE(question->text(),
             isHeldUp ? u"An export is running: 100 of 237 rows read."_s
                      : u"An export is running: 0 rows read."_s);
    QCOMPARE(question->informativeText(), u"Nothing has been written yet."_s);
    QVERIFY(child<QPushButton>(question, "goOnExportingButton")->isDefault());
    QTest::keyClick(question, Qt::Key_Escape); // goes on
    QVERIFY(window->isVisible());
    QVERIFY(window->job().canCancel());
    close();
    QTRY_COMPARE(window->findChildren<StopQuestion *>().size(), 1);
    child<QPushButton>(window->findChild<StopQuestion *>(), "stopButton")->click();
    QTRY_VERIFY(!window);
    QCOMPARE(desk.files(), QStringList());
}

void ExportWindowTest::theQuestionGoesWithTheExport()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    desk.exportWindow().close();
    const QPointer<StopQuestion> question = desk.exportWindow().findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    desk.tenant().setFaults({});
    desk.exportWindow().job().goOn();
    QVERIFY(desk.exportEnds());
    QTRY_VERIFY(!question);
    QVERIFY(desk.exportWindow().isVisible());
    QVERIFY(result(desk).startsWith("237 of 237 connections written to "_L1));
}

void ExportWindowTest::whatIsBeingSavedIsNotCalledCancelled()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session(), desk.exports());
    child<QRadioButton>(&dialog, "thisPageButton")->click();
    dialog.exportTo(desk.file(u"page.csv"_s)); // all rows are there already
    ExportWindow &window = desk.exportWindow();
    QCOMPARE(result(desk), u"Saving..."_s);
    QVERIFY(!button(desk, QDialogButtonBox::Cancel)->isEnabled());
    window.close();
    QVERIFY(window.isVisible());
    QVERIFY(!window.findChild<StopQuestion *>()); // there is nothing to ask
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith("50 of 237 connections written to "_L1),
             qPrintable(result(desk)));
    QCOMPARE(labelText(&window, "rowsLabel"), u"All connections · page 1"_s);
    window.reject();
    QVERIFY(!window.isVisible());
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

void ExportWindowTest::destroyedWhileRunningLeavesNoFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto exports = std::make_unique<ExportWindows>(desk.session());
    ExportDialog dialog(desk.session(), *exports);
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    dialog.exportTo(desk.file(u"all.csv"_s));
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    exports.reset();
    QCOMPARE(desk.files(), QStringList());
    desk.tenant().stop();
    QCoreApplication::processEvents();
}

QTEST_MAIN(ExportWindowTest)
#include "tst_exportwindow.moc"
