// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/connectionwords.h"

#include <QIcon>

namespace Vestibule {

//! The icon beside the word of a flag or level; null for plain text.
[[nodiscard]] QIcon meaningIcon(CellMeaning meaning);

//! The icon of a strategy's category.
[[nodiscard]] QIcon categoryIcon(StrategyCategory category);

} // namespace Vestibule
