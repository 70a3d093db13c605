// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/displaytext.h"
#include "support/exportsteps.h"
#include "widgets/controls/stopquestion.h"

#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QRadioButton>
#include <QToolButton>

//! An export in its own window: what the window shows, what it offers when the
//! export is paused or has failed, and how it is stopped.
class TestExportWindow final : public QObject, private ExportSteps {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void itNamesWhatIsExported();
    void privacyHidesTheNamesAsSoonAsItIsOn();
    void privacyHidesTheFileWhoseSideFileFailedAlone();
    void progressAndCancelAreThereWhileItRuns();
    void theMainWindowCanBeUsedMeanwhile();
    void theStatusBarLeadsToTheWindow();
    void theStatusBarListsSeveral();
    void severalRunAtATime();
    void afterwardsItOffersToShowTheFolder();
    // Paused or failed
    void anUnwritablePathIsShownAndAnotherOneAskedFor();
    void aSideFileThatFailsAloneKeepsTheFolderButton();
    void afterAFailureItCanBeTriedAgain();
    void aPauseLosesNothing();
    void aNewTokenResumesAtOnce();
    void withAnotherTenantOpenItSaysWhatToDo();
    void cancelWhilePausedLeavesNothing();
    void theRateLimitIsCountedDown();
    // Stopping it
    void cancelLeavesNothingAndTheOldFile();
    void enterStopsNothing();
    void tabReachesCancel();
    void closingItWhileItRunsAsks_data();
    void closingItWhileItRunsAsks();
    void theQuestionClosesWhenTheExportEnds();
    void anExportThatIsBeingSavedCannotBeCancelled();
    void keysOfTheMainWindowCloseAndQuit();
    void destroyedWhileRunningLeavesNoFile();
};

void TestExportWindow::itNamesWhatIsExported()
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
             u"acme-prod (Production)\u00A0· %1"_s.arg(desk.tenant().domain()));
    QCOMPARE(labelText(&window, "rowsLabel"), u"Enabled connections only\u00A0· all pages"_s);
    QCOMPARE(child(&window, "fileLabel")->toolTip(), literalToolTip(desk.file(u"all.csv"_s)));
    QVERIFY(labelText(&window, "fileLabel").endsWith("all.csv"_L1));
    QCOMPARE(window.windowTitle(),
             u"Export: %1 – acme-prod (Production)"_s.arg(
                 desk.tenant().organizations().at(DemoDesk::Many).displayName));
    desk.tenant().setFaults({});
    desk.session().openDemo({}); // the window still names its own tenant
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&window, "tenantLabel"),
             u"acme-prod (Production)\u00A0· %1"_s.arg(desk.tenant().domain()));
    desk.tenant().setFaults({u"hang"_s});
    start(desk, u"demo.csv"_s);
    QCOMPARE(labelText(&desk.exportWindow(), "tenantLabel"),
             u"Demo tenant\u00A0· %1"_s.arg(desk.tenant().domain()));
}

void TestExportWindow::privacyHidesTheNamesAsSoonAsItIsOn()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(pause(desk));
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

void TestExportWindow::privacyHidesTheFileWhoseSideFileFailedAlone()
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

void TestExportWindow::progressAndCancelAreThereWhileItRuns()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk);
    const auto *bar = child<QProgressBar>(&desk.exportWindow(), "progressBar");
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->maximum(), 0); // the number of rows is not known yet
    QCOMPARE(buttons(desk), QStringList{u"Cancel"_s});
    QVERIFY(button(desk, QDialogButtonBox::Cancel)->isEnabled());
    QCOMPARE(result(desk), u"Reading…"_s);
    desk.exportWindow().job().cancel();
    desk.tenant().setFaults({u"expires-between-pages"_s});
    button(desk, "resumeButton")->click();
    QTRY_COMPARE(desk.exportWindow().job().state(), ExportJob::State::Paused);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->maximum(), 237);
    QCOMPARE(bar->value(), 100);
}

void TestExportWindow::theMainWindowCanBeUsedMeanwhile()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(pause(desk));
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
    desk.exportWindow().job().resume(); // as if its token were valid again
    QVERIFY(desk.exportEnds());
    QCOMPARE(result(desk), u"Done. Rows written: 237 of 237."_s);
    QCOMPARE(lines(desk.file(u"all.csv"_s)).size(), 1 + 237 + 1);
    for (const RecordedRequest &request : desk.tenant().requests())
        QVERIFY2(request.path.contains(desk.id(DemoDesk::Many)), qPrintable(request.path));
}

