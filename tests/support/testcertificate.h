// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QStringList>

#include <memory>

namespace Vestibule {

//! Two PEM files.
struct TestCertificate {
    QString certificateFile{};
    QString privateKeyFile{};
};

//! What a server's certificate is to say.
struct TestCertificateRequest {
    QStringList hosts{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}; //!< or addresses
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(1);
};

//! A certificate authority that lives as long as a test. Fatal when a file cannot be written.
class TestAuthority final {
public:
    //! Writes its self-signed certificate into directory, which must exist, as NAME.pem.
    explicit TestAuthority(const QString &directory, const QString &name = QStringLiteral("ca"));
    ~TestAuthority();
    TestAuthority(const TestAuthority &) = delete;
    TestAuthority &operator=(const TestAuthority &) = delete;

    //! What a client has to trust.
    [[nodiscard]] QString certificateFile() const;
    //! A server's certificate, each time another one with another key.
    [[nodiscard]] TestCertificate issue(const TestCertificateRequest &request = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Vestibule
