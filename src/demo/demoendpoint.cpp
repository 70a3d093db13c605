// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoendpoint.h"

#include "demo/demoauthentication.h"
#include "demo/demoerror.h"
#include "demo/demofaultanswers.h"
#include "demo/demogenerator.h"
#include "demo/demoheaders.h"
#include "demo/demolisting.h"
#include "demo/demoorganizationlisting.h"
#include "demo/demoquery.h"
#include "demo/demospoiling.h"

#include <QDateTime>
#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! The query as the client meant it: without the mark of our own redirect.
QByteArray queryOf(const DemoCall &call, const DemoFaults &faults)
{
    const qsizetype mark = call.target.indexOf('?');
    QByteArray query = mark < 0 ? QByteArray() : call.target.mid(mark + 1);
    if (faults.contains(DemoFault::RedirectSameOrigin) && query.endsWith(DemoRedirectMark))
        query.chop(qsizetype(sizeof(DemoRedirectMark)) - 1);
    return query;
}

DemoRateGroup groupOf(DemoRoute::Kind kind)
{
    return kind == DemoRoute::Kind::Organizations ? DemoRateGroup::Organizations
                                                  : DemoRateGroup::OrganizationConnections;
}

DemoAnswer unknownCheckpoint()
{
    return demoError(400, u"The checkpoint in 'from' is not valid. Start again without it."_s,
                     u"invalid_paging"_s);
}

} // namespace

DemoEndpoint::DemoEndpoint(const DemoOptions &options)
    : m_latency(options.latency)
    , m_secure(!options.certificateFile.isEmpty())
    , m_catalogue(options)
    , m_rateLimit(options.plan)
    , m_port(options.port)
{
}

DemoAnswer DemoEndpoint::answer(const DemoCall &call)
{
    const QMutexLocker lock(&m_mutex);
    const DemoRoute route = demoRouteOf(call);
    DemoAnswer answer = demoUnknownRoute();
    if (route.kind != DemoRoute::Kind::None) {
        answer = ownAnswer(call, route);
        answer.delay += m_latency;
        spoilDemoBody(answer, m_faults);
        spoilDemoDelivery(answer, m_faults);
    }
    addDemoStandardHeaders(answer);
    return answer;
}

DemoAnswer DemoEndpoint::ownAnswer(const DemoCall &call, const DemoRoute &route)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (auto once = demoOnce(m_faults, now / 1000))
        return *once;
    const DemoSituation situation{route.kind, call.target, m_port, m_secure, now / 1000};
    if (auto replaced = demoReplacement(m_faults, situation))
        return *replaced;
    if (auto refused =
            demoRefusal(call.authorization, m_tokens, host(), demoScopes(route.kind), now / 1000))
        return *refused;
    const DemoRateVerdict verdict = m_rateLimit.take(now, groupOf(route.kind));
    const QByteArray query = queryOf(call, m_faults);
    DemoAnswer answer = !verdict.allowed ? demoError(429, verdict.message, u"too_many_requests"_s)
        : route.kind == DemoRoute::Kind::Organizations ? organizationPage(query)
                                                       : connectionPage(query, route);
    // Recorded 400, 401 and 404 answers have none of these headers.
    if (answer.status == 200 || answer.status == 429)
        answer.headers += verdict.headers;
    return answer;
}

DemoAnswer DemoEndpoint::organizationPage(const QByteArray &query)
{
    const ParsedDemoOrganizationQuery parsed = parseDemoOrganizationQuery(query);
    if (!parsed.error.isEmpty())
        return demoError(400, parsed.error, parsed.errorCode);
    const bool isLater = parsed.query.from || parsed.query.page > 0;
    if (m_faults.contains(DemoFault::ExpiresBetweenPages) && isLater)
        return demoExpiredToken();
    const auto page = demoOrganizationPage(m_catalogue, parsed.query, m_faults);
    if (!page)
        return unknownCheckpoint();
    const bool hasTotals = parsed.query.includeTotals && !m_faults.contains(DemoFault::NoTotals);
    return bodyOf(*page, DemoRoute::Kind::Organizations,
                  !parsed.query.isCheckpoint() && !hasTotals);
}

