// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenanswer.h"

#include "core/json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct TokenAnswerText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::TokenAnswerText)
};

//! The token of exactly this text. AccessToken finds one in a sentence, too, which a tenant does
//! not send.
std::optional<AccessToken> exactToken(QString text)
{
    const auto token = AccessToken::fromText(text);
    const bool isExact = token && token->secret().bytes().size() == text.size()
        && QLatin1StringView(token->secret().bytes()) == text;
    SecretBytes::wipe(text);
    return isExact ? std::optional(*token) : std::nullopt;
}

} // namespace

Result<TokenAnswer> parseTokenAnswer(const QByteArray &body)
{
    const auto document = parseJsonBody(body);
    if (!document)
        return document.error();
    if (!document->isObject())
        return badPayload(TokenAnswerText::tr("the sign-in response is not an object"));
    const QJsonObject answer = document->object();
    const auto token = exactToken(answer.value("access_token"_L1).toString());
    if (!token)
        return badPayload(TokenAnswerText::tr("the sign-in response has no token"));
    const QString type = answer.value("token_type"_L1).toString();
    if (type.compare("Bearer"_L1, Qt::CaseInsensitive) != 0) {
        return badPayload(TokenAnswerText::tr("the sign-in response has a token of another type"));
    }
    const double seconds = std::floor(answer.value("expires_in"_L1).toDouble(0));
    if (!(seconds >= 1 && seconds <= double(TokenAnswer::LongestLifetime.count()))) {
        return badPayload(
            TokenAnswerText::tr("the sign-in response does not say how long its token is valid"));
    }
    const QJsonValue scope = answer.value("scope"_L1);
    if (!scope.isUndefined() && !scope.isNull() && !scope.isString())
        return badPayload(TokenAnswerText::tr("the scope in the sign-in response is not text"));
    return TokenAnswer{.token = *token, .lifetime = std::chrono::seconds(qint64(seconds))};
}

std::optional<TokenRefusal> parseTokenRefusal(const QByteArray &body)
{
    const QJsonObject refusal = QJsonDocument::fromJson(body).object();
    const QString error = refusal.value("error"_L1).toString();
    if (error.isEmpty() || refusal.contains("statusCode"_L1))
        return std::nullopt;
    return TokenRefusal{.error = error,
                        .description = refusal.value("error_description"_L1).toString()};
}

} // namespace Vestibule
