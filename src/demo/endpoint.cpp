// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/endpoint.h"

#include "demo/faultanswers.h"
#include "demo/faultmutations.h"
#include "demo/generator.h"
#include "demo/listing.h"
#include "demo/query.h"
#include "demo/secondstate.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QMutexLocker>

#include <nlohmann/json.hpp>
#include <optional>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

Q_LOGGING_CATEGORY(demoLog, "vestibule.demo", QtWarningMsg)

//! The route without the organization's id, for the log.
const char *pattern(Route::Kind kind)
{
    switch (kind) {
    case Route::Kind::Organizations:
        return "/organizations";
    case Route::Kind::Connections:
        return "/organizations/ID/connections";
    case Route::Kind::EnabledConnections:
        return "/organizations/ID/enabled_connections";
    case Route::Kind::Catalogue:
        return "/connections";
    case Route::Kind::Token:
        return TokenTarget;
    case Route::Kind::None:
        break;
    }
    return "unknown route";
}

//! The query as the client meant it: without the mark of the tenant's own redirect.
QByteArray queryOf(const Request &request, const Faults &faults)
{
    const qsizetype mark = request.target.indexOf('?');
    QByteArray query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
    if (faults.contains(Fault::RedirectSameOrigin) && query.endsWith(RedirectMark))
        query.chop(qsizetype(sizeof(RedirectMark)) - 1);
    return query;
}

//! Where faults of this route alone are set.
QString placeOf(const Route &route)
{
    return route.kind == Route::Kind::Token ? QString(QLatin1String(TokenTarget))
                                            : route.organizationId;
}

RateGroup groupOf(Route::Kind kind)
{
    return kind == Route::Kind::Organizations ? RateGroup::Organizations
        : kind == Route::Kind::Catalogue      ? RateGroup::Global
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
    , m_tokenLifetime(options.tokenLifetime)
    , m_tokenRequests(options.tokenRequests)
    , m_port(options.port)
{
}

Answer Endpoint::answer(const Request &request)
{
    const QMutexLocker lock(&m_mutex);
    const Route route = routeOf(request);
    Answer answer;
    if (route.kind == Route::Kind::None) {
        answer = unknownRoute();
    } else {
        const Faults faults = faultsOf(route);
        answer = routedAnswer(request, route, faults);
        answer.delay += m_latency;
        mutateBody(answer, faults);
        mutateDelivery(answer, faults);
    }
    addStandardHeaders(answer);
    qCDebug(demoLog, "%s %s: %d, %lld bytes after %lld ms", request.method.constData(),
            pattern(route.kind), answer.status, qint64(answer.body.size()),
            qint64(answer.delay.count()));
    return answer;
}

Answer Endpoint::routedAnswer(const Request &request, const Route &route, const Faults &faults)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool isSignIn = route.kind == Route::Kind::Token;
    const FaultContext context{route.kind, request.target, m_port, m_secure, now / 1000};
    Faults others; // of the whole tenant, but not of the token endpoint
    if (isSignIn) {
        others = m_faults;
        others.removeIf(&isOfSignIn);
        m_faults -= others;
    }
    auto once = takeOnceFaultAnswer(m_faults, context);
    m_faults |= others;
    if (once)
        return *once;
    if (const auto here = m_faultsAt.find(placeOf(route)); here != m_faultsAt.end()) {
        if (auto answer = takeOnceFaultAnswer(*here, context))
            return *answer;
    }
    if (auto replaced = faultAnswer(faults, context))
        return *replaced;
    if (isSignIn)
        return answerToken(request, faults);
    if (auto refused = refusedToken(request, route.kind, now / 1000))
        return *refused;
    const RateVerdict verdict = m_rateLimit.take(now, groupOf(route.kind));
    const QByteArray query = queryOf(request, faults);
    Answer answer = !verdict.allowed ? errorAnswer(429, verdict.message, u"too_many_requests"_s)
        : route.kind == Route::Kind::Organizations ? answerOrganizations(query, faults)
        : route.kind == Route::Kind::Catalogue     ? answerCatalogue(query, faults)
                                                   : answerConnections(query, route, faults);
    // Recorded answers of status 400, 401 and 404 have none of these headers.
    if (answer.status == 200 || answer.status == 429)
        answer.headers += verdict.headers;
    return answer;
}

