// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/drifttext.h"
#include "support/demodesk.h"
#include "support/mousedrag.h"
#include "support/savedviewsteps.h"
#include "support/shownwords.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/statepage.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/window/listingchangesdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTcpServer>
#include <QTextDocument>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestMainWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        QCoreApplication::setApplicationVersion(u"1.0.0"_s); // saved views have it
    }
    void init() { failOnUnexpectedWarnings(); }
    void everyActionHasATextANameAndAShortcut();
    void everyActionIsInAMenu();
    void shortcutsAreTheDocumentedOnes_data();
    void shortcutsAreTheDocumentedOnes();
    void mnemonicsAreUniqueInEveryState_data();
    void mnemonicsAreUniqueInEveryState();
    void withoutATenantOnlyActionsThatNeedNoneAreEnabled();
    void aClearedSelectionStaysWithItsOrganization();
    void tabReachesEveryControlInOrder();
    void shortcutsFocusTheirFields();
    void keysDialogListsEveryShortcut();
    void accessGuideOpensWithItsWindow();
    void selectAllSelectsTheRowsOfThePlace();
    void aboutNamesLicenceAndAuth0();

    void welcomePageOpensTheDemo();
    void welcomePageConnectsATenant();
    void demoThatCannotStartIsReported();
    void welcomePageForgetsAnOldProblem_data();
    void welcomePageForgetsAnOldProblem();
    void windowClosesWhileLoading();
    void windowClosesWithATypedPageNumber();
    void closingDuringAnExportLeavesNoFile();
    void layoutIsRemembered();
    void brokenLayoutIsIgnored();

    void everyPageCostsOneRequestAndGoingBackNone();
    void pageActionsAreDisabledAtTheEnds();
    void firstAndLastPageAreReachedAtOnce();
    void pageFieldOpensThePage();
    void pageNumberAfterTheEndOpensTheLastPageWithAMessage_data();
    void pageNumberAfterTheEndOpensTheLastPageWithAMessage();
    void rowsPerPageCanBeTypedFromOneToAHundred_data();
    void rowsPerPageCanBeTypedFromOneToAHundred();
    void otherRowsPerPageAreRefusedWithoutARequest_data();
    void otherRowsPerPageAreRefusedWithoutARequest();
    void rowsPerPageKeepTheFirstRowAndAreSaved();
    void pageAfterTheEndOffersTheLastOne();
    void otherTotalIsReportedAndOffersARefresh();
    void withoutATotalThePagerShowsNoPageCount();

    void filterIsRequestedFromTheServerAtPageOne();
    void currentFilterMakesNoRequest();
    void emptyFilteredListOffersAll();
    void emptyOrganizationIsNamed();
    void findHidesRowsAndCountsMatches();
    void detailsShowAVisibleRowAfterFind();
    void pastedTextIsFound();
    void messageAboutUnsavedSettingsStays();
    void messageAboutUnsavedSettingsEndsWhenTheyAreSaved();
    void lossesAreShownTogether();
    void closingALossBringsTheErrorBack();
    void lossIsShownByTheNextWindow();
    void everyFailedLastWriteIsSaid_data();
    void everyFailedLastWriteIsSaid();
    void keysMoveFromFindToTheRows();
    void findWithoutAMatchOffersClear();
    void findSaysWhatItLooksAt();
    void missOffersToSearchAllPages();
    void escapeLeavesAMiss();
    void aPageIsTypedOnlyWhereThereAreSeveral();
    void allPagesAreSearchedAndShownAsOneList();
    void escapeLeadsBackToThePage();
    void searchOfAllPagesCanBeCancelled();
    void searchThatFailsIsNotCalledComplete();
    void searchWithoutATotalReadsOnToTheEnd();
    void searchWaitsForTheRateLimit();
    void searchOfAListThatChangesIsNotComplete();
    void searchedRowsCanBeCopiedAndExported();
    void anotherPageEndsTheSearch();
    void columnFiltersCountAndOfferAllPages();
    void otherOrganizationClearsFind();
    void headerSortsAscendingDescendingAndNotAtAll();
    void sortingHintSaysThatItCoversThisPage();
    void sortingStaysOnAnotherPage();

    void detailsFollowTheSelection();
    void severalSelectedRowsAreCounted();
    void selectionStaysAfterARefresh();
    void selectionStaysWhenAPageIsShownAgain();
    void scrollPositionStaysAfterARefresh();
    void scrollPositionStaysWhenAPageIsShownAgain();
    void newPageStartsAtItsTop();
    void idIsCopied();
    void detailPaneCanBeHidden();
    void comparesWithASavedView();
    void theWindowsKeysWorkInAComparison();
    void comparesAllPagesWithASavedView();
    void comparesTwoSavedViews();
    void saysWhyAFileIsNotCompared();

    void allWordsFindsWhatIsShown();
    void titleNamesOrganizationAndTenant();
    void noStateShowsTheToken_data();
    void noStateShowsTheToken();
    void noDialogShowsTheToken();
    void noFileContainsTheToken();

    void noTextOfATenantIsRendered_data();
    void noTextOfATenantIsRendered();
    void nothingInvisibleIsShown();
    void longNamesDoNotGrowTheWindow();
    void longNamesLeaveTheValuesInView();
    void organizationIdIsPlainText();

private:
    //! Only the program's own: Qt's actions have other names.
    static QList<QAction *> actions(DemoDesk &desk)
    {
        return desk.window().findChildren<QAction *>(QRegularExpression(u"Action$"_s));
    }
    static QStringList focusChain(DemoDesk &desk);

    static QString range(DemoDesk &desk) { return labelText(&desk.window(), "rangeLabel"); }
    static int page(DemoDesk &desk)
    {
        return child<QSpinBox>(&desk.window(), "pageField")->value();
    }
    static QWidget *rowsField(DemoDesk &desk)
    {
        return child<QComboBox>(&desk.window(), "rowsField")->lineEdit();
    }

    //! As a user would choose the file. Waits for the differences, or for another message.
    static bool compareWith(DemoDesk &desk, const QString &path)
    {
        if (!desk.action("compareViewAction")->isEnabled())
            return false;
        const QString message = desk.bannerText();
        const qsizetype before = desk.window().findChildren<ListingChangesDialog *>().size();
        desk.action("compareViewAction")->trigger();
        auto *dialog = desk.lastDialog<QFileDialog>();
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
        return QTest::qWaitFor([&desk, &message, before] {
            return desk.window().findChildren<ListingChangesDialog *>().size() > before
                || desk.bannerText() != message;
        });
    }
    //! The differences in the dialog that was opened last, as "kind connection field".
    static QStringList differences(DemoDesk &desk)
    {
        const QAbstractItemModel &model =
            *child<QTreeView>(desk.lastDialog<ListingChangesDialog>(), "changesTree")->model();
        Q_UNUSED(QTest::qWaitFor([&model] { return model.rowCount() > 0; }))
        const QModelIndex group = model.index(0, 0);
        QStringList lines;
        for (int row = 0; row < model.rowCount(group); ++row) {
            QStringList cells;
            for (const DriftColumn column :
                 {DriftColumn::Kind, DriftColumn::Name, DriftColumn::Field})
                cells.append(model.index(row, int(column), group).data().toString());
            lines.append(cells.join(u' ').trimmed());
        }
        return lines;
    }

    static void clickHeader(DemoDesk &desk, ConnectionField field)
    {
        const QHeaderView *header = desk.table().horizontalHeader();
        const QPoint middle(header->sectionViewportPosition(int(field))
                                + header->sectionSize(int(field)) / 2,
                            header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
    }

    //! Of the last row of all pages. Afterwards the first page alone is read.
    static QString lastName(DemoDesk &desk)
    {
        desk.browser().lastPage();
        const bool isRead = desk.settle();
        const QString name = desk.browser().page()->items.constLast().name.value_or(QString());
        desk.browser().firstPage();
        desk.browser().reload();
        return isRead && desk.settle() ? name : QString();
    }

    static QStringList selectedIds(DemoDesk &desk)
    {
        QStringList ids;
        for (const OrganizationConnection &connection : desk.table().selectedConnections())
            ids.append(connection.connectionId);
        return ids;
    }

    //! The first text that contains the payload or the signature of the token.
    static QString leak(const QString &token)
    {
        const QString signature = token.section(u'.', 2);
        for (const QString &text : allWords()) {
            if (text.contains(signature) || text.contains(token.section(u'.', 1, 1)))
                return text;
        }
        return {};
    }
};

