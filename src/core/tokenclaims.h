// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace Vestibule {

//! The payload of a JWT (RFC 7519), decoded on this machine.
//!
//! All parts must be well formed, but the signature is not verified: use it to inform people, never
//! to decide whom to trust. The claims are those of Auth0's two profiles, its own and RFC 9068
//! (auth0.com/docs/secure/tokens/access-tokens/access-token-profiles). A claim of another type is
//! treated as if it had not been sent.
struct TokenClaims {
    enum class Problem {
        Opaque, //!< neither three parts nor five: only the tenant can read it
        Encrypted, //!< five parts, a JWE (RFC 7516): only the tenant's API can decrypt it
        //! Meant as one of these, but header or payload is not a JSON object in base64url, or
        //! another part is not base64url; often truncated or pasted twice.
        Broken,
    };

    QString issuer{}; //!< `iss`; empty if it was not sent
    QStringList audiences{}; //!< `aud`, a string or an array of strings (RFC 7519, 4.1.3)
    //! `exp` and `nbf` in UTC, to the millisecond; absent outside the years 1970 to 9999.
    std::optional<QDateTime> expiresAt{};
    std::optional<QDateTime> notBefore{};
    //! `scope` (RFC 8693, 4.2) without duplicates, in the token's order; not empty, without
    //! whitespace. The object `scopes` of Auth0's tokens of 2015 is ignored.
    QStringList scopes{};

    bool operator==(const TokenClaims &) const = default;

    //! An empty token is Opaque. Does not wipe the decoded payload: without the signature it gives
    //! access to nothing.
    [[nodiscard]] static Result<TokenClaims, Problem> read(const AccessToken &token);
    //! Reads text that may not be a token.
    [[nodiscard]] static Result<TokenClaims, Problem> read(QByteArrayView token);
};

//! Whether a text ends like a JWT: its last part has the length that the header's algorithm (RFC
//! 7518, section 3.1, and RFC 8037) gives the signature. The other parts are not checked.
[[nodiscard]] bool hasSignatureOfItsAlgorithm(QByteArrayView jwt);

} // namespace Vestibule
