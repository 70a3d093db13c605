// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QAction;
class QDialog;
class QWidget;

namespace Vestibule {

class BrowserMessages;
class ConnectionTableView;
class ExportWindows;
class NetworkKeeper;
class SettingsDialog;
class TenantSession;
class WelcomePage;
class WindowActions;

//! Opens the window's dialogs; each deletes itself when it is closed.
class WindowDialogs final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object, which belongs to \a window.
    WindowDialogs(TenantSession &session, NetworkKeeper &network, ExportWindows &exports,
                  QWidget *window);

    //! What a person opens them by.
    struct Doors {
        const WindowActions &actions;
        const WelcomePage &welcome;
        const BrowserMessages &messages;
        ConnectionTableView &table; //!< whose rows are exported; outlives this object
    };
    void openFor(const Doors &doors);

public Q_SLOTS:
    void openSettings();
    void openNetworkSettings();
    void openToken();
    void openExport();
    void openAbout();

public:
    void openKeys(const QList<QAction *> &actions);

Q_SIGNALS:
    //! See SettingsDialog.
    void languageChanged();
    void layoutResetRequested();

private:
    SettingsDialog *makeSettings();

    TenantSession &m_session;
    NetworkKeeper &m_network;
    ExportWindows &m_exports;
    QWidget *m_window;
    ConnectionTableView *m_table = nullptr; //!< after openFor()
};

} // namespace Vestibule