namespace {

//! Changes when the rows of a saved view were read.
bool makeADayLater(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    QJsonObject view = QJsonDocument::fromJson(file.readAll()).object();
    const auto readAt = QDateTime::fromString(view.value(u"read_at").toString(), Qt::ISODate);
    view.insert(u"read_at"_s, readAt.addDays(1).toString(Qt::ISODate));
    return file.resize(0) && file.seek(0) && file.write(QJsonDocument(view).toJson()) > 0;
}

//! Puts a folder in place of the settings file, so that it cannot be written.
bool blockSettings(DemoDesk &desk)
{
    return desk.settings().save()
        && (!QFile::exists(desk.settingsFile()) || QFile::remove(desk.settingsFile()))
        && QDir().mkdir(desk.settingsFile());
}

} // namespace

void TestMainWindow::everyActionHasATextANameAndAShortcut()
{
    DemoDesk desk;
    QSet<QString> names;
    QSet<QString> texts;
    QSet<QKeySequence> shortcuts;
    for (const QAction *action : actions(desk)) {
        names.insert(action->objectName());
        texts.insert(action->text());
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!shortcuts.contains(action->shortcut()), qPrintable(action->objectName()));
        shortcuts.insert(action->shortcut());
    }
    QCOMPARE(names.size(), actions(desk).size());
    QCOMPARE(texts.size(), names.size());
}

void TestMainWindow::everyActionIsInAMenu()
{
    DemoDesk desk;
    QSet<QAction *> inMenus;
    QList<QAction *> toLookAt = desk.window().menuBar()->actions();
    while (!toLookAt.isEmpty()) {
        QAction *action = toLookAt.takeFirst();
        inMenus.insert(action);
        if (action->menu())
            toLookAt += action->menu()->actions();
    }
    for (QAction *action : actions(desk))
        QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
}

void TestMainWindow::shortcutsAreTheDocumentedOnes_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QKeySequence>("keys");
    const auto row = [](const char *action, const char *keys) {
        QTest::newRow(action) << QString::fromLatin1(action)
                              << QKeySequence::fromString(QString::fromLatin1(keys));
    };
    row("refreshAction", "F5");
    row("findAction", "Ctrl+F");
    row("columnFiltersAction", "Ctrl+Shift+F");
    row("exportAction", "Ctrl+E");
    row("organizationAction", "Ctrl+K");
    row("backAction", "Alt+PgUp");
    row("forwardAction", "Alt+PgDown");
    row("copyTsvAction", "Ctrl+C");
    row("paletteAction", "Ctrl+Shift+K");
    row("tokenAction", "Ctrl+L");
    row("organizationConsoleAction", "Ctrl+Alt+O");
    row("connectionConsoleAction", "Ctrl+Alt+C");
    row("previousPageAction", "Alt+Left");
    row("nextPageAction", "Alt+Right");
    row("firstPageAction", "Alt+Home");
    row("lastPageAction", "Alt+End");
    row("goToPageAction", "Ctrl+G");
    row("showAllAction", "Ctrl+1");
    row("showEnabledAction", "Ctrl+2");
    row("showDisabledAction", "Ctrl+3");
    row("detailPaneAction", "F9");
    row("settingsAction", "Ctrl+,");
    row("keysAction", "F1");
}

void TestMainWindow::shortcutsAreTheDocumentedOnes()
{
    QFETCH(const QString, action);
    QFETCH(const QKeySequence, keys);
    DemoDesk desk;
    QCOMPARE(desk.window().findChild<QAction *>(action)->shortcut(), keys);
}

void TestMainWindow::mnemonicsAreUniqueInEveryState_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("French") << u"fr"_s;
}

void TestMainWindow::mnemonicsAreUniqueInEveryState()
{
    QFETCH(const QString, language);
    QTranslator translator; // uninstalled at the end of this function
    QVERIFY(translator.load(u":/i18n/vestibule_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    DemoDesk desk;
    QCOMPARE(mnemonicClashes(desk.window()), QString());
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(mnemonicClashes(desk.window()), QString());
    SettingsDialog settings(desk.session(), desk.network());
    settings.show();
    QCOMPARE(mnemonicClashes(settings), QString());
    ExportDialog dialog(desk.session(), desk.exports());
    dialog.show();
    QCOMPARE(mnemonicClashes(dialog), QString());
    desk.tenant().setFaults({u"expires-between-pages"_s});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QTRY_VERIFY(child(&desk.exportWindow(), "resumeButton")->isVisible());
    QCOMPARE(mnemonicClashes(desk.exportWindow()), QString());
    desk.window().close(); // opens a question
    QCOMPARE(mnemonicClashes(*desk.lastDialog<StopQuestion>()), QString());
    desk.tenant().setFaults({});
    desk.exportWindow().job().resume();
    QVERIFY(desk.exportEnds());
    QCOMPARE(mnemonicClashes(desk.exportWindow()), QString());
}

void TestMainWindow::withoutATenantOnlyActionsThatNeedNoneAreEnabled()
{
    DemoDesk desk;
    QStringList enabled;
    for (const QAction *action : actions(desk)) {
        if (action->isEnabled())
            enabled.append(action->objectName());
    }
    enabled.sort();
    QCOMPARE(enabled,
             (QStringList{u"aboutAction"_s, u"accessGuideAction"_s, u"closeWindowAction"_s,
                          u"connectTenantAction"_s, u"demoAction"_s, u"keysAction"_s,
                          u"newWindowAction"_s, u"openAction"_s, u"paletteAction"_s,
                          u"privacyAction"_s, u"quitAction"_s, u"settingsAction"_s}));
}

//! The controls that Tab reaches, until it comes back to the first one.
QStringList TestMainWindow::focusChain(DemoDesk &desk)
{
    QStringList chain;
    const QWidget *first = QApplication::focusWidget();
    do {
        const QWidget *here = QApplication::focusWidget();
        chain.append(here->objectName().isEmpty()
                         ? QString::fromLatin1(here->metaObject()->className())
                         : here->objectName());
        QTest::keyClick(&desk.window(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && chain.size() < 100);
    return chain;
}

void TestMainWindow::tabReachesEveryControlInOrder()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    child(&desk.window(), "connectButton")->setFocus();
    QCOMPARE(focusChain(desk), (QStringList{u"connectButton"_s, u"demoButton"_s}));

    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction")); // all four steps are enabled
    child(&desk.window(), "tenantButton")->setFocus();
    QCOMPARE(
        focusChain(desk),
        (QStringList{u"tenantButton"_s, u"organizationField"_s, u"allButton"_s, u"enabledButton"_s,
                     u"disabledButton"_s, u"findField"_s, u"refreshButton"_s, u"exportButton"_s,
                     u"sideList"_s, u"Vestibule::ConnectionTableView"_s, u"previousButton"_s,
                     u"pageField"_s, u"nextButton"_s, u"rowsField"_s, u"copyIdButton"_s,
                     u"qt_tabwidget_tabbar"_s}));
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    child(&desk.window(), "findField")->setFocus();
    const QStringList chain = focusChain(desk);
    QCOMPARE(chain.first(8),
             (QStringList{u"findField"_s, u"refreshButton"_s, u"exportButton"_s, u"sideList"_s,
                          u"detailsButton"_s, u"actionButton"_s, u"closeButton"_s,
                          u"Vestibule::ConnectionTableView"_s}));
}

void TestMainWindow::shortcutsFocusTheirFields()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), child(&desk.window(), "findField"));
    QTest::keyClick(&desk.window(), Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), child(&desk.window(), "pageField"));
    QTest::keyClicks(QApplication::focusWidget(), u"3\r"_s);
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"101–150 of 237"_s);
    QTest::keyClick(&desk.window(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51–100 of 237"_s);
    QTest::keyClick(&desk.window(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), child(&desk.chooser(), "findField"));
    QTest::keyClicks(QApplication::focusWidget(), desk.id(DemoDesk::Ten) + u'\r');
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"10 connections"_s);
}

void TestMainWindow::keysDialogListsEveryShortcut()
{
    DemoDesk desk;
    desk.action("keysAction")->trigger();
    const auto *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QStringList texts;
    for (const QTreeWidgetItem *item : child<QTreeWidget>(dialog, "keysTree")
                                           ->findItems({}, Qt::MatchContains | Qt::MatchRecursive))
        texts.append({item->text(0), item->text(1)});
    for (const QAction *action : actions(desk)) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(texts.contains(keys), qPrintable(action->objectName()));
    }
    for (const QString &text : texts)
        QVERIFY2(!text.contains(u'&') && !text.contains(u'…'), qPrintable(text));
}

