// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

//! Why a request failed, as facts; session/errortext turns them into a sentence for people.
struct ApiError {
    enum class Kind {
        Offline, //!< no connection to the host: name not found, refused, no network
        //! The host closed the connection before it answered. It may just have ended a connection
        //! that was kept open, so the request is worth another try.
        Closed,
        Proxy, //!< the proxy: not found, refused, requires a password
        Timeout, //!< the host was silent for too long, or answered 408
        Tls, //!< the host could not prove who it is; the token was not sent
        //! The token endpoint did not give the application a token: wrong secret, not authorized
        //! for the API, and so on. The error code is that of OAuth 2.0 (RFC 6749, 5.2).
        SignIn,
        //! 401, and 400 for a malformed token. With httpStatus 0 the request was not sent, because
        //! its token expired while it waited.
        Unauthorized,
        Forbidden, //!< 403: a scope or an entitlement is missing
        NotFound, //!< 404: no such organization, or no such endpoint
        //! 429, if the wait would be longer than allowed. With httpStatus 0 the request was not
        //! sent (again), because the tenant's rate limit was used up.
        RateLimited,
        Rejected, //!< any other 4xx: the tenant did not accept the request
        Server, //!< 5xx
        //! An error status that is not the tenant's, because a web page or other text came with it:
        //! a proxy, a firewall or a sign-in page answered. The detail is its text; empty for a web
        //! page.
        Intermediary,
        //! An answer that breaks the API's contract: truncated, too large, not understood, or a
        //! redirect to another host.
        BadPayload,
    };

    Kind kind = Kind::Server;
    int httpStatus = 0; //!< 0 when no HTTP answer arrived
    QString errorCode{}; //!< the API's own, such as insufficient_scope; empty if it sent none
    //! What the tenant or the parser says about the cause, in its own words, to show to the user:
    //! plain text of bounded length, without the token; may be empty.
    QString detail{};
    //! How long the tenant asked to wait; for 429 and 5xx only, absent if it did not say.
    std::optional<std::chrono::milliseconds> retryAfter{};
    //! Path and query of the request, without the host. Empty in a parser's errors.
    QString request{};

    //! Whether the tenant wants another try to come later; such waits are limited in sum.
    [[nodiscard]] bool asksToWait() const
    {
        return kind == Kind::RateLimited || retryAfter.has_value();
    }

    bool operator==(const ApiError &) const = default;
};

} // namespace Vestibule
