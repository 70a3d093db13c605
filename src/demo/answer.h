// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace Vestibule::Demo {

//! What the endpoint needs to know of a request.
struct Call {
    QByteArray method{};
    QByteArray target{}; //!< as it came: undecoded, with its query
    std::optional<QByteArray> authorization{}; //!< absent: the header was not sent
};

//! How the bytes of an answer reach the client.
enum class Delivery {
    Whole,
    Truncated, //!< half of the body that Content-Length promises, then the connection closes
    Stalled, //!< half of the body, then silence
    Endless, //!< the body once, then what follows its first '[' again and again up to 64 MiB
    Dropped, //!< the connection closes without an answer
    Silent, //!< no answer until the server stops
};

struct Header {
    QByteArray name{};
    QByteArray value{};
};

//! One answer of the demo tenant, before it is put on the wire.
struct Answer {
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QList<Header> headers{}; //!< beside those that every answer has
    QByteArray body{};
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds delay{}; //!< to wait before the first byte
};

} // namespace Vestibule::Demo
