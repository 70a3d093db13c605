// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/authentication.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

constexpr auto Base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encodedPart(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(Base64Url);
}

//! An empty object when the part is not JSON in base64url.
QJsonObject decodedPart(const QByteArray &part)
{
    const auto bytes = QByteArray::fromBase64Encoding(part, Base64Url);
    return QJsonDocument::fromJson(*bytes).object();
}

bool hasAudience(const QJsonValue &claim, const QString &audience)
{
    return claim.isArray() ? claim.toArray().contains(audience) : claim.toString() == audience;
}

} // namespace

Tokens::Tokens(const QByteArray &secret)
    : m_secret(secret)
{
}

QString Tokens::audience(const QString &host)
{
    return u"https://"_s + host + u"/api/v2/"_s;
}

QByteArray Tokens::signature(const QByteArray &signedPart) const
{
    return QMessageAuthenticationCode::hash(signedPart, m_secret, QCryptographicHash::Sha256)
        .toBase64(Base64Url);
}

QByteArray Tokens::make(const TokenClaims &claims, const QString &host, qint64 now) const
{
    const QString ownAudience = audience(host);
    const QJsonObject header{{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"HS256"_s}};
    QJsonObject payload{
        {u"iss"_s, QString(u"https://"_s + host + u"/"_s)},
        {u"sub"_s, u"demo@clients"_s},
        {u"aud"_s, claims.audience.isEmpty() ? ownAudience : claims.audience},
        {u"iat"_s, now},
        {u"exp"_s, now + qint64(claims.lifetime.count())},
        {u"scope"_s, claims.scope},
        {u"azp"_s, u"demo"_s},
        {u"gty"_s, u"client-credentials"_s},
    };
    if (!claims.id.isEmpty())
        payload.insert(u"jti"_s, claims.id);
    const QByteArray signedPart = encodedPart(header) + '.' + encodedPart(payload);
    QByteArray lastPart = signature(signedPart);
    if (!claims.goodSignature)
        lastPart[0] = lastPart.at(0) == 'A' ? 'B' : 'A';
    return signedPart + '.' + lastPart;
}

TokenVerdict Tokens::check(const QByteArray &token, const QString &host, const QStringList &scopes,
                           qint64 now) const
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return TokenVerdict::BadSignature;
    const QJsonObject claims = decodedPart(parts.at(1));
    const QJsonValue expiry = claims.value("exp"_L1);
    if (expiry.isDouble() && expiry.toDouble() <= double(now))
        return TokenVerdict::Expired;
    if (decodedPart(parts.at(0)).value("alg"_L1) != "HS256"_L1 || !expiry.isDouble()
        || parts.at(2) != signature(parts.at(0) + '.' + parts.at(1)))
        return TokenVerdict::BadSignature;
    if (!hasAudience(claims.value("aud"_L1), audience(host)))
        return TokenVerdict::WrongAudience;
    const QStringList granted = claims.value("scope"_L1).toString().split(u' ');
    const bool isEnough = std::any_of(scopes.begin(), scopes.end(), [&](const QString &scope) {
        return granted.contains(scope);
    });
    return isEnough ? TokenVerdict::Good : TokenVerdict::MissingScope;
}

TokenForm parseTokenForm(const QByteArray &contentType, const QByteArray &body)
{
    if (contentType.toLower().startsWith("application/json")) {
        const QJsonObject sent = QJsonDocument::fromJson(body).object();
        return {.grantType = sent.value("grant_type"_L1).toString(),
                .clientId = sent.value("client_id"_L1).toString(),
                .clientSecret = sent.value("client_secret"_L1).toString(),
                .audience = sent.value("audience"_L1).toString()};
    }
    QByteArray spaced = body;
    const QUrlQuery sent(QString::fromLatin1(spaced.replace('+', "%20")));
    const auto value = [&](const QString &name) {
        return sent.queryItemValue(name, QUrl::FullyDecoded);
    };
    return {.grantType = value(u"grant_type"_s),
            .clientId = value(u"client_id"_s),
            .clientSecret = value(u"client_secret"_s),
            .audience = value(u"audience"_s)};
}

std::optional<Answer> refusedSignIn(const TokenForm &form, const QString &host)
{
    if (form.grantType.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Missing required parameter: grant_type"_s);
    if (form.grantType != "client_credentials"_L1) {
        return oauthError(403, u"unsupported_grant_type"_s,
                          u"Unsupported grant type: "_s + form.grantType);
    }
    if (form.clientId != QLatin1String(ClientId)
        || form.clientSecret != QLatin1String(ClientSecret))
        return oauthError(401, u"access_denied"_s, u"Unauthorized"_s);
    if (form.audience != Tokens::audience(host))
        return oauthError(403, u"access_denied"_s, u"Service not found: "_s + form.audience);
    return std::nullopt;
}

std::optional<Answer> refusal(const std::optional<QByteArray> &authorization, const Tokens &tokens,
                              const QString &host, const QStringList &scopes, qint64 now)
{
    if (!authorization)
        return missingAuthentication();
    const QByteArray header = authorization->simplified();
    const QList<QByteArray> words = header.split(' ');
    if (words.size() != 2)
        return malformedAuthentication();
    if (words.at(0).toLower() != "bearer")
        return missingAuthentication();
    if (words.at(1).count('.') != 2)
        return malformedAuthentication();
    switch (tokens.check(words.at(1), host, scopes, now)) {
    case TokenVerdict::Good:
        break;
    case TokenVerdict::Expired:
        return expiredToken();
    case TokenVerdict::BadSignature:
        return badSignature();
    case TokenVerdict::WrongAudience:
        return invalidToken();
    case TokenVerdict::MissingScope:
        return missingScope(scopes);
    }
    return std::nullopt;
}

} // namespace Vestibule::Demo
