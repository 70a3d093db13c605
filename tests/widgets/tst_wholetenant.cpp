// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/wholetenant.h"

#include "core/folding.h"
#include "core/masking.h"
#include "models/cellrole.h"
#include "models/findingtext.h"
#include "session/inventorybrowser.h"
#include "session/inventorytext.h"
#include "support/demodesk.h"
#include "support/heldpipe.h"
#include "support/replywait.h"
#include "widgets/controls/barchart.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/controls/sidelist.h"
#include "widgets/controls/statepage.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/detail/loginpromptview.h"
#include "widgets/export/inventoryexportdialog.h"
#include "widgets/tenant/comparedialog.h"
#include "widgets/tenant/inventorytableview.h"
#include "widgets/tenant/linklistview.h"
#include "widgets/tenant/mutedialog.h"
#include "widgets/tenant/tenantpage.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMap>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QTreeView>
#include <QUrl>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! A desk that looks at the whole tenant.
class TenantDesk final : public DemoDesk {
public:
    using DemoDesk::DemoDesk;

    [[nodiscard]] TenantPage &page() { return *window().findChild<TenantPage *>(); }
    [[nodiscard]] SideList &sideList() { return *window().findChild<SideList *>(); }
    [[nodiscard]] InventoryBrowser &inventory() { return session().inventory(); }
    [[nodiscard]] InventoryListing &listing() { return page().listing(); }
    [[nodiscard]] const DriftBrowser &changes()
    {
        return window().findChild<WholeTenant *>()->drift();
    }

    //! Waits until no sweep runs and the list is there.
    [[nodiscard]] bool settleInventory()
    {
        return QTest::qWaitFor(
            [this] {
                return sweeps().running().isEmpty()
                    && inventory().state() != InventoryBrowser::State::Opening
                    && !listing().isSorting() && !listing().isCounting()
                    && (listing().model().rowCount() == 0 || listing().model().rowAt(0));
            },
            20'000);
    }
    [[nodiscard]] bool triggerAndSettle(const char *name)
    {
        if (!action(name)->isEnabled())
            return false;
        action(name)->trigger();
        return settleInventory();
    }
    //! Opens the demo tenant and sweeps it.
    [[nodiscard]] bool sweep()
    {
        return open(Ten) && triggerAndSettle("placeLinksAction") && triggerAndSettle("sweepAction")
            && QTest::qWaitFor([this] { return inventory().summary().isListedAgain; })
            && settleInventory();
    }

    [[nodiscard]] QString cell(int row, InventoryColumn column)
    {
        const int section = int(columnsOf(page().list()).indexOf(column));
        return listing().model().index(row, section).data().toString();
    }
    //! The entry of the side list with this text.
    [[nodiscard]] SideList::Entry entry(const QString &text)
    {
        for (const SideList::Entry &each : sideList().entries()) {
            if (each.text == text && !each.key.isEmpty())
                return each;
        }
        return {};
    }
    [[nodiscard]] bool choose(const QString &text)
    {
        const QString key = entry(text).key;
        if (key.isEmpty())
            return false;
        Q_EMIT sideList().chosen(key);
        return settleInventory();
    }
    //! The rows that have the sign "to check", by their names, with what it says; all rows are
    //! read first. Without value if that does not end.
    [[nodiscard]] std::optional<QMap<QString, QStringList>> signs()
    {
        const bool isConnection = page().list() != InventoryList::Organizations;
        const int section =
            int(columnsOf(page().list())
                    .indexOf(isConnection ? InventoryColumn::ConnectionName
                                          : InventoryColumn::OrganizationDisplayName));
        QMap<QString, QStringList> found;
        for (int row = 0; row < listing().model().rowCount(); ++row) {
            if (!QTest::qWaitFor([&] { return listing().model().rowAt(row) != nullptr; }))
                return {};
            const QModelIndex name = listing().model().index(row, section);
            const QStringList says = name.data(HintsRole).toStringList();
            const bool isTold = says.isEmpty()
                || (name.data(Qt::ToolTipRole).toString().contains(says.constFirst())
                    && name.data(Qt::AccessibleTextRole).toString().contains(says.constFirst()));
            if (!isTold)
                return {};
            if (!says.isEmpty())
                found.insert(keyOf(*listing().model().rowAt(row)).connectionId
                                 + keyOf(*listing().model().rowAt(row)).organizationId,
                             says);
        }
        return found;
    }
    [[nodiscard]] QString inventoryBanner()
    {
        return page().banner().isVisible() ? labelText(&page().banner(), "textLabel") : QString();
    }
    [[nodiscard]] QString label(const char *name) { return labelText(&page(), name); }
    [[nodiscard]] QString folder() { return QFileInfo(file(u"x"_s)).absolutePath(); }
    //! Answers the dialog of this name that was opened last.
    void chooseFile(const char *dialogName, const QString &name)
    {
        auto *dialog =
            window().findChildren<QFileDialog *>(QLatin1StringView(dialogName)).constLast();
        Q_EMIT dialog->fileSelected(file(name));
        dialog->close();
    }
};

//! Takes the files and folders that the program opens, in place of the desktop.
class OpenedFiles final : public QObject {
    Q_OBJECT

public:
    OpenedFiles() { QDesktopServices::setUrlHandler(u"file"_s, this, "take"); }
    ~OpenedFiles() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    [[nodiscard]] QStringList paths() const { return m_paths; }

public Q_SLOTS:
    void take(const QUrl &url) { m_paths.append(url.toLocalFile()); }

private:
    QStringList m_paths;
};

//! The texts of the buttons that are on screen.
QStringList visibleButtons(const QWidget &banner)
{
    QStringList texts;
    const QList<QPushButton *> buttons = banner.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible())
            texts.append(button->text());
    }
    return texts;
}

} // namespace

class TestWholeTenant final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void nothingIsReadBeforeTheFirstSweep();
    void aSweepFillsAllLists();
    void everyBarLeadsToItsRows();
    void overviewFollowsASweep();
    void overviewHasNothingToFindOrExport();
    void overviewTakesTheKeyboardWhenItComes();
    void theTitleNamesNoOrganizationBesideTheWholeTenant();
    void menusSortAndChooseColumns();
    void tabComesToTheStatusBarLast();
    void reportIsSaved();
    void whatIsSavedCanBeOpenedAndFound();
    void aSavedInventoryCanBeFound();
    void whatIsSavedBesideAnOrganizationCanBeOpenedAndFound();
    void privacyModeSaysThatAReportHasTheNames();
    void privacyModeSaysThatASavedInventoryHasTheNames();
    void onlyTheOwnInventoryRetriesFailures();
    void reportOfTheOrganizationIsSaved();
    void reportEndsWithoutTheDialogThatWaitsForIt();
    void reportOfASavedViewSaysThatItIsAPart();
    void facetsFilterAndTakeBack();
    void menuOfACellSetsItsFacet();
    void theSignFollowsTheFindings();
    void theSignFollowsASweep();
    void newRowsAreTakenOnce();
    void everyArrowStandsOnItsOrder();
    void copiesWhatIsOnScreen();
    void findsNamesAndIds();
    void sortsByHeader();
    void fromALinkToTheOrganizationLiveAndBack();
    void connectionLeadsToItsLinks();
    void eachStepLeadsBack();
    void noOrganizationIsOpenedOutOfSight();
    void theFilterOfAnOrganizationNamesIt();
    void theLoginPromptSelectsItsLinks();
    void findingsLeadToWhatTheyName();
    void aFindingIsMutedAndBack();
    void aWholeRuleIsMutedWithoutAChoice();
    void theWindowsKeysWorkInTheExport();
    void tabReachesEveryButtonOfTheExport();
    void changesSinceTheLastSweepAreShown();
    void onlyALaterSweepPromisesChanges();
    void comparesWithAFile();
    void changesAreExported();
    void changesEndWithTheirInventory();
    void changesFollowTheEndOfTheSweep();
    void theLaterOneIsTheNewOne();
    void savesFromTheOrganization();
    void mnemonicsAreUniqueInEveryPlace_data();
    void mnemonicsAreUniqueInEveryPlace();
    void exportsWhatIsFiltered();
    void aSavedFileOpensWithoutATenant();
    void closingAFileLeadsToThePlaceBefore();
    void aFileStaysWhileTheTenantIsSwept();
    void theInventoryBeforeIsKept();
    void unusedConnectionsAreReadOnRequest();
    void aFailureIsSaidOverTheLists();
    void aLossIsSaidOverTheLists();
    void withoutATenantNothingLeadsToIt();
    void aFileThatIsNoneIsSaid_data();
    void aFileThatIsNoneIsSaid();
    void anExpiredTokenPausesTheSweep();
    void pausesAndContinues();
    void theKeyOfTheSweepContinuesIt();
    void goesOnWhileAnotherOrganizationIsShown();
    void quittingAsksFirst();
    void privacyModeMasksEverything();
    void sideListFoldsAwayAndIsRemembered();
    void everythingWorksWithTheKeyboard();
    void everyPlaceHasTheKeyboardInItsRows();
    void withoutRowsTheKeyboardIsOnWhatCanBeDone();
    void theKeyboardStaysWhereSomebodyTypes();
    void anotherTenantHasAnotherInventory();
};

void TestWholeTenant::nothingIsReadBeforeTheFirstSweep()
{
    TenantDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!desk.window().findChild<TenantPage *>());
    static_cast<void>(desk.takeRequestCount());
    QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
    QCOMPARE(desk.takeRequestCount(), 0);
    QVERIFY(child(&desk.page(), "inventoryStatePage")->isVisible());
    QVERIFY(desk.entry(u"Connections"_s).isChosen);
    QVERIFY(!desk.action("saveInventoryAction")->isEnabled());
}

void TestWholeTenant::aSweepFillsAllLists()
{
    TenantDesk desk({.organizations = 120});
    QVERIFY(desk.open(DemoDesk::Ten));
    static_cast<void>(desk.takeRequestCount());
    QVERIFY(desk.triggerAndSettle("placeOrganizationsAction"));
    QVERIFY(desk.triggerAndSettle("sweepAction"));
    QTRY_COMPARE(desk.listing().model().rowCount(), 120);
    // One request for each organization but that of 237 connections, and two listings of two pages.
    QCOMPARE(desk.takeRequestCount(), 120 + 2 + 2 * 2);
    QCOMPARE(desk.label("countsLabel"), u"120 of 120 organizations read"_s);
    QCOMPARE(desk.label("completenessLabel"), u"✓ complete"_s);
    QTRY_VERIFY(desk.entry(u"Organizations"_s).count == 120);
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QCOMPARE(desk.listing().model().rowCount(), desk.inventory().summary().links);
    QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
    QCOMPARE(desk.listing().model().rowCount(), desk.inventory().summary().connections);
    QCOMPARE(desk.action("sweepAction")->text(), u"S&weep again"_s);
}

//! The list that a bar leads to has as many rows as the bar says.
void TestWholeTenant::everyBarLeadsToItsRows()
{
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.sweep());
    const auto show = [&] {
        return desk.triggerAndSettle("placeOverviewAction")
            && QTest::qWaitFor([&] { return !desk.inventory().overview().isReading(); });
    };
    QVERIFY(show());
    QVERIFY(desk.entry(u"Overview"_s).isChosen);
    const InventoryOverview overview = *desk.inventory().overview().overview();
    QCOMPARE(overview.organizations, 60);
    int bars = 0;
    for (qsizetype chart = 0; chart < overview.charts.size(); ++chart) {
        for (qsizetype bar = 0; bar < overview.charts.at(chart).bars.size(); ++bar) {
            const qsizetype rows = overview.charts.at(chart).bars.at(bar).rows;
            if (rows == 0)
                continue;
            const QWidget *page = child(&desk.page(), "overviewPage");
            auto *button = page->findChildren<BarChart *>().at(chart)->bars().at(bar);
            button->click();
            QVERIFY(desk.settleInventory());
            QCOMPARE(desk.page().list(), overview.charts.at(chart).list);
            QVERIFY(!desk.page().isOverviewShown());
            QVERIFY(desk.page().table().isVisible());
            QVERIFY2(desk.listing().model().rowCount() == rows,
                     qPrintable(button->accessibleName()));
            QCOMPARE(QApplication::focusWidget(), &desk.page().table());
            QVERIFY(show());
            ++bars;
        }
    }
    QVERIFY(bars > 15);
    desk.page().findChildren<NumberTile *>().constLast()->click();
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.listing().model().rowCount(), overview.links); // without a filter again
}

