// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace Vestibule::Demo {

//! What a token of the demo tenant says. Times are whole seconds.
struct TokenClaims {
    std::chrono::seconds lifetime{std::chrono::hours{24}}; //!< from now; negative: has expired
    QString scope = QStringLiteral("read:organization_connections read:organizations");
    QString audience{}; //!< empty: the tenant's own, `https://HOST/api/v2/`
    bool goodSignature = true;
};

//! Why a token is refused, in the order in which the API looks.
enum class TokenVerdict { Good, Expired, BadSignature, WrongAudience, MissingScope };

//! Makes and checks the JSON Web Tokens (HS256) of one tenant. Auth0 signs with RS256; nothing but
//! the tenant itself looks at the signature, and HS256 needs no library of its own.
class Tokens final {
public:
    //! \a secret is the key. A demo tenant guards nothing but invented data, so its own is known:
    //! a tenant that is ended and started again at the same port still takes the tokens of before,
    //! as a real one does.
    explicit Tokens(const QByteArray &secret = "a secret of the demo tenant");

    //! host is "127.0.0.1:PORT"; now is in seconds since 1970.
    [[nodiscard]] QByteArray make(const TokenClaims &claims, const QString &host, qint64 now) const;
    //! token must have three parts; whether it has is the question before (a 400, not a 401). Any
    //! of scopes is enough.
    [[nodiscard]] TokenVerdict check(const QByteArray &token, const QString &host,
                                     const QStringList &scopes, qint64 now) const;

    static QString audience(const QString &host);

private:
    QByteArray signature(const QByteArray &signedPart) const;

    QByteArray m_secret;
};

} // namespace Vestibule::Demo
