// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

//! Why a request failed. Carries facts; the sentence for a person is made in app/errortext.
struct ApiError {
    enum class Kind {
        Offline, //!< no connection to the host: name not found, refused, reset, no network
        Proxy, //!< the proxy on the way there: not found, refused, wants a password
        Timeout, //!< the host was silent for too long
        Tls, //!< no trustworthy TLS connection; the token was not sent
        Unauthorized, //!< 401, and 400 for a token that has not the form of one
        Forbidden, //!< 403: a scope or an entitlement is missing
        NotFound, //!< 404: no such organization, or no such endpoint
        RateLimited, //!< 429, and the wait asked for is longer than allowed; 0: not even asked
        Rejected, //!< any other 4xx: the tenant did not accept the question
        Server, //!< 5xx
        BadPayload, //!< an answer that is not what the API promises
    };

    Kind kind = Kind::Server;
    int httpStatus = 0; //!< 0 when no HTTP answer arrived
    QString errorCode{}; //!< the API's own, e.g. insufficient_scope; empty when it sent none
    //! What is known beyond the kind, for people: the tenant's words or the parser's. Plain text,
    //! bounded in length, and free of the token.
    QString detail{};
    //! How long the tenant asked to wait; for RateLimited only.
    std::optional<std::chrono::milliseconds> retryAfter{};
    QString request{}; //!< which request failed: path and query, without the host

    bool operator==(const ApiError &) const = default;
};

} // namespace Vestibule
