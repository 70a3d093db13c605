// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/ratelimit.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule::Demo {

namespace {

QString groupName(RateGroup group)
{
    switch (group) {
    case RateGroup::OrganizationConnections:
        return u"organization_connections_read"_s;
    case RateGroup::Organizations:
    case RateGroup::Global:
        break;
    }
    return u"organizations_read"_s;
}

} // namespace

Bucket::Bucket(int burst, int refill, std::chrono::milliseconds period)
    : m_burst(burst)
    , m_perMillisecond(double(refill) / double(period.count()))
    , m_level(burst)
{
}

void Bucket::refill(qint64 now)
{
    const qint64 elapsed = std::max<qint64>(0, now - m_last.value_or(now));
    m_level = std::min(double(m_burst), m_level + double(elapsed) * m_perMillisecond);
    m_last = now;
}

bool Bucket::take(qint64 now)
{
    refill(now);
    if (m_level < 1)
        return false;
    m_level -= 1;
    return true;
}

int Bucket::remaining() const
{
    return int(m_level);
}

qint64 Bucket::millisecondsToNext() const
{
    const double missing = std::floor(m_level) + 1 - m_level;
    return std::max<qint64>(1, qint64(std::ceil(missing / m_perMillisecond)));
}

RateLimit::RateLimit(Plan plan)
{
    for (const auto group : {RateGroup::OrganizationConnections, RateGroup::Organizations}) {
        if (plan == Plan::Professional)
            m_groups.emplace(group, 5, 50, 1min);
        else if (plan == Plan::Enterprise)
            m_groups.emplace(group, 10, 100, 1min);
    }
    if (plan == Plan::Free)
        m_global.emplace(2, 2, 1s);
    else if (plan == Plan::Enterprise)
        m_global.emplace(50, 16, 1s);
}

RateVerdict RateLimit::take(qint64 now, RateGroup group)
{
    RateVerdict verdict;
    const Bucket *tightest = nullptr;
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
        // Rounded up, so that a client that waits until then finds a request in the bucket.
        const qint64 reset = (now + tightest->millisecondsToNext() + 999) / 1000;
        verdict.headers = headers(tightest->limit(), tightest->remaining(), reset);
    }
    return verdict;
}

QList<Header> RateLimit::headers(int limit, int remaining, qint64 resetSeconds)
{
    return {{"x-ratelimit-limit", QByteArray::number(limit)},
            {"x-ratelimit-remaining", QByteArray::number(remaining)},
            {"x-ratelimit-reset", QByteArray::number(resetSeconds)}};
}

} // namespace Vestibule::Demo
