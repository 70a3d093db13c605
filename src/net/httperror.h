// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/ratebudget.h"

#include <QByteArray>
#include <QDateTime>
#include <QNetworkReply>
#include <QString>

#include <optional>

namespace Vestibule {

//! How one HTTP exchange ended: the facts that decide about its error.
struct HttpExchange {
    int status = 0; //!< 0 when no status line arrived
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    bool isProxied = false; //!< a proxy stands between
    QString networkErrorText{}; //!< Qt's words, or the certificate's problems for a TLS failure
    QByteArray body{};
    QByteArray location{}; //!< header Location, of a redirect
    QByteArray retryAfter{}; //!< header Retry-After: seconds or an HTTP date
    QByteArray rateLimit{}; //!< header x-ratelimit-limit
    QByteArray rateLimitRemaining{}; //!< header x-ratelimit-remaining
    QByteArray rateLimitReset{}; //!< header x-ratelimit-reset: unix seconds
    QDateTime now{}; //!< the server's clock (header Date), or ours when it sent none
    QByteArray secret{}; //!< the token that was sent: no error may repeat it
};

//! Nothing for a complete answer with status 2xx; otherwise what went wrong.
//!
//! The status decides first: Qt's own error codes cannot tell a 429 from another 4xx. The error's
//! `request` is left to the caller.
[[nodiscard]] std::optional<ApiError> apiError(const HttpExchange &exchange);

//! How long the tenant asks to wait; absent when it says nothing, or nothing that makes sense
//! (zero, in the past, or over a day ahead). Retry-After (RFC 9110, 10.2.3) goes before
//! x-ratelimit-reset.
[[nodiscard]] std::optional<std::chrono::milliseconds> requestedWait(const HttpExchange &exchange);

//! What the three x-ratelimit headers say; absent when one is missing or makes no sense.
[[nodiscard]] std::optional<RateBudget> rateBudget(const HttpExchange &exchange);

//! The moment that a header such as Date names, in UTC ("Wed, 21 Oct 2015 07:28:00 GMT", RFC 9110);
//! invalid for anything else. Qt's own RFC2822Date does not know the word GMT.
[[nodiscard]] QDateTime httpDate(const QByteArray &value);

} // namespace Vestibule
