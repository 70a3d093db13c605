// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/profiletoken.h"

namespace Vestibule {

namespace {

constexpr char Separator = '\n'; // neither a domain nor a token can hold one

} // namespace

QByteArray keptToken(const TenantAccess &access)
{
    const SecretBytes secret = access.token.secret();
    QByteArray kept = access.domain.text().toUtf8();
    kept.reserve(kept.size() + 1 + secret.bytes().size()); // growing would leave a copy behind
    kept.append(Separator);
    kept.append(secret.bytes());
    return kept;
}

std::optional<AccessToken> tokenFromKept(const QByteArray &kept, const TenantDomain &domain)
{
    const qsizetype end = kept.indexOf(Separator);
    if (end < 0 || domain.isEmpty() || QString::fromUtf8(kept.first(end)) != domain.text())
        return {};
    QString text = QString::fromLatin1(QByteArrayView(kept).sliced(end + 1));
    const auto token = AccessToken::fromText(text);
    SecretBytes::wipe(text);
    return token ? std::optional(*token) : std::nullopt;
}

} // namespace Vestibule
