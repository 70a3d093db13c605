// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httperror.h"

#include "core/shortened.h"
#include "net/transfererror.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

struct HttpErrorText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::HttpErrorText)
};

constexpr qsizetype MaximumDetailLength = 300; //!< characters; people read it in a banner

//! Words of others as one line of plain text. They may repeat what was sent: the token is taken out
//! before they are cut, so that no part of it can stay.
QString oneLine(const QString &text, const HttpExchange &exchange)
{
    QString line = text;
    if (!exchange.secret.isEmpty())
        line.replace(QString::fromLatin1(exchange.secret), u"[token]"_s);
    return shortened(line.simplified(), MaximumDetailLength);
}

ApiError::Kind kindOfStatus(int status, const QString &errorCode)
{
    switch (status) {
    case 400: // a token that has not the form of one is answered with 400 and errorCode "Bearer"
        return errorCode == "Bearer"_L1 ? ApiError::Kind::Unauthorized : ApiError::Kind::Rejected;
    case 401:
        return ApiError::Kind::Unauthorized;
    case 403:
        return ApiError::Kind::Forbidden;
    case 404:
        return ApiError::Kind::NotFound;
    case 407:
        return ApiError::Kind::Proxy;
    case 408:
        return ApiError::Kind::Timeout;
    case 429:
        return ApiError::Kind::RateLimited;
    default:
        return status >= 500 ? ApiError::Kind::Server : ApiError::Kind::Rejected;
    }
}

ApiError errorOfStatus(const HttpExchange &exchange)
{
    const QJsonObject body = QJsonDocument::fromJson(exchange.body).object();
    ApiError error{
        .httpStatus = exchange.status,
        .errorCode = oneLine(body.value("errorCode"_L1).toString(), exchange),
        .detail = oneLine(body.value("message"_L1).toString(), exchange),
    };
    error.kind = kindOfStatus(exchange.status, error.errorCode);
    if (error.kind == ApiError::Kind::RateLimited)
        error.retryAfter = requestedWait(exchange);
    return error;
}

//! Nothing that a URL may hold beyond the host is repeated: it may be a secret of others.
QString redirectText(const HttpExchange &exchange)
{
    const QString host = QUrl(QString::fromLatin1(exchange.location)).host();
    if (host.isEmpty())
        return HttpErrorText::tr("the answer points to another place, which is not followed");
    return HttpErrorText::tr("the answer points to another place (%1), which is not followed")
        .arg(host.left(100));
}

using Seconds = std::optional<std::chrono::seconds>;

//! Nothing for what makes no sense: in the past, or over a day ahead.
Seconds sensible(Seconds wait)
{
    return wait && *wait > 0s && *wait <= 24h ? wait : Seconds();
}

Seconds secondsUntil(const QDateTime &then, const QDateTime &now)
{
    return then.isValid() ? Seconds(now.secsTo(then)) : Seconds();
}

Seconds retryAfterWait(const HttpExchange &exchange)
{
    bool isNumber = false;
    const qlonglong seconds = exchange.retryAfter.trimmed().toLongLong(&isNumber);
    return isNumber ? Seconds(seconds) : secondsUntil(httpDate(exchange.retryAfter), exchange.now);
}

Seconds resetWait(const HttpExchange &exchange)
{
    bool isNumber = false;
    const qlonglong reset = exchange.rateLimitReset.trimmed().toLongLong(&isNumber);
    if (!isNumber)
        return {};
    return secondsUntil(QDateTime::fromSecsSinceEpoch(reset, Qt::UTC), exchange.now);
}

} // namespace

std::optional<ApiError> apiError(const HttpExchange &exchange)
{
    const bool isSuccess = exchange.status >= 200 && exchange.status < 300;
    if (isSuccess && exchange.networkError == QNetworkReply::NoError)
        return {};
    const bool isRedirect = exchange.status >= 300 && exchange.status < 400;
    if (isRedirect) { // one within the origin has been followed already
        return ApiError{.kind = ApiError::Kind::BadPayload,
                        .httpStatus = exchange.status,
                        .detail = oneLine(redirectText(exchange), exchange)};
    }
    if (exchange.status >= 400)
        return errorOfStatus(exchange);
    return transferError(exchange.networkError, exchange.status, exchange.isProxied,
                         oneLine(exchange.networkErrorText, exchange));
}

std::optional<std::chrono::milliseconds> requestedWait(const HttpExchange &exchange)
{
    const Seconds wait = sensible(retryAfterWait(exchange));
    return wait ? wait : sensible(resetWait(exchange));
}

std::optional<RateBudget> rateBudget(const HttpExchange &exchange)
{
    bool hasLimit = false;
    bool hasRemaining = false;
    bool hasReset = false;
    const int limit = exchange.rateLimit.trimmed().toInt(&hasLimit);
    const int remaining = exchange.rateLimitRemaining.trimmed().toInt(&hasRemaining);
    const qlonglong reset = exchange.rateLimitReset.trimmed().toLongLong(&hasReset);
    if (!hasLimit || !hasRemaining || !hasReset || limit < 1 || remaining < 0 || remaining > limit)
        return {};
    const Seconds wait = secondsUntil(QDateTime::fromSecsSinceEpoch(reset, Qt::UTC), exchange.now);
    if (!wait || *wait > 24h)
        return {};
    return RateBudget{.limit = limit,
                      .remaining = remaining,
                      .untilReset = std::max(*wait, 0s),
                      .readAt = QDateTime::currentDateTime()};
}

QDateTime httpDate(const QByteArray &value)
{
    // Date and time apart: together they would be read as local time, which skips an hour a year.
    constexpr qsizetype DateLength = 16; // "Wed, 21 Oct 2015"
    const QString text = QString::fromLatin1(value.trimmed());
    const QDate date = QLocale::c().toDate(text.left(DateLength), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(text.mid(DateLength), u" hh:mm:ss 'GMT'"_s);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace Vestibule
