// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/secretbytes.h"
#include "core/tenantdomain.h"

#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! What people paste to connect a tenant, taken apart: each part is empty if the text does not have
//! it, or not without doubt.
struct PastedAccess {
    enum class Part { Domain, ClientId, ClientSecret, Audience };

    static constexpr qsizetype MaximumTextLength = AccessToken::MaximumTextLength; //!< in QChars

    //! Named by the text or by an address in it, or else by the token's issuer or the audience.
    TenantDomain domain{};
    AccessToken token{};
    QString clientId{};
    SecretBytes clientSecret{}; //!< UTF-8
    QString audience{}; //!< `https://HOST/api/v2/`
    QString organizationId{};

    //! The text has something that is meant as a token, but there is a problem with it.
    std::optional<AccessToken::Problem> tokenProblem{};
    //! The only address is one of the web console that does not tell the domain.
    bool isDashboard = false;
    QList<Part> several{}; //!< for which the text has different values, so that none is taken

    //! Nothing was found, not even a problem.
    [[nodiscard]] bool isEmpty() const;
    bool operator==(const PastedAccess &) const = default;
};

//! Finds the parts in any text: a domain, an address of the tenant or of its web console, a token,
//! an answer of `/oauth/token` or the request for it (curl, JSON or a form), lines of an .env file,
//! what the Auth0 CLI prints, or a client ID or secret alone. All copies of secrets are
//! overwritten; the argument is not. A text that is too long has nothing but TooLong.
[[nodiscard]] PastedAccess pastedAccess(const QString &text);

} // namespace Vestibule
