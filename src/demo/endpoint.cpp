// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/endpoint.h"

#include "demo/authentication.h"
#include "demo/error.h"
#include "demo/faultanswers.h"
#include "demo/generator.h"
#include "demo/headers.h"
#include "demo/listing.h"
#include "demo/organizationlisting.h"
#include "demo/query.h"
#include "demo/spoiling.h"

#include <QDateTime>
#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

//! The query as the client meant it: without the mark of our own redirect.
QByteArray queryOf(const Call &call, const Faults &faults)
{
    const qsizetype mark = call.target.indexOf('?');
    QByteArray query = mark < 0 ? QByteArray() : call.target.mid(mark + 1);
    if (faults.contains(Fault::RedirectSameOrigin) && query.endsWith(RedirectMark))
        query.chop(qsizetype(sizeof(RedirectMark)) - 1);
    return query;
}

RateGroup groupOf(Route::Kind kind)
{
    return kind == Route::Kind::Organizations ? RateGroup::Organizations
                                              : RateGroup::OrganizationConnections;
}

Answer unknownCheckpoint()
{
    return errorAnswer(400, u"The checkpoint in 'from' is not valid. Start again without it."_s,
                       u"invalid_paging"_s);
}

} // namespace

Endpoint::Endpoint(const Options &options)
    : m_latency(options.latency)
    , m_secure(!options.certificateFile.isEmpty())
    , m_catalogue(options)
    , m_rateLimit(options.plan)
    , m_port(options.port)
{
}

Answer Endpoint::answer(const Call &call)
{
    const QMutexLocker lock(&m_mutex);
    const Route route = routeOf(call);
    Answer answer = unknownRoute();
    if (route.kind != Route::Kind::None) {
        answer = ownAnswer(call, route);
        answer.delay += m_latency;
        spoilBody(answer, m_faults);
        spoilDelivery(answer, m_faults);
    }
    addStandardHeaders(answer);
    return answer;
}

Answer Endpoint::ownAnswer(const Call &call, const Route &route)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (auto answer = oneTimeAnswer(m_faults, now / 1000))
        return *answer;
    const Situation situation{route.kind, call.target, m_port, m_secure, now / 1000};
    if (auto replaced = replacement(m_faults, situation))
        return *replaced;
    if (auto refused =
            refusal(call.authorization, m_tokens, host(), scopes(route.kind), now / 1000))
        return *refused;
    const RateVerdict verdict = m_rateLimit.take(now, groupOf(route.kind));
    const QByteArray query = queryOf(call, m_faults);
    Answer answer = !verdict.allowed ? errorAnswer(429, verdict.message, u"too_many_requests"_s)
        : route.kind == Route::Kind::Organizations ? organizationPage(query)
                                                   : connectionPage(query, route);
    // Recorded 400, 401 and 404 answers have none of these headers.
    if (answer.status == 200 || answer.status == 429)
        answer.headers += verdict.headers;
    return answer;
}

Answer Endpoint::organizationPage(const QByteArray &query)
{
    const ParsedOrganizationQuery parsed = parseOrganizationQuery(query);
    if (!parsed.error.isEmpty())
        return errorAnswer(400, parsed.error, parsed.errorCode);
    const bool isLater = parsed.query.from || parsed.query.page > 0;
    if (m_faults.contains(Fault::ExpiresBetweenPages) && isLater)
        return expiredToken();
    const auto page = organizationListingPage(m_catalogue, parsed.query, m_faults);
    if (!page)
        return unknownCheckpoint();
    const bool hasTotals = parsed.query.includeTotals && !m_faults.contains(Fault::NoTotals);
    return bodyOf(*page, Route::Kind::Organizations, !parsed.query.isCheckpoint() && !hasTotals);
}

Answer Endpoint::connectionPage(const QByteArray &query, const Route &route)
{
    if (route.organizationId.size() > 50) {
        return errorAnswer(
            400,
            u"Path validation error: 'String is too long (%1 chars), maximum 50' on property "
            u"id (Organization identifier)."_s.arg(route.organizationId.size()),
            u"invalid_uri"_s);
    }
    const ParsedQuery parsed = parseQuery(query, route.kind == Route::Kind::Connections);
    if (!parsed.error.isEmpty())
        return errorAnswer(400, parsed.error, u"invalid_query_string"_s);
    if (m_faults.contains(Fault::ExpiresBetweenPages) && parsed.query.page > 0)
        return expiredToken();
    if (const std::optional<qsizetype> index = m_catalogue.indexOf(route.organizationId))
        return page(m_catalogue.connections(*index), parsed.query, route.kind);
    return m_faults.contains(Fault::UnknownOrganizationEmpty) ? page({}, parsed.query, route.kind)
                                                              : unknownOrganization();
}

Answer Endpoint::page(QList<Connection> connections, const Query &query, Route::Kind kind)
{
    changeWithEveryRequest(connections);
    if (m_faults.contains(Fault::Moving)) {
        const std::optional<bool> wanted =
            kind == Route::Kind::EnabledConnections ? std::optional(true) : query.isEnabled;
        connections.removeIf(
            [&](const Connection &each) { return wanted && each.enabled != *wanted; });
        moveRow(connections, query.page * query.perPage);
    }
    const bool bare = !query.includeTotals || m_faults.contains(Fault::NoTotals);
    return bodyOf(listingPage(connections, query, kind), kind, bare);
}

void Endpoint::changeWithEveryRequest(QList<Connection> &connections)
{
    if (m_faults.contains(Fault::Growing)) {
        for (int number = 1; number <= m_changes; ++number)
            connections.append(grownConnection(number));
    }
    if (m_faults.contains(Fault::Shrinking))
        connections.resize(qMax(qsizetype(0), connections.size() - m_changes));
    ++m_changes;
}

Answer Endpoint::bodyOf(nlohmann::ordered_json page, Route::Kind kind, bool bare) const
{
    const std::string rows = rowsKey(kind).toStdString();
    spoilPage(page, kind, m_faults);
    Answer answer;
    answer.body =
        QByteArray::fromStdString(bare && page.contains(rows) ? page[rows].dump() : page.dump());
    return answer;
}

void Endpoint::setPort(quint16 port)
{
    const QMutexLocker lock(&m_mutex);
    m_port = port;
}

void Endpoint::setFaults(const Faults &faults)
{
    const QMutexLocker lock(&m_mutex);
    m_faults = faults;
    m_changes = 0;
}

bool Endpoint::setConnectionCount(const QString &organizationId, int count)
{
    const QMutexLocker lock(&m_mutex);
    const std::optional<qsizetype> index = m_catalogue.indexOf(organizationId);
    if (!index)
        return false;
    QList<Connection> &connections = m_catalogue.connections(*index);
    const int missing = count - int(connections.size());
    if (missing > 0) {
        // A seed of its own each time, so that no id comes twice.
        const QString seed = organizationId + u"/more/"_s + QString::number(++m_growths);
        connections += generateConnections(seed, missing);
        sortConnections(connections);
    } else {
        connections.resize(qMax(0, count));
    }
    return true;
}

QList<Organization> Endpoint::organizations() const
{
    const QMutexLocker lock(&m_mutex);
    return m_catalogue.organizations();
}

QByteArray Endpoint::makeToken(const TokenClaims &claims) const
{
    const QMutexLocker lock(&m_mutex);
    return m_tokens.make(claims, host(), QDateTime::currentSecsSinceEpoch());
}

QString Endpoint::host() const
{
    return u"127.0.0.1:"_s + QString::number(m_port);
}

} // namespace Vestibule::Demo
