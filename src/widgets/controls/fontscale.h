// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QSize>

class QWidget;

namespace Vestibule {

//! Scales a size in pixels, designed for text of 9 points, to the application's font. The result is
//! never smaller than the given size.
[[nodiscard]] QSize scaledToFont(const QSize &size);

//! The size, but at most 90 % of the space that the screen of the window has, which leaves some for
//! the frame. A window that is not shown yet opens on the screen of its parent.
[[nodiscard]] QSize fittedToScreen(const QSize &size, const QWidget &window);

//! Whether the size has room on the screen of the window, with the frame around it.
[[nodiscard]] bool fitsOnScreen(const QSize &size, const QWidget &window);

//! The first size of a dialog: enough for its contents and at least the given one, within
//! fittedToScreen().
[[nodiscard]] QSize firstSize(const QSize &least, QWidget &dialog);

//! Makes the window as large as the size, within fittedToScreen(), but never smaller than it is,
//! and keeps it in sight with 16 pixels around it, where the screen has them.
void growTo(const QSize &size, QWidget &window);

//! Moves a window that is partly out of sight onto its screen, and makes it smaller if it does not
//! fit there; for positions that were saved or computed. A window may span several screens. Not for
//! a window without a position: the window manager chooses it.
void keepOnScreen(QWidget &window);

//! The system's monospaced font in the size of the given one, for ids and JSON.
[[nodiscard]] QFont monospacedFont(const QFont &text);

} // namespace Vestibule
