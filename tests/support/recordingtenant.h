// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/tenant.h"

#include <QElapsedTimer>
#include <QList>
#include <QMutex>
#include <QMutexLocker>
#include <QSet>
#include <QString>

#include <algorithm>

//! What a request to a RecordingTenant looked like; the token itself is not kept.
struct RecordedRequest {
    QString method{};
    QString path{}; //!< the target as it came: not decoded, with its query
    bool hadToken = false; //!< an Authorization header was sent
    QByteArray body{};
    qint64 milliseconds = 0; //!< since the tenant was created
};

//! The requests of a RecordingTenant. All members may be called from any thread.
class RequestLog {
public:
    RequestLog() { m_timer.start(); }

    [[nodiscard]] QList<RecordedRequest> requests() const //!< to any path, oldest first
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }
    //! How many of them asked for a token, with or without success.
    [[nodiscard]] int signIns() const
    {
        const QList<RecordedRequest> all = requests();
        return int(std::count_if(all.cbegin(), all.cend(), [](const RecordedRequest &request) {
            return request.path == QLatin1String(Vestibule::Demo::TokenTarget);
        }));
    }
    //! How many different tokens they had, since the tenant was created.
    [[nodiscard]] int tokens() const
    {
        const QMutexLocker lock(&m_mutex);
        return int(m_tokens.size());
    }
    void clearRequests()
    {
        const QMutexLocker lock(&m_mutex);
        m_requests.clear();
    }

protected:
    void record(const Vestibule::Demo::Request &request)
    {
        const QMutexLocker lock(&m_mutex);
        if (request.authorization)
            m_tokens.insert(qHash(*request.authorization));
        m_requests.append({QString::fromUtf8(request.method), QString::fromUtf8(request.target),
                           request.authorization.has_value(), request.body, m_timer.elapsed()});
    }

private:
    mutable QMutex m_mutex;
    QList<RecordedRequest> m_requests{};
    QSet<size_t> m_tokens{}; //!< their hashes
    QElapsedTimer m_timer{};
};

//! A demo tenant that remembers which requests it got. The log is the first base, so that it
//! outlives the tenant's thread.
class RecordingTenant final : public RequestLog, public Vestibule::Demo::Tenant {
public:
    explicit RecordingTenant(const Vestibule::Demo::Options &options = {})
        : Tenant(options, [this](const Vestibule::Demo::Request &request) { record(request); })
    {
    }
};
