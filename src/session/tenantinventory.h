// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/subject.h"

#include <QString>

namespace Vestibule {

// The inventories of the tenant that a window looks at. Its own one is filled by sweeps; the
// program keeps copies of it, and the user has files anywhere.

//! InventorySummary::tenant of what the window looks at; empty when that is no tenant.
[[nodiscard]] QString inventoryTenantOf(const Subject &subject);
//! Whether the path is that of a file, and not of the tenant's own inventory. False if it is empty.
[[nodiscard]] bool isInventoryFile(const QString &path, const Subject &subject);
//! Whether it is a file, and not one that the program keeps.
[[nodiscard]] bool isKeptByUser(const QString &path, const Subject &subject);

} // namespace Vestibule