//! The window goes behind the main one as soon as that is clicked.
void TestExportWindow::theStatusBarLeadsToTheWindow()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *status = child<QToolButton>(&desk.window(), "exportStatus");
    QVERIFY(!status->isVisible());
    QVERIFY(pause(desk));
    QVERIFY(status->isVisible());
    const QString name = desk.tenant().organizations().at(DemoDesk::Many).displayName;
    QCOMPARE(status->text(), u"Export of %1: paused"_s.arg(name));
    QVERIFY(status->focusPolicy() & Qt::TabFocus);
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    status->setFocus();
    QTest::keyClick(status, Qt::Key_Space);
    QVERIFY(QTest::qWaitForWindowActive(&desk.exportWindow()));
    desk.session().privacy().setOn(true);
    QVERIFY(!status->text().contains(name));
    desk.session().privacy().setOn(false);
    desk.tenant().setFaults({u"hang"_s});
    button(desk, "resumeButton")->click();
    QTRY_COMPARE(status->text(), u"Export of %1: 42 %"_s.arg(name)); // 100 of 237 rows
    button(desk, QDialogButtonBox::Cancel)->click();
    QCOMPARE(status->text(), u"Export of %1: cancelled"_s.arg(name));
    button(desk, QDialogButtonBox::Close)->click();
    QVERIFY(!status->isVisible());
}

void TestExportWindow::theStatusBarListsSeveral()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk, u"first.csv"_s);
    QPointer<ExportWindow> first = &desk.exportWindow();
    start(desk, u"second.csv"_s);
    auto *status = child<QToolButton>(&desk.window(), "exportStatus");
    QCOMPARE(status->text(), u"2 exports"_s);
    Q_EMIT status->menu()->aboutToShow();
    QCOMPARE(status->menu()->actions().size(), 2);
    status->menu()->actions().constFirst()->trigger();
    QVERIFY(QTest::qWaitForWindowActive(first));
    first->job().cancel();
    first->close();
    QVERIFY(!status->menu());
    QVERIFY2(status->text().startsWith("Export of "_L1), qPrintable(status->text()));
}

void TestExportWindow::severalRunAtATime()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pause(desk));
    desk.tenant().setFaults({});
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportJob &first = desk.exportWindow().job();
    start(desk, u"ten.csv"_s);
    QCOMPARE(desk.exports().windows().size(), 2);
    QVERIFY(desk.exports().windows().at(0)->pos() != desk.exports().windows().at(1)->pos());
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("Done. Rows written: 10 of 10."_L1));
    QCOMPARE(first.state(), ExportJob::State::Paused);
    first.resume();
    QTRY_COMPARE(first.state(), ExportJob::State::Written);
    QCOMPARE(desk.files(), (QStringList{u"all.csv"_s, u"ten.csv"_s}));
}

void TestExportWindow::afterwardsItOffersToShowTheFolder()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk);
    QVERIFY(desk.exportEnds());
    QVERIFY(!child(&desk.exportWindow(), "progressBar")->isVisible());
    QCOMPARE(buttons(desk), (QStringList{u"&Open"_s, u"Close"_s, u"Show in &folder"_s}));
    QVERIFY(button(desk, QDialogButtonBox::Close)->isDefault());
}

void TestExportWindow::anUnwritablePathIsShownAndAnotherOneAskedFor()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk, u"no/such/folder/all.csv"_s);
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith(desk.file(u"no/such/folder/all.csv"_s)
                                     + " could not be written: "_L1),
             qPrintable(result(desk)));
    QCOMPARE(buttons(desk), (QStringList{u"&Save as…"_s, u"Close"_s}));
    button(desk, "resumeButton")->click(); // asks for another file
    auto *chooser = desk.exportWindow().findChild<QFileDialog *>();
    QVERIFY(chooser && chooser->isVisible());
    Q_EMIT chooser->fileSelected(desk.file(u"all.csv"_s));
    chooser->close();
    QVERIFY(desk.exportEnds());
    QCOMPARE(result(desk), u"Done. Rows written: 10 of 10."_s);
    QVERIFY(labelText(&desk.exportWindow(), "fileLabel").endsWith("all.csv"_L1));
    QCOMPARE(desk.settings().exportFolder(), QFileInfo(desk.file(u"all.csv"_s)).absolutePath());
}

