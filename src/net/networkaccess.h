// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"
#include "net/proxychoice.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <optional>

namespace Vestibule {

//! The program's way to the network, as the settings describe it.
class NetworkAccess final {
public:
    explicit NetworkAccess(
        SystemProxies systemProxies = &QNetworkProxyFactory::systemProxyForQuery);

    //! Requests under way go on as they began; those made from then on need tls() anew. With a
    //! problem the proxy is set all the same, and nothing is trusted in addition.
    //! \a proxyPassword is for the manual proxy alone, and only together with proxyUser.
    std::optional<CertificateProblem> apply(const NetworkSettings &settings,
                                            const QString &proxyPassword);

    [[nodiscard]] QNetworkAccessManager &manager() { return m_manager; }
    //! For requests; absent: Qt's default. There is no way to ignore what is wrong with a
    //! certificate.
    [[nodiscard]] const std::optional<QSslConfiguration> &tls() const { return m_tls; }

private:
    std::optional<CertificateProblem> trust(const QString &certificateFile);

    SystemProxies m_systemProxies;
    QNetworkAccessManager m_manager;
    std::optional<QSslConfiguration> m_tls;
};

//! Why \a file cannot be trusted in addition; absent when it can. Reads it.
[[nodiscard]] std::optional<CertificateProblem> certificateProblem(const QString &file);

} // namespace Vestibule
