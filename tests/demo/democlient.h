// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include "demo/tenant.h"

//! An answer as it was received.
struct RawAnswer {
    int status = 0; //!< 0 when there was no head
    QHash<QByteArray, QByteArray> headers{}; //!< names in lower case
    QByteArray body{};
    bool complete = false; //!< the body is as long as Content-Length says
    bool closed = false; //!< the server closed the connection

    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QString message() const { return object().value(QLatin1String("message")).toString(); }
};

//! A plain HTTP client that shows what the server sends and corrects nothing.
class DemoClient final {
public:
    explicit DemoClient(const Vestibule::Demo::Tenant &tenant);

    //! Sends the request on the connection it has, or on a new one, and reads until the answer is
    //! complete, the server closes, or nothing came for as many milliseconds as patience.
    RawAnswer send(const QByteArray &bytes, int patience = 3000);
    //! GET with this header, `Authorization: ...` without a line break; empty: without a header.
    RawAnswer get(const QByteArray &target, const QByteArray &header, int patience = 3000);
    //! GET of the connections of an organization, with a good token.
    RawAnswer list(const QByteArray &query, int organization = 0, int patience = 3000);

    QByteArray target(int organization) const; //!< without a query
    QTcpSocket &socket() { return m_socket; }

private:
    const Vestibule::Demo::Tenant &m_tenant;
    QTcpSocket m_socket{};
};
