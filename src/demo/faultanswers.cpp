// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/faultanswers.h"

#include "demo/ratelimit.h"

#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

//! The CRC of gzip (RFC 1952, section 8).
quint32 crc32(const QByteArray &bytes)
{
    std::array<quint32, 256> table{};
    for (quint32 index = 0; index < table.size(); ++index) {
        quint32 value = index;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[index] = value;
    }
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xffU] ^ (crc >> 8);
    return crc ^ 0xffffffffU;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

//! qCompress() writes a length and a zlib stream. Gzip has the same deflated data between another
//! head and tail, so this needs no further library.
QByteArray gzip(const QByteArray &bytes)
{
    constexpr qsizetype qtAndZlibHead = 4 + 2;
    constexpr qsizetype adlerTail = 4;
    const QByteArray packed = qCompress(bytes);
    const QByteArray head("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff", 10);
    return head + packed.mid(qtAndZlibHead, packed.size() - qtAndZlibHead - adlerTail)
        + littleEndian(crc32(bytes)) + littleEndian(quint32(bytes.size()));
}

QByteArray badGatewayPage()
{
    return "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n"
           "<body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center>"
           "</body></html>\n";
}

QByteArray timeoutPage()
{
    return "<!DOCTYPE html>\n<html><head><title>524: A timeout occurred</title></head>\n"
           "<body><h1>A timeout occurred</h1><p>The origin web server did not answer in time."
           "</p></body></html>\n";
}

QByteArray portalPage()
{
    return "<!DOCTYPE html>\n<html><head><title>Welcome to Hotel Vestibule</title></head>\n"
           "<body><form action=\"/login\"><p>Please accept the terms to use the internet.</p>"
           "<input name=\"room\"><button>Accept</button></form></body></html>\n";
}

//! 100,000 arrays inside each other.
QByteArray deepBody()
{
    constexpr qsizetype depth = 100'000;
    return "{\"connections\":" + QByteArray(depth, '[') + QByteArray(depth, ']')
        + ",\"start\":0,\"limit\":50,\"total\":1}";
}

//! The head of a listing and 64 KiB of rows, each followed by a comma.
QByteArray endlessBody()
{
    QByteArray body = "{\"connections\":[";
    const qsizetype head = body.size();
    for (int index = 0; body.size() < head + 65'536; ++index) {
        body += "{\"connection_id\":\"con_" + QByteArray::number(index).rightJustified(16, '0')
            + "\",\"assign_membership_on_login\":false,\"show_as_button\":true,"
              "\"is_enabled\":true,\"organization_access_level\":\"none\","
              "\"connection\":{\"name\":\"row\",\"strategy\":\"okta\"}},";
    }
    return body;
}

//! A listing with 100 MB of spaces; the first call packs it.
QByteArray gzipBombBody()
{
    static const QByteArray bomb = gzip("{\"connections\":[" + QByteArray(100'000'000, ' ')
                                        + "],\"start\":0,\"limit\":50,\"total\":0}");
    return bomb;
}

QByteArray blockedPage()
{
    return "<!DOCTYPE html>\n<html><head><title>Access denied</title></head>\n"
           "<body><h1>Access denied</h1><p>The company's policy blocks this site.</p>"
           "</body></html>\n";
}

Answer textAnswer(int status, const QByteArray &contentType, const QByteArray &body)
{
    Answer answer;
    answer.status = status;
    answer.contentType = contentType;
    answer.body = body;
    return answer;
}

Answer htmlAnswer(int status, const QByteArray &body)
{
    return textAnswer(status, "text/html; charset=utf-8", body);
}

Answer okAnswer(const QByteArray &body, Delivery delivery = Delivery::Whole)
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
    Answer answer = okAnswer(gzipBombBody());
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

//! Only the date says when, so that a client must read it.
Answer tooManyRequestsUntil(qint64 seconds)
{
    Answer answer = tooManyRequests(httpDate(seconds), 0);
    answer.headers.removeIf(
        [](const Header &header) { return header.name == "x-ratelimit-reset"; });
    return answer;
}

//! Complains about the first parameter that was sent.
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

