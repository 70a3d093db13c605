// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "faultbench.h"
#include "support/networkthreads.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;
using Action = ErrorAction;

namespace {

struct Row {
    const char *fault;
    FaultExpectation expected{};
    int signIns = 1; //!< -1: not fixed, because Qt itself repeats a request
    std::chrono::milliseconds timeout{30'000};
};

constexpr auto Refused = ExitStatus::Refused;
constexpr auto NoAnswer = ExitStatus::NoAnswer;
constexpr auto NotUnderstood = ExitStatus::NotUnderstood;
constexpr auto Limited = ExitStatus::RateLimited;

//! At the token endpoint alone; all else is healthy.
const Row Rows[] = {
    // what the tenant says about the application
    {"sign-in-refused",
     {Kind::SignIn, 401, "does not accept the client ID or the client secret", Refused, 5s,
      Action::EnterToken}},
    {"sign-in-not-authorized",
     {Kind::SignIn, 403, "not authorized for the Management API: open Applications > APIs", Refused,
      5s, Action::EnterToken}},
    {"sign-in-not-allowed",
     {Kind::SignIn, 403, "enable the grant Client Credentials", Refused, 5s, Action::EnterToken}},
    {"sign-in-unknown-audience",
     {Kind::SignIn, 403, "does not know the audience. With a custom domain", Refused, 5s,
      Action::EnterToken}},
    {"sign-in-bad-request",
     {Kind::SignIn, 400, "Missing required parameter: audience", Refused, 5s, Action::EnterToken}},
    {"sign-in-invalid-client",
     {Kind::SignIn, 401, "The tenant does not", Refused, 5s, Action::EnterToken}},
    {"sign-in-echo",
     {Kind::SignIn, 401, "does not accept the client ID", Refused, 5s, Action::EnterToken}},
    {"sign-in-no-endpoint",
     {Kind::SignIn, 404, "does not respond like an Auth0 tenant", Refused, 5s,
      Action::OpenTenantSettings}},
    {"sign-in-unsupported-grant",
     {Kind::SignIn, 403, "Unsupported grant type", Refused, 5s, Action::EnterToken}},
    {"sign-in-no-reason", {Kind::SignIn, 401, "no reason given", Refused, 5s, Action::EnterToken}},
    {"sign-in-hostile-reason",
     {Kind::SignIn, 403, "<b>Denied</b>", Refused, 5s, Action::EnterToken}},
    {"sign-in-rate-limit", {Kind::RateLimited, 429, "Rate limit reached", Limited, 15s}, -1},
    {"sign-in-rate-limit-once", {.longest = 10s}, 2},
    // what it gives
    {"sign-in-no-token", {Kind::BadPayload, 0, "has no token. (POST /oauth/token)", NotUnderstood}},
    {"sign-in-bad-token", {Kind::BadPayload, 0, "sign-in response has no token", NotUnderstood}},
    {"sign-in-token-type", {Kind::BadPayload, 0, "a token of another type", NotUnderstood}},
    {"sign-in-error-as-200", {Kind::BadPayload, 0, "sign-in response has no token", NotUnderstood}},
    {"sign-in-null-token", {Kind::BadPayload, 0, "sign-in response has no token", NotUnderstood}},
    {"sign-in-scope-list",
     {Kind::BadPayload, 0, "scope in the sign-in response is not text", NotUnderstood}},
    {"sign-in-lower-case-type", {}},
    {"sign-in-fractional-lifetime", {}},
    {"sign-in-no-lifetime", {Kind::BadPayload, 0, "how long its token is valid", NotUnderstood}},
    {"sign-in-text-lifetime", {Kind::BadPayload, 0, "how long its token is valid", NotUnderstood}},
    {"sign-in-zero-lifetime", {Kind::BadPayload, 0, "how long its token is valid", NotUnderstood}},
    {"sign-in-endless-lifetime",
     {Kind::BadPayload, 0, "how long its token is valid", NotUnderstood}},
    {"sign-in-wrong-audience",
     {Kind::Unauthorized, 401, "not for the Management API", Refused, 5s, Action::EnterToken},
     2},
    {"sign-in-expired-token",
     {Kind::Unauthorized, 401, "has expired", Refused, 5s, Action::EnterToken},
     2},
    {"sign-in-no-scope",
     {Kind::Forbidden, 403, "lacks the scope read:organization_connections", Refused, 5s,
      Action::EnterToken}},
    {"wrong-shape", {Kind::BadPayload, 0, "sign-in response is not an object", NotUnderstood}},
    // what may happen to any answer
    {"error-500", {Kind::Server, 500, "reported a server error (status 500)", NoAnswer}, 3},
    {"error-502-html",
     {Kind::Intermediary, 502, "perhaps from a proxy or firewall (status 502)", NoAnswer},
     3},
    {"error-503", {Kind::Server, 503, "reported a server error (status 503)", NoAnswer}, 3},
    {"error-503-once", {}, 2},
    {"error-504", {Kind::Server, 504, "reported a server error (status 504)", NoAnswer}, 3},
    {"error-524-html",
     {Kind::Intermediary, 524, "perhaps from a proxy or firewall (status 524)", NoAnswer},
     3},
    {"error-403-html",
     {Kind::Intermediary, 403, "A web page came instead of the tenant's response", NoAnswer}},
    {"error-403-text", {Kind::Intermediary, 403, "(status 403): error code: 1020.", NoAnswer}},
    {"rate-limit", {Kind::RateLimited, 429, "Rate limit reached", Limited, 15s}, -1},
    {"rate-limit-once", {.longest = 10s}, 2},
    {"rate-limit-date", {.longest = 10s}, 2},
    {"rate-limit-nonsense", {Kind::RateLimited, 429, "Try again in a minute", Limited, 15s}, -1},
    {"rate-limit-past", {Kind::RateLimited, 429, "Try again in a minute", Limited, 15s}, -1},
    {"rate-limit-long", {Kind::RateLimited, 429, "Try again in 2 h, at ", Limited, 2s}},
    {"drop", {Kind::Closed, 0, "the connection was closed without a response", NoAnswer}, -1},
    {"hang", {Kind::Timeout, 0, "No response from 127.0.0.1", NoAnswer}, 2, 150ms},
    {"stall-in-body", {Kind::Timeout, 200, "stopped responding mid-transfer", NoAnswer}, 2, 150ms},
    {"slow", {}},
    {"truncated", {Kind::BadPayload, 200, "the transfer was cut off", NotUnderstood}},
    {"not-json", {Kind::BadPayload, 0, "not JSON", NotUnderstood}},
    {"trailing-garbage", {Kind::BadPayload, 0, "not JSON", NotUnderstood}},
    {"bom", {}},
    {"captive-portal", {Kind::BadPayload, 0, "a network's sign-in page", NotUnderstood}},
    {"empty-body", {Kind::BadPayload, 0, "nothing was sent", NotUnderstood}},
    {"deep-nesting", {Kind::BadPayload, 0, "not JSON: too deeply nested", NotUnderstood}},
    {"gzip-bomb", {Kind::BadPayload, 200, "cannot be decompressed", NotUnderstood, 20s}},
    {"too-large", {Kind::BadPayload, 200, "more than 16", NotUnderstood, 20s}},
    // no redirect, not even within the origin: each would carry the secret
    {"redirect-same-origin", {Kind::BadPayload, 302, "not followed", NotUnderstood}},
    {"redirect-other-host", {Kind::BadPayload, 302, "another host (localhost)", NotUnderstood}},
    {"redirect-other-port", {Kind::BadPayload, 302, "another host", NotUnderstood}},
    {"redirect-other-scheme", {Kind::BadPayload, 302, "another host", NotUnderstood}},
    {"redirect-loop", {Kind::BadPayload, 302, "not followed", NotUnderstood}},
};

} // namespace

//! What can go wrong when an application signs in, as a person sees it: error text, exit status,
//! and rows that stay. Neither the secret nor a token is anywhere.
class TestSignInFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase();
    void faultBecomesAnErrorTextAndTheRowsStay_data();
    void faultBecomesAnErrorTextAndTheRowsStay();
    void afterAnExpiryTheRequestIsRepeatedOnce();
    void anotherSecretIsRefused();
    void anotherAudienceIsUnknown();
    void certificateProblemIsReportedAndNothingIsSent_data();
    void certificateProblemIsReportedAndNothingIsSent();
    void plainHttpInPlaceOfTlsIsAnError();
    void noHostIsOffline_data();
    void noHostIsOffline();

private:
    std::unique_ptr<FaultBench> m_bench = std::make_unique<FaultBench>();
};

