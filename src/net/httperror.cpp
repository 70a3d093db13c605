// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httperror.h"

#include "core/json.h"
#include "core/shortened.h"
#include "core/tokenanswer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
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

//! Turns a server's text into one line of plain text. The text may repeat the token or the secret
//! that was sent; remove it before the text is cut, so that no part of it can remain.
QString oneLine(const QString &text, const HttpExchange &exchange)
{
    QString line = text;
    if (!exchange.secret.isEmpty()) {
        const QString mark = exchange.isSignIn ? u"[secret]"_s : u"[token]"_s;
        QString secret = QString::fromUtf8(exchange.secret.bytes());
        QByteArray encoded = QUrl::toPercentEncoding(secret); // as it stands in the form
        line.replace(secret, mark).replace(QLatin1StringView(encoded), mark);
        SecretBytes::wipe(secret);
        SecretBytes::wipe(encoded);
    }
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

//! The reason that an error body gives: the API's `message`, or what others have in its place,
//! problem details (RFC 9457) and OAuth (RFC 6749, 5.2).
QString reasonOf(const QJsonObject &body)
{
    // As the API's message, "Not Found" means an unknown endpoint; in another member it only
    // repeats the status.
    constexpr auto StatusName = "Not Found"_L1;
    if (const QString message = body.value("message"_L1).toString(); !message.isEmpty())
        return message;
    for (const auto name : {"detail"_L1, "title"_L1, "error_description"_L1, "error"_L1}) {
        const QString text = body.value(name).toString();
        if (!text.isEmpty() && text != StatusName)
            return text;
    }
    return {};
}

//! Whether only the tenant can mean this; anyone can send the other errors.
bool isTheTenants(ApiError::Kind kind)
{
    return kind == ApiError::Kind::Unauthorized || kind == ApiError::Kind::Forbidden
        || kind == ApiError::Kind::Rejected || kind == ApiError::Kind::Server;
}

//! The text of a body that is not JSON: empty for a web page, absent when there is no text either.
std::optional<QString> otherText(const HttpExchange &exchange)
{
    const QByteArray type = exchange.contentType.toLower();
    const bool isWebPage = type.startsWith("text/html") || type.startsWith("application/xhtml")
        || withoutByteOrderMark(exchange.body).trimmed().startsWith('<');
    if (isWebPage)
        return QString();
    const QString text = oneLine(QString::fromUtf8(exchange.body), exchange);
    return type.startsWith("text/") && !text.isEmpty() ? std::optional(text) : std::nullopt;
}

//! Turns a refusal of the token endpoint into an error of the sign-in. With the kind of its status,
//! people would be told that the organization was not found, or to enter another token.
void makeSignInError(ApiError &error, const HttpExchange &exchange)
{
    const auto refusal = parseTokenRefusal(exchange.body);
    if (refusal)
        error.errorCode = oneLine(refusal->error, exchange);
    const bool isRefusal = error.kind == ApiError::Kind::Unauthorized
        || error.kind == ApiError::Kind::Forbidden || error.kind == ApiError::Kind::NotFound
        || error.kind == ApiError::Kind::Rejected;
    if (!isRefusal)
        return;
    error.kind = ApiError::Kind::SignIn;
    if (refusal)
        error.detail = oneLine(refusal->description, exchange);
}

ApiError errorOfStatus(const HttpExchange &exchange)
{
    const QJsonDocument document = QJsonDocument::fromJson(exchange.body);
    const QJsonObject body = document.object();
    ApiError error{
        .httpStatus = exchange.status,
        .errorCode = oneLine(body.value("errorCode"_L1).toString(), exchange),
        .detail = oneLine(reasonOf(body), exchange),
    };
    error.kind = kindOfStatus(exchange.status, error.errorCode);
    const auto text = document.isObject() ? std::nullopt : otherText(exchange);
    if (text && isTheTenants(error.kind)) {
        error.kind = ApiError::Kind::Intermediary;
        error.detail = *text;
    }
    if (exchange.isSignIn)
        makeSignInError(error, exchange);
    if (error.kind == ApiError::Kind::RateLimited || exchange.status >= 500)
        error.retryAfter = requestedWait(exchange);
    return error;
}

//! Names only the host: the rest of the URL may contain a secret.
QString redirectText(const HttpExchange &exchange)
{
    const QString host = QUrl(QString::fromLatin1(exchange.location)).host();
    if (host.isEmpty())
        return HttpErrorText::tr("a redirect to another address, which is not followed");
    return HttpErrorText::tr("a redirect to another host (%1), which is not followed")
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
        return HttpErrorText::tr("no host has this name");
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return HttpErrorText::tr("the connection was refused");
    case QNetworkReply::ProxyConnectionClosedError:
        return HttpErrorText::tr("the proxy closed the connection");
    case QNetworkReply::ProxyNotFoundError:
        return HttpErrorText::tr("no host has the proxy's name");
    case QNetworkReply::ProxyTimeoutError:
        return HttpErrorText::tr("the proxy does not respond");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return HttpErrorText::tr(
            "the proxy needs a user name and a password, or rejects those it was given");
    case QNetworkReply::UnknownContentError: // an error of the compression
        return HttpErrorText::tr("the data cannot be decompressed");
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

//! Whether there was a connection, and it ended. Qt reports that in several ways: over TLS, a
//! connection may also end as an unknown error.
bool wasConnected(const HttpExchange &exchange)
{
    switch (exchange.networkError) {
    case QNetworkReply::RemoteHostClosedError:
        return true;
    case QNetworkReply::ConnectionRefusedError: // when Qt has sent the request once more
    case QNetworkReply::HostNotFoundError:
        return false;
    default:
        return exchange.isSent;
    }
}

//! The error of an exchange without an answer, or without all of it. The text is Qt's, used where
//! there is no better one.
//!
//! With a proxy, a connection that could not be made is the proxy's error: Qt has separate codes
//! for that, but uses those of a direct connection for most of what a proxy refuses, and notices
//! only by the time-out that a proxy hangs up.
//!
//! A transfer time-out arrives as OperationCanceledError: our own cancel disconnects first.
ApiError transferError(const HttpExchange &exchange)
{
    ApiError::Kind kind = kindOfTransfer(exchange.networkError);
    if (kind == ApiError::Kind::Offline && exchange.status != 0) {
        return {.kind = ApiError::Kind::BadPayload,
                .httpStatus = exchange.status,
                .detail = HttpErrorText::tr("the transfer was cut off")};
    }
    if (kind == ApiError::Kind::Offline && wasConnected(exchange)) {
        return {.kind = ApiError::Kind::Closed,
                .detail = HttpErrorText::tr("the connection was closed without a response")};
    }
    if (kind == ApiError::Kind::Timeout && exchange.isProxied && !exchange.isSent) {
        return {.kind = ApiError::Kind::Proxy,
                .detail = textFor(QNetworkReply::ProxyTimeoutError, {})};
    }
    if (kind == ApiError::Kind::Offline && exchange.isProxied)
        kind = ApiError::Kind::Proxy;
    return {.kind = kind,
            .httpStatus = exchange.status,
            .detail = textFor(exchange.networkError, oneLine(exchange.networkErrorText, exchange))};
}

using Wait = std::optional<std::chrono::milliseconds>;
constexpr std::chrono::milliseconds LongestWait = 24h;

//! Absent for a wait that makes no sense: in the past, or over a day ahead.
Wait sensible(Wait wait)
{
    return wait && *wait > 0ms && *wait <= LongestWait ? wait : Wait();
}

//! A number of seconds in decimal notation, perhaps with a fraction; absent for anything else, and
//! for more than milliseconds can count.
Wait decimalSeconds(const QByteArray &value)
{
    static const QRegularExpression decimal(uR"(\A\d{1,12}(\.\d+)?\z)"_s);
    const QString text = QString::fromLatin1(value.trimmed());
    if (!decimal.match(text).hasMatch())
        return {};
    return std::chrono::milliseconds(qRound64(text.toDouble() * 1000));
}

Wait retryAfterWait(const HttpExchange &exchange)
{
    if (const Wait wait = decimalSeconds(exchange.retryAfter))
        return wait;
    const QDateTime then = httpDate(exchange.retryAfter);
    return then.isValid() ? Wait(exchange.now.msecsTo(then)) : Wait();
}

Wait resetWait(const HttpExchange &exchange)
{
    const Wait reset = decimalSeconds(exchange.rateLimitReset);
    return reset ? Wait(reset->count() - exchange.now.toMSecsSinceEpoch()) : Wait();
}

//! Two digits mean the year that is at most 50 years ahead (RFC 9110, 5.6.7). 0 if it is no year.
int yearOf(const QString &text)
{
    const int year = text.toInt();
    if (text.size() != 2)
        return text.size() == 4 ? year : 0;
    const int now = QDate::currentDate().year();
    const int thisCentury = now - now % 100 + year;
    return thisCentury > now + 50 ? thisCentury - 100 : thisCentury;
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
    const bool isInterim = exchange.status >= 100 && exchange.status < 200;
    if (isInterim && exchange.networkError == QNetworkReply::NoError) { // Qt 6.4 skips only a 100
        return ApiError{.kind = ApiError::Kind::BadPayload,
                        .httpStatus = exchange.status,
                        .detail = HttpErrorText::tr("an interim response (status %1) came first, "
                                                    "and what follows it cannot be read")
                                      .arg(exchange.status)};
    }
    return transferError(exchange);
}

std::optional<std::chrono::milliseconds> requestedWait(const HttpExchange &exchange)
{
    const Wait wait = sensible(retryAfterWait(exchange));
    return wait ? wait : sensible(resetWait(exchange));
}

std::optional<RateBudget> rateBudget(const HttpExchange &exchange)
{
    bool hasLimit = false;
    bool hasRemaining = false;
    const int limit = exchange.rateLimit.trimmed().toInt(&hasLimit);
    const int remaining = exchange.rateLimitRemaining.trimmed().toInt(&hasRemaining);
    const Wait wait = resetWait(exchange);
    if (!hasLimit || !hasRemaining || limit < 1 || remaining < 0 || remaining > limit)
        return {};
    if (!wait || *wait > LongestWait)
        return {};
    return RateBudget{.limit = limit,
                      .remaining = remaining,
                      .untilReset = std::max(*wait, 0ms),
                      .readAt = QDateTime::currentDateTime()};
}

QDateTime httpDate(const QByteArray &value)
{
    static const QStringList months{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                    u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    // "Wed, 21 Oct 2015 07:28:00 GMT" or, by RFC 850, "Wednesday, 21-Oct-15 07:28:00 GMT"
    QStringList parts = QString::fromLatin1(value).replace(u'-', u' ').simplified().split(u' ');
    if (parts.size() == 5) // as C's asctime() writes it: "Wed Oct 21 07:28:00 2015"
        parts = {parts.at(0), parts.at(2), parts.at(1), parts.at(4), parts.at(3), u"GMT"_s};
    if (parts.size() != 6 || parts.at(5) != "GMT"_L1)
        return {};
    const QDate date(yearOf(parts.at(3)), int(months.indexOf(parts.at(2))) + 1,
                     parts.at(1).toInt());
    const QTime time = QTime::fromString(parts.at(4), u"hh:mm:ss"_s);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

QString tlsProblemText(const QSslError &problem)
{
    const QSslCertificate certificate = problem.certificate();
    switch (problem.error()) {
    case QSslError::SelfSignedCertificate:
        return HttpErrorText::tr("its certificate is self-signed and not trusted here");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return HttpErrorText::tr(
            "its certificate was not issued by an authority that this computer trusts");
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
