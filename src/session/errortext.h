// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"

#include <QString>

#include <chrono>

namespace Vestibule {

//! What a person can do about a failure.
enum class ErrorAction {
    Retry,
    EnterToken,
    ChooseOrganization,
    UseOlderList,
    OpenTenantSettings, //!< the domain may be another one
    OpenNetworkSettings, //!< the proxy or the CA certificate may be
};

//! Every failed request is worded here and nowhere else, for the window and for standard error
//! alike. All texts are plain text; words of a tenant in them are shown as they came.

//! The cause in a sentence and what to do in another. \a host is what was asked, for people.
[[nodiscard]] QString errorText(const ApiError &error, const QString &host);
//! The words in ApiError::detail as errorText() puts them into its sentence: without the signs that
//! would end them there.
[[nodiscard]] QString detailInSentence(const ApiError &error);
[[nodiscard]] ErrorAction errorAction(const ApiError &error);
//! The scopes that would do, as the tenant names them ("a, b"); empty when a scope is not the
//! cause.
[[nodiscard]] QString missingScopes(const ApiError &error);

//! Why a request is made again later, and when: "The tenant's rate limit is reached. Next try in
//! 12 s." \a cause is that of ReplyBase::retryScheduled().
[[nodiscard]] QString waitText(const ApiError &cause, std::chrono::seconds left);

} // namespace Vestibule