void TestWholeTenant::overviewFollowsASweep()
{
    TenantDesk desk({.organizations = 40});
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeOverviewAction"));
    QVERIFY(child(&desk.page(), "inventoryStatePage")->isVisible());
    desk.action("sweepAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.inventory().summary().isListedAgain, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.inventory().overview().overview()
                                 && desk.inventory().overview().overview()->organizations == 40
                                 && desk.inventory().overview().overview()->links
                                     == desk.inventory().summary().links,
                             10'000);
    QVERIFY(child(&desk.page(), "overviewPage")->isVisible());
    QTRY_COMPARE(desk.label("overviewCoverage"),
                 u"Complete: 40 organizations listed, 40 read, 0 failed, 0 gone, 0 waiting."_s);
}

void TestWholeTenant::overviewHasNothingToFindOrExport()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.action("exportAction")->isEnabled());
    QVERIFY(desk.triggerAndSettle("placeOverviewAction"));
    for (const char *action : {"exportAction", "findAction", "detailPaneAction"})
        QVERIFY2(!desk.action(action)->isEnabled(), action);
    QVERIFY(!child(&desk.page(), "inventoryFindField")->isVisible());
    for (const SideList::Entry &entry : desk.sideList().entries())
        QVERIFY2(entry.isPlace || entry.key.isEmpty(), qPrintable(entry.text));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QVERIFY(desk.action("exportAction")->isEnabled());
    QVERIFY(child(&desk.page(), "inventoryFindField")->isVisible());
}

//! Heads of columns cannot be reached with the keyboard.
void TestWholeTenant::menusSortAndChooseColumns()
{
    TenantDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *sorting = child<QMenu>(&desk.window(), "sortMenu");
    auto *columns = child<QMenu>(&desk.window(), "listColumnMenu");
    const auto *ofOrganization = child<QMenu>(&desk.window(), "columnMenu");
    const auto choose = [](QMenu *menu, const QString &text) {
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        const auto entry = std::ranges::find(actions, text, &QAction::text);
        if (entry == actions.end())
            return false;
        (*entry)->trigger();
        return true;
    };
    QVERIFY(!columns->menuAction()->isVisible());
    QVERIFY(ofOrganization->menuAction()->isVisible());
    QVERIFY(desk.triggerAndSettle("placeOverviewAction"));
    QVERIFY(!sorting->menuAction()->isEnabled());
    QVERIFY(desk.sweep());
    QVERIFY(sorting->menuAction()->isEnabled());
    QVERIFY(columns->menuAction()->isVisible());
    QVERIFY(!ofOrganization->menuAction()->isVisible());

    QVERIFY(choose(sorting, u"Strategy"_s));
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.listing().query().sortedBy, InventoryColumn::Strategy);
    QVERIFY(!desk.listing().query().isDescending);
    QVERIFY(choose(sorting, u"&Descending"_s));
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.listing().query().sortedBy, InventoryColumn::Strategy);
    QVERIFY(desk.listing().query().isDescending);

    const QHeaderView *header = desk.page().table().horizontalHeader();
    const int hidden = header->hiddenSectionCount();
    QVERIFY(choose(columns, u"Strategy"_s));
    QCOMPARE(header->hiddenSectionCount(), hidden + 1);
    QVERIFY(desk.triggerAndSettle("placeOrganizationAction"));
    QVERIFY(ofOrganization->menuAction()->isVisible());
}

//! The page is made after the status bar.
void TestWholeTenant::tabComesToTheStatusBarLast()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    auto *status = child(&desk.window(), "sweepStatus");
    status->show(); // as during a sweep of another tenant
    const auto next = [&desk] {
        QTest::keyClick(&desk.window(), Qt::Key_Tab);
        return desk.window().focusWidget();
    };
    desk.sideList().setFocus();
    QVERIFY(desk.page().isAncestorOf(next()));
    int steps = 0;
    while (desk.page().isAncestorOf(desk.window().focusWidget())) {
        QVERIFY(++steps < 50);
        next();
    }
    QVERIFY(desk.window().focusWidget() == status);
    QCOMPARE(next()->objectName(), u"tenantButton"_s);
}

void TestWholeTenant::reportIsSaved()
{
    TenantDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QVERIFY(!desk.action("reportAction")->isEnabled());
    QVERIFY(desk.sweep());
    desk.action("reportAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveReportDialog");
    const QString date =
        desk.inventory().summary().ended.toLocalTime().date().toString(Qt::ISODate);
    QVERIFY2(dialog->selectedFiles().constFirst().endsWith("/demo-tenant-"_L1 + date + ".html"_L1),
             qPrintable(dialog->selectedFiles().constFirst()));
    Q_EMIT dialog->fileSelected(desk.file(u"acme.html"_s));
    dialog->close();
    QTRY_COMPARE(desk.inventoryBanner(), u"The report was saved as acme.html."_s);
    QFile report(desk.file(u"acme.html"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray html = report.readAll();
    QVERIFY(html.contains("class=\"verdict complete\""));
    QVERIFY(!html.contains("SHA-256")); // it is the program's own inventory
    desk.action("reportAction")->trigger();
    dialog = desk.window().findChildren<QFileDialog *>(u"saveReportDialog"_s).constLast();
    Q_EMIT dialog->fileSelected(desk.file(u"no/such/folder/acme.html"_s));
    dialog->close();
    QTRY_VERIFY(desk.inventoryBanner().contains("could not be written"_L1));
}

void TestWholeTenant::privacyModeSaysThatAReportHasTheNames()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const auto save = [&desk](const QString &name) {
        desk.action("reportAction")->trigger();
        auto *dialog = desk.window().findChildren<QFileDialog *>(u"saveReportDialog"_s).constLast();
        const QString title = dialog->windowTitle();
        Q_EMIT dialog->fileSelected(desk.file(name));
        dialog->close();
        return title;
    };
    QCOMPARE(save(u"open.html"_s), u"Save a report"_s);
    QTRY_COMPARE(desk.inventoryBanner(), u"The report was saved as open.html."_s);
    desk.action("privacyAction")->trigger();
    QCOMPARE(save(u"acme.html"_s), u"Save a report (contains the real names)"_s);
    QTRY_VERIFY2(desk.inventoryBanner().endsWith(
                     u". Privacy mode masks the window; the file contains the real names."_s),
                 qPrintable(desk.inventoryBanner()));
    QVERIFY(!desk.inventoryBanner().contains("acme"_L1));
}

void TestWholeTenant::privacyModeSaysThatASavedInventoryHasTheNames()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const auto save = [&desk](const QString &name) {
        desk.action("saveInventoryAction")->trigger();
        auto *dialog =
            desk.window().findChildren<QFileDialog *>(u"saveInventoryDialog"_s).constLast();
        const QString title = dialog->windowTitle();
        Q_EMIT dialog->fileSelected(desk.file(name));
        dialog->close();
        return title;
    };
    QCOMPARE(save(u"open.vestibule"_s), u"Save the inventory"_s);
    QTRY_COMPARE(desk.inventoryBanner(), u"The inventory was saved as open.vestibule."_s);
    desk.action("privacyAction")->trigger();
    QCOMPARE(save(u"acme.vestibule"_s), u"Save the inventory (contains the real names)"_s);
    QTRY_VERIFY2(desk.inventoryBanner().endsWith(
                     u". Privacy mode masks the window; the file contains the real names."_s),
                 qPrintable(desk.inventoryBanner()));
    QVERIFY(!desk.inventoryBanner().contains("acme"_L1));
}

//! A file shows how the tenant was; a sweep goes on with the tenant's own inventory.
void TestWholeTenant::onlyTheOwnInventoryRetriesFailures()
{
    TenantDesk desk({.organizations = 5, .faultsAt = {{u"acme-corp"_s, u"error-500"_s}}});
    QVERIFY(desk.sweep());
    QCOMPARE(desk.inventory().summary().counts.failed, 1);
    QVERIFY(desk.action("retryFailedAction")->isEnabled());
    const QString copy = desk.file(u"copy.vestibule"_s);
    QVERIFY(resultOf(sealInventory(desk.inventory().path(), copy)));
    desk.window().openFile(copy);
    QTRY_COMPARE(desk.inventory().path(), copy);
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.inventory().summary().counts.failed, 1);
    QVERIFY(!desk.action("retryFailedAction")->isEnabled());
    QVERIFY(desk.triggerAndSettle("ownInventoryAction"));
    QVERIFY(desk.action("retryFailedAction")->isEnabled());
}

void TestWholeTenant::theTitleNamesNoOrganizationBesideTheWholeTenant()
{
    TenantDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString title = desk.window().windowTitle();
    QVERIFY(title.startsWith("Acme Corp"_L1));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QCOMPARE(desk.window().windowTitle(), u"Whole tenant – Demo tenant – Vestibule"_s);
    desk.action("placeOrganizationAction")->trigger();
    QCOMPARE(desk.window().windowTitle(), title);
    QVERIFY(desk.window().focusWidget()
            == &desk.table()); // and not what Qt leads to when the list goes
}

//! It is counted only when it is shown for the first time.
void TestWholeTenant::overviewTakesTheKeyboardWhenItComes()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const auto hasFirstFigure = [&desk] {
        const auto tiles = desk.page().findChildren<NumberTile *>();
        return !tiles.isEmpty() && QApplication::focusWidget() == tiles.constFirst();
    };
    desk.page().table().setFocus();
    QVERIFY(!desk.inventory().overview().overview());
    desk.action("placeOverviewAction")->trigger();
    QTRY_VERIFY(hasFirstFigure());
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QVERIFY(desk.triggerAndSettle("placeOverviewAction"));
    QVERIFY(hasFirstFigure()); // it was counted already

    // Whoever has gone on in the meantime stays there.
    TenantDesk other;
    QVERIFY(other.sweep());
    other.page().table().setFocus();
    other.action("placeOverviewAction")->trigger();
    other.sideList().setFocus();
    QTRY_VERIFY(other.inventory().overview().overview());
    QTRY_VERIFY(child(&other.page(), "overviewPage")->isVisible());
    QCOMPARE(QApplication::focusWidget(), &other.sideList());
}

//! The message names the file alone.
void TestWholeTenant::whatIsSavedCanBeOpenedAndFound()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const MessageBanner &banner = desk.page().banner();
    const OpenedFiles opened;
    desk.action("reportAction")->trigger();
    desk.chooseFile("saveReportDialog", u"acme.html"_s);
    QTRY_COMPARE(visibleButtons(banner), QStringList({u"Open"_s, u"Show in folder"_s}));
    child<QPushButton>(&banner, "actionButton")->click();
    QCOMPARE(opened.paths(), QStringList(desk.file(u"acme.html"_s)));
    child<QPushButton>(&banner, "otherButton")->click();
    QCOMPARE(opened.paths(), QStringList({desk.file(u"acme.html"_s), desk.folder()}));
    desk.action("privacyAction")->trigger(); // the file is called as its tenant
    QVERIFY(!banner.isVisible());
    desk.action("privacyAction")->trigger();

    // A file that could not be written is not there.
    desk.action("reportAction")->trigger();
    desk.chooseFile("saveReportDialog", u"no/such/folder/acme.html"_s);
    QTRY_VERIFY(desk.inventoryBanner().contains("could not be written"_L1));
    QCOMPARE(visibleButtons(banner), QStringList());
}

//! This program is the one that opens it.
void TestWholeTenant::aSavedInventoryCanBeFound()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const MessageBanner &banner = desk.page().banner();
    const OpenedFiles opened;
    desk.action("saveInventoryAction")->trigger();
    desk.chooseFile("saveInventoryDialog", u"kept.vestibule"_s);
    QTRY_COMPARE(visibleButtons(banner), QStringList(u"Show in folder"_s));
    child<QPushButton>(&banner, "otherButton")->click();
    QCOMPARE(opened.paths(), QStringList(desk.folder()));
}

void TestWholeTenant::whatIsSavedBesideAnOrganizationCanBeOpenedAndFound()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.action("placeOrganizationAction")->trigger();
    QVERIFY(desk.settle());
    const OpenedFiles opened;
    desk.action("reportAction")->trigger();
    desk.chooseFile("saveOrganizationReportDialog", u"one.html"_s);
    QTRY_VERIFY(desk.bannerText().contains("one.html"_L1));
    QCOMPARE(visibleButtons(*desk.banner()), QStringList({u"Open"_s, u"Show in folder"_s}));
    child<QPushButton>(desk.banner(), "actionButton")->click();
    child<QPushButton>(desk.banner(), "otherButton")->click();
    QCOMPARE(opened.paths(), QStringList({desk.file(u"one.html"_s), desk.folder()}));
    desk.action("privacyAction")->trigger();
    QVERIFY(!desk.banner()->isVisible());
    desk.action("privacyAction")->trigger();
    desk.action("saveInventoryAction")->trigger();
    desk.chooseFile("saveInventoryDialog", u"kept.vestibule"_s);
    QTRY_VERIFY(desk.bannerText().contains("kept.vestibule"_L1));
    QCOMPARE(visibleButtons(*desk.banner()), QStringList(u"Show in folder"_s));
    child<QPushButton>(desk.banner(), "otherButton")->click();
    QCOMPARE(opened.paths().size(), 3);
    QCOMPARE(opened.paths().constLast(), desk.folder());
}

