// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/translations.h"
#include "program/windowhost.h"
#include "session/autorefresh.h"
#include "session/listingsearch.h"
#include "support/demodesk.h"
#include "support/savedviewsteps.h"
#include "widgets/controls/sidelist.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"
#include "widgets/window/comparedviewchooser.h"
#include "widgets/window/organizationchooser.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QListView>
#include <QMenuBar>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! A new language replaces the window. The session, its page, the layout and the exports stay.
class TestWindowHost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationVersion(u"1.0"_s); // an export says who wrote it
    }
    void init() { failOnUnexpectedWarnings(); }

    void aNewLanguageAppliesToTheWholeWindowAtOnce();
    void rowsAndLayoutStayWhenTheLanguageChanges();
    void aNewLanguageNamesNoOrganizationOfTheTenantBefore();
    void aFailureIsShownInTheNewLanguage();
    void cancelKeepsTheLanguage();
    void exportsContinueWhenTheLanguageChanges();
    void stopQuestionsAreInTheNewLanguage();
    void endCancelsExportsWithoutAQuestion_data();
    void endCancelsExportsWithoutAQuestion();
    void endWaitsForWhatIsBeingSaved();
    void endDoesNotWaitForAPipe();
    void endSavesTheLayout();
    void endIsForAllWindows();

    void aNewWindowShowsTheSamePage();
    void windowsBrowseByThemselves();
    void closingAWindowEndsItsExportsAlone();
    void sweepsOutliveTheirWindow();
    void aWindowMayCloseAtAnyMoment_data();
    void aWindowMayCloseAtAnyMoment();
    void languageMayChangeAtAnyMoment_data() { addMoments(); }
    void languageMayChangeAtAnyMoment();
    void aClosedWindowLeavesNoToken();
    void aSessionReconnectsOnceWhateverItsWindow();
    void privacyModeIsThatOfAllWindows();
    void aNewLanguageReplacesAllWindows();
    void quitClosesAllWindows();

private:
    static void addMoments();
    static bool openMany(WindowHost &host, DemoDesk &desk);
    static bool begin(const QByteArray &moment, DemoDesk &desk, MainWindow &window);
    static bool isReady(const MainWindow *window, int rows)
    {
        const auto *table = window->findChild<ConnectionTableView *>();
        return QTest::qWaitFor(
            [table, rows] { return table->isVisible() && table->model()->rowCount() == rows; });
    }
    static QString firstMenu(WindowHost &host)
    {
        return host.window().menuBar()->actions().constFirst()->text();
    }
    static bool openTen(WindowHost &host, DemoDesk &desk)
    {
        host.window().show();
        host.window().openDemo({.organizationId = desk.id(DemoDesk::Ten)});
        return desk.settle();
    }
    //! An export of all pages that pauses after the first one; null when it has no window.
    static ExportWindow *startExport(WindowHost &host, DemoDesk &desk)
    {
        desk.tenant().setFaults({u"expires-between-pages"_s});
        child<QAction>(&host.window(), "exportAction")->trigger();
        host.window().findChild<ExportDialog *>()->exportTo(desk.file(u"all.csv"_s));
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<ExportWindow *>(widget))
                return window;
        }
        return nullptr;
    }
    static void choose(WindowHost &host, const QString &language,
                       QDialogButtonBox::StandardButton button = QDialogButtonBox::Ok)
    {
        child<QAction>(&host.window(), "settingsAction")->trigger();
        const auto *dialog = host.window().findChild<SettingsDialog *>();
        auto *field = child<QComboBox>(dialog, "languageField");
        field->setCurrentIndex(field->findData(language));
        child<QDialogButtonBox>(dialog, "buttons")->button(button)->click();
    }
};

