// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

//! An HTTP proxy for CONNECT only. It connects every host name to one port of this computer, and
//! records everything that it receives in plain text.
class ConnectProxy final : public QTcpServer {
public:
    //! The refusal is a whole answer in place of the tunnel; empty: the tunnel is opened.
    explicit ConnectProxy(quint16 target, const QByteArray &refusal = {})
        : m_target(target)
        , m_refusal(refusal)
    {
        connect(this, &QTcpServer::newConnection, this, &ConnectProxy::accept);
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port on loopback");
    }

    //! "user:password" in base64; without a call the proxy needs no credentials.
    void requireCredentials(const QByteArray &credentials) { m_credentials = credentials; }

    //! From now on tunnels are opened.
    void stopRefusing() { m_refusal.clear(); }

    //! The heads of all CONNECT requests.
    [[nodiscard]] const QList<QByteArray> &heads() const { return m_heads; }
    //! Everything that clients sent, tunnels included.
    [[nodiscard]] const QByteArray &received() const { return m_received; }

private:
    void accept()
    {
        QTcpSocket *client = nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(*client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    void read(QTcpSocket &client)
    {
        auto *server = client.findChild<QTcpSocket *>();
        const QByteArray bytes = client.readAll();
        m_received += bytes;
        if (server)
            return void(server->write(bytes));
        const QByteArray head = client.property("head").toByteArray() + bytes;
        client.setProperty("head", head);
        if (!head.contains("\r\n\r\n"))
            return;
        client.setProperty("head", {});
        m_heads.append(head);
        answer(client, head);
    }

    void answer(QTcpSocket &client, const QByteArray &head)
    {
        const bool isAllowed = m_credentials.isEmpty()
            || head.contains(QByteArray("Proxy-Authorization: Basic " + m_credentials + "\r\n"));
        if (!m_refusal.isEmpty()) {
            client.write(m_refusal);
            return client.disconnectFromHost();
        }
        if (!isAllowed) {
            client.write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                         "Proxy-Authenticate: Basic realm=\"proxy\"\r\n"
                         "Content-Length: 0\r\n\r\n");
            return;
        }
        openTunnel(client);
    }

    void openTunnel(QTcpSocket &client)
    {
        auto *server = new QTcpSocket(&client);
        QTcpSocket *back = &client;
        connect(server, &QTcpSocket::connected, &client,
                [back] { back->write("HTTP/1.1 200 Connected\r\n\r\n"); });
        connect(server, &QTcpSocket::readyRead, &client,
                [back, server] { back->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, back, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }

    quint16 m_target;
    QByteArray m_refusal;
    QByteArray m_credentials;
    QList<QByteArray> m_heads;
    QByteArray m_received;
};
