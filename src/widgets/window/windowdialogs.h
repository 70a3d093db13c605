// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/window/windowactions.h"

#include <QList>
#include <QObject>

class QWidget;

namespace Vestibule {

class ConnectWindow;
class ConnectionTableView;
enum class InventoryList;
class NetworkController;
class ExportManager;
class SettingsDialog;
class TenantSession;

//! Opens the window's dialogs; each deletes itself when it is closed.
class WindowDialogs final : public QObject {
    Q_OBJECT

public:
    //! All of it outlives this object.
    struct Sources {
        TenantSession &session;
        NetworkController &network;
        ExportManager &exports;
        ConnectionTableView &table; //!< the rows to export
    };

    //! The window is the parent of all dialogs.
    WindowDialogs(const Sources &sources, QWidget *window);

    //! Lists the shortcuts of the actions that have one.
    void openKeys(const QList<MenuAction> &actions);

public Q_SLOTS:
    //! Opens the window *Connect a tenant*.
    void openConnect();
    //! The same, with what says how to get access.
    void openAccessGuide();
    void openSettings();
    void openNetworkSettings();
    void openToken();
    //! Does nothing while no page is on screen.
    void openExport();
    //! Does nothing while no inventory is open.
    void openInventoryExport(InventoryList list);
    void openAbout();

Q_SIGNALS:
    //! Ctrl+Q in a window that leaves this one usable.
    void quitRequested();
    //! See SettingsDialog.
    void languageChanged();
    void layoutResetRequested();
    //! A tenant was connected: what comes next is a sweep of it, or one of its organizations.
    void sweepRequested();
    void organizationsRequested();

private:
    ConnectWindow *makeConnect();
    SettingsDialog *makeSettings();

    Sources m_sources;
    QWidget *m_window;
};

} // namespace Vestibule
