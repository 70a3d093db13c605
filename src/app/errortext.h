// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/connectionexport.h"
#include "core/accesstoken.h"
#include "core/apierror.h"
#include "core/organizationid.h"
#include "core/tenantdomain.h"

#include <QString>

namespace Vestibule {

//! What a person can do about a failure.
enum class ErrorAction { Retry, OpenSettings };

//! Every failure is worded here and nowhere else, for the window and for standard error alike. All
//! texts are plain text; words of a tenant in them are shown as they came.

//! The cause in a sentence and what to do in another. \a host is what was asked, for people.
[[nodiscard]] QString errorText(const ApiError &error, const QString &host);
[[nodiscard]] ErrorAction errorAction(const ApiError &error);

//! How an export ended: "132 of 132 connections written to acme.csv.", or why nothing was written.
//! \a targetName is a path; empty for standard output.
[[nodiscard]] QString outcomeText(const ConnectionExport::Outcome &outcome, const QString &host,
                                  const QString &targetName);

//! Why an input is refused, beside its field or on standard error.
[[nodiscard]] QString problemText(TenantDomain::Problem problem);
[[nodiscard]] QString problemText(AccessToken::Problem problem);
[[nodiscard]] QString problemText(OrganizationIdProblem problem);

//! Why the program waits: "The rate limit is reached. Next try in 12 s."
[[nodiscard]] QString waitText(const ApiError &cause, std::chrono::seconds left);

} // namespace Vestibule
