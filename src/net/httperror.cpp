// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httperror.h"

#include "core/shortened.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSslCertificate>
#include <QSslError>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

struct HttpErrorText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::HttpErrorText)
};

constexpr qsizetype MaximumDetailLength = 300; //!< characters, so that it fits into a banner

//! Turns a server's text into one line of plain text. The text may repeat the token that was sent;
//! remove it before the text is cut, so that no part of it can remain.
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
    case 400: // the answer to a malformed token is 400 with errorCode "Bearer"
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

//! Names only the host: the rest of the URL may contain a secret.
QString redirectText(const HttpExchange &exchange)
{
    const QString host = QUrl(QString::fromLatin1(exchange.location)).host();
    if (host.isEmpty())
        return HttpErrorText::tr("the answer points to another place, which is not followed");
    return HttpErrorText::tr("the answer points to another place (%1), which is not followed")
        .arg(host.left(100));
}

ApiError::Kind kindOfTransfer(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return ApiError::Kind::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return ApiError::Kind::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ApiError::Kind::Proxy;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return ApiError::Kind::BadPayload;
    default: // the rest of Qt's sixty codes means that the host could not be reached
        return ApiError::Kind::Offline;
    }
}

QString textFor(QNetworkReply::NetworkError error, const QString &text)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return HttpErrorText::tr("no host of this name is found");
    case QNetworkReply::ConnectionRefusedError:
        return HttpErrorText::tr("it refuses the connection");
    case QNetworkReply::RemoteHostClosedError:
        return HttpErrorText::tr("it closed the connection without an answer");
    case QNetworkReply::ProxyConnectionRefusedError:
        return HttpErrorText::tr("it refuses the connection");
    case QNetworkReply::ProxyConnectionClosedError:
        return HttpErrorText::tr("it closed the connection");
    case QNetworkReply::ProxyNotFoundError:
        return HttpErrorText::tr("no host of its name is found");
    case QNetworkReply::ProxyTimeoutError:
        return HttpErrorText::tr("it does not answer");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return HttpErrorText::tr("it wants a user and a password, or refuses those it was given");
    case QNetworkReply::UnknownContentError: // an error of the compression
        return HttpErrorText::tr("the answer cannot be unpacked");
    default:
        return text;
    }
}

QString shortDate(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

//! The hosts that a certificate names; cut, because anyone can write a long certificate.
QString namesOf(const QSslCertificate &certificate)
{
    constexpr qsizetype MostNames = 3;
    QStringList names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry)
        + certificate.subjectAlternativeNames().values(QSsl::IpAddressEntry);
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.mid(0, MostNames).join(", "_L1).left(100);
}

//! The error of an exchange without an answer, or without all of it. The text is Qt's, used where
//! there is no better one.
//!
//! With a proxy, a connection that could not be made is the proxy's error: Qt has separate codes
//! for that, but uses those of a direct connection for most of what a proxy refuses.
//!
//! A transfer time-out arrives as OperationCanceledError: our own cancel disconnects first.
ApiError transferError(QNetworkReply::NetworkError error, int status, bool isProxied,
                       const QString &text)
{
    ApiError::Kind kind = kindOfTransfer(error);
    const bool wasConnected = error == QNetworkReply::RemoteHostClosedError;
    if (isProxied && kind == ApiError::Kind::Offline && !wasConnected)
        kind = ApiError::Kind::Proxy;
    if (status != 0 && kind == ApiError::Kind::Offline) {
        return {.kind = ApiError::Kind::BadPayload,
                .httpStatus = status,
                .detail = HttpErrorText::tr("the answer was cut off")};
    }
    return {.kind = kind, .httpStatus = status, .detail = textFor(error, text)};
}

using Seconds = std::optional<std::chrono::seconds>;

//! Absent for a wait that makes no sense: in the past, or over a day ahead.
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
    if (isRedirect) { // Qt has followed redirects within the origin
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
    // Parse date and time separately: together they would be local time, which skips an hour a
    // year.
    constexpr qsizetype DateLength = 16; // "Wed, 21 Oct 2015"
    const QString text = QString::fromLatin1(value.trimmed());
    const QDate date = QLocale::c().toDate(text.left(DateLength), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(text.mid(DateLength), u" hh:mm:ss 'GMT'"_s);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

QString tlsProblemText(const QSslError &problem)
{
    const QSslCertificate certificate = problem.certificate();
    switch (problem.error()) {
    case QSslError::SelfSignedCertificate:
        return HttpErrorText::tr("its certificate is self-signed, nobody vouches for it");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return HttpErrorText::tr("nobody whom this computer trusts vouches for its certificate");
    case QSslError::CertificateExpired:
        return HttpErrorText::tr("its certificate expired on %1")
            .arg(shortDate(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return HttpErrorText::tr(
                   "its certificate is not valid before %1; is this computer's clock right?")
            .arg(shortDate(certificate.effectiveDate()));
    case QSslError::HostNameMismatch:
        return HttpErrorText::tr("its certificate is for another host (%1)")
            .arg(namesOf(certificate));
    case QSslError::CertificateRevoked:
        return HttpErrorText::tr("its certificate was revoked");
    default:
        return problem.errorString();
    }
}

} // namespace Vestibule
