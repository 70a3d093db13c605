// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "faultbench.h"
#include "support/networkthreads.h"
#include "support/recordingtenant.h"
#include "support/testcertificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Vestibule;

//! Certificates that cannot be trusted: the error text says why, and nothing is sent.
class TestTlsFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase();
    void certificateProblemIsReportedAndNothingIsSent_data();
    void certificateProblemIsReportedAndNothingIsSent();
    void additionalAuthorityIsTrusted();
    void plainHttpInPlaceOfTlsIsAnError();

private:
    std::unique_ptr<FaultBench> m_bench = std::make_unique<FaultBench>();
    QTemporaryDir m_folder;
};

void TestTlsFaults::cleanupTestCase()
{
    m_bench.reset();
    QTRY_VERIFY(networkThreadsAreGone());
}

void TestTlsFaults::certificateProblemIsReportedAndNothingIsSent_data()
{
    FaultBench::addBadCertificates();
}

void TestTlsFaults::certificateProblemIsReportedAndNothingIsSent()
{
    const QString problem = m_bench->runAtBadCertificate(m_bench->access());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestTlsFaults::additionalAuthorityIsTrusted()
{
    TestAuthority authority(m_folder.path());
    const TestCertificate certificate = authority.issue();
    RecordingTenant tenant({.certificateFile = certificate.certificateFile,
                            .privateKeyFile = certificate.privateKeyFile});
    QVERIFY(tenant.start());
    const QString token = QString::fromLatin1(tenant.accessToken());
    const QString problem =
        m_bench->run({},
                     {.access = {.domain = *TenantDomain::fromText(tenant.domain()),
                                 .token = *AccessToken::fromText(token)},
                      .options = FaultBench::trusting(authority)},
                     {});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(tenant.requests().size(), 1);
}

void TestTlsFaults::plainHttpInPlaceOfTlsIsAnError()
{
    const QString problem = m_bench->runAtPlainHttp(m_bench->access(), "The token was not sent");
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestTlsFaults)
#include "tst_tlsfaults.moc"
