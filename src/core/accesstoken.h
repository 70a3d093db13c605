// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/secretbytes.h"

#include <QByteArray>
#include <QString>

class QDebug;

namespace Vestibule {

//! A token of the Management API.
//!
//! It is only for the Authorization header: it has no conversion to QString, and printing it shows
//! only whether it is set. Copies share one block of memory, which the last of them overwrites.
class AccessToken final {
public:
    enum class Problem {
        Empty,
        //! Has a character that no token has (RFC 6750, b64token), and no token could be found
        //! in it.
        ForeignCharacter,
        //! A JWT that is visibly cut or damaged, see TokenClaims::Broken. On one line, a cut inside
        //! the signature can go unnoticed.
        NotWhole,
        Several, //!< more than one token
        TooLong, //!< longer than MaximumLength: tenants refuse such headers
    };

    static constexpr qsizetype MaximumLength = 16 * 1024; //!< bytes
    static constexpr qsizetype MaximumTextLength = 64 * 1024; //!< of fromText(), in QChars

    AccessToken() = default;

    //! Accepts what people paste, if there is exactly one token in it: the token with quotes,
    //! whitespace or "Bearer " around it; the JSON answer of `/oauth/token`, or its line;
    //! `NAME=...` as in a shell or an .env file; an Authorization header, or a curl command with
    //! one; a JWT within other text, also one that a terminal has broken into lines. A JWT must be
    //! whole; any other text of a token's characters is an opaque token. Does not wipe its
    //! argument.
    [[nodiscard]] static Result<AccessToken, Problem> fromText(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }
    //! The value of the Authorization header. This copy is not wiped, so create it as late as
    //! possible and discard it soon.
    [[nodiscard]] QByteArray authorizationHeader() const;
    //! The token itself in printable ASCII, for secret stores and TokenClaims; shares the memory.
    //! fromText() accepts it.
    [[nodiscard]] SecretBytes secret() const { return m_secret; }

    bool operator==(const AccessToken &) const = default;

private:
    SecretBytes m_secret;
};

//! Prints "token: set" or "token: empty".
QDebug operator<<(QDebug debug, const AccessToken &token);

} // namespace Vestibule