void TestWindowHost::aNewLanguageAppliesToTheWholeWindowAtOnce()
{
    DemoDesk desk;
    desk.saveProfile(DemoDesk::Ten);
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    QCOMPARE(firstMenu(host), u"&File"_s);
    choose(host, u"fr"_s);
    QTRY_COMPARE(firstMenu(host), u"&Fichier"_s);
    QCOMPARE(QLocale().language(), QLocale::French);
    QVERIFY(host.window().isVisible());
    choose(host, u"en"_s);
    QTRY_COMPARE(firstMenu(host), u"&File"_s);
    QCOMPARE(desk.settings().appearance().language, u"en"_s);
}

void TestWindowHost::rowsAndLayoutStayWhenTheLanguageChanges()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    desk.browser().nextPage();
    QVERIFY(desk.settle());
    host.window().findChild<ConnectionTableView *>()->setColumnShown(ConnectionField::Strategy,
                                                                     false);
    host.window().resize(900, 600);
    const QString title = host.window().windowTitle();
    QVERIFY(desk.takeRequestCount() > 0);
    const qsizetype entries = host.window().findChild<SideList *>()->entries().size();
    choose(host, u"fr"_s);
    QTRY_COMPARE(firstMenu(host), u"&Fichier"_s);
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(desk.browser().request().index, 1);
    QCOMPARE(host.window().findChild<SideList *>()->entries().size(), entries); // with its facets
    const auto *table = host.window().findChild<ConnectionTableView *>();
    QCOMPARE(table->model()->rowCount(), desk.browser().model()->rowCount());
    QVERIFY(table->isVisible());
    QCOMPARE(table->selectedConnections().size(), 1);
    QCOMPARE(labelText(&host.window(), "nameLabel"),
             table->selectedConnections().constFirst().name.value_or(QString()));
    QVERIFY(table->isColumnHidden(int(ConnectionField::Strategy)));
    QCOMPARE(host.window().size(), QSize(900, 600));
    QCOMPARE(host.window().windowTitle(), title); // Production is the same word in both
}

//! The header names an organization only once one is open, also in a new window.
void TestWindowHost::aNewLanguageNamesNoOrganizationOfTheTenantBefore()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    Profile bare = desk.saveProfile(DemoDesk::Ten);
    bare.organizationId.clear();
    desk.settings().setProfiles({bare});
    desk.session().openProfile(bare, desk.access().token);
    QTRY_COMPARE(desk.session().stage(), TenantSession::Stage::NeedsOrganization);
    const auto field = [&host] {
        return child<QComboBox>(&host.window(), "organizationField")->currentText();
    };
    QCOMPARE(field(), u"Choose an organization"_s);
    choose(host, u"fr"_s);
    QTRY_COMPARE(firstMenu(host), u"&Fichier"_s);
    QCOMPARE(field(), u"Choisir une organisation"_s);
}

void TestWindowHost::aFailureIsShownInTheNewLanguage()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten), desk.access().token);
    QVERIFY(desk.settle());
    desk.tenant().setFaults({u"error-503"_s});
    desk.browser().reload();
    QVERIFY(desk.settle());
    const auto banner = [&host] { return child(&host.window(), "MessageBanner"); };
    const QString before = labelText(banner(), "textLabel");
    QVERIFY(banner()->isVisible());
    choose(host, u"fr"_s);
    QTRY_COMPARE(firstMenu(host), u"&Fichier"_s);
    QVERIFY(banner()->isVisible());
    const QString after = labelText(banner(), "textLabel");
    QVERIFY2(!after.isEmpty() && after != before, qPrintable(after));
}

void TestWindowHost::cancelKeepsTheLanguage()
{
    DemoDesk desk;
    desk.saveProfile(DemoDesk::Ten);
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    const MainWindow *before = &host.window();
    choose(host, u"fr"_s, QDialogButtonBox::Cancel);
    QCoreApplication::processEvents();
    QCOMPARE(&host.window(), before);
    QCOMPARE(firstMenu(host), u"&File"_s);
    QCOMPARE(desk.settings().appearance(), Appearance());
}

