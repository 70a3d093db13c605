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
#include <QHash>
#include <QList>
#include <QMutex>
#include <QString>

#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <optional>

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
    //! The token endpoint has this name, see TokenTarget. False when there is no such organization.
    bool setFaultsAt(const QString &organization, const Faults &faults);
    bool setConnectionCount(const QString &organizationId, int count);
    void changeToSecondState();

    QList<Organization> organizations() const;
    QByteArray makeToken(const TokenClaims &claims) const;
    int exchanges() const;

private:
    Answer routedAnswer(const Request &request, const Route &route, const Faults &faults);
    std::optional<Answer> refusedToken(const Request &request, Route::Kind kind, qint64 now);
    Answer answerToken(const Request &request, const Faults &faults);
    Faults faultsOf(const Route &route) const;
    Answer answerOrganizations(const QByteArray &query, const Faults &faults);
    Answer answerConnections(const QByteArray &query, const Route &route, const Faults &faults);
    Answer answerCatalogue(const QByteArray &query, const Faults &faults);
    Answer pageAnswer(QList<Connection> connections, const ConnectionQuery &query, Route::Kind kind,
                      const Faults &faults);
    void changeWithEveryRequest(QList<Connection> &connections, const Faults &faults);
    Answer jsonPage(nlohmann::ordered_json page, Route::Kind kind, bool bare,
                    const Faults &faults) const;
    QString host() const;

    //! A good token, so that not each of thousands of requests a second checks it again.
    struct TokenUse {
        QByteArray authorization{};
        Route::Kind kind = Route::Kind::None;
        qint64 second = 0;

        bool operator==(const TokenUse &) const = default;
    };

    mutable QMutex m_mutex;
    const std::chrono::milliseconds m_latency;
    const Tokens m_tokens;
    const bool m_secure; //!< whether it serves https
    Catalogue m_catalogue;
    RateLimit m_rateLimit;
    Faults m_faults{};
    QHash<QString, Faults> m_faultsAt{}; //!< by organization id, or TokenTarget
    const std::chrono::seconds m_tokenLifetime;
    const std::optional<int> m_tokenRequests;
    QHash<QByteArray, int> m_requestsOfTokens{}; //!< by Authorization header
    mutable int m_madeTokens = 0;
    int m_exchanges = 0; //!< tokens that the token endpoint has given
    TokenUse m_lastToken{};
    int m_changes = 0; //!< connections that growing and shrinking have added and removed
    int m_growths = 0; //!< of all listings by setConnectionCount()
    quint16 m_port = 0;
};

} // namespace Vestibule::Demo
