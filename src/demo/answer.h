// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Vestibule::Demo {

//! How the bytes of an answer reach the client.
enum class Delivery {
    Whole,
    Truncated, //!< half of the body that Content-Length promises, then the connection closes
    Stalled, //!< half of the body, then silence
    Endless, //!< the body once, then what follows its first '[' again and again up to 64 MiB
    Dropped, //!< the connection closes without an answer
    Silent, //!< no answer until the server stops
};

struct Header {
    QByteArray name{};
    QByteArray value{};
};

//! One answer of the demo tenant, before the server sends it.
struct Answer {
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QList<Header> headers{}; //!< besides those that every answer has
    QByteArray body{};
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds delay{}; //!< to wait before the first byte
};

//! "Mon, 23 Nov 2026 08:49:37 GMT".
QByteArray httpDate(qint64 secondsSince1970);

//! Appends the headers that every answer of the API has.
void addStandardHeaders(Answer &answer);

//! The name that the Management API gives a status in its error bodies: "Bad Request" for 400.
QString statusName(int status);

//! The body that the Management API sends for a refused request, in its key order. An empty
//! errorCode is left out.
Answer errorAnswer(int status, const QString &message, const QString &errorCode = {});

//! What the token endpoint sends for a refused request, in its key order.
Answer oauthError(int status, const QString &error, const QString &description);
//! An answer of the token endpoint, with the headers that forbid caching it.
Answer oauthAnswer(int status, const QByteArray &body);

Answer missingAuthentication();
Answer malformedAuthentication();
Answer expiredToken();
Answer badSignature();
Answer invalidToken(); //!< the token is for another audience
Answer missingScope(const QStringList &anyOf);
Answer unknownRoute();
Answer unknownOrganization();

} // namespace Vestibule::Demo
