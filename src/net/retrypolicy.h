// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"

#include <chrono>
#include <optional>

namespace Vestibule {

//! When a failed GET is worth another try.
struct RetryPolicy {
    int serverTries = 3; //!< tries in all while the tenant answers 5xx
    int timeoutTries = 2; //!< tries in all while it is silent
    std::chrono::milliseconds firstDelay{1000}; //!< doubles with each try
    //! Of one step that the tenant did not name, before it is spread.
    std::chrono::milliseconds maximumDelay{60'000};
    std::chrono::milliseconds maximumWait{300'000}; //!< for the rate limit, in all

    bool operator==(const RetryPolicy &) const = default;
};

//! What one request has been through so far.
struct RetryHistory {
    int tries = 0; //!< including the one that has just failed: at least 1
    std::chrono::milliseconds waited{}; //!< for the rate limit, in all
};

//! How long to wait before the next try; absent when there shall be none: only RateLimited, Server
//! and Timeout pass by themselves.
//!
//! A tenant that names its time (with 429 alone) is waited for exactly that long. \a jitter, 0 to
//! 1, spreads all other delays by up to a tenth to either side, so that many clients do not come
//! back at one moment.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(const ApiError &error,
                                                                  const RetryHistory &history,
                                                                  const RetryPolicy &policy,
                                                                  double jitter);

} // namespace Vestibule
