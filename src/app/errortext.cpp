// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ErrorText)
};

//! Words of others as a part of a sentence that goes on or ends behind them.
QString reason(const ApiError &error)
{
    QString words = error.detail;
    while (words.endsWith(u'.') || words.endsWith(u':'))
        words.chop(1);
    return words.isEmpty() ? ErrorText::tr("it gives no reason") : words;
}

//! The same at the end of a sentence.
QString finalReason(const ApiError &error)
{
    const QString words = reason(error);
    return words.endsWith(u'?') || words.endsWith(u'!') ? words : words + u'.';
}

//! The 403's message names the scopes behind this prefix. Source: the API's own clients read it so.
QString missingScopes(const ApiError &error)
{
    constexpr auto Prefix = "Insufficient scope, expected any of: "_L1;
    if (error.errorCode != "insufficient_scope"_L1 || !error.detail.startsWith(Prefix))
        return {};
    return error.detail.sliced(Prefix.size());
}

QString unauthorizedText(const ApiError &error)
{
    if (error.errorCode == "Bearer"_L1)
        return ErrorText::tr("The text given as the token is not a token. Paste the whole token.");
    if (error.detail.startsWith("Expired token"_L1))
        return ErrorText::tr("The token has expired. Enter a new one.");
    if (error.detail.startsWith("Invalid signature"_L1)) {
        return ErrorText::tr("The tenant refuses the token: its signature does not fit. "
                             "Is it a token of this tenant, pasted whole?");
    }
    if (error.detail.startsWith("Invalid token"_L1)) {
        return ErrorText::tr("The tenant refuses the token: it is not one for the Management API "
                             "of this tenant.");
    }
    return ErrorText::tr("The tenant refuses the token: %1").arg(finalReason(error));
}

QString forbiddenText(const ApiError &error)
{
    if (const QString scopes = missingScopes(error); !scopes.isEmpty())
        return ErrorText::tr("The token lacks the scope %1. Enter one that has it.").arg(scopes);
    return ErrorText::tr("The tenant does not allow this request: %1").arg(finalReason(error));
}

QString notFoundText(const ApiError &error)
{
    if (error.detail.startsWith("No organization"_L1))
        return ErrorText::tr("The tenant has no such organization. Check its ID.");
    return ErrorText::tr("The tenant does not know this request: it has no such organization, or "
                         "it does not offer the list of connections yet.");
}

QString serverText(const ApiError &error, const QString &host)
{
    const QString text = ErrorText::tr("%1 has a problem of its own (status %2). Try again later.");
    return text.arg(host).arg(error.httpStatus);
}

QString payloadText(const ApiError &error, const QString &host)
{
    return ErrorText::tr("The answer of %1 was not understood: %2 (%3)")
        .arg(host, finalReason(error), "GET "_L1 + error.request);
}

QString mismatchText(const ListingMismatch &mismatch)
{
    switch (mismatch.kind) {
    case ListingMismatch::Kind::TotalChanged:
        return ErrorText::tr("Nothing was written: the list changed while it was read (%1 "
                             "connections, then %2). Export again.")
            .arg(mismatch.expected)
            .arg(mismatch.got);
    case ListingMismatch::Kind::RowRepeated:
        return ErrorText::tr("Nothing was written: the list changed while it was read, and a "
                             "connection came twice. Export again.");
    case ListingMismatch::Kind::RowsMissing:
        return ErrorText::tr("Nothing was written: only %1 of %2 connections came. Export again.")
            .arg(mismatch.got)
            .arg(mismatch.expected);
    case ListingMismatch::Kind::BeyondEnd:
        if (mismatch.expected == 0)
            return ErrorText::tr("Nothing was written: page %1 is empty.").arg(mismatch.got);
        return ErrorText::tr("Nothing was written: page %1 is empty, there are %n page(s).",
                             nullptr, int(mismatch.expected))
            .arg(mismatch.got);
    }
    Q_UNREACHABLE();
}

QString countText(const ExportCount &count, const QString &target)
{
    if (!count.total)
        return ErrorText::tr("%n connection(s) written to %1.", nullptr, int(count.rows))
            .arg(target);
    return ErrorText::tr("%1 of %n connection(s) written to %2.", nullptr, int(*count.total))
        .arg(count.rows)
        .arg(target);
}

} // namespace

