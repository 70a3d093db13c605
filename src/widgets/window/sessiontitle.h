// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tenantsession.h"

namespace Vestibule {

//! Organization, tenant with its kind, program: "Acme Corp – acme-prod (Production) – Vestibule".
//! \a organizationId is empty while there is none.
[[nodiscard]] QString sessionTitle(const TenantSession &session, const QString &organizationId);

} // namespace Vestibule
