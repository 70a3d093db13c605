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

//! Without it the tenant refuses the listing of connections: operation get_organization_connections
//! of the Management API's OpenAPI document.
inline constexpr std::array NeededScopes{QLatin1StringView("read:organization_connections")};

//! Any one of them brings the list of organizations (operation get_organizations). Optional: people
//! can type an organization's id.
inline constexpr std::array OrganizationListScopes{
    QLatin1StringView("read:organizations"),
    QLatin1StringView("read:organizations_summary"),
};

//! How a token fits what Vestibule is about to do with it: facts for advice, not a gate. The tenant
//! has the last word.
//!
//! With a `problem` nothing could be read, and every other member has its default. A claim that was
//! not sent differs from nothing.
struct TokenReview {
    std::optional<TokenClaims::Problem> problem{};
    TokenClaims claims{};

    bool isExpired = false; //!< from the moment of `exp` on (RFC 7519, 4.1.4)
    //! `nbf` is more than a minute ahead: less is put down to clocks (RFC 7519, 4.1.5).
    bool isNotYetValid = false;
    //! Until `exp`, rounded down; zero or less when expired. Absent when the token never expires.
    std::optional<std::chrono::seconds> timeLeft{};

    //! `iss` is not `https://DOMAIN/` of the domain that is asked. With custom domains, too, token
    //! and call must use the same domain: auth0.com/docs/customize/custom-domains. The demo tenant
    //! issues `https://127.0.0.1:PORT/` although it speaks http.
    bool issuerDiffers = false;
    //! One of the audiences is `https://HOST/api/v2/`. False for an ID token and for one that is
    //! meant for an API of people's own.
    bool isForManagementApi = false;
    //! It is for the Management API of another tenant. The audience always names the canonical
    //! domain (auth0.com/docs/customize/custom-domains), so a custom domain cannot be compared:
    //! false unless the domain ends in `.auth0.com` or is a loopback address.
    bool audienceDiffers = false;

    QStringList neededScopes{}; //!< those of NeededScopes that the token has
    QStringList missingScopes{}; //!< those that it lacks
    bool canListOrganizations = false; //!< it has one of OrganizationListScopes
    //! Reads more than Vestibule asks for: other `read:` scopes, and those of OpenID Connect
    //! (`openid`, `profile`, ...), which tell about a person. In the order of the token.
    QStringList surplusScopes{};
    //! May change things: whatever is not known to only read (`update:users`, ...). Same order.
    QStringList writingScopes{};

    bool operator==(const TokenReview &) const = default;
};

//! \a domain is the one that is asked; an empty one is compared with nothing. \a nowUtc is passed
//! in so that the answer depends on nothing else.
[[nodiscard]] TokenReview reviewToken(const AccessToken &token, const TenantDomain &domain,
                                      const QDateTime &nowUtc);

} // namespace Vestibule
