// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/accesstoken.h"

#include <QDebug>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr auto Scheme = "Bearer"_L1;

//! The scheme's name alone is not a token: fromText() would drop it when it comes back from a
//! store.
QStringView withoutScheme(QStringView text)
{
    if (!text.startsWith(Scheme, Qt::CaseInsensitive))
        return text;
    QStringView rest = text.sliced(Scheme.size());
    if (!rest.isEmpty() && !rest.front().isSpace())
        return text;
    rest = rest.trimmed();
    return rest.compare(Scheme, Qt::CaseInsensitive) == 0 ? QStringView() : rest;
}

} // namespace

Result<AccessToken, AccessToken::Problem> AccessToken::fromText(const QString &text)
{
    const QStringView trimmed = withoutScheme(QStringView(text).trimmed());
    if (trimmed.isEmpty())
        return Problem::Empty;
    const bool fitsHeader =
        std::ranges::all_of(trimmed, [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!fitsHeader)
        return Problem::NotPrintable;
    if (trimmed.size() > MaximumLength)
        return Problem::TooLong;
    AccessToken token;
    QByteArray bytes = trimmed.toLatin1();
    token.m_secret = SecretBytes(bytes);
    SecretBytes::wipe(bytes);
    return token;
}

QByteArray AccessToken::authorizationHeader() const
{
    return "Bearer " + m_secret.bytes();
}

QDebug operator<<(QDebug debug, const AccessToken &token)
{
    const QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << (token.isEmpty() ? "token: empty"_L1 : "token: set"_L1);
}

} // namespace Vestibule
