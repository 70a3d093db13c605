// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/ratepacer.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace Vestibule {

namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

//! No documented rate group accepts fewer requests at once. What is smaller is the global limit of
//! the plan "Free": 2 requests at once, then 2 a second.
constexpr int SmallestGroup = 5;

//! In requests a second. Auth0's rate limit policy names it for each limit of the two groups: 10
//! times the limit in a minute. The headers do not say it.
double documentedRate(int limit)
{
    return limit < SmallestGroup ? limit : limit * 10 / 60.0;
}

milliseconds timeFor(double requests, double perSecond)
{
    constexpr double Day = 86'400'000;
    return milliseconds(qint64(std::clamp(std::ceil(requests * 1000 / perSecond), 0.0, Day)));
}

//! For a request that others go ahead of: it is told when they have been sent.
constexpr milliseconds BehindOthers = 100ms;

// Of measuring. A shorter one would be misled by a tenant that adds all of its limit at once.
constexpr milliseconds ShortestWindow = 5s;
constexpr milliseconds LongestWindow = 20s;

} // namespace

struct RatePacer::Bucket {
    //! What the tenant adds is measured from one answer to a later one: as much as remaining has
    //! grown, and what was taken meanwhile. Others may have taken some as well, and a full bucket
    //! loses what is added, so the result is too small at most.
    struct Window {
        int remaining = 0;
        bool isExact = false; //!< otherwise the tenant may have had a part of a request more
        Moment begin{};
        qint64 order = 0;
        int ended = 0; //!< requests sent and answered since
    };

    [[nodiscard]] int available() const { return budget->remaining - pending; }
    [[nodiscard]] double rate() const
    {
        return std::max(documentedRate(budget->limit), measuredRate);
    }
    [[nodiscard]] bool hasFullShare() const { return share >= 100; }
    [[nodiscard]] int reserve() const
    {
        const int others = (budget->limit * (100 - share) + 99) / 100;
        return std::min(others, budget->limit - 1);
    }
    [[nodiscard]] double sweepRate() const { return rate() * share / 100; }

    [[nodiscard]] milliseconds delay(const Turn &turn, Moment now) const;
    [[nodiscard]] milliseconds delayOfOthers(int ahead, Moment now) const;
    [[nodiscard]] milliseconds delayOfSharingSweep(int ahead, int sweepsAhead, Moment now) const;
    [[nodiscard]] double sweepTokens(Moment now) const;
    void takeSweepToken(Moment now);
    void measure(const Sent &sent, const RateBudget &answered, Moment now);
    void delaysChanged() const;

    std::optional<RateBudget> budget;
    Moment resetAt{}; //!< when the tenant adds to the budget
    Moment knownAt{}; //!< when the answer with the remaining number arrived
    Moment knownSentAt{}; //!< when its request was sent
    qint64 knownOrder = 0; //!< as knownAt, among all events
    qint64 lastOrder = 0;
    int pending = 0; //!< pending requests, whose answers are not in the budget yet
    bool hasSucceeded = false; //!< a request, ever

    std::vector<Turn *> queue; //!< in the order in which they are sent
    Moment refusedUntil{};

    int share = DefaultSweepShare;
    //! Until then sweeps are not spread: as long as the reserve is untouched, a tenant that adds
    //! more than is documented can be measured.
    Moment spreadFrom{};
    double spreadTokens = 0; //!< how many requests a sweep may send at once
    Moment spreadAt{}; //!< when this was so
    bool hasSpread = false;

    double measuredRate = 0; //!< in requests a second; 0: not known
    bool wasRefused = false; //!< the rate that is known is doubtful
    std::optional<Window> window;
};

//! The others, who are not bound to a share: as long as something is left. What the tenant has
//! added since the answer counts only where its bucket is so small that a reset in whole seconds
//! would let it overflow.
milliseconds RatePacer::Bucket::delayOfOthers(int ahead, Moment now) const
{
    const int missing = 1 + ahead - available();
    if (missing <= 0)
        return 0ms;
    const milliseconds untilReset = std::clamp(resetAt - now, 0ms, MaximumDelay);
    milliseconds wait = ahead > 0 ? std::max(untilReset, BehindOthers) : untilReset;
    constexpr double SmallBucket = 4; // seconds until it is full
    if (!wasRefused && budget->limit < rate() * SmallBucket)
        wait = std::min(wait, std::max(0ms, knownAt + timeFor(missing, rate()) - now));
    return wait;
}

