// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/authentication.h"

#include "demo/error.h"

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

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
