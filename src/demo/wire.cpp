// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/wire.h"

#include "demo/error.h"
#include "demo/stream.h"
#include "demo/tls.h"
#include "demo/tlsstream.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule::Demo {

namespace {

constexpr size_t Connections = 32; //!< served at a time; a connection keeps its thread while idle
constexpr auto Idle = 30s; //!< after which a connection without a request is closed
constexpr size_t LargestUpload = 1024 * 1024;
constexpr size_t EndOfEndless = 64 * 1024 * 1024;

//! The connection that the current thread serves: httplib's handlers do not get to see it.
thread_local Stream *t_stream = nullptr;

//! httplib's constructor makes the whole process ignore SIGPIPE. Our own stream needs no such
//! thing, and `vestibule --demo --export - | head` must still end as a pipe does.
struct SignalKeeper {
    SignalKeeper() { ::sigaction(SIGPIPE, nullptr, &before); }
    ~SignalKeeper() { ::sigaction(SIGPIPE, &before, nullptr); }
    struct sigaction before {};
};

//! httplib's own choice is SO_REUSEPORT, with which two servers share a port and take turns.
void setSocketOptions(socket_t socket)
{
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

Call callOf(const httplib::Request &request)
{
    Call call;
    call.method = QByteArray::fromStdString(request.method);
    call.target = QByteArray::fromStdString(request.target);
    if (request.has_header("Authorization"))
        call.authorization = QByteArray::fromStdString(request.get_header_value("Authorization"));
    return call;
}

//! Sends the first half of body under the length of the whole, then falls silent or hangs up.
void sendHalf(const Answer &answer, httplib::Response &response)
{
    const std::string half = answer.body.first(answer.body.size() / 2).toStdString();
    const bool stall = answer.delivery == Delivery::Stalled;
    response.set_content_provider(
        size_t(answer.body.size()), answer.contentType.toStdString(),
        [half, stall, stream = t_stream](size_t, size_t, httplib::DataSink &sink) {
            sink.write(half.data(), half.size());
            if (stall)
                stream->pause(-1ms);
            stream->hangUp();
            return false;
        });
}

void sendEndless(const Answer &answer, httplib::Response &response)
{
    const std::string body = answer.body.toStdString();
    response.set_chunked_content_provider(
        answer.contentType.toStdString(), [body](size_t offset, httplib::DataSink &sink) {
            const size_t head = offset == 0 ? 0 : body.find('[') + 1;
            sink.write(body.data() + head, body.size() - head);
            if (offset > EndOfEndless)
                sink.done();
            return true;
        });
}

void put(const Answer &answer, httplib::Response &response)
{
    response.status = answer.status;
    for (const Header &header : answer.headers)
        response.set_header(header.name.toStdString(), header.value.toStdString());
    switch (answer.delivery) {
    case Delivery::Whole:
        response.set_content(answer.body.constData(), size_t(answer.body.size()),
                             answer.contentType.toStdString());
        break;
    case Delivery::Truncated:
    case Delivery::Stalled:
        sendHalf(answer, response);
        break;
    case Delivery::Endless:
        sendEndless(answer, response);
        break;
    case Delivery::Silent:
        t_stream->pause(-1ms);
        t_stream->hangUp();
        break;
    case Delivery::Dropped:
        t_stream->hangUp();
        break;
    }
}

} // namespace

Wire::Wire(Handler handler, std::unique_ptr<Tls> tls)
    : m_handler(std::move(handler))
    , m_tls(std::move(tls))
{
    new_task_queue = [] { return new httplib::ThreadPool(Connections); };
    set_tcp_nodelay(true); // or each request on a kept connection takes 40 ms
    set_socket_options(setSocketOptions);
    set_keep_alive_max_count(1'000'000); // only what the Keep-Alive header says; see serve()
    set_keep_alive_timeout(Idle.count());
    set_payload_max_length(LargestUpload);
    set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        return route(request, response);
    });
    set_error_handler([](const httplib::Request &, httplib::Response &response) {
        // What httplib refuses by itself: a request line that is none, a body too large.
        if (response.body.empty() && !response.content_provider_) {
            put(errorAnswer(response.status, reason(response.status)), response);
        }
    });
}

std::unique_ptr<Wire> Wire::make(Handler handler, std::unique_ptr<Tls> tls)
{
    const SignalKeeper keeper;
    return std::unique_ptr<Wire>(new Wire(std::move(handler), std::move(tls)));
}

Wire::~Wire()
{
    close();
}

bool Wire::open(quint16 port)
{
    errno = 0;
    const std::string host = "127.0.0.1";
    const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
    if (bound <= 0) {
        m_error = u"Cannot listen on 127.0.0.1:%1: %2"_s.arg(port).arg(
            errno == EACCES ? u"permission denied"_s : u"the port is in use"_s);
        return false;
    }
    m_port = quint16(bound);
    m_acceptor = std::thread([this] { listen_after_bind(); });
    while (!is_running())
        std::this_thread::yield(); // stop() does nothing before it runs
    return true;
}

void Wire::close()
{
    if (!m_acceptor.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        for (const socket_t socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR); // wakes who waits for it
    }
    stop();
    m_acceptor.join();
}

bool Wire::enter(socket_t socket)
{
    const std::lock_guard lock(m_mutex);
    if (!m_closing)
        m_sockets.insert(socket);
    return !m_closing;
}

void Wire::leave(socket_t socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
}

//! Instead of httplib's own, whose idle connections hold up the end for five seconds and wake
//! their threads a hundred times a second.
bool Wire::process_and_close_socket(socket_t socket)
{
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
    if (enter(socket)) {
        {
            const std::unique_ptr<Stream> stream = streamOn(socket);
            if (stream->begin())
                serve(*stream);
        }
        leave(socket);
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
}

std::unique_ptr<Stream> Wire::streamOn(socket_t socket) const
{
    if (m_tls)
        return std::make_unique<TlsStream>(socket, *m_tls);
    return std::make_unique<Stream>(socket);
}

void Wire::serve(Stream &stream)
{
    t_stream = &stream;
    bool closed = false;
    while (!closed && !stream.hasHungUp() && stream.waitForRequest(Idle)) {
        bool understood = false;
        const auto prepare = [&understood](httplib::Request &request) {
            understood = true;
            // The API knows no ranges. And no compression: httplib would take Brotli at its
            // slowest level, tens of milliseconds for a page, where loopback needs none.
            request.ranges.clear();
            request.headers.erase("Accept-Encoding");
        };
        // After a head that is none, nobody knows where the next one begins.
        if (!process_request(stream, false, closed, prepare) || !understood)
            break;
    }
    t_stream = nullptr;
}

httplib::Server::HandlerResponse Wire::route(const httplib::Request &request,
                                             httplib::Response &response) const
{
    const Answer answer = m_handler(callOf(request));
    if (answer.delay > 0ms)
        t_stream->pause(answer.delay);
    put(answer, response);
    // Other methods may have a body, which httplib reads away only on its own route to a 404.
    return request.method == "GET" ? HandlerResponse::Handled : HandlerResponse::Unhandled;
}

} // namespace Vestibule::Demo
