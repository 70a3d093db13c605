// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/ratepacer.h"

#include <algorithm>

namespace Vestibule {

using std::chrono::milliseconds;

int RatePacer::available() const
{
    return m_budget->remaining - m_underWay;
}

milliseconds RatePacer::delay(Moment now) const
{
    if (!m_budget || available() > 0)
        return milliseconds(0);
    return std::clamp(m_resetAt - now, milliseconds(0), MaximumDelay);
}

void RatePacer::requestSent(Moment now)
{
    const bool isPastReset = m_budget && available() <= 0 && now >= m_resetAt;
    m_isOverlapping = m_isOverlapping || m_underWay > 0;
    ++m_underWay;
    if (!isPastReset)
        return;
    // One more has been added, at the least. Until an answer tells, the same time brings another.
    constexpr milliseconds ShortestPeriod{1000}; // the header counts in seconds
    m_resetAt = now + std::max(m_budget->untilReset, ShortestPeriod);
}

void RatePacer::requestEnded(const std::optional<RateBudget> &budget, Moment now)
{
    m_underWay = std::max(0, m_underWay - 1);
    const bool isOverlapping = m_isOverlapping;
    if (m_underWay == 0)
        m_isOverlapping = false;
    if (!budget) { // nobody knows whether the tenant has counted it
        if (m_budget)
            m_budget->remaining = std::max(0, m_budget->remaining - 1);
        return;
    }
    const bool mayBeOlder = isOverlapping && m_budget && now < m_resetAt;
    const int known = mayBeOlder ? m_budget->remaining : budget->remaining;
    m_budget = budget;
    // Answers may overtake each other: the smallest number is the latest, until more is added.
    m_budget->remaining = std::min(known, budget->remaining);
    m_resetAt = now + budget->untilReset;
}

} // namespace Vestibule
