// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QAction;
class QDialog;
class QWidget;

namespace Vestibule {

class NetworkKeeper;
class SettingsDialog;
class TenantSession;

//! Opens the window's dialogs; each deletes itself when it is closed.
class WindowDialogs final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object, which belongs to \a window.
    WindowDialogs(TenantSession &session, NetworkKeeper &network, QWidget *window);

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
    QWidget *m_window;
};

} // namespace Vestibule
