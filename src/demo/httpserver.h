// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/request.h"

#include <QString>

#include <functional>
#include <memory>

class QSslConfiguration;
class QThread;

namespace Vestibule::Demo {

//! HTTP/1.1 on 127.0.0.1, over TLS if wanted: passes each request to a function and sends the
//! answer byte for byte as its Delivery says. One separate thread serves all connections, and no
//! connection waits for another. Members belong to the thread that creates the server.
class HttpServer final {
public:
    //! Called in the server's thread.
    using Handler = std::function<Answer(const Request &)>;

    explicit HttpServer(Handler handler);
    ~HttpServer(); //!< closes
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    //! Makes open() serve https. Two PEM files: the certificate, followed by those between it and
    //! its authority, and its RSA or EC key. False when they cannot be used; error() says why.
    [[nodiscard]] bool setCertificate(const QString &certificateFile,
                                      const QString &privateKeyFile);
    //! 0 takes a free port. False when the port cannot be had; error() says why.
    [[nodiscard]] bool open(quint16 port);
    //! Cuts every connection and ends the thread.
    void close();

    [[nodiscard]] quint16 port() const { return m_port; }
    //! In English without a full stop; empty when nothing failed.
    [[nodiscard]] QString error() const { return m_error; }

private:
    Handler m_handler;
    std::unique_ptr<QSslConfiguration> m_tls; //!< absent: plain http
    std::unique_ptr<QThread> m_thread; //!< while open
    quint16 m_port = 0;
    QString m_error{};
};

} // namespace Vestibule::Demo