void TestExportWindow::aSideFileThatFailsAloneKeepsTheFolderButton()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    if (!failSideFile(desk, desk.file(u"all.csv"_s)))
        QSKIP("there is no /dev/full");
    start(desk);
    QVERIFY(desk.exportEnds());
    QCOMPARE(lines(desk.file(u"all.csv"_s)).size(), 1 + 10 + 1);
    QCOMPARE(buttons(desk),
             (QStringList{u"&Open"_s, u"&Save as…"_s, u"Close"_s, u"Show in &folder"_s}));
}

void TestExportWindow::afterAFailureItCanBeTriedAgain()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"error-500"_s});
    start(desk);
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith("Nothing was written. "_L1), qPrintable(result(desk)));
    QCOMPARE(buttons(desk), (QStringList{u"Close"_s, u"Try &again"_s}));
    desk.tenant().setFaults({});
    QVERIFY(desk.open(DemoDesk::Ten)); // whatever is open by then
    button(desk, "resumeButton")->click();
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("Done. Rows written: 237 of 237."_L1));
}

void TestExportWindow::aPauseLosesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pause(desk));
    QVERIFY2(result(desk).endsWith("What was read so far is kept (100 rows)."_L1),
             qPrintable(result(desk)));
    QCOMPARE(buttons(desk), (QStringList{u"Cancel"_s, u"Co&ntinue"_s}));
    QCOMPARE(desk.files(), QStringList());
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    button(desk, "resumeButton")->click(); // no token can be entered for the demo
    QVERIFY(desk.exportEnds());
    QCOMPARE(result(desk), u"Done. Rows written: 237 of 237."_s);
    QCOMPARE(lines(desk.file(u"all.csv"_s)).size(), 1 + 237 + 1);
    QVERIFY(!desk.takeQueries().contains(u"page=0&per_page=100&include_totals=true"_s));
}

void TestExportWindow::aNewTokenResumesAtOnce()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(pause(desk));
    QCOMPARE(buttons(desk), (QStringList{u"Cancel"_s, u"Enter a to&ken…"_s}));
    button(desk, "resumeButton")->click();
    auto *dialog = desk.exportWindow().findChild<TokenDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    const QByteArray token = desk.tenant().makeToken({.lifetime = std::chrono::hours(1)});
    child<QLineEdit>(dialog, "tokenField")->setText(QString::fromLatin1(token));
    child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok)->click();
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("Done. Rows written: 237 of 237."_L1));
    QVERIFY(!desk.tenant().requests().isEmpty());
    QVERIFY(desk.session().access().token == *AccessToken::fromText(QString::fromLatin1(token)));
}

void TestExportWindow::withAnotherTenantOpenItSaysWhatToDo()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(pause(desk));
    button(desk, "resumeButton")->click();
    const QPointer<TokenDialog> dialog = desk.exportWindow().findChild<TokenDialog *>();
    const QString mine = u"acme-prod (Production)\u00A0· %1"_s.arg(desk.tenant().domain());
    desk.tenant().setFaults({});
    RecordingTenant other; // with its own tokens, at another origin
    QVERIFY(other.start());
    desk.session().openTenant({*TenantDomain::fromText(other.domain()),
                               *AccessToken::fromText(QString::fromLatin1(other.accessToken()))},
                              {.organizationId = other.organizations().constFirst().id});
    QVERIFY(desk.settle());
    QTRY_VERIFY(!dialog); // a token typed in there would go to the other tenant
    QVERIFY2(result(desk).contains(u"To continue, open %1 there again."_s.arg(mine)),
             qPrintable(result(desk)));
    QCOMPARE(buttons(desk), QStringList{u"Cancel"_s});
    desk.session().openProfile(desk.settings().profiles().constFirst(),
                               *AccessToken::fromText(QString::fromLatin1(
                                   desk.tenant().makeToken({.lifetime = std::chrono::hours(1)}))));
    QVERIFY(desk.settle());
    QCOMPARE(buttons(desk), (QStringList{u"Cancel"_s, u"Co&ntinue"_s}));
    other.clearRequests();
    button(desk, "resumeButton")->click();
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("Done. Rows written: 237 of 237."_L1));
    QVERIFY(other.requests().isEmpty());
}

void TestExportWindow::cancelWhilePausedLeavesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pause(desk));
    button(desk, QDialogButtonBox::Cancel)->click();
    QCOMPARE(result(desk), u"The export was cancelled. Nothing was written."_s);
    QCOMPARE(desk.files(), QStringList());
    QCOMPARE(buttons(desk), (QStringList{u"Close"_s, u"Try &again"_s}));
}

