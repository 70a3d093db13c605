// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenreview.h"

#include "core/managementurl.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr std::chrono::seconds ClockTolerance{60};

//! OpenID Connect Core 1.0, sections 3.1.2.1, 5.4 and 11.
constexpr std::array OpenIdScopes{
    "openid"_L1, "profile"_L1, "email"_L1, "address"_L1, "phone"_L1, "offline_access"_L1,
};

std::chrono::seconds secondsUntil(const QDateTime &moment, const QDateTime &now)
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(now.msecsTo(moment)));
}

//! Whether a URL is https with only a host, port and path.
bool isPlainHttps(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

//! A tenant's tokens name it by https, even if it is reached by http on a loopback address. QUrl
//! has converted hosts to lower case.
bool isAt(const QUrl &url, const TenantDomain &domain)
{
    constexpr int HttpsPort = 443;
    const QUrl origin = domain.origin();
    return url.host() == origin.host() && url.port(HttpsPort) == origin.port(HttpsPort);
}

bool isIssuer(const QString &issuer, const TenantDomain &domain)
{
    const QUrl url(issuer, QUrl::StrictMode);
    return isPlainHttps(url) && (url.path() == "/"_L1 || url.path().isEmpty()) && isAt(url, domain);
}

//! The audiences that are a Management API of any tenant.
QList<QUrl> managementApis(const QStringList &audiences)
{
    QList<QUrl> apis;
    for (const QString &audience : audiences) {
        const QUrl url(audience, QUrl::StrictMode);
        if (isPlainHttps(url) && url.path() == "/api/v2/"_L1)
            apis.append(url);
    }
    return apis;
}

void reviewTime(TokenReview &review, const QDateTime &now)
{
    if (review.claims.expiresAt) {
        review.timeLeft = secondsUntil(*review.claims.expiresAt, now);
        review.isExpired = now >= *review.claims.expiresAt;
    }
    review.isNotYetValid =
        review.claims.notBefore && *review.claims.notBefore > now.addSecs(ClockTolerance.count());
}

void reviewPlace(TokenReview &review, const TenantDomain &domain)
{
    const QList<QUrl> apis = managementApis(review.claims.audiences);
    review.isForManagementApi = !apis.isEmpty();
    if (domain.isEmpty())
        return;
    const QString &issuer = review.claims.issuer;
    review.issuerDiffers = !issuer.isEmpty() && !isIssuer(issuer, domain);
    review.audienceDiffers = review.isForManagementApi && isCanonicalDomain(domain)
        && std::ranges::none_of(apis, [&](const QUrl &api) { return isAt(api, domain); });
}

void reviewScopes(TokenReview &review)
{
    const QStringList &scopes = review.claims.scopes;
    for (const QLatin1StringView scope : NeededScopes)
        (scopes.contains(scope) ? review.neededScopes : review.missingScopes).append(scope);
    for (const QString &scope : scopes) {
        const auto isScope = [&](QLatin1StringView other) { return scope == other; };
        if (std::ranges::any_of(OrganizationListScopes, isScope))
            review.canListOrganizations = true;
        else if (std::ranges::any_of(NeededScopes, isScope))
            continue;
        else if (scope.startsWith("read:"_L1) || std::ranges::any_of(OpenIdScopes, isScope))
            review.surplusScopes.append(scope);
        else
            review.writingScopes.append(scope);
    }
}

} // namespace

TokenReview reviewToken(const AccessToken &token, const TenantDomain &domain,
                        const QDateTime &nowUtc)
{
    TokenReview review;
    const auto claims = TokenClaims::read(token);
    if (!claims) {
        review.problem = claims.error();
        return review;
    }
    review.claims = *claims;
    reviewTime(review, nowUtc);
    reviewPlace(review, domain);
    reviewScopes(review);
    return review;
}

} // namespace Vestibule
