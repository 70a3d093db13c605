// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QString>

namespace Vestibule {

//! "Acme Corp  ·  acme-corp  ·  org_...": as much as is known, fit for one line on screen.
[[nodiscard]] QString organizationText(const Organization &organization);
//! What people call it, or else its id; fit for a sentence or a title.
[[nodiscard]] QString organizationTitle(const Organization &organization);

} // namespace Vestibule
