// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>

#include <chrono>

namespace Vestibule {

//! A tenant's rate limit, as an answer reports it (headers x-ratelimit-*).
struct RateBudget {
    int limit = 0; //!< requests that it accepts at once, at least 1
    int remaining = 0; //!< requests left of these, 0 to limit
    //! Until the tenant allows more requests, by its own clock; at least 0.
    std::chrono::milliseconds untilReset{};
    QDateTime readAt{}; //!< local time

    bool operator==(const RateBudget &) const = default;
};

} // namespace Vestibule
