// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QSize>

namespace Vestibule {

//! A size in pixels that was drawn for text of 9 points, for the application's font: never smaller,
//! and no larger than the screen leaves room for.
[[nodiscard]] QSize scaledToFont(const QSize &size);

//! For ids and JSON: the system's monospaced family, as large as \a text.
[[nodiscard]] QFont monospacedFont(const QFont &text);

} // namespace Vestibule
