// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Vestibule {

class CopyButton;
class PrivacyMode;

//! How to make an application that may read what the program needs and nothing more: the clicks in
//! the Auth0 Dashboard, and the commands for the Auth0 CLI, ready to copy.
class AccessGuide final : public QWidget {
    Q_OBJECT

public:
    //! The privacy mode outlives this widget. While it is on, the shown texts are masked; the
    //! copied commands are not.
    explicit AccessGuide(const PrivacyMode &privacy, QWidget *parent = nullptr);

    //! Fills in the domain, which may be empty, and the client ID, which may be anything.
    void showFor(const TenantDomain &domain, const QString &clientId);
    //! What is copied.
    [[nodiscard]] QString commands() const { return m_real; }

protected:
    bool event(QEvent *event) override;

private:
    void fitCommands();

    const PrivacyMode &m_privacy;
    QLabel *m_steps;
    QPlainTextEdit *m_commands;
    CopyButton *m_copy;
    QString m_real;
};

} // namespace Vestibule
