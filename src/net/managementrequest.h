// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionendpoint.h"
#include "core/connectionpage.h"
#include "core/tenantaccess.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

#include <chrono>
#include <optional>

namespace Vestibule {

//! How requests travel, whatever they ask for.
struct RequestOptions {
    std::chrono::milliseconds timeout{30'000}; //!< the longest silence; 0: any
    std::optional<QSslConfiguration> tls{}; //!< absent: Qt's default
};

//! The one place where the program's requests are made: always to the origin of \a access, with the
//! token in the Authorization header and nowhere else, with at most five redirects, confined to the
//! same origin, and without cookies and cache. By itself Qt would carry the header to another host.
//! Only GET is ever done with them: HttpGet is the one place that sends.

//! A page of connections. The older endpoint knows no is_enabled, so that is not sent to it.
[[nodiscard]] QNetworkRequest connectionsRequest(const TenantAccess &access,
                                                 const PageRequest &page,
                                                 ConnectionEndpoint endpoint,
                                                 const RequestOptions &options);

//! A part of the tenant's organizations, by checkpoint; the first one when \a checkpoint is empty.
[[nodiscard]] QNetworkRequest organizationsRequest(const TenantAccess &access,
                                                   const QString &checkpoint,
                                                   const RequestOptions &options);

} // namespace Vestibule
