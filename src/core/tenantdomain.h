// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace Vestibule {

//! One origin that Vestibule may talk to: a scheme, a host and a port, and nothing else.
//!
//! Plain http exists for loopback addresses alone; every other origin is https.
class TenantDomain final {
public:
    enum class Problem {
        Empty,
        NotADomain, //!< no host can be read from it
        Incomplete, //!< one word without a dot: a tenant's name is not its domain
        Dashboard, //!< the address of Auth0's web console, which is not a tenant
        NotHttps, //!< http beyond this machine, or another scheme
        HasCredentials, //!< user:password@host: those have no place in an address
    };

    TenantDomain() = default;

    //! Understands what people paste: a bare host, a whole URL with path and query, blanks around
    //! it, capitals, a final dot. `127.0.0.1:PORT`, `[::1]:PORT` and `localhost:PORT` mean http.
    [[nodiscard]] static Result<TenantDomain, Problem> fromText(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_origin.isEmpty(); }
    //! Scheme, host and, where it is not the scheme's own, port. No path.
    [[nodiscard]] QUrl origin() const { return m_origin; }
    //! What people see and fromText() understands: host and port; the ASCII form of the host, so
    //! that a look-alike letter shows. With `https://` for loopback addresses that are not http.
    [[nodiscard]] QString text() const;
    //! 127.0.0.0/8, ::1 or localhost.
    [[nodiscard]] bool isLoopback() const;

    bool operator==(const TenantDomain &) const = default;

private:
    QUrl m_origin;
};

} // namespace Vestibule
