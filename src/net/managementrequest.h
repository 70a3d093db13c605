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
//! sends them, as GET.

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

} // namespace Vestibule