//! The whole listing, whatever page and filter are on screen.
void TestWholeTenant::reportOfTheOrganizationIsSaved()
{
    TenantDesk desk;
    QVERIFY(!desk.action("reportAction")->isEnabled());
    desk.session().openTenant(
        desk.access(),
        {.organizationId = desk.id(DemoDesk::Many), .index = 1, .size = 10, .isEnabled = true});
    QTRY_VERIFY(desk.browser().page());
    QVERIFY(desk.action("reportAction")->isEnabled());
    desk.action("reportAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveOrganizationReportDialog");
    QVERIFY(dialog->selectedFiles().constFirst().endsWith(QDate::currentDate().toString(Qt::ISODate)
                                                          + ".html"_L1));
    Q_EMIT dialog->fileSelected(desk.file(u"many.html"_s));
    dialog->close();
    QTRY_COMPARE(desk.bannerText(), u"The report was saved as many.html."_s);
    QFile report(desk.file(u"many.html"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray html = report.readAll();
    QVERIFY(html.contains("Complete: all 237 connection"));
    QVERIFY(html.contains("<figure>"));
    QCOMPARE(desk.browser().page()->items.size(), 10); // the window still shows what it did

    desk.action("reportAction")->trigger();
    dialog =
        desk.window().findChildren<QFileDialog *>(u"saveOrganizationReportDialog"_s).constLast();
    Q_EMIT dialog->fileSelected(desk.file(u"no/such/folder/many.html"_s));
    dialog->close();
    QTRY_VERIFY(desk.bannerText().contains("could not be written"_L1));
}

void TestWholeTenant::reportEndsWithoutTheDialogThatWaitsForIt()
{
    TenantDesk desk;
    desk.session().openTenant(desk.access(), {.organizationId = desk.id(DemoDesk::Many)});
    QTRY_VERIFY(desk.browser().page());
    const QString path = desk.file(u"pipe"_s);
    HeldPipe pipe(path);
    QVERIFY(pipe.isOpen());
    desk.action("reportAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveOrganizationReportDialog");
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(pipe.isFull()); // everything is read: too late to cancel
    const QPointer<QProgressDialog> progress = desk.window().findChild<QProgressDialog *>();
    QVERIFY(progress);
    QTRY_VERIFY(progress->isVisible());
    progress->close();
    QTRY_VERIFY(!progress);
    QTRY_COMPARE((pipe.read(), desk.bannerText()), u"The report was saved as pipe."_s);
}

void TestWholeTenant::reportOfASavedViewSaysThatItIsAPart()
{
    TenantDesk desk;
    SavedView view{.provenance = {.tenantDomain = u"acme.eu.auth0.com"_s,
                                  .organizationId = u"org_1"_s,
                                  .organizationName = u"Acme"_s,
                                  .extent = ExportExtent::SelectedRows},
                   .domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
                   .count = {.rows = 1, .total = 7},
                   .connections = {{.connectionId = u"con_1"_s, .name = u"own"_s}}};
    desk.session().openSavedView(std::make_shared<const SavedView>(view));
    desk.session().privacy().setOn(true);
    QTRY_VERIFY(desk.action("reportAction")->isEnabled());
    desk.action("reportAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveOrganizationReportDialog");
    QVERIFY(dialog->selectedFiles().constFirst().contains("/organization-"_L1)); // masked
    QCOMPARE(dialog->windowTitle(), u"Save a report (contains the real names)"_s);
    Q_EMIT dialog->fileSelected(desk.file(u"part.html"_s));
    dialog->close();
    QTRY_VERIFY(desk.bannerText().contains("part of the list, 1 of 7 connections"_L1));
    QVERIFY(desk.bannerText().endsWith(
        " Privacy mode masks the window; the file contains the real names."_L1));
    QFile report(desk.file(u"part.html"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray html = report.readAll();
    QVERIFY(html.contains("class=\"verdict incomplete\""));
    QVERIFY(html.contains("<td>own<")); // files have the real names
}

void TestWholeTenant::facetsFilterAndTakeBack()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const int all = desk.listing().model().rowCount();
    const auto signup = desk.entry(u"On"_s);
    QVERIFY(signup.count > 0);
    QVERIFY(desk.choose(u"On"_s));
    QCOMPARE(desk.listing().model().rowCount(), *signup.count);
    QVERIFY(desk.entry(u"On"_s).isChosen);
    for (int row = 0; row < desk.listing().model().rowCount(); ++row)
        QCOMPARE(desk.cell(row, InventoryColumn::IsSignupEnabled), u"Yes"_s);
    QVERIFY(desk.label("inventoryMatches").startsWith(QString::number(*signup.count) + " of"_L1));
    QVERIFY(desk.choose(u"On"_s));
    QCOMPARE(desk.listing().model().rowCount(), all);
    // The larger values beside a chosen one stay.
    const auto enabled = desk.entry(u"Enabled"_s);
    QVERIFY(enabled.count > desk.entry(u"Disabled"_s).count);
    QVERIFY(desk.choose(u"Disabled"_s));
    QCOMPARE(desk.entry(u"Enabled"_s).count, enabled.count);
    QVERIFY(desk.choose(u"Enabled"_s));
    QCOMPARE(desk.listing().model().rowCount(), *enabled.count);
}

void TestWholeTenant::menuOfACellSetsItsFacet()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    InventoryTableView &table = desk.page().table();
    const auto menuOf = [&](InventoryColumn column) -> QMenu * {
        const auto section = int(columnsOf(InventoryList::Links).indexOf(column));
        const QPoint place = table.visualRect(table.model()->index(0, section)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                                table.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(table.viewport(), &event);
        return table.findChild<QMenu *>(u"rowMenu"_s);
    };
    QMenu *plain = menuOf(InventoryColumn::ConnectionName);
    QVERIFY(plain);
    QCOMPARE(plain->actions().size(), 2); // no facet: it only copies
    delete plain;
    const QString strategy = desk.cell(0, InventoryColumn::Strategy);
    QMenu *menu = menuOf(InventoryColumn::Strategy);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 5);
    QCOMPARE(menu->actions().at(3)->text(), u"Only rows with this value"_s);
    QVERIFY(!menu->actions().at(4)->isEnabled()); // there is no filter to take away
    menu->actions().at(3)->trigger();
    delete menu;
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.entry(strategy).isChosen);
    for (int row = 0; row < desk.listing().model().rowCount(); ++row)
        QCOMPARE(desk.cell(row, InventoryColumn::Strategy), strategy);
    menu = menuOf(InventoryColumn::Strategy);
    QVERIFY(menu);
    QVERIFY(!menu->actions().at(3)->isEnabled());
    menu->actions().at(4)->trigger();
    delete menu;
    QVERIFY(desk.settleInventory());
    QVERIFY(!desk.entry(strategy).isChosen);
    QVERIFY(desk.listing().query().filter.isEmpty());
    // A flag, with its own value and not another one.
    const QString isEnabled = desk.cell(0, InventoryColumn::IsEnabled);
    const QString state = isEnabled == u"Yes"_s ? u"Enabled"_s : u"Disabled"_s;
    const auto matching = desk.entry(state).count;
    QVERIFY(matching && *matching < desk.listing().model().rowCount());
    menu = menuOf(InventoryColumn::IsEnabled);
    QVERIFY(menu);
    menu->actions().at(3)->trigger();
    delete menu;
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.entry(state).isChosen);
    QCOMPARE(desk.listing().model().rowCount(), *matching);
    QCOMPARE(desk.cell(0, InventoryColumn::IsEnabled), isEnabled);
}

void TestWholeTenant::theSignFollowsTheFindings()
{
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.sweep());
    for (const auto &[place, heading] : {std::pair("placeOrganizationsAction", u"Organizations"_s),
                                         std::pair("placeConnectionsAction", u"Connections"_s)}) {
        QVERIFY(desk.triggerAndSettle(place));
        const auto signs = desk.signs();
        QVERIFY(signs && !signs->isEmpty());
        QVERIFY(signs->size() < desk.listing().model().rowCount());
        const QList<SideList::Entry> entries = desk.sideList().entries();
        const auto entry = std::ranges::find(entries, u"To check"_s, &SideList::Entry::text);
        QVERIFY(entry != entries.end());
        QCOMPARE((entry - 1)->text, heading);
        QCOMPARE(entry->count, signs->size());
        QVERIFY(desk.choose(u"To check"_s));
        QCOMPARE(desk.listing().model().rowCount(), int(signs->size()));
        QCOMPARE(desk.signs(), signs);
        QVERIFY(desk.choose(u"To check"_s));
    }
    const auto before = desk.signs();
    const QString title = findingTitle(FindingRule::DormantFlags);
    const auto withTitle = [&title](const QMap<QString, QStringList> &signs) {
        return std::ranges::count_if(
            signs, [&title](const QStringList &says) { return says.contains(title); });
    };
    QVERIFY(withTitle(*before) > 0);
    // A link can have other hints as well, which are no findings.
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    const auto ofLinks = desk.signs();
    QVERIFY(ofLinks && ofLinks->size() < desk.listing().model().rowCount());
    const qsizetype toCheck = desk.entry(u"To check"_s).count.value_or(0);
    QVERIFY(toCheck > 0 && toCheck <= ofLinks->size());
    QVERIFY(desk.choose(u"To check"_s));
    QCOMPARE(desk.listing().model().rowCount(), int(toCheck));
    const auto chosen = desk.signs();
    QCOMPARE(chosen ? chosen->size() : 0, toCheck);
    QVERIFY(desk.choose(u"To check"_s));
    // Muted as a whole, and back.
    QVERIFY(desk.triggerAndSettle("placeFindingsAction"));
    desk.page().table().selectRow(int(FindingRule::DormantFlags));
    QTRY_COMPARE(desk.label("inventoryTitle"), title);
    child<QAbstractButton>(&desk.page(), "muteButton")->click();
    auto *dialog = desk.window().findChild<MuteDialog *>();
    dialog->findChild<QLineEdit *>(u"muteReason"_s)->setText(u"They are known"_s);
    dialog->findChild<QPushButton *>(u"muteAcceptButton"_s)->click();
    QTRY_COMPARE(desk.inventoryBanner(), u"Muted: %1."_s.arg(title));
    QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
    const auto muted = desk.signs();
    QVERIFY(muted && muted->size() < before->size());
    QCOMPARE(withTitle(*muted), 0);
    QCOMPARE(desk.entry(u"To check"_s).count, muted->size());
    child<QAbstractButton>(&desk.page().banner(), "actionButton")->click(); // undo
    QTRY_COMPARE(desk.inventoryBanner(), u"No longer muted: %1."_s.arg(title));
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.signs(), before);
    QCOMPARE(desk.entry(u"To check"_s).count, before->size());
    // Another inventory has its own.
    const QString copy = desk.file(u"copy.vestibule"_s);
    QVERIFY(resultOf(sealInventory(desk.inventory().path(), copy)));
    for (const FindingRuleInfo &info : findingRules())
        QVERIFY(resultOf(muteFinding(copy, {.key = {.rule = info.rule}, .reason = u"r"_s})));
    desk.window().openFile(copy);
    QTRY_COMPARE(desk.inventory().path(), copy);
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
    QVERIFY(desk.listing().model().rowCount() > 0);
    QVERIFY(desk.signs() && desk.signs()->isEmpty());
    QVERIFY(desk.entry(u"To check"_s).key.isEmpty());
    QVERIFY(desk.triggerAndSettle("ownInventoryAction"));
    QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
    QCOMPARE(desk.signs(), before);
}

