// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"

#include <QString>
#include <QStringList>

namespace Vestibule {

class PrivacyMode;

//! The tenant of an inventory for people: its domain, or "Demo tenant".
[[nodiscard]] QString inventoryTenantText(const QString &tenant, const PrivacyMode &privacy);

//! Why an inventory cannot be used, and what helps, in one sentence.
[[nodiscard]] QString inventoryProblemText(const InventoryProblem &problem);

//! "29 Nov, 14:03 – 14:27": when the inventory was read, in local time. Empty before a sweep.
[[nodiscard]] QString periodText(const InventorySummary &summary);
//! The same beside that of another inventory: with seconds, if only they tell both apart.
[[nodiscard]] QString periodTextBeside(const InventorySummary &summary,
                                       const InventorySummary &other);
//! "1,204 of 1,204 organizations read", and what is missing: "1,201 of 1,204 organizations read,
//! 2 failed, 1 waiting".
[[nodiscard]] QString countsText(const SweepCounts &counts);
//! "complete", or "not complete".
[[nodiscard]] QString completenessText(const InventorySummary &summary);
//! Of an inventory that is not complete: what is missing, in one sentence.
[[nodiscard]] QString incompleteText(const InventorySummary &summary);
//! "Complete: 257 organizations listed, 255 read, 0 failed, 2 gone, 0 waiting.": always all
//! numbers, so that they can be added up.
[[nodiscard]] QString coverageText(const InventorySummary &summary);
//! What the inventory does not cover, in sentences; empty when it covers all.
[[nodiscard]] QStringList coverageNotes(const InventorySummary &summary);

} // namespace Vestibule
