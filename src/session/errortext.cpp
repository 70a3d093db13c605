// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/errortext.h"

#include "core/managementurl.h"
#include "models/displaytext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ErrorText)
};

//! The tenant's or the system's message as a part of a sentence.
QString reason(const ApiError &error)
{
    const QString words = detailInSentence(error);
    return words.isEmpty() ? ErrorText::tr("no reason given") : words;
}

//! The same, at the end of a sentence.
QString finalReason(const ApiError &error)
{
    const QString words = reason(error);
    return words.endsWith(u'?') || words.endsWith(u'!') ? words : words + u'.';
}

bool isUnknownOrganization(const ApiError &error)
{
    return error.detail.startsWith("No organization"_L1);
}

//! The API's message for a route that it does not have.
bool isUnknownRoute(const ApiError &error)
{
    return error.detail == "Not Found"_L1;
}

QString timeoutText(const ApiError &error, const QString &host)
{
    const bool hadBegun = error.httpStatus >= 200 && error.httpStatus < 300;
    return hadBegun
        ? ErrorText::tr("%1 stopped responding mid-transfer. Try again.").arg(host)
        : ErrorText::tr("No response from %1. Check your network connection, or try again later.")
              .arg(host);
}

QString unauthorizedText(const ApiError &error)
{
    if (error.errorCode == "Bearer"_L1)
        return ErrorText::tr("This text is not a token. Paste the complete token.");
    if (isExpiredToken(error))
        return ErrorText::tr("The token has expired. Enter a new one.");
    if (error.detail.startsWith("Invalid signature"_L1)) {
        return ErrorText::tr("The tenant refuses the token: its signature is not valid. Is it a "
                             "complete token of this tenant?");
    }
    if (error.detail.startsWith("Invalid token"_L1)) {
        return ErrorText::tr(
            "The tenant refuses the token: it is not for the Management API of this tenant.");
    }
    if (error.detail.startsWith("Missing authentication"_L1)) {
        return ErrorText::tr("The token did not reach the tenant: something in between, such as a "
                             "proxy, removed it.");
    }
    return ErrorText::tr("The tenant refuses the token: %1").arg(finalReason(error));
}

//! Whether there is no token endpoint, and so no tenant.
bool isNoTenant(const ApiError &error)
{
    constexpr int NotFound = 404;
    return error.kind == ApiError::Kind::SignIn && error.httpStatus == NotFound
        && error.errorCode.isEmpty();
}

//! The token endpoint's own words, which are the only thing that tells its errors apart.
QString signInText(const ApiError &error, const QString &host)
{
    if (isNoTenant(error)) {
        return ErrorText::tr(
                   "%1 does not respond like an Auth0 tenant (status 404). Check the domain.")
            .arg(host);
    }
    if (error.errorCode == "unauthorized_client"_L1)
        return ErrorText::tr("The application is not allowed to sign in: enable the grant Client "
                             "Credentials in its advanced settings.");
    if (error.detail.startsWith("Client is not authorized"_L1))
        return ErrorText::tr("The application is not authorized for the Management API: open "
                             "Applications > APIs > Auth0 Management API > Machine to Machine "
                             "Applications in the Auth0 Dashboard, and authorize it.");
    if (error.detail.startsWith("Service not found"_L1))
        return ErrorText::tr(
            "The tenant does not know the audience. With a custom domain, enter the audience of "
            "the tenant itself, such as https://acme.eu.auth0.com/api/v2/.");
    if (isSecretRefused(error))
        return ErrorText::tr(
            "The tenant does not accept the client ID or the client secret. Check both.");
    return ErrorText::tr("The application could not sign in: %1").arg(finalReason(error));
}

QString forbiddenText(const ApiError &error)
{
    if (const QString scopes = missingScopes(error); !scopes.isEmpty())
        return ErrorText::tr("The token lacks the scope %1. Grant it to the application, then sign "
                             "in again or enter a new token.")
            .arg(scopes);
    return ErrorText::tr("The tenant does not allow this request: %1").arg(finalReason(error));
}

