// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/networksettings.h"
#include "core/organizationid.h"
#include "core/tenantdomain.h"
#include "store/secretstore.h"

#include <QString>

namespace Vestibule {

//! Why an input is refused, in a sentence beside its field or on standard error.
[[nodiscard]] QString problemText(TenantDomain::Problem problem);
[[nodiscard]] QString problemText(AccessToken::Problem problem);
[[nodiscard]] QString problemText(OrganizationIdProblem problem);
[[nodiscard]] QString problemText(CertificateProblem problem);

//! Why the keyring does not help, and what to do about it.
[[nodiscard]] QString secretErrorText(const SecretError &error);
//! The keyring did not keep or remove the proxy's password.
[[nodiscard]] QString proxyPasswordErrorText();

} // namespace Vestibule