//! The token endpoint has only those faults of the whole tenant that are about it, so that the
//! others can be tried with an application, too.
Faults Endpoint::faultsOf(const Route &route) const
{
    Faults faults = m_faults;
    if (route.kind == Route::Kind::Token)
        faults.removeIf([](Fault fault) { return !isOfSignIn(fault); });
    const auto here = m_faultsAt.constFind(placeOf(route));
    return here == m_faultsAt.constEnd() ? faults : faults | *here;
}

Answer Endpoint::answerToken(const Request &request, const Faults &faults)
{
    const TokenForm form = parseTokenForm(request.contentType, request.body);
    if (faults.contains(Fault::SignInEcho)) {
        return oauthError(
            401, u"access_denied"_s,
            u"No application %1 with the secret %2"_s.arg(form.clientId, form.clientSecret));
    }
    if (auto refused = refusedSignIn(form, host()))
        return *refused;
    ++m_exchanges;
    TokenClaims claims{.lifetime = m_tokenLifetime, .id = QString::number(++m_madeTokens)};
    if (faults.contains(Fault::SignInWrongAudience))
        claims.audience = u"https://api.example/"_s;
    if (faults.contains(Fault::SignInExpiredToken))
        claims.lifetime = std::chrono::seconds(-60);
    if (faults.contains(Fault::SignInNoScope))
        claims.scope.clear();
    nlohmann::ordered_json given;
    given["access_token"] =
        m_tokens.make(claims, host(), QDateTime::currentSecsSinceEpoch()).toStdString();
    given["scope"] = claims.scope.toStdString();
    given["expires_in"] = m_tokenLifetime.count();
    given["token_type"] = "Bearer";
    mutateToken(given, faults);
    return oauthAnswer(200, QByteArray::fromStdString(given.dump()));
}

std::optional<Answer> Endpoint::refusedToken(const Request &request, Route::Kind kind, qint64 now)
{
    const TokenUse use{request.authorization.value_or(QByteArray()), kind, now};
    if (use != m_lastToken) {
        if (auto refused = refusal(request.authorization, m_tokens, host(), scopes(kind), now))
            return refused;
        m_lastToken = use;
    }
    if (!m_tokenRequests)
        return std::nullopt;
    int &requests = m_requestsOfTokens[use.authorization];
    return requests++ < *m_tokenRequests ? std::nullopt : std::optional(expiredToken());
}

Answer Endpoint::answerOrganizations(const QByteArray &query, const Faults &faults)
{
    const ParsedOrganizationQuery parsed = parseOrganizationQuery(query);
    if (!parsed.error.isEmpty())
        return errorAnswer(400, parsed.error, parsed.errorCode);
    const bool isLater = parsed.query.from || parsed.query.page > 0;
    if (faults.contains(Fault::ExpiresBetweenPages) && isLater)
        return expiredToken();
    auto page = organizationPage(m_catalogue, parsed.query, faults);
    if (!page)
        return unknownCheckpoint();
    const bool hasTotals = parsed.query.includeTotals && !faults.contains(Fault::NoTotals);
    return jsonPage(*std::move(page), Route::Kind::Organizations,
                    !parsed.query.isCheckpoint() && !hasTotals, faults);
}

Answer Endpoint::answerCatalogue(const QByteArray &query, const Faults &faults)
{
    const ParsedCatalogueQuery parsed = parseCatalogueQuery(query);
    if (!parsed.error.isEmpty())
        return errorAnswer(400, parsed.error, u"invalid_query_string"_s);
    if (faults.contains(Fault::ExpiresBetweenPages) && parsed.query.from)
        return expiredToken();
    const auto page = cataloguePage(m_catalogue.tenantConnections(), parsed.query, faults);
    return page ? jsonPage(*page, Route::Kind::Catalogue, false, faults) : unknownCheckpoint();
}