QString notFoundText(const ApiError &error, const QString &host)
{
    if (isUnknownOrganization(error))
        return ErrorText::tr("The tenant has no organization with this ID. Check the ID.");
    if (isUnknownRoute(error)) {
        return ErrorText::tr("This tenant does not offer the list of all connections yet. The "
                             "older list has only the enabled ones, with fewer fields.");
    }
    if (error.detail.isEmpty()) {
        return ErrorText::tr(
                   "%1 does not respond like an Auth0 tenant (status 404). Check the domain.")
            .arg(host);
    }
    return ErrorText::tr("The tenant did not find what was requested: %1").arg(finalReason(error));
}

//! "in 12 s"; a long wait has its time of day as well: "in 2 h, at 03:20".
QString momentText(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
    const QString duration = durationText(seconds);
    if (seconds < 1min)
        return ErrorText::tr("in %1", "a duration, after “Try again”").arg(duration);
    // Up to the next minute: before it, another try would be too early.
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime then = now.addSecs(seconds.count() + 59);
    const QString format = then.date() == now.date() ? u"HH:mm"_s : u"d MMM yyyy HH:mm"_s;
    return ErrorText::tr("in %1, at %2", "a duration, after “Try again”, and a time of day")
        .arg(duration, datedText(then, format));
}

QString rateLimitText(const ApiError &error)
{
    if (!error.retryAfter)
        return ErrorText::tr("Rate limit reached. Try again in a minute.");
    return ErrorText::tr("Rate limit reached. Try again %1.").arg(momentText(*error.retryAfter));
}

QString serverText(const ApiError &error, const QString &host)
{
    const QString status = QString::number(error.httpStatus);
    if (!error.retryAfter) {
        return ErrorText::tr("%1 reported a server error (status %2). Try again later.")
            .arg(host, status);
    }
    return ErrorText::tr("%1 reported a server error (status %2). Try again %3.")
        .arg(host, status, momentText(*error.retryAfter));
}

QString intermediaryText(const ApiError &error)
{
    const QString status = QString::number(error.httpStatus);
    if (error.detail.isEmpty()) {
        return ErrorText::tr(
                   "A web page came instead of the tenant's response, perhaps from a proxy or "
                   "firewall (status %1). Check your network connection, or try again later.")
            .arg(status);
    }
    return ErrorText::tr("Something other than the tenant responded, perhaps a proxy or firewall "
                         "(status %1): %2 Check your network connection, or try again later.")
        .arg(status, finalReason(error));
}

QString unexpectedText(const ApiError &error, const QString &host)
{
    if (error.request.isEmpty())
        return ErrorText::tr("The response from %1 cannot be used: %2")
            .arg(host, finalReason(error));
    return ErrorText::tr("The response from %1 cannot be used: %2 (%3)")
        .arg(host, finalReason(error),
             (isTokenRequest(error.request) ? "POST "_L1 : "GET "_L1) + error.request);
}

} // namespace

bool isSecretRefused(const ApiError &error)
{
    constexpr int Unauthorized = 401;
    return error.kind == ApiError::Kind::SignIn
        && (error.errorCode == "invalid_client"_L1
            || (error.errorCode == "access_denied"_L1 && error.httpStatus == Unauthorized));
}

bool isTokenRefused(const ApiError &error)
{
    return error.kind == ApiError::Kind::Unauthorized || error.kind == ApiError::Kind::Forbidden;
}

QString missingScopes(const ApiError &error)
{
    // In the message of a 403, the scopes follow this prefix. The API's own clients rely on it.
    constexpr auto Prefix = "Insufficient scope, expected any of: "_L1;
    if (error.errorCode != "insufficient_scope"_L1 || !error.detail.startsWith(Prefix))
        return {};
    return displaySafe(error.detail.sliced(Prefix.size()));
}

QString detailInSentence(const ApiError &error)
{
    QString words = error.detail;
    while (words.endsWith(u'.') || words.endsWith(u':'))
        words.chop(1);
    return displaySafe(words);
}

