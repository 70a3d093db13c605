// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/httpserver.h"

#include <QEventLoop>
#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <future>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule::Demo {

namespace {

constexpr std::chrono::seconds IdleTimeout = 30s; //!< until a connection without a request closes
constexpr std::chrono::seconds Patience = 5s; //!< for a client to send or accept the next bytes
constexpr qsizetype LongestLine = 8192; //!< of a head, with its line break
constexpr qsizetype LongestHead = 1024 * 1024;
constexpr qint64 LargestBody = 1024 * 1024; //!< of a request
constexpr qint64 EndOfEndless = 64 * 1024 * 1024;
constexpr qint64 SocketBuffer = 256 * 1024;

//! What the first lines of a request say.
struct Head {
    Request request{};
    qsizetype size = 0; //!< in bytes; 0 when there is more to come
    qint64 bodySize = 0;
    int refusal = 0; //!< a status, when the server refuses the request by itself
    bool closes = false; //!< the connection ends after the answer
    bool saysThatItCloses = false;
    bool expectsContinue = false;
};

bool parseRequestLine(const QByteArray &line, Request &request)
{
    static const QList<QByteArray> methods{"GET",    "HEAD",    "POST", "PUT",
                                           "DELETE", "OPTIONS", "PATCH"};
    QList<QByteArray> words = line.chopped(2).split(' ');
    words.removeAll(QByteArray());
    if (!line.endsWith("\r\n") || line.contains('\0') || words.size() != 3)
        return false;
    request.method = words.at(0);
    request.target = words.at(1).split('#').constFirst();
    return methods.contains(request.method)
        && (words.at(2) == "HTTP/1.1" || words.at(2) == "HTTP/1.0");
}

//! A refusal ends the connection: after a head that is not understood, it is unknown where the next
//! one begins.
Head refusedHead(int status, qsizetype size)
{
    Head head;
    head.refusal = status;
    head.size = size;
    head.closes = true;
    return head;
}

Head parseHead(const QByteArray &input)
{
    Head head;
    qsizetype end = input.indexOf('\n') + 1;
    if (end == 0 && input.size() <= LongestHead)
        return head;
    const bool isTooLong = end == 0 || end > LongestLine;
    const QByteArray requestLine = input.left(end);
    if (!isTooLong && !parseRequestLine(requestLine, head.request))
        return refusedHead(400, end);

    QHash<QByteArray, QByteArray> headers; // names in lower case
    for (;;) {
        const qsizetype begin = end;
        end = input.indexOf('\n', begin) + 1;
        if (end == 0 && input.size() <= LongestHead)
            return {};
        const QByteArray line = input.mid(begin, end - begin);
        if (end == 0 || line.size() > LongestLine)
            return refusedHead(isTooLong ? 414 : 400, input.size());
        if (line == "\r\n")
            break;
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (line.endsWith("\r\n") && colon > 0 && !value.isEmpty() && !headers.contains(name))
            headers.insert(name, value);
    }
    if (isTooLong)
        return refusedHead(414, end);

    head.size = end;
    if (headers.contains("authorization"))
        head.request.authorization = headers.value("authorization");
    head.request.contentType = headers.value("content-type");
    const QByteArray connection = headers.value("connection").toLower();
    // Nothing here reads chunks, so it is unknown where they end.
    head.saysThatItCloses = connection == "close" || headers.contains("transfer-encoding");
    head.closes = head.saysThatItCloses
        || (requestLine.trimmed().endsWith("HTTP/1.0") && connection != "keep-alive");
    head.expectsContinue = headers.value("expect").toLower() == "100-continue";
    // What follows a GET or HEAD is the next request, whatever Content-Length says.
    if (head.request.method != "GET" && head.request.method != "HEAD")
        head.bodySize = std::max(0LL, headers.value("content-length").toLongLong());
    if (head.bodySize > LargestBody)
        head.refusal = 413;
    return head;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 413:
        return "Payload Too Large";
    case 414:
        return "URI Too Long";
    case 502:
        return "Bad Gateway";
    case 524: // CDNs use it, and it has no standard name
        return "Internal Server Error";
    default:
        return statusName(status).toLatin1();
    }
}

