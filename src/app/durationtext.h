// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>

namespace Vestibule {

//! A duration for people, in its largest unit and rounded down: "45 s", "12 min", "21 h", "3 days".
//! Below zero it is "0 s".
[[nodiscard]] QString durationText(std::chrono::seconds duration);

} // namespace Vestibule
