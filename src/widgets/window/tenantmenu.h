// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"

#include <QMenu>

namespace Vestibule {

class TenantSession;

//! Every profile with its kind, to open it; the demo tenant, and the way to the settings.
class TenantMenu final : public QMenu {
    Q_OBJECT

public:
    //! \a session outlives the menu; the two actions belong to the window.
    TenantMenu(TenantSession &session, QAction *demo, QAction *settings, QWidget *parent = nullptr);

private:
    void build();

    TenantSession &m_session;
    QAction *m_demo;
    QAction *m_settings;
};

} // namespace Vestibule
