// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tls.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

Tls::Tls(SSL_CTX *context)
    : m_context(context)
{
}

void Tls::Deleter::operator()(SSL_CTX *context) const
{
    SSL_CTX_free(context);
}

std::unique_ptr<Tls> Tls::load(const QString &certificateFile, const QString &privateKeyFile,
                               QString *error)
{
    std::unique_ptr<Tls> tls(new Tls(SSL_CTX_new(TLS_server_method())));
    SSL_CTX *context = tls->context();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
    const QByteArray certificate = QFile::encodeName(certificateFile);
    const QByteArray key = QFile::encodeName(privateKeyFile);
    if (SSL_CTX_use_certificate_chain_file(context, certificate.constData()) != 1)
        *error = u"There is no PEM certificate in \"%1\""_s.arg(certificateFile);
    else if (SSL_CTX_use_PrivateKey_file(context, key.constData(), SSL_FILETYPE_PEM) != 1)
        *error = u"There is no PEM key for the certificate in \"%1\""_s.arg(privateKeyFile);
    else
        return tls;
    ERR_clear_error(); // or the thread's next use of OpenSSL finds what is left over
    return nullptr;
}

} // namespace Vestibule::Demo
