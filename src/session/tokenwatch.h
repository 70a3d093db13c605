// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/signin.h"
#include "core/tenantaccess.h"
#include "core/tokenreview.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Vestibule {

//! Reviews the token in use every second, because it expires. An application's token is replaced
//! before that, so this does not announce its end.
class TokenWatch final : public QObject {
    Q_OBJECT

public:
    //! isNearEnd() is true with less time left than this.
    static constexpr std::chrono::seconds ShortTime{10 * 60};

    using Clock = std::function<QDateTime()>; //!< in UTC

    explicit TokenWatch(Clock clock = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);
    ~TokenWatch() override;

    //! Reviews this token from now on, or those of the sign-in; with neither it stops.
    void watch(const TenantAccess &access, SignInPtr signIn = {});

    //! False also before the sign-in has its first one.
    [[nodiscard]] bool hasToken() const { return !m_token.isEmpty(); }
    //! An application signs in, and its token renews itself.
    [[nodiscard]] bool renewsItself() const { return m_signIn != nullptr; }
    //! A token that renews itself is never expired; it has no time left in place of that.
    [[nodiscard]] const TokenReview &review() const { return m_review; }
    //! The token expires within ShortTime, or has expired. Never if it renews itself.
    [[nodiscard]] bool isNearEnd() const;

public Q_SLOTS:
    //! Reviews the token again without waiting for the next second.
    void checkNow();

Q_SIGNALS:
    //! There is another token, or another time left.
    void changed();
    //! The token has expired. Emitted once for each token, but not for one that was expired already
    //! or renews itself.
    void expired();

private:
    void start();
    void reviewNow();

    TenantDomain m_domain;
    AccessToken m_token;
    SignInPtr m_signIn; //!< null for a token that was entered
    Clock m_clock;
    TokenReview m_review;
    QTimer m_timer;
};

} // namespace Vestibule
