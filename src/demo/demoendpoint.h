// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"
#include "demo/demodata.h"
#include "demo/demofault.h"
#include "demo/demooptions.h"
#include "demo/demoorganization.h"
#include "demo/demoratelimit.h"
#include "demo/demoroute.h"
#include "demo/demotoken.h"

#include <QMutex>

#include <chrono>
#include <nlohmann/json.hpp>

namespace Vestibule {

struct DemoQuery;

//! The tenant without its sockets: a request in, an answer out. May be called from any thread.
class DemoEndpoint final {
public:
    explicit DemoEndpoint(const DemoOptions &options);

    DemoAnswer answer(const DemoCall &call);

    //! The address that tokens and redirects name.
    void setPort(quint16 port);
    void setFaults(const DemoFaults &faults);
    bool setConnectionCount(const QString &organizationId, int count);

    QList<DemoOrganization> organizations() const;
    QByteArray makeToken(const DemoTokenClaims &claims) const;

private:
    DemoAnswer ownAnswer(const DemoCall &call, const DemoRoute &route);
    DemoAnswer organizationPage(const QByteArray &query);
    DemoAnswer connectionPage(const QByteArray &query, const DemoRoute &route);
    DemoAnswer page(QList<DemoConnection> connections, const DemoQuery &query,
                    DemoRoute::Kind kind);
    void changeWithEveryRequest(QList<DemoConnection> &connections);
    DemoAnswer bodyOf(nlohmann::ordered_json page, DemoRoute::Kind kind, bool bare) const;
    QString host() const;

    mutable QMutex m_mutex;
    const std::chrono::milliseconds m_latency;
    const DemoTokens m_tokens;
    const bool m_secure; //!< serves https
    DemoCatalogue m_catalogue;
    DemoRateLimit m_rateLimit;
    DemoFaults m_faults{};
    int m_changes = 0; //!< how many connections growing and shrinking have added and removed
    int m_growths = 0; //!< of all listings, by setConnectionCount()
    quint16 m_port = 0;
};

} // namespace Vestibule
