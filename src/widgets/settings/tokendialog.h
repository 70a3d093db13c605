// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TokenDialog;
}

namespace Vestibule {

class TenantSession;

//! Asks for another token for the session's tenant. The dialog closes when the session opens
//! another tenant, so that the typed token cannot be sent to the wrong one.
class TokenDialog final : public QDialog {
    Q_OBJECT

public:
    //! The session outlives the dialog, which replaces its token.
    explicit TokenDialog(TenantSession &session, QWidget *parent = nullptr);
    ~TokenDialog() override;

Q_SIGNALS:
    //! The session has a new token.
    void entered();

private:
    void validate();
    void useToken();

    TenantSession &m_session;
    TenantDomain m_domain; //!< the tenant that the token is for
    std::unique_ptr<Ui::TokenDialog> m_ui;
};

} // namespace Vestibule
