// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class NetworkPage;
}

namespace Vestibule {

class TenantSession;

//! How tenants are reached: proxy, an additional CA certificate, and the time-out.
class NetworkPage final : public QWidget {
    Q_OBJECT

public:
    explicit NetworkPage(QWidget *parent = nullptr);
    ~NetworkPage() override;

    //! Shows what is kept; \a session outlives the page. The password is never shown.
    void setSession(TenantSession &session);

    [[nodiscard]] NetworkSettings network() const;
    //! What was typed; absent keeps the one from before.
    [[nodiscard]] std::optional<QString> proxyPassword() const;
    //! Why it cannot be used as it is, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void validate();
    void browseForCertificate();

    TenantSession *m_session = nullptr;
    std::unique_ptr<Ui::NetworkPage> m_ui;
};

} // namespace Vestibule
