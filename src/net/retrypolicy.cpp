// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/retrypolicy.h"

#include <algorithm>

namespace Vestibule {

namespace {

using std::chrono::milliseconds;

milliseconds growingDelay(int tries, const RetryPolicy &policy, double jitter)
{
    constexpr int LargestExponent = 16; // larger delays are cut to the maximum anyway
    const milliseconds doubled = policy.firstDelay * (1 << std::min(tries - 1, LargestExponent));
    const milliseconds bounded = std::min(doubled, policy.maximumDelay);
    const double spread = 0.9 + 0.2 * std::clamp(jitter, 0.0, 1.0);
    return milliseconds(qRound64(double(bounded.count()) * spread));
}

} // namespace

std::optional<milliseconds> retryDelay(const ApiError &error, const RetryHistory &history,
                                       const RetryPolicy &policy, double jitter)
{
    switch (error.kind) {
    case ApiError::Kind::RateLimited: {
        const milliseconds delay =
            error.retryAfter.value_or(growingDelay(history.tries, policy, jitter));
        if (history.waited + delay > policy.maximumWait)
            return {};
        return delay;
    }
    case ApiError::Kind::Server:
        if (history.tries >= policy.serverTries)
            return {};
        return growingDelay(history.tries, policy, jitter);
    case ApiError::Kind::Timeout:
        if (history.tries >= policy.timeoutTries)
            return {};
        return growingDelay(history.tries, policy, jitter);
    case ApiError::Kind::Offline:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Tls:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::BadPayload:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
