// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

#include <chrono>
#include <optional>

namespace Vestibule::Demo {

//! Whose rate limits the demo tenant has; the numbers are those of Auth0's rate limit policy.
enum class Plan { None, Free, Professional, Enterprise };

//! How a demo tenant is set up before it starts.
struct Options {
    quint16 port = 0; //!< 0 takes a free one
    //! Connections of the first organization, 0..100000; absent: the ten of the showcase.
    std::optional<int> connections{};
    //! 1..100000. The first five are made by hand, the others are generated.
    int organizations = 5;
    std::chrono::milliseconds latency{}; //!< before every answer of a listing, 0 or more
    Plan plan = Plan::None;
    QStringList faults{}; //!< names from Tenant::faultNames()
    //! Two PEM files: the certificate, with those between it and its authority behind it, and its
    //! key. With both the tenant serves https. They are read at each start.
    QString certificateFile{};
    QString privateKeyFile{};
};

} // namespace Vestibule::Demo
