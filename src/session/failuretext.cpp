// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/failuretext.h"

#include "core/managementurl.h"
#include "core/tries.h"
#include "models/displaytext.h"
#include "session/errortext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct FailureText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::FailureText)
};

//! 0 where the number is not limited.
int mostTries(const ApiError &cause)
{
    switch (cause.kind) {
    case ApiError::Kind::Server:
    case ApiError::Kind::Intermediary:
        return ServerTries;
    case ApiError::Kind::Timeout:
        return TimeoutTries;
    case ApiError::Kind::Closed:
        return ClosedTries;
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Offline:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Tls:
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::BadPayload:
        return 0; // these are not repeated, or as long as the tenant says
    }
    Q_UNREACHABLE();
}

QString causeText(const Retry &retry)
{
    const QString status = QString::number(retry.cause.httpStatus);
    switch (retry.cause.kind) {
    case ApiError::Kind::RateLimited:
        return FailureText::tr("Rate limit reached.");
    case ApiError::Kind::Timeout:
        return FailureText::tr("No response in %1.", "a duration").arg(durationText(retry.silence));
    case ApiError::Kind::Closed:
        return FailureText::tr("The connection was closed without a response.");
    case ApiError::Kind::Intermediary:
        return FailureText::tr("Something other than the tenant responded (status %1).")
            .arg(status);
    case ApiError::Kind::Server:
    case ApiError::Kind::Offline:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Tls:
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::BadPayload:
        return FailureText::tr("The tenant reported a server error (status %1).").arg(status);
    }
    Q_UNREACHABLE();
}

} // namespace

QString failureTitle(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Closed:
        return FailureText::tr("Cannot reach the tenant");
    case ApiError::Kind::Proxy:
        return FailureText::tr("No connection through the proxy");
    case ApiError::Kind::Timeout:
        return FailureText::tr("No response");
    case ApiError::Kind::Tls:
        return FailureText::tr("No secure connection");
    case ApiError::Kind::SignIn:
        return FailureText::tr("Sign-in failed");
    case ApiError::Kind::Unauthorized:
        // With status 0 it was not sent, because it expired while it waited.
        return error.httpStatus == 0 || isExpiredToken(error) ? FailureText::tr("Token expired")
                                                              : FailureText::tr("Token refused");
    case ApiError::Kind::Forbidden:
        return missingScopes(error).isEmpty() ? FailureText::tr("Not allowed")
                                              : FailureText::tr("A scope is missing");
    case ApiError::Kind::NotFound:
        return FailureText::tr("Not found");
    case ApiError::Kind::RateLimited:
        return FailureText::tr("Rate limit reached");
    case ApiError::Kind::Rejected:
        return FailureText::tr("Request rejected");
    case ApiError::Kind::Server:
        return FailureText::tr("Server error");
    case ApiError::Kind::Intermediary:
    case ApiError::Kind::BadPayload:
        return FailureText::tr("Unexpected response");
    }
    Q_UNREACHABLE();
}

QString failureDetails(const ApiError &error)
{
    QStringList lines;
    if (!error.request.isEmpty())
        lines.append((isTokenRequest(error.request) ? "POST "_L1 : "GET "_L1) + error.request);
    if (error.httpStatus > 0)
        lines.append(FailureText::tr("Status: %1").arg(error.httpStatus));
    if (!error.errorCode.isEmpty())
        lines.append(FailureText::tr("Error code: %1").arg(error.errorCode));
    if (!error.detail.isEmpty())
        lines.append(FailureText::tr("Message: %1").arg(error.detail));
    for (QString &line : lines)
        line = displaySafe(line);
    return lines.join(u'\n');
}

std::optional<QString> refusedAccessText(const ApiError &error)
{
    if (error.kind == ApiError::Kind::Unauthorized)
        return FailureText::tr("Token refused by the tenant");
    if (error.kind == ApiError::Kind::Forbidden) {
        return missingScopes(error).isEmpty() ? FailureText::tr("Token refused by the tenant")
                                              : FailureText::tr("Token lacks a scope");
    }
    if (isSecretRefused(error))
        return FailureText::tr("Client secret: refused by the tenant");
    return {};
}

QString retryText(const Retry &retry, std::chrono::seconds left)
{
    const int most = mostTries(retry.cause);
    const QLocale locale;
    if (left.count() > 0 && most == 0)
        return waitText(retry.cause, left);
    QString next;
    if (most == 0) {
        next = FailureText::tr("Retrying…");
    } else if (left.count() <= 0) {
        next = FailureText::tr("Retrying (%1 of %2)…", "tries")
                   .arg(locale.toString(retry.tries + 1), locale.toString(most));
    } else {
        next =
            FailureText::tr("Retrying in %1 (%2 of %3).", "a duration, and tries")
                .arg(durationText(left), locale.toString(retry.tries + 1), locale.toString(most));
    }
    return FailureText::tr("%1 %2", "a sentence, then another").arg(causeText(retry), next);
}

} // namespace Vestibule