QString errorText(const ApiError &error, const QString &host)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
        return ErrorText::tr("%1 cannot be reached: %2").arg(host, finalReason(error));
    case ApiError::Kind::Timeout:
        return ErrorText::tr("No answer from %1.").arg(host);
    case ApiError::Kind::Tls:
        return ErrorText::tr("There is no secure connection to %1: %2 The token was not sent.")
            .arg(host, finalReason(error));
    case ApiError::Kind::Unauthorized:
        return unauthorizedText(error);
    case ApiError::Kind::Forbidden:
        return forbiddenText(error);
    case ApiError::Kind::NotFound:
        return notFoundText(error);
    case ApiError::Kind::RateLimited:
        return ErrorText::tr("The tenant's rate limit is reached. Try again in a minute.");
    case ApiError::Kind::Rejected:
        return ErrorText::tr("The tenant rejects the request: %1").arg(finalReason(error));
    case ApiError::Kind::Server:
        return serverText(error, host);
    case ApiError::Kind::BadPayload:
        return payloadText(error, host);
    }
    Q_UNREACHABLE();
}

ErrorAction errorAction(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Tls:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
        return ErrorAction::OpenSettings;
    case ApiError::Kind::Offline:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::Server:
    case ApiError::Kind::BadPayload:
        return ErrorAction::Retry;
    }
    Q_UNREACHABLE();
}

QString outcomeText(const ConnectionExport::Outcome &outcome, const QString &host,
                    const QString &targetName)
{
    const QString target = targetName.isEmpty() ? ErrorText::tr("standard output") : targetName;
    if (const auto *count = std::get_if<ExportCount>(&outcome))
        return countText(*count, target);
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return mismatchText(*mismatch);
    if (const auto *error = std::get_if<WriteError>(&outcome))
        return ErrorText::tr("%1 could not be written: %2.").arg(target, error->reason);
    return ErrorText::tr("Nothing was written. %1")
        .arg(errorText(std::get<ApiError>(outcome), host));
}

QString problemText(TenantDomain::Problem problem)
{
    switch (problem) {
    case TenantDomain::Problem::Empty:
        return ErrorText::tr("Enter the tenant's domain, such as acme.eu.auth0.com.");
    case TenantDomain::Problem::NotADomain:
        return ErrorText::tr("This is not a domain. A tenant's looks like acme.eu.auth0.com.");
    case TenantDomain::Problem::Incomplete:
        return ErrorText::tr("This is a name without its domain. Enter the whole of it, such as "
                             "acme.eu.auth0.com.");
    case TenantDomain::Problem::Dashboard:
        return ErrorText::tr("This is the address of the Auth0 Dashboard. A tenant's own domain "
                             "looks like acme.eu.auth0.com.");
    case TenantDomain::Problem::NotHttps:
        return ErrorText::tr("Only https is used. Plain http exists for this computer alone, such "
                             "as localhost:8080.");
    case TenantDomain::Problem::HasCredentials:
        return ErrorText::tr("This address holds a user name. Enter the domain alone.");
    }
    Q_UNREACHABLE();
}

QString problemText(AccessToken::Problem problem)
{
    switch (problem) {
    case AccessToken::Problem::Empty:
        return ErrorText::tr("Enter a Management API token.");
    case AccessToken::Problem::NotPrintable:
        return ErrorText::tr("A token has no blanks, line breaks or special signs in it. Paste it "
                             "alone and whole.");
    case AccessToken::Problem::TooLong:
        return ErrorText::tr("This is too long to be a token.");
    }
    Q_UNREACHABLE();
}

QString problemText(OrganizationIdProblem problem)
{
    switch (problem) {
    case OrganizationIdProblem::Empty:
        return ErrorText::tr("Enter the organization's ID, such as org_ and 16 letters or digits.");
    case OrganizationIdProblem::TooLong:
        return ErrorText::tr("An organization's ID has at most %n character(s).", nullptr,
                             MaximumOrganizationIdLength);
    case OrganizationIdProblem::NotAnId:
        return ErrorText::tr("This is not the ID of an organization. It looks like org_ and 16 "
                             "letters or digits.");
    }
    Q_UNREACHABLE();
}

QString waitText(const ApiError &cause, std::chrono::seconds left)
{
    if (cause.kind == ApiError::Kind::RateLimited) {
        return ErrorText::tr("The tenant's rate limit is reached. Next try in %n s.", nullptr,
                             int(left.count()));
    }
    if (cause.kind == ApiError::Kind::Timeout)
        return ErrorText::tr("No answer yet. Next try in %n s.", nullptr, int(left.count()));
    return ErrorText::tr("The tenant has a problem of its own (status %1). Next try in %n s.",
                         nullptr, int(left.count()))
        .arg(cause.httpStatus);
}

} // namespace Vestibule