std::optional<Answer> redirection(Fault fault, const FaultContext &context)
{
    const QByteArray own = "127.0.0.1";
    if (fault == Fault::RedirectOtherHost)
        return redirect(origin(context.secure, "localhost", context.port) + "/stolen");
    if (fault == Fault::RedirectOtherPort)
        return redirect(origin(context.secure, own, 1) + "/stolen");
    if (fault == Fault::RedirectOtherScheme)
        return redirect(origin(!context.secure, own, context.port) + "/stolen");
    return fault == Fault::RedirectLoop ? redirect(context.target)
                                        : sameOriginRedirect(context.target);
}

//! As the API names it in the errors of its token endpoint.
QString ownAudience(const FaultContext &context)
{
    return u"https://127.0.0.1:%1/api/v2/"_s.arg(context.port);
}

Answer notAuthorized(const FaultContext &context)
{
    return oauthError(403, u"access_denied"_s,
                      u"Client is not authorized to access \"%1\". You need to create a "
                      u"\"client-grant\" associated to this API. See: "
                      u"https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants"_s.arg(
                          ownAudience(context)));
}

Answer invalidClient()
{
    Answer answer = oauthError(401, u"invalid_client"_s, u"Client authentication failed"_s);
    answer.headers.append(Header{"WWW-Authenticate", "Basic realm=\"token\""});
    return answer;
}

Answer tooManySignIns(const QList<Header> &headers)
{
    Answer answer = oauthError(429, u"too_many_requests"_s, u"Global limit has been reached"_s);
    answer.headers += headers;
    return answer;
}

std::optional<Answer> onlyOn(Route::Kind kind, const FaultContext &context, const Answer &answer)
{
    return context.kind == kind ? std::optional(answer) : std::nullopt;
}

