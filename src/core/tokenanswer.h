// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/result.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace Vestibule {

//! What the token endpoint gives an application (RFC 6749, 5.1).
struct TokenAnswer {
    //! Ten years; a tenant gives at most 30 days. More is a mistake, such as a date.
    static constexpr std::chrono::seconds LongestLifetime{std::chrono::hours{24 * 365 * 10}};

    AccessToken token{};
    std::chrono::seconds lifetime{}; //!< from when it was made, at least 1

    bool operator==(const TokenAnswer &) const = default;
};

//! Parses the body of an answer with status 2xx. A BadPayload says what is wrong with it, without
//! the token.
[[nodiscard]] Result<TokenAnswer> parseTokenAnswer(const QByteArray &body);

//! The reason that the token endpoint gives for a refusal (RFC 6749, 5.2).
struct TokenRefusal {
    QString error{}; //!< a code, not empty
    QString description{}; //!< may be empty

    bool operator==(const TokenRefusal &) const = default;
};

//! Absent for any other body: the Management API's own errors have a member `error`, too, but a
//! status code beside it.
[[nodiscard]] std::optional<TokenRefusal> parseTokenRefusal(const QByteArray &body);

} // namespace Vestibule
