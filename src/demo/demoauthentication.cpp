// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoauthentication.h"

#include "demo/demoerror.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

std::optional<DemoAnswer> demoRefusal(const std::optional<QByteArray> &authorization,
                                      const DemoTokens &tokens, const QString &host, qint64 now)
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
    switch (tokens.check(words.at(1), host, now)) {
    case DemoTokenVerdict::Good:
        break;
    case DemoTokenVerdict::Expired:
        return demoExpiredToken();
    case DemoTokenVerdict::BadSignature:
        return demoTokenError(u"Invalid signature received for JSON Web Token validation"_s);
    case DemoTokenVerdict::WrongAudience:
        return demoTokenError(u"Invalid token"_s);
    case DemoTokenVerdict::MissingScope:
        return demoMissingScope();
    }
    return std::nullopt;
}

} // namespace Vestibule
