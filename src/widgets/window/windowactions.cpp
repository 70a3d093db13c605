// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowactions.h"

#include "session/connectionbrowser.h"
#include "session/inventorybrowser.h"
#include "session/organizationhistory.h"
#include "widgets/controls/symbolicon.h"

#include <QMenu>
#include <QMenuBar>

#include <optional>
#include <variant>

using namespace Qt::StringLiterals;

namespace Vestibule {

WindowActions::WindowActions(ConnectionBrowser &browser, OrganizationHistory &history,
                             QObject *parent)
    : QObject(parent)
    , settings(make(u"settings"_s, tr("&Settings…"), u"settings"_s, Qt::CTRL | Qt::Key_Comma))
    , connectTenant(
          make(u"connectTenant"_s, tr("Con&nect a tenant…"), u"connect"_s, Qt::CTRL | Qt::Key_N))
    , tenant(make(u"tenant"_s, tr("Switch &tenant…"), u"tenant"_s, Qt::CTRL | Qt::Key_T))
    , token(make(u"token"_s, tr("Enter to&ken…"), u"token"_s, Qt::CTRL | Qt::Key_L))
    , demo(make(u"demo"_s, tr("Explore the &demo tenant"), u"demo"_s, Qt::CTRL | Qt::Key_D))
    , open(make(u"open"_s, tr("&Open…"), u"open-folder"_s, QKeySequence::Open))
    , closeFile(make(u"closeFile"_s, tr("Close &file"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_W))
    , compareView(make(u"compareView"_s, tr("Compare with a saved &view…"), {},
                       Qt::CTRL | Qt::SHIFT | Qt::Key_O))
    , exportRows(make(u"export"_s, tr("&Export…"), u"export"_s, Qt::CTRL | Qt::Key_E))
    , newWindow(make(u"newWindow"_s, tr("New &window"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_N))
    , closeWindow(make(u"closeWindow"_s, tr("C&lose window"), {}, QKeySequence::Close))
    , quit(make(u"quit"_s, tr("&Quit"), u"quit"_s, Qt::CTRL | Qt::Key_Q))
    , copyId(
          make(u"copyId"_s, tr("Copy connection &ID"), u"copy"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , selectAll(make(u"selectAll"_s, tr("&Select all"), {}, QKeySequence::SelectAll))
    , find(make(u"find"_s, tr("&Find"), u"search"_s, QKeySequence::Find))
    , refresh(make(u"refresh"_s, tr("&Refresh"), u"refresh"_s, Qt::Key_F5))
    , cancel(make(u"cancel"_s, tr("&Cancel"), u"cancel"_s, Qt::Key_Escape))
    , showAll(make(u"showAll"_s, tr("&All", "connections"), {}, Qt::CTRL | Qt::Key_1))
    , showEnabled(make(u"showEnabled"_s, tr("&Enabled", "connections"), {}, Qt::CTRL | Qt::Key_2))
    , showDisabled(
          make(u"showDisabled"_s, tr("&Disabled", "connections"), {}, Qt::CTRL | Qt::Key_3))
    , detailPane(make(u"detailPane"_s, tr("Detail &pane"), u"detail-pane"_s, Qt::Key_F9))
    , pageOverview(
          make(u"pageOverview"_s, tr("O&verview of this page"), {}, Qt::SHIFT | Qt::Key_F9))
    , columnFilters(make(u"columnFilters"_s, tr("Filter co&lumns"), u"filter"_s,
                         Qt::CTRL | Qt::SHIFT | Qt::Key_F))
    , sideList(make(u"sideList"_s, tr("&Side list"), u"side-list"_s, Qt::Key_F8))
    , privacy(make(u"privacy"_s, tr("Privacy &mode: mask names"), u"privacy"_s,
                   Qt::CTRL | Qt::SHIFT | Qt::Key_P))
    , palette(make(u"palette"_s, tr("Comm&and palette…"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_K))
    , organization(make(u"organization"_s, tr("Choose &organization…"), u"organization"_s,
                        Qt::CTRL | Qt::Key_K))
    , back(make(u"back"_s, tr("&Previous organization"), u"back"_s, Qt::ALT | Qt::Key_PageUp))
    , forward(
          make(u"forward"_s, tr("&Next organization"), u"forward"_s, Qt::ALT | Qt::Key_PageDown))
    , placeOrganization(make(u"placeOrganization"_s, tr("Organi&zation"), {}, Qt::ALT | Qt::Key_1))
    , placeOverview(
          make(u"placeOverview"_s, tr("O&verview of the tenant"), {}, Qt::ALT | Qt::Key_2))
    , placeConnections(
          make(u"placeConnections"_s, tr("&Connections of the tenant"), {}, Qt::ALT | Qt::Key_3))
    , placeOrganizations(make(u"placeOrganizations"_s, tr("Organizations of the &tenant"), {},
                              Qt::ALT | Qt::Key_4))
    , placeLinks(make(u"placeLinks"_s, tr("L&inks of the tenant"), {}, Qt::ALT | Qt::Key_5))
    , placeFindings(
          make(u"placeFindings"_s, tr("Fin&dings of the tenant"), {}, Qt::ALT | Qt::Key_6))
    , placeChanges(make(u"placeChanges"_s, tr("C&hanges of the tenant"), {}, Qt::ALT | Qt::Key_7))
    , firstPage(make(u"firstPage"_s, tr("&First page"), u"first"_s, Qt::ALT | Qt::Key_Home))
    , previousPage(
          make(u"previousPage"_s, tr("P&revious page"), u"previous"_s, Qt::ALT | Qt::Key_Left))
    , nextPage(make(u"nextPage"_s, tr("Ne&xt page"), u"next"_s, Qt::ALT | Qt::Key_Right))
    , lastPage(make(u"lastPage"_s, tr("&Last page"), u"last"_s, Qt::ALT | Qt::Key_End))
    , goToPage(make(u"goToPage"_s, tr("&Go to page…"), u"go-to-page"_s, Qt::CTRL | Qt::Key_G))
    , organizationConsole(make(u"organizationConsole"_s, tr("Open organization in &web console"),
                               {}, Qt::CTRL | Qt::ALT | Qt::Key_O))
    , connectionConsole(make(u"connectionConsole"_s, tr("Open connection in web con&sole"), {},
                             Qt::CTRL | Qt::ALT | Qt::Key_C))
    , sweep(make(u"sweep"_s, tr("S&weep tenant"), u"sweep"_s, Qt::Key_F6))
    , pauseSweep(make(u"pauseSweep"_s, tr("&Pause sweep"), u"pause"_s, Qt::SHIFT | Qt::Key_F6))
    , stopSweep(make(u"stopSweep"_s, tr("&Stop sweep"), u"stop"_s, Qt::CTRL | Qt::Key_F6))
    , retryFailed(make(u"retryFailed"_s, tr("&Retry failed organizations"), u"refresh"_s,
                       Qt::CTRL | Qt::SHIFT | Qt::Key_F6))
    , compare(
          make(u"compare"_s, tr("Co&mpare with…"), u"compare"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_D))
    , saveInventory(make(u"saveInventory"_s, tr("Save &inventory as…"), u"save"_s,
                         Qt::CTRL | Qt::SHIFT | Qt::Key_S))
    , report(make(u"report"_s, tr("Re&port…"), u"export"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_E))
    , ownInventory(make(u"ownInventory"_s, tr("&Inventory of this tenant"), {},
                        Qt::CTRL | Qt::ALT | Qt::Key_B))
    , keptInventories(
          make(u"keptInventories"_s, tr("&Kept inventories…"), {}, Qt::CTRL | Qt::ALT | Qt::Key_I))
    , inventoryBefore(make(u"inventoryBefore"_s, tr("Inventory &before the last sweep"), {},
                           Qt::CTRL | Qt::SHIFT | Qt::Key_B))
    , keys(make(u"keys"_s, tr("&Keyboard shortcuts"), u"keyboard"_s, Qt::Key_F1))
    , accessGuide(make(u"accessGuide"_s, tr("How to &get access"), {}, Qt::CTRL | Qt::Key_F1))
    , about(make(u"about"_s, tr("&About Vestibule"), u"about"_s, Qt::SHIFT | Qt::Key_F1))
    , m_history(history)
    , m_filters(this)
{
    ownInventory->setEnabled(false);
    inventoryBefore->setEnabled(false);
    keptInventories->setEnabled(false);
    compare->setIconText(tr("Compare with…"));
    saveInventory->setIconText(tr("Save as…"));
    open->setIconText(tr("Open…"));
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
    organizationConsole->setEnabled(false);
    connectionConsole->setEnabled(false);
    for (QAction *filter : {showAll, showEnabled, showDisabled}) {
        filter->setCheckable(true);
        m_filters.addAction(filter);
    }
    showAll->setChecked(true);
    detailPane->setCheckable(true);
    detailPane->setChecked(true);
    columnFilters->setCheckable(true);
    sideList->setCheckable(true);
    sideList->setChecked(true);
    privacy->setCheckable(true);
    connectActions(browser, history);
}

QAction *WindowActions::make(const QString &name, const QString &text, const QString &iconName,
                             const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name + "Action"_L1);
    // Buttons have the icons. In a menu, where half of the entries have none, they would only
    // disturb.
    action->setIconVisibleInMenu(false);
    if (!iconName.isEmpty())
        action->setIcon(symbolIcon(iconName));
    // Qt itself takes only three dots off the text of a button.
    if (text.endsWith(u'…'))
        action->setIconText(plainText(*action));
    action->setShortcut(key);
    return action;
}

//! In the order of the platform. What works on the whole tenant has a menu of its own, because it
//! is neither a file nor a place: it reads the tenant for hours, or replaces what all places show.
void WindowActions::addMenus(QMenuBar &menuBar, const Menus &menus) const
{
    QMenu *file = menuBar.addMenu(tr("&File"));
    file->addAction(newWindow);
    file->addSeparator();
    file->addActions({connectTenant, tenant, token, demo});
    file->addSeparator();
    file->addAction(open);
    file->addMenu(&menus.recentFiles);
    file->addActions({closeFile, compareView});
    file->addSeparator();
    file->addActions({saveInventory, exportRows, report});
    file->addSeparator();
    file->addAction(settings);
    file->addSeparator();
    file->addActions({closeWindow, quit});

    QMenu *edit = menuBar.addMenu(tr("&Edit"));
    edit->addActions(menus.copy);
    edit->addMenu(tr("Copy &as"))->addActions(menus.copyAs);
    edit->addAction(copyId);
    edit->addSeparator();
    edit->addAction(selectAll);
    edit->addSeparator();
    edit->addAction(find);

    QMenu *view = menuBar.addMenu(tr("&View"));
    view->addAction(refresh);
    view->addMenu(&menus.refreshing);
    view->addAction(cancel);
    view->addSeparator();
    view->addActions({showAll, showEnabled, showDisabled});
    view->addSeparator();
    view->addMenu(&menus.sorting);
    view->addMenu(&menus.columns);
    view->addMenu(&menus.listColumns);
    view->addAction(columnFilters);
    view->addActions({sideList, detailPane, pageOverview});
    view->addSeparator();
    view->addAction(privacy);

    QMenu *go = menuBar.addMenu(tr("&Go"));
    go->addActions({palette, organization, back, forward});
    go->addMenu(&menus.recentOrganizations);
    go->addSeparator();
    go->addActions({placeOrganization, placeOverview, placeConnections, placeOrganizations,
                    placeLinks, placeFindings, placeChanges});
    go->addSeparator();
    go->addActions({firstPage, previousPage, nextPage, lastPage, goToPage});
    go->addSeparator();
    go->addActions({organizationConsole, connectionConsole});

    QMenu *whole = menuBar.addMenu(tr("Te&nant"));
    whole->addActions({sweep, pauseSweep, stopSweep, retryFailed});
    whole->addSeparator();
    whole->addActions({compare, ownInventory, inventoryBefore, keptInventories});

    QMenu *help = menuBar.addMenu(tr("&Help"));
    help->addActions({keys, accessGuide, about});
}

void WindowActions::connectActions(ConnectionBrowser &browser, OrganizationHistory &history)
{
    connect(forward, &QAction::triggered, &history, &OrganizationHistory::forward);
    connect(&history, &OrganizationHistory::changed, this, &WindowActions::enableHistory);
    enableHistory();

    connect(refresh, &QAction::triggered, &browser, &ConnectionBrowser::reload);
    connect(cancel, &QAction::triggered, &browser, &ConnectionBrowser::cancel);
    connect(firstPage, &QAction::triggered, &browser, &ConnectionBrowser::firstPage);
    connect(previousPage, &QAction::triggered, &browser, &ConnectionBrowser::previousPage);
    connect(nextPage, &QAction::triggered, &browser, &ConnectionBrowser::nextPage);
    connect(lastPage, &QAction::triggered, &browser, &ConnectionBrowser::lastPage);
    const auto filter = [&browser](QAction *action, std::optional<bool> isEnabled) {
        connect(action, &QAction::triggered, &browser,
                [&browser, isEnabled] { browser.setEnabledFilter(isEnabled); });
    };
    filter(showAll, {});
    filter(showEnabled, true);
    filter(showDisabled, false);
}

//! Going to another organization only makes sense while one is shown.
void WindowActions::enableHistory()
{
    back->setEnabled(m_canReturn || (m_isOrganizationShown && m_history.canGoBack()));
    forward->setEnabled(m_isOrganizationShown && m_history.canGoForward());
}

void WindowActions::update(const State &state)
{
    const ConnectionBrowser &browser = state.browser;
    const bool isBrowsing =
        state.isOrganizationShown && browser.state() != ConnectionBrowser::State::NotConfigured;
    const bool areRowsShown =
        !state.isOrganizationShown && state.areRowsShown && state.inventory.isOpen();
    for (QAction *action : {find, detailPane})
        action->setEnabled(isBrowsing || areRowsShown);
    columnFilters->setEnabled(isBrowsing);
    goToPage->setEnabled(isBrowsing && browser.page() && !browser.page()->isWholeListing());
    selectAll->setEnabled(areRowsShown
                          || (isBrowsing && browser.page() && !browser.page()->items.isEmpty()));
    pageOverview->setEnabled(isBrowsing && browser.page() && !browser.page()->items.isEmpty());
    closeFile->setEnabled(savedViewOf(state.subject)
                          || (!state.isOrganizationShown && state.isInventoryOfFile));
    saveInventory->setEnabled(state.inventory.isOpen());
    compare->setEnabled(state.inventory.isOpen());
    report->setEnabled(state.isOrganizationShown ? isBrowsing && browser.page().has_value()
                                                 : state.inventory.isOpen());
    const bool hasPlaces =
        !std::holds_alternative<NoSubject>(state.subject) || !state.isOrganizationShown;
    for (QAction *action : {sideList, placeOrganization, placeOverview, placeConnections,
                            placeOrganizations, placeLinks, placeFindings, placeChanges})
        action->setEnabled(hasPlaces);
    sweep->setEnabled(state.hasToken && !state.sweep);
    pauseSweep->setEnabled(state.sweep);
    stopSweep->setEnabled(state.sweep);
    retryFailed->setEnabled(state.hasToken && !state.sweep && state.inventory.isOpen()
                            && !state.isInventoryOfFile
                            && state.inventory.summary().counts.failed > 0);
    if (!isBrowsing) {
        for (QAction *action : {firstPage, previousPage, nextPage, lastPage, copyId})
            action->setEnabled(false);
    }
    m_canReturn = state.canReturn;
    m_isOrganizationShown = state.isOrganizationShown;
    enableHistory();
    back->setText(!m_canReturn                ? tr("&Previous organization")
                      : m_isOrganizationShown ? tr("&Back to the whole tenant")
                                              : tr("&Back"));
    refresh->setEnabled(isBrowsing && canRefresh(state.subject));
    cancel->setEnabled(browser.state() == ConnectionBrowser::State::Loading);
    compareView->setEnabled(isBrowsing && browser.page().has_value());
    exportRows->setEnabled((isBrowsing && browser.page().has_value()) || areRowsShown);
    tenant->setEnabled(!std::holds_alternative<NoSubject>(state.subject));
    token->setEnabled(canEnterToken(state.subject));
    token->setText(state.isReadByApplication ? tr("Enter client se&cret…") : tr("Enter to&ken…"));
    organization->setEnabled(state.hasToken);

    // The filter of the page on screen, which stays after a failure.
    const std::optional<bool> isEnabled = browser.request().isEnabled;
    QAction *current = !isEnabled ? showAll : *isEnabled ? showEnabled : showDisabled;
    current->setChecked(true);
    for (QAction *filter : {showAll, showEnabled, showDisabled})
        filter->setEnabled(isBrowsing && (state.canFilter || filter == current));
}

namespace {

//! A doubled ampersand is one that is shown.
QString withoutMnemonics(QString text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1))
        text.remove(at, 1);
    return text;
}

void collect(const QList<QAction *> &actions, const QStringList &path, QList<MenuAction> &found)
{
    for (QAction *action : actions) {
        if (!action->isVisible())
            continue;
        if (QMenu *menu = action->menu()) {
            Q_EMIT menu->aboutToShow();
            collect(menu->actions(), path + QStringList(plainText(*action)), found);
        } else if (!action->isSeparator()) {
            found.append({.action = action, .path = path});
        }
    }
}

} // namespace

QList<MenuAction> menuActions(const QMenuBar &menuBar)
{
    QList<MenuAction> found;
    collect(menuBar.actions(), {}, found);
    return found;
}

QString plainText(const QAction &action)
{
    QString text = withoutMnemonics(action.text());
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace Vestibule