//! The list of organizations has all its rows before their connections are read.
void TestWholeTenant::theSignFollowsASweep()
{
    TenantDesk desk({.organizations = 60, .latency = std::chrono::milliseconds(30)});
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeOrganizationsAction"));
    desk.action("sweepAction")->trigger();
    const auto running = [&desk]() -> const Sweep & {
        return *desk.sweeps().running().constFirst();
    };
    QTRY_VERIFY_WITH_TIMEOUT(running().summary().counts.read >= 10, 20'000);
    desk.action("pauseSweepAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(running().state(), Sweep::State::Paused, 20'000);
    const SweepCounts counts = running().summary().counts;
    QVERIFY(counts.waiting > 0);
    const auto readRows = [&desk] {
        qsizetype read = 0;
        for (int row = 0; row < desk.listing().model().rowCount(); ++row) {
            const InventoryRow *shown = desk.listing().model().rowAt(row);
            const auto *organization = shown ? std::get_if<InventoryOrganization>(shown) : nullptr;
            read += organization && organization->state == OrganizationState::Read ? 1 : 0;
        }
        return read;
    };
    QTRY_COMPARE_WITH_TIMEOUT(readRows(), counts.read, 20'000);
    const auto meanwhile = desk.signs();
    QVERIFY(meanwhile && !meanwhile->isEmpty());
    QTRY_COMPARE(desk.entry(u"To check"_s).count, meanwhile->size());
    desk.action("pauseSweepAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.inventory().summary().isListedAgain, 20'000);
    QVERIFY(desk.settleInventory());
    QCOMPARE(readRows(), 60);
    const auto atTheEnd = desk.signs();
    QVERIFY(atTheEnd && atTheEnd->size() > meanwhile->size());
    QCOMPARE(desk.entry(u"To check"_s).count, atTheEnd->size());
    desk.listing().refresh();
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.signs(), atTheEnd);
}

//! What the button has taken, the page does not take again by itself.
void TestWholeTenant::newRowsAreTakenOnce()
{
    TenantDesk desk({.organizations = 60, .latency = std::chrono::milliseconds(60)});
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeOrganizationsAction"));
    desk.action("sweepAction")->trigger();
    const auto running = [&desk]() -> const Sweep & {
        return *desk.sweeps().running().constFirst();
    };
    QTRY_COMPARE_WITH_TIMEOUT(desk.listing().model().rowCount(), 60, 20'000);
    desk.page().table().scrollToBottom(); // where nothing is taken without being asked
    QVERIFY(!desk.page().table().isAtStart());
    QTRY_VERIFY_WITH_TIMEOUT(running().summary().counts.read >= 10, 20'000);
    desk.action("pauseSweepAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(running().state(), Sweep::State::Paused, 20'000);
    const auto *pause = child<QTimer>(&desk.page(), "refreshPause");
    QTRY_VERIFY_WITH_TIMEOUT(!pause->isActive(), 20'000);
    Q_EMIT desk.page().bar().newRowsRequested();
    QVERIFY(desk.listing().isSorting());
    QTRY_VERIFY_WITH_TIMEOUT(!desk.listing().isSorting(), 20'000);
    desk.page().table().scrollToTop();
    QVERIFY(desk.page().table().isAtStart());
    desk.page().showSweep(&running());
    QVERIFY(!pause->isActive()); // it begins when the page takes rows
    QVERIFY(!desk.listing().isSorting());
}

//! What is on screen in the column whose head has the arrow is in the order that the arrow says;
//! what has no value comes last.
void TestWholeTenant::everyArrowStandsOnItsOrder()
{
    using enum InventoryColumn;
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.sweep());
    for (const char *place : {"placeLinksAction", "placeConnectionsAction",
                              "placeOrganizationsAction", "placeFindingsAction"}) {
        QVERIFY(desk.triggerAndSettle(place));
        QHeaderView *header = desk.page().table().horizontalHeader();
        const auto check = [&] {
            const InventoryQuery query = *desk.listing().shownQuery();
            if (header->sortIndicatorSection()
                    != int(columnsOf(desk.page().list()).indexOf(query.sortedBy))
                || header->isSectionHidden(header->sortIndicatorSection())
                || (header->sortIndicatorOrder() == Qt::DescendingOrder) != query.isDescending)
                return false;
            const bool isText = query.sortedBy == OrganizationDisplayName
                || query.sortedBy == OrganizationName || query.sortedBy == ConnectionName
                || query.sortedBy == Strategy || query.sortedBy == Rule;
            const bool isNumber = query.sortedBy == Organizations || query.sortedBy == Connections
                || query.sortedBy == Enabled || query.sortedBy == Disabled
                || query.sortedBy == Membership;
            if (query.sortedBy == Severity) {
                const QString first = severityWord(query.isDescending ? FindingSeverity::Inform
                                                                      : FindingSeverity::High);
                return desk.cell(0, Severity) == first
                    && desk.cell(desk.listing().model().rowCount() - 1, Severity) != first;
            }
            if (!isText && !isNumber)
                return true; // in the order of its meaning
            QString last;
            for (int row = 0; row < desk.listing().model().rowCount(); ++row) {
                if (!QTest::qWaitFor([&] { return desk.listing().model().rowAt(row) != nullptr; }))
                    return false;
                QString now = folded(desk.cell(row, query.sortedBy));
                if (now == u"–"_s && isText)
                    now = query.isDescending ? QString() : u"\uffff"_s;
                else if (isNumber)
                    now = QString::number(now == u"–"_s ? 0 : QLocale().toInt(now))
                              .rightJustified(9, u'0');
                if (row > 0 && (query.isDescending ? last < now : now < last)) {
                    qWarning("%s before %s", qPrintable(last), qPrintable(now));
                    return false;
                }
                last = now;
            }
            return true;
        };
        QVERIFY2(check(), place);
        for (int section = 0; section < header->count(); ++section) {
            if (header->isSectionHidden(section))
                continue;
            for (int click = 0; click < 3; ++click) {
                Q_EMIT header->sectionClicked(section);
                QVERIFY(desk.settleInventory());
                QVERIFY2(check(), place);
            }
        }
    }
}

//! And not the row that is selected in the organization, which is on no screen.
void TestWholeTenant::copiesWhatIsOnScreen()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("placeOrganizationsAction"));
    InventoryTableView &table = desk.page().table();
    const int first = table.horizontalHeader()->logicalIndex(0);
    table.setCurrentIndex(desk.listing().model().index(1, first));
    const QString organization = table.currentIndex().data().toString();
    QVERIFY(!organization.isEmpty());
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    desk.action("copyTsvAction")->trigger();
    QVERIFY2(clipboard->text().startsWith(organization), qPrintable(clipboard->text()));
    desk.action("copyCellAction")->trigger();
    QCOMPARE(clipboard->text(), organization);
    for (const char *name : {"copyCsvAction", "copyJsonAction", "copyMarkdownAction",
                             "copyTerraformAction", "copyCurlAction", "copyAuth0Action"})
        QVERIFY2(!desk.action(name)->isEnabled(), name);
    QVERIFY(!child<QMenu>(&desk.window(), "columnMenu")->menuAction()->isEnabled());
    QVERIFY(desk.triggerAndSettle("placeOverviewAction"));
    QVERIFY(!desk.action("copyTsvAction")->isEnabled()
            && !desk.action("copyCellAction")->isEnabled());
    QVERIFY(desk.triggerAndSettle("placeOrganizationAction"));
    desk.action("copyCellAction")->trigger();
    QCOMPARE(clipboard->text(), desk.column(ConnectionField::Name).constFirst());
    QVERIFY(desk.action("copyCsvAction")->isEnabled());
    QVERIFY(child<QMenu>(&desk.window(), "columnMenu")->menuAction()->isEnabled());
}

void TestWholeTenant::findsNamesAndIds()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    auto *field = child<QLineEdit>(&desk.page(), "inventoryFindField");
    desk.action("findAction")->trigger();
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, u"ACME-okta"_s);
    QTRY_VERIFY(desk.listing().shownQuery()->filter.findText == "ACME-okta"_L1);
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.listing().model().rowCount() >= 1);
    QCOMPARE(desk.cell(0, InventoryColumn::ConnectionName), u"acme-okta"_s);
    // The count ends at the margin, with the button and without it, and neither of them moves.
    const auto placeOf = [&desk](const char *name) {
        auto *row = child(&desk.page(), "inventoryFooter")->parentWidget();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QRect place = child(&desk.page(), name)->geometry();
        return std::pair(place.left(), row->width() - place.right() - 1);
    };
    auto *clear = child(&desk.page(), "clearFilterButton");
    QVERIFY(clear->isVisible());
    const auto clearPlace = placeOf("clearFilterButton");
    QCOMPARE(placeOf("inventoryMatches").second, 12);
    QVERIFY(clearPlace.first + clear->width() <= placeOf("inventoryMatches").first);
    field->setText(u"no such thing"_s);
    QTRY_COMPARE(desk.listing().model().rowCount(), 0);
    QCOMPARE(placeOf("inventoryMatches").second, 12);
    QCOMPARE(placeOf("clearFilterButton"), clearPlace);
    QCOMPARE(labelText(child(&desk.page(), "inventoryStatePage"), "textLabel"),
             u"Nothing matches the filter."_s);
    QVERIFY(!child(&desk.page(), "clearFilterButton")->isVisible()); // it stands there once
    child<QAbstractButton>(child(&desk.page(), "inventoryStatePage"), "actionButton")->click();
    QTRY_VERIFY(desk.listing().model().rowCount() > 1);
    QVERIFY(field->text().isEmpty());
}

void TestWholeTenant::sortsByHeader()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QHeaderView *header = desk.page().table().horizontalHeader();
    const int section =
        int(columnsOf(InventoryList::Links).indexOf(InventoryColumn::ConnectionName));
    Q_EMIT header->sectionClicked(section);
    QVERIFY(desk.settleInventory());
    const QString first = desk.cell(0, InventoryColumn::ConnectionName);
    Q_EMIT header->sectionClicked(section);
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.cell(0, InventoryColumn::ConnectionName) != first);
    Q_EMIT header->sectionClicked(section); // the list's own order
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.listing().query(), InventoryListing::firstQuery(InventoryList::Links));
}

void TestWholeTenant::fromALinkToTheOrganizationLiveAndBack()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    InventoryTableView &table = desk.page().table();
    table.selectRow(30);
    QTRY_VERIFY(table.selectedRow());
    const auto link = std::get<InventoryLink>(*table.selectedRow());
    child<QAbstractButton>(&desk.page(), "liveButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().organizationId, link.organization.id);
    QVERIFY(desk.table().isVisible());
    QVERIFY(desk.trigger("backAction"));
    QVERIFY(table.isVisible());
    QTRY_COMPARE(table.currentIndex().row(), 30);
    QCOMPARE(QApplication::focusWidget(), &table);
}

void TestWholeTenant::connectionLeadsToItsLinks()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
    desk.page().table().selectRow(0); // in most organizations
    QTRY_VERIFY(desk.page().table().selectedRow());
    const auto use = std::get<ConnectionUse>(*desk.page().table().selectedRow());
    child<QAbstractButton>(&desk.page(), "linksButton")->click();
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.page().list(), InventoryList::Links);
    QCOMPARE(desk.listing().model().rowCount(), use.organizations);
    auto *filter = child<QAbstractButton>(&desk.page(), "connectionFilterButton");
    QVERIFY(filter->isVisible());
    QCOMPARE(filter->text(), u"Connection "_s + *use.name);
    desk.session().privacy().setOn(true);
    QCOMPARE(filter->text(), maskedConnectionName(*use.name, use.id));
    desk.session().privacy().setOn(false);
    filter->click();
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.listing().model().rowCount() > use.organizations);
}

void TestWholeTenant::eachStepLeadsBack()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const auto place = [&desk] { return desk.window().findChild<WholeTenant *>()->place(); };
    QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
    QVERIFY(!desk.action("backAction")->isEnabled());
    desk.page().table().selectRow(1);
    QTRY_VERIFY(desk.page().table().selectedRow());
    child<QAbstractButton>(&desk.page(), "linksButton")->click();
    QVERIFY(desk.settleInventory());
    QCOMPARE(place(), Place::Links);
    QCOMPARE(desk.action("backAction")->text(), u"&Back"_s);
    desk.page().table().selectRow(0);
    QTRY_VERIFY(desk.page().table().selectedRow());
    child<QAbstractButton>(&desk.page(), "liveButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(place(), Place::Organization);
    QCOMPARE(desk.action("backAction")->text(), u"&Back to the whole tenant"_s);
    QVERIFY(desk.triggerAndSettle("backAction"));
    QCOMPARE(place(), Place::Links);
    QVERIFY(desk.triggerAndSettle("backAction"));
    QCOMPARE(place(), Place::Connections);
    QTRY_COMPARE(desk.page().table().currentIndex().row(), 1);
    QCOMPARE(QApplication::focusWidget(), &desk.page().table());
    QVERIFY(!desk.action("backAction")->isEnabled());
    // Where the user goes by themselves, nothing leads back.
    child<QAbstractButton>(&desk.page(), "linksButton")->click();
    QVERIFY(desk.triggerAndSettle("placeFindingsAction"));
    QVERIFY(!desk.action("backAction")->isEnabled());
}

