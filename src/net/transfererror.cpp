// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/transfererror.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct TransferErrorText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::TransferError)
};

ApiError::Kind kindOf(QNetworkReply::NetworkError error)
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
    default: // of Qt's sixty codes, the rest means that the host could not be reached
        return ApiError::Kind::Offline;
    }
}

QString wordsFor(QNetworkReply::NetworkError error, const QString &text)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return TransferErrorText::tr("no host of this name is found");
    case QNetworkReply::ConnectionRefusedError:
        return TransferErrorText::tr("it refuses the connection");
    case QNetworkReply::RemoteHostClosedError:
        return TransferErrorText::tr("it closed the connection without an answer");
    case QNetworkReply::ProxyConnectionRefusedError:
        return TransferErrorText::tr("it refuses the connection");
    case QNetworkReply::ProxyConnectionClosedError:
        return TransferErrorText::tr("it closed the connection");
    case QNetworkReply::ProxyNotFoundError:
        return TransferErrorText::tr("no host of its name is found");
    case QNetworkReply::ProxyTimeoutError:
        return TransferErrorText::tr("it does not answer");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return TransferErrorText::tr(
            "it wants a user and a password, or refuses those it was given");
    case QNetworkReply::UnknownContentError: // of its compression, or of what it unpacks to
        return TransferErrorText::tr("the answer cannot be unpacked");
    default:
        return text;
    }
}

QString shortDate(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

//! Whom a certificate names; its words are those of a stranger, so they are kept short.
QString namesOf(const QSslCertificate &certificate)
{
    constexpr qsizetype MostNames = 3;
    QStringList names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry)
        + certificate.subjectAlternativeNames().values(QSsl::IpAddressEntry);
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.mid(0, MostNames).join(", "_L1).left(100);
}

} // namespace

ApiError transferError(QNetworkReply::NetworkError error, int status, bool isProxied,
                       const QString &text)
{
    ApiError::Kind kind = kindOf(error);
    const bool wasConnected = error == QNetworkReply::RemoteHostClosedError;
    if (isProxied && kind == ApiError::Kind::Offline && !wasConnected)
        kind = ApiError::Kind::Proxy;
    if (status != 0 && kind == ApiError::Kind::Offline) {
        return {.kind = ApiError::Kind::BadPayload,
                .httpStatus = status,
                .detail = TransferErrorText::tr("the answer was cut off")};
    }
    return {.kind = kind, .httpStatus = status, .detail = wordsFor(error, text)};
}

QString tlsProblemText(const QSslError &problem)
{
    const QSslCertificate certificate = problem.certificate();
    switch (problem.error()) {
    case QSslError::SelfSignedCertificate:
        return TransferErrorText::tr("its certificate is self-signed, nobody vouches for it");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TransferErrorText::tr(
            "nobody whom this computer trusts vouches for its certificate");
    case QSslError::CertificateExpired:
        return TransferErrorText::tr("its certificate expired on %1")
            .arg(shortDate(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return TransferErrorText::tr(
                   "its certificate is not valid before %1; is this computer's clock right?")
            .arg(shortDate(certificate.effectiveDate()));
    case QSslError::HostNameMismatch:
        return TransferErrorText::tr("its certificate is for another host (%1)")
            .arg(namesOf(certificate));
    case QSslError::CertificateRevoked:
        return TransferErrorText::tr("its certificate was revoked");
    default:
        return problem.errorString();
    }
}

} // namespace Vestibule
