// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenclaims.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QList<QByteArrayView> partsOf(QByteArrayView token)
{
    QList<QByteArrayView> parts;
    qsizetype begin = 0;
    for (qsizetype dot = token.indexOf('.'); dot >= 0; dot = token.indexOf('.', begin)) {
        parts.append(token.sliced(begin, dot - begin));
        begin = dot + 1;
    }
    parts.append(token.sliced(begin));
    return parts;
}

//! The value of a digit of base64url; -1 for other characters.
int digitValue(char c)
{
    static constexpr QByteArrayView Digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return int(Digits.indexOf(c));
}

//! Whether the part is spelt exactly as in RFC 7515 (appendix C), without padding, other characters
//! or stray bits at the end, which QByteArray would ignore. Makes no copy, for the signature.
bool isBase64Url(QByteArrayView part)
{
    const bool hasOnlyDigits = std::ranges::all_of(part, [](char c) { return digitValue(c) >= 0; });
    switch (part.size() % 4) {
    case 0:
        return hasOnlyDigits;
    case 2:
        return hasOnlyDigits && digitValue(part.back()) % 16 == 0;
    case 3:
        return hasOnlyDigits && digitValue(part.back()) % 4 == 0;
    default:
        return false;
    }
}

//! The JSON object in a part; absent if there is none.
std::optional<QJsonObject> objectIn(QByteArrayView part)
{
    if (!isBase64Url(part))
        return {};
    // Bounded: a token has at most 16 KiB, and QJsonDocument refuses more than 1024 levels.
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromBase64(part.toByteArray(), QByteArray::Base64UrlEncoding));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

//! Whether a part begins with `{"` in base64url, as both JSON objects of a JWT do.
bool looksLikeJwt(const QList<QByteArrayView> &parts)
{
    return std::ranges::any_of(parts, [](QByteArrayView part) { return part.startsWith("eyJ"); });
}

//! RFC 7516: the header names the encryption; the encrypted key may be empty.
bool isJwe(const QList<QByteArrayView> &parts)
{
    const auto header = objectIn(parts.constFirst());
    return header && header->value("enc"_L1).isString() && std::ranges::all_of(parts, isBase64Url)
        && !parts.constLast().isEmpty();
}

//! Seconds since 1970 (RFC 7519, NumericDate), possibly fractional.
std::optional<QDateTime> moment(const QJsonValue &claim)
{
    constexpr double StartOfYear10000 = 253'402'300'800;
    const double seconds = claim.toDouble(-1);
    if (!(seconds >= 0 && seconds < StartOfYear10000))
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(qint64(seconds * 1000), Qt::UTC);
}

QStringList strings(const QJsonValue &claim)
{
    if (claim.isString())
        return {claim.toString()};
    QStringList texts;
    const QJsonArray elements = claim.toArray();
    for (const auto &element : elements) {
        if (element.isString())
            texts.append(element.toString());
    }
    return texts;
}

QStringList scopeList(const QJsonValue &claim)
{
    QStringList scopes = claim.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    return scopes;
}

} // namespace

Result<TokenClaims, TokenClaims::Problem> TokenClaims::read(const AccessToken &token)
{
    const SecretBytes secret = token.secret();
    return read(secret.bytes());
}

Result<TokenClaims, TokenClaims::Problem> TokenClaims::read(QByteArrayView token)
{
    const QList<QByteArrayView> parts = partsOf(token);
    if (parts.size() == 5)
        return isJwe(parts) ? Problem::Encrypted : Problem::Broken;
    if (parts.size() != 3)
        return looksLikeJwt(parts) ? Problem::Broken : Problem::Opaque;
    const auto payload = objectIn(parts.at(1));
    const bool hasSignature = isBase64Url(parts.constLast()) && !parts.constLast().isEmpty();
    if (!payload || !hasSignature || !objectIn(parts.constFirst()))
        return Problem::Broken;
    return TokenClaims{
        .issuer = payload->value("iss"_L1).toString(),
        .audiences = strings(payload->value("aud"_L1)),
        .expiresAt = moment(payload->value("exp"_L1)),
        .notBefore = moment(payload->value("nbf"_L1)),
        .scopes = scopeList(payload->value("scope"_L1)),
    };
}

bool hasSignatureOfItsAlgorithm(QByteArrayView jwt)
{
    const QList<QByteArrayView> parts = partsOf(jwt);
    const auto header = parts.size() == 3 ? objectIn(parts.constFirst()) : std::nullopt;
    if (!header)
        return false;
    const QString algorithm = header->value("alg"_L1).toString();
    const qsizetype bytes = parts.constLast().size() * 3 / 4;
    const auto has = [bytes](std::initializer_list<qsizetype> lengths) {
        return std::ranges::find(lengths, bytes) != lengths.end();
    };
    if (algorithm.startsWith("RS"_L1) || algorithm.startsWith("PS"_L1))
        return has({256, 384, 512}); // keys of 2048, 3072 and 4096 bits
    if (algorithm == "HS256"_L1)
        return has({32});
    if (algorithm == "HS384"_L1)
        return has({48});
    if (algorithm == "HS512"_L1 || algorithm == "ES256"_L1 || algorithm == "EdDSA"_L1)
        return has({64});
    if (algorithm == "ES384"_L1)
        return has({96});
    return algorithm == "ES512"_L1 && has({132});
}

} // namespace Vestibule
