// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "democlient.h"

using namespace Vestibule;

namespace {

RawAnswer parsed(const QByteArray &bytes)
{
    RawAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return answer;
    }
    QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    answer.body = bytes.mid(end + 4);
    const QByteArray length = answer.headers.value("content-length");
    answer.complete = !length.isEmpty() && answer.body.size() >= length.toLongLong();
    return answer;
}

//! The length of head and body; -1 while the head is not complete, or when it does not name one.
qsizetype wholeLength(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QByteArray length = parsed(bytes.left(end + 4)).headers.value("content-length");
    return length.isEmpty() ? -1 : end + 4 + qsizetype(length.toLongLong());
}

} // namespace

DemoClient::DemoClient(const Demo::Tenant &tenant)
    : m_tenant(tenant)
{
}

RawAnswer DemoClient::send(const QByteArray &bytes, int patience)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_tenant.port());
        m_socket.waitForConnected(patience);
    }
    m_socket.write(bytes);
    QByteArray received;
    qsizetype whole = -1; // see wholeLength()
    while ((whole < 0 || received.size() < whole) && m_socket.waitForReadyRead(patience)) {
        received += m_socket.readAll();
        if (whole < 0) {
            whole = wholeLength(received);
        }
    }
    received += m_socket.readAll(); // what came together with the end of the connection
    RawAnswer answer = parsed(received);
    answer.closed = m_socket.state() != QAbstractSocket::ConnectedState;
    return answer;
}

RawAnswer DemoClient::get(const QByteArray &target, const QByteArray &header, int patience)
{
    const QByteArray line = header.isEmpty() ? QByteArray() : QByteArray(header + "\r\n");
    return send("GET " + target + " HTTP/1.1\r\nHost: " + m_tenant.domain().toLatin1() + "\r\n"
                    + line + "\r\n",
                patience);
}

RawAnswer DemoClient::list(const QByteArray &query, int organization, int patience)
{
    const QByteArray suffix = query.isEmpty() ? QByteArray() : QByteArray('?' + query);
    return get(target(organization) + suffix, "Authorization: Bearer " + m_tenant.accessToken(),
               patience);
}

QByteArray DemoClient::target(int organization) const
{
    return "/api/v2/organizations/" + m_tenant.organizations().at(organization).id.toLatin1()
        + "/connections";
}
