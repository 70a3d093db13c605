// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/sweepmanager.h"
#include "widgets/export/exportwindow.h"
#include "widgets/window/mainwindow.h"

#include <QObject>

#include <memory>

class QSessionManager;

namespace Vestibule {

class Translations;

//! Owns the main window, and replaces it when the user chooses another language, so that all texts
//! in it are of one language. The session with its page, the layout, the exports and the sweeps
//! stay. The text in Find, the selection and the history of the old window are lost.
class WindowHost final : public QObject {
    Q_OBJECT

public:
    //! All arguments outlive this object. The window is not shown yet.
    WindowHost(TenantSession &session, NetworkController &network, Translations &translations);
    ~WindowHost() override;

    //! Valid until the next change of language.
    [[nodiscard]] MainWindow &window() { return *m_window; }
    //! A signal ends the program: cancels the exports and ends the sweeps without a question. What
    //! is being saved is saved to the end.
    void end();

Q_SIGNALS:
    //! After end(): nothing is unfinished.
    void ended();

private:
    void makeWindow();
    void replaceWindow();
    void delayEndOfSession(QSessionManager &manager);
    void finishEnd();

    TenantSession &m_session;
    NetworkController &m_network;
    Translations &m_translations;
    ExportManager m_exports;
    SweepManager m_sweeps;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Vestibule
