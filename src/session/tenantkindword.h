// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"

#include <QString>

namespace Vestibule {

//! "Production", "Staging", "Development".
[[nodiscard]] QString tenantKindWord(TenantKind kind);

} // namespace Vestibule
