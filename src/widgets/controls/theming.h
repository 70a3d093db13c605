// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/appearance.h"

#include <QColor>
#include <QPalette>

namespace Vestibule {

//! The colours of the window: what else there are, the bands of tenants (kindcolor) and the tints
//! of the banner, is the same in every theme. Text has a contrast of at least 4.5 to 1, of 7 to 1
//! in Theme::HighContrast (WCAG 2.1, 1.4.3 and 1.4.6). Of Theme::System: what the platform says.
[[nodiscard]] QPalette themePalette(Theme theme);

//! At once, for the whole application. A theme of our own is drawn in Qt's Fusion style, which
//! takes every colour from the palette; with Theme::System the platform's own style comes back.
void applyTheme(Theme theme);

//! Text that stands back: two thirds of the way from the background to the text, which keeps a
//! contrast of 4.5 to 1 where the text itself has 7 to 1.
[[nodiscard]] QColor mutedTextColor(const QPalette &palette);
//! The application's palette with such a text, for a label.
[[nodiscard]] QPalette mutedPalette();

//! Amber that keeps a contrast of 4.5 to 1 on a light window as on a dark one.
[[nodiscard]] QColor warningColor(const QPalette &palette);

} // namespace Vestibule
