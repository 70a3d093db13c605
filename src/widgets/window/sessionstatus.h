// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Vestibule {

class TenantSession;

//! In the status bar: how long the token lasts, what is left of the tenant's rate limit, which list
//! is read, and that nothing can be changed.
class SessionStatus final : public QWidget {
    Q_OBJECT

public:
    //! \a session outlives this.
    explicit SessionStatus(TenantSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void tokenRequested(); //!< a person wants to enter another token
    void privacyEndRequested(); //!< names shall be shown again

protected:
    void changeEvent(QEvent *event) override;

private:
    void showToken();
    void showPrivacy();
    void showBudget();
    void showEndpoint();

    TenantSession &m_session;
    QToolButton *m_token;
    QLabel *m_budget;
    QToolButton *m_endpoint;
    QToolButton *m_privacy;
};

} // namespace Vestibule
