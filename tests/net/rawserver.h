// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

#include <sys/socket.h>

//! A server on loopback that answers with the bytes that a test wants, and records the requests. It
//! runs in the test's event loop.
class RawServer final : public QTcpServer {
public:
    //! The number counts the requests from 1.
    using Answer = std::function<void(QTcpSocket &socket, int number)>;

    explicit RawServer(Answer answer)
        : m_answer(std::move(answer))
    {
        connect(this, &QTcpServer::newConnection, this, &RawServer::accept);
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port on loopback");
    }

    //! Sends the bytes, and then closes the connection.
    static Answer closingAfter(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket &socket, int) {
            socket.write(bytes);
            socket.disconnectFromHost();
        };
    }
    //! Sends the bytes, and keeps the connection open.
    static Answer sending(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket &socket, int) { socket.write(bytes); };
    }
    //! Ends the connection with RST, which may overtake bytes that were sent before.
    static void reset(QTcpSocket &socket)
    {
        const linger none{.l_onoff = 1, .l_linger = 0};
        setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof(none));
        socket.abort();
    }
    //! A complete answer. The headers are whole lines, each with its CRLF.
    static QByteArray http(const QByteArray &status, const QByteArray &body,
                           const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n" + headers + "\r\n" + body;
    }

    [[nodiscard]] QString host() const
    {
        return QStringLiteral("127.0.0.1:") + QString::number(serverPort());
    }
    [[nodiscard]] Vestibule::TenantDomain domain() const
    {
        return *Vestibule::TenantDomain::fromText(host());
    }

    //! The heads of all requests, from the request line to the empty line.
    [[nodiscard]] const QList<QByteArray> &heads() const { return m_heads; }
    //! As many, empty for a GET.
    [[nodiscard]] const QList<QByteArray> &bodies() const { return m_bodies; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int closedConnections() const { return m_closed; }
    //! Everything that was received, whether or not it is a request.
    [[nodiscard]] const QByteArray &received() const { return m_received; }

    //! Whether every request was a GET with this server in its Host header.
    [[nodiscard]] bool sawOnlyOwnGets() const
    {
        const QByteArray ownHost = "\r\nHost: " + host().toLatin1() + "\r\n";
        for (const QByteArray &head : m_heads) {
            if (!head.startsWith("GET /") || !head.contains(ownHost))
                return false;
        }
        return true;
    }

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_closed; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    }

    void read(QTcpSocket &socket)
    {
        const QByteArray bytes = socket.readAll();
        m_received += bytes;
        QByteArray head = socket.property("head").toByteArray() + bytes;
        const qsizetype end = head.indexOf("\r\n\r\n");
        const qsizetype size = end < 0 ? 0 : end + 4;
        const qsizetype whole = size + bodySize(head.first(size));
        const bool isComplete = end >= 0 && head.size() >= whole;
        if (isComplete) {
            m_heads.append(head.first(size));
            m_bodies.append(head.sliced(size, whole - size));
            head.remove(0, whole);
        }
        socket.setProperty("head", head);
        if (isComplete)
            m_answer(socket, int(m_heads.size()));
    }

    //! 0 for a GET.
    static qsizetype bodySize(const QByteArray &head)
    {
        constexpr QByteArrayView Name = "\r\nContent-Length: ";
        const qsizetype at = head.indexOf(Name);
        if (at < 0)
            return 0;
        const qsizetype begin = at + Name.size();
        return head.sliced(begin, head.indexOf('\r', begin) - begin).toLongLong();
    }

    Answer m_answer;
    QList<QByteArray> m_heads;
    QList<QByteArray> m_bodies;
    QByteArray m_received;
    int m_connections = 0;
    int m_closed = 0;
};
