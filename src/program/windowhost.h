// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/export/exportwindows.h"
#include "widgets/window/mainwindow.h"

#include <QObject>

#include <memory>

class QSessionManager;

namespace Vestibule {

class Translations;

//! The window; and, when the person chooses another language, a new one in its place: so every text
//! in it is of one language. What is on screen belongs to the session, and stays; so does the
//! layout; exports go on in their own windows. What was typed into Find, the selection, and the way
//! back are the old window's.
class WindowHost final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object. The window is not shown yet.
    WindowHost(TenantSession &session, NetworkKeeper &network, Translations &translations);
    ~WindowHost() override;

    //! Until the next change of language.
    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    void makeWindow();
    void replaceWindow();
    void delayEndOfSession(QSessionManager &manager);

    TenantSession &m_session;
    NetworkKeeper &m_network;
    Translations &m_translations;
    ExportWindows m_exports;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Vestibule
