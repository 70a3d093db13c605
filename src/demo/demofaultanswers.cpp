// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demofaultanswers.h"

#include "demo/demobodies.h"
#include "demo/demoerror.h"
#include "demo/demoheaders.h"
#include "demo/demoratelimit.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

DemoAnswer html(int status, const QByteArray &body)
{
    DemoAnswer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=utf-8";
    answer.body = body;
    return answer;
}

DemoAnswer good(const QByteArray &body, DemoDelivery delivery = DemoDelivery::Whole)
{
    DemoAnswer answer;
    answer.body = body;
    answer.delivery = delivery;
    return answer;
}

DemoAnswer redirect(const QByteArray &location)
{
    DemoAnswer answer;
    answer.status = 302;
    answer.headers = {{"Location", location}};
    return answer;
}

DemoAnswer gzipBomb()
{
    DemoAnswer answer = good(demoGzipBomb());
    answer.headers = {{"Content-Encoding", "gzip"}};
    return answer;
}

QByteArray origin(bool secure, const QByteArray &host, quint16 port)
{
    return (secure ? "https://" : "http://") + host + ':' + QByteArray::number(port);
}

DemoAnswer tooManyRequests(const QByteArray &retryAfter, qint64 resetSeconds)
{
    DemoAnswer answer = demoError(429, u"Global limit has been reached"_s, u"too_many_requests"_s);
    answer.headers = DemoRateLimit::headers(50, 0, resetSeconds);
    if (!retryAfter.isEmpty())
        answer.headers.append(DemoHeader{"Retry-After", retryAfter});
    return answer;
}

//! The date alone says when: a client that only looks at the reset would find none.
DemoAnswer tooManyRequestsUntil(qint64 seconds)
{
    DemoAnswer answer = tooManyRequests(demoHttpDate(seconds), 0);
    answer.headers.removeIf(
        [](const DemoHeader &header) { return header.name == "x-ratelimit-reset"; });
    return answer;
}

//! Names the first parameter that was sent.
DemoAnswer rejectedQuery(const QByteArray &target)
{
    const QByteArray query = target.mid(target.indexOf('?') + 1);
    const QString name = target.contains('?')
        ? QString::fromUtf8(query.split('&').first().split('=').first())
        : u"page"_s;
    return demoError(
        400, u"Query validation error: 'Additional properties not allowed: "_s + name + u"'."_s,
        u"invalid_query_string"_s);
}

std::optional<DemoAnswer> sameOriginRedirect(const QByteArray &target)
{
    if (target.contains(DemoRedirectMark))
        return std::nullopt;
    return redirect(target + (target.contains('?') ? "&" : "?") + DemoRedirectMark);
}

std::optional<DemoAnswer> redirection(DemoFault fault, const DemoSituation &now)
{
    const QByteArray own = "127.0.0.1";
    if (fault == DemoFault::RedirectOtherHost)
        return redirect(origin(now.secure, "localhost", now.port) + "/stolen");
    if (fault == DemoFault::RedirectOtherPort)
        return redirect(origin(now.secure, own, 1) + "/stolen");
    if (fault == DemoFault::RedirectOtherScheme)
        return redirect(origin(!now.secure, own, now.port) + "/stolen");
    return fault == DemoFault::RedirectLoop ? redirect(now.target) : sameOriginRedirect(now.target);
}

std::optional<DemoAnswer> onlyOn(DemoRoute::Kind kind, const DemoSituation &now,
                                 const DemoAnswer &answer)
{
    return now.kind == kind ? std::optional(answer) : std::nullopt;
}

