// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ratebudget.h"

#include <chrono>
#include <optional>

namespace Vestibule {

//! Delays requests that the tenant would refuse: it counts what is left of the budget in the last
//! answer, and when that is used up it waits until the tenant adds to it.
//!
//! Other programs use the same budget, so a 429 may come all the same. A Moment is the time since
//! any fixed start on a monotonic clock. Not thread-safe. Every requestSent() is followed by one
//! requestEnded().
class RatePacer final {
public:
    using Moment = std::chrono::milliseconds;

    //! The longest single wait: when the tenant names a longer time, send the request anyway and
    //! let the tenant refuse it.
    static constexpr std::chrono::milliseconds MaximumDelay{60'000};

    //! How long the next request has to wait; 0 when it may be sent.
    [[nodiscard]] std::chrono::milliseconds delay(Moment now) const;
    //! A request is being sent.
    void requestSent(Moment now);
    //! A request has ended. The budget is the one in its answer; absent when it had none.
    void requestEnded(const std::optional<RateBudget> &budget, Moment now);

    //! The budget of the last answer, with less remaining when another answer said so or a request
    //! had no answer; absent before the first answer.
    [[nodiscard]] const std::optional<RateBudget> &budget() const { return m_budget; }

private:
    [[nodiscard]] int available() const;

    std::optional<RateBudget> m_budget;
    Moment m_resetAt{}; //!< when the tenant adds to the budget
    int m_pending = 0; //!< pending requests, whose answers are not in m_budget yet
    //! Whether two requests were pending at the same time since m_pending was last 0.
    bool m_isOverlapping = false;
};

} // namespace Vestibule
