// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoratelimit.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

DemoBucket::DemoBucket(int burst, int refill, std::chrono::milliseconds period)
    : m_burst(burst)
    , m_perMillisecond(double(refill) / double(period.count()))
    , m_level(burst)
{
}

void DemoBucket::refill(qint64 now)
{
    const qint64 elapsed = std::max<qint64>(0, now - m_last.value_or(now));
    m_level = std::min(double(m_burst), m_level + double(elapsed) * m_perMillisecond);
    m_last = now;
}

bool DemoBucket::take(qint64 now)
{
    refill(now);
    if (m_level < 1)
        return false;
    m_level -= 1;
    return true;
}

int DemoBucket::remaining() const
{
    return int(m_level);
}

qint64 DemoBucket::millisecondsToNext() const
{
    const double missing = std::floor(m_level) + 1 - m_level;
    return std::max<qint64>(1, qint64(std::ceil(missing / m_perMillisecond)));
}

DemoRateLimit::DemoRateLimit(DemoPlan plan)
{
    switch (plan) {
    case DemoPlan::None:
        break;
    case DemoPlan::Free:
        m_global.emplace(2, 2, 1s);
        break;
    case DemoPlan::Professional:
        m_group.emplace(5, 50, 1min);
        break;
    case DemoPlan::Enterprise:
        m_global.emplace(50, 16, 1s);
        m_group.emplace(10, 100, 1min);
        break;
    }
}

DemoRateVerdict DemoRateLimit::take(qint64 now)
{
    DemoRateVerdict verdict;
    const DemoBucket *tightest = nullptr;
    if (m_global) {
        tightest = &*m_global;
        verdict.allowed = m_global->take(now);
        verdict.message = u"Global limit has been reached"_s;
    }
    if (m_group && verdict.allowed) {
        verdict.allowed = m_group->take(now);
        verdict.message =
            u"Global per minute organization_connections_read group limit has been reached"_s;
        if (!verdict.allowed || !tightest || m_group->remaining() <= tightest->remaining())
            tightest = &*m_group;
    }
    if (tightest) {
        // Rounded up, so that who waits until then does find a request in the bucket.
        const qint64 reset = (now + tightest->millisecondsToNext() + 999) / 1000;
        verdict.headers = headers(tightest->limit(), tightest->remaining(), reset);
    }
    return verdict;
}

QList<DemoHeader> DemoRateLimit::headers(int limit, int remaining, qint64 resetSeconds)
{
    return {{"x-ratelimit-limit", QByteArray::number(limit)},
            {"x-ratelimit-remaining", QByteArray::number(remaining)},
            {"x-ratelimit-reset", QByteArray::number(resetSeconds)}};
}

} // namespace Vestibule