void TestWholeTenant::noOrganizationIsOpenedOutOfSight()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("placeOrganizationAction"));
    desk.session().openOrganization(desk.id(DemoDesk::Many));
    QVERIFY(desk.settle());
    QVERIFY(desk.action("backAction")->isEnabled());
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QVERIFY(!desk.action("backAction")->isEnabled());
    QVERIFY(desk.trigger("placeOrganizationAction"));
    QVERIFY(desk.trigger("backAction"));
    QVERIFY(desk.action("forwardAction")->isEnabled());
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QVERIFY(!desk.action("forwardAction")->isEnabled());
}

void TestWholeTenant::theFilterOfAnOrganizationNamesIt()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("placeOrganizationsAction"));
    desk.page().table().selectRow(0);
    QTRY_VERIFY(desk.page().table().selectedRow());
    const Organization organization =
        std::get<InventoryOrganization>(*desk.page().table().selectedRow()).organization;
    child<QAbstractButton>(&desk.page(), "linksButton")->click();
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.page().list(), InventoryList::Links);
    const auto *filter = child<QAbstractButton>(&desk.page(), "organizationFilterButton");
    QCOMPARE(filter->text(), u"Organization "_s + organization.displayName);
    desk.session().privacy().setOn(true); // it is called as in the rows
    QCOMPARE(filter->text(), maskedOrganizationName(organization.displayName, organization.id));
    QCOMPARE(filter->text(), desk.cell(0, InventoryColumn::OrganizationDisplayName));
    desk.session().privacy().setOn(false);
    // Others may be chosen elsewhere, and long names do not make the window wider.
    desk.listing().setFilter({.organization = desk.id(DemoDesk::Many)});
    QVERIFY(desk.settleInventory());
    QCOMPARE(filter->text(), u"Organization "_s + desk.id(DemoDesk::Many));
    desk.listing().setFilter({.organization = QString(200, u'W')});
    QVERIFY(desk.settleInventory());
    QVERIFY(filter->text().size() < 60);
    QVERIFY(filter->toolTip().contains(QString(200, u'W')));
}

//! In the list of links in that list, and in that of organizations in the organization's own one.
void TestWholeTenant::theLoginPromptSelectsItsLinks()
{
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.sweep());
    const auto drawing = [&desk]() -> LoginPromptView * {
        for (auto *view : desk.page().findChildren<LoginPromptView *>()) {
            if (view->isVisible())
                return view;
        }
        return nullptr;
    };
    const auto isDrawn = [&](const QString &name) {
        for (int row = 0; drawing() && row < drawing()->count(); ++row) {
            const QString text = drawing()->item(row)->data(Qt::AccessibleTextRole).toString();
            if (text.contains("Log in to "_L1 + name))
                return true;
        }
        return false;
    };
    desk.page().table().selectRow(2);
    QTRY_VERIFY(desk.page().table().selectedRow());
    const auto link = std::get<InventoryLink>(*desk.page().table().selectedRow());
    auto *tabs = child<QTabWidget>(child(&desk.page(), "ConnectionDetailPane"), "tabs");
    tabs->setCurrentIndex(2);
    QTRY_VERIFY(isDrawn(link.organization.displayName));
    const auto other = std::get<InventoryLink>(*desk.listing().model().rowAt(5));
    QCOMPARE(other.organization.id, link.organization.id);
    Q_EMIT drawing()->connectionChosen(other.connection.connectionId);
    QTRY_COMPARE(desk.page().table().currentIndex().row(), 5);
    QVERIFY(isDrawn(link.organization.displayName));
    QCOMPARE(tabs->currentIndex(), 2);

    QVERIFY(desk.triggerAndSettle("placeOrganizationsAction"));
    child<QTabWidget>(&desk.page(), "organizationTabs")->setCurrentIndex(1);
    QTRY_VERIFY(desk.page().table().selectedRow());
    const auto entry = std::get<InventoryOrganization>(*desk.page().table().selectedRow());
    QTRY_VERIFY(isDrawn(entry.organization.displayName));
    auto *connections = child(&desk.page(), "organizationTabs")->findChild<LinkListView *>();
    QTRY_COMPARE(connections->listing().model().rowCount(), entry.connections);
    QVERIFY(entry.connections > 4);
    QTRY_VERIFY(connections->listing().model().rowAt(4));
    const auto fifth = std::get<InventoryLink>(*connections->listing().model().rowAt(4));
    Q_EMIT drawing()->connectionChosen(fifth.connection.connectionId);
    QTRY_COMPARE(connections->currentIndex().row(), 4);
}

void TestWholeTenant::findingsLeadToWhatTheyName()
{
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("placeFindingsAction"));
    QCOMPARE(desk.listing().model().rowCount(), int(findingRules().size()));
    QVERIFY(desk.action("exportAction")->isEnabled());
    for (int row = 0; row < desk.listing().model().rowCount(); ++row) {
        const auto found = std::get<FindingCount>(*desk.listing().model().rowAt(row));
        const FindingSubject subject = findingRule(found.rule).subject;
        if (found.count == 0 || subject == FindingSubject::Connection)
            continue;
        desk.page().table().setCurrentIndex(desk.listing().model().index(row, 0));
        QVERIFY(desk.label("inventoryTitle") == findingTitle(found.rule));
        QTest::keyClick(&desk.page().table(), Qt::Key_Return);
        QVERIFY(desk.settleInventory());
        QCOMPARE(desk.page().list(),
                 subject == FindingSubject::Organization ? InventoryList::Organizations
                                                         : InventoryList::Links);
        QCOMPARE(desk.listing().model().rowCount(), int(found.count));
        QVERIFY(desk.entry(findingTitle(found.rule)).isChosen);
        QVERIFY(desk.triggerAndSettle("placeFindingsAction"));
    }
    desk.action("exportAction")->trigger();
    auto *dialog = desk.window().findChild<InventoryExportDialog *>();
    dialog->exportTo(desk.file(u"findings.csv"_s));
    QTRY_VERIFY(!dialog->job()->isRunning());
    QFile file(desk.file(u"findings.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().startsWith("rule,severity,organization_id,"));
    QVERIFY(file.readLine().startsWith("shared-membership,high,org_"));
}

void TestWholeTenant::aWholeRuleIsMutedWithoutAChoice()
{
    const FindingKey key{.rule = FindingRule::SharedMembership};
    MuteDialog dialog({key}, nullptr);
    dialog.show();
    QVERIFY(!child(&dialog, "muteScope0")->isVisible());
    QCOMPARE(labelText(&dialog, "onlyMuteScope"), u"The whole rule, for this tenant"_s);
    const QRect reason = child(&dialog, "muteReason")->geometry();
    const int air = child(&dialog, "muteAcceptButton")->mapTo(&dialog, QPoint()).y()
        - reason.bottom(); // the height is that of the texts in the dialog's own width
    QCOMPARE_LE(air, 16);
    QCOMPARE(dialog.mute().key, key);
}

//! Its dialog is a window beside the main one, which stays usable.
void TestWholeTenant::theWindowsKeysWorkInTheExport()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const QSignalSpy quits(&desk.window(), &MainWindow::quitRequested);
    desk.action("exportAction")->trigger();
    const QPointer<QWidget> dialog = desk.lastDialog<InventoryExportDialog>();
    QVERIFY(!dialog->isModal());
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog.data());
    QTest::keyClick(dialog, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!dialog);
    QVERIFY(desk.window().isVisible());
    QCOMPARE(quits.size(), 0);
    desk.action("exportAction")->trigger();
    QWidget *next = desk.lastDialog<InventoryExportDialog>();
    next->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), next);
    QTest::keyClick(next, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quits.size(), 1);
}

//! Before and after there is a file.
void TestWholeTenant::tabReachesEveryButtonOfTheExport()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.action("exportAction")->trigger();
    auto *dialog = desk.lastDialog<InventoryExportDialog>();
    const auto unreached = [dialog] {
        QSet<const QWidget *> reached;
        for (int step = 0; step < 15; ++step) {
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
            reached.insert(dialog->focusWidget());
        }
        QStringList missing;
        for (const QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isVisible() && !reached.contains(button))
                missing.append(button->text());
        }
        return missing;
    };
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(unreached(), QStringList());
    dialog->exportTo(desk.file(u"links.csv"_s));
    QTRY_VERIFY(!dialog->job()->isRunning());
    QVERIFY(child(dialog, "inventoryFolderButton")->isVisible());
    QCOMPARE(unreached(), QStringList());
}

//! Without being asked; a first inventory has nothing to be compared with.
void TestWholeTenant::changesSinceTheLastSweepAreShown()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("placeChangesAction"));
    QVERIFY(desk.entry(u"Changes"_s).isChosen);
    const auto state = [&] {
        return labelText(child(&desk.page(), "changesStatePage"), "textLabel");
    };
    QVERIFY2(state().startsWith("This is the first inventory"_L1), qPrintable(state()));
    QVERIFY(!desk.action("exportAction")->isEnabled());
    desk.action("sweepAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Both inventories are the same."_s, 20'000);
    QCOMPARE(desk.entry(u"Changes"_s).count, 0);

    desk.tenant().changeToSecondState();
    desk.action("sweepAction")->trigger();
    auto *tree = child<QTreeView>(&desk.page(), "changesTree");
    QTRY_VERIFY_WITH_TIMEOUT(tree->isVisible(), 20'000);
    const DriftPtr drift = desk.changes().drift();
    QVERIFY(drift->counts.added > 0 && drift->counts.removed > 0 && drift->counts.changed > 0);
    QCOMPARE(desk.entry(u"Changes"_s).count, drift->changes.size());
    QVERIFY(desk.action("exportAction")->isEnabled());
    QVERIFY(desk.action("findAction")->isEnabled());
    Q_EMIT desk.sideList().chosen(desk.entry(u"Removed"_s).key);
    QTRY_COMPARE(desk.changes().rows()->rows.size(), std::size_t(drift->counts.removed));
    QVERIFY(desk.entry(u"Removed"_s).isChosen);

    // To the organization live, and back.
    const QModelIndex change = tree->model()->index(0, 0, tree->model()->index(0, 0));
    tree->setCurrentIndex(change);
    child<QAbstractButton>(&desk.page(), "changeLiveButton")->click();
    QVERIFY(desk.settle());
    QVERIFY(desk.table().isVisible());
    QVERIFY(desk.trigger("backAction"));
    QVERIFY(tree->isVisible());
    QCOMPARE(tree->currentIndex(), change);
    QCOMPARE(QApplication::focusWidget(), tree);
    // Its links, and what was compared stays.
    child<QAbstractButton>(&desk.page(), "changeLinksButton")->click();
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.page().list(), InventoryList::Links);
    QVERIFY(!desk.listing().query().filter.organization.isEmpty());
    QCOMPARE(desk.changes().drift(), drift);
}