void TestWindowHost::exportsContinueWhenTheLanguageChanges()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    const QPointer<ExportWindow> window = startExport(host, desk);
    QVERIFY(window);
    QTRY_COMPARE(window->job().state(), ExportJob::State::Paused);
    const QString english = labelText(window, "resultLabel");
    choose(host, u"fr"_s);
    QTRY_COMPARE(firstMenu(host), u"&Fichier"_s);
    QVERIFY(!host.window().findChild<StopQuestion *>());
    QVERIFY(window && window->isVisible());
    QCOMPARE(window->job().state(), ExportJob::State::Paused);
    QTRY_COMPARE(child<QPushButton>(window, "resumeButton")->text(), u"Saisir un &jeton…"_s);
    QCOMPARE(labelText(window, "rowsLabel"), u"Toutes les connexions\u00A0· toutes les pages"_s);
    QVERIFY(labelText(window, "resultLabel") != english);
    desk.tenant().setFaults({});
    window->job().resume();
    QTRY_COMPARE(window->job().state(), ExportJob::State::Written);
    QCOMPARE(desk.files(), QStringList{u"all.csv"_s});
    QVERIFY(host.window().close()); // the new window knows the exports of the old one
    QVERIFY(!window->isVisible());
}

void TestWindowHost::stopQuestionsAreInTheNewLanguage()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    ExportWindow *window = startExport(host, desk);
    QVERIFY(window);
    window->close();
    const auto *question = window->findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    choose(host, u"fr"_s);
    QTRY_COMPARE(firstMenu(host), u"&Fichier"_s);
    QVERIFY(question->isVisible());
    QTRY_COMPARE(question->informativeText(), u"Rien n’a encore été écrit."_s);
    QVERIFY(!host.window().close()); // and this window asks, too
    QVERIFY(host.window().findChild<StopQuestion *>());
}

void TestWindowHost::endCancelsExportsWithoutAQuestion_data()
{
    QTest::addColumn<bool>("isAsked"); // the question is open already
    QTest::newRow("no question") << false;
    QTest::newRow("question") << true;
}

