// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/windowhost.h"

#include "formats/exporttarget.h"
#include "program/translations.h"

#include <QApplication>
#include <QSessionManager>

namespace Vestibule {

WindowHost::WindowHost(TenantSession &session, NetworkController &network,
                       Translations &translations)
    : m_session(session)
    , m_network(network)
    , m_translations(translations)
    , m_exports(session)
    , m_sweeps(session)
{
#if QT_CONFIG(sessionmanager)
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &WindowHost::delayEndOfSession);
#endif
    makeWindow();
}

WindowHost::~WindowHost() = default;

void WindowHost::makeWindow()
{
    m_window = std::make_unique<MainWindow>(MainWindow::Sources{
        .session = m_session, .network = m_network, .exports = m_exports, .sweeps = m_sweeps});
    // Queued, because the dialog that emits it belongs to the window that is deleted.
    connect(m_window.get(), &MainWindow::languageChanged, this, &WindowHost::replaceWindow,
            Qt::QueuedConnection);
}

void WindowHost::replaceWindow()
{
    const bool quitsOnClose = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_window->hideForReplacement();
    QGuiApplication::setQuitOnLastWindowClosed(quitsOnClose);
    m_translations.setLanguage(m_session.settings().appearance().language);
    makeWindow();
    m_window->show();
}

void WindowHost::end()
{
    for (ExportJob *job : m_exports.unfinished())
        job->cancel();
    connect(&m_exports, &ExportManager::changed, this, &WindowHost::finishEnd);
    connect(&m_sweeps, &SweepManager::stopped, this, &WindowHost::finishEnd);
    if (!m_sweeps.running().isEmpty())
        m_sweeps.stopAll();
    finishEnd();
}

void WindowHost::finishEnd()
{
    // A pipe may have a reader that never reads.
    for (const ExportJob *job : m_exports.saving()) {
        if (!isStream(job->request().path))
            return;
    }
    if (!m_sweeps.running().isEmpty())
        return;
    m_exports.disconnect(this);
    m_sweeps.disconnect(this);
    QGuiApplication::setQuitOnLastWindowClosed(false); // that would be another exit status
    m_window->hideForReplacement();
    Q_EMIT ended();
}

//! Logging out would stop an export or a sweep without notice. Cancels the log-out while an export
//! or a sweep runs, and asks the user what to do; then they can log out again.
void WindowHost::delayEndOfSession([[maybe_unused]] QSessionManager &manager)
{
#if QT_CONFIG(sessionmanager)
    const bool isBusy = !m_exports.unfinished().isEmpty() || !m_exports.saving().isEmpty()
        || !m_sweeps.running().isEmpty();
    if (!isBusy || !manager.allowsInteraction())
        return;
    manager.release();
    manager.cancel();
    m_window->close();
#endif
}

} // namespace Vestibule
