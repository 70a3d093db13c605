// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tokenwatch.h"

using namespace std::chrono_literals;

namespace Vestibule {

TokenWatch::TokenWatch(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    connect(&m_timer, &QTimer::timeout, this, &TokenWatch::checkNow);
}

TokenWatch::~TokenWatch() = default;

void TokenWatch::watch(const TenantAccess &access)
{
    m_access = access;
    m_review = {};
    m_timer.stop();
    if (!access.token.isEmpty())
        m_review = reviewToken(access.token, access.domain, m_clock());
    if (m_review.timeLeft && !m_review.isExpired)
        m_timer.start(1s); // a single long timer would not notice that the computer slept
    Q_EMIT changed();
}

bool TokenWatch::isNearEnd() const
{
    return m_review.timeLeft && *m_review.timeLeft < ShortTime;
}

void TokenWatch::checkNow()
{
    if (!m_review.claims.expiresAt)
        return;
    const bool wasExpired = m_review.isExpired;
    m_review = reviewToken(m_access.token, m_access.domain, m_clock());
    Q_EMIT changed();
    if (!m_review.isExpired || wasExpired)
        return;
    m_timer.stop();
    Q_EMIT expired();
}

} // namespace Vestibule
