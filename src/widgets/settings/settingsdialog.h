// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tenantsession.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SettingsDialog;
}

namespace Vestibule {

class NetworkKeeper;

//! Tenants, network, appearance. Nothing is taken over before OK; then it is kept, put to use, and
//! the chosen tenant is opened, unless it is on screen already as it was chosen. A theme is to be
//! seen while it is chosen; Cancel takes it back.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Page { Tenants, Network, Appearance };

    //! Both outlive the dialog.
    SettingsDialog(TenantSession &session, NetworkKeeper &network, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void showPage(Page page);

Q_SIGNALS:
    //! After everything else has been taken over.
    void languageChanged();
    void layoutResetRequested();

private:
    [[nodiscard]] bool hasNoTenant() const;
    void validate();
    void apply();
    void applyAppearance();
    void applyNetwork();
    void applyTenants();

    TenantSession &m_session;
    NetworkKeeper &m_network;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace Vestibule
