// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "session/subject.h"

#include <QString>

namespace Vestibule {

class PrivacyMode;

//! Names and titles of what the window looks at: each fits on one line, and is masked while privacy
//! mode is on.

//! "Production", "Staging", "Development".
[[nodiscard]] QString tenantKindText(TenantKind kind);
//! The tenant's name in the settings, or else its domain.
[[nodiscard]] QString tenantName(const Subject &subject, const PrivacyMode &privacy);
//! The name and what it is: "acme-prod (Production)", "acme.eu.auth0.com (saved, not live)"; or
//! "Demo tenant" alone.
[[nodiscard]] QString tenantTitle(const Subject &subject, const PrivacyMode &privacy);
//! Organization, tenant with its kind, program: "Acme Corp – acme-prod (Production) – Vestibule".
//! The organization is left out while its id is empty.
[[nodiscard]] QString windowTitleText(const Subject &subject, const Organization &organization,
                                      const PrivacyMode &privacy);

} // namespace Vestibule
