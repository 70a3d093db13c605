// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

//! Why a request failed. Carries facts; the sentence for a person is made in app/errortext.
struct ApiError {
    enum class Kind {
        Offline, //!< no connection to the host: name not found, refused, reset, no network
        Proxy, //!< the proxy on the way there: not found, refused, wants a password
        Timeout, //!< the host was silent for too long, or gave up waiting itself (408)
        Tls, //!< no trustworthy TLS connection; the token was not sent
        Unauthorized, //!< 401, and 400 for a token that has not the form of one
        Forbidden, //!< 403: a scope or an entitlement is missing
        NotFound, //!< 404: no such organization, or no such endpoint
        //! 429, and the wait would be longer than allowed. With httpStatus 0 the request was not
        //! even made: the tenant's budget is used up.
        RateLimited,
        Rejected, //!< any other 4xx: the tenant did not accept the question
        Server, //!< 5xx
        //! An answer that is not what the API promises: cut off, too large, not understood, or a
        //! redirect to another place.
        BadPayload,
    };

    Kind kind = Kind::Server;
    int httpStatus = 0; //!< 0 when no HTTP answer arrived
    QString errorCode{}; //!< the API's own, e.g. insufficient_scope; empty when it sent none
    //! What is known beyond the kind, for people: the tenant's words or the parser's. Plain text,
    //! bounded in length, and free of the token; may be empty.
    QString detail{};
    //! How long the tenant asked to wait; for RateLimited only, and absent when it did not say.
    std::optional<std::chrono::milliseconds> retryAfter{};
    //! Which request failed: path and query, without the host. Empty from a parser, which does not
    //! know it.
    QString request{};

    bool operator==(const ApiError &) const = default;
};

} // namespace Vestibule
