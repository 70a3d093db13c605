// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TokenDialog;
}

namespace Vestibule {

class TenantSession;

//! Another token for the tenant that is looked at; everything else stays.
class TokenDialog final : public QDialog {
    Q_OBJECT

public:
    //! \a session outlives the dialog.
    explicit TokenDialog(TenantSession &session, QWidget *parent = nullptr);
    ~TokenDialog() override;

private:
    void validate();
    void useToken();

    TenantSession &m_session;
    std::unique_ptr<Ui::TokenDialog> m_ui;
};

//! Where a token that is entered now will be kept.
[[nodiscard]] QString tokenKeepingText(TenantSession &session);

} // namespace Vestibule