void TestMainWindow::accessGuideOpensWithItsWindow()
{
    DemoDesk desk;
    desk.action("accessGuideAction")->trigger();
    QVERIFY(child(&desk.window(), "accessGuide")->isVisible());
}

void TestMainWindow::selectAllSelectsTheRowsOfThePlace()
{
    DemoDesk desk;
    QVERIFY(!desk.action("selectAllAction")->isEnabled());
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    desk.action("selectAllAction")->trigger();
    QCOMPARE(selectedIds(desk), desk.ids());
    desk.table().clearSelection();
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selectedIds(desk), desk.ids());
    desk.table().clearSelection();
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"text"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(field->selectedText(), u"text"_s);
    QCOMPARE(selectedIds(desk), QStringList());
}

void TestMainWindow::aboutNamesLicenceAndAuth0()
{
    DemoDesk desk;
    desk.action("aboutAction")->trigger();
    const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(box);
    QVERIFY(box->informativeText().contains("not affiliated with Auth0 or Okta"_L1));
    QVERIFY(box->informativeText().contains("MIT"_L1));
}

void TestMainWindow::welcomePageOpensTheDemo()
{
    DemoDesk desk;
    const auto *welcome = child(&desk.window(), "WelcomePage");
    QVERIFY(welcome->isVisible());
    QCOMPARE(desk.takeRequestCount(), 0);
    child<QPushButton>(welcome, "demoButton")->click();
    QVERIFY(desk.settle());
    QVERIFY(!welcome->isVisible());
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"DEMO"_s);
    QCOMPARE(desk.takeRequestCount(), 1);
}

void TestMainWindow::welcomePageConnectsATenant()
{
    DemoDesk desk;
    child<QPushButton>(&desk.window(), "connectButton")->click();
    QVERIFY(child<QDialog>(&desk.window(), "connectWindow")->isVisible());
    QCOMPARE(desk.window().findChild<SettingsDialog *>(), nullptr);
}

void TestMainWindow::demoThatCannotStartIsReported()
{
    DemoDesk desk;
    desk.tenant().stop(); // the demo would start it again
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, desk.tenant().port()));
    child<QPushButton>(&desk.window(), "demoButton")->click();
    QStringList shown;
    for (const QLabel *label : desk.window().findChildren<QLabel *>()) {
        if (label->isVisible())
            shown.append(label->text());
    }
    QVERIFY(shown.contains(u"The demo tenant could not be started on this computer."_s));
}

void TestMainWindow::welcomePageForgetsAnOldProblem_data()
{
    QTest::addColumn<bool>("wasWelcome"); // when the problem was shown
    QTest::newRow("shown on the welcome page") << true;
    QTest::newRow("shown over rows") << false;
}

void TestMainWindow::welcomePageForgetsAnOldProblem()
{
    QFETCH(const bool, wasWelcome);
    DemoDesk desk;
    const auto *welcome = child(&desk.window(), "WelcomePage");
    if (!wasWelcome)
        QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.window().openFile(desk.file(u"gone.json"_s));
    const auto *problem = child<QLabel>(welcome, "problemLabel");
    QTRY_VERIFY(problem->text().contains("gone.json"_L1));
    QCOMPARE(problem->isVisible(), wasWelcome);
    if (wasWelcome)
        QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.session().closeProfile();
    QVERIFY(welcome->isVisible());
    QVERIFY(!problem->isVisible());
}

void TestMainWindow::windowClosesWhileLoading()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    desk.window().openDemo({});
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    desk.window().close();
    desk.destroyWindow();
    desk.tenant().stop(); // the request fails after the window is gone
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Failed);
}

void TestMainWindow::windowClosesWithATypedPageNumber()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    auto *field = child<QSpinBox>(&desk.window(), "pageField");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"3"_s);
    desk.destroyWindow();
    QVERIFY(desk.settle());
}

void TestMainWindow::closingDuringAnExportLeavesNoFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("exportAction"));
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    desk.window().findChild<ExportDialog *>()->exportTo(desk.file(u"all.csv"_s));
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    desk.window().close();
    QVERIFY(desk.window().isVisible());
    child<QPushButton>(&desk.window(), "stopButton")->click();
    QVERIFY(!desk.window().isVisible());
    QCOMPARE(desk.files(), QStringList());
    desk.destroyWindow();
    QCOMPARE(desk.files(), QStringList());
}

void TestMainWindow::layoutIsRemembered()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.window().resize(1120, 620);
    QCoreApplication::processEvents();
    QSplitterHandle *handle = child<QSplitter>(&desk.window(), "detailSplitter")->handle(1);
    drag(*handle, {-40, 0});
    const auto sizes = [&desk] {
        return child<QSplitter>(&desk.window(), "detailSplitter")->sizes();
    };
    const QList<int> before = sizes();
    QVERIFY(before.at(1) > 330);
    desk.table().setColumnWidth(2, 77);
    desk.table().horizontalHeader()->moveSection(0, 1);
    desk.action("detailPaneAction")->setChecked(false);
    desk.window().close();
    desk.destroyWindow();

    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(desk.window().size(), QSize(1120, 620));
    QCOMPARE(desk.table().columnWidth(2), 77);
    QCOMPARE(desk.table().horizontalHeader()->visualIndex(0), 1);
    QVERIFY(!desk.action("detailPaneAction")->isChecked());
    QVERIFY(!child(&desk.window(), "ConnectionDetailPane")->isVisible());
    desk.action("detailPaneAction")->setChecked(true);
    QCoreApplication::processEvents();
    QCOMPARE(sizes(), before);
}

void TestMainWindow::brokenLayoutIsIgnored()
{
    DemoDesk desk;
    for (const QString &part : {u"window"_s, u"splitter"_s, u"table"_s, u"detailPane"_s})
        desk.settings().setLayout(part, "no layout at all");
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(desk.window().size(), QSize(1280, 720));
    QVERIFY(child(&desk.window(), "ConnectionDetailPane")->isVisible());
    for (int column = 0; column < desk.table().model()->columnCount(); ++column)
        QVERIFY(desk.table().isColumnHidden(column) || desk.table().columnWidth(column) > 10);
    QVERIFY(!desk.table().isColumnHidden(0));
}

void TestMainWindow::everyPageCostsOneRequestAndGoingBackNone()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(desk.takeQueries(), QStringList{u"page=0&per_page=50&include_totals=true"_s});
    QStringList seen = desk.ids();
    QCOMPARE(range(desk), u"1–50 of 237"_s);
    for (const QString &expected :
         {u"51–100 of 237"_s, u"101–150 of 237"_s, u"151–200 of 237"_s, u"201–237 of 237"_s}) {
        QVERIFY(desk.trigger("nextPageAction"));
        QCOMPARE(range(desk), expected);
        QCOMPARE(desk.takeRequestCount(), 1);
        seen += desk.ids();
    }
    QCOMPARE(seen.size(), 237);
    QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), 237);
    QCOMPARE(page(desk), 5);
    for (int number = 4; number >= 1; --number) {
        QVERIFY(desk.trigger("previousPageAction"));
        QCOMPARE(page(desk), number);
        QCOMPARE(desk.ids(), seen.sliced(50 * (number - 1), 50));
    }
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestMainWindow::pageActionsAreDisabledAtTheEnds()
{
    DemoDesk desk;
    const auto steps = [&desk] {
        QString text;
        for (const char *name :
             {"firstPageAction", "previousPageAction", "nextPageAction", "lastPageAction"})
            text += desk.action(name)->isEnabled() ? u'x' : u'-';
        return text;
    };
    QCOMPARE(steps(), u"----"_s);
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(steps(), u"--xx"_s);
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(steps(), u"xxxx"_s);
    QVERIFY(desk.trigger("lastPageAction"));
    QCOMPARE(steps(), u"xx--"_s);
    for (const int organization : {DemoDesk::Ten, DemoDesk::None, DemoDesk::Fifty}) {
        QVERIFY(desk.open(organization));
        QCOMPARE(steps(), u"----"_s);
    }
}

