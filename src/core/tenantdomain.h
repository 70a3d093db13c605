// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace Vestibule {

//! An origin that Vestibule may connect to: scheme, host and port.
//!
//! Only loopback addresses may use plain http; every other origin is https.
class TenantDomain final {
public:
    enum class Problem {
        Empty,
        NotADomain, //!< contains no valid host
        Incomplete, //!< one word without a dot, such as a tenant's name
        Dashboard, //!< the address of Auth0's web console
        NotHttps, //!< http to another machine, or another scheme
        HasCredentials, //!< contains a user name, as in user:password@host
    };

    TenantDomain() = default;

    //! Accepts what people paste: a host, or a whole URL with path and query; with whitespace,
    //! quotes or `AUTH0_DOMAIN=` around it, invisible characters, capitals and a final dot.
    //! `127.0.0.1:PORT`, `[::1]:PORT` and `localhost:PORT` mean http.
    [[nodiscard]] static Result<TenantDomain, Problem> fromText(const QString &text);

    //! The domain of the tenant whose page of the web console (see Problem::Dashboard) has this
    //! address. Empty if the address names no tenant, or a region whose domains do not name it.
    [[nodiscard]] static TenantDomain fromDashboard(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_origin.isEmpty(); }
    //! Scheme, host and, unless it is the scheme's default, port. No path.
    [[nodiscard]] QUrl origin() const { return m_origin; }
    //! For people and fromText(): host and port, with `https://` in front for loopback addresses
    //! that are not http. The host is in its ASCII form, which reveals look-alike letters.
    [[nodiscard]] QString text() const;
    //! 127.0.0.0/8, ::1 or localhost.
    [[nodiscard]] bool isLoopback() const;

    bool operator==(const TenantDomain &) const = default;

private:
    QUrl m_origin;
};

} // namespace Vestibule
