// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/appearance.h"

#include <QPalette>

namespace Vestibule {

//! Every colour of the window comes from here. Text has a contrast of at least 4.5 to 1, of 7 to 1
//! in Theme::HighContrast (WCAG 2.1, 1.4.3 and 1.4.6). Of Theme::System: what the platform says.
[[nodiscard]] QPalette themePalette(Theme theme);

//! At once, for the whole application. A theme of our own is drawn in Qt's Fusion style, which
//! takes every colour from the palette; with Theme::System the platform's own style comes back.
void applyTheme(Theme theme);

} // namespace Vestibule
