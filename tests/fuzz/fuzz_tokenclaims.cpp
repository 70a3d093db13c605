// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenreview.h"
#include "fuzz/require.h"
#include "support/tokensamples.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Fuzz::require;

namespace {

void checkMoment(const std::optional<QDateTime> &moment)
{
    if (!moment)
        return;
    require(moment->isValid() && moment->timeSpec() == Qt::UTC, "times are valid and UTC");
    require(moment->date().year() >= 1970 && moment->date().year() <= 9999,
            "times are between 1970 and 9999");
}

void checkClaims(const TokenClaims &claims)
{
    checkMoment(claims.expiresAt);
    checkMoment(claims.notBefore);
    for (const QString &scope : claims.scopes) {
        require(!scope.isEmpty(), "no scope is empty");
        require(std::ranges::none_of(scope, [](QChar c) { return c.isSpace(); }),
                "no scope has whitespace");
    }
    QStringList scopes = claims.scopes;
    require(scopes.removeDuplicates() == 0, "no scope is listed twice");
}

//! Every scope is listed exactly once, and reading scopes never count as writing.
void checkScopes(const TokenReview &review)
{
    require(review.neededScopes.size() + review.missingScopes.size()
                == qsizetype(NeededScopes.size()),
            "a needed scope is either present or missing");
    const auto listing = std::ranges::count_if(review.claims.scopes, [](const QString &scope) {
        return std::ranges::any_of(OrganizationListScopes,
                                   [&](QLatin1StringView other) { return scope == other; });
    });
    require(review.canListOrganizations == (listing > 0), "the list needs one of its scopes");
    require(review.neededScopes.size() + listing + review.surplusScopes.size()
                    + review.writingScopes.size()
                == review.claims.scopes.size(),
            "every scope is in exactly one list");
    require(std::ranges::none_of(review.writingScopes,
                                 [](const QString &scope) { return scope.startsWith("read:"_L1); }),
            "a scope that reads does not write");
}

void checkReview(const AccessToken &token, const TenantDomain &domain, const QDateTime &now)
{
    const TokenReview review = reviewToken(token, domain, now);
    if (review.problem) {
        require(review == TokenReview{.problem = review.problem},
                "with a problem, all other members have their defaults");
        return;
    }
    require(review.timeLeft.has_value() == review.claims.expiresAt.has_value(),
            "time is left exactly where there is an expiry");
    require(!review.isExpired || review.timeLeft->count() <= 0, "no time is left when expired");
    require(review.isForManagementApi || !review.audienceDiffers,
            "only audiences of a Management API can differ");
    checkScopes(review);
}

void checkToken(const AccessToken &token)
{
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1'760'000'000, Qt::UTC);
    static const TenantDomain tenant = TenantDomain::fromText(u"acme.eu.auth0.com"_s).value();
    static const TenantDomain demo = TenantDomain::fromText(u"127.0.0.1:4321"_s).value();
    const QByteArray text = token.secret().bytes().toByteArray();
    require(AccessToken::fromText(QString::fromLatin1(text)).value() == token,
            "a stored token is read back unchanged");
    const auto claims = TokenClaims::read(token);
    const auto dots = text.count('.');
    require(!claims || dots == 2, "claims come from three parts only");
    require(claims || claims.error() != TokenClaims::Problem::Opaque || (dots != 2 && dots != 4),
            "three and five parts are never opaque");
    require(claims || claims.error() != TokenClaims::Problem::Broken
                || (!text.startsWith("eyJ") && !text.contains(".eyJ")),
            "what begins like a JWT is whole");
    if (claims)
        checkClaims(*claims);
    checkReview(token, tenant, now);
    checkReview(token, demo, now);
}

} // namespace

//! Tries every input as a token and as the payload of a token, because the fuzzer would hardly ever
//! produce a payload in base64 by chance.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto token = AccessToken::fromText(QString::fromUtf8(bytes)))
        checkToken(*token);
    const QByteArray jwt = "e30." + Samples::base64Url(bytes) + ".AA";
    if (const auto token = AccessToken::fromText(QString::fromLatin1(jwt)))
        checkToken(*token);
    if (const auto claims = TokenClaims::read(jwt))
        checkClaims(*claims);
    return 0;
}
