// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/ratepacer.h"

#include <algorithm>

namespace Vestibule {

using std::chrono::milliseconds;

int RatePacer::available() const
{
    return m_budget->remaining - m_pending;
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
    m_isOverlapping = m_isOverlapping || m_pending > 0;
    ++m_pending;
    if (!isPastReset)
        return;
    // The tenant has added at least one. Until an answer says more, expect another one after the
    // same time.
    constexpr milliseconds ShortestPeriod{1000}; // the header's unit is a second
    m_resetAt = now + std::max(m_budget->untilReset, ShortestPeriod);
}

void RatePacer::requestEnded(const std::optional<RateBudget> &budget, Moment now)
{
    m_pending = std::max(0, m_pending - 1);
    const bool isOverlapping = m_isOverlapping;
    if (m_pending == 0)
        m_isOverlapping = false;
    if (!budget) { // assume that the tenant counted the request
        if (m_budget)
            m_budget->remaining = std::max(0, m_budget->remaining - 1);
        return;
    }
    const bool mayBeOlder = isOverlapping && m_budget && now < m_resetAt;
    const int known = mayBeOlder ? m_budget->remaining : budget->remaining;
    m_budget = budget;
    // Answers may arrive out of order: the smallest number is the latest until the tenant adds
    // more.
    m_budget->remaining = std::min(known, budget->remaining);
    m_resetAt = now + budget->untilReset;
}

} // namespace Vestibule
