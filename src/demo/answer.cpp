// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/answer.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

nlohmann::ordered_json errorBody(int status, const QString &message)
{
    nlohmann::ordered_json body;
    body["statusCode"] = status;
    body["error"] = statusName(status).toStdString();
    body["message"] = message.toStdString();
    return body;
}

Answer jsonAnswer(int status, const nlohmann::ordered_json &body)
{
    Answer answer;
    answer.status = status;
    answer.body = QByteArray::fromStdString(body.dump());
    return answer;
}

//! A 401 that names its cause in the body's attributes and in WWW-Authenticate.
Answer tokenError(const QString &message)
{
    nlohmann::ordered_json body = errorBody(401, message);
    body["attributes"]["error"] = message.toStdString();
    Answer answer = jsonAnswer(401, body);
    answer.headers = {{"WWW-Authenticate", "Bearer error=\"" + message.toUtf8() + '"'}};
    return answer;
}

} // namespace

QByteArray httpDate(qint64 secondsSince1970)
{
    static constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QDateTime time = QDateTime::fromSecsSinceEpoch(secondsSince1970, Qt::UTC);
    const QDate date = time.date();
    const QTime clock = time.time();
    return QByteArray(days.at(size_t(date.dayOfWeek() - 1))) + ", "
        + QByteArray::number(date.day()).rightJustified(2, '0') + ' '
        + months.at(size_t(date.month() - 1)) + ' ' + QByteArray::number(date.year()) + ' '
        + clock.toString(u"HH:mm:ss").toLatin1() + " GMT";
}

void addStandardHeaders(Answer &answer)
{
    const auto isOfCache = [](const Header &header) { return header.name == "Cache-Control"; };
    if (std::none_of(answer.headers.cbegin(), answer.headers.cend(), isOfCache))
        answer.headers.append(Header{"Cache-Control", "no-cache"});
    answer.headers.append({{"Date", httpDate(QDateTime::currentSecsSinceEpoch())},
                           {"Vary", "origin,accept-encoding"},
                           {"X-Content-Type-Options", "nosniff"}});
}

QString statusName(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 413:
        return u"Request Entity Too Large"_s;
    case 414:
        return u"Request-URI Too Large"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 504:
        return u"Gateway Timeout"_s;
    default:
        return u"Unknown"_s;
    }
}

Answer errorAnswer(int status, const QString &message, const QString &errorCode)
{
    nlohmann::ordered_json body = errorBody(status, message);
    if (!errorCode.isEmpty())
        body["errorCode"] = errorCode.toStdString();
    return jsonAnswer(status, body);
}

Answer oauthError(int status, const QString &error, const QString &description)
{
    nlohmann::ordered_json body;
    body["error"] = error.toStdString();
    body["error_description"] = description.toStdString();
    return oauthAnswer(status, QByteArray::fromStdString(body.dump()));
}

Answer oauthAnswer(int status, const QByteArray &body)
{
    Answer answer;
    answer.status = status;
    answer.contentType = "application/json";
    answer.headers = {{"Cache-Control", "no-store"}, {"Pragma", "no-cache"}};
    answer.body = body;
    return answer;
}

Answer missingAuthentication()
{
    Answer answer = errorAnswer(401, u"Missing authentication"_s);
    answer.headers = {{"WWW-Authenticate", "Bearer"}};
    return answer;
}

Answer malformedAuthentication()
{
    // The API really sends the word "Bearer" as the error code.
    return errorAnswer(400, u"Bad HTTP authentication header format"_s, u"Bearer"_s);
}

Answer expiredToken()
{
    return tokenError(u"Expired token received for JSON Web Token validation"_s);
}

Answer badSignature()
{
    return tokenError(u"Invalid signature received for JSON Web Token validation"_s);
}

Answer invalidToken()
{
    return tokenError(u"Invalid token"_s);
}

Answer missingScope(const QStringList &anyOf)
{
    // The API separates scopes with a comma, although its reference page shows a semicolon.
    return errorAnswer(403, u"Insufficient scope, expected any of: "_s + anyOf.join(u", "_s),
                       u"insufficient_scope"_s);
}

Answer unknownRoute()
{
    return errorAnswer(404, u"Not Found"_s);
}

Answer unknownOrganization()
{
    return errorAnswer(404, u"No organization found by that id or name"_s);
}

} // namespace Vestibule::Demo
