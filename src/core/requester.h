// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Vestibule {

//! Who needs the answer to a request. While several wait for a tenant's rate limit, the one that is
//! listed first goes first.
enum class Requester {
    Person, //!< a user waits for the answer
    Export,
    Sweep, //!< reads a whole tenant, and leaves a part of the budget to everybody else
};

//! The default for the part of a tenant's budget that a sweep may use, in percent, 1 to 100.
inline constexpr int DefaultSweepShare = 50;

} // namespace Vestibule
