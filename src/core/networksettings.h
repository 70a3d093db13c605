// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>

namespace Vestibule {

//! How the program reaches the network. The proxy's password is a secret and not in here.
struct NetworkSettings {
    enum class ProxyMode {
        System, //!< what the desktop or `https_proxy` says
        None,
        Manual, //!< an HTTP proxy: proxyHost and proxyPort
    };

    ProxyMode proxyMode = ProxyMode::System;
    QString proxyHost{};
    quint16 proxyPort = 8080; //!< 1 to 65535
    QString proxyUser{}; //!< empty: the proxy asks for nobody
    //! Path of a PEM file of at most 1 MiB, trusted beside the system's own; empty: none.
    QString caCertificateFile{};
    std::chrono::seconds timeout{30}; //!< the longest silence within one request, 1 to 3600

    bool operator==(const NetworkSettings &) const = default;
};

//! Why an additional CA certificate cannot be trusted; everything else of the settings holds.
enum class CertificateProblem {
    Unreadable, //!< the file cannot be read
    TooLarge, //!< it is over 1 MiB; a part of it is not what somebody chose to trust
    NoCertificate, //!< it holds no certificate in PEM
};

} // namespace Vestibule
