// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantaccess.h"
#include "core/tokenreview.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Vestibule {

//! Looks at the token in use as time goes by.
class TokenWatch final : public QObject {
    Q_OBJECT

public:
    //! Below it the end of a token is near.
    static constexpr std::chrono::seconds ShortTime{10 * 60};

    using Clock = std::function<QDateTime()>; //!< in UTC

    explicit TokenWatch(Clock clock = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);
    ~TokenWatch() override;

    //! An empty token ends the watch.
    void watch(const TenantAccess &access);

    [[nodiscard]] bool hasToken() const { return !m_access.token.isEmpty(); }
    [[nodiscard]] const TokenReview &review() const { return m_review; }
    //! It ends within ShortTime, or has ended.
    [[nodiscard]] bool isNearEnd() const;

public Q_SLOTS:
    //! Looks at the clock now.
    void look();

Q_SIGNALS:
    //! Another token, or its time has gone on.
    void changed();
    //! The token's time is over; once for each token, and not for one that came expired.
    void expired();

private:
    TenantAccess m_access;
    Clock m_clock;
    TokenReview m_review;
    QTimer m_timer;
};

} // namespace Vestibule
