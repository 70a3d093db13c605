// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

//! The text, or its first `length` QChars and an ellipsis if it is longer; one QChar fewer if the
//! cut would split a surrogate pair.
[[nodiscard]] QString shortened(const QString &text, qsizetype length);

} // namespace Vestibule