void TestMainWindow::firstAndLastPageAreReachedAtOnce()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("lastPageAction"));
    QCOMPARE(page(desk), 5);
    QCOMPARE(desk.takeRequestCount(), 1);
    QVERIFY(desk.trigger("firstPageAction"));
    QCOMPARE(page(desk), 1);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestMainWindow::pageFieldOpensThePage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    auto *field = child<QSpinBox>(&desk.window(), "pageField");
    enter(field, u"4"_s);
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"151–200 of 237"_s);
    QCOMPARE(desk.takeRequestCount(), 1);
    enter(field, u"4"_s);
    desk.table().setFocus(); // the field emits editingFinished() again
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(labelText(&desk.window(), "pageCountLabel"), u"of 5"_s);
}

void TestMainWindow::pageNumberAfterTheEndOpensTheLastPageWithAMessage_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("requests");
    QTest::newRow("the last page is not read yet") << u"1"_s << 1;
    QTest::newRow("the last page has been read") << u"5"_s << 0;
}

void TestMainWindow::pageNumberAfterTheEndOpensTheLastPageWithAMessage()
{
    QFETCH(const QString, from);
    QFETCH(const int, requests);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QSpinBox>(&desk.window(), "pageField");
    enter(field, from);
    QVERIFY(desk.settle());
    desk.tenant().clearRequests();
    enter(field, u"99"_s);
    QVERIFY(desk.settle());
    QCOMPARE(page(desk), 5);
    QCOMPARE(range(desk), u"201–237 of 237"_s);
    QCOMPARE(desk.bannerText(), u"There is no page 99: this is the last one, page 5."_s);
    QCOMPARE(desk.takeRequestCount(), requests);
    QVERIFY(desk.trigger("previousPageAction"));
    QCOMPARE(desk.bannerText(), QString()); // the message was about the step before
}

void TestMainWindow::rowsPerPageCanBeTypedFromOneToAHundred_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("range");
    QTest::newRow("1") << u"1"_s << u"1–1 of 237"_s; // not completed to 10, which is in the list
    QTest::newRow("2") << u"2"_s << u"1–2 of 237"_s;
    QTest::newRow("7") << u"7"_s << u"1–7 of 237"_s;
    QTest::newRow("33") << u"33"_s << u"1–33 of 237"_s;
    QTest::newRow("100") << u"100"_s << u"1–100 of 237"_s;
}

void TestMainWindow::rowsPerPageCanBeTypedFromOneToAHundred()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, range);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    enter(rowsField(desk), typed);
    QVERIFY(desk.settle());
    QCOMPARE(TestMainWindow::range(desk), range);
    desk.table().setFocus();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeQueries(),
             QStringList{u"page=0&per_page=%1&include_totals=true"_s.arg(typed)});
}

void TestMainWindow::otherRowsPerPageAreRefusedWithoutARequest_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("none") << u"0"_s;
    QTest::newRow("too many") << u"999"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("a word") << u"many"_s;
}

void TestMainWindow::otherRowsPerPageAreRefusedWithoutARequest()
{
    QFETCH(const QString, typed);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    auto *field = rowsField(desk);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, typed);
    desk.table().setFocus();
    QVERIFY(desk.settle());
    const QString shown = child<QComboBox>(&desk.window(), "rowsField")->currentText();
    const qsizetype rows = desk.ids().size();
    QCOMPARE(shown, QString::number(rows)); // the field shows the number that is used
    QVERIFY(desk.takeRequestCount() <= 1);
}

void TestMainWindow::rowsPerPageKeepTheFirstRowAndAreSaved()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QString first = desk.ids().constFirst();
    auto *field = child<QComboBox>(&desk.window(), "rowsField");
    field->setCurrentIndex(field->findText(u"25"_s));
    Q_EMIT field->activated(field->currentIndex());
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"51–75 of 237"_s);
    QCOMPARE(desk.ids().constFirst(), first);
    QCOMPARE(page(desk), 3);
    QCOMPARE(desk.settings().rowsPerPage(), 25);
    QVERIFY(desk.trigger("demoAction"));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.takeQueries(), QStringList{u"page=0&per_page=25&include_totals=true"_s});
}

void TestMainWindow::pageAfterTheEndOffersTheLastOne()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("lastPageAction"));
    QVERIFY(desk.tenant().setConnectionCount(desk.id(DemoDesk::Many), 60));
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.stateText(), u"Page 5 is empty: there are 2 pages."_s);
    QCOMPARE(desk.stateAction(), u"Last page"_s);
    QCOMPARE(range(desk), u"0 of 60"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"51–60 of 60"_s);
    QCOMPARE(desk.stateText(), QString());
}

void TestMainWindow::otherTotalIsReportedAndOffersARefresh()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.tenant().setConnectionCount(desk.id(DemoDesk::Many), 120));
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(desk.bannerText(),
             u"The list has changed: it had 237 connections and has 120 now. Rows may have moved "
             "between pages."_s);
    QCOMPARE(desk.bannerAction(), u"Refresh"_s);
    desk.tenant().clearRequests();
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.bannerText(), QString());
    QCOMPARE(range(desk), u"51–100 of 120"_s);
    QCOMPARE(desk.takeRequestCount(), 1);
}

void TestMainWindow::withoutATotalThePagerShowsNoPageCount()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many, {u"no-totals"_s}));
    QCOMPARE(range(desk), u"1–50, more to come"_s);
    QCOMPARE(labelText(&desk.window(), "pageCountLabel"), QString());
    QVERIFY(!desk.action("lastPageAction")->isEnabled());
    for (int turn = 0; turn < 4; ++turn)
        QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(range(desk), u"201–237, possibly more to come"_s);
    QVERIFY(desk.trigger("nextPageAction")); // only an empty page is certainly after the end
    QCOMPARE(range(desk), u"0"_s);
    QVERIFY(!desk.action("nextPageAction")->isEnabled());
}

void TestMainWindow::filterIsRequestedFromTheServerAtPageOne()
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
    QCOMPARE(range(desk), u"1–50 of %1"_s.arg(yes));
    child<QToolButton>(&desk.window(), "allButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"1–50 of 237"_s);
    QCOMPARE(desk.takeRequestCount(), 2);
}

void TestMainWindow::currentFilterMakesNoRequest()
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

void TestMainWindow::emptyFilteredListOffersAll()
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

void TestMainWindow::emptyOrganizationIsNamed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::None));
    QCOMPARE(desk.stateText(), u"Initech (onboarding) has no connections."_s);
    QCOMPARE(desk.stateAction(), QString());
    QCOMPARE(range(desk), u"0 connections"_s);
    QVERIFY(desk.action("exportAction")->isEnabled()); // an export writes the header alone
    QVERIFY(!desk.action("copyIdAction")->isEnabled());
    QVERIFY(!child(&desk.window(), "connectionScroll")->isVisible()); // nothing can be selected
}

void TestMainWindow::findHidesRowsAndCountsMatches()
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
    QCOMPARE(labelText(&desk.window(), "matchLabel"), u"%1 of 10 match"_s.arg(names.size()));
    QVERIFY(child(&desk.window(), "searchBar")->isVisible());
    QCOMPARE(child<QToolButton>(&desk.window(), "searchButton")->text(), u"Clear"_s);
    QVERIFY(!child(&desk.window(), "otherSearchButton")->isVisible()); // there is one page only
    QCOMPARE(range(desk), u"10 connections"_s); // the page is the same
    field->clear();
    QCOMPARE(desk.ids().size(), 10);
    QVERIFY(!child(&desk.window(), "searchBar")->isVisible());
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestMainWindow::detailsShowAVisibleRowAfterFind()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.select(0);
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    const auto details = [&desk] { return labelText(&desk.window(), "nameLabel"); };
    field->setText(u"okta"_s);
    QCOMPARE(desk.column(ConnectionField::Name), QStringList{u"acme-okta"_s});
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QTRY_COMPARE(details(), u"acme-okta"_s); // updated after a pause in typing
    field->clear(); // the row stays selected
    QCOMPARE(desk.table().selectedConnections().constFirst().name, u"acme-okta"_s);
    QCOMPARE(details(), u"acme-okta"_s);
    field->setText(u"no such thing"_s);
    QVERIFY(desk.table().selectedConnections().isEmpty());
    QTRY_VERIFY(!desk.action("copyIdAction")->isEnabled());
    QCOMPARE(details(), u"Overview"_s); // of no row that is not on screen
    field->clear();
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QTRY_COMPARE(details(), *desk.table().selectedConnections().constFirst().name);
}

