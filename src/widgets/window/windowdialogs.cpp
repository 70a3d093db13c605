// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowdialogs.h"

#include "widgets/export/exportdialog.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/tokendialog.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/window/aboutbox.h"
#include "widgets/window/browsermessages.h"
#include "widgets/window/keysdialog.h"
#include "widgets/window/welcomepage.h"
#include "widgets/window/windowactions.h"

namespace Vestibule {

namespace {

void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

WindowDialogs::WindowDialogs(TenantSession &session, NetworkKeeper &network, ExportWindows &exports,
                             QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_network(network)
    , m_exports(exports)
    , m_window(window)
{
}

void WindowDialogs::openFor(const Doors &doors)
{
    const WindowActions &actions = doors.actions;
    m_table = &doors.table;
    connect(actions.settings, &QAction::triggered, this, &WindowDialogs::openSettings);
    connect(actions.token, &QAction::triggered, this, &WindowDialogs::openToken);
    connect(actions.exportRows, &QAction::triggered, this, &WindowDialogs::openExport);
    connect(actions.about, &QAction::triggered, this, &WindowDialogs::openAbout);
    connect(&doors.welcome, &WelcomePage::connectRequested, this, &WindowDialogs::openSettings);
    connect(&doors.messages, &BrowserMessages::tenantSettingsRequested, this,
            &WindowDialogs::openSettings);
    connect(&doors.messages, &BrowserMessages::networkSettingsRequested, this,
            &WindowDialogs::openNetworkSettings);
    connect(&doors.messages, &BrowserMessages::tokenRequested, this, &WindowDialogs::openToken);
}

SettingsDialog *WindowDialogs::makeSettings()
{
    auto *dialog = new SettingsDialog(m_session, m_network, m_window);
    connect(dialog, &SettingsDialog::languageChanged, this, &WindowDialogs::languageChanged);
    connect(dialog, &SettingsDialog::layoutResetRequested, this,
            &WindowDialogs::layoutResetRequested);
    return dialog;
}

void WindowDialogs::openSettings()
{
    open(makeSettings());
}

void WindowDialogs::openNetworkSettings()
{
    SettingsDialog *dialog = makeSettings();
    dialog->showPage(SettingsDialog::Page::Network);
    open(dialog);
}

void WindowDialogs::openToken()
{
    open(new TokenDialog(m_session, m_window));
}

void WindowDialogs::openExport()
{
    if (m_session.browser().page())
        open(new ExportDialog(m_session, m_exports, exportView(*m_table), m_window));
}

void WindowDialogs::openKeys(const QList<QAction *> &actions)
{
    open(new KeysDialog(actions, m_window));
}

void WindowDialogs::openAbout()
{
    openAboutBox(m_window);
}

} // namespace Vestibule
