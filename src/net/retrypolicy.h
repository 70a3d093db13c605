// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/tries.h"

#include <chrono>
#include <optional>

namespace Vestibule {

//! When to retry a failed GET.
struct RetryPolicy {
    int serverTries = ServerTries;
    int timeoutTries = TimeoutTries;
    int closedTries = ClosedTries;
    std::chrono::milliseconds firstDelay{1000}; //!< doubles with every try
    //! The longest delay when the tenant names no time, before the jitter.
    std::chrono::milliseconds maximumDelay{60'000};
    //! The longest sum of the waits for the rate limit and of those that the tenant asks for.
    std::chrono::milliseconds maximumWait{300'000};

    bool operator==(const RetryPolicy &) const = default;
};

//! What happened to one request so far.
struct RetryHistory {
    int tries = 0; //!< including the one that has just failed, so at least 1
    std::chrono::milliseconds waited{}; //!< the sum of the waits that maximumWait limits
};

//! How long to wait before the next try; absent when there is none. Only RateLimited, Timeout,
//! Closed and 5xx are retried.
//!
//! When the tenant names a time, the delay is exactly that time. All other delays are spread by up
//! to 10 % to either side with the jitter, 0 to 1, so that many clients do not retry at the same
//! moment.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(const ApiError &error,
                                                                  const RetryHistory &history,
                                                                  const RetryPolicy &policy,
                                                                  double jitter);

} // namespace Vestibule
