// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clientcredentials.h"
#include "core/tenantdomain.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TokenDialog;
}

namespace Vestibule {

class TenantSession;

//! Whether the session's tenant is read by an application that signs in, or would be if its secret
//! were known.
[[nodiscard]] bool isReadByApplication(const TenantSession &session);

//! Asks for another token for the session's tenant, or for the client ID and the secret of its
//! application. The dialog closes when the session opens another tenant, so that what is typed
//! cannot be sent to the wrong one.
class TokenDialog final : public QDialog {
    Q_OBJECT

public:
    //! The session outlives the dialog, which replaces its token or application.
    explicit TokenDialog(TenantSession &session, QWidget *parent = nullptr);
    ~TokenDialog() override;

Q_SIGNALS:
    //! The session has a new token or application.
    void entered();

private:
    [[nodiscard]] ClientCredentials application() const;
    void validate();
    void use();

    TenantSession &m_session;
    TenantDomain m_domain; //!< the tenant that the token is for
    bool m_isApplication;
    QString m_audience; //!< of the application
    std::unique_ptr<Ui::TokenDialog> m_ui;
};

} // namespace Vestibule
