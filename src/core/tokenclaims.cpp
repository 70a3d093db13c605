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

//! The part between the first two dots of \a token, which has both.
QByteArrayView payloadPart(QByteArrayView token)
{
    const qsizetype begin = token.indexOf('.') + 1;
    return token.sliced(begin, token.indexOf('.', begin) - begin);
}

//! Null unless \a part is spelt exactly as RFC 7515 (appendix C) writes it: no padding, no foreign
//! character, no stray bits at the end. QByteArray skips what it does not know, hence the way back.
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
    constexpr double BehindYear9999 = 253'402'300'800;
    const double seconds = claim.toDouble(-1);
    if (!(seconds >= 0 && seconds < BehindYear9999))
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
    // Bounded: 16 KiB come in at most, and QJsonDocument refuses more than 1024 levels.
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
