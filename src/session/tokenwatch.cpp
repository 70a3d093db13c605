// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tokenwatch.h"

#include <utility>

using namespace std::chrono_literals;

namespace Vestibule {

TokenWatch::TokenWatch(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    connect(&m_timer, &QTimer::timeout, this, &TokenWatch::checkNow);
}

TokenWatch::~TokenWatch() = default;

void TokenWatch::watch(const TenantAccess &access, SignInPtr signIn)
{
    if (m_signIn)
        m_signIn->disconnect(this);
    m_signIn = std::move(signIn);
    m_domain = access.domain;
    m_token = access.token;
    if (m_signIn) {
        m_token = m_signIn->token();
        connect(m_signIn.get(), &SignIn::tokenChanged, this, [this] {
            m_token = m_signIn->token();
            start();
        });
    }
    start();
}

void TokenWatch::start()
{
    m_timer.stop();
    reviewNow();
    if (m_review.timeLeft && !m_review.isExpired)
        m_timer.start(1s); // a single long timer would not notice that the computer slept
    Q_EMIT changed();
}

void TokenWatch::reviewNow()
{
    m_review = m_token.isEmpty() ? TokenReview() : reviewToken(m_token, m_domain, m_clock());
    if (!m_signIn || !m_review.isExpired)
        return;
    // The next request fetches another token, so there is nothing to warn about.
    m_review.isExpired = false;
    m_review.timeLeft.reset();
}

bool TokenWatch::isNearEnd() const
{
    return !m_signIn && m_review.timeLeft && *m_review.timeLeft < ShortTime;
}

void TokenWatch::checkNow()
{
    if (!m_review.claims.expiresAt)
        return;
    const bool wasExpired = m_review.isExpired;
    reviewNow();
    Q_EMIT changed();
    if (!m_review.isExpired || wasExpired)
        return;
    m_timer.stop();
    Q_EMIT expired();
}

} // namespace Vestibule