Answer Endpoint::answerConnections(const QByteArray &query, const Route &route,
                                   const Faults &faults)
{
    if (route.organizationId.size() > 50) {
        return errorAnswer(
            400,
            u"Path validation error: 'String is too long (%1 chars), maximum 50' on property "
            u"id (Organization identifier)."_s.arg(route.organizationId.size()),
            u"invalid_uri"_s);
    }
    const ParsedConnectionQuery parsed =
        parseConnectionQuery(query, route.kind == Route::Kind::Connections);
    if (!parsed.error.isEmpty())
        return errorAnswer(400, parsed.error, u"invalid_query_string"_s);
    if (faults.contains(Fault::ExpiresBetweenPages) && parsed.query.page > 0)
        return expiredToken();
    if (const std::optional<qsizetype> index = m_catalogue.indexOf(route.organizationId))
        return pageAnswer(m_catalogue.connections(*index), parsed.query, route.kind, faults);
    return faults.contains(Fault::UnknownOrganizationEmpty)
        ? pageAnswer({}, parsed.query, route.kind, faults)
        : unknownOrganization();
}

Answer Endpoint::pageAnswer(QList<Connection> connections, const ConnectionQuery &query,
                            Route::Kind kind, const Faults &faults)
{
    changeWithEveryRequest(connections, faults);
    if (faults.contains(Fault::Moving)) {
        const std::optional<bool> wanted =
            kind == Route::Kind::EnabledConnections ? std::optional(true) : query.isEnabled;
        connections.removeIf(
            [&](const Connection &each) { return wanted && each.enabled != *wanted; });
        moveRow(connections, query.page * query.perPage);
    }
    const bool bare = !query.includeTotals || faults.contains(Fault::NoTotals);
    return jsonPage(connectionPage(connections, query, kind), kind, bare, faults);
}

void Endpoint::changeWithEveryRequest(QList<Connection> &connections, const Faults &faults)
{
    if (faults.contains(Fault::Growing)) {
        for (int number = 1; number <= m_changes; ++number)
            connections.append(grownConnection(number));
    }
    if (faults.contains(Fault::Shrinking))
        connections.resize(qMax(qsizetype(0), connections.size() - m_changes));
    ++m_changes;
}

Answer Endpoint::jsonPage(nlohmann::ordered_json page, Route::Kind kind, bool bare,
                          const Faults &faults) const
{
    const std::string rows = rowsKey(kind).toStdString();
    mutatePage(page, kind, faults);
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

bool Endpoint::setFaultsAt(const QString &organization, const Faults &faults)
{
    const QMutexLocker lock(&m_mutex);
    const std::optional<QString> id =
        organization == QLatin1String(TokenTarget) ? organization : m_catalogue.idOf(organization);
    if (id)
        m_faultsAt.insert(*id, faults);
    return id.has_value();
}

void Endpoint::changeToSecondState()
{
    const QMutexLocker lock(&m_mutex);
    Demo::changeToSecondState(m_catalogue);
}

bool Endpoint::setConnectionCount(const QString &organizationId, int count)
{
    const QMutexLocker lock(&m_mutex);
    const std::optional<qsizetype> index = m_catalogue.indexOf(organizationId);
    if (!index)
        return false;
    QList<Connection> connections = m_catalogue.connections(*index);
    const int missing = count - int(connections.size());
    if (missing > 0) {
        // A new seed each time, so that no id comes twice.
        const QString seed = organizationId + u"/more/"_s + QString::number(++m_growths);
        connections += generateConnections(seed, missing);
        sortConnections(connections);
    } else {
        connections.resize(qMax(0, count));
    }
    m_catalogue.setConnections(*index, connections);
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
    TokenClaims numbered = claims;
    if (m_tokenRequests && claims.id.isEmpty())
        numbered.id = QString::number(++m_madeTokens);
    return m_tokens.make(numbered, host(), QDateTime::currentSecsSinceEpoch());
}

int Endpoint::exchanges() const
{
    const QMutexLocker lock(&m_mutex);
    return m_exchanges;
}

QString Endpoint::host() const
{
    return u"127.0.0.1:"_s + QString::number(m_port);
}

} // namespace Vestibule::Demo
