// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"

#include <QByteArray>
#include <QString>

namespace Vestibule::Samples {

inline QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

//! The text must be valid for AccessToken; otherwise std::bad_variant_access.
inline AccessToken token(const QByteArray &text)
{
    return AccessToken::fromText(QString::fromLatin1(text)).value();
}

//! A JWT with a JSON payload and an invalid signature.
inline AccessToken jwt(const QByteArray &payload)
{
    return token(base64Url(R"({"alg":"RS256","typ":"JWT"})") + '.' + base64Url(payload)
                 + ".c2lnbmF0dXJl");
}

//! A JWT with this payload, and a signature of the right length that is not valid.
inline QByteArray signedJwt(const QByteArray &payload)
{
    return base64Url(R"({"alg":"RS256","typ":"JWT"})") + '.' + base64Url(payload) + '.'
        + base64Url(QByteArray("signature").repeated(29).first(256));
}

} // namespace Vestibule::Samples
