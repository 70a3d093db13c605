// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ratebudget.h"

#include <chrono>
#include <optional>

namespace Vestibule {

//! Holds requests back before a tenant would refuse them: it counts what is left of the budget that
//! the last answer told, and when that is used up it waits until the tenant adds to it.
//!
//! The budget is shared with everything else that asks this tenant, so a 429 may come all the same.
//! Moments are durations since any start that does not jump. For one thread. Every requestSent() is
//! followed by one requestEnded().
class RatePacer final {
public:
    using Moment = std::chrono::milliseconds;

    //! No single wait is longer: a tenant that says more is asked, and may refuse.
    static constexpr std::chrono::milliseconds MaximumDelay{60'000};

    //! How long the next request has to wait; 0 when it may go.
    [[nodiscard]] std::chrono::milliseconds delay(Moment now) const;
    //! A request goes now.
    void requestSent(Moment now);
    //! A request that went has ended; \a budget is what its answer said, if it said anything.
    void requestEnded(const std::optional<RateBudget> &budget, Moment now);

    //! As the last answer told it, with less left when another answer, or a request without one,
    //! says so; absent before the first.
    [[nodiscard]] const std::optional<RateBudget> &budget() const { return m_budget; }

private:
    [[nodiscard]] int available() const;

    std::optional<RateBudget> m_budget;
    Moment m_resetAt{}; //!< when the tenant adds to the budget
    int m_underWay = 0; //!< requests whose answers are not in m_budget yet
    bool m_isOverlapping = false; //!< of those that are or were under way, two were at a time
};

} // namespace Vestibule
