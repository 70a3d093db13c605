// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>

#include <chrono>

namespace Vestibule {

//! What a tenant says of its rate limit with an answer (headers x-ratelimit-*).
struct RateBudget {
    int limit = 0; //!< requests that it takes at once, at least 1
    int remaining = 0; //!< of them, 0 to limit
    //! Until requests are added, by the tenant's own clock; at least 0.
    std::chrono::milliseconds untilReset{};
    QDateTime readAt{}; //!< local time

    bool operator==(const RateBudget &) const = default;
};

} // namespace Vestibule
