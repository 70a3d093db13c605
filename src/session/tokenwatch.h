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

//! Reviews the token in use every second, because it expires.
class TokenWatch final : public QObject {
    Q_OBJECT

public:
    //! isNearEnd() is true with less time left than this.
    static constexpr std::chrono::seconds ShortTime{10 * 60};

    using Clock = std::function<QDateTime()>; //!< in UTC

    explicit TokenWatch(Clock clock = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);
    ~TokenWatch() override;

    //! Reviews this token from now on; with an empty one it stops.
    void watch(const TenantAccess &access);

    [[nodiscard]] bool hasToken() const { return !m_access.token.isEmpty(); }
    [[nodiscard]] const TokenReview &review() const { return m_review; }
    //! The token expires within ShortTime, or has expired.
    [[nodiscard]] bool isNearEnd() const;

public Q_SLOTS:
    //! Reviews the token again without waiting for the next second.
    void checkNow();

Q_SIGNALS:
    //! There is another token, or another time left.
    void changed();
    //! The token has expired. Emitted once for each token, but not for one that was expired
    //! already.
    void expired();

private:
    TenantAccess m_access;
    Clock m_clock;
    TokenReview m_review;
    QTimer m_timer;
};

} // namespace Vestibule
