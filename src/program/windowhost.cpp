// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/windowhost.h"

#include "formats/exporttarget.h"
#include "program/translations.h"
#include "widgets/controls/fontscale.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QSessionManager>

#include <algorithm>
#include <utility>

namespace Vestibule {

WindowHost::WindowHost(TenantSession &session, NetworkController &network,
                       Translations &translations)
    : m_network(network)
    , m_translations(translations)
{
#if QT_CONFIG(sessionmanager)
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &WindowHost::delayEndOfSession);
#endif
    add(nullptr, session);
}

WindowHost::~WindowHost()
{
    m_windows.clear(); // before the sweeps, which they show
}

WindowHost::Window &WindowHost::add(std::unique_ptr<TenantSession> ownSession,
                                    TenantSession &session)
{
    auto added = std::make_unique<Window>();
    added->ownSession = std::move(ownSession);
    added->session = &session;
    added->exports = std::make_unique<ExportManager>(session);
    m_sweeps.addSession(session);
    connect(&session.privacy(), &PrivacyMode::changed, this,
            [this, &session] { showPrivacyInOthers(session); });
    m_windows.push_back(std::move(added));
    makeWindow(*m_windows.back());
    return *m_windows.back();
}

void WindowHost::makeWindow(Window &window)
{
    window.window = std::make_unique<MainWindow>(MainWindow::Sources{.session = *window.session,
                                                                     .network = m_network,
                                                                     .exports = *window.exports,
                                                                     .sweeps = m_sweeps});
    MainWindow *const made = window.window.get();
    // Queued, because the dialog that emits it belongs to the window that is deleted.
    connect(made, &MainWindow::languageChanged, this, &WindowHost::replaceWindows,
            Qt::QueuedConnection);
    connect(made, &MainWindow::newWindowRequested, this,
            [this, session = window.session] { openWindow(*session); });
    connect(made, &MainWindow::quitRequested, this, &WindowHost::quit);
    connect(made, &MainWindow::closed, this, [this, &window] { close(window); });
    updateLast();
}

void WindowHost::openWindow(TenantSession &like)
{
    auto session = std::make_unique<TenantSession>(
        TenantSession::Environment{like.settings(), like.secrets(), like.sourceFactory()});
    TenantSession &opened = *session;
    MainWindow &window = *add(std::move(session), opened).window;
    constexpr QPoint Step(28, 28); // so that both titles are visible
    if (const QWidget *other = QApplication::activeWindow()) {
        window.resize(other->window()->size());
        window.move(other->window()->pos() + Step);
    }
    keepOnScreen(window);
    window.show();
    opened.openLike(like);
}

void WindowHost::close(Window &window)
{
    window.isClosed = true;
    updateLast();
    // Later, because the window that emitted the signal is about to be deleted.
    QMetaObject::invokeMethod(
        this,
        [this, closed = &window] {
            if (windows().isEmpty())
                return; // the program ends, and the destructor deletes the last one
            TenantSession *const outliving = closed->ownSession ? nullptr : closed->session;
            std::erase_if(m_windows, [closed](const auto &each) { return each.get() == closed; });
            if (outliving)
                outliving->close();
        },
        Qt::QueuedConnection);
}

QList<MainWindow *> WindowHost::windows() const
{
    QList<MainWindow *> open;
    for (const auto &each : m_windows) {
        if (!each->isClosed)
            open.append(each->window.get());
    }
    return open;
}

//! Closing the last window ends the program, and so asks about the sweeps, too.
void WindowHost::updateLast()
{
    const QList<MainWindow *> open = windows();
    for (MainWindow *window : open)
        window->setLast(open.size() == 1);
}

void WindowHost::quit()
{
    const QList<MainWindow *> open = windows();
    for (MainWindow *window : open)
        window->close();
}

//! The settings remember the privacy mode for all windows.
void WindowHost::showPrivacyInOthers(const TenantSession &changed)
{
    if (m_isSpreadingPrivacy)
        return;
    const QScopedValueRollback spreading(m_isSpreadingPrivacy, true);
    for (const auto &each : m_windows) {
        if (each->session != &changed)
            Q_EMIT each->session->privacy().changed();
    }
}

void WindowHost::replaceWindows()
{
    const bool quitsOnClose = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    for (MainWindow *window : windows())
        window->hideForReplacement();
    QGuiApplication::setQuitOnLastWindowClosed(quitsOnClose);
    m_translations.setLanguage(m_windows.front()->session->settings().appearance().language);
    for (const auto &each : m_windows) {
        if (each->isClosed)
            continue;
        const QRect geometry = each->window->geometry();
        makeWindow(*each);
        each->window->setGeometry(geometry); // the settings know that of one window alone
        each->window->show();
    }
}

void WindowHost::end()
{
    for (const auto &each : m_windows) {
        for (ExportJob *job : each->exports->unfinished())
            job->cancel();
        connect(each->exports.get(), &ExportManager::changed, this, &WindowHost::finishEnd);
    }
    connect(&m_sweeps, &SweepManager::stopped, this, &WindowHost::finishEnd);
    if (!m_sweeps.running().isEmpty())
        m_sweeps.stopAll();
    finishEnd();
}

bool WindowHost::isSaving() const
{
    return std::ranges::any_of(m_windows, [](const auto &each) {
        // A pipe may have a reader that never reads.
        return std::ranges::any_of(each->exports->saving(), [](const ExportJob *job) {
            return !isStream(job->request().path);
        });
    });
}

void WindowHost::finishEnd()
{
    if (isSaving() || !m_sweeps.running().isEmpty())
        return;
    for (const auto &each : m_windows)
        each->exports->disconnect(this);
    m_sweeps.disconnect(this);
    QGuiApplication::setQuitOnLastWindowClosed(false); // that would be another exit status
    for (MainWindow *window : windows())
        window->hideForReplacement();
    Q_EMIT ended();
}

//! Logging out would stop an export or a sweep without notice. Cancels the log-out while an export
//! or a sweep runs, and asks the user what to do; then they can log out again.
void WindowHost::delayEndOfSession([[maybe_unused]] QSessionManager &manager)
{
#if QT_CONFIG(sessionmanager)
    const bool isBusy = std::ranges::any_of(m_windows,
                                            [](const auto &each) {
                                                return !each->exports->unfinished().isEmpty()
                                                    || !each->exports->saving().isEmpty();
                                            })
        || !m_sweeps.running().isEmpty();
    if (!isBusy || !manager.allowsInteraction())
        return;
    manager.release();
    manager.cancel();
    quit();
#endif
}

} // namespace Vestibule
