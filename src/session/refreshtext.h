// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"

#include <QString>

namespace Vestibule {

struct RefreshNote {
    QString sentence{};
    bool hasChanges = false;
};

//! What has changed between two readings of the same page, for people who have just refreshed it:
//! "1 connection more than at 14:03:20.", "2 connections changed since 14:03:20.", "Nothing has
//! changed since 14:03:20." The totals count, too, because a new row may be on another page; where
//! there are other pages, the rest is said of this page alone.
[[nodiscard]] RefreshNote refreshNote(const ConnectionPage &before, const ConnectionPage &after);

} // namespace Vestibule
