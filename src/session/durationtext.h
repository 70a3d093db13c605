// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>

namespace Vestibule {

//! A duration for people, in one unit and rounded down: "45 s", "12 min", "21 h", "3 days". Minutes
//! go on to two hours and hours to two days, so that little is lost. Below zero it is "0 s".
[[nodiscard]] QString durationText(std::chrono::seconds duration);

} // namespace Vestibule
