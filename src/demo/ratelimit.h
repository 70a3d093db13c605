// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/options.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule::Demo {

//! A token bucket: allows as many requests as burst at once, and more as it refills. Times are
//! milliseconds of one clock; when it goes back, nothing is added.
class Bucket final {
public:
    //! Full at first; each period adds as many requests as refill.
    Bucket(int burst, int refill, std::chrono::milliseconds period);

    //! False when the bucket is empty; nothing is taken then.
    [[nodiscard]] bool take(qint64 now);
    [[nodiscard]] int limit() const { return m_burst; }
    [[nodiscard]] int remaining() const;
    //! Until the next request is added; at least 1.
    [[nodiscard]] qint64 millisecondsToNext() const;

private:
    void refill(qint64 now);

    int m_burst = 0;
    double m_perMillisecond = 0;
    double m_level = 0;
    std::optional<qint64> m_last{};
};

//! What the buckets of a plan decide about a request.
struct RateVerdict {
    bool allowed = true;
    QString message{}; //!< of the 429, when not allowed
    QList<Header> headers{}; //!< x-ratelimit-*; empty for a plan without limits
};

//! Requests of one kind share a bucket besides the global one.
enum class RateGroup {
    OrganizationConnections,
    Organizations,
    Global, //!< no bucket of their own
};

//! The limits of one plan: first the global one of the Management API, then that of the group.
class RateLimit final {
public:
    explicit RateLimit(Plan plan);

    //! Takes one request from the global bucket, and then one from the group's; now is in
    //! milliseconds since 1970.
    [[nodiscard]] RateVerdict take(qint64 now, RateGroup group);

    //! The three headers as the API sends them; the reset is in seconds since 1970.
    static QList<Header> headers(int limit, int remaining, qint64 resetSeconds);

private:
    std::optional<Bucket> m_global{};
    QHash<RateGroup, Bucket> m_groups{};
};

} // namespace Vestibule::Demo