//! Others may take their part of what the tenant adds, so only the share of it counts until an
//! answer says more.
milliseconds RatePacer::Bucket::delayOfSharingSweep(int ahead, int sweepsAhead, Moment now) const
{
    milliseconds wait{};
    const int missing = reserve() + 1 + ahead - available();
    if (missing > 0) {
        wait = std::max(0ms, knownSentAt + timeFor(missing, sweepRate()) - now);
        if (measuredRate <= 0) // as documented is only a guess
            wait = std::max(wait, std::clamp(resetAt - now, 0ms, MaximumDelay));
    }
    const double missingTokens = 1 + sweepsAhead - sweepTokens(now);
    if (now >= spreadFrom && missingTokens > 0)
        wait = std::max(wait, timeFor(missingTokens, sweepRate()));
    return wait;
}

milliseconds RatePacer::Bucket::delay(const Turn &turn, Moment now) const
{
    const bool isSweep = turn.m_requester == Requester::Sweep;
    int ahead = 0;
    int sweepsAhead = 0;
    for (const Turn *other : queue) {
        if (other == &turn)
            break;
        ++ahead;
        sweepsAhead += other->m_requester == Requester::Sweep ? 1 : 0;
    }
    milliseconds wait{};
    if (!budget) // a sweep sends its first request alone: the answer tells how many there may be
        wait = isSweep && !hasSucceeded && (pending > 0 || ahead > 0) ? MaximumDelay : 0ms;
    else if (isSweep && !hasFullShare())
        wait = delayOfSharingSweep(ahead, sweepsAhead, now);
    else
        wait = delayOfOthers(ahead, now);
    if (isSweep)
        wait = std::max(wait, refusedUntil - now);
    return std::min(wait, MaximumDelay);
}

//! A bucket of the sweep's own, as large as what it may take of the tenant's at once.
double RatePacer::Bucket::sweepTokens(Moment now) const
{
    const double size = budget->limit - reserve();
    const double added = double((now - spreadAt).count()) * sweepRate() / 1000;
    return hasSpread ? std::min(size, spreadTokens + added) : size;
}

void RatePacer::Bucket::takeSweepToken(Moment now)
{
    spreadTokens = std::max(0.0, sweepTokens(now) - 1);
    spreadAt = now;
    hasSpread = true;
}

void RatePacer::Bucket::measure(const Sent &sent, const RateBudget &answered, Moment now)
{
    if (wasRefused || (window && sent.order <= window->order))
        return; // the tenant may have answered it before
    if (window) {
        const milliseconds elapsed = now - window->begin + 2ms; // both ends are rounded
        const int taken = sent.endedBefore + 1;
        const int added =
            answered.remaining - window->remaining - (window->isExact ? 0 : 1) + taken;
        constexpr double ForClocksThatDiffer = 0.99;
        if (elapsed >= ShortestWindow) {
            const double perSecond = added * 1000.0 / double(elapsed.count());
            measuredRate = std::max(measuredRate, ForClocksThatDiffer * perSecond);
        }
        if (elapsed < LongestWindow)
            return;
    }
    // With all but this request remaining, the bucket was exactly full.
    window = Window{.remaining = answered.remaining,
                    .isExact = answered.remaining == answered.limit - 1,
                    .begin = sent.at,
                    .order = lastOrder};
}

void RatePacer::Bucket::delaysChanged() const
{
    for (const Turn *turn : queue) {
        if (turn->m_delayChanged)
            turn->m_delayChanged();
    }
}

RatePacer::Turn::Turn(RatePacer &pacer, Requester requester, std::function<void()> delayChanged)
    : m_pacer(pacer)
    , m_requester(requester)
    , m_delayChanged(std::move(delayChanged))
{
    auto &queue = pacer.m_bucket->queue;
    const auto lower = std::ranges::find_if(
        queue, [requester](const Turn *turn) { return turn->m_requester > requester; });
    queue.insert(lower, this);
}

RatePacer::Turn::~Turn()
{
    std::erase(m_pacer.m_bucket->queue, this);
    m_pacer.m_bucket->delaysChanged();
}

milliseconds RatePacer::Turn::delay(Moment now) const
{
    return m_pacer.m_bucket->delay(*this, now);
}

RatePacer::RatePacer()
    : m_bucket(std::make_shared<Bucket>())
{
}

RatePacer::~RatePacer() = default;