void TestSignInFaults::cleanupTestCase()
{
    m_bench.reset();
    QTRY_VERIFY(networkThreadsAreGone());
}

void TestSignInFaults::faultBecomesAnErrorTextAndTheRowsStay_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < int(std::size(Rows)); ++row)
        QTest::newRow(Rows[row].fault) << row;
}

void TestSignInFaults::faultBecomesAnErrorTextAndTheRowsStay()
{
    QFETCH(int, row);
    m_bench->clearRequests();
    const QString problem = m_bench->run({},
                                         {.access = m_bench->applicationAccess(),
                                          .options = {.timeout = Rows[row].timeout},
                                          .tokenFaults = {QString::fromLatin1(Rows[row].fault)}},
                                         Rows[row].expected);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    if (Rows[row].signIns >= 0)
        QCOMPARE(m_bench->signIns(), Rows[row].signIns);
}

void TestSignInFaults::afterAnExpiryTheRequestIsRepeatedOnce()
{
    m_bench->clearRequests();
    const FaultBench::Target target{.access = m_bench->applicationAccess()};
    const QString once = m_bench->run({u"expires-once"_s}, target, {});
    QVERIFY2(once.isEmpty(), qPrintable(once));
    QCOMPARE(m_bench->signIns(), 2);
    m_bench->clearRequests();
    const QString always =
        m_bench->run({u"expired-token"_s}, target,
                     {Kind::Unauthorized, 401, "has expired", Refused, 5s, Action::EnterToken});
    QVERIFY2(always.isEmpty(), qPrintable(always));
    QCOMPARE(m_bench->signIns(), 2);
}

