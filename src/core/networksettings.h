// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>

namespace Vestibule {

//! How the program reaches the network. The proxy's password is a secret and kept elsewhere.
struct NetworkSettings {
    enum class ProxyMode {
        System, //!< from the desktop or `https_proxy`; none for hosts in `no_proxy`
        None,
        Manual, //!< an HTTP proxy: proxyHost and proxyPort
    };

    ProxyMode proxyMode = ProxyMode::System;
    QString proxyHost{};
    quint16 proxyPort = 8080; //!< 1 to 65535
    QString proxyUser{}; //!< empty: the proxy requires no login
    //! Path of a PEM file of at most 1 MiB with certificates to trust in addition to the system's;
    //! empty: none.
    QString caCertificateFile{};
    std::chrono::seconds timeout{30}; //!< the longest silence within a request, 1 to 3600

    bool operator==(const NetworkSettings &) const = default;
};

//! Why an additional CA certificate is not used; the other settings still are.
enum class CertificateProblem {
    Unreadable, //!< the file cannot be read
    TooLarge, //!< over 1 MiB; it is not used in part
    NoCertificate, //!< the file has no certificate in PEM
};

} // namespace Vestibule
