// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

//! \a text as it is, or its first \a length QChars and an ellipsis; one less where the last of them
//! would be half of a character.
[[nodiscard]] QString shortened(const QString &text, qsizetype length);

} // namespace Vestibule
