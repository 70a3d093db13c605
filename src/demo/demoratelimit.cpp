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

namespace {

QString groupName(DemoRateGroup group)
{
    switch (group) {
    case DemoRateGroup::OrganizationConnections:
        return u"organization_connections_read"_s;
    case DemoRateGroup::Organizations:
        break;
    }
    return u"organizations_read"_s;
}

} // namespace

DemoRateLimit::DemoRateLimit(DemoPlan plan)
{
    for (const auto group :
         {DemoRateGroup::OrganizationConnections, DemoRateGroup::Organizations}) {
        if (plan == DemoPlan::Professional)
            m_groups.emplace(group, 5, 50, 1min);
        else if (plan == DemoPlan::Enterprise)
            m_groups.emplace(group, 10, 100, 1min);
    }
    if (plan == DemoPlan::Free)
        m_global.emplace(2, 2, 1s);
    else if (plan == DemoPlan::Enterprise)
        m_global.emplace(50, 16, 1s);
}

DemoRateVerdict DemoRateLimit::take(qint64 now, DemoRateGroup group)
{
    DemoRateVerdict verdict;
    const DemoBucket *tightest = nullptr;
    if (m_global) {
        tightest = &*m_global;
        verdict.allowed = m_global->take(now);
        verdict.message = u"Global limit has been reached"_s;
    }
    const auto bucket = m_groups.find(group);
    if (bucket != m_groups.end() && verdict.allowed) {
        verdict.allowed = bucket->take(now);
        verdict.message =
            u"Global per minute "_s + groupName(group) + u" group limit has been reached"_s;
        if (!verdict.allowed || !tightest || bucket->remaining() <= tightest->remaining())
            tightest = &*bucket;
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
