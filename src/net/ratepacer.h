// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ratebudget.h"
#include "core/requester.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Vestibule {

//! Delays the requests of one rate group that the tenant would refuse: it counts what is left of
//! the budget in the last answer, and when that is used up it waits until the tenant adds to it.
//!
//! While several requests wait, those of people go first, then exports, then sweeps; among equals
//! the oldest. A sweep that has a share of less than 100 % leaves the rest of the burst untouched
//! and takes its share of what the tenant adds, evenly spread.
//!
//! Other programs use the same budget, so a 429 may come all the same. A Moment is the time since
//! any fixed start on a monotonic clock. Not thread-safe.
class RatePacer final {
    struct Bucket;

public:
    using Moment = std::chrono::milliseconds;

    //! The longest single wait; after it the delay is asked for again.
    static constexpr std::chrono::milliseconds MaximumDelay{60'000};

    //! A request's place in the queue, from when it wants to be sent until it is. The pacer
    //! outlives it.
    class Turn final {
    public:
        //! `delayChanged` is called when delay() may have become shorter. It must not send, begin
        //! or end a turn.
        Turn(RatePacer &pacer, Requester requester, std::function<void()> delayChanged = {});
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        ~Turn();

        //! How long to wait; 0 when the request may be sent.
        [[nodiscard]] std::chrono::milliseconds delay(Moment now) const;

    private:
        friend class RatePacer;

        RatePacer &m_pacer;
        Requester m_requester;
        std::function<void()> m_delayChanged;
    };

    //! A request that is being answered.
    struct Sent {
        Moment at{};
        qint64 order = 0; //!< among all events
        int endedBefore = 0; //!< requests that had ended since the window of measuring began
    };

    //! What an answer said.
    struct Answer {
        bool isSuccess = false; //!< a success without a budget comes from a tenant without limits
        std::optional<RateBudget> budget{}; //!< absent when it had none, and without an answer
    };

    RatePacer();
    RatePacer(const RatePacer &) = delete;
    RatePacer &operator=(const RatePacer &) = delete;
    ~RatePacer();

    //! A request is being sent; its turn is over. Every requestSent() is followed by one
    //! requestEnded().
    [[nodiscard]] Sent requestSent(Requester requester, Moment now);
    void requestEnded(const Sent &sent, const Answer &answer, Moment now);
    //! The tenant has refused a request and wants this wait: sweeps wait so long with all of
    //! theirs.
    void refused(std::chrono::milliseconds wait, Moment now);

    //! The part of the budget that sweeps may use, in percent; what is not in 1 to 100 is bounded.
    void setShare(int percent);
    //! How many requests a second a sweep may send; absent before the first budget.
    [[nodiscard]] std::optional<double> sweepRate() const;

    //! The budget of the last answer, with less remaining when another answer said so or a request
    //! had no answer; absent before the first answer.
    [[nodiscard]] const std::optional<RateBudget> &budget() const;

private:
    friend class TenantPacer;

    //! From now on both use the same bucket.
    void join(RatePacer &other);

    std::shared_ptr<Bucket> m_bucket;
    std::vector<RatePacer *> m_siblings; //!< the others of the tenant
};

//! The pacers of one tenant. The API counts the groups separately, but on the smallest plan its
//! global limit comes before all of them: then they share one bucket.
class TenantPacer final {
public:
    TenantPacer();

    RatePacer connections{};
    RatePacer organizations{};
    //! The API documents no group for the tenant's connections: its answers tell the global limit.
    RatePacer catalogue{};
};

} // namespace Vestibule
