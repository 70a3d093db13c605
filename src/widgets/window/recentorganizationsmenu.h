// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMenu>

namespace Vestibule {

class OrganizationHistory;
class TenantSession;

//! The organizations of the tenant on screen that were opened last, to open them again. Only they
//! are checkable.
class RecentOrganizationsMenu final : public QMenu {
    Q_OBJECT

public:
    //! Both outlive the menu.
    RecentOrganizationsMenu(TenantSession &session, OrganizationHistory &history, QWidget *parent);

Q_SIGNALS:
    void organizationChosen(const QString &id);

private:
    void build();

    TenantSession &m_session;
    OrganizationHistory &m_history;
};

} // namespace Vestibule