//! As when a signal ends the program, or the session of the desktop.
void TestWindowHost::endCancelsExportsWithoutAQuestion()
{
    QFETCH(bool, isAsked);
    qputenv("VESTIBULE_FILE_FAULTS", "tmpfile=95"); // the temporary file has a name
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    const QSignalSpy ended(&host, &WindowHost::ended);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    ExportWindow *window = startExport(host, desk);
    qunsetenv("VESTIBULE_FILE_FAULTS");
    QVERIFY(window);
    QTRY_COMPARE(window->job().state(), ExportJob::State::Paused);
    QCOMPARE(desk.files().size(), 1);
    QVERIFY(desk.files().constFirst().startsWith(u".vestibule-"_s));
    if (isAsked)
        QVERIFY(!host.window().close());
    host.end();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(window->job().state(), ExportJob::State::Cancelled);
    QCOMPARE(desk.files(), QStringList());
    QVERIFY(!host.window().isVisible());
    const auto *question = host.window().findChild<StopQuestion *>();
    QVERIFY(!question || !question->isVisible());
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void TestWindowHost::endWaitsForWhatIsBeingSaved()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    const QSignalSpy ended(&host, &WindowHost::ended);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    ExportWindow *window = startExport(host, desk);
    QVERIFY(window);
    QTRY_COMPARE(window->job().state(), ExportJob::State::Paused);
    qsizetype endedWhileSaving = -1;
    connect(&window->job(), &ExportJob::changed, &host, [&] {
        if (window->job().state() == ExportJob::State::Saving && endedWhileSaving < 0) {
            host.end();
            endedWhileSaving = ended.size();
        }
    });
    desk.tenant().setFaults({});
    window->job().resume();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(endedWhileSaving, 0);
    QCOMPARE(window->job().state(), ExportJob::State::Written);
    QCOMPARE(desk.files(), QStringList{u"all.csv"_s});
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

//! Its reader may never read.
void TestWindowHost::endDoesNotWaitForAPipe()
{
    DemoDesk desk;
    const QByteArray pipe = QFile::encodeName(desk.file(u"all.csv"_s));
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(::fcntl(reader, F_SETPIPE_SZ, 4096) > 0); // less than the rows
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    const QSignalSpy ended(&host, &WindowHost::ended);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    ExportWindow *window = startExport(host, desk);
    QVERIFY(window);
    QTRY_COMPARE(window->job().state(), ExportJob::State::Paused);
    desk.tenant().setFaults({});
    window->job().resume();
    QTRY_COMPARE(window->job().state(), ExportJob::State::Saving);
    QTest::qWait(50);
    QCOMPARE(window->job().state(), ExportJob::State::Saving);
    host.end();
    QCOMPARE(ended.size(), 1);
    ::close(reader);
    QTRY_VERIFY(!window->job().isRunning());
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void TestWindowHost::endSavesTheLayout()
{
    DemoDesk desk;
    Translations translations{QString()};
    {
        WindowHost host(desk.session(), desk.network(), translations);
        QVERIFY(openTen(host, desk));
        host.window().resize(900, 600);
        host.end();
    }
    WindowHost next(desk.session(), desk.network(), translations);
    QCOMPARE(next.window().size(), QSize(900, 600));
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

//! As a signal ends the program: the windows go with the host, whichever has an export.
void TestWindowHost::endIsForAllWindows()
{
    DemoDesk desk;
    Translations translations{QString()};
    {
        WindowHost host(desk.session(), desk.network(), translations);
        const QSignalSpy ended(&host, &WindowHost::ended);
        host.window().show();
        desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
        QVERIFY(desk.settle());
        child<QAction>(&host.window(), "newWindowAction")->trigger();
        QCOMPARE(host.windows().size(), 2);
        QVERIFY(isReady(host.windows().constLast(), 50));
        ExportWindow *window = startExport(host, desk);
        QVERIFY(window);
        QTRY_COMPARE(window->job().state(), ExportJob::State::Paused);
        host.end();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(window->job().state(), ExportJob::State::Cancelled);
        for (const MainWindow *each : host.windows())
            QVERIFY(!each->isVisible());
    }
    QCOMPARE(desk.files(), QStringList());
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void TestWindowHost::aNewWindowShowsTheSamePage()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    desk.browser().setEnabledFilter(false);
    QVERIFY(desk.settle());
    desk.browser().nextPage();
    QVERIFY(desk.settle());
    const int rows = desk.browser().model()->rowCount();
    child<QAction>(&host.window(), "newWindowAction")->trigger();
    QCOMPARE(host.windows().size(), 2);
    const MainWindow *second = host.windows().constLast();
    QVERIFY(isReady(second, rows));
    QCOMPARE(second->windowTitle(), host.window().windowTitle());
    QVERIFY(child<QAction>(second, "showDisabledAction")->isChecked());
    QCOMPARE(labelText(second, "nameLabel"), labelText(&host.window(), "nameLabel"));
    QVERIFY(second->pos() != host.window().pos());
}

void TestWindowHost::windowsBrowseByThemselves()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    const QString title = host.window().windowTitle();
    host.openWindow(desk.session());
    MainWindow *second = host.windows().constLast();
    QVERIFY(isReady(second, 10));
    second->openDemo({.organizationId = desk.id(DemoDesk::Fifty)});
    QVERIFY(isReady(second, 50));
    QVERIFY(second->windowTitle() != title);
    QCOMPARE(host.window().windowTitle(), title);
    QCOMPARE(desk.browser().model()->rowCount(), 10);
}

void TestWindowHost::closingAWindowEndsItsExportsAlone()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    const QPointer<ExportWindow> exporting = startExport(host, desk);
    QVERIFY(exporting);
    QTRY_COMPARE(exporting->job().state(), ExportJob::State::Paused);
    desk.tenant().setFaults({});
    host.openWindow(desk.session());
    QVERIFY(host.windows().constLast()->close()); // it has no export
    QTRY_COMPARE(host.windows().size(), 1);
    QCOMPARE(exporting->job().state(), ExportJob::State::Paused);

    host.openWindow(desk.session());
    MainWindow *const first = &host.window();
    QPointer<MainWindow> second = host.windows().constLast();
    QVERIFY(!first->close());
    const auto *question = first->findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    QCOMPARE(question->windowTitle(), u"Close the window?"_s);
    auto *stop = child<QPushButton>(question, "stopButton");
    QCOMPARE(stop->text(), u"&Stop the export and close"_s);
    stop->click();
    QTRY_COMPARE(host.windows(), QList<MainWindow *>{second});
    QTRY_VERIFY(!exporting);
    QCOMPARE(desk.files(), QStringList());
    QVERIFY(second && second->isVisible());
}

void TestWindowHost::sweepsOutliveTheirWindow()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    host.openWindow(desk.session());
    MainWindow *const second = host.windows().constLast();
    QVERIFY(isReady(second, 10));
    desk.tenant().setFaults({u"hang"_s});
    child<QAction>(second, "sweepAction")->trigger();
    const auto *pause = child<QAction>(&host.window(), "pauseSweepAction");
    QTRY_VERIFY(child<QAction>(second, "pauseSweepAction")->isEnabled());
    QVERIFY(second->close());
    QTRY_COMPARE(host.windows().size(), 1);
    child<QAction>(&host.window(), "placeConnectionsAction")->trigger();
    QTRY_VERIFY(pause->isEnabled()); // it is the sweep of this window's tenant, too
    QVERIFY(!host.window().close());
    const auto *question = host.window().findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    QVERIFY2(question->text().startsWith("A sweep is running: "_L1), qPrintable(question->text()));
}

