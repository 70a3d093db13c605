// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QString>

namespace Vestibule {

//! "Acme Corp  ·  acme-corp  ·  org_...": what is known of it, after displaySafe().
[[nodiscard]] QString organizationText(const Organization &organization);
//! Its display name, otherwise its name, otherwise its id; after displaySafe().
[[nodiscard]] QString organizationTitle(const Organization &organization);

} // namespace Vestibule
