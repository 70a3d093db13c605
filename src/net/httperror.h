// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/ratebudget.h"
#include "core/secretbytes.h"

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
    bool isSent = false; //!< the whole request was sent at least once
    QString networkErrorText{}; //!< Qt's text, or the certificate's problems for a TLS failure
    QByteArray body{};
    QByteArray contentType{}; //!< header Content-Type
    QByteArray location{}; //!< header Location, of a redirect
    QByteArray retryAfter{}; //!< header Retry-After: seconds, perhaps with a fraction, or a date
    QByteArray rateLimit{}; //!< header x-ratelimit-limit
    QByteArray rateLimitRemaining{}; //!< header x-ratelimit-remaining
    QByteArray
        rateLimitReset{}; //!< header x-ratelimit-reset: Unix seconds, perhaps with a fraction
    //! The server's clock (header Date), or ours when it sent none; invalid without retryAfter and
    //! rateLimitReset.
    QDateTime now{};
    SecretBytes secret{}; //!< the token or client secret that was sent; no error may contain it
    //! The request went to the token endpoint, whose errors have another form than the API's.
    bool isSignIn = false;
};

//! What went wrong; absent for a complete answer with status 2xx.
//!
//! The status decides first: Qt's own error codes do not distinguish a 429 from another 4xx. But
//! the API answers in JSON alone: an error status with a web page or other text is Intermediary,
//! except for 404, 407, 408 and 429, which have the same meaning from a proxy. What the token
//! endpoint refuses with a 4xx is SignIn, also a 404. The caller sets the error's `request`.
[[nodiscard]] std::optional<ApiError> apiError(const HttpExchange &exchange);

//! How long the tenant asks to wait after a 429 or 5xx, from Retry-After (RFC 9110, 10.2.3) or else
//! from x-ratelimit-reset, as Auth0's own SDKs do. A time that makes no sense (zero, in the past,
//! or over a day ahead) counts as absent.
[[nodiscard]] std::optional<std::chrono::milliseconds> requestedWait(const HttpExchange &exchange);

//! The budget in the three x-ratelimit headers; absent when one is missing or makes no sense.
[[nodiscard]] std::optional<RateBudget> rateBudget(const HttpExchange &exchange);

//! The time in a header such as Date, in UTC, in any of the three forms that RFC 9110, 5.6.7 knows;
//! invalid for anything else. The weekday is not checked.
[[nodiscard]] QDateTime httpDate(const QByteArray &value);

//! What is wrong with a certificate, for people; without a full stop.
[[nodiscard]] QString tlsProblemText(const QSslError &problem);

} // namespace Vestibule