QString errorText(const ApiError &error, const QString &host)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Closed:
        return ErrorText::tr("%1 cannot be reached: %2 Check the domain and your network "
                             "connection.")
            .arg(host, finalReason(error));
    case ApiError::Kind::Proxy:
        return ErrorText::tr(
                   "%1 cannot be reached through the proxy: %2 Check the proxy in the settings.")
            .arg(host, finalReason(error));
    case ApiError::Kind::Timeout:
        return timeoutText(error, host);
    case ApiError::Kind::Tls:
        return ErrorText::tr("There is no secure connection to %1: %2 The token was not sent. "
                             "Check the domain; if your company inspects network traffic, add its "
                             "CA certificate in the settings.")
            .arg(host, finalReason(error));
    case ApiError::Kind::SignIn:
        return signInText(error, host);
    case ApiError::Kind::Unauthorized:
        return unauthorizedText(error);
    case ApiError::Kind::Forbidden:
        return forbiddenText(error);
    case ApiError::Kind::NotFound:
        return notFoundText(error, host);
    case ApiError::Kind::RateLimited:
        return rateLimitText(error);
    case ApiError::Kind::Rejected:
        return ErrorText::tr("The tenant rejected the request: %1").arg(finalReason(error));
    case ApiError::Kind::Server:
        return serverText(error, host);
    case ApiError::Kind::Intermediary:
        return intermediaryText(error);
    case ApiError::Kind::BadPayload:
        return unexpectedText(error, host);
    }
    Q_UNREACHABLE();
}

bool isExpiredToken(const ApiError &error)
{
    return error.kind == ApiError::Kind::Unauthorized
        && error.detail.startsWith("Expired token"_L1);
}

QString expiredApplicationTokenText()
{
    return ErrorText::tr("The token has expired. Sign in again to get another one.");
}

QString refusedDemoTokenText()
{
    return ErrorText::tr("The demo tenant refused its token.");
}

ErrorAction errorAction(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::SignIn:
        return isNoTenant(error) ? ErrorAction::OpenTenantSettings : ErrorAction::EnterToken;
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
        return ErrorAction::EnterToken;
    case ApiError::Kind::NotFound:
        return isUnknownOrganization(error) ? ErrorAction::ChooseOrganization
            : isUnknownRoute(error)         ? ErrorAction::UseOlderList
                                            : ErrorAction::OpenTenantSettings;
    case ApiError::Kind::Tls:
    case ApiError::Kind::Proxy:
        return ErrorAction::OpenNetworkSettings;
    case ApiError::Kind::Offline:
    case ApiError::Kind::Closed:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::Server:
    case ApiError::Kind::Intermediary:
    case ApiError::Kind::BadPayload:
        return ErrorAction::Retry;
    }
    Q_UNREACHABLE();
}

QString waitText(const ApiError &cause, std::chrono::seconds left)
{
    const QString moment = momentText(left);
    if (cause.kind == ApiError::Kind::RateLimited && cause.httpStatus == 0)
        return ErrorText::tr("Waiting for the tenant's rate limit. Continuing %1.").arg(moment);
    if (cause.kind == ApiError::Kind::RateLimited)
        return ErrorText::tr("Rate limit reached. Retrying %1.").arg(moment);
    if (cause.kind == ApiError::Kind::Timeout)
        return ErrorText::tr("No response yet. Retrying %1.").arg(moment);
    if (cause.kind == ApiError::Kind::Closed)
        return ErrorText::tr("The connection was closed without a response. Retrying %1.")
            .arg(moment);
    const QString status = QString::number(cause.httpStatus);
    if (cause.kind == ApiError::Kind::Intermediary) {
        return ErrorText::tr("Something other than the tenant responded (status %1). Retrying %2.")
            .arg(status, moment);
    }
    return ErrorText::tr("The tenant reported a server error (status %1). Retrying %2.")
        .arg(status, moment);
}

QString problemText(TenantDomain::Problem problem)
{
    switch (problem) {
    case TenantDomain::Problem::Empty:
        return ErrorText::tr("Enter the tenant's domain, such as acme.eu.auth0.com.");
    case TenantDomain::Problem::NotADomain:
        return ErrorText::tr(
            "This is not a domain. A tenant's domain looks like acme.eu.auth0.com.");
    case TenantDomain::Problem::Incomplete:
        return ErrorText::tr(
            "This domain is incomplete. Enter all of it, such as acme.eu.auth0.com.");
    case TenantDomain::Problem::Dashboard:
        return ErrorText::tr("This is the address of the Auth0 Dashboard. A tenant's domain looks "
                             "like acme.eu.auth0.com.");
    case TenantDomain::Problem::NotHttps:
        return ErrorText::tr("Only https is allowed. http is accepted for this computer only, such "
                             "as localhost:8080.");
    case TenantDomain::Problem::HasCredentials:
        return ErrorText::tr("This address contains a user name. Enter only the domain.");
    }
    Q_UNREACHABLE();
}

