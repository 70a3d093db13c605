// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/listingoverview.h"

#include <QString>

#include <optional>

namespace Vestibule {

// The words of the overview of one organization's listing. A value has the same words as in the
// lists of an inventory, and a hint those of its finding.

//! Which rows an overview is of.
struct OverviewExtent {
    qsizetype rows = 0;
    std::optional<qsizetype> total{}; //!< of the whole listing; absent if it is not known
    bool isWhole = true; //!< false: the listing has, or may have, other rows
    bool isSavedPart = false; //!< rows of a saved view that was made of a part of a listing
};

//! "10 connections", or which of how many.
[[nodiscard]] QString overviewCaption(const OverviewExtent &extent);

[[nodiscard]] QString overviewLabel(FlagChoice isEnabled);
[[nodiscard]] QString overviewLabel(const ListedLevel &accessLevel);
[[nodiscard]] QString overviewLabel(ConnectionHint hint);

//! The number of rows for screen readers and tooltips: "Okta: 12 connections".
[[nodiscard]] QString spokenRows(const QString &label, qsizetype rows);
//! With the severity of the hint.
[[nodiscard]] QString spokenRows(ConnectionHint hint, qsizetype rows);
//! The number beside the bar of a hint, with its severity if that is high.
[[nodiscard]] QString hintNumber(ConnectionHint hint, qsizetype rows);

} // namespace Vestibule
