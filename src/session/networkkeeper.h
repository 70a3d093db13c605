// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tenantgateway.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <QObject>

#include <optional>

namespace Vestibule {

//! Keeps the network settings, and the proxy's password in the secret store, and puts both to use.
//!
//! The password is for one host, port and user, and goes with them.
class NetworkKeeper final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object.
    NetworkKeeper(Settings &settings, SecretStore &secrets, TenantGateway &gateway,
                  QObject *parent = nullptr);
    ~NetworkKeeper() override;

    //! For this run alone: what the command line says about the longest silence.
    void overrideTimeout(std::chrono::seconds timeout) { m_timeout = timeout; }
    //! Puts to use what is kept; ready() comes when that is done, perhaps at once.
    void restore();
    //! Keeps and puts to use; ready() comes as for restore(). Without a password the one that is
    //! kept for the same proxy stays.
    void setNetwork(const NetworkSettings &network, const std::optional<QString> &proxyPassword);

    //! Why the additional certificate of the settings is not trusted; absent when it is, when there
    //! is none, and before ready().
    [[nodiscard]] const std::optional<CertificateProblem> &certificateProblem() const
    {
        return m_certificateProblem;
    }

Q_SIGNALS:
    //! Sources made from now on go the new ways.
    void ready();
    //! The password could not be kept, or not be removed; everything else was done. A new one is
    //! in use until the settings change or this object ends.
    void failed(const Vestibule::SecretError &error);

private:
    void use(const NetworkSettings &network, const QString &proxyPassword);
    void readPassword(const NetworkSettings &network);
    void await(SecretChangePtr change);

    Settings &m_settings;
    SecretStore &m_secrets;
    TenantGateway &m_gateway;
    std::optional<std::chrono::seconds> m_timeout;
    std::optional<CertificateProblem> m_certificateProblem;
    SecretReadPtr m_reading;
    SecretChangePtr m_change; //!< of the password; under way
};

} // namespace Vestibule
