// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class NetworkPage;
}

namespace Vestibule {

class SourceFactory;

//! Proxy, additional CA certificate, and time-out.
class NetworkPage final : public QWidget {
    Q_OBJECT

public:
    explicit NetworkPage(QWidget *parent = nullptr);
    ~NetworkPage() override;

    //! Shows the saved settings, but never the password. The source factory, which checks
    //! certificates, outlives the page.
    void showSettings(const NetworkSettings &network, const SourceFactory &sourceFactory);

    [[nodiscard]] NetworkSettings network() const;
    //! The typed password; absent if the saved one stays.
    [[nodiscard]] std::optional<QString> proxyPassword() const;
    //! Why the settings cannot be used, in a sentence; empty when they can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    //! Why the host or the certificate cannot be used, in a sentence; empty if there is no problem.
    [[nodiscard]] QString hostProblem() const;
    [[nodiscard]] QString certificateProblem() const;
    void splitProxy();
    void validate();
    void browseForCertificate();

    const SourceFactory *m_sourceFactory = nullptr;
    std::unique_ptr<Ui::NetworkPage> m_ui;
};

} // namespace Vestibule