void TestMainWindow::pastedTextIsFound()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    for (const QString &text : {u"\u200Bokta\u00A0"_s, u"acme\u00AD-okta\n"_s}) {
        child<QLineEdit>(&desk.window(), "findField")->setText(text);
        QCOMPARE(desk.column(ConnectionField::Name), QStringList{u"acme-okta"_s});
    }
}

void TestMainWindow::messageAboutUnsavedSettingsStays()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.settings().save();
    QFile::remove(desk.settingsFile());
    QVERIFY(QDir().mkdir(desk.settingsFile())); // in place of the file, which cannot be written now
    desk.action("privacyAction")->trigger(); // the settings remember it
    QTRY_VERIFY(desk.bannerText().contains("until you quit"_L1));
    QVERIFY(desk.trigger("nextPageAction"));
    QVERIFY(desk.bannerText().contains("until you quit"_L1));
    child<QAbstractButton>(desk.banner(), "closeButton")->click();
    desk.action("privacyAction")->trigger();
    QVERIFY(desk.trigger("previousPageAction"));
    QTest::qWait(0);
    QCOMPARE(desk.bannerText(), QString()); // it was said once
    QVERIFY(QDir().rmdir(desk.settingsFile()));
}

void TestMainWindow::messageAboutUnsavedSettingsEndsWhenTheyAreSaved()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(blockSettings(desk));
    desk.action("privacyAction")->trigger();
    QTRY_VERIFY(desk.bannerText().contains("until you quit"_L1));
    QVERIFY(QDir().rmdir(desk.settingsFile()));
    desk.action("privacyAction")->trigger();
    QTRY_COMPARE(desk.bannerText(), QString());
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(desk.bannerText(), QString());
}

void TestMainWindow::lossesAreShownTogether()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(blockSettings(desk));
    desk.action("privacyAction")->trigger();
    QTRY_VERIFY(desk.bannerText().contains("until you quit"_L1));
    Q_EMIT desk.network().failed({});
    QVERIFY(desk.bannerText().contains("until you quit"_L1));
    QVERIFY(desk.bannerText().contains("proxy's password"_L1));
    QVERIFY(QDir().rmdir(desk.settingsFile()));
    desk.action("privacyAction")->trigger();
    QTRY_VERIFY(!desk.bannerText().contains("until you quit"_L1));
    QVERIFY(desk.bannerText().contains("proxy's password"_L1));
}

void TestMainWindow::closingALossBringsTheErrorBack()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    const QString error = desk.bannerText();
    QVERIFY(!error.isEmpty());
    Q_EMIT desk.network().failed({});
    QVERIFY(desk.bannerText().contains("proxy's password"_L1));
    child<QAbstractButton>(desk.banner(), "closeButton")->click();
    QCOMPARE(desk.bannerText(), error);
    QVERIFY(child<QAbstractButton>(desk.banner(), "actionButton")->isVisible());
    child<QAbstractButton>(desk.banner(), "closeButton")->click();
    QCOMPARE(desk.bannerText(), QString());
}

//! Another language replaces the window.
void TestMainWindow::lossIsShownByTheNextWindow()
{
    DemoDesk desk;
    QVERIFY(blockSettings(desk));
    desk.settings().setRowsPerPage(25);
    QVERIFY(!desk.settings().save());
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.bannerText().contains("until you quit"_L1));
    QVERIFY(QDir().rmdir(desk.settingsFile()));
}

void TestMainWindow::everyFailedLastWriteIsSaid_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("window is closed") << true;
    QTest::newRow("program ends") << false;
}

void TestMainWindow::everyFailedLastWriteIsSaid()
{
    QFETCH(const bool, isClosed);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(blockSettings(desk));
    desk.action("privacyAction")->trigger();
    QTRY_VERIFY(desk.bannerText().contains("until you quit"_L1));
    QVERIFY(QDir().rmdir(desk.settingsFile()));
    QVERIFY(desk.settings().save());
    QVERIFY(blockSettings(desk)); // after it could be written
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"are kept only until you quit"_s));
    if (isClosed)
        desk.window().close();
    else
        desk.window().hideForReplacement();
    QVERIFY(!desk.window().isVisible());
    QVERIFY(QDir().rmdir(desk.settingsFile()));
}

void TestMainWindow::keysMoveFromFindToTheRows()
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

void TestMainWindow::findWithoutAMatchOffersClear()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"<b>nobody</b> %1"_s);
    QCOMPARE(desk.stateText(), u"Nothing matches “<b>nobody</b> %1”."_s);
    QCOMPARE(desk.stateAction(), u"Clear"_s); // there is no other page to search
    QVERIFY(!child(desk.statePage(), "otherButton")->isVisible());
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(desk.stateText(), QString());
}

void TestMainWindow::findSaysWhatItLooksAt()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *field = child<QLineEdit>(&desk.window(), "findField");
    QCOMPARE(field->placeholderText(), u"Find"_s);
    QCOMPARE(field->accessibleName(), u"Find"_s);
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(field->placeholderText(), u"Find on this page"_s);
    QCOMPARE(field->accessibleName(), u"Find on this page"_s);
}

void TestMainWindow::missOffersToSearchAllPages()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many)); // 237 rows in five pages
    const QString last = lastName(desk);
    desk.browser().nextPage();
    QVERIFY(desk.settle());
    desk.tenant().clearRequests();
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    QTest::keyClicks(field, last);
    QCOMPARE(desk.stateText(), u"Nothing on this page matches “%1”."_s.arg(last));
    QVERIFY(desk.stateAction().startsWith(u"Search all 5 pages (3 request"_s));
    QCOMPARE(child<QAbstractButton>(desk.statePage(), "otherButton")->text(), u"Clear"_s);
    QVERIFY(child(desk.statePage(), "otherButton")->isVisible());
    QCOMPARE(desk.takeRequestCount(), 0);

    QTest::keyClick(field, Qt::Key_Return); // to what can be done
    auto *search = child<QAbstractButton>(desk.statePage(), "actionButton");
    QCOMPARE(desk.window().focusWidget(), search);
    QTest::keyClick(search, Qt::Key_Space);
    QCOMPARE(desk.stateText(), u"Reading page 3 of 5…"_s);
    QCOMPARE(desk.stateAction(), u"Cancel"_s);
    QTRY_COMPARE(desk.column(ConnectionField::Name), QStringList{last});
    QCOMPARE(desk.takeRequestCount(), 3);
    QCOMPARE(desk.window().focusWidget(), &desk.table());
    QCOMPARE(desk.table().selectedConnections().constFirst().name, last);
}

//! As it leaves a search of all pages.
void TestMainWindow::escapeLeavesAMiss()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setFocus();
    QTest::keyClicks(field, u"no such thing"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QWidget *search = child(desk.statePage(), "actionButton");
    QCOMPARE(desk.window().focusWidget(), search);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.ids().size(), 50);
    QCOMPARE(desk.window().focusWidget(), &desk.table());
}

void TestMainWindow::aPageIsTypedOnlyWhereThereAreSeveral()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *goToPage = child<QAction>(&desk.window(), "goToPageAction");
    QVERIFY(!goToPage->isEnabled()); // there is no field
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(goToPage->isEnabled());
    desk.action("goToPageAction")->trigger();
    auto *field = child(&desk.window(), "pageField");
    QCOMPARE(desk.window().focusWidget(), field);
    QTest::keyClicks(field, u"3\r"_s);
    QCOMPARE(desk.window().focusWidget(), &desk.table()); // to read what was asked for
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().index, 2);
    QCOMPARE(desk.window().focusWidget(), &desk.table());
}

