// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"
#include "demo/demofault.h"
#include "demo/demooptions.h"
#include "demo/demoorganization.h"
#include "demo/demoratelimit.h"
#include "demo/demotoken.h"

#include <QMutex>

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
    DemoAnswer ownAnswer(const DemoCall &call, const QByteArray &organizationId);
    DemoAnswer listing(const QByteArray &query, const QString &organizationId);
    DemoAnswer page(QList<DemoConnection> connections, const DemoQuery &query);
    QString host() const;

    mutable QMutex m_mutex;
    const std::chrono::milliseconds m_latency;
    const DemoTokens m_tokens;
    QList<DemoListing> m_listings;
    DemoRateLimit m_rateLimit;
    DemoFaults m_faults{};
    bool m_refusedOnce = false; //!< rate-limit-once has had its refusal
    int m_grown = 0; //!< what growing has added so far
    quint16 m_port = 0;
};

} // namespace Vestibule
