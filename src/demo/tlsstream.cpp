// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tlsstream.h"

#include "demo/tls.h"

#include <algorithm>
#include <climits>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace Vestibule::Demo {

namespace {

int clamped(size_t size)
{
    return int(std::min(size, size_t(INT_MAX)));
}

} // namespace

TlsStream::TlsStream(socket_t socket, const Tls &tls)
    : Stream(socket)
    , m_ssl(SSL_new(tls.context()))
    , m_fromClient(BIO_new(BIO_s_mem()))
    , m_toClient(BIO_new(BIO_s_mem()))
{
    SSL_set_bio(m_ssl.get(), m_fromClient, m_toClient);
    SSL_set_accept_state(m_ssl.get());
}

TlsStream::~TlsStream()
{
    // A connection that a fault cuts ends without a word; any other says goodbye if it can at once.
    if (m_begun && !hasHungUp() && isWritableNow()) {
        SSL_shutdown(m_ssl.get());
        sendPending();
    }
    ERR_clear_error();
}

void TlsStream::Deleter::operator()(SSL *ssl) const
{
    SSL_free(ssl);
}

bool TlsStream::begin()
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + Patience;
    for (;;) {
        ERR_clear_error();
        const int done = SSL_do_handshake(m_ssl.get());
        const int reason = SSL_get_error(m_ssl.get(), done);
        const bool isSent = sendPending(); // also the alert that says what was wrong
        m_begun = done == 1;
        if (m_begun || !isSent || reason != SSL_ERROR_WANT_READ)
            return m_begun && isSent;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0 || !receiveMore(left))
            return false;
    }
}

bool TlsStream::hasPending() const
{
    return SSL_pending(m_ssl.get()) > 0 || BIO_ctrl_pending(m_fromClient) > 0;
}

ssize_t TlsStream::receive(char *target, size_t size)
{
    for (;;) {
        ERR_clear_error();
        const int received = SSL_read(m_ssl.get(), target, clamped(size));
        if (received > 0)
            return received;
        const int reason = SSL_get_error(m_ssl.get(), received);
        if (reason == SSL_ERROR_ZERO_RETURN)
            return 0;
        if (reason != SSL_ERROR_WANT_READ || !sendPending() || !receiveMore(Patience))
            return -1;
    }
}

ssize_t TlsStream::transmit(const char *source, size_t size)
{
    ERR_clear_error();
    const int written = SSL_write(m_ssl.get(), source, clamped(size));
    return written > 0 && sendPending() ? written : -1;
}

bool TlsStream::sendPending()
{
    std::array<char, 16'384> bytes{};
    while (BIO_ctrl_pending(m_toClient) > 0) {
        const int count = BIO_read(m_toClient, bytes.data(), clamped(bytes.size()));
        for (int sent = 0; sent < count;) {
            const ssize_t more =
                is_writable() ? Stream::transmit(bytes.data() + sent, size_t(count - sent)) : -1;
            if (more <= 0)
                return false;
            sent += int(more);
        }
    }
    return true;
}

bool TlsStream::receiveMore(std::chrono::milliseconds patience)
{
    std::array<char, 16'384> bytes{};
    if (!waitForBytes(patience))
        return false;
    const ssize_t received = Stream::receive(bytes.data(), bytes.size());
    return received > 0 && BIO_write(m_fromClient, bytes.data(), int(received)) == received;
}

} // namespace Vestibule::Demo
