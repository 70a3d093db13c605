// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Vestibule {

// How often a request is tried, including the first time. The window says which try it waits for.
inline constexpr int ServerTries = 3; //!< while the tenant answers 5xx
inline constexpr int TimeoutTries = 2; //!< while the tenant does not answer
inline constexpr int ClosedTries = 2; //!< while the tenant closes the connection

} // namespace Vestibule
