// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"
#include "core/tokenclaims.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QStringList>

#include <array>
#include <chrono>
#include <optional>

namespace Vestibule {

//! Required to list connections (operation get_organization_connections in the Management API's
//! OpenAPI document).
inline constexpr std::array NeededScopes{QLatin1StringView("read:organization_connections")};

//! Either of them allows listing organizations (operation get_organizations). Optional, because
//! people can type an organization's id.
inline constexpr std::array OrganizationListScopes{
    QLatin1StringView("read:organizations"),
    QLatin1StringView("read:organizations_summary"),
};

//! How well a token fits Vestibule's requests: advice for people. Only the tenant decides whether
//! it is accepted.
//!
//! With a problem the token could not be read, and all other members have their defaults. A claim
//! that was not sent never differs.
struct TokenReview {
    std::optional<TokenClaims::Problem> problem{};
    TokenClaims claims{};

    bool isExpired = false; //!< at or after `exp` (RFC 7519, 4.1.4)
    //! `nbf` is more than a minute ahead; less may be a difference of clocks (RFC 7519, 4.1.5).
    bool isNotYetValid = false;
    //! Until `exp`, rounded down; zero or less if expired, absent if the token never expires.
    std::optional<std::chrono::seconds> timeLeft{};

    //! `iss` is not `https://DOMAIN/` of the tenant's domain. Token and request must use the same
    //! domain, even a custom one (auth0.com/docs/customize/custom-domains). The demo tenant's
    //! tokens have `https://127.0.0.1:PORT/`, although it is reached by http.
    bool issuerDiffers = false;
    //! One of the audiences is `https://HOST/api/v2/`. False for ID tokens and for tokens of other
    //! APIs.
    bool isForManagementApi = false;
    //! The token is for another tenant's Management API. The audience always names the canonical
    //! domain (auth0.com/docs/customize/custom-domains), so this is false for custom domains: only
    //! `.auth0.com` and loopback addresses are compared.
    bool audienceDiffers = false;

    QStringList neededScopes{}; //!< those of NeededScopes that the token has
    QStringList missingScopes{}; //!< those of NeededScopes that it lacks
    bool canListOrganizations = false; //!< it has one of OrganizationListScopes
    //! Scopes that read more than Vestibule needs: other `read:` scopes, and the personal data of
    //! OpenID Connect (`openid`, `profile`, ...). In the token's order.
    QStringList surplusScopes{};
    //! All other scopes, which may allow changes (`update:users`, ...). In the token's order.
    QStringList writingScopes{};

    bool operator==(const TokenReview &) const = default;
};

//! Nothing is compared with an empty domain. The current time is an argument, so that the result
//! depends only on arguments.
[[nodiscard]] TokenReview reviewToken(const AccessToken &token, const TenantDomain &domain,
                                      const QDateTime &nowUtc);

} // namespace Vestibule
