// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/sweepmanager.h"
#include "widgets/export/exportwindow.h"
#include "widgets/window/mainwindow.h"

#include <QObject>

#include <memory>
#include <vector>

class QSessionManager;

namespace Vestibule {

class Translations;

//! Owns the main windows. Each has its own session and its own exports, and all share the settings,
//! the network and the sweeps. The program ends with the last window.
//!
//! Replaces all windows when the user chooses another language, so that all texts are of one
//! language. The sessions with their pages, the layout, the exports and the sweeps stay. The text
//! in Find, the selection and the history of the old windows are lost.
class WindowHost final : public QObject {
    Q_OBJECT

public:
    //! All arguments outlive this object. The session is that of the first window, which is not
    //! shown yet.
    WindowHost(TenantSession &session, NetworkController &network, Translations &translations);
    ~WindowHost() override;

    //! The oldest one. Valid until the next change of language, or until it is closed.
    [[nodiscard]] MainWindow &window() { return *m_windows.front()->window; }
    //! All that are not closed, the oldest first.
    [[nodiscard]] QList<MainWindow *> windows() const;
    //! Shows another window with what this session shows.
    void openWindow(TenantSession &like);
    //! Closes all windows. One that has something unfinished asks first, and stays meanwhile.
    void quit();
    //! A signal ends the program: cancels the exports and ends the sweeps without a question. What
    //! is being saved is saved to the end.
    void end();

Q_SIGNALS:
    //! After end(): nothing is unfinished.
    void ended();

private:
    struct Window {
        std::unique_ptr<TenantSession> ownSession{}; //!< null for the first window
        TenantSession *session = nullptr;
        std::unique_ptr<ExportManager> exports{};
        std::unique_ptr<MainWindow> window{};
        bool isClosed = false; //!< and deleted soon, unless it was the last one
    };

    Window &add(std::unique_ptr<TenantSession> ownSession, TenantSession &session);
    void makeWindow(Window &window);
    void close(Window &window);
    void updateLast();
    void replaceWindows();
    void showPrivacyInOthers(const TenantSession &changed);
    [[nodiscard]] bool isSaving() const;
    void delayEndOfSession(QSessionManager &manager);
    void finishEnd();

    NetworkController &m_network;
    Translations &m_translations;
    SweepManager m_sweeps;
    std::vector<std::unique_ptr<Window>> m_windows; //!< never empty
    bool m_isSpreadingPrivacy = false;
};

} // namespace Vestibule
