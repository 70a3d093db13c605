// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/fault.h"

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

struct Entry {
    Fault fault{};
    QLatin1String name;
    QLatin1String description;
};

constexpr Entry Entries[] = {
    {Fault::Error500, "error-500"_L1, "Every response is a 500 with a JSON body"_L1},
    {Fault::Error502Html, "error-502-html"_L1, "Every response is the 502 page of a CDN"_L1},
    {Fault::Error503, "error-503"_L1, "Every response is a 503 with a JSON body"_L1},
    {Fault::RateLimit, "rate-limit"_L1, "Every response is a 429, lifted in a second"_L1},
    {Fault::RateLimitOnce, "rate-limit-once"_L1,
     "The first response is a 429 with Retry-After: 1, the others are good"_L1},
    {Fault::ExpiredToken, "expired-token"_L1, "Every token counts as expired (401)"_L1},
    {Fault::WrongScope, "wrong-scope"_L1, "Every token lacks the scope (403)"_L1},
    {Fault::ExpiresBetweenPages, "expires-between-pages"_L1,
     "The token is good for page 0 and expired for the others"_L1},
    {Fault::UnknownOrganizationEmpty, "unknown-organization-empty"_L1,
     "An unknown organization has no connections instead of a 404"_L1},
    {Fault::NotJson, "not-json"_L1, "A 200 that says it is JSON and is not"_L1},
    {Fault::CaptivePortal, "captive-portal"_L1, "A 200 with the login page of a hotel"_L1},
    {Fault::EmptyBody, "empty-body"_L1, "A 200 without a body"_L1},
    {Fault::Truncated, "truncated"_L1,
     "Half of the body that Content-Length promises, then the connection closes"_L1},
    {Fault::TooLarge, "too-large"_L1, "64 MiB of rows, chunked, without an end"_L1},
    {Fault::GzipBomb, "gzip-bomb"_L1, "100 kB of gzip that unpack to 100 MB"_L1},
    {Fault::DeepNesting, "deep-nesting"_L1, "JSON with 100,000 arrays inside each other"_L1},
    {Fault::Hang, "hang"_L1, "The request is read and never responded to"_L1},
    {Fault::StallInBody, "stall-in-body"_L1, "Half of the body, then silence"_L1},
    {Fault::Drop, "drop"_L1, "The connection closes without a response"_L1},
    {Fault::Slow, "slow"_L1, "Every response takes 800 ms longer"_L1},
    {Fault::RedirectOtherHost, "redirect-other-host"_L1,
     "A 302 to /stolen on localhost, which is another host than 127.0.0.1"_L1},
    {Fault::RedirectSameOrigin, "redirect-same-origin"_L1,
     "A 302 to the same address with redirected=1, which then responds"_L1},
    {Fault::WrongShape, "wrong-shape"_L1, "An object whose rows are under another key"_L1},
    {Fault::NoTotals, "no-totals"_L1, "A bare array, whatever include_totals says"_L1},
    {Fault::FractionalTotal, "fractional-total"_L1, "Totals are written as 10.0"_L1},
    {Fault::Growing, "growing"_L1, "With every request there is one connection more"_L1},
    {Fault::ShortPage, "short-page"_L1, "Every page lacks its last row"_L1},
    {Fault::DuplicateRow, "duplicate-row"_L1, "The first row of a page comes twice"_L1},
    {Fault::MissingId, "missing-id"_L1, "The middle row of a page has no connection_id"_L1},
    {Fault::MissingConnection, "missing-connection"_L1,
     "Every other row has no nested connection"_L1},
    {Fault::NullValues, "null-values"_L1,
     "Every other row has null for its flags, level and name"_L1},
    {Fault::UnknownValues, "unknown-values"_L1,
     "Every other row has an unknown level, strategy and fields"_L1},
    {Fault::HostileNames, "hostile-names"_L1,
     "Names with markup, control characters, formulas, bidi marks, 4,000 characters"_L1},
    {Fault::NoEndpoint, "no-endpoint"_L1,
     "The newer listing of connections is a 404, as on a tenant that lacks it"_L1},
    {Fault::WrongAudience, "wrong-audience"_L1,
     "Every token counts as one for another API (401)"_L1},
    {Fault::BadSignature, "bad-signature"_L1, "Every token counts as forged (401)"_L1},
    {Fault::MissingAuthentication, "missing-authentication"_L1,
     "Every response is a 401 for a missing token"_L1},
    {Fault::MalformedToken, "malformed-token"_L1,
     "Every response is a 400 that finds no token in the header"_L1},
    {Fault::RejectedQuery, "rejected-query"_L1,
     "Every response is a 400 about the query string"_L1},
    {Fault::Entitlement, "entitlement"_L1,
     "Every response is a 403: the plan lacks the feature"_L1},
    {Fault::NoOrganizationScope, "no-organization-scope"_L1,
     "The token lacks the scope for the list of organizations (403)"_L1},
    {Fault::Error504, "error-504"_L1, "Every response is a 504 with a JSON body"_L1},
    {Fault::Error524Html, "error-524-html"_L1, "Every response is the 524 page of a CDN"_L1},
    {Fault::RateLimitNonsense, "rate-limit-nonsense"_L1,
     "Every response is a 429 with Retry-After: soon, lifted in 1970"_L1},
    {Fault::RateLimitPast, "rate-limit-past"_L1, "Every response is a 429, lifted a minute ago"_L1},
    {Fault::RateLimitLong, "rate-limit-long"_L1,
     "Every response is a 429 with Retry-After: 7200"_L1},
    {Fault::RateLimitDate, "rate-limit-date"_L1,
     "The first response is a 429 whose Retry-After is a date, the others are good"_L1},
    {Fault::RedirectOtherPort, "redirect-other-port"_L1,
     "A 302 to /stolen on port 1 of the same host"_L1},
    {Fault::RedirectOtherScheme, "redirect-other-scheme"_L1,
     "A 302 to /stolen by https, or by http when the tenant serves https"_L1},
    {Fault::RedirectLoop, "redirect-loop"_L1, "A 302 to the same address, for ever"_L1},
    {Fault::NotUtf8, "not-utf8"_L1, "The first name is not UTF-8"_L1},
    {Fault::Bom, "bom"_L1, "The body begins with a byte order mark"_L1},
    {Fault::TrailingGarbage, "trailing-garbage"_L1,
     "Behind the JSON there is a line of something else"_L1},
    {Fault::Moving, "moving"_L1,
     "Every later page begins with the last row of the page before, and lacks its own first"_L1},
    {Fault::Shrinking, "shrinking"_L1, "With every request there is one connection fewer"_L1},
    {Fault::RepeatsNext, "repeats-next"_L1,
     "The list of organizations names the same next page for ever"_L1},
    {Fault::ExpiresOnce, "expires-once"_L1,
     "The first token counts as expired (401), the later ones are good"_L1},
    {Fault::Error403Html, "error-403-html"_L1, "Every response is the 403 page of a firewall"_L1},
    {Fault::Error403Text, "error-403-text"_L1,
     "Every response is a 403 with a line of text, as some CDNs send it"_L1},
    {Fault::Error503Once, "error-503-once"_L1,
     "The first response is a 503 with Retry-After: 0.5, the others are good"_L1},
    {Fault::SignInRefused, "sign-in-refused"_L1,
     "The token endpoint knows no such application, or another secret (401)"_L1},
    {Fault::SignInNotAuthorized, "sign-in-not-authorized"_L1,
     "The application is not authorized for the Management API (403)"_L1},
    {Fault::SignInNotAllowed, "sign-in-not-allowed"_L1,
     "The application may not use the grant client_credentials (403)"_L1},
    {Fault::SignInUnknownAudience, "sign-in-unknown-audience"_L1,
     "The token endpoint knows no API of that audience (403)"_L1},
    {Fault::SignInBadRequest, "sign-in-bad-request"_L1,
     "The token endpoint misses a parameter (400)"_L1},
    {Fault::SignInInvalidClient, "sign-in-invalid-client"_L1,
     "The token endpoint refuses the application as OAuth has it, and asks for a password (401)"_L1},
    {Fault::SignInEcho, "sign-in-echo"_L1,
     "The token endpoint refuses the application, and repeats its secret (401)"_L1},
    {Fault::SignInNoEndpoint, "sign-in-no-endpoint"_L1, "There is no token endpoint (404)"_L1},
    {Fault::SignInRateLimit, "sign-in-rate-limit"_L1,
     "Every sign-in is a 429, lifted in a second"_L1},
    {Fault::SignInRateLimitOnce, "sign-in-rate-limit-once"_L1,
     "The first sign-in is a 429 with Retry-After: 1, the others are good"_L1},
    {Fault::SignInNoToken, "sign-in-no-token"_L1, "A sign-in gives no token"_L1},
    {Fault::SignInBadToken, "sign-in-bad-token"_L1,
     "A sign-in gives a token with a line break in it"_L1},
    {Fault::SignInTokenType, "sign-in-token-type"_L1, "A sign-in gives a token of another type"_L1},
    {Fault::SignInNoLifetime, "sign-in-no-lifetime"_L1,
     "A sign-in does not say how long the token is valid"_L1},
    {Fault::SignInTextLifetime, "sign-in-text-lifetime"_L1,
     "A sign-in gives the lifetime as text"_L1},
    {Fault::SignInZeroLifetime, "sign-in-zero-lifetime"_L1,
     "A sign-in gives a token that is valid for 0 seconds"_L1},
    {Fault::SignInEndlessLifetime, "sign-in-endless-lifetime"_L1,
     "A sign-in gives a date as the lifetime"_L1},
    {Fault::SignInWrongAudience, "sign-in-wrong-audience"_L1,
     "A sign-in gives a token for another API"_L1},
    {Fault::SignInExpiredToken, "sign-in-expired-token"_L1,
     "A sign-in gives a token that has already expired"_L1},
    {Fault::SignInNoScope, "sign-in-no-scope"_L1, "A sign-in gives a token without a scope"_L1},
    {Fault::SignInUnsupportedGrant, "sign-in-unsupported-grant"_L1,
     "The token endpoint does not support the grant client_credentials (403)"_L1},
    {Fault::SignInNoReason, "sign-in-no-reason"_L1,
     "The token endpoint refuses the application without a body (401)"_L1},
    {Fault::SignInHostileReason, "sign-in-hostile-reason"_L1,
     "The token endpoint refuses with markup, control characters, 4,000 characters (403)"_L1},
    {Fault::SignInErrorAs200, "sign-in-error-as-200"_L1,
     "The token endpoint refuses the application in a response of status 200"_L1},
    {Fault::SignInNullToken, "sign-in-null-token"_L1,
     "A sign-in gives null in the token's place"_L1},
    {Fault::SignInLowerCaseType, "sign-in-lower-case-type"_L1,
     "A sign-in gives a token of the type bearer, which is good"_L1},
    {Fault::SignInFractionalLifetime, "sign-in-fractional-lifetime"_L1,
     "A sign-in writes the lifetime with a fraction, which is good"_L1},
    {Fault::SignInScopeList, "sign-in-scope-list"_L1, "A sign-in gives the scopes as an array"_L1},
};

} // namespace

QStringList faultNames()
{
    QStringList names;
    for (const Entry &entry : Entries)
        names.append(entry.name);
    return names;
}

QString faultDescription(const QString &name)
{
    for (const Entry &entry : Entries)
        if (name == entry.name)
            return entry.description;
    return {};
}

bool isOfSignIn(Fault fault)
{
    return fault >= Fault::SignInRefused;
}

std::optional<Fault> faultFromName(const QString &name)
{
    for (const Entry &entry : Entries)
        if (name == entry.name)
            return entry.fault;
    return std::nullopt;
}

} // namespace Vestibule::Demo
