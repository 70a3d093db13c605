// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/retrypolicy.h"

#include <algorithm>
#include <limits>

namespace Vestibule {

namespace {

using std::chrono::milliseconds;

//! So that a tenant that asks to wait for a millisecond, again and again, is not asked a thousand
//! times a second.
constexpr milliseconds ShortestAskedWait{100};

milliseconds growingDelay(int tries, const RetryPolicy &policy, double jitter)
{
    constexpr int LargestExponent = 16; // larger delays are cut to the maximum anyway
    const milliseconds doubled = policy.firstDelay * (1 << std::min(tries - 1, LargestExponent));
    const milliseconds bounded = std::min(doubled, policy.maximumDelay);
    const double spread = 0.9 + 0.2 * std::clamp(jitter, 0.0, 1.0);
    return milliseconds(qRound64(double(bounded.count()) * spread));
}

//! The most tries, including the first.
int maximumTries(const ApiError &error, const RetryPolicy &policy)
{
    switch (error.kind) {
    case ApiError::Kind::RateLimited:
        return std::numeric_limits<int>::max();
    case ApiError::Kind::Server:
        return policy.serverTries;
    case ApiError::Kind::Intermediary:
        return error.httpStatus >= 500 ? policy.serverTries : 1;
    case ApiError::Kind::Timeout:
        return policy.timeoutTries;
    case ApiError::Kind::Closed:
        return policy.closedTries;
    case ApiError::Kind::Offline:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Tls:
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::BadPayload:
        return 1;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<milliseconds> retryDelay(const ApiError &error, const RetryHistory &history,
                                       const RetryPolicy &policy, double jitter)
{
    if (history.tries >= maximumTries(error, policy))
        return {};
    const milliseconds delay = error.retryAfter ? std::max(*error.retryAfter, ShortestAskedWait)
                                                : growingDelay(history.tries, policy, jitter);
    if (error.asksToWait() && history.waited + delay > policy.maximumWait)
        return {};
    return delay;
}

} // namespace Vestibule
