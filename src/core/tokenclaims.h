// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace Vestibule {

//! What a token says of itself: the payload of a JWT (RFC 7519), read on this machine.
//!
//! The signature is not checked, so this is for showing and for advice, never for deciding whom to
//! trust. Names of claims are those of Auth0's two profiles, its own and RFC 9068:
//! auth0.com/docs/secure/tokens/access-tokens/access-token-profiles. A claim of another type than
//! those have is treated as if it had not been sent.
struct TokenClaims {
    enum class Problem {
        Opaque, //!< neither three parts nor five: only the tenant can tell what it means
        Encrypted, //!< five parts, a JWE (RFC 7516): only the tenant's API can read it
        Broken, //!< three parts, but the second is no JSON object in base64url: often cut off
    };

    QString issuer{}; //!< `iss`; empty when it was not sent
    QStringList audiences{}; //!< `aud`, a string or an array of them (RFC 7519, 4.1.3)
    //! `exp` and `nbf`: UTC, to the millisecond. Absent as well when outside of 1970 to 9999.
    std::optional<QDateTime> expiresAt{};
    std::optional<QDateTime> notBefore{};
    //! `scope` (RFC 8693, 4.2), each one once, in the order of the token. Never empty ones, none
    //! with a blank. The object `scopes` of Auth0's tokens of 2015 is not read.
    QStringList scopes{};

    bool operator==(const TokenClaims &) const = default;

    //! An empty token is Opaque. The decoded payload is dropped without being overwritten: without
    //! the signature it opens nothing.
    [[nodiscard]] static Result<TokenClaims, Problem> read(const AccessToken &token);
};

} // namespace Vestibule
