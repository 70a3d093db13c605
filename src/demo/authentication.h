// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Vestibule::Demo {

//! What a token of the demo tenant says.
struct TokenClaims {
    std::chrono::seconds lifetime{std::chrono::hours{24}}; //!< from now; 0 or less: has expired
    QString scope = QStringLiteral("read:organization_connections read:organizations");
    QString audience{}; //!< empty: the tenant's own, `https://HOST/api/v2/`
    bool goodSignature = true;
    QString id{}; //!< jti, so that two tokens of one second differ; empty: left out
};

//! Why a token is refused, in the order in which the API checks.
enum class TokenVerdict { Good, Expired, BadSignature, WrongAudience, MissingScope };

//! Makes and checks the JSON Web Tokens of one tenant. Auth0 signs with RS256; these are HS256,
//! which needs no further library, and only the tenant itself checks the signature.
class Tokens final {
public:
    //! The secret is the key. The default is public, because the demo tenant has invented data
    //! only; with it, a tenant that is started again at the same port accepts its older tokens, as
    //! a real tenant does.
    explicit Tokens(const QByteArray &secret = "a secret of the demo tenant");

    //! host is "127.0.0.1:PORT"; now is in seconds since 1970.
    [[nodiscard]] QByteArray make(const TokenClaims &claims, const QString &host, qint64 now) const;
    //! The token must have three parts: refusal() checks that first, because the API answers 400
    //! then and not 401. Any one of scopes is enough.
    [[nodiscard]] TokenVerdict check(const QByteArray &token, const QString &host,
                                     const QStringList &scopes, qint64 now) const;

    static QString audience(const QString &host);

private:
    QByteArray signature(const QByteArray &signedPart) const;

    QByteArray m_secret;
};

//! The one application of every demo tenant. The secret is public, see Tokens.
inline constexpr char ClientId[] = "aVe5t1bu1eDem0Appl1cat10nClient1";
inline constexpr char ClientSecret[] =
    "d3m0-S3cr3t_0f_the_vestibule_demo_tenant-which_is_n0_secret_at_a";

//! What an application sends to the token endpoint; a member that it does not send is empty.
struct TokenForm {
    QString grantType{};
    QString clientId{};
    QString clientSecret{};
    QString audience{};

    bool operator==(const TokenForm &) const = default;
};

//! From JSON if the type says so, otherwise from a form.
TokenForm parseTokenForm(const QByteArray &contentType, const QByteArray &body);

//! The answer to an application that may not have a token for the audience of this host; nothing
//! when it may.
std::optional<Answer> refusedSignIn(const TokenForm &form, const QString &host);

//! The answer to a request whose Authorization header is not good enough for an endpoint that wants
//! any one of scopes; nothing when it is. The order of the checks is the API's own. See Tokens for
//! host and now.
std::optional<Answer> refusal(const std::optional<QByteArray> &authorization, const Tokens &tokens,
                              const QString &host, const QStringList &scopes, qint64 now);

} // namespace Vestibule::Demo