void TestExportWindow::theRateLimitIsCountedDown()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"rate-limit"_s});
    start(desk);
    QTRY_VERIFY2(result(desk).startsWith(u"Reading…\nRate limit reached."_s),
                 qPrintable(result(desk)));
    QVERIFY(button(desk, QDialogButtonBox::Cancel)->isEnabled());
    const int height = desk.exportWindow().height();
    button(desk, QDialogButtonBox::Cancel)->click();
    QCOMPARE(desk.exportWindow().height(), height); // nothing has moved
}

void TestExportWindow::cancelLeavesNothingAndTheOldFile()
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
    QVERIFY(window->isVisible()); // it shows the result
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

//! The window opens right after Enter was pressed in the file dialog.
void TestExportWindow::enterStopsNothing()
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
    button(desk, "resumeButton")->click(); // hides the button that has the focus
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Return);
    QCOMPARE(window.job().state(), ExportJob::State::Reading);
}

//! Although the first button of the box is hidden.
void TestExportWindow::tabReachesCancel()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk);
    ExportWindow &window = desk.exportWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Tab);
    QVERIFY(button(desk, QDialogButtonBox::Cancel)->hasFocus());
}

void TestExportWindow::closingItWhileItRunsAsks_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<bool>("isPaused");
    QTest::newRow("by its X") << false << false;
    QTest::newRow("by Escape") << true << false;
    QTest::newRow("by its X while it is paused") << false << true;
}

void TestExportWindow::closingItWhileItRunsAsks()
{
    QFETCH(const bool, byKey);
    QFETCH(const bool, isPaused);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    if (isPaused) {
        QVERIFY(pause(desk));
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
             isPaused ? u"An export is running: 100 of 237 rows read."_s
                      : u"An export is running: 0 rows read."_s);
    QCOMPARE(question->informativeText(), u"Nothing has been written yet."_s);
    QVERIFY(child<QPushButton>(question, "goOnButton")->isDefault());
    QTest::keyClick(question, Qt::Key_Escape); // the export continues
    QVERIFY(window->isVisible());
    QVERIFY(window->job().canCancel());
    close();
    QTRY_COMPARE(window->findChildren<StopQuestion *>().size(), 1);
    child<QPushButton>(window->findChild<StopQuestion *>(), "stopButton")->click();
    QTRY_VERIFY(!window);
    QCOMPARE(desk.files(), QStringList());
}

void TestExportWindow::theQuestionClosesWhenTheExportEnds()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pause(desk));
    desk.exportWindow().close();
    const QPointer<StopQuestion> question = desk.exportWindow().findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    desk.tenant().setFaults({});
    desk.exportWindow().job().resume();
    QVERIFY(desk.exportEnds());
    QTRY_VERIFY(!question);
    QVERIFY(desk.exportWindow().isVisible());
    QVERIFY(result(desk).startsWith("Done. Rows written: 237 of 237."_L1));
}

void TestExportWindow::anExportThatIsBeingSavedCannotBeCancelled()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session(), desk.exports());
    child<QRadioButton>(&dialog, "thisPageButton")->click();
    dialog.exportTo(desk.file(u"page.csv"_s)); // all rows are there already
    ExportWindow &window = desk.exportWindow();
    QCOMPARE(result(desk), u"Saving…"_s);
    QVERIFY(!button(desk, QDialogButtonBox::Cancel)->isEnabled());
    window.close();
    QVERIFY(window.isVisible());
    QVERIFY(!window.findChild<StopQuestion *>()); // there is nothing to ask
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith("Done. Rows written: 50 of 237."_L1),
             qPrintable(result(desk)));
    QCOMPARE(labelText(&window, "rowsLabel"), u"All connections\u00A0· page 1"_s);
    window.reject();
    QVERIFY(!window.isVisible());
}

void TestExportWindow::keysOfTheMainWindowCloseAndQuit()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk);
    QPointer<ExportWindow> window = &desk.exportWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier);
    auto *question = window->findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_Q, Qt::ControlModifier);
    const auto asked = desk.window().findChildren<StopQuestion *>(); // over the main window
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.constFirst()->isVisible());
    QTest::keyClick(asked.constFirst(), Qt::Key_Escape);
    window->job().cancel();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!window);
    QVERIFY(desk.window().isVisible());
}

void TestExportWindow::destroyedWhileRunningLeavesNoFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto exports = std::make_unique<ExportManager>(desk.session());
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

QTEST_MAIN(TestExportWindow)
#include "tst_exportwindow.moc"
