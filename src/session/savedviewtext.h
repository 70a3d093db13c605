// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/savedview.h"

#include <QString>

namespace Vestibule {

//! The text over the rows of a saved view: that they are not live, when they were read, and whether
//! they are all. The tenant's name is as the window shows it.
[[nodiscard]] QString savedViewText(const SavedView &view, const QString &tenant);
//! Why this file does not open.
[[nodiscard]] QString savedViewProblemText(const SavedViewProblem &problem, const QString &file);

} // namespace Vestibule
