// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class SettingsDialog;
}

namespace Vestibule {

class NetworkController;
class TenantSession;

//! Settings of tenants, network and appearance. OK saves and applies them, and opens the current
//! tenant unless it is open already. If they cannot be saved, the dialog stays and says so, and a
//! second OK applies them until the program ends. Only the theme is applied at once; Cancel
//! restores it.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Page { Tenants, Network, Appearance };

    //! Both outlive the dialog. The dialog opens and closes profiles of the session.
    SettingsDialog(TenantSession &session, NetworkController &network, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void showPage(Page page);

Q_SIGNALS:
    //! Emitted after all settings have been saved and applied.
    void languageChanged();
    void layoutResetRequested();

private:
    void setUpPageList();
    [[nodiscard]] bool hasNoTenant() const;
    void validate();
    void markPage(Page page, const QString &problem);
    void save();
    void apply();
    void applyAppearance();
    void applyNetwork();
    void applyTenants();

    TenantSession &m_session;
    NetworkController &m_network;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace Vestibule