RatePacer::Sent RatePacer::requestSent(Requester requester, Moment now)
{
    Bucket &bucket = *m_bucket;
    if (requester == Requester::Sweep && bucket.budget && !bucket.hasFullShare())
        bucket.takeSweepToken(now);
    const bool isPastReset = bucket.budget && bucket.available() <= 0 && now >= bucket.resetAt;
    ++bucket.pending;
    if (isPastReset) {
        // The tenant has added at least one. Until an answer says more, expect another one after
        // the same time.
        constexpr milliseconds ShortestPeriod = 1s; // the header's unit is a second
        bucket.resetAt = now + std::max(bucket.budget->untilReset, ShortestPeriod);
    }
    bucket.delaysChanged();
    return {.at = now,
            .order = ++bucket.lastOrder,
            .endedBefore = bucket.window ? bucket.window->ended : 0};
}

void RatePacer::requestEnded(const Sent &sent, const Answer &answer, Moment now)
{
    Bucket &bucket = *m_bucket;
    bucket.pending = std::max(0, bucket.pending - 1);
    ++bucket.lastOrder;
    bucket.hasSucceeded = bucket.hasSucceeded || answer.isSuccess;
    if (!answer.budget) { // assume that the tenant counted the request
        if (bucket.budget)
            bucket.budget->remaining = std::max(0, bucket.budget->remaining - 1);
        return bucket.delaysChanged();
    }
    if (bucket.budget && bucket.budget->limit != answer.budget->limit) { // another limit is tighter
        bucket.window.reset();
        bucket.measuredRate = 0;
        bucket.hasSpread = false;
    }
    if (!bucket.budget)
        bucket.spreadFrom = now + ShortestWindow;
    bucket.measure(sent, *answer.budget, now);
    if (bucket.window && sent.order > bucket.window->order)
        ++bucket.window->ended;
    // Answers may arrive out of order: only one to a request that was sent after the last answer
    // is certainly newer. Of others the smallest number is.
    const bool isNewer = !bucket.budget || sent.order > bucket.knownOrder;
    const int known = isNewer ? answer.budget->remaining : bucket.budget->remaining;
    if (answer.budget->remaining <= known) {
        bucket.knownAt = now;
        bucket.knownSentAt = sent.at;
        bucket.knownOrder = bucket.lastOrder;
    }
    bucket.budget = answer.budget;
    bucket.budget->remaining = std::min(known, answer.budget->remaining);
    bucket.resetAt = now + answer.budget->untilReset;
    if (answer.budget->limit
        < SmallestGroup) { // all of them at once: they are never joined in part
        for (RatePacer *sibling : std::as_const(m_siblings))
            join(*sibling);
    }
    m_bucket->delaysChanged();
}

void RatePacer::refused(milliseconds wait, Moment now)
{
    m_bucket->refusedUntil = now + std::min(wait, MaximumDelay);
    // Perhaps others have used the budget, perhaps the tenant adds less than was measured.
    m_bucket->wasRefused = true;
    m_bucket->measuredRate = 0;
}

void RatePacer::setShare(int percent)
{
    m_bucket->share = std::clamp(percent, 1, 100);
    m_bucket->hasSpread = false;
    m_bucket->delaysChanged();
}

std::optional<double> RatePacer::sweepRate() const
{
    return m_bucket->budget ? std::optional(m_bucket->sweepRate()) : std::nullopt;
}

const std::optional<RateBudget> &RatePacer::budget() const
{
    return m_bucket->budget;
}

void RatePacer::join(RatePacer &other)
{
    if (m_bucket == other.m_bucket)
        return;
    const std::shared_ptr<Bucket> joined = std::exchange(other.m_bucket, m_bucket);
    m_bucket->pending += joined->pending;
    m_bucket->lastOrder = std::max(m_bucket->lastOrder, joined->lastOrder);
    m_bucket->knownOrder = m_bucket->lastOrder;
    m_bucket->window.reset();
    auto &queue = m_bucket->queue;
    queue.insert(queue.end(), joined->queue.cbegin(), joined->queue.cend());
    std::ranges::stable_sort(queue, {}, &Turn::m_requester);
}

TenantPacer::TenantPacer()
{
    connections.m_siblings = {&organizations, &catalogue};
    organizations.m_siblings = {&connections, &catalogue};
    catalogue.m_siblings = {&connections, &organizations};
}

} // namespace Vestibule
