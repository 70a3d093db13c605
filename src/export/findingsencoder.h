// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/inventoryencoder.h"

#include <memory>

namespace Vestibule {

//! Writes findings as text for people: which inventory it is and how much of it was read, then each
//! rule once, with what it says and where that is documented, and below it the organizations and
//! connections. The tenant's texts pass
//! displaySafe().
[[nodiscard]] std::unique_ptr<InventoryEncoder> makeFindingsTextEncoder(
    const InventorySummary &summary);

} // namespace Vestibule
