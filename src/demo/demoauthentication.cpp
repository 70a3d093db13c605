// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoauthentication.h"

#include "demo/demoerror.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

std::optional<DemoAnswer> demoRefusal(const std::optional<QByteArray> &authorization,
                                      const DemoTokens &tokens, const QString &host,
                                      const QStringList &scopes, qint64 now)
{
    if (!authorization)
        return demoMissingAuthentication();
    const QByteArray header = authorization->simplified();
    const QList<QByteArray> words = header.split(' ');
    if (words.size() != 2)
        return demoMalformedAuthentication();
    if (words.at(0).toLower() != "bearer")
        return demoMissingAuthentication();
    if (words.at(1).count('.') != 2)
        return demoMalformedAuthentication();
    switch (tokens.check(words.at(1), host, scopes, now)) {
    case DemoTokenVerdict::Good:
        break;
    case DemoTokenVerdict::Expired:
        return demoExpiredToken();
    case DemoTokenVerdict::BadSignature:
        return demoBadSignature();
    case DemoTokenVerdict::WrongAudience:
        return demoInvalidToken();
    case DemoTokenVerdict::MissingScope:
        return demoMissingScope(scopes);
    }
    return std::nullopt;
}

} // namespace Vestibule
