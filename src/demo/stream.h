// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <httplib.h>

#include <array>
#include <chrono>

namespace Vestibule::Demo {

//! One accepted connection. httplib has such a class too, but keeps it to itself; this one can
//! also fall silent and hang up, which is what faults are made of. Does not own the socket.
class Stream : public httplib::Stream {
public:
    explicit Stream(socket_t socket);
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    //! Once, before anything else. False when the client does not speak our language.
    virtual bool begin() { return true; }

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *target, size_t size) override;
    ssize_t write(const char *source, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override;

    //! True when there is a next request to read, false after idle without one.
    bool waitForRequest(std::chrono::milliseconds idle) const;
    //! Does nothing for as long, or until the connection ends; a negative duration has no end.
    void pause(std::chrono::milliseconds duration) const;
    //! From here on nothing is written; the connection is to be closed.
    void hangUp();
    bool hasHungUp() const { return m_hungUp; }

protected:
    //! How long a client may take to send or accept the next bytes.
    static constexpr std::chrono::milliseconds Patience{5000};

    //! Bytes were received that read() has not seen yet.
    virtual bool hasPending() const { return false; }
    //! As recv() and send() do.
    virtual ssize_t receive(char *target, size_t size);
    virtual ssize_t transmit(const char *source, size_t size);
    bool waitForBytes(std::chrono::milliseconds patience) const;
    bool isWritableNow() const;

private:
    bool waitFor(short events, std::chrono::milliseconds duration) const;

    socket_t m_socket = INVALID_SOCKET;
    bool m_hungUp = false;
    std::array<char, 4096> m_buffer{};
    size_t m_begin = 0; //!< of what was received and not yet read
    size_t m_end = 0;
};

} // namespace Vestibule::Demo
