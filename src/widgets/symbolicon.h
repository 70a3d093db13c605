// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace Vestibule {

//! The icon `:/icons/<name>.svg` of the program's one family, drawn in the palette's text colour:
//! it follows a change of theme at once, and is sharp at every scale.
[[nodiscard]] QIcon symbolIcon(const QString &name);

//! The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

//! Text that stands back: two thirds of the way from the background to the text, which keeps a
//! contrast of 4.5 to 1 where the text itself has 7 to 1.
[[nodiscard]] QColor mutedTextColor(const QPalette &palette);
//! The application's palette with such a text, for a label.
[[nodiscard]] QPalette mutedPalette();

} // namespace Vestibule
