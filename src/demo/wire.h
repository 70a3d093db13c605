// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"

#include <QString>

#include <httplib.h>

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace Vestibule::Demo {

class Stream;
class Tls;

//! HTTP/1.1 on 127.0.0.1, with TLS around it if wanted: hands each request to a function and puts
//! its answer on the wire. Serves once: opened, closed, done.
class Wire final : private httplib::Server {
public:
    //! Called from many threads at a time.
    using Handler = std::function<Answer(const Call &)>;

    //! Without tls it is plain http.
    static std::unique_ptr<Wire> make(Handler handler, std::unique_ptr<Tls> tls = nullptr);
    ~Wire() override; //!< closes

    //! 0 takes a free port. False when it cannot be had; error() says why.
    [[nodiscard]] bool open(quint16 port);
    //! Cuts every connection and waits for its thread.
    void close();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString error() const { return m_error; }

private:
    Wire(Handler handler, std::unique_ptr<Tls> tls);
    bool process_and_close_socket(socket_t socket) override;
    std::unique_ptr<Stream> streamOn(socket_t socket) const;
    void serve(Stream &stream);
    HandlerResponse route(const httplib::Request &request, httplib::Response &response) const;
    bool enter(socket_t socket);
    void leave(socket_t socket);

    Handler m_handler;
    std::unique_ptr<Tls> m_tls;
    quint16 m_port = 0;
    QString m_error{};
    std::thread m_acceptor{};
    std::mutex m_mutex{};
    std::set<socket_t> m_sockets{}; //!< of the connections being served; under m_mutex
    bool m_closing = false; //!< under m_mutex
};

} // namespace Vestibule::Demo