QString problemText(TenantDomain::Problem problem, const QString &text)
{
    const TenantDomain tenant = problem == TenantDomain::Problem::Dashboard
        ? TenantDomain::fromDashboard(text)
        : TenantDomain();
    if (tenant.isEmpty())
        return problemText(problem);
    return ErrorText::tr(
               "This is the address of the Auth0 Dashboard. The domain of this tenant is %1.")
        .arg(tenant.text());
}

QString problemText(AccessToken::Problem problem)
{
    switch (problem) {
    case AccessToken::Problem::Empty:
        return ErrorText::tr("Enter a Management API token.");
    case AccessToken::Problem::ForeignCharacter:
        return ErrorText::tr("A token has no spaces, line breaks or special characters. Paste the "
                             "complete token and nothing else.");
    case AccessToken::Problem::NotWhole:
        return ErrorText::tr("This token is incomplete or was changed. Copy it again.");
    case AccessToken::Problem::Several:
        return ErrorText::tr("This text contains more than one token. Paste only the one to use.");
    case AccessToken::Problem::TooLong:
        return ErrorText::tr("This is too long to be a token.");
    }
    Q_UNREACHABLE();
}

QString problemText(OrganizationIdProblem problem)
{
    switch (problem) {
    case OrganizationIdProblem::Empty:
        return ErrorText::tr(
            "Enter the organization's ID, for example org_ followed by 16 letters or digits.");
    case OrganizationIdProblem::TooLong:
        return ErrorText::tr("An organization's ID has at most %n character(s).", nullptr,
                             MaximumOrganizationIdLength);
    case OrganizationIdProblem::NotAnId:
        return ErrorText::tr("This is not the ID of an organization. It looks like org_ followed "
                             "by 16 letters or digits.");
    }
    Q_UNREACHABLE();
}

QString problemText(CertificateProblem problem)
{
    switch (problem) {
    case CertificateProblem::Unreadable:
        return ErrorText::tr("The file with the CA certificate cannot be read.");
    case CertificateProblem::TooLarge:
        return ErrorText::tr("The file with the CA certificate is larger than 1 MiB.");
    case CertificateProblem::NoCertificate:
        return ErrorText::tr("This file contains no certificate in PEM format.");
    }
    Q_UNREACHABLE();
}

QString secretErrorText(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::Unavailable:
        return ErrorText::tr(
            "No keyring is available: tokens and secrets are kept for this session only.");
    case SecretError::Kind::Silent:
        return ErrorText::tr("The keyring does not respond. Try again, or enter the token or "
                             "secret for this session.");
    case SecretError::Kind::Locked:
        return ErrorText::tr("The keyring is locked. Unlock it and try again, or enter the token "
                             "or secret for this session.");
    case SecretError::Kind::Denied:
        return ErrorText::tr("The keyring denied access to this program. Allow it and try again, "
                             "or enter the token or secret for this session.");
    case SecretError::Kind::Broken:
        return ErrorText::tr(
            "The keyring's entry for this tenant is damaged. Enter the token or secret again.");
    }
    Q_UNREACHABLE();
}

QString settingsErrorText(const QString &fileName)
{
    return ErrorText::tr("The settings were not saved: %1 cannot be written. Press OK again to use "
                         "them until you quit.")
        .arg(QDir::toNativeSeparators(fileName));
}

QString unsavedSettingsText(const QString &fileName)
{
    return ErrorText::tr("Settings, columns and recent organizations are kept only until you quit: "
                         "%1 cannot be written.")
        .arg(QDir::toNativeSeparators(fileName));
}

QString proxyPasswordErrorText()
{
    return ErrorText::tr(
        "The keyring did not save the proxy's password: the change applies to this session only.");
}

} // namespace Vestibule
