// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenclaims.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! The part between the first two dots, which must exist.
QByteArrayView payloadPart(QByteArrayView token)
{
    const qsizetype begin = token.indexOf('.') + 1;
    return token.sliced(begin, token.indexOf('.', begin) - begin);
}

//! Null unless the part is spelt exactly as in RFC 7515 (appendix C), without padding, other
//! characters or stray bits at the end. QByteArray ignores these, so this encodes the result and
//! compares.
QByteArray decoded(QByteArrayView part)
{
    constexpr auto Base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray encoded = part.toByteArray();
    const QByteArray bytes = QByteArray::fromBase64(encoded, Base64Url);
    return bytes.toBase64(Base64Url) == encoded ? bytes : QByteArray();
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
    const QByteArrayView bytes = secret.bytes();
    const auto dots = std::ranges::count(bytes, '.');
    if (dots == 4)
        return Problem::Encrypted;
    if (dots != 2)
        return Problem::Opaque;
    // Bounded: a token has at most 16 KiB, and QJsonDocument refuses more than 1024 levels.
    const QJsonDocument document = QJsonDocument::fromJson(decoded(payloadPart(bytes)));
    if (!document.isObject())
        return Problem::Broken;
    const QJsonObject payload = document.object();
    return TokenClaims{
        .issuer = payload.value("iss"_L1).toString(),
        .audiences = strings(payload.value("aud"_L1)),
        .expiresAt = moment(payload.value("exp"_L1)),
        .notBefore = moment(payload.value("nbf"_L1)),
        .scopes = scopeList(payload.value("scope"_L1)),
    };
}

} // namespace Vestibule