void TestMainWindow::allPagesAreSearchedAndShownAsOneList()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"okta"_s);
    const int onPage = desk.table().model()->rowCount();
    QCOMPARE(labelText(&desk.window(), "matchLabel"), u"%1 of 50 match on this page"_s.arg(onPage));
    auto *search = child<QToolButton>(&desk.window(), "searchButton");
    QVERIFY(search->text().startsWith(u"Search all 5 pages (4 request"_s));
    desk.tenant().clearRequests();
    search->click();
    QVERIFY(child(&desk.window(), "searchProgress")->isVisible());
    QCOMPARE(desk.table().model()->rowCount(), onPage); // those of the page, until all are there
    QTRY_COMPARE(field->placeholderText(), u"Find on all pages"_s);
    QCOMPARE(desk.takeRequestCount(), 4);
    const int everywhere = desk.table().model()->rowCount();
    QVERIFY(everywhere > onPage);
    QVERIFY(labelText(&desk.window(), "matchLabel")
                .startsWith(QString::number(everywhere) + u" match"_s));
    QVERIFY(labelText(&desk.window(), "matchLabel").endsWith(u"in 5 pages"_s));
    QVERIFY(!child(&desk.window(), "searchProgress")->isVisible());
    QVERIFY(!child(&desk.window(), "pageField")->isVisible()); // no page is shown

    field->setText(u"no such thing"_s);
    QCOMPARE(desk.stateText(), u"Nothing in these 5 pages matches “no such thing”."_s);
    field->setText(u"saml"_s); // another text looks at all pages as well
    QVERIFY(desk.table().model()->rowCount() > 0);
    QCOMPARE(desk.takeRequestCount(), 0);

    QCOMPARE(search->text(), u"Back to the page"_s);
    search->setFocus();
    search->click();
    QCOMPARE(desk.window().focusWidget(), &desk.table()); // the button is gone
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.ids().size(), 50);
    QVERIFY(child(&desk.window(), "pageField")->isVisible());
    QCOMPARE(field->placeholderText(), u"Find on this page"_s);
}

void TestMainWindow::escapeLeadsBackToThePage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"okta"_s);
    child<QToolButton>(&desk.window(), "searchButton")->click();
    QTRY_COMPARE(field->placeholderText(), u"Find on all pages"_s);
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.ids().size(), 50);

    field->setText(u"okta"_s);
    auto *search = child<QToolButton>(&desk.window(), "searchButton");
    QCOMPARE(search->text(), u"Search all 5 pages"_s); // no request is needed now
    search->click();
    QCOMPARE(field->placeholderText(), u"Find on all pages"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(desk.ids().size(), 50);
}

void TestMainWindow::searchOfAllPagesCanBeCancelled()
{
    DemoDesk desk({.latency = std::chrono::milliseconds(200)});
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"no such thing"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QCOMPARE(desk.stateAction(), u"Cancel"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QCOMPARE(desk.stateText(), u"Nothing on this page matches “no such thing”."_s);
    QVERIFY(desk.stateAction().startsWith(u"Search all 5 pages"_s));
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
}

void TestMainWindow::searchThatFailsIsNotCalledComplete()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"okta"_s);
    const int onPage = desk.table().model()->rowCount();
    desk.tenant().setFaults({u"error-500"_s});
    auto *search = child<QToolButton>(&desk.window(), "searchButton");
    search->click();
    QTRY_COMPARE(search->text(), u"Retry"_s);
    QVERIFY(labelText(&desk.window(), "matchLabel")
                .startsWith(u"Only 1 of 5 pages were read, so matches may be missing. "_s));
    QCOMPARE(desk.table().model()->rowCount(), onPage);
    QCOMPARE(field->placeholderText(), u"Find on this page"_s);
    field->setText(u"no such thing"_s);
    QVERIFY(desk.stateText().startsWith(u"Only 1 of 5 pages were read"_s));
    QCOMPARE(desk.stateAction(), u"Retry"_s);

    desk.tenant().setFaults({});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QTRY_COMPARE(desk.stateText(), u"Nothing in these 5 pages matches “no such thing”."_s);
}

void TestMainWindow::searchWithoutATotalReadsOnToTheEnd()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many, {u"no-totals"_s}));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"no such thing"_s);
    QCOMPARE(desk.stateAction(), u"Search all pages"_s);
    QVERIFY(desk.stateText().contains(u"one by one"_s));
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QCOMPARE(desk.stateText(), u"Reading page 2…"_s);
    QTRY_VERIFY(desk.stateText().startsWith(u"Nothing in these "_s));
}

void TestMainWindow::searchWaitsForTheRateLimit()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    child<QLineEdit>(&desk.window(), "findField")->setText(u"no such thing"_s);
    desk.tenant().setFaults({u"rate-limit-once"_s});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QTRY_VERIFY2(desk.stateText().startsWith(u"Rate limit reached."_s),
                 qPrintable(desk.stateText()));
    QCOMPARE(desk.stateAction(), u"Cancel"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.stateText(),
                              u"Nothing in these 5 pages matches “no such thing”."_s, 20'000);
}

void TestMainWindow::searchOfAListThatChangesIsNotComplete()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    child<QLineEdit>(&desk.window(), "findField")->setText(u"no such thing"_s);
    desk.tenant().setFaults({u"growing"_s});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QTRY_COMPARE(desk.stateText(),
                 u"The list changed while it was read, so matches may be missing."_s);
    QCOMPARE(desk.stateAction(), u"Retry"_s);
    desk.tenant().setFaults({});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QTRY_COMPARE(desk.stateText(), u"Nothing in these 5 pages matches “no such thing”."_s);
}

void TestMainWindow::searchedRowsCanBeCopiedAndExported()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString last = lastName(desk);
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(last);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QTRY_COMPARE(desk.column(ConnectionField::Name), QStringList{last});
    QTRY_COMPARE(labelText(&desk.window(), "nameLabel"), last);
    desk.action("copyTsvAction")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(last));
    desk.action("exportAction")->trigger();
    auto *dialog = desk.window().findChild<ExportDialog *>();
    QVERIFY(dialog);
    QVERIFY(
        child<QLabel>(dialog, "findLabel")
            ->text()
            .startsWith(u"Find shows 1 of 237 rows of all pages, but the export ignores it."_s));
    child<QAbstractButton>(dialog, "selectedButton")->click();
    dialog->exportTo(desk.file(u"found.csv"_s));
    QVERIFY(desk.exportEnds());
    QFile file(desk.file(u"found.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QCOMPARE(written.count('\n'), 2); // the header and the row
    QVERIFY(written.contains(last.toUtf8()));
}

void TestMainWindow::anotherPageEndsTheSearch()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setText(u"o"_s);
    child<QToolButton>(&desk.window(), "searchButton")->click();
    QTRY_COMPARE(field->placeholderText(), u"Find on all pages"_s);
    desk.action("nextPageAction")->trigger();
    QVERIFY(desk.settle());
    QCOMPARE(field->placeholderText(), u"Find on this page"_s);
    QVERIFY(desk.table().model()->rowCount() <= 50);
    QVERIFY(child(&desk.window(), "pageField")->isVisible());
}

void TestMainWindow::columnFiltersCountAndOfferAllPages()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QAction *action = desk.action("columnFiltersAction");
    QVERIFY(!action->isChecked());
    action->trigger();
    const auto field = [&desk](ConnectionField column) {
        return child<QLineEdit>(&desk.window(), qPrintable(u"columnFilter%1"_s.arg(int(column))));
    };
    QTRY_VERIFY(field(ConnectionField::Name)->isVisible());
    QVERIFY(field(ConnectionField::Name)->hasFocus());
    QTest::keyClicks(field(ConnectionField::Strategy), u"OKTA"_s);
    const QStringList strategies = desk.column(ConnectionField::Strategy);
    QVERIFY(!strategies.isEmpty() && strategies.size() < 50);
    for (const QString &strategy : strategies)
        QVERIFY(strategy.contains(u"okta"_s, Qt::CaseInsensitive));
    QCOMPARE(labelText(&desk.window(), "matchLabel"),
             u"%1 of 50 match on this page"_s.arg(strategies.size()));

    QTest::keyClicks(field(ConnectionField::Name), u"no such thing"_s);
    QCOMPARE(desk.ids().size(), 0);
    QVERIFY(field(ConnectionField::Name)->isVisible()); // one can type on
    QVERIFY(field(ConnectionField::Name)->hasFocus());
    const auto *miss = desk.table().viewport()->findChild<StatePage *>();
    QVERIFY(miss->isVisible());
    QCOMPARE(labelText(miss, "textLabel"), u"Nothing on this page matches the filters."_s);
    QVERIFY(!child(&desk.window(), "searchBar")->isVisible());
    QTest::keyClick(field(ConnectionField::Name), Qt::Key_Escape);
    QCOMPARE(field(ConnectionField::Name)->text(), QString());
    QCOMPARE(desk.ids().size(), strategies.size());
    QVERIFY(!miss->isVisible());
    QVERIFY(child(&desk.window(), "searchBar")->isVisible());

    auto *search = child<QToolButton>(&desk.window(), "searchButton");
    QVERIFY(search->text().startsWith(u"Search all 5 pages"_s));
    search->click();
    QTRY_COMPARE(search->text(), u"Back to the page"_s);
    QVERIFY(desk.ids().size() > strategies.size());
    search->click();
    QCOMPARE(field(ConnectionField::Strategy)->text(), QString());
    QCOMPARE(desk.ids().size(), 50);

    field(ConnectionField::Strategy)->setText(u"okta"_s);
    action->trigger(); // what is not seen does not filter
    QCOMPARE(desk.ids().size(), 50);
    QVERIFY(!child(&desk.window(), "searchBar")->isVisible());
    QVERIFY(!field(ConnectionField::Strategy)->isVisible());
    action->trigger();
    QCOMPARE(field(ConnectionField::Strategy)->text(), QString());
    field(ConnectionField::Strategy)->setText(u"okta"_s);
    QVERIFY(desk.open(DemoDesk::Ten)); // another organization has other rows
    QCOMPARE(desk.ids().size(), 10);
}

