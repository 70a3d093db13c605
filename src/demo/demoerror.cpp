// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoerror.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

nlohmann::ordered_json errorBody(int status, const QString &message)
{
    nlohmann::ordered_json body;
    body["statusCode"] = status;
    body["error"] = demoReason(status).toStdString();
    body["message"] = message.toStdString();
    return body;
}

DemoAnswer errorAnswer(int status, const nlohmann::ordered_json &body)
{
    DemoAnswer answer;
    answer.status = status;
    answer.body = QByteArray::fromStdString(body.dump());
    return answer;
}

} // namespace

QString demoReason(int status)
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

DemoAnswer demoError(int status, const QString &message, const QString &errorCode)
{
    nlohmann::ordered_json body = errorBody(status, message);
    if (!errorCode.isEmpty())
        body["errorCode"] = errorCode.toStdString();
    return errorAnswer(status, body);
}

DemoAnswer demoTokenError(const QString &message)
{
    nlohmann::ordered_json body = errorBody(401, message);
    body["attributes"]["error"] = message.toStdString();
    DemoAnswer answer = errorAnswer(401, body);
    answer.headers = {{"WWW-Authenticate", "Bearer error=\"" + message.toUtf8() + '"'}};
    return answer;
}

DemoAnswer demoMissingAuthentication()
{
    DemoAnswer answer = demoError(401, u"Missing authentication"_s);
    answer.headers = {{"WWW-Authenticate", "Bearer"}};
    return answer;
}

DemoAnswer demoMalformedAuthentication()
{
    // The error code really is the word "Bearer".
    return demoError(400, u"Bad HTTP authentication header format"_s, u"Bearer"_s);
}

DemoAnswer demoExpiredToken()
{
    return demoTokenError(u"Expired token received for JSON Web Token validation"_s);
}

DemoAnswer demoBadSignature()
{
    return demoTokenError(u"Invalid signature received for JSON Web Token validation"_s);
}

DemoAnswer demoInvalidToken()
{
    return demoTokenError(u"Invalid token"_s);
}

DemoAnswer demoMissingScope(const QStringList &anyOf)
{
    // A comma, although the reference page prints a semicolon.
    return demoError(403, u"Insufficient scope, expected any of: "_s + anyOf.join(u", "_s),
                     u"insufficient_scope"_s);
}

DemoAnswer demoUnknownRoute()
{
    return demoError(404, u"Not Found"_s);
}

DemoAnswer demoUnknownOrganization()
{
    return demoError(404, u"No organization found by that id or name"_s);
}

} // namespace Vestibule