//! What a window may be in the middle of; names of actions open a dialog.
void TestWindowHost::addMoments()
{
    QTest::addColumn<QByteArray>("moment");
    for (const char *moment : {"request",
                               "rate limit",
                               "search",
                               "automatic refresh",
                               "renewal",
                               "sweep",
                               "comparison",
                               "file",
                               "report",
                               "newWindowAction",
                               "settingsAction",
                               "exportAction",
                               "tokenAction",
                               "connectTenantAction",
                               "organizationAction",
                               "paletteAction",
                               "keysAction",
                               "aboutAction",
                               "accessGuideAction",
                               "openAction",
                               "compareViewAction",
                               "placeOverviewAction",
                               "placeChangesAction"})
        QTest::newRow(moment) << QByteArray(moment);
}

//! Five pages, read by an application, and a saved view of them.
bool TestWindowHost::openMany(WindowHost &host, DemoDesk &desk)
{
    host.window().show();
    Profile profile = desk.saveProfile(DemoDesk::Many);
    profile.access = AccessKind::Application;
    profile.clientId = QString::fromLatin1(Demo::ClientId);
    desk.settings().setProfiles({profile});
    desk.session().openProfile(
        profile,
        ClientCredentials{.clientId = profile.clientId, .secret = SecretBytes(Demo::ClientSecret)});
    if (!desk.settle() || saveView(desk, u"view.json"_s).isEmpty() || !desk.exportEnds())
        return false;
    desk.exports().closeAll();
    return true;
}