void TestMainWindow::otherOrganizationClearsFind()
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

void TestMainWindow::headerSortsAscendingDescendingAndNotAtAll()
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

void TestMainWindow::sortingHintSaysThatItCoversThisPage()
{
    DemoDesk desk;
    const auto *hint = child<QLabel>(&desk.window(), "sortLabel");
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(!hint->isVisible());
    const auto place = [&desk] {
        return child(&desk.window(), "allButton")->mapTo(&desk.window(), QPoint());
    };
    const QPoint before = place();
    clickHeader(desk, ConnectionField::Strategy);
    QVERIFY(hint->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(place(), before); // the header stays where it is
    QCOMPARE(hint->text(), u"Sorted within this page"_s);
    QVERIFY(desk.open(DemoDesk::Ten)); // one page: no hint
    QVERIFY(!hint->isVisible());
}

void TestMainWindow::sortingStaysOnAnotherPage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    clickHeader(desk, ConnectionField::OrganizationAccessLevel);
    QVERIFY(desk.trigger("nextPageAction"));
    QStringList levels = desk.column(ConnectionField::OrganizationAccessLevel);
    levels.removeDuplicates();
    QCOMPARE(levels, (QStringList{u"None"_s, u"Read-only"_s, u"Limited"_s, u"Full"_s}));
}

void TestMainWindow::detailsFollowTheSelection()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QStringList names = desk.column(ConnectionField::Name);
    const auto *title = child<ElidedLabel>(&desk.window(), "nameLabel");
    QCOMPARE(title->fullText(), names.at(0)); // the first row
    desk.table().setFocus();
    for (int row = 1; row < names.size(); ++row) {
        QTest::keyClick(&desk.table(), Qt::Key_Down);
        QCOMPARE(title->fullText(), names.at(row));
    }
}

void TestMainWindow::severalSelectedRowsAreCounted()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&desk.table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selectedIds(desk), desk.ids().first(3));
    QVERIFY(labelText(&desk.window(), "nameLabel").startsWith("3 connection"_L1));
    QVERIFY(!desk.action("copyIdAction")->isEnabled());
}

void TestMainWindow::selectionStaysAfterARefresh()
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

void TestMainWindow::selectionStaysWhenAPageIsShownAgain()
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

void TestMainWindow::scrollPositionStaysAfterARefresh()
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

void TestMainWindow::scrollPositionStaysWhenAPageIsShownAgain()
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

void TestMainWindow::newPageStartsAtItsTop()
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

void TestMainWindow::idIsCopied()
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

void TestMainWindow::detailPaneCanBeHidden()
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

void TestMainWindow::comparesWithASavedView()
{
    DemoDesk desk;
    QVERIFY(!desk.action("compareViewAction")->isEnabled());
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"friday.json"_s);
    desk.tenant().changeToSecondState();
    QVERIFY(desk.trigger("refreshAction"));
    desk.tenant().clearRequests();
    QVERIFY(compareWith(desk, path));
    QStringList found = differences(desk);
    found.sort();
    QCOMPARE(found,
             (QStringList{u"Added acme-ping"_s, u"Changed acme-adfs-2016 Member access"_s,
                          u"Changed acme-entra-id Access level"_s,
                          u"Changed acme-entra-id Member access"_s, u"Changed acme-okta Enabled"_s,
                          u"Changed github Display name"_s, u"Removed contractors-saml"_s}));
    QCOMPARE(desk.takeRequestCount(), 0); // all rows are on screen
    // The window can be used meanwhile, and another comparison has a window of its own.
    QVERIFY(!desk.lastDialog<ListingChangesDialog>()->isModal());
    QVERIFY(compareWith(desk, saveView(desk, u"now.json"_s)));
    QCOMPARE(desk.window().findChildren<ListingChangesDialog *>().size(), 2);
    const QWidget *state = child(desk.lastDialog<ListingChangesDialog>(), "changesStatePage");
    QTRY_COMPARE(labelText(state, "textLabel"), u"Both lists are the same."_s);
    desk.action("placeOverviewAction")->trigger();
    QVERIFY(!desk.action("compareViewAction")->isEnabled());
}

//! It is a window beside the main one, which stays usable.
void TestMainWindow::theWindowsKeysWorkInAComparison()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QSignalSpy quits(&desk.window(), &MainWindow::quitRequested);
    const QString path = saveView(desk, u"friday.json"_s);
    QVERIFY(compareWith(desk, path));
    const QPointer<QWidget> dialog = desk.lastDialog<ListingChangesDialog>();
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog.data());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!dialog);
    QVERIFY(desk.window().isVisible());
    QCOMPARE(quits.size(), 0);
    QVERIFY(compareWith(desk, path));
    QWidget *next = desk.lastDialog<ListingChangesDialog>();
    next->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), next);
    QTest::keyClick(next->focusWidget(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quits.size(), 1);
}

void TestMainWindow::comparesAllPagesWithASavedView()
{
    DemoDesk desk;
    desk.tenant().setConnectionCount(desk.id(DemoDesk::Many), 230);
    QVERIFY(desk.open(DemoDesk::Many));
    const QString path = saveView(desk, u"many.json"_s);
    desk.tenant().setConnectionCount(desk.id(DemoDesk::Many), 228);
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(desk.trigger("showEnabledAction"));
    static_cast<void>(desk.takeRequestCount());
    QVERIFY(compareWith(desk, path));
    const QStringList found = differences(desk);
    QCOMPARE(found.size(), 2);
    for (const QString &each : found)
        QVERIFY(each.startsWith("Removed "_L1));
    const QStringList queries = desk.takeQueries();
    QCOMPARE(queries.size(), 3);
    for (const QString &query : queries)
        QVERIFY(!query.contains("is_enabled"_L1));
}

void TestMainWindow::comparesTwoSavedViews()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString before = saveView(desk, u"before.json"_s);
    desk.tenant().changeToSecondState();
    QVERIFY(desk.trigger("refreshAction"));
    const QString after = saveView(desk, u"after.json"_s);
    QVERIFY(makeADayLater(after));
    QVERIFY(openView(desk, before));
    static_cast<void>(desk.takeRequestCount());
    QVERIFY(compareWith(desk, after)); // which is the new one, although it is not on screen
    QVERIFY(differences(desk).contains(u"Removed contractors-saml"_s));
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestMainWindow::saysWhyAFileIsNotCompared()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString other = saveView(desk, u"other.json"_s);
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(compareWith(desk, other));
    QVERIFY2(
        desk.bannerText().startsWith("other.json is a saved view of another organization: "_L1),
        qPrintable(desk.bannerText()));
    QVERIFY(desk.bannerText().contains(desk.id(DemoDesk::Many)));
    QVERIFY(compareWith(desk, desk.file(u"none.json"_s)));
    QTRY_VERIFY(desk.bannerText().startsWith("none.json cannot be read"_L1));
    QVERIFY(desk.window().findChildren<ListingChangesDialog *>().isEmpty());
    QVERIFY(!desk.ids().isEmpty());
}

void TestMainWindow::allWordsFindsWhatIsShown()
{
    QLineEdit field(u"a.payload.signature"_s);
    QCOMPARE(leak(field.text()), field.text());
    field.setEchoMode(QLineEdit::Password);
    QCOMPARE(leak(field.text()), QString());
    QLabel label(u"Bearer a.payload.signature"_s);
    QCOMPARE(leak(field.text()), label.text());
    label.clear();
    label.setToolTip(u"payload"_s);
    QCOMPARE(leak(field.text()), label.toolTip());
}