//! Nothing when the fault leaves the endpoint's own answer be.
std::optional<DemoAnswer> replacement(DemoFault fault, const DemoSituation &now)
{
    switch (fault) {
    case DemoFault::Error500:
        return demoError(500, u"An internal server error occurred"_s);
    case DemoFault::Error502Html:
        return html(502, demoBadGatewayPage());
    case DemoFault::Error503:
        return demoError(503, u"Service Unavailable"_s);
    case DemoFault::RateLimit:
        return tooManyRequests({}, now.seconds + 1);
    case DemoFault::ExpiredToken:
        return demoExpiredToken();
    case DemoFault::WrongScope:
        return demoMissingScope(demoScopes(now.kind));
    case DemoFault::NotJson:
        return good("connections: none today\n");
    case DemoFault::CaptivePortal:
        return html(200, demoPortalPage());
    case DemoFault::EmptyBody:
        return good({});
    case DemoFault::TooLarge:
        return good(demoEndlessBody(), DemoDelivery::Endless);
    case DemoFault::GzipBomb:
        return gzipBomb();
    case DemoFault::DeepNesting:
        return good(demoDeepBody());
    case DemoFault::Hang:
        return good({}, DemoDelivery::Silent);
    case DemoFault::Drop:
        return good({}, DemoDelivery::Dropped);
    case DemoFault::RedirectOtherHost:
    case DemoFault::RedirectSameOrigin:
    case DemoFault::RedirectOtherPort:
    case DemoFault::RedirectOtherScheme:
    case DemoFault::RedirectLoop:
        return redirection(fault, now);
    case DemoFault::NoEndpoint:
        return onlyOn(DemoRoute::Kind::Connections, now, demoUnknownRoute());
    case DemoFault::NoOrganizationScope:
        return onlyOn(DemoRoute::Kind::Organizations, now,
                      demoMissingScope(demoScopes(DemoRoute::Kind::Organizations)));
    case DemoFault::WrongAudience:
        return demoInvalidToken();
    case DemoFault::BadSignature:
        return demoBadSignature();
    case DemoFault::MissingAuthentication:
        return demoMissingAuthentication();
    case DemoFault::MalformedToken:
        return demoMalformedAuthentication();
    case DemoFault::RejectedQuery:
        return rejectedQuery(now.target);
    case DemoFault::Entitlement:
        return demoError(403, u"Please upgrade your subscription to use Organizations"_s,
                         u"insufficient_entitlement"_s);
    case DemoFault::Error504:
        return demoError(504, u"Gateway Timeout"_s);
    case DemoFault::Error524Html:
        return html(524, demoTimeoutPage());
    case DemoFault::RateLimitNonsense:
        return tooManyRequests("soon", 0);
    case DemoFault::RateLimitPast:
        return tooManyRequests({}, now.seconds - 60);
    case DemoFault::RateLimitLong:
        return tooManyRequests("7200", now.seconds + 7200);
    case DemoFault::RateLimitOnce:
    case DemoFault::ExpiresBetweenPages:
    case DemoFault::UnknownOrganizationEmpty:
    case DemoFault::Truncated:
    case DemoFault::StallInBody:
    case DemoFault::Slow:
    case DemoFault::WrongShape:
    case DemoFault::NoTotals:
    case DemoFault::FractionalTotal:
    case DemoFault::Growing:
    case DemoFault::ShortPage:
    case DemoFault::DuplicateRow:
    case DemoFault::MissingId:
    case DemoFault::MissingConnection:
    case DemoFault::NullValues:
    case DemoFault::UnknownValues:
    case DemoFault::HostileNames:
    case DemoFault::RateLimitDate:
    case DemoFault::NotUtf8:
    case DemoFault::Bom:
    case DemoFault::TrailingGarbage:
    case DemoFault::Moving:
    case DemoFault::Shrinking:
    case DemoFault::RepeatsNext:
    case DemoFault::ExpiresOnce:
        break; // these need the endpoint's own answer, or come once
    }
    return std::nullopt;
}

} // namespace

std::optional<DemoAnswer> demoReplacement(const DemoFaults &faults, const DemoSituation &now)
{
    for (const QString &name : demoFaultNames()) {
        const DemoFault fault = *demoFaultFromName(name);
        if (!faults.contains(fault))
            continue;
        if (auto answer = replacement(fault, now))
            return answer;
    }
    return std::nullopt;
}

std::optional<DemoAnswer> demoOnce(DemoFaults &faults, qint64 nowSeconds)
{
    if (faults.remove(DemoFault::RateLimitOnce))
        return tooManyRequests("1", nowSeconds + 1);
    if (faults.remove(DemoFault::RateLimitDate))
        return tooManyRequestsUntil(nowSeconds + 1);
    if (faults.remove(DemoFault::ExpiresOnce))
        return demoExpiredToken();
    return std::nullopt;
}

} // namespace Vestibule