QByteArray headBytes(const Answer &answer, const Head &head)
{
    QList<Header> headers = answer.headers;
    headers.append(Header{"Content-Type", answer.contentType});
    if (answer.delivery == Delivery::Endless)
        headers.append(Header{"Transfer-Encoding", "chunked"});
    else
        headers.append(Header{"Content-Length", QByteArray::number(answer.body.size())});
    if (head.saysThatItCloses)
        headers.append(Header{"Connection", "close"});
    else
        headers.append(Header{
            "Keep-Alive", "timeout=" + QByteArray::number(IdleTimeout.count()) + ", max=1000000"});
    if (head.request.method == "HEAD")
        headers.append(Header{"Accept-Ranges", "bytes"});
    std::stable_sort(headers.begin(), headers.end(), [](const Header &left, const Header &right) {
        return left.name.compare(right.name, Qt::CaseInsensitive) < 0;
    });
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + ' '
        + reasonPhrase(answer.status) + "\r\n";
    for (const Header &header : std::as_const(headers))
        bytes += header.name + ": " + header.value + "\r\n";
    return bytes + "\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

//! Serves one accepted connection, one request after another, and deletes itself at its end.
class HttpConnection final : public QObject {
public:
    //! Plain HTTP without tls. Takes the socket that the descriptor names.
    HttpConnection(qintptr descriptor, const HttpServer::Handler &handler,
                   const QSslConfiguration *tls, QObject *parent);

private:
    enum class State { Handshake, Receiving, Delaying, Sending, Silent };

    void receive();
    void answer(const Answer &answer);
    void send();
    void sendChunks();
    void sendMore();
    void waitForRequest();
    void timeOut();
    [[nodiscard]] qint64 unsentBytes() const;

    const HttpServer::Handler &m_handler;
    QSslSocket *m_tlsSocket = nullptr; //!< the same as m_socket, for https
    QTcpSocket *m_socket = nullptr;
    QTimer m_timer{};
    State m_state = State::Receiving;
    QByteArray m_input{}; //!< received and not yet understood
    Head m_head{}; //!< of the current request; its size is 0 until the head is complete
    Answer m_answer{};
    qint64 m_chunkedBytes = 0; //!< of an endless body, those handed to the socket
    bool m_hasMoreChunks = false;
};

HttpConnection::HttpConnection(qintptr descriptor, const HttpServer::Handler &handler,
                               const QSslConfiguration *tls, QObject *parent)
    : QObject(parent)
    , m_handler(handler)
    , m_tlsSocket(tls ? new QSslSocket(this) : nullptr)
    , m_socket(tls ? m_tlsSocket : new QTcpSocket(this))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one would add to the latency
    connect(&m_timer, &QTimer::timeout, this, &HttpConnection::timeOut);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    // Queued, because a QSslSocket does not survive an abort() in the middle of its own work.
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::receive, Qt::QueuedConnection);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::sendMore,
            Qt::QueuedConnection);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        deleteLater();
        return;
    }
    m_socket->setReadBufferSize(SocketBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!tls) {
        waitForRequest();
        return;
    }
    connect(m_tlsSocket, &QSslSocket::encrypted, this, &HttpConnection::waitForRequest,
            Qt::QueuedConnection);
    connect(m_tlsSocket, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::sendMore,
            Qt::QueuedConnection);
    m_state = State::Handshake;
    m_timer.start(Patience);
    m_tlsSocket->setSslConfiguration(*tls);
    m_tlsSocket->startServerEncryption();
}

void HttpConnection::waitForRequest()
{
    m_state = State::Receiving;
    m_head = {};
    m_timer.start(IdleTimeout);
    receive();
}