void TestMainWindow::titleNamesOrganizationAndTenant()
{
    DemoDesk desk;
    QCOMPARE(desk.window().windowTitle(), u"Vestibule"_s);
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(desk.window().windowTitle(), u"Acme Corp – Demo tenant – Vestibule"_s);
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Fifty));
    // The settings have the ID alone; the name is looked up.
    QTRY_COMPARE(desk.window().windowTitle(),
                 u"Umbrella Fifty – acme-prod (Production) – Vestibule"_s);
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"PRODUCTION"_s);
}

void TestMainWindow::noStateShowsTheToken_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault :
         {"", "error-503", "expired-token", "wrong-scope", "not-json", "redirect-other-host",
          "redirect-same-origin", "captive-portal", "missing-id", "hostile-names", "drop"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestMainWindow::noStateShowsTheToken()
{
    QFETCH(const QString, fault);
    DemoDesk desk;
    const QString token = desk.token();
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QCOMPARE(leak(token), QString());
    desk.tenant().setFaults(fault.isEmpty() ? QStringList() : QStringList{fault});
    desk.action("refreshAction")->trigger();
    QCOMPARE(leak(token), QString());
    QVERIFY(desk.settle());
    QCOMPARE(leak(token), QString());
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many)); // a failure without a page
    QCOMPARE(leak(token), QString());
}

void TestMainWindow::noDialogShowsTheToken()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(desk.trigger("settingsAction"));
    auto *settings = desk.window().findChild<SettingsDialog *>();
    QCOMPARE(leak(desk.token()), QString());
    child<QLineEdit>(settings, "tokenField")->setText(desk.token());
    child<QPushButton>(settings, "testButton")->click();
    QTRY_VERIFY(child<QPushButton>(settings, "testButton")->isEnabled());
    QCOMPARE(leak(desk.token()), QString());
    child<QLineEdit>(settings, "domainField")->setText(desk.token()); // pasted into the wrong field
    QVERIFY(!labelText(settings, "domainHint").contains(desk.token().section(u'.', 2)));
    settings->reject();
    QTRY_VERIFY(!desk.window().findChild<SettingsDialog *>());
    QVERIFY(desk.trigger("exportAction"));
    auto *dialog = desk.window().findChild<ExportDialog *>();
    dialog->exportTo(desk.file(u"a.csv"_s));
    QCOMPARE(leak(desk.token()), QString());
    QVERIFY(desk.exportEnds());
    QVERIFY(!labelText(&desk.exportWindow(), "resultLabel").isEmpty());
    QCOMPARE(leak(desk.token()), QString());
}

void TestMainWindow::noFileContainsTheToken()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(desk.trigger("exportAction"));
    desk.window().findChild<ExportDialog *>()->exportTo(desk.file(u"a.csv"_s));
    QTRY_VERIFY(QFileInfo::exists(desk.file(u"a.csv"_s)));
    desk.window().close();
    QSettings(desk.settingsFile(), QSettings::IniFormat).sync();
    QSet<QString> names;
    QDirIterator each(desk.file({}), QDir::Files | QDir::Hidden | QDir::System,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QString &part : desk.token().split(u'.'))
            QVERIFY2(!bytes.contains(part.toLatin1()), qPrintable(file.fileName()));
        if (!bytes.isEmpty())
            names.insert(each.fileName());
    }
    QVERIFY(names.contains(u"a.csv"_s) && names.contains(u"settings.ini"_s));
}

namespace {

const QString Markup = u"<img src=x onerror=alert(1)>"_s;

//! Qt would render the tenant's markup in this text.
bool isRendered(const QString &text)
{
    return text.contains(Markup) && Qt::mightBeRichText(text);
}

//! All texts on screen in which Qt renders the tenant's markup.
QStringList renderedTexts()
{
    QStringList found;
    for (const QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->textFormat() != Qt::PlainText && label->text().contains(Markup))
            found.append(label->objectName() + ": "_L1 + label->text());
        if (isRendered(widget->toolTip()))
            found.append(widget->objectName() + ", tooltip: "_L1 + widget->toolTip());
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                const QModelIndex cell = view->model()->index(row, column);
                const QString toolTip = cell.data(Qt::ToolTipRole).toString();
                if (isRendered(toolTip))
                    found.append("cell: "_L1 + toolTip);
            }
        }
    }
    return found;
}

} // namespace

void TestMainWindow::noTextOfATenantIsRendered_data()
{
    QTest::addColumn<int>("organization");
    QTest::newRow("ten") << int(DemoDesk::Ten);
    QTest::newRow("fifty") << int(DemoDesk::Fifty);
}

void TestMainWindow::noTextOfATenantIsRendered()
{
    QFETCH(const int, organization);
    DemoDesk desk;
    QVERIFY(desk.open(organization, {u"hostile-names"_s}));
    const QStringList names = desk.column(ConnectionField::Name);
    QVERIFY(names.constFirst().contains(Markup)); // shown unchanged
    for (int row = 0; row < names.size(); ++row) {
        desk.select(row);
        QCOMPARE(renderedTexts(), QStringList());
        desk.window().grab();
    }
    desk.select(0);
    QVERIFY(labelText(&desk.window(), "nameLabel").contains(Markup));
    const QString toolTip =
        desk.table().model()->index(0, int(ConnectionField::Name)).data(Qt::ToolTipRole).toString();
    QTextDocument document;
    document.setHtml(toolTip);
    QVERIFY(document.toPlainText().contains(Markup));
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    find->setText(Markup + "?"_L1);
    QCOMPARE(renderedTexts(), QStringList());
}

void TestMainWindow::nothingInvisibleIsShown()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s}));
    desk.table().selectAll();
    for (int row = 0; row < 10; ++row) {
        desk.select(row);
        for (const QLabel *label : desk.window().findChildren<QLabel *>()) {
            for (const QChar c : label->text()) {
                const bool isSteering = c.category() == QChar::Other_Format
                    || (c.category() == QChar::Other_Control && c != u'\n');
                QVERIFY2(!isSteering, qPrintable(label->objectName()));
            }
        }
    }
}

void TestMainWindow::longNamesDoNotGrowTheWindow()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *details = child(&desk.window(), "ConnectionDetailPane");
    QCoreApplication::processEvents(); // the tabs have no width before
    const QSize before = desk.window().minimumSizeHint();
    const int detailsBefore = details->minimumSizeHint().width();
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s}));
    for (int row = 0; row < 10; ++row) {
        desk.select(row);
        QCoreApplication::processEvents();
        QVERIFY2(desk.window().minimumSizeHint().width() <= before.width(),
                 qPrintable(u"row %1: %2"_s.arg(row).arg(desk.window().minimumSizeHint().width())));
        QVERIFY2(details->minimumSizeHint().width() <= detailsBefore + 20, // a scroll bar's width
                 qPrintable(u"row %1: %2, before %3"_s.arg(row)
                                .arg(details->minimumSizeHint().width())
                                .arg(detailsBefore)));
    }
}

void TestMainWindow::longNamesLeaveTheValuesInView()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s}));
    const auto *area = child(&desk.window(), "summaryTab");
    const auto *page = child(&desk.window(), "summaryPage");
    for (int row = 0; row < 10; ++row) {
        desk.select(row);
        QCoreApplication::processEvents();
        QVERIFY2(page->width() <= area->width(),
                 qPrintable(u"row %1: %2 in %3"_s.arg(row).arg(page->width()).arg(area->width())));
    }
}

void TestMainWindow::organizationIdIsPlainText()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString id = u"<b>%1&amp;</b>"_s;
    desk.session().openOrganization(id);
    QVERIFY(desk.settle());
    QVERIFY(desk.window().windowTitle().startsWith(id));
    QCOMPARE(child<QComboBox>(&desk.window(), "organizationField")->currentText(), id);
    for (const QLabel *label : desk.window().findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains("<b>"_L1));
}

//! It begins as any other does, with the details of its first row.
void TestMainWindow::aClearedSelectionStaysWithItsOrganization()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_Escape);
    QVERIFY(desk.table().selectedConnections().isEmpty());
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(desk.table().selectedConnections().isEmpty()); // the same listing
    desk.session().openOrganization(desk.id(DemoDesk::Fifty));
    QVERIFY(desk.settle());
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QCOMPARE(desk.table().currentIndex().row(), 0);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