DemoAnswer DemoEndpoint::connectionPage(const QByteArray &query, const DemoRoute &route)
{
    if (route.organizationId.size() > 50) {
        return demoError(
            400,
            u"Path validation error: 'String is too long (%1 chars), maximum 50' on property "
            u"id (Organization identifier)."_s.arg(route.organizationId.size()),
            u"invalid_uri"_s);
    }
    const ParsedDemoQuery parsed =
        parseDemoQuery(query, route.kind == DemoRoute::Kind::Connections);
    if (!parsed.error.isEmpty())
        return demoError(400, parsed.error, u"invalid_query_string"_s);
    if (m_faults.contains(DemoFault::ExpiresBetweenPages) && parsed.query.page > 0)
        return demoExpiredToken();
    if (const std::optional<qsizetype> index = m_catalogue.indexOf(route.organizationId))
        return page(m_catalogue.connections(*index), parsed.query, route.kind);
    return m_faults.contains(DemoFault::UnknownOrganizationEmpty)
        ? page({}, parsed.query, route.kind)
        : demoUnknownOrganization();
}

DemoAnswer DemoEndpoint::page(QList<DemoConnection> connections, const DemoQuery &query,
                              DemoRoute::Kind kind)
{
    changeWithEveryRequest(connections);
    if (m_faults.contains(DemoFault::Moving)) {
        const std::optional<bool> wanted =
            kind == DemoRoute::Kind::EnabledConnections ? std::optional(true) : query.isEnabled;
        connections.removeIf(
            [&](const DemoConnection &each) { return wanted && each.enabled != *wanted; });
        moveDemoRow(connections, query.page * query.perPage);
    }
    const bool bare = !query.includeTotals || m_faults.contains(DemoFault::NoTotals);
    return bodyOf(demoPage(connections, query, kind), kind, bare);
}

void DemoEndpoint::changeWithEveryRequest(QList<DemoConnection> &connections)
{
    if (m_faults.contains(DemoFault::Growing)) {
        for (int number = 1; number <= m_changes; ++number)
            connections.append(demoGrownConnection(number));
    }
    if (m_faults.contains(DemoFault::Shrinking))
        connections.resize(qMax(qsizetype(0), connections.size() - m_changes));
    ++m_changes;
}

DemoAnswer DemoEndpoint::bodyOf(nlohmann::ordered_json page, DemoRoute::Kind kind, bool bare) const
{
    const std::string rows = demoRowsKey(kind).toStdString();
    spoilDemoPage(page, kind, m_faults);
    DemoAnswer answer;
    answer.body =
        QByteArray::fromStdString(bare && page.contains(rows) ? page[rows].dump() : page.dump());
    return answer;
}

void DemoEndpoint::setPort(quint16 port)
{
    const QMutexLocker lock(&m_mutex);
    m_port = port;
}

void DemoEndpoint::setFaults(const DemoFaults &faults)
{
    const QMutexLocker lock(&m_mutex);
    m_faults = faults;
    m_changes = 0;
}

bool DemoEndpoint::setConnectionCount(const QString &organizationId, int count)
{
    const QMutexLocker lock(&m_mutex);
    const std::optional<qsizetype> index = m_catalogue.indexOf(organizationId);
    if (!index)
        return false;
    QList<DemoConnection> &connections = m_catalogue.connections(*index);
    const int missing = count - int(connections.size());
    if (missing > 0) {
        // A seed of its own each time, so that no id comes twice.
        const QString seed = organizationId + u"/more/"_s + QString::number(++m_growths);
        connections += generateDemoConnections(seed, missing);
        sortDemoConnections(connections);
    } else {
        connections.resize(qMax(0, count));
    }
    return true;
}

QList<DemoOrganization> DemoEndpoint::organizations() const
{
    const QMutexLocker lock(&m_mutex);
    return m_catalogue.organizations();
}

QByteArray DemoEndpoint::makeToken(const DemoTokenClaims &claims) const
{
    const QMutexLocker lock(&m_mutex);
    return m_tokens.make(claims, host(), QDateTime::currentSecsSinceEpoch());
}

QString DemoEndpoint::host() const
{
    return u"127.0.0.1:"_s + QString::number(m_port);
}

} // namespace Vestibule
