// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"
#include "net/proxychoice.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <optional>

namespace Vestibule {

//! The program's QNetworkAccessManager and TLS configuration, as the settings want them.
class NetworkAccess final {
public:
    explicit NetworkAccess(
        SystemProxies systemProxies = &QNetworkProxyFactory::systemProxyForQuery);

    //! Ends all connections: pending requests are sent again, through the new proxy and with their
    //! old TLS configuration. New ones must use the new tls(). When the certificate file has a
    //! problem, the proxy is set all the same, and only the system's certificates are trusted. The
    //! password is used for a manual proxy with a proxyUser.
    std::optional<CertificateProblem> apply(const NetworkSettings &settings,
                                            const QString &proxyPassword);

    [[nodiscard]] QNetworkAccessManager &manager() { return m_manager; }
    //! For new requests; absent: Qt's default. Certificate errors can never be ignored.
    [[nodiscard]] const std::optional<QSslConfiguration> &tls() const { return m_tls; }

private:
    std::optional<CertificateProblem> trust(const QString &certificateFile);

    SystemProxies m_systemProxies;
    QNetworkAccessManager m_manager;
    std::optional<QSslConfiguration> m_tls;
};

//! Reads a file of additional certificates, and returns why they cannot be used; absent when they
//! can.
[[nodiscard]] std::optional<CertificateProblem> certificateProblem(const QString &file);

} // namespace Vestibule