void HttpConnection::receive()
{
    if (m_state != State::Receiving)
        return; // what comes early waits in the socket
    m_input += m_socket->readAll();
    if (m_input.isEmpty())
        return;
    m_timer.start(Patience);
    if (m_head.size == 0) {
        m_head = parseHead(m_input);
        m_input.remove(0, m_head.size);
        if (m_head.expectsContinue)
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    const qint64 part = std::min<qint64>(m_head.bodySize, m_input.size());
    if (m_head.refusal == 0)
        m_head.request.body += m_input.first(part);
    m_input.remove(0, part);
    m_head.bodySize -= part;
    if (m_head.size == 0 || m_head.bodySize > 0)
        return;
    if (m_head.refusal != 0)
        answer(errorAnswer(m_head.refusal, statusName(m_head.refusal)));
    else
        answer(m_handler(m_head.request));
}

void HttpConnection::answer(const Answer &answer)
{
    m_answer = answer;
    m_state = State::Delaying;
    if (answer.delay > 0ms)
        m_timer.start(answer.delay);
    else
        send();
}

void HttpConnection::send()
{
    m_state = State::Sending;
    m_timer.start(Patience);
    switch (m_answer.delivery) {
    case Delivery::Dropped:
        m_socket->abort();
        return;
    case Delivery::Silent:
        m_state = State::Silent;
        m_timer.stop();
        return;
    case Delivery::Endless:
        m_socket->write(headBytes(m_answer, m_head));
        m_chunkedBytes = 0;
        m_hasMoreChunks = true;
        sendChunks();
        return;
    case Delivery::Whole:
    case Delivery::Truncated:
    case Delivery::Stalled:
        break;
    }
    const bool isWhole = m_answer.delivery == Delivery::Whole;
    const qsizetype size = m_answer.body.size();
    QByteArray bytes = headBytes(m_answer, m_head);
    if (m_head.request.method != "HEAD")
        bytes += m_answer.body.left(isWhole ? size : size / 2);
    m_socket->write(bytes);
}

//! Fills the socket's buffer, and no more: the client may read slowly.
void HttpConnection::sendChunks()
{
    if (!m_hasMoreChunks)
        return;
    const QByteArray again = m_answer.body.mid(m_answer.body.indexOf('[') + 1);
    while (m_hasMoreChunks && unsentBytes() < SocketBuffer) {
        const QByteArray &part = m_chunkedBytes == 0 ? m_answer.body : again;
        m_hasMoreChunks = m_chunkedBytes <= EndOfEndless;
        m_socket->write(chunk(part) + (m_hasMoreChunks ? QByteArray() : chunk({})));
        m_chunkedBytes += part.size();
    }
}

qint64 HttpConnection::unsentBytes() const
{
    return m_socket->bytesToWrite() + (m_tlsSocket ? m_tlsSocket->encryptedBytesToWrite() : 0);
}

//! Called when bytes have been sent; after the last one it closes the connection, waits for the
//! next request, or does nothing more.
void HttpConnection::sendMore()
{
    if (m_state != State::Sending)
        return;
    m_timer.start(Patience);
    sendChunks();
    if (unsentBytes() > 0)
        return;
    if (m_answer.delivery == Delivery::Truncated) {
        m_socket->abort(); // without a close_notify of TLS
    } else if (m_answer.delivery == Delivery::Stalled) {
        m_state = State::Silent;
        m_timer.stop();
    } else if (m_head.closes) {
        m_socket->disconnectFromHost();
    } else {
        waitForRequest();
    }
}

void HttpConnection::timeOut()
{
    switch (m_state) {
    case State::Handshake:
    case State::Sending:
        m_socket->abort();
        break;
    case State::Receiving:
        if (m_head.size > 0 || m_input.contains('\n')) {
            m_head = refusedHead(400, 0);
            answer(errorAnswer(400, statusName(400)));
        } else {
            m_socket->disconnectFromHost();
        }
        break;
    case State::Delaying:
        send();
        break;
    case State::Silent:
        break;
    }
}

class Listener final : public QTcpServer {
public:
    //! Both must outlive the listener.
    Listener(const HttpServer::Handler &handler, const QSslConfiguration *tls)
        : m_handler(handler)
        , m_tls(tls)
    {
        setProxy(QNetworkProxy::NoProxy);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        new HttpConnection(descriptor, m_handler, m_tls, this);
    }

private:
    const HttpServer::Handler &m_handler;
    const QSslConfiguration *m_tls;
};

QByteArray contents(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The private key in PEM, of either kind; null when there is none.
QSslKey privateKey(const QByteArray &pem)
{
    const QSslKey key(pem, QSsl::Ec);
    return key.isNull() ? QSslKey(pem, QSsl::Rsa) : key;
}

//! Qt has no such comparison, but in both kinds the private key's encoding contains the numbers
//! with which the public key's encoding ends.
bool isPair(const QSslCertificate &certificate, const QSslKey &key)
{
    constexpr qsizetype enough = 64; // bytes: both coordinates of an EC key of 256 bits
    const QSslKey publicKey = certificate.publicKey();
    return !key.isNull() && key.algorithm() == publicKey.algorithm()
        && key.toDer().contains(publicKey.toDer().right(enough));
}

} // namespace

HttpServer::HttpServer(Handler handler)
    : m_handler(std::move(handler))
{
}

HttpServer::~HttpServer()
{
    close();
}

bool HttpServer::setCertificate(const QString &certificateFile, const QString &privateKeyFile)
{
    const auto chain = QSslCertificate::fromData(contents(certificateFile));
    if (chain.isEmpty()) {
        m_error = u"There is no PEM certificate in \"%1\""_s.arg(certificateFile);
        return false;
    }
    const QSslKey key = privateKey(contents(privateKeyFile));
    if (!isPair(chain.constFirst(), key)) {
        m_error = u"There is no PEM key for the certificate in \"%1\""_s.arg(privateKeyFile);
        return false;
    }
    m_tls = std::make_unique<QSslConfiguration>();
    m_tls->setLocalCertificateChain(chain);
    m_tls->setPrivateKey(key);
    m_tls->setProtocol(QSsl::TlsV1_2OrLater);
    m_tls->setCaCertificates({}); // or each handshake reads those of the system
    m_tls->setPeerVerifyMode(QSslSocket::VerifyNone); // asks clients for no certificate
    return true;
}

bool HttpServer::open(quint16 port)
{
    std::promise<QAbstractSocket::SocketError> listening;
    m_thread.reset(QThread::create([this, port, &listening] {
        Listener listener(m_handler, m_tls.get());
        if (!listener.listen(QHostAddress::LocalHost, port)) {
            listening.set_value(listener.serverError());
            return;
        }
        m_port = listener.serverPort();
        listening.set_value(QAbstractSocket::UnknownSocketError);
        QEventLoop().exec();
    }));
    m_thread->setObjectName(u"demo tenant"_s);
    m_thread->start();
    const QAbstractSocket::SocketError problem = listening.get_future().get();
    m_error.clear();
    if (problem == QAbstractSocket::UnknownSocketError)
        return true;
    close();
    m_error = u"Cannot listen on 127.0.0.1:%1: %2"_s.arg(port).arg(
        problem == QAbstractSocket::SocketAccessError ? u"permission denied"_s
                                                      : u"the port is in use"_s);
    return false;
}

void HttpServer::close()
{
    if (!m_thread)
        return;
    m_thread->quit();
    m_thread->wait();
    m_thread.reset();
}

} // namespace Vestibule::Demo
