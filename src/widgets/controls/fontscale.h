// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QSize>

namespace Vestibule {

//! Scales a size in pixels, designed for text of 9 points, to the application's font. The result is
//! never smaller than the given size, and otherwise at most 90 % of the screen.
[[nodiscard]] QSize scaledToFont(const QSize &size);

//! The system's monospaced font in the size of the given one, for ids and JSON.
[[nodiscard]] QFont monospacedFont(const QFont &text);

} // namespace Vestibule