void TestWholeTenant::onlyALaterSweepPromisesChanges()
{
    TenantDesk desk({.organizations = 40, .latency = std::chrono::milliseconds(20)});
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("placeChangesAction")->trigger();
    const auto stateDuringASweep = [&desk] {
        desk.action("sweepAction")->trigger();
        const auto isPaused = [&desk] {
            return desk.sweeps().running().constFirst()->state() == Sweep::State::Paused;
        };
        desk.action("pauseSweepAction")->trigger();
        if (!QTest::qWaitFor([&] { return desk.inventory().isOpen() && isPaused(); }))
            return QString();
        return labelText(child(&desk.page(), "changesStatePage"), "textLabel");
    };
    const QString first = stateDuringASweep();
    QVERIFY2(first.startsWith("This is the first inventory"_L1), qPrintable(first));
    desk.action("pauseSweepAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.inventory().summary().isListedAgain, 20'000);
    QVERIFY(desk.settleInventory());
    const QString second = stateDuringASweep();
    QVERIFY2(second.startsWith("When the sweep has ended"_L1), qPrintable(second));
}

void TestWholeTenant::comparesWithAFile()
{
    TenantDesk desk;
    QVERIFY(!desk.action("compareAction")->isEnabled());
    QVERIFY(desk.sweep());
    desk.action("compareAction")->trigger();
    auto *dialog = child<CompareDialog>(&desk.window(), "compareDialog");
    QVERIFY(!child(dialog, "comparedInventories")->isVisible()); // none is kept
    child<QAbstractButton>(dialog, "compareFileButton")->click();
    auto *file = child<QFileDialog>(&desk.window(), "comparedFileDialog");
    Q_EMIT file->fileSelected(desk.file(u"none.vestibule"_s));
    file->close();
    const auto state = [&] {
        return labelText(child(&desk.page(), "changesStatePage"), "textLabel");
    };
    QTRY_VERIFY2(state().contains("none.vestibule"_L1), qPrintable(state()));
    QCOMPARE(desk.window().findChild<TenantPage *>()->areChangesShown(), true);

    // A kept one, chosen with the keyboard.
    QVERIFY(desk.triggerAndSettle("sweepAction"));
    QTRY_VERIFY(desk.inventory().summary().isListedAgain);
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    desk.action("compareAction")->trigger();
    dialog = desk.window().findChildren<CompareDialog *>().constLast();
    auto *list = child<QListWidget>(dialog, "comparedInventories");
    QCOMPARE(list->count(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(state(), u"Both inventories are the same."_s);
    QVERIFY(desk.page().areChangesShown());
}

void TestWholeTenant::changesAreExported()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.tenant().changeToSecondState();
    QVERIFY(desk.triggerAndSettle("sweepAction"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.inventory().summary().isListedAgain, 20'000);
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.triggerAndSettle("placeChangesAction"));
    QTRY_VERIFY(desk.changes().rows());
    const auto write = [&](const QString &name) {
        desk.action("exportAction")->trigger();
        auto *dialog =
            desk.window().findChildren<QFileDialog *>(u"exportChangesDialog"_s).constLast();
        Q_EMIT dialog->fileSelected(desk.file(name));
        dialog->close();
        return QTest::qWaitFor([&] { return desk.inventoryBanner().contains(name); });
    };
    QVERIFY(write(u"all.csv"_s));
    QCOMPARE(visibleButtons(desk.page().banner()), QStringList({u"Open"_s, u"Show in folder"_s}));
    {
        const OpenedFiles opened;
        child<QPushButton>(&desk.page().banner(), "actionButton")->click();
        QCOMPARE(opened.paths(), QStringList(desk.file(u"all.csv"_s)));
    }
    QFile all(desk.file(u"all.csv"_s));
    QVERIFY(all.open(QIODevice::ReadOnly));
    QVERIFY(all.readLine().startsWith("kind,organization_id,"));
    QCOMPARE(all.readAll().count("\r\n"), desk.changes().drift()->changes.size());
    QVERIFY(write(u"all.json"_s));
    QFile json(desk.file(u"all.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QVERIFY(!QJsonDocument::fromJson(json.readAll()).object()["rows"_L1].toArray().isEmpty());
    // What is filtered, in the order of the whole.
    Q_EMIT desk.sideList().chosen(desk.entry(u"Added"_s).key);
    QTRY_COMPARE(desk.changes().rows()->rows.size(),
                 std::size_t(desk.changes().drift()->counts.added));
    QVERIFY(write(u"added.csv"_s));
    QFile added(desk.file(u"added.csv"_s));
    QVERIFY(added.open(QIODevice::ReadOnly));
    static_cast<void>(added.readLine());
    while (!added.atEnd())
        QVERIFY(added.readLine().startsWith("added,"));
    QCOMPARE(desk.changes().drift()->counts.added, 1);
    QCOMPARE(desk.inventoryBanner(), u"1 difference written to added.csv."_s);
    desk.action("exportAction")->trigger();
    auto *dialog = desk.window().findChildren<QFileDialog *>(u"exportChangesDialog"_s).constLast();
    Q_EMIT dialog->fileSelected(desk.file(u"no/such/folder/x.csv"_s));
    dialog->close();
    QTRY_VERIFY(desk.inventoryBanner().contains("could not be written"_L1));
}

//! Of another inventory, they would be taken for its own. Muting a finding does not change it.
void TestWholeTenant::changesEndWithTheirInventory()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.tenant().changeToSecondState();
    QVERIFY(desk.triggerAndSettle("sweepAction"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.inventory().summary().isListedAgain, 20'000);
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.triggerAndSettle("placeChangesAction"));
    QTRY_VERIFY(desk.changes().drift());
    const DriftPtr drift = desk.changes().drift();
    desk.inventory().open(desk.inventory().path());
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.changes().drift(), drift);
    // A report says them as well.
    const auto report = [&desk](const QString &name) {
        desk.action("reportAction")->trigger();
        auto *dialog = desk.window().findChildren<QFileDialog *>(u"saveReportDialog"_s).constLast();
        Q_EMIT dialog->fileSelected(desk.file(name));
        dialog->close();
        QFile file(desk.file(name));
        return QTest::qWaitFor([&] { return desk.inventoryBanner().contains(name); })
                && file.open(QIODevice::ReadOnly)
            ? file.readAll()
            : QByteArray();
    };
    QVERIFY(report(u"acme.html"_s).contains("What has changed"));
    // They are still shown when another comparison had no result.
    desk.action("compareAction")->trigger();
    child<QAbstractButton>(&desk.window(), "compareFileButton")->click();
    auto *file = child<QFileDialog>(&desk.window(), "comparedFileDialog");
    Q_EMIT file->fileSelected(desk.file(u"none.vestibule"_s));
    file->close();
    QTRY_VERIFY(desk.changes().problem());
    QVERIFY(report(u"again.html"_s).contains("What has changed"));
    QVERIFY(desk.triggerAndSettle("inventoryBeforeAction")); // one of the two that were compared
    QCOMPARE(desk.changes().drift(), drift);
    QVERIFY(desk.triggerAndSettle("ownInventoryAction"));
    QVERIFY(desk.triggerAndSettle("sweepAction"));
    QTRY_VERIFY(desk.changes().drift() != drift);
    QVERIFY(!desk.changes().drift());
    QVERIFY(desk.triggerAndSettle("placeChangesAction"));
    QTRY_VERIFY(desk.changes().drift() && desk.changes().drift()->changes.isEmpty());
}

//! What was compared while the sweep was paused was a part, however quickly the rest is read.
void TestWholeTenant::changesFollowTheEndOfTheSweep()
{
    TenantDesk desk({.organizations = 5, .latency = std::chrono::milliseconds(50)});
    QVERIFY(desk.sweep());
    desk.action("sweepAction")->trigger();
    QTRY_VERIFY(!desk.sweeps().running().isEmpty());
    desk.action("pauseSweepAction")->trigger();
    QTRY_COMPARE(desk.sweeps().running().constFirst()->state(), Sweep::State::Paused);
    QTest::qWait(1500); // the summary follows now and then
    QVERIFY(desk.inventory().isOpen() && !desk.inventory().summary().isComplete());
    desk.action("compareAction")->trigger();
    auto *dialog = child<CompareDialog>(&desk.window(), "compareDialog");
    child<QAbstractButton>(dialog, "compareChosenButton")->click();
    QTRY_VERIFY(desk.changes().drift());
    QVERIFY(!desk.changes().drift()->isComplete());
    desk.sweeps().resume(desk.session(), *desk.sweeps().running().constFirst());
    QTRY_VERIFY(desk.sweeps().running().isEmpty());
    QTRY_VERIFY(desk.inventory().summary().isComplete());
    QTRY_VERIFY(desk.changes().drift() && desk.changes().drift()->isComplete());
}

//! Whichever of them is open.
void TestWholeTenant::theLaterOneIsTheNewOne()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("sweepAction"));
    QTRY_VERIFY(desk.inventory().summary().isListedAgain);
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.triggerAndSettle("inventoryBeforeAction"));
    desk.action("compareAction")->trigger();
    auto *dialog = child<CompareDialog>(&desk.window(), "compareDialog");
    QCOMPARE(labelText(dialog, "compareNote"), u"Other inventories of this tenant:"_s);
    auto *list = child<QListWidget>(dialog, "comparedInventories");
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"The latest sweep"_s);
    child<QAbstractButton>(dialog, "compareChosenButton")->click();
    QTRY_VERIFY(desk.changes().drift());
    QCOMPARE(desk.changes().drift()->oldInventory, desk.inventory().summary());
}

//! Also in a window that replaces another one, for another language: it has no places yet.
void TestWholeTenant::savesFromTheOrganization()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.destroyWindow();
    QVERIFY(desk.settle());
    QVERIFY(desk.table().isVisible());
    desk.action("saveInventoryAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveInventoryDialog");
    Q_EMIT dialog->fileSelected(desk.file(u"kept.vestibule"_s));
    dialog->close();
    QTRY_COMPARE(desk.bannerText(), u"The inventory was saved as kept.vestibule."_s);
}

void TestWholeTenant::mnemonicsAreUniqueInEveryPlace_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("French") << u"fr"_s;
}

void TestWholeTenant::mnemonicsAreUniqueInEveryPlace()
{
    QFETCH(const QString, language);
    QTranslator translator; // uninstalled at the end of this function
    QVERIFY(translator.load(u":/i18n/vestibule_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QCOMPARE(mnemonicClashes(desk.window()), QString());
    for (const char *place :
         {"placeOverviewAction", "placeConnectionsAction", "placeOrganizationsAction",
          "placeFindingsAction", "placeChangesAction"}) {
        QVERIFY(desk.triggerAndSettle(place));
        QVERIFY2(mnemonicClashes(desk.window()).isEmpty(),
                 qPrintable(mnemonicClashes(desk.window())));
    }
    for (int row = 0; row < desk.listing().model().rowCount(); ++row) {
        desk.page().table().setCurrentIndex(desk.listing().model().index(row, 0));
        QVERIFY2(mnemonicClashes(desk.window()).isEmpty(),
                 qPrintable(mnemonicClashes(desk.window())));
    }
    desk.page().showFindings(FindingRule::DormantFlags, false);
    QVERIFY(desk.settleInventory());
    QCOMPARE(mnemonicClashes(desk.window()), QString());
}

void TestWholeTenant::aFindingIsMutedAndBack()
{
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.sweep());
    desk.page().showFindings(FindingRule::SharedMembership, false);
    QVERIFY(desk.settleInventory());
    const int all = desk.listing().model().rowCount();
    QVERIFY(all >= 2);
    const auto button = [&](const char *name) {
        return desk.page().findChild<QAbstractButton *>(QLatin1StringView(name));
    };
    QVERIFY(button("muteButton")->isVisible());
    QVERIFY(!button("unmuteButton")->isVisible());
    button("muteButton")->setFocus();
    button("muteButton")->click();
    auto *dialog = desk.window().findChild<MuteDialog *>();
    QVERIFY(dialog);
    QVERIFY(child(dialog, "muteScope0")->isVisible());
    QVERIFY(!dialog->findChild<QLabel *>(u"onlyMuteScope"_s));
    auto *accept = dialog->findChild<QPushButton *>(u"muteAcceptButton"_s);
    auto *reason = dialog->findChild<QLineEdit *>(u"muteReason"_s);
    QVERIFY(!accept->isEnabled()); // without a reason
    reason->setText(u"  "_s);
    QVERIFY(!accept->isEnabled());
    reason->setText(u"Both are of one company"_s);
    accept->click();
    QTRY_COMPARE(desk.listing().model().rowCount(), all - 1);
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.inventoryBanner(), u"Muted: Membership through a shared connection."_s);
    QTRY_VERIFY(desk.window().focusWidget() == &desk.page().table()); // the row is gone
    desk.page().showFindings(FindingRule::SharedMembership, true);
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.listing().model().rowCount(), all);
    QTRY_VERIFY(button("unmuteButton")->isVisible());
    QCOMPARE(desk.window().focusWidget(), &desk.page().table()); // the button is gone
    QVERIFY(desk.label("findingNote").endsWith("Both are of one company"_L1));
    child<QAbstractButton>(&desk.page().banner(), "actionButton")->click(); // undo
    QTRY_VERIFY(button("muteButton")->isVisible() && !button("unmuteButton")->isVisible());
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.inventoryBanner(), u"No longer muted: Membership through a shared connection."_s);
    child<QAbstractButton>(&desk.page().banner(), "actionButton")->click(); // and back again
    QTRY_VERIFY(button("unmuteButton")->isVisible());
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.label("findingNote").contains("(this connection in this organization): Both"_L1));
    desk.action("privacyAction")->trigger();
    QVERIFY(!desk.label("findingNote").contains("company"_L1));
    desk.action("privacyAction")->trigger();
    // With another file, its undo would change that one.
    const QString copy = desk.file(u"copy.vestibule"_s);
    QVERIFY(resultOf(sealInventory(desk.inventory().path(), copy)));
    QVERIFY(!desk.inventoryBanner().isEmpty());
    desk.window().openFile(copy);
    QTRY_COMPARE(desk.inventory().path(), copy);
    QCOMPARE(desk.inventoryBanner(), QString());
    QVERIFY(desk.triggerAndSettle("ownInventoryAction"));
    QVERIFY(resultOf(unmuteFinding(desk.inventory().path(),
                                   resultOf(desk.inventory().source()->mutes())->first().key)));
    desk.page().showFindings(FindingRule::SharedMembership, false);
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.listing().model().rowCount(), all);
}

