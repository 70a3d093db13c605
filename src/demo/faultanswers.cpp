// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/faultanswers.h"

#include "demo/bodies.h"
#include "demo/error.h"
#include "demo/headers.h"
#include "demo/ratelimit.h"

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

Answer html(int status, const QByteArray &body)
{
    Answer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=utf-8";
    answer.body = body;
    return answer;
}

Answer good(const QByteArray &body, Delivery delivery = Delivery::Whole)
{
    Answer answer;
    answer.body = body;
    answer.delivery = delivery;
    return answer;
}

Answer redirect(const QByteArray &location)
{
    Answer answer;
    answer.status = 302;
    answer.headers = {{"Location", location}};
    return answer;
}

Answer gzipBomb()
{
    Answer answer = good(gzipBombBody());
    answer.headers = {{"Content-Encoding", "gzip"}};
    return answer;
}

QByteArray origin(bool secure, const QByteArray &host, quint16 port)
{
    return (secure ? "https://" : "http://") + host + ':' + QByteArray::number(port);
}

Answer tooManyRequests(const QByteArray &retryAfter, qint64 resetSeconds)
{
    Answer answer = errorAnswer(429, u"Global limit has been reached"_s, u"too_many_requests"_s);
    answer.headers = RateLimit::headers(50, 0, resetSeconds);
    if (!retryAfter.isEmpty())
        answer.headers.append(Header{"Retry-After", retryAfter});
    return answer;
}

//! The date alone says when: a client that only looks at the reset would find none.
Answer tooManyRequestsUntil(qint64 seconds)
{
    Answer answer = tooManyRequests(httpDate(seconds), 0);
    answer.headers.removeIf(
        [](const Header &header) { return header.name == "x-ratelimit-reset"; });
    return answer;
}

//! Names the first parameter that was sent.
Answer rejectedQuery(const QByteArray &target)
{
    const QByteArray query = target.mid(target.indexOf('?') + 1);
    const QString name = target.contains('?')
        ? QString::fromUtf8(query.split('&').first().split('=').first())
        : u"page"_s;
    return errorAnswer(
        400, u"Query validation error: 'Additional properties not allowed: "_s + name + u"'."_s,
        u"invalid_query_string"_s);
}

std::optional<Answer> sameOriginRedirect(const QByteArray &target)
{
    if (target.contains(RedirectMark))
        return std::nullopt;
    return redirect(target + (target.contains('?') ? "&" : "?") + RedirectMark);
}

std::optional<Answer> redirection(Fault fault, const Situation &now)
{
    const QByteArray own = "127.0.0.1";
    if (fault == Fault::RedirectOtherHost)
        return redirect(origin(now.secure, "localhost", now.port) + "/stolen");
    if (fault == Fault::RedirectOtherPort)
        return redirect(origin(now.secure, own, 1) + "/stolen");
    if (fault == Fault::RedirectOtherScheme)
        return redirect(origin(!now.secure, own, now.port) + "/stolen");
    return fault == Fault::RedirectLoop ? redirect(now.target) : sameOriginRedirect(now.target);
}

std::optional<Answer> onlyOn(Route::Kind kind, const Situation &now, const Answer &answer)
{
    return now.kind == kind ? std::optional(answer) : std::nullopt;
}

//! Nothing when the fault leaves the endpoint's own answer be.
std::optional<Answer> replacement(Fault fault, const Situation &now)
{
    switch (fault) {
    case Fault::Error500:
        return errorAnswer(500, u"An internal server error occurred"_s);
    case Fault::Error502Html:
        return html(502, badGatewayPage());
    case Fault::Error503:
        return errorAnswer(503, u"Service Unavailable"_s);
    case Fault::RateLimit:
        return tooManyRequests({}, now.seconds + 1);
    case Fault::ExpiredToken:
        return expiredToken();
    case Fault::WrongScope:
        return missingScope(scopes(now.kind));
    case Fault::NotJson:
        return good("connections: none today\n");
    case Fault::CaptivePortal:
        return html(200, portalPage());
    case Fault::EmptyBody:
        return good({});
    case Fault::TooLarge:
        return good(endlessBody(), Delivery::Endless);
    case Fault::GzipBomb:
        return gzipBomb();
    case Fault::DeepNesting:
        return good(deepBody());
    case Fault::Hang:
        return good({}, Delivery::Silent);
    case Fault::Drop:
        return good({}, Delivery::Dropped);
    case Fault::RedirectOtherHost:
    case Fault::RedirectSameOrigin:
    case Fault::RedirectOtherPort:
    case Fault::RedirectOtherScheme:
    case Fault::RedirectLoop:
        return redirection(fault, now);
    case Fault::NoEndpoint:
        return onlyOn(Route::Kind::Connections, now, unknownRoute());
    case Fault::NoOrganizationScope:
        return onlyOn(Route::Kind::Organizations, now,
                      missingScope(scopes(Route::Kind::Organizations)));
    case Fault::WrongAudience:
        return invalidToken();
    case Fault::BadSignature:
        return badSignature();
    case Fault::MissingAuthentication:
        return missingAuthentication();
    case Fault::MalformedToken:
        return malformedAuthentication();
    case Fault::RejectedQuery:
        return rejectedQuery(now.target);
    case Fault::Entitlement:
        return errorAnswer(403, u"Please upgrade your subscription to use Organizations"_s,
                           u"insufficient_entitlement"_s);
    case Fault::Error504:
        return errorAnswer(504, u"Gateway Timeout"_s);
    case Fault::Error524Html:
        return html(524, timeoutPage());
    case Fault::RateLimitNonsense:
        return tooManyRequests("soon", 0);
    case Fault::RateLimitPast:
        return tooManyRequests({}, now.seconds - 60);
    case Fault::RateLimitLong:
        return tooManyRequests("7200", now.seconds + 7200);
    case Fault::RateLimitOnce:
    case Fault::ExpiresBetweenPages:
    case Fault::UnknownOrganizationEmpty:
    case Fault::Truncated:
    case Fault::StallInBody:
    case Fault::Slow:
    case Fault::WrongShape:
    case Fault::NoTotals:
    case Fault::FractionalTotal:
    case Fault::Growing:
    case Fault::ShortPage:
    case Fault::DuplicateRow:
    case Fault::MissingId:
    case Fault::MissingConnection:
    case Fault::NullValues:
    case Fault::UnknownValues:
    case Fault::HostileNames:
    case Fault::RateLimitDate:
    case Fault::NotUtf8:
    case Fault::Bom:
    case Fault::TrailingGarbage:
    case Fault::Moving:
    case Fault::Shrinking:
    case Fault::RepeatsNext:
    case Fault::ExpiresOnce:
        break; // these need the endpoint's own answer, or come once
    }
    return std::nullopt;
}

} // namespace

std::optional<Answer> replacement(const Faults &faults, const Situation &now)
{
    for (const QString &name : faultNames()) {
        const Fault fault = *faultFromName(name);
        if (!faults.contains(fault))
            continue;
        if (auto answer = replacement(fault, now))
            return answer;
    }
    return std::nullopt;
}

std::optional<Answer> oneTimeAnswer(Faults &faults, qint64 nowSeconds)
{
    if (faults.remove(Fault::RateLimitOnce))
        return tooManyRequests("1", nowSeconds + 1);
    if (faults.remove(Fault::RateLimitDate))
        return tooManyRequestsUntil(nowSeconds + 1);
    if (faults.remove(Fault::ExpiresOnce))
        return expiredToken();
    return std::nullopt;
}

} // namespace Vestibule::Demo