void TestSignInFaults::anotherSecretIsRefused()
{
    FaultBench::Target target{.access = m_bench->applicationAccess()};
    target.access.application.secret = SecretBytes("another-secret-than-that-of-the-application");
    const QString problem =
        m_bench->run({}, target,
                     {Kind::SignIn, 401, "does not accept the client ID or the client secret",
                      Refused, 5s, Action::EnterToken});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestSignInFaults::anotherAudienceIsUnknown()
{
    FaultBench::Target target{.access = m_bench->applicationAccess()};
    target.access.application.audience = u"https://login.acme.com/api/v2/"_s;
    const QString problem = m_bench->run(
        {}, target,
        {Kind::SignIn, 403, "does not know the audience", Refused, 5s, Action::EnterToken});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestSignInFaults::certificateProblemIsReportedAndNothingIsSent_data()
{
    FaultBench::addBadCertificates();
}

void TestSignInFaults::certificateProblemIsReportedAndNothingIsSent()
{
    const QString problem = m_bench->runAtBadCertificate(m_bench->applicationAccess());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestSignInFaults::plainHttpInPlaceOfTlsIsAnError()
{
    const QString problem = m_bench->runAtPlainHttp(m_bench->applicationAccess(), "was not sent");
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestSignInFaults::noHostIsOffline_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QByteArray>("sentence");
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QTest::newRow("refused") << u"127.0.0.1:%1"_s.arg(closed.serverPort())
                             << QByteArray("the connection was refused");
    QTest::newRow("unknown name") << u"vestibule.invalid"_s << QByteArray("no host has this name");
}

void TestSignInFaults::noHostIsOffline()
{
    QFETCH(QString, domain);
    QFETCH(QByteArray, sentence);
    FaultBench::Target target{.access = m_bench->applicationAccess()};
    target.access.domain = *TenantDomain::fromText(domain);
    const QString problem =
        m_bench->run({}, target, {Kind::Offline, 0, sentence.constData(), NoAnswer, 20s});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestSignInFaults)
#include "tst_signinfaults.moc"
