// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/secretbytes.h"

#include <QByteArray>
#include <QString>

class QDebug;

namespace Vestibule {

//! The Management API token: the one secret of the program.
//!
//! It is text for the Authorization header and nothing else. It has no conversion to QString, and
//! printing it says only whether there is one. Copies share one block of memory, which the last of
//! them overwrites.
class AccessToken final {
public:
    enum class Problem {
        Empty,
        NotPrintable, //!< a blank, a line break or a sign outside ASCII: no header could carry it
        TooLong, //!< over MaximumLength: tenants refuse such headers
    };

    static constexpr qsizetype MaximumLength = 16 * 1024; //!< bytes

    AccessToken() = default;

    //! Takes what people paste: blanks around it and a leading "Bearer " are dropped.
    //! \a text stays the caller's to wipe.
    [[nodiscard]] static Result<AccessToken, Problem> fromText(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }
    //! The value of the Authorization header: a copy that nobody overwrites, so ask late and drop
    //! it soon.
    [[nodiscard]] QByteArray authorizationHeader() const;
    //! The token itself, printable ASCII, for a secret store and for TokenClaims; the same block of
    //! memory, not a copy. fromText() takes it back.
    [[nodiscard]] SecretBytes secret() const { return m_secret; }

    bool operator==(const AccessToken &) const = default;

private:
    SecretBytes m_secret;
};

//! Prints "token: set" or "token: empty".
QDebug operator<<(QDebug debug, const AccessToken &token);

} // namespace Vestibule
