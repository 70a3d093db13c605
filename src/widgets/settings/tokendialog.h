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

//! Another token for the tenant that is looked at; everything else stays. It goes when the session
//! moves on to another tenant: what is typed in it is for none but this one.
class TokenDialog final : public QDialog {
    Q_OBJECT

public:
    //! \a session outlives the dialog.
    explicit TokenDialog(TenantSession &session, QWidget *parent = nullptr);
    ~TokenDialog() override;

Q_SIGNALS:
    //! The session has the new token.
    void entered();

private:
    void validate();
    void useToken();

    TenantSession &m_session;
    TenantDomain m_domain; //!< which the token is for
    std::unique_ptr<Ui::TokenDialog> m_ui;
};

} // namespace Vestibule
