// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/stream.h"

#include <chrono>
#include <memory>

using BIO = struct bio_st;
using SSL = struct ssl_st;

namespace Vestibule::Demo {

class Tls;

//! A connection that speaks TLS. OpenSSL gets to see buffers alone and never the socket: it would
//! write without MSG_NOSIGNAL, and wait where close() could not wake it.
class TlsStream final : public Stream {
public:
    TlsStream(socket_t socket, const Tls &tls);
    ~TlsStream() override;

    bool begin() override; //!< shakes hands

protected:
    bool hasPending() const override;
    ssize_t receive(char *target, size_t size) override;
    ssize_t transmit(const char *source, size_t size) override;

private:
    struct Deleter {
        void operator()(SSL *ssl) const;
    };

    bool sendPending();
    bool receiveMore(std::chrono::milliseconds patience);

    std::unique_ptr<SSL, Deleter> m_ssl;
    BIO *m_fromClient = nullptr; //!< both belong to m_ssl
    BIO *m_toClient = nullptr;
    bool m_begun = false;
};

} // namespace Vestibule::Demo