bool TestWindowHost::begin(const QByteArray &moment, DemoDesk &desk, MainWindow &window)
{
    const auto triggers = [&window](const char *name) {
        auto *action = child<QAction>(&window, name);
        const bool isEnabled = action->isEnabled();
        action->trigger();
        return isEnabled;
    };
    const auto isAsked = [&desk] {
        return QTest::qWaitFor([&desk] { return !desk.tenant().requests().isEmpty(); });
    };
    QWidget *banner = child(&window, "MessageBanner");
    if (moment == "renewal") {
        auto *button = child<QAbstractButton>(banner, "actionButton");
        desk.tenant().setFaults({u"wrong-scope"_s});
        if (!triggers("refreshAction")
            || !QTest::qWaitFor([button] { return button->text() == u"Sign in again"_s; }))
            return false;
        desk.tenant().setFaults({u"hang"_s});
        desk.tenant().clearRequests();
        button->click();
        return QTest::qWaitFor([&desk] { return desk.tenant().signIns() == 1; });
    }
    if (moment == "organizationAction") {
        desk.tenant().clearRequests();
        const auto *list = child<QListView>(window.findChild<OrganizationChooser *>(), "list");
        return triggers(moment.constData()) // shows those it knows, or asks for them
            && (list->model()->rowCount() > 1 || isAsked());
    }
    if (moment.endsWith("Action"))
        return triggers(moment.constData());
    desk.tenant().setFaults({moment == "rate limit" ? u"rate-limit"_s : u"hang"_s});
    desk.tenant().clearRequests();
    if (moment == "request")
        return triggers("refreshAction") && isAsked();
    if (moment == "rate limit")
        return triggers("refreshAction")
            && QTest::qWaitFor([banner] { return banner->isVisible(); });
    if (moment == "sweep")
        return triggers("sweepAction") && isAsked();
    if (moment == "search") {
        auto *search = window.findChild<ListingSearch *>();
        search->start();
        return search->state() == ListingSearch::State::Reading && isAsked();
    }
    if (moment == "automatic refresh") {
        auto *refresh = window.findChild<AutoRefresh *>();
        refresh->setMinutes(1);
        refresh->setUnit(std::chrono::milliseconds(1));
        return isAsked() && refresh->isLatestReading();
    }
    if (moment == "comparison") {
        window.findChild<ComparedViewChooser *>()->compareWith(desk.file(u"view.json"_s));
        return isAsked() && window.findChild<QProgressDialog *>();
    }
    if (moment == "report" && triggers("reportAction")) {
        auto *dialog = window.findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(desk.file(u"report.html"_s));
        dialog->close();
        return isAsked();
    }
    if (moment == "file")
        window.openFile(desk.file(u"view.json"_s)); // a thread reads it
    return moment == "file";
}

void TestWindowHost::aWindowMayCloseAtAnyMoment_data()
{
    addMoments();
}

//! What it was doing ends with it, and the other window goes on.
void TestWindowHost::aWindowMayCloseAtAnyMoment()
{
    QFETCH(const QByteArray, moment);
    for (const bool isFirst : {false, true}) {
        DemoDesk desk;
        Translations translations{QString()};
        WindowHost host(desk.session(), desk.network(), translations);
        QVERIFY(openMany(host, desk));
        const int rows = desk.browser().model()->rowCount();
        host.openWindow(desk.session());
        QVERIFY(isReady(host.windows().constLast(), rows));
        const QPointer<MainWindow> closed = host.windows().at(isFirst ? 0 : 1);
        MainWindow *const other = host.windows().at(isFirst ? 1 : 0);
        QVERIFY(begin(moment, desk, *closed));
        QVERIFY(closed->close());
        QTRY_VERIFY(!closed);
        desk.tenant().setFaults({});
        for (const MainWindow *left : host.windows())
            QVERIFY(isReady(left, rows)); // one that has just been opened reads its page
        static_cast<void>(desk.takeRequestCount());
        QTest::qWait(20); // for what should not come
        QCOMPARE(desk.takeRequestCount(), 0);
        child<QAction>(other, "refreshAction")->trigger();
        QTRY_VERIFY(!desk.tenant().requests().isEmpty());
        QVERIFY(isReady(other, rows));
    }
}

//! As closing does, but the session goes on with another window.
void TestWindowHost::languageMayChangeAtAnyMoment()
{
    QFETCH(const QByteArray, moment);
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openMany(host, desk));
    const int rows = desk.browser().model()->rowCount();
    const QPointer<MainWindow> before = &host.window();
    QVERIFY(begin(moment, desk, *before));
    Q_EMIT before->languageChanged();
    QTRY_VERIFY(!before);
    desk.tenant().setFaults({});
    MainWindow &window = host.window();
    QVERIFY(window.isVisible());
    child<QAction>(&window, "placeOrganizationAction")->trigger();
    child<QAction>(&window, "refreshAction")->trigger();
    QVERIFY(desk.settle());
    QVERIFY(isReady(&window, rows));
}

