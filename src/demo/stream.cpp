// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace Vestibule::Demo {

Stream::Stream(socket_t socket)
    : m_socket(socket)
{
}

//! True when one of events has come; a closed connection counts as readable.
bool Stream::waitFor(short events, std::chrono::milliseconds duration) const
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + duration;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        const int timeout = duration.count() < 0 ? -1 : std::max(0, int(left.count()));
        pollfd poller{m_socket, events, 0};
        const int ready = ::poll(&poller, 1, timeout);
        if (ready >= 0 || errno != EINTR)
            return ready > 0;
    }
}

bool Stream::is_readable() const
{
    return waitForRequest(Patience);
}

bool Stream::is_writable() const
{
    return !m_hungUp && waitFor(POLLOUT, Patience);
}

ssize_t Stream::read(char *target, size_t size)
{
    // httplib reads heads byte by byte.
    if (m_begin == m_end) {
        if (!is_readable())
            return -1;
        const ssize_t received = receive(m_buffer.data(), m_buffer.size());
        if (received <= 0)
            return received;
        m_begin = 0;
        m_end = size_t(received);
    }
    const size_t count = std::min(size, m_end - m_begin);
    std::memcpy(target, m_buffer.data() + m_begin, count);
    m_begin += count;
    return ssize_t(count);
}

ssize_t Stream::write(const char *source, size_t size)
{
    return is_writable() ? transmit(source, size) : -1;
}

ssize_t Stream::receive(char *target, size_t size)
{
    return ::recv(m_socket, target, size, 0);
}

ssize_t Stream::transmit(const char *source, size_t size)
{
    return ::send(m_socket, source, size, MSG_NOSIGNAL);
}

bool Stream::waitForBytes(std::chrono::milliseconds patience) const
{
    return waitFor(POLLIN, patience);
}

bool Stream::isWritableNow() const
{
    return waitFor(POLLOUT, std::chrono::milliseconds(0));
}

void Stream::get_remote_ip_and_port(std::string &ip, int &port) const
{
    // Always loopback, and nobody asks for the port.
    ip = "127.0.0.1";
    port = 0;
}

void Stream::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

socket_t Stream::socket() const
{
    return m_socket;
}

bool Stream::waitForRequest(std::chrono::milliseconds idle) const
{
    return m_begin < m_end || hasPending() || waitFor(POLLIN, idle);
}

void Stream::pause(std::chrono::milliseconds duration) const
{
    // POLLRDHUP comes when the client closes, or when Wire shuts the socket down to stop.
    waitFor(POLLRDHUP, duration);
}

void Stream::hangUp()
{
    m_hungUp = true;
}

} // namespace Vestibule::Demo
