// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/authentication.h"
#include "demo/catalogue.h"
#include "demo/fault.h"
#include "demo/options.h"
#include "demo/organization.h"
#include "demo/ratelimit.h"
#include "demo/request.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

#include <chrono>
#include <nlohmann/json_fwd.hpp>

namespace Vestibule::Demo {

struct ConnectionQuery;

//! The tenant without its sockets: turns a request into an answer. All members may be called from
//! any thread. For those that Tenant has as well, see there.
class Endpoint final {
public:
    explicit Endpoint(const Options &options);

    Answer answer(const Request &request);

    //! The address that tokens and redirects name.
    void setPort(quint16 port);
    void setFaults(const Faults &faults);
    bool setConnectionCount(const QString &organizationId, int count);

    QList<Organization> organizations() const;
    QByteArray makeToken(const TokenClaims &claims) const;

private:
    Answer routedAnswer(const Request &request, const Route &route);
    Answer answerOrganizations(const QByteArray &query);
    Answer answerConnections(const QByteArray &query, const Route &route);
    Answer pageAnswer(QList<Connection> connections, const ConnectionQuery &query,
                      Route::Kind kind);
    void changeWithEveryRequest(QList<Connection> &connections);
    Answer jsonPage(nlohmann::ordered_json page, Route::Kind kind, bool bare) const;
    QString host() const;

    mutable QMutex m_mutex;
    const std::chrono::milliseconds m_latency;
    const Tokens m_tokens;
    const bool m_secure; //!< whether it serves https
    Catalogue m_catalogue;
    RateLimit m_rateLimit;
    Faults m_faults{};
    int m_changes = 0; //!< connections that growing and shrinking have added and removed
    int m_growths = 0; //!< of all listings by setConnectionCount()
    quint16 m_port = 0;
};

} // namespace Vestibule::Demo
