// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

class QDebug;

namespace Vestibule {

//! The Management API token: the one secret of the program.
//!
//! It is text for the Authorization header and nothing else. It has no conversion to QString, and
//! printing it says only whether there is one.
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
    [[nodiscard]] static Result<AccessToken, Problem> fromText(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    //! The value of the Authorization header.
    [[nodiscard]] QByteArray authorizationHeader() const;

    bool operator==(const AccessToken &) const = default;

private:
    QByteArray m_bytes;
};

//! Prints "token: set" or "token: empty".
QDebug operator<<(QDebug debug, const AccessToken &token);

} // namespace Vestibule
