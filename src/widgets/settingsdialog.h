// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tenantsession.h"

#include <QDialog>

#include <memory>
#include <optional>

class QLabel;

namespace Ui {
class SettingsDialog;
}

namespace Vestibule {

//! Which tenant, with which token, and how many rows a page. Nothing is taken over before OK.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    //! What the person confirmed.
    struct Choice {
        TenantAccess access{}; //!< complete
        QString organizationId{};
        int rowsPerPage = PageRequest::DefaultSize;
    };

    //! \a session outlives the dialog.
    explicit SettingsDialog(TenantSession &session, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    //! After accepted().
    [[nodiscard]] Choice choice() const;

private:
    void validate();
    void test();
    void showTestResult();
    [[nodiscard]] QString organizationId() const;
    //! The typed one, or the session's if it is for the same tenant: a token never goes to another
    //! tenant than the one it was entered for.
    [[nodiscard]] std::optional<AccessToken> token(const TenantDomain &domain) const;
    [[nodiscard]] QString tokenHint(const TenantDomain &domain) const;

    TenantSession &m_session;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    TenantAccess m_access; //!< what the fields say; incomplete while they are not valid
    ConnectionSourcePtr m_testSource;
    ReplyPtr<ConnectionPage> m_testReply;
};

} // namespace Vestibule
