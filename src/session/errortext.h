// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/apierror.h"
#include "core/networksettings.h"
#include "core/organization.h"
#include "core/tenantdomain.h"
#include "store/secretstore.h"

#include <QString>

#include <chrono>

namespace Vestibule {

//! All error messages, for the window and for standard error. They are plain text, and contain the
//! tenant's own messages unchanged.

//! What the user can do about a failed request.
enum class ErrorAction {
    Retry,
    EnterToken,
    ChooseOrganization,
    UseOlderList,
    OpenTenantSettings, //!< the domain may be wrong
    OpenNetworkSettings, //!< the proxy or the CA certificate may be wrong
};

//! The cause in one sentence and what to do in another. The host is the requested one, as it is
//! shown to the user.
[[nodiscard]] QString errorText(const ApiError &error, const QString &host);
//! ApiError::detail as errorText() puts it into its sentence: safe to display, without full stops
//! and colons at its end.
[[nodiscard]] QString detailInSentence(const ApiError &error);
[[nodiscard]] ErrorAction errorAction(const ApiError &error);
//! The tenant refuses the application's secret, so that only another one can help.
[[nodiscard]] bool isSecretRefused(const ApiError &error);
//! The tenant refuses the token, or what was asked with it. Another token of the same application
//! may have other rights.
[[nodiscard]] bool isTokenRefused(const ApiError &error);
//! The tenant refuses the token because its time is over.
[[nodiscard]] bool isExpiredToken(const ApiError &error);
//! They replace errorText() for an expired token that the user cannot enter: that of an
//! application, and that of the demo tenant.
[[nodiscard]] QString expiredApplicationTokenText();
[[nodiscard]] QString refusedDemoTokenText();
//! The scopes of which the request needs one, as the tenant lists them ("a, b"); empty when the
//! cause is another one.
[[nodiscard]] QString missingScopes(const ApiError &error);

//! Why a request is repeated later, and when: "Rate limit reached. Retrying in 12 s.", and from a
//! minute on with the time of day: "Retrying in 4 min, at 03:20." The cause is that of
//! ReplyBase::retryScheduled().
[[nodiscard]] QString waitText(const ApiError &cause, std::chrono::seconds left);

//! Why an input is refused; shown beside its field or on standard error.
[[nodiscard]] QString problemText(TenantDomain::Problem problem);
//! The same, but names the tenant's domain if the refused text is an address of its dashboard.
[[nodiscard]] QString problemText(TenantDomain::Problem problem, const QString &text);
[[nodiscard]] QString problemText(AccessToken::Problem problem);
[[nodiscard]] QString problemText(OrganizationIdProblem problem);
[[nodiscard]] QString problemText(CertificateProblem problem);

//! Why the keyring cannot be used, and what to do about it.
[[nodiscard]] QString secretErrorText(const SecretError &error);
//! The settings could not be written to this file: in the dialog, where OK can be pressed again,
//! and in the window.
[[nodiscard]] QString settingsErrorText(const QString &fileName);
[[nodiscard]] QString unsavedSettingsText(const QString &fileName);
//! The keyring did not store or remove the proxy's password.
[[nodiscard]] QString proxyPasswordErrorText();

} // namespace Vestibule
