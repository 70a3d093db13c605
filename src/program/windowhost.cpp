// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/windowhost.h"

#include "program/translations.h"

#include <QApplication>

namespace Vestibule {

WindowHost::WindowHost(TenantSession &session, NetworkKeeper &network, Translations &translations)
    : m_session(session)
    , m_network(network)
    , m_translations(translations)
{
    makeWindow();
}

WindowHost::~WindowHost() = default;

void WindowHost::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_session, m_network);
    // Queued: the dialog that tells of it belongs to the window that goes.
    connect(m_window.get(), &MainWindow::languageChanged, this, &WindowHost::replaceWindow,
            Qt::QueuedConnection);
}

void WindowHost::replaceWindow()
{
    const bool quitsOnClose = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_window->close(); // keeps its layout
    QGuiApplication::setQuitOnLastWindowClosed(quitsOnClose);
    m_translations.setLanguage(m_session.settings().appearance().language);
    makeWindow();
    m_window->show();
}

} // namespace Vestibule
