// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>

namespace Vestibule {

//! How far an export is, and how long it will still take at the pace it had: "300 of 1,000 rows
//! read, about 12 s left". \a total is -1 when nobody knows; \a elapsed is since it began. It tells
//! of no time before the pace means something.
[[nodiscard]] QString progressText(qsizetype rows, qsizetype total,
                                   std::chrono::milliseconds elapsed);

} // namespace Vestibule
