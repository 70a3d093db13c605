// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QStringList>

#include <memory>

namespace Vestibule {

//! The paths of two PEM files.
struct TestCertificate {
    QString certificateFile{};
    QString privateKeyFile{};
};

//! The contents of a server's certificate.
struct TestCertificateRequest {
    QStringList hosts{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}; //!< or addresses
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(1);
};

//! A certificate authority for one test. Aborts if a file cannot be written.
class TestAuthority final {
public:
    //! Writes its self-signed certificate as NAME.pem into the directory, which must exist.
    explicit TestAuthority(const QString &directory, const QString &name = QStringLiteral("ca"));
    ~TestAuthority();
    TestAuthority(const TestAuthority &) = delete;
    TestAuthority &operator=(const TestAuthority &) = delete;

    //! The certificate that a client must trust.
    [[nodiscard]] QString certificateFile() const;
    //! Issues a server's certificate, with a new key at each call.
    [[nodiscard]] TestCertificate issue(const TestCertificateRequest &request = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Vestibule
