// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/data.h"
#include "demo/fault.h"
#include "demo/options.h"
#include "demo/organization.h"
#include "demo/ratelimit.h"
#include "demo/route.h"
#include "demo/token.h"

#include <QMutex>

#include <chrono>
#include <nlohmann/json.hpp>

namespace Vestibule::Demo {

struct Query;

//! The tenant without its sockets: a request in, an answer out. May be called from any thread.
class Endpoint final {
public:
    explicit Endpoint(const Options &options);

    Answer answer(const Call &call);

    //! The address that tokens and redirects name.
    void setPort(quint16 port);
    void setFaults(const Faults &faults);
    bool setConnectionCount(const QString &organizationId, int count);

    QList<Organization> organizations() const;
    QByteArray makeToken(const TokenClaims &claims) const;

private:
    Answer ownAnswer(const Call &call, const Route &route);
    Answer organizationPage(const QByteArray &query);
    Answer connectionPage(const QByteArray &query, const Route &route);
    Answer page(QList<Connection> connections, const Query &query, Route::Kind kind);
    void changeWithEveryRequest(QList<Connection> &connections);
    Answer bodyOf(nlohmann::ordered_json page, Route::Kind kind, bool bare) const;
    QString host() const;

    mutable QMutex m_mutex;
    const std::chrono::milliseconds m_latency;
    const Tokens m_tokens;
    const bool m_secure; //!< serves https
    Catalogue m_catalogue;
    RateLimit m_rateLimit;
    Faults m_faults{};
    int m_changes = 0; //!< how many connections growing and shrinking have added and removed
    int m_growths = 0; //!< of all listings, by setConnectionCount()
    quint16 m_port = 0;
};

} // namespace Vestibule::Demo
