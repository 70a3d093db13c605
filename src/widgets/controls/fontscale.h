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

//! The first size of a dialog: enough for its contents and at least the given one, within
//! fittedToScreen().
[[nodiscard]] QSize firstSize(const QSize &least, QWidget &dialog);

//! Makes a window that is larger than its screen smaller, as fittedToScreen() does, and moves it so
//! that it is in sight; for geometries that were saved on another screen.
void keepOnScreen(QWidget &window);

//! The system's monospaced font in the size of the given one, for ids and JSON.
[[nodiscard]] QFont monospacedFont(const QFont &text);

} // namespace Vestibule
