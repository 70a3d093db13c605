// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/subject.h"

#include <QDateTime>
#include <QList>
#include <QSize>
#include <QString>
#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace Vestibule {

class ConnectionBrowser;
class AutoRefresh;
class ConnectionSource;
class OptionalLabels;
class PrivacyMode;
class TokenWatch;

//! The status bar: how long the token is valid, what is left of the tenant's rate limit, which
//! endpoint is read, and that the program cannot change anything.
class SessionStatus final : public QWidget {
    Q_OBJECT

public:
    //! All of it outlives the status bar.
    struct Sources {
        const Subject &subject;
        const TokenWatch &token;
        const PrivacyMode &privacy;
        const ConnectionBrowser &browser;
        const AutoRefresh &refresh;
    };

    explicit SessionStatus(const Sources &sources, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void tokenRequested(); //!< the user wants to enter another token
    void privacyEndRequested(); //!< the user wants to see the names again
    void connectionsEndpointRequested(); //!< in place of the older list

protected:
    void changeEvent(QEvent *event) override;

private:
    void showToken();
    void showPrivacy();
    void updateRefusal();
    void showSource();
    void showBudget();
    void showRefresh();

    Sources m_sources;
    //! What the tenant's last word on the access was, if it refused it; empty otherwise.
    QString m_refusal;
    QDateTime m_refusedAt;
    std::weak_ptr<ConnectionSource> m_refusedSource;
    QToolButton *m_token;
    QLabel *m_budget;
    QLabel *m_refresh;
    QToolButton *m_endpoint;
    QToolButton *m_privacy;
    QLabel *m_promise;
    OptionalLabels *m_optional = nullptr;
};

} // namespace Vestibule