void TestWholeTenant::exportsWhatIsFiltered()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const int all = desk.listing().model().rowCount();
    QVERIFY(desk.choose(u"On"_s));
    const int shown = desk.listing().model().rowCount();
    desk.action("exportAction")->trigger();
    auto *dialog = desk.lastDialog<InventoryExportDialog>();
    const auto lines = [&](const QString &name) {
        dialog->exportTo(desk.file(name));
        if (!QTest::qWaitFor([&] { return !dialog->job()->isRunning(); }))
            return QByteArrayList();
        QFile file(desk.file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n')
                                              : QByteArrayList();
    };
    QVERIFY(labelText(dialog, "whatLabel").startsWith(u"Links – "_s));
    QVERIFY(!child(dialog, "inventoryFolderButton")->isVisible()); // there is no file yet
    QVERIFY(!child(dialog, "inventoryResultIcon")->isVisible());
    const QByteArrayList filtered = lines(u"signup.csv"_s);
    QVERIFY(child(dialog, "inventoryFolderButton")->isVisible());
    QVERIFY(child(dialog, "inventoryResultIcon")->isVisible());
    QCOMPARE(child(dialog, "inventoryResultIcon")->accessibleName(), u"Done"_s);
    QCOMPARE(filtered.size(), shown + 1);
    QVERIFY(filtered.at(0).startsWith("organization_id,organization_name,"));
    QVERIFY(labelText(dialog, "inventoryExportResult").contains("signup.csv"_L1));
    dialog->close();
    desk.action("exportAction")->trigger();
    dialog = desk.lastDialog<InventoryExportDialog>();
    child<QAbstractButton>(dialog, "allRowsButton")->click();
    child<QComboBox>(dialog, "inventoryFormatField")->setCurrentIndex(2);
    QCOMPARE(lines(u"all.ndjson"_s).size(), all);
    dialog->close();
    desk.action("exportAction")->trigger();
    dialog = desk.lastDialog<InventoryExportDialog>();
    QCOMPARE(child<QComboBox>(dialog, "inventoryFormatField")->currentIndex(), 2);
}

void TestWholeTenant::aSavedFileOpensWithoutATenant()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const int links = desk.listing().model().rowCount();
    desk.action("saveInventoryAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveInventoryDialog");
    const QString path = desk.file(u"kept.vestibule"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE(desk.inventoryBanner(), u"The inventory was saved as kept.vestibule."_s);
    QVERIFY(QFile::exists(path));

    TenantDesk other;
    other.window().openFile(path);
    QTRY_VERIFY(other.inventory().isOpen());
    QVERIFY(other.settleInventory());
    QCOMPARE(other.listing().model().rowCount(), links);
    QVERIFY(other.page().isVisible());
    QCOMPARE(other.takeRequestCount(), 0);
    QVERIFY(!other.action("sweepAction")->isEnabled());
    QVERIFY(other.action("placeConnectionsAction")->isEnabled());
    QVERIFY(other.triggerAndSettle("placeConnectionsAction"));
    QVERIFY(other.listing().model().rowCount() > 0);
    QCOMPARE(other.settings().recentFiles(), QStringList{path});
    QCOMPARE(desk.settings().recentFiles(), QStringList()); // its own one is no file to open
    auto *recent = child<QMenu>(&other.window(), "recentMenu");
    Q_EMIT recent->aboutToShow();
    QCOMPARE(recent->actions().constFirst()->text(), u"kept.vestibule"_s);
    other.session().inventory().close();
    recent->actions().constFirst()->trigger();
    QTRY_VERIFY(other.inventory().isOpen());
    QVERIFY(other.triggerAndSettle("closeFileAction"));
    QVERIFY(!other.inventory().isOpen());
    QVERIFY(child(&other.window(), "WelcomePage")->isVisible());
    QVERIFY(!other.action("closeFileAction")->isEnabled());
}

void TestWholeTenant::closingAFileLeadsToThePlaceBefore()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.action("saveInventoryAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveInventoryDialog");
    const QString path = desk.file(u"kept.vestibule"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    const QString own = desk.inventory().path();
    for (const char *place : {"placeFindingsAction", "placeOrganizationAction"}) {
        QVERIFY(desk.triggerAndSettle(place));
        const Place before = desk.window().findChild<WholeTenant *>()->place();
        QVERIFY(!desk.action("closeFileAction")->isEnabled());
        desk.window().openFile(path);
        QTRY_COMPARE(desk.inventory().path(), path);
        QVERIFY(desk.triggerAndSettle("placeConnectionsAction"));
        desk.window().openFile(path); // another one, or the same
        QTRY_VERIFY(!desk.session().savedViews().isReading());
        QVERIFY(desk.settleInventory());
        QVERIFY(desk.triggerAndSettle("closeFileAction"));
        QCOMPARE(desk.window().findChild<WholeTenant *>()->place(), before);
        QTRY_COMPARE(desk.inventory().path(), own);
    }
}

void TestWholeTenant::aFileStaysWhileTheTenantIsSwept()
{
    TenantDesk desk({.organizations = 40, .latency = std::chrono::milliseconds(20)});
    QVERIFY(desk.sweep());
    desk.action("saveInventoryAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveInventoryDialog");
    const QString path = desk.file(u"kept.vestibule"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(!desk.action("ownInventoryAction")->isEnabled());
    desk.action("sweepAction")->trigger();
    QTRY_VERIFY(!desk.sweeps().running().isEmpty());
    desk.action("pauseSweepAction")->trigger();
    QTRY_COMPARE(desk.sweeps().running().constFirst()->state(), Sweep::State::Paused);
    desk.window().openFile(path);
    QTRY_VERIFY(desk.inventory().isOpen() && desk.inventory().path() == path);
    QVERIFY(desk.inventory().summary().isComplete());
    QVERIFY(!child(&desk.page(), "shareField")->isVisible()); // the sweep's bar
    QCOMPARE(desk.label("inventoryName"), u"kept.vestibule"_s);
    QCOMPARE(desk.label("countsLabel"), u"40 of 40 organizations read"_s);
    desk.sweeps().resume(desk.session(), *desk.sweeps().running().constFirst());
    QTRY_VERIFY_WITH_TIMEOUT(desk.sweeps().running().isEmpty(), 20'000);
    QCOMPARE(desk.inventory().path(), path);
    QVERIFY(desk.action("ownInventoryAction")->isEnabled());
    desk.action("ownInventoryAction")->trigger();
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.inventory().path() != path);
    QCOMPARE(desk.inventory().summary().counts.read, 40);
    QVERIFY(!desk.action("ownInventoryAction")->isEnabled());
}

//! With one click, without reading any organization again; the next sweep reads them by itself.
void TestWholeTenant::unusedConnectionsAreReadOnRequest()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.triggerAndSettle("placeFindingsAction"));
    const auto select = [&](const QString &title) {
        for (int row = 0; row < desk.listing().model().rowCount(); ++row) {
            if (desk.cell(row, InventoryColumn::Rule) == title)
                desk.page().table().setCurrentIndex(desk.listing().model().index(row, 0));
        }
    };
    select(u"Not used by any organization"_s);
    auto *button = desk.page().findChild<QPushButton *>(u"catalogueButton"_s);
    QVERIFY(button);
    QTRY_VERIFY(button->isVisible());
    const qint64 requests = desk.inventory().summary().requests;
    button->click();
    QTRY_VERIFY(desk.inventory().summary().hasCatalogue());
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.inventory().summary().requests - requests < 10);
    QTRY_VERIFY(!button->isVisible());
    const auto *list = desk.page().findChild<QPlainTextEdit *>(u"unusedList"_s);
    QTRY_COMPARE(list->toPlainText().count(u'\n'), 2); // three of them
    QVERIFY(list->toPlainText().contains("okta-pilot-2023"_L1));
    QCOMPARE(desk.inventoryBanner(), QString());

    QVERIFY(desk.triggerAndSettle("sweepAction")); // anew
    QTRY_VERIFY(desk.inventory().summary().isListedAgain);
    QVERIFY(desk.inventory().summary().hasCatalogue());
}

void TestWholeTenant::theInventoryBeforeIsKept()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(!desk.action("inventoryBeforeAction")->isEnabled());
    const QString own = desk.inventory().path();
    QVERIFY(desk.triggerAndSettle("placeOverviewAction"));
    desk.action("sweepAction")->trigger();
    QVERIFY(desk.inventoryBanner().startsWith("The inventory of "_L1));
    QVERIFY(desk.settleInventory());
    QTRY_VERIFY(desk.inventory().summary().isListedAgain);
    QTRY_VERIFY(desk.action("inventoryBeforeAction")->isEnabled());
    QVERIFY(desk.inventoryBanner().startsWith("The inventory of "_L1)); // also after the sweep
    child<QAbstractButton>(&desk.page().banner(), "actionButton")->click();
    QTRY_VERIFY(desk.inventory().isOpen() && desk.inventory().path() != own);
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.inventory().summary().isComplete());
    QCOMPARE(desk.label("inventoryName"), u"Before the last sweep"_s);
    QVERIFY(desk.page().isOverviewShown()); // the same place of it
    QCOMPARE(desk.inventoryBanner(), QString());
    QCOMPARE(desk.settings().recentFiles(), QStringList());
    QVERIFY(!desk.action("inventoryBeforeAction")->isEnabled());
    QVERIFY(desk.triggerAndSettle("ownInventoryAction"));
    QCOMPARE(desk.inventory().path(), own);
}

void TestWholeTenant::aFailureIsSaidOverTheLists()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.action("saveInventoryAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveInventoryDialog");
    Q_EMIT dialog->fileSelected(desk.file(u"missing/kept.vestibule"_s));
    dialog->close();
    QTRY_VERIFY2(desk.inventoryBanner().contains("kept.vestibule"_L1),
                 qPrintable(desk.inventoryBanner()));
}

void TestWholeTenant::aFileThatIsNoneIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("empty") << QByteArray() << u"broken.vestibule is not an inventory"_s;
    QTest::newRow("text") << QByteArray("Dear Sir or Madam") << u"is not an inventory"_s;
    QTest::newRow("another database")
        << QByteArray("SQLite format 3") + QByteArray(200, '\0') << u"is not an inventory"_s;
}

void TestWholeTenant::aFileThatIsNoneIsSaid()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, sentence);
    TenantDesk desk;
    QVERIFY(desk.sweep());
    const int links = desk.listing().model().rowCount();
    QFile file(desk.file(u"broken.vestibule"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    desk.window().openFile(file.fileName());
    QTRY_VERIFY2(desk.inventoryBanner().contains(sentence), qPrintable(desk.inventoryBanner()));
    QCOMPARE(desk.listing().model().rowCount(), links); // the old one stays
    QVERIFY2(desk.label("inventoryName").isEmpty(), qPrintable(desk.label("inventoryName")));
    QCOMPARE(desk.action("sweepAction")->text(), u"S&weep again"_s);
    desk.action("saveInventoryAction")->trigger();
    auto *dialog = child<QFileDialog>(&desk.window(), "saveInventoryDialog");
    const QString kept = desk.file(u"kept.vestibule"_s);
    Q_EMIT dialog->fileSelected(kept);
    dialog->close();
    QTRY_COMPARE(desk.inventoryBanner(), u"The inventory was saved as kept.vestibule."_s);
    QVERIFY(QFile::exists(kept));
}

//! A failure to save the settings is shown in every place.
void TestWholeTenant::aLossIsSaidOverTheLists()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    Q_EMIT desk.settings().saveFailed();
    QVERIFY2(desk.inventoryBanner().contains("settings"_L1), qPrintable(desk.inventoryBanner()));
    // It is as serious there as over the organization.
    const QColor color = desk.page().banner().palette().color(QPalette::Window);
    QVERIFY(desk.trigger("placeOrganizationAction"));
    QVERIFY(desk.banner()->isVisible());
    QCOMPARE(desk.banner()->palette().color(QPalette::Window), color);
}

void TestWholeTenant::withoutATenantNothingLeadsToIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"kept.vestibule"_s);
    {
        TenantDesk desk;
        QVERIFY(desk.sweep());
        desk.action("saveInventoryAction")->trigger();
        auto *dialog = child<QFileDialog>(&desk.window(), "saveInventoryDialog");
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
    }
    TenantDesk desk;
    desk.window().openFile(path);
    QTRY_VERIFY(desk.inventory().isOpen());
    QCOMPARE(desk.action("sweepAction")->text(), u"S&weep tenant"_s);
    QVERIFY(!desk.action("sweepAction")->isEnabled());
    QVERIFY(!desk.action("ownInventoryAction")->isEnabled());
    QVERIFY(!desk.action("inventoryBeforeAction")->isEnabled());
}

