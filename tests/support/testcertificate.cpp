// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/testcertificate.h"

#include <QFile>
#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

template <typename Type, void (*Free)(Type *)>
struct Freer {
    void operator()(Type *object) const { Free(object); }
};

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509, X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION, X509_EXTENSION_free>>;

Key makeKey()
{
    return Key(EVP_EC_gen("P-256"));
}

void addExtension(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
        qFatal("Cannot make an extension of a test certificate: %s", value.constData());
}

//! A certificate without issuer, names and signature.
Certificate makeCertificate(const QString &commonName, long serial, const QDateTime &notBefore,
                            const QDateTime &notAfter, EVP_PKEY *key)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), time_t(notBefore.toSecsSinceEpoch()));
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), time_t(notAfter.toSecsSinceEpoch()));
    X509_set_pubkey(certificate.get(), key);
    const QByteArray name = commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1,
                               0);
    return certificate;
}

//! Saves the PEM that write() puts into a BIO.
template <typename Write>
void writePem(const QString &path, Write write)
{
    using Memory = std::unique_ptr<BIO, Freer<BIO, BIO_free_all>>;
    const Memory memory(BIO_new(BIO_s_mem()));
    write(memory.get());
    QByteArray bytes(qsizetype(BIO_ctrl_pending(memory.get())), '\0');
    BIO_read(memory.get(), bytes.data(), int(bytes.size()));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("Cannot write %s", qUtf8Printable(path));
}

void writeCertificate(const QString &path, X509 *certificate)
{
    writePem(path, [certificate](BIO *bio) { PEM_write_bio_X509(bio, certificate); });
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QStringList names;
    for (const QString &host : hosts)
        names.append((QHostAddress(host).isNull() ? u"DNS:"_s : u"IP:"_s) + host);
    return names.join(u',').toLatin1();
}

} // namespace

class TestAuthority::Private final {
public:
    QString directory{};
    QString name{};
    Key key = makeKey();
    Certificate certificate{};
    long issued = 0;
};

TestAuthority::TestAuthority(const QString &directory, const QString &name)
    : d(std::make_unique<Private>())
{
    d->directory = directory;
    d->name = name;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // Valid earlier and longer than the certificates it issues, which may be expired or not yet
    // valid.
    d->certificate = makeCertificate(u"Vestibule test authority "_s + name, 1, now.addYears(-5),
                                     now.addYears(5), d->key.get());
    X509 *self = d->certificate.get();
    X509_set_issuer_name(self, X509_get_subject_name(self));
    addExtension(self, self, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(self, self, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(self, self, NID_subject_key_identifier, "hash");
    X509_sign(self, d->key.get(), EVP_sha256());
    writeCertificate(certificateFile(), self);
}

TestAuthority::~TestAuthority() = default;

QString TestAuthority::certificateFile() const
{
    return d->directory + u'/' + d->name + u".pem"_s;
}

TestCertificate TestAuthority::issue(const TestCertificateRequest &request)
{
    const QString path =
        d->directory + u'/' + d->name + u"-server-"_s + QString::number(++d->issued);
    const TestCertificate files{path + u".pem"_s, path + u"-key.pem"_s};
    const Key key = makeKey();
    const Certificate certificate = makeCertificate(request.hosts.value(0), d->issued + 1,
                                                    request.notBefore, request.notAfter, key.get());
    X509 *issuer = d->certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    addExtension(certificate.get(), issuer, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), issuer, NID_ext_key_usage, "serverAuth");
    addExtension(certificate.get(), issuer, NID_authority_key_identifier, "keyid");
    if (!request.hosts.isEmpty()) {
        addExtension(certificate.get(), issuer, NID_subject_alt_name,
                     alternativeNames(request.hosts));
    }
    X509_sign(certificate.get(), d->key.get(), EVP_sha256());
    writeCertificate(files.certificateFile, certificate.get());
    writePem(files.privateKeyFile, [&key](BIO *bio) {
        PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return files;
}

} // namespace Vestibule
