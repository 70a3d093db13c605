// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/tenantaccess.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

#include <chrono>
#include <optional>

namespace Vestibule {

//! Options of every request.
struct RequestOptions {
    std::chrono::milliseconds timeout{30'000}; //!< the longest silence; 0: no limit
    std::optional<QSslConfiguration> tls{}; //!< absent: Qt's default
    //! Which request gets the next free connection.
    QNetworkRequest::Priority priority = QNetworkRequest::NormalPriority;
};

//! The one place where the program's requests are made. Every request goes to the origin of the
//! tenant, has the token in the Authorization header and nowhere else, follows at most five
//! redirects within the same origin (by default Qt would send the header to another host), offers
//! no other login than the token, and uses HTTP/1.1, but neither cookies nor cache. HttpGet alone
//! sends them, as GET; the one of tokenRequest() is another, and HttpTokenPost sends it.

//! A page of connections. Leaves out is_enabled for the older endpoint, which does not know it.
[[nodiscard]] QNetworkRequest connectionsRequest(const TenantAccess &access,
                                                 const PageRequest &page,
                                                 ConnectionEndpoint endpoint,
                                                 const RequestOptions &options);

//! A part of the tenant's organizations; the first part when the checkpoint is empty.
[[nodiscard]] QNetworkRequest organizationsRequest(const TenantAccess &access,
                                                   const QString &checkpoint,
                                                   const RequestOptions &options);

//! A part of the tenant's connections, without their options; the first part when the checkpoint is
//! empty.
[[nodiscard]] QNetworkRequest catalogueRequest(const TenantAccess &access,
                                               const QString &checkpoint,
                                               const RequestOptions &options);

//! The program's only POST: to the token endpoint of a tenant, with an application's secret in the
//! body and nowhere else. Only tokenRequest() makes one.
class TokenRequest final {
public:
    [[nodiscard]] const QNetworkRequest &request() const { return m_request; }
    //! A form, as RFC 6749 (4.4.2 and 2.3.1) has it.
    [[nodiscard]] const SecretBytes &body() const { return m_body; }
    //! The client secret; no error may contain it.
    [[nodiscard]] const SecretBytes &secret() const { return m_secret; }

private:
    friend TokenRequest tokenRequest(const TenantDomain &domain,
                                     const ClientCredentials &application,
                                     const RequestOptions &options);
    explicit TokenRequest(const QNetworkRequest &request)
        : m_request(request)
    {
    }

    QNetworkRequest m_request;
    SecretBytes m_body;
    SecretBytes m_secret;
};

//! Asks for a token for the Management API. Has no Authorization header, and follows no redirect:
//! the secret goes to this address alone.
[[nodiscard]] TokenRequest tokenRequest(const TenantDomain &domain,
                                        const ClientCredentials &application,
                                        const RequestOptions &options);

} // namespace Vestibule