//! Nothing when the fault keeps the endpoint's own answer.
std::optional<Answer> faultAnswer(Fault fault, const FaultContext &context)
{
    switch (fault) {
    case Fault::Error500:
        return errorAnswer(500, u"An internal server error occurred"_s);
    case Fault::Error502Html:
        return htmlAnswer(502, badGatewayPage());
    case Fault::Error503:
        return errorAnswer(503, u"Service Unavailable"_s);
    case Fault::RateLimit:
        return tooManyRequests({}, context.seconds + 1);
    case Fault::ExpiredToken:
        return expiredToken();
    case Fault::WrongScope:
        return missingScope(scopes(context.kind));
    case Fault::NotJson:
        return okAnswer("connections: none today\n");
    case Fault::CaptivePortal:
        return htmlAnswer(200, portalPage());
    case Fault::EmptyBody:
        return okAnswer({});
    case Fault::TooLarge:
        return okAnswer(endlessBody(), Delivery::Endless);
    case Fault::GzipBomb:
        return gzipBomb();
    case Fault::DeepNesting:
        return okAnswer(deepBody());
    case Fault::Hang:
        return okAnswer({}, Delivery::Silent);
    case Fault::Drop:
        return okAnswer({}, Delivery::Dropped);
    case Fault::RedirectOtherHost:
    case Fault::RedirectSameOrigin:
    case Fault::RedirectOtherPort:
    case Fault::RedirectOtherScheme:
    case Fault::RedirectLoop:
        return redirection(fault, context);
    case Fault::NoEndpoint:
        return onlyOn(Route::Kind::Connections, context, unknownRoute());
    case Fault::NoOrganizationScope:
        return onlyOn(Route::Kind::Organizations, context,
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
        return rejectedQuery(context.target);
    case Fault::Entitlement:
        return errorAnswer(403, u"Please upgrade your subscription to use Organizations"_s,
                           u"insufficient_entitlement"_s);
    case Fault::Error504:
        return errorAnswer(504, u"Gateway Timeout"_s);
    case Fault::Error524Html:
        return htmlAnswer(524, timeoutPage());
    case Fault::RateLimitNonsense:
        return tooManyRequests("soon", 0);
    case Fault::RateLimitPast:
        return tooManyRequests({}, context.seconds - 60);
    case Fault::RateLimitLong:
        return tooManyRequests("7200", context.seconds + 7200);
    case Fault::Error403Html:
        return htmlAnswer(403, blockedPage());
    case Fault::Error403Text:
        return textAnswer(403, "text/plain; charset=UTF-8", "error code: 1020");
    case Fault::SignInRefused:
        return onlyOn(Route::Kind::Token, context,
                      oauthError(401, u"access_denied"_s, u"Unauthorized"_s));
    case Fault::SignInNotAuthorized:
        return onlyOn(Route::Kind::Token, context, notAuthorized(context));
    case Fault::SignInNotAllowed:
        return onlyOn(Route::Kind::Token, context,
                      oauthError(403, u"unauthorized_client"_s,
                                 u"Grant type 'client_credentials' not allowed for the client."_s));
    case Fault::SignInUnknownAudience:
        return onlyOn(
            Route::Kind::Token, context,
            oauthError(403, u"access_denied"_s, u"Service not found: "_s + ownAudience(context)));
    case Fault::SignInBadRequest:
        return onlyOn(
            Route::Kind::Token, context,
            oauthError(400, u"invalid_request"_s, u"Missing required parameter: audience"_s));
    case Fault::SignInInvalidClient:
        return onlyOn(Route::Kind::Token, context, invalidClient());
    case Fault::SignInNoEndpoint:
        return onlyOn(Route::Kind::Token, context, unknownRoute());
    case Fault::SignInUnsupportedGrant:
        return onlyOn(Route::Kind::Token, context,
                      oauthError(403, u"unsupported_grant_type"_s,
                                 u"Unsupported grant type: client_credentials"_s));
    case Fault::SignInNoReason:
        return onlyOn(Route::Kind::Token, context, oauthAnswer(401, {}));
    case Fault::SignInHostileReason:
        return onlyOn(Route::Kind::Token, context,
                      oauthError(403, u"access_denied"_s,
                                 u"<b>Denied</b>\r\n\x1b[31m\u202e"_s + QString(4000, u'x')));
    case Fault::SignInErrorAs200:
        return onlyOn(Route::Kind::Token, context,
                      oauthError(200, u"access_denied"_s, u"Unauthorized"_s));
    case Fault::SignInRateLimit:
        return onlyOn(Route::Kind::Token, context,
                      tooManySignIns(RateLimit::headers(50, 0, context.seconds + 1)));
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
    case Fault::Error503Once:
    case Fault::SignInRateLimitOnce:
    case Fault::SignInEcho:
    case Fault::SignInNoToken:
    case Fault::SignInBadToken:
    case Fault::SignInTokenType:
    case Fault::SignInNoLifetime:
    case Fault::SignInTextLifetime:
    case Fault::SignInZeroLifetime:
    case Fault::SignInEndlessLifetime:
    case Fault::SignInWrongAudience:
    case Fault::SignInExpiredToken:
    case Fault::SignInNoScope:
    case Fault::SignInNullToken:
    case Fault::SignInLowerCaseType:
    case Fault::SignInFractionalLifetime:
    case Fault::SignInScopeList:
        break; // these change the endpoint's own answer, or play only once
    }
    return std::nullopt;
}

} // namespace

std::optional<Answer> faultAnswer(const Faults &faults, const FaultContext &context)
{
    if (faults.isEmpty())
        return std::nullopt;
    for (const QString &name : faultNames()) {
        const Fault fault = *faultFromName(name);
        if (!faults.contains(fault))
            continue;
        if (auto answer = faultAnswer(fault, context))
            return answer;
    }
    return std::nullopt;
}

std::optional<Answer> takeOnceFaultAnswer(Faults &faults, const FaultContext &context)
{
    if (context.kind == Route::Kind::Token && faults.remove(Fault::SignInRateLimitOnce))
        return tooManySignIns({{"Retry-After", "1"}});
    if (faults.remove(Fault::RateLimitOnce))
        return tooManyRequests("1", context.seconds + 1);
    if (faults.remove(Fault::RateLimitDate))
        return tooManyRequestsUntil(context.seconds + 1);
    if (faults.remove(Fault::Error503Once)) {
        Answer answer = errorAnswer(503, u"Service Unavailable"_s);
        answer.headers = {{"Retry-After", "0.5"}};
        return answer;
    }
    if (faults.remove(Fault::ExpiresOnce))
        return expiredToken();
    return std::nullopt;
}

} // namespace Vestibule::Demo