//! The first session outlives its window.
void TestWindowHost::aClosedWindowLeavesNoToken()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    QVERIFY(desk.session().access().isComplete());
    host.openWindow(desk.session());
    QVERIFY(isReady(host.windows().constLast(), 10));
    QVERIFY(host.window().close());
    QTRY_VERIFY(!desk.session().access().isComplete());
    QVERIFY(!desk.browser().page());
    QCOMPARE(host.windows().size(), 1);
    QVERIFY(isReady(host.windows().constLast(), 10));
}

void TestWindowHost::aSessionReconnectsOnceWhateverItsWindow()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten), desk.access().token);
    QVERIFY(desk.settle());
    for (const QString &language : {u"fr"_s, u"en"_s}) {
        choose(host, language);
        QTRY_COMPARE(QLocale().name().left(2), language);
    }
    desk.tenant().setFaults({u"error-503"_s});
    desk.browser().reload();
    QVERIFY(desk.settle());
    const QSignalSpy states(&desk.browser(), &ConnectionBrowser::stateChanged);
    Q_EMIT desk.network().ready();
    QCOMPARE(states.size(), 1); // Loading
    QVERIFY(desk.settle());
}

void TestWindowHost::privacyModeIsThatOfAllWindows()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    host.openWindow(desk.session());
    MainWindow *const second = host.windows().constLast();
    QVERIFY(isReady(second, 10));
    const QString title = second->windowTitle();
    QVERIFY(title.contains("Acme Corp"_L1));
    child<QAction>(&host.window(), "privacyAction")->trigger();
    QVERIFY(!second->windowTitle().contains("Acme Corp"_L1));
    QVERIFY(child<QAction>(second, "privacyAction")->isChecked());
    child<QAction>(second, "privacyAction")->trigger();
    QCOMPARE(second->windowTitle(), title);
    QCOMPARE(host.window().windowTitle(), title);
}

void TestWindowHost::aNewLanguageReplacesAllWindows()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    QVERIFY(openTen(host, desk));
    host.openWindow(desk.session());
    QVERIFY(isReady(host.windows().constLast(), 10));
    const QRect geometry = host.windows().constLast()->geometry();
    // In the program's own loop, which hiding the last window would end.
    constexpr int GoesOn = 7;
    QTimer::singleShot(0, &host, [&host] { choose(host, u"fr"_s); });
    QTimer::singleShot(std::chrono::milliseconds(500), &host,
                       [] { QCoreApplication::exit(GoesOn); });
    QCOMPARE(QCoreApplication::exec(), GoesOn);
    QCOMPARE(firstMenu(host), u"&Fichier"_s);
    QCOMPARE(host.windows().size(), 2);
    MainWindow *const second = host.windows().constLast();
    QCOMPARE(second->menuBar()->actions().constFirst()->text(), u"&Fichier"_s);
    QVERIFY(second->isVisible());
    QCOMPARE(second->geometry(), geometry);
    QVERIFY(isReady(second, 10));
}

void TestWindowHost::quitClosesAllWindows()
{
    DemoDesk desk;
    Translations translations{QString()};
    WindowHost host(desk.session(), desk.network(), translations);
    host.window().show();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Many), desk.access().token);
    QVERIFY(desk.settle());
    const QPointer<ExportWindow> exporting = startExport(host, desk);
    QVERIFY(exporting);
    QTRY_COMPARE(exporting->job().state(), ExportJob::State::Paused);
    host.openWindow(desk.session());
    host.openWindow(desk.session());
    MainWindow *const first = &host.window();
    child<QAction>(host.windows().constLast(), "quitAction")->trigger();
    QTRY_COMPARE(host.windows(), QList<MainWindow *>{first}); // it asks, because it exports
    const auto *question = first->findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    QCOMPARE(question->windowTitle(), u"Quit Vestibule?"_s);
    child<QPushButton>(question, "stopButton")->click();
    QVERIFY(!first->isVisible());
    QCOMPARE(host.windows(), QList<MainWindow *>());
    QVERIFY(!exporting || !exporting->isVisible());
}

QTEST_MAIN(TestWindowHost)
#include "tst_windowhost.moc"
