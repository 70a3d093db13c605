// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>

#include <array>

namespace Vestibule {

//! The access levels that the API documents, the least access first. A tenant may send others.
constexpr std::array KnownAccessLevels{QLatin1StringView("none"), QLatin1StringView("readonly"),
                                       QLatin1StringView("limited"), QLatin1StringView("full")};

} // namespace Vestibule
