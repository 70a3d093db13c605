// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/subject.h"

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

class QMenu;
class QMenuBar;

namespace Vestibule {

class ConnectionBrowser;
class InventoryBrowser;
class OrganizationHistory;
class Sweep;

//! All actions of the window with text, icon and shortcut. Menus, buttons and the list of shortcuts
//! share them.
class WindowActions final : public QObject {
    Q_OBJECT

public:
    //! Page and filter actions go to the browser, and forward to the history; both outlive this
    //! object.
    WindowActions(ConnectionBrowser &browser, OrganizationHistory &history, QObject *parent);

    struct Menus {
        QMenu &recentFiles; //!< goes into the file menu
        QMenu &refreshing; //!< goes into the view menu
        QMenu &sorting; //!< goes into the view menu
        QMenu &columns; //!< goes into the view menu
        QMenu &listColumns; //!< takes its place for the lists of the whole tenant
        QMenu &recentOrganizations; //!< goes into the go menu
        QList<QAction *> copy; //!< go into the edit menu
        QList<QAction *> copyAs; //!< into a menu in it
    };
    void addMenus(QMenuBar &menuBar, const Menus &menus) const;
    struct State {
        const Subject &subject;
        const ConnectionBrowser &browser;
        const InventoryBrowser &inventory;
        const Sweep *sweep = nullptr; //!< of the inventory's tenant; null: none is running
        bool isInventoryOfFile = false; //!< the inventory is not the one that sweeps fill
        bool hasToken = false;
        bool isReadByApplication = false; //!< which signs in with a secret
        bool canReturn = false; //!< back leads to a list of the inventory
        bool isOrganizationShown = true; //!< otherwise a place of the whole tenant
        bool areRowsShown = false; //!< of that place; the overview has none
        bool canFilter = true; //!< the server's filter can be changed
    };
    //! Enables the actions that can do something now, and checks the current filter. While a
    //! page is on screen, PagerBar enables the actions that go to other pages.
    void update(const State &state);

    QAction *settings;
    QAction *connectTenant;
    QAction *tenant;
    QAction *token;
    QAction *demo;
    QAction *open; //!< a saved view or an inventory
    QAction *closeFile; //!< what was opened so, or an inventory that is kept
    QAction *compareView; //!< the organization on screen with a saved view of it
    QAction *exportRows;
    QAction *newWindow;
    QAction *closeWindow; //!< this one alone
    QAction *quit; //!< all windows

    QAction *copyId;
    QAction *selectAll;
    QAction *find;

    QAction *refresh;
    QAction *cancel;
    QAction *showAll;
    QAction *showEnabled;
    QAction *showDisabled;
    QAction *detailPane;
    QAction *pageOverview; //!< of the rows on screen, in the detail pane
    QAction *columnFilters; //!< checkable
    QAction *sideList; //!< checkable
    QAction *privacy; //!< checkable

    QAction *palette;
    QAction *organization;
    QAction *back;
    QAction *forward;
    QAction *placeOrganization;
    QAction *placeOverview;
    QAction *placeConnections;
    QAction *placeOrganizations;
    QAction *placeLinks;
    QAction *placeFindings;
    QAction *placeChanges;
    QAction *firstPage;
    QAction *previousPage;
    QAction *nextPage;
    QAction *lastPage;
    QAction *goToPage;
    QAction *organizationConsole; //!< WebConsole enables it, and the next one
    QAction *connectionConsole;

    QAction *sweep;
    QAction *pauseSweep;
    QAction *stopSweep;
    QAction *retryFailed;
    QAction *compare; //!< with another inventory
    QAction *saveInventory;
    QAction *report;
    QAction *ownInventory; //!< in place of a file; WholeTenant enables it
    QAction *keptInventories; //!< WholeTenant enables it
    QAction *inventoryBefore; //!< kept by the last sweep; WholeTenant enables it

    QAction *keys;
    QAction *accessGuide;
    QAction *about;

private:
    void enableHistory();
    void connectActions(ConnectionBrowser &browser, OrganizationHistory &history);
    QAction *make(const QString &name, const QString &text, const QString &iconName,
                  const QKeySequence &key);

    const OrganizationHistory &m_history;
    bool m_canReturn = false;
    bool m_isOrganizationShown = true;
    QActionGroup m_filters; //!< exactly one is checked
};

//! An action of a menu bar, and the titles of the menus that lead to it, as people read them.
struct MenuAction {
    QAction *action = nullptr;
    QStringList path;
};
//! In the order of the menus, without those that only open another menu. Menus that are made when
//! they open are made first.
[[nodiscard]] QList<MenuAction> menuActions(const QMenuBar &menuBar);

//! A text without its mnemonic and without the ellipsis that announces a dialog.
[[nodiscard]] QString plainText(const QAction &action);

} // namespace Vestibule
