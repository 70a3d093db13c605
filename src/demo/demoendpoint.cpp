// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoendpoint.h"

#include "demo/demoauthentication.h"
#include "demo/demodata.h"
#include "demo/demoerror.h"
#include "demo/demofaultanswers.h"
#include "demo/demogenerator.h"
#include "demo/demolisting.h"
#include "demo/demoquery.h"

#include <QDateTime>
#include <QLocale>
#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! The undecoded organization id of a request for the one route; nothing for any other.
std::optional<QByteArray> organizationOf(const DemoCall &call)
{
    const QList<QByteArray> parts = call.target.split('?').first().split('/');
    const bool matches = call.method == "GET" && parts.size() == 6 && parts.at(0).isEmpty()
        && parts.at(1) == "api" && parts.at(2) == "v2" && parts.at(3) == "organizations"
        && !parts.at(4).isEmpty() && parts.at(5) == "connections";
    return matches ? std::optional(parts.at(4)) : std::nullopt;
}

//! The query as the client meant it: without the mark of our own redirect.
QByteArray queryOf(const DemoCall &call, const DemoFaults &faults)
{
    const qsizetype mark = call.target.indexOf('?');
    QByteArray query = mark < 0 ? QByteArray() : call.target.mid(mark + 1);
    if (faults.contains(DemoFault::RedirectSameOrigin) && query.endsWith(DemoRedirectMark))
        query.chop(qsizetype(sizeof(DemoRedirectMark)) - 1);
    return query;
}

void addStandardHeaders(DemoAnswer &answer)
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc(),
                                               u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    answer.headers.append({{"Cache-Control", "no-cache"},
                           {"Date", date.toLatin1()},
                           {"Vary", "origin,accept-encoding"},
                           {"X-Content-Type-Options", "nosniff"}});
}

} // namespace

DemoEndpoint::DemoEndpoint(const DemoOptions &options)
    : m_latency(options.latency)
    , m_listings(makeDemoListings(options))
    , m_rateLimit(options.plan)
    , m_port(options.port)
{
}

DemoAnswer DemoEndpoint::answer(const DemoCall &call)
{
    const QMutexLocker lock(&m_mutex);
    const std::optional<QByteArray> organizationId = organizationOf(call);
    if (!organizationId) {
        DemoAnswer answer = demoUnknownRoute();
        addStandardHeaders(answer);
        return answer;
    }
    DemoAnswer answer = ownAnswer(call, *organizationId);
    answer.delay += m_latency;
    spoilDemoDelivery(answer, m_faults);
    addStandardHeaders(answer);
    return answer;
}

DemoAnswer DemoEndpoint::ownAnswer(const DemoCall &call, const QByteArray &organizationId)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (m_faults.contains(DemoFault::RateLimitOnce) && !m_refusedOnce) {
        m_refusedOnce = true;
        return demoTooManyRequests(now / 1000, true);
    }
    if (auto replaced = demoReplacement(m_faults, call, m_port, now / 1000))
        return *replaced;
    if (auto refused = demoRefusal(call.authorization, m_tokens, host(), now / 1000))
        return *refused;
    const DemoRateVerdict verdict = m_rateLimit.take(now);
    DemoAnswer answer = verdict.allowed
        ? listing(queryOf(call, m_faults),
                  QString::fromUtf8(QByteArray::fromPercentEncoding(organizationId)))
        : demoError(429, verdict.message, u"too_many_requests"_s);
    // Recorded 400, 401 and 404 answers have none of these headers.
    if (answer.status == 200 || answer.status == 429)
        answer.headers += verdict.headers;
    return answer;
}

DemoAnswer DemoEndpoint::listing(const QByteArray &query, const QString &organizationId)
{
    if (organizationId.size() > 50) {
        return demoError(
            400,
            u"Path validation error: 'String is too long (%1 chars), maximum 50' on property "
            u"id (Organization identifier)."_s.arg(organizationId.size()),
            u"invalid_uri"_s);
    }
    const ParsedDemoQuery parsed = parseDemoQuery(query);
    if (!parsed.error.isEmpty())
        return demoError(400, parsed.error, u"invalid_query_string"_s);
    if (m_faults.contains(DemoFault::ExpiresBetweenPages) && parsed.query.page > 0)
        return demoExpiredToken();
    for (const DemoListing &each : std::as_const(m_listings))
        if (each.organization.id == organizationId)
            return page(each.connections, parsed.query);
    return m_faults.contains(DemoFault::UnknownOrganizationEmpty) ? page({}, parsed.query)
                                                                  : demoUnknownOrganization();
}

DemoAnswer DemoEndpoint::page(QList<DemoConnection> connections, const DemoQuery &query)
{
    if (m_faults.contains(DemoFault::Growing)) {
        for (int number = 1; number <= m_grown; ++number)
            connections.append(demoGrownConnection(number));
        ++m_grown;
    }
    nlohmann::ordered_json page = demoPage(connections, query);
    spoilDemoPage(page, m_faults);
    const bool bare = !query.includeTotals || m_faults.contains(DemoFault::NoTotals);
    DemoAnswer answer;
    answer.body = QByteArray::fromStdString(
        bare && page.contains("connections") ? page["connections"].dump() : page.dump());
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
    m_refusedOnce = false;
    m_grown = 0;
}

bool DemoEndpoint::setConnectionCount(const QString &organizationId, int count)
{
    const QMutexLocker lock(&m_mutex);
    for (DemoListing &each : m_listings) {
        if (each.organization.id != organizationId)
            continue;
        const int missing = count - int(each.connections.size());
        if (missing > 0) {
            // Another seed than the listing's own, so that no id comes twice.
            each.connections += generateDemoConnections(organizationId + u"/more"_s, missing);
            sortDemoConnections(each.connections);
        } else {
            each.connections.resize(qMax(0, count));
        }
        return true;
    }
    return false;
}

QList<DemoOrganization> DemoEndpoint::organizations() const
{
    const QMutexLocker lock(&m_mutex);
    QList<DemoOrganization> organizations;
    for (const DemoListing &each : m_listings)
        organizations.append(each.organization);
    return organizations;
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
