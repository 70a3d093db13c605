// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "faultbench.h"
#include "net/networkaccess.h"
#include "support/networkthreads.h"
#include "support/recordingtenant.h"
#include "support/testcertificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

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
    [[nodiscard]] RequestOptions trusting(const TestAuthority &authority);
    [[nodiscard]] FaultBench::Target at(const Demo::Tenant &tenant, const RequestOptions &options);

    std::unique_ptr<FaultBench> m_bench = std::make_unique<FaultBench>();
    QTemporaryDir m_folder;
};

void TestTlsFaults::cleanupTestCase()
{
    m_bench.reset();
    QTRY_VERIFY(networkThreadsAreGone());
}

RequestOptions TestTlsFaults::trusting(const TestAuthority &authority)
{
    NetworkAccess network;
    network.apply({.caCertificateFile = authority.certificateFile()}, {});
    return {.tls = network.tls()};
}

FaultBench::Target TestTlsFaults::at(const Demo::Tenant &tenant, const RequestOptions &options)
{
    const QString token = QString::fromLatin1(tenant.accessToken());
    return {.access = {.domain = *TenantDomain::fromText(tenant.domain()),
                       .token = *AccessToken::fromText(token)},
            .options = options};
}

void TestTlsFaults::certificateProblemIsReportedAndNothingIsSent_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<int>("firstDay"); // from today
    QTest::addColumn<int>("lastDay");
    QTest::addColumn<bool>("isTrusted"); // whether its authority is trusted
    QTest::addColumn<QByteArray>("sentence");
    const QStringList own{u"127.0.0.1"_s};
    QTest::newRow("unknown authority")
        << own << -1 << 1 << false << QByteArray("nobody whom this computer trusts");
    QTest::newRow("expired") << own << -9 << -1 << true << QByteArray("its certificate expired on");
    QTest::newRow("not yet valid") << own << 2 << 9 << true << QByteArray("is not valid before");
    QTest::newRow("another host") << QStringList{u"other.example"_s} << -1 << 1 << true
                                  << QByteArray("for another host (other.example)");
}

void TestTlsFaults::certificateProblemIsReportedAndNothingIsSent()
{
    QFETCH(QStringList, hosts);
    QFETCH(int, firstDay);
    QFETCH(int, lastDay);
    QFETCH(bool, isTrusted);
    QFETCH(QByteArray, sentence);
    TestAuthority authority(m_folder.path());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TestCertificate certificate = authority.issue(
        {.hosts = hosts, .notBefore = now.addDays(firstDay), .notAfter = now.addDays(lastDay)});
    RecordingTenant tenant({.certificateFile = certificate.certificateFile,
                            .privateKeyFile = certificate.privateKeyFile});
    QVERIFY(tenant.start());
    const QString problem =
        m_bench->run({}, at(tenant, isTrusted ? trusting(authority) : RequestOptions()),
                     {Kind::Tls, 0, sentence.constData(), ExitStatus::NoAnswer, 5s,
                      ErrorAction::OpenNetworkSettings});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(tenant.requests().isEmpty());
}

void TestTlsFaults::additionalAuthorityIsTrusted()
{
    TestAuthority authority(m_folder.path());
    const TestCertificate certificate = authority.issue();
    RecordingTenant tenant({.certificateFile = certificate.certificateFile,
                            .privateKeyFile = certificate.privateKeyFile});
    QVERIFY(tenant.start());
    const QString problem = m_bench->run({}, at(tenant, trusting(authority)), {});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(tenant.requests().size(), 1);
}

void TestTlsFaults::plainHttpInPlaceOfTlsIsAnError()
{
    RecordingTenant tenant;
    QVERIFY(tenant.start());
    FaultBench::Target target = at(tenant, {});
    target.access.domain = *TenantDomain::fromText("https://"_L1 + tenant.domain());
    const QString problem =
        m_bench->run({}, target,
                     {Kind::Tls, 0, "The token was not sent", ExitStatus::NoAnswer, 5s,
                      ErrorAction::OpenNetworkSettings});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(tenant.requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestTlsFaults)
#include "tst_tlsfaults.moc"
