// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <memory>

using SSL_CTX = struct ssl_ctx_st;

namespace Vestibule::Demo {

//! The certificate and the key with which a tenant serves https.
class Tls final {
public:
    //! PEM files. Nothing when they cannot be read or are no pair; error then says why, in English
    //! without a full stop.
    static std::unique_ptr<Tls> load(const QString &certificateFile, const QString &privateKeyFile,
                                     QString *error);

    SSL_CTX *context() const { return m_context.get(); }

private:
    struct Deleter {
        void operator()(SSL_CTX *context) const;
    };

    explicit Tls(SSL_CTX *context);

    std::unique_ptr<SSL_CTX, Deleter> m_context;
};

} // namespace Vestibule::Demo