void TestWholeTenant::anExpiredTokenPausesTheSweep()
{
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    desk.tenant().setFaults({u"expired-token"_s});
    desk.action("sweepAction")->trigger();
    QTRY_VERIFY(desk.inventoryBanner().startsWith("The sweep is paused, and nothing is lost."_L1));
    QCOMPARE(child<QAbstractButton>(&desk.page().banner(), "actionButton")->text(),
             u"Enter a token…"_s);
    desk.tenant().setFaults({});
    // Another one, even within the same second.
    const auto token = AccessToken::fromText(
        QString::fromLatin1(desk.tenant().makeToken({.lifetime = std::chrono::hours(5)})));
    desk.session().replaceToken(*token);
    QTRY_COMPARE_WITH_TIMEOUT(desk.inventory().summary().counts.read, 60, 20'000);
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.inventoryBanner(), QString());
}

void TestWholeTenant::pausesAndContinues()
{
    TenantDesk desk({.organizations = 60, .latency = std::chrono::milliseconds(30)});
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    desk.action("sweepAction")->trigger();
    QVERIFY(desk.action("pauseSweepAction")->isEnabled());
    desk.action("pauseSweepAction")->trigger();
    QTRY_COMPARE(desk.sweeps().running().constFirst()->state(), Sweep::State::Paused);
    QTRY_COMPARE(desk.action("pauseSweepAction")->iconText(), u"Continue"_s);
    const SweepCounts counts = desk.sweeps().running().constFirst()->summary().counts;
    QTRY_COMPARE(desk.inventory().summary().counts, counts);
    QCOMPARE(desk.label("countsLabel"), countsText(counts));
    desk.action("pauseSweepAction")->trigger();
    QVERIFY(desk.settleInventory());
    QTRY_COMPARE(desk.inventory().summary().counts.read, 60);
}

void TestWholeTenant::theKeyOfTheSweepContinuesIt()
{
    TenantDesk desk({.organizations = 60, .latency = std::chrono::milliseconds(60)});
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_F6);
    QTRY_VERIFY(!desk.sweeps().running().isEmpty());
    const auto state = [&desk] { return desk.sweeps().running().constFirst()->state(); };
    QTest::keyClick(&desk.window(), Qt::Key_F6); // while it runs, it does nothing
    QVERIFY(state() != Sweep::State::Paused);
    for (const Qt::KeyboardModifier modifier : {Qt::NoModifier, Qt::ShiftModifier}) {
        QTest::keyClick(&desk.window(), Qt::Key_F6, Qt::ShiftModifier);
        QTRY_COMPARE(state(), Sweep::State::Paused);
        QTRY_COMPARE(desk.action("pauseSweepAction")->shortcut(), QKeySequence(Qt::Key_F6));
        QTest::keyClick(&desk.window(), Qt::Key_F6, modifier);
        QVERIFY(state() != Sweep::State::Paused);
        QTRY_COMPARE(desk.action("pauseSweepAction")->shortcut(),
                     QKeySequence(Qt::SHIFT | Qt::Key_F6));
    }
    QVERIFY(desk.settleInventory());
    QTRY_COMPARE(desk.inventory().summary().counts.read, 60);
    QTRY_VERIFY(desk.action("sweepAction")->isVisible() && desk.action("sweepAction")->isEnabled());
    QTest::keyClick(&desk.window(), Qt::Key_F6);
    QTRY_VERIFY(!desk.sweeps().running().isEmpty());
    desk.action("stopSweepAction")->trigger();
    QVERIFY(desk.settleInventory());
}

void TestWholeTenant::goesOnWhileAnotherOrganizationIsShown()
{
    TenantDesk desk({.organizations = 60, .latency = std::chrono::milliseconds(20)});
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    desk.action("sweepAction")->trigger();
    QTRY_VERIFY(!desk.sweeps().running().isEmpty());
    QVERIFY(desk.trigger("placeOrganizationAction"));
    QVERIFY(desk.trigger("showEnabledAction")); // a request of the person in between
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QVERIFY(child<QAbstractButton>(&desk.window(), "sweepStatus")->isVisible());
    QVERIFY(child<QAbstractButton>(&desk.window(), "sweepStatus")
                ->text()
                .startsWith("Sweep of Demo tenant: "_L1));
    QTRY_VERIFY_WITH_TIMEOUT(desk.sweeps().running().isEmpty(), 20'000);
    QVERIFY(desk.triggerAndSettle("placeOrganizationsAction"));
    QCOMPARE(desk.listing().model().rowCount(), 60);
}

void TestWholeTenant::quittingAsksFirst()
{
    TenantDesk desk({.organizations = 60, .latency = std::chrono::milliseconds(50)});
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    desk.action("sweepAction")->trigger();
    QTRY_VERIFY(!desk.sweeps().running().isEmpty());
    desk.window().close();
    QVERIFY(desk.window().isVisible());
    auto *question = desk.lastDialog<StopQuestion>();
    QVERIFY(question->isVisible());
    QVERIFY2(question->text().startsWith("A sweep is running: "_L1), qPrintable(question->text()));
    QCOMPARE(question->informativeText(), QString());
    QCOMPARE(child<QAbstractButton>(question, "goOnButton")->text(), u"&Keep sweeping"_s);
    Q_EMIT question->stopChosen();
    QTRY_VERIFY(!desk.window().isVisible());
    QVERIFY(desk.sweeps().running().isEmpty());
}

void TestWholeTenant::privacyModeMasksEverything()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    desk.action("privacyAction")->trigger();
    QVERIFY(!child(&desk.page(), "connectionFilterButton")->isVisible()); // there is no filter
    QVERIFY(!child(&desk.page(), "organizationFilterButton")->isVisible());
    QVERIFY(!desk.cell(0, InventoryColumn::OrganizationDisplayName).contains("Acme"_L1));
    QVERIFY(!desk.cell(0, InventoryColumn::ConnectionName).contains("acme"_L1));
    QVERIFY(!desk.label("inventoryTitle").contains("Acme"_L1));
    desk.action("privacyAction")->trigger();
    QCOMPARE(desk.cell(0, InventoryColumn::OrganizationDisplayName), u"Acme Corp"_s);
    QCOMPARE(desk.label("inventoryTitle"), u"Acme Corp"_s);
}

void TestWholeTenant::sideListFoldsAwayAndIsRemembered()
{
    TenantDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.window().resize(1200, 700);
    QVERIFY(desk.sideList().isVisible());
    desk.window().resize(800, 600); // too narrow for it
    QCoreApplication::processEvents();
    QVERIFY(!desk.sideList().isVisible());
    desk.window().resize(1200, 700);
    QCoreApplication::processEvents();
    QVERIFY(desk.sideList().isVisible());
    desk.action("sideListAction")->trigger();
    QVERIFY(!desk.sideList().isVisible());
    desk.window().close();
    desk.destroyWindow();
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!desk.sideList().isVisible());
}

void TestWholeTenant::everythingWorksWithTheKeyboard()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    SideList &list = desk.sideList();
    list.setFocus();
    const auto goTo = [&list](const QString &text) {
        QTest::keyClick(&list, Qt::Key_Home);
        for (int step = 0; step < list.count() && list.currentItem()->text() != text; ++step)
            QTest::keyClick(&list, Qt::Key_Down);
        return list.currentItem()->text() == text;
    };
    QVERIFY(goTo(u"Organizations"_s));
    QTest::keyClick(&list, Qt::Key_Return);
    QVERIFY(desk.settleInventory());
    QCOMPARE(desk.page().list(), InventoryList::Organizations);
    QCOMPARE(QApplication::focusWidget(), &desk.page().table());
    list.setFocus();
    QVERIFY(goTo(u"None"_s));
    QTest::keyClick(&list, Qt::Key_Space);
    QVERIFY(desk.settleInventory());
    for (int row = 0; row < desk.listing().model().rowCount(); ++row)
        QCOMPARE(desk.cell(row, InventoryColumn::Connections), u"0"_s);
    QCOMPARE(list.currentItem()->text(), u"None"_s);
    QTest::keyClick(&list, Qt::Key_Space);
    QVERIFY(desk.settleInventory());
    desk.page().table().setFocus();
    QTest::keyClick(&desk.page().table(), Qt::Key_Down);
    QTRY_VERIFY(desk.page().table().selectedRow());
    const auto entry = std::get<InventoryOrganization>(*desk.page().table().selectedRow());
    QTest::keyClick(&desk.page().table(), Qt::Key_Return); // live
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().organizationId, entry.organization.id);
}

void TestWholeTenant::everyPlaceHasTheKeyboardInItsRows()
{
    TenantDesk desk({.organizations = 60});
    QVERIFY(desk.open(DemoDesk::Ten));
    child(&desk.window(), "tenantButton")->setFocus();
    desk.action("sweepAction")->trigger();
    QVERIFY(desk.page().isAncestorOf(QApplication::focusWidget())); // nothing is read yet
    QTRY_VERIFY(desk.inventory().summary().isListedAgain);
    QTRY_COMPARE(QApplication::focusWidget(), &desk.page().table());
    for (const char *place : {"placeConnectionsAction", "placeOrganizationsAction",
                              "placeFindingsAction", "placeLinksAction"}) {
        child(&desk.window(), "tenantButton")->setFocus();
        QVERIFY(desk.triggerAndSettle(place));
        QCOMPARE(QApplication::focusWidget(), &desk.page().table());
    }
    desk.action("placeOrganizationAction")->trigger();
    QCOMPARE(QApplication::focusWidget(), &desk.table());
    desk.sideList().setFocus();
    QVERIFY(desk.choose(u"Connections"_s));
    QCOMPARE(QApplication::focusWidget(), &desk.page().table());
    desk.sideList().setFocus();
    QVERIFY(desk.choose(u"Enterprise"_s)); // a filter: the next one is in the same list
    QCOMPARE(QApplication::focusWidget(), &desk.sideList());
    desk.action("sideListAction")->trigger(); // folds it away
    QCOMPARE(QApplication::focusWidget(), &desk.page().table());
    desk.action("sideListAction")->trigger();
    auto *clear = child(&desk.page(), "clearFilterButton");
    clear->setFocus();
    QTest::keyClick(clear, Qt::Key_Space);
    QVERIFY(desk.settleInventory());
    QCOMPARE(QApplication::focusWidget(), &desk.page().table());
    auto *again = child(&desk.page(), "sweepActionButton");
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space); // it is not there while a sweep runs
    QTRY_VERIFY(!again->isVisible());
    QVERIFY(desk.page().isAncestorOf(QApplication::focusWidget()));
    QTRY_VERIFY(desk.sweeps().running().isEmpty());
    QTRY_COMPARE(QApplication::focusWidget(), &desk.page().table());
}

void TestWholeTenant::withoutRowsTheKeyboardIsOnWhatCanBeDone()
{
    TenantDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto button = [&desk] {
        return child(child(&desk.page(), "inventoryStatePage"), "actionButton");
    };
    for (const char *place : {"placeLinksAction", "placeOverviewAction", "placeChangesAction"}) {
        child(&desk.window(), "tenantButton")->setFocus();
        QVERIFY(desk.triggerAndSettle(place));
        QCOMPARE(QApplication::focusWidget(), button());
    }
    QVERIFY(desk.triggerAndSettle("placeLinksAction"));
    QTest::keyClick(button(), Qt::Key_Space); // sweeps
    QTRY_COMPARE(QApplication::focusWidget(), &desk.page().table());
}

void TestWholeTenant::theKeyboardStaysWhereSomebodyTypes()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    auto *find = child<QLineEdit>(&desk.page(), "inventoryFindField");
    desk.action("findAction")->trigger();
    QTest::keyClicks(find, u"nowhere"_s);
    QTRY_VERIFY(child(&desk.page(), "inventoryStatePage")->isVisible());
    QCOMPARE(QApplication::focusWidget(), find);
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(child(&desk.page(), "inventoryStatePage")->isAncestorOf(QApplication::focusWidget()));
    find->setFocus();
    find->clear();
    QTRY_VERIFY(desk.page().table().isVisible());
    QCOMPARE(QApplication::focusWidget(), find);
}

void TestWholeTenant::anotherTenantHasAnotherInventory()
{
    TenantDesk desk;
    QVERIFY(desk.sweep());
    QVERIFY(desk.inventory().isOpen());
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten)); // by its domain, and not as the demo
    QVERIFY(desk.settleInventory());
    QVERIFY(!desk.inventory().isOpen());
    QVERIFY(child(&desk.page(), "inventoryStatePage")->isVisible());
    QVERIFY(desk.open(DemoDesk::Ten));
    QTRY_VERIFY(desk.inventory().isOpen());
    QVERIFY(desk.settleInventory());
    QVERIFY(desk.listing().model().rowCount() > 0);
}

QTEST_MAIN(TestWholeTenant)

#include "tst_wholetenant.moc"
