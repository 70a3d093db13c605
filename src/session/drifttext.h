// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "formats/driftencoder.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace Vestibule {

//! "2 added, 1 removed, 3 changed; 1,204 links are the same.", or that there is no difference. For
//! listings it counts connections.
[[nodiscard]] QString driftCountsText(const Drift &drift);
//! The same for the window and the report, where the differences stand beside it: "3 values
//! changed", because one link may have several.
[[nodiscard]] QString driftValuesText(const Drift &drift);
//! Whether one of the two inventories is complete, or one of the two listings whole: "complete", "a
//! part of the listing".
[[nodiscard]] QString driftExtentText(const Drift &drift, const InventorySummary &summary);
//! What could not be compared, and why, in sentences; empty if everything was.
[[nodiscard]] QStringList driftNotes(const Drift &drift);
//! How far a comparison is.
[[nodiscard]] QString comparingText(int percent);
//! A value for people: texts in quotation marks, "not sent", or "null".
[[nodiscard]] QString driftValueText(const DriftValue &value);
//! Why two inventories cannot be compared, and what helps, in one sentence.
[[nodiscard]] QString comparisonProblemText(const InventoryProblem &problem);

//! Writes the differences for people: both inventories, a line for each difference below its
//! organization, and how many there are. The drift must live as long as the encoder.
[[nodiscard]] std::unique_ptr<DriftEncoder> makeDriftTextEncoder(const Drift &drift);

} // namespace Vestibule
