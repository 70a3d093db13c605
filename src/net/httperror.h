// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/ratebudget.h"

#include <QByteArray>
#include <QDateTime>
#include <QNetworkReply>
#include <QString>

#include <chrono>
#include <optional>

class QSslError;

namespace Vestibule {

//! How one HTTP exchange ended: everything that decides about its error.
struct HttpExchange {
    int status = 0; //!< 0 when no status line arrived
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    bool isProxied = false; //!< the request went through a proxy
    QString networkErrorText{}; //!< Qt's text, or the certificate's problems for a TLS failure
    QByteArray body{};
    QByteArray location{}; //!< header Location, of a redirect
    QByteArray retryAfter{}; //!< header Retry-After: seconds or an HTTP date
    QByteArray rateLimit{}; //!< header x-ratelimit-limit
    QByteArray rateLimitRemaining{}; //!< header x-ratelimit-remaining
    QByteArray rateLimitReset{}; //!< header x-ratelimit-reset: unix seconds
    QDateTime now{}; //!< the server's clock (header Date), or ours when it sent none
    QByteArray secret{}; //!< the token that was sent; no error may contain it
};

//! What went wrong; absent for a complete answer with status 2xx.
//!
//! The status decides first: Qt's own error codes do not distinguish a 429 from another 4xx. The
//! caller sets the error's `request`.
[[nodiscard]] std::optional<ApiError> apiError(const HttpExchange &exchange);

//! How long the tenant asks to wait, from Retry-After (RFC 9110, 10.2.3) or else from
//! x-ratelimit-reset. A time that makes no sense (zero, in the past, or over a day ahead) counts as
//! absent.
[[nodiscard]] std::optional<std::chrono::milliseconds> requestedWait(const HttpExchange &exchange);

//! The budget in the three x-ratelimit headers; absent when one is missing or makes no sense.
[[nodiscard]] std::optional<RateBudget> rateBudget(const HttpExchange &exchange);

//! The time in a header such as Date ("Wed, 21 Oct 2015 07:28:00 GMT", RFC 9110), in UTC; invalid
//! for anything else. Qt's own RFC2822Date does not accept the word GMT.
[[nodiscard]] QDateTime httpDate(const QByteArray &value);

//! What is wrong with a certificate, for people; without a full stop.
[[nodiscard]] QString tlsProblemText(const QSslError &problem);

} // namespace Vestibule
