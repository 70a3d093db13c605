// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "faultbench.h"

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
    std::chrono::milliseconds timeout{30'000};
};

constexpr auto Refused = ExitStatus::Refused;
constexpr auto NotFound = ExitStatus::NotFound;
constexpr auto NoAnswer = ExitStatus::NoAnswer;
constexpr auto NotUnderstood = ExitStatus::NotUnderstood;
constexpr auto Limited = ExitStatus::RateLimited;

const Row Rows[] = {
    {"malformed-token",
     {Kind::Unauthorized, 400, "is not a token. Paste the complete", Refused, 5s,
      Action::EnterToken}},
    {"rejected-query", {Kind::Rejected, 400, "rejected the request: Query validation", NotFound}},
    {"expired-token",
     {Kind::Unauthorized, 401, "has expired. Enter a new one", Refused, 5s, Action::EnterToken}},
    {"bad-signature",
     {Kind::Unauthorized, 401, "its signature is not valid", Refused, 5s, Action::EnterToken}},
    {"wrong-audience",
     {Kind::Unauthorized, 401, "not for the Management API", Refused, 5s, Action::EnterToken}},
    {"missing-authentication",
     {Kind::Unauthorized, 401, "did not reach the tenant", Refused, 5s, Action::EnterToken}},
    {"wrong-scope",
     {Kind::Forbidden, 403, "lacks the scope read:organization_connections", Refused, 5s,
      Action::EnterToken}},
    {"entitlement",
     {Kind::Forbidden, 403, "Please upgrade your subscription", Refused, 5s, Action::EnterToken}},
    {"no-endpoint",
     {Kind::NotFound, 404, "does not offer the list of all connections", NotFound, 5s,
      Action::UseOlderList}},
    {"rate-limit", {Kind::RateLimited, 429, "Rate limit reached", Limited, 15s}},
    {"rate-limit-nonsense", {Kind::RateLimited, 429, "Try again in a minute", Limited, 15s}},
    {"rate-limit-past", {Kind::RateLimited, 429, "Try again in a minute", Limited, 15s}},
    {"rate-limit-long", {Kind::RateLimited, 429, "Try again in 2 h, at ", Limited, 2s}},
    {"rate-limit-date", {.longest = 10s}},
    {"rate-limit-once", {.longest = 10s}},
    {"error-500", {Kind::Server, 500, "reported a server error (status 500)", NoAnswer}},
    {"error-502-html",
     {Kind::Intermediary, 502, "perhaps from a proxy or firewall (status 502)", NoAnswer}},
    {"error-503", {Kind::Server, 503, "reported a server error (status 503)", NoAnswer}},
    {"error-504", {Kind::Server, 504, "reported a server error (status 504)", NoAnswer}},
    {"error-524-html",
     {Kind::Intermediary, 524, "perhaps from a proxy or firewall (status 524)", NoAnswer}},
    {"error-403-html",
     {Kind::Intermediary, 403, "A web page came instead of the tenant's response", NoAnswer}},
    {"error-403-text", {Kind::Intermediary, 403, "(status 403): error code: 1020.", NoAnswer}},
    {"error-503-once", {}},
    {"drop", {Kind::Closed, 0, "the connection was closed without a response", NoAnswer}},
    {"hang", {Kind::Timeout, 0, "No response from 127.0.0.1", NoAnswer}, 150ms},
    {"stall-in-body", {Kind::Timeout, 200, "stopped responding mid-transfer", NoAnswer}, 150ms},
    {"truncated", {Kind::BadPayload, 200, "the transfer was cut off", NotUnderstood}},
    {"not-json", {Kind::BadPayload, 0, "not JSON", NotUnderstood}},
    {"trailing-garbage", {Kind::BadPayload, 0, "not JSON", NotUnderstood}},
    {"captive-portal", {Kind::BadPayload, 0, "a network's sign-in page", NotUnderstood}},
    {"empty-body", {Kind::BadPayload, 0, "nothing was sent", NotUnderstood}},
    {"deep-nesting", {Kind::BadPayload, 0, "not JSON: too deeply nested", NotUnderstood}},
    {"gzip-bomb", {Kind::BadPayload, 200, "cannot be decompressed", NotUnderstood, 20s}},
    {"too-large", {Kind::BadPayload, 200, "more than 16", NotUnderstood, 20s}},
    {"wrong-shape", {Kind::BadPayload, 0, "list of connections is missing", NotUnderstood}},
    {"missing-id", {Kind::BadPayload, 0, "connection_id is missing", NotUnderstood}},
    {"redirect-same-origin", {}},
    {"redirect-other-host", {Kind::BadPayload, 302, "another host (localhost)", NotUnderstood}},
    {"redirect-other-port", {Kind::BadPayload, 302, "another host", NotUnderstood}},
    {"redirect-other-scheme", {Kind::BadPayload, 302, "another host", NotUnderstood}},
    {"redirect-loop", {Kind::BadPayload, 302, "not followed", NotUnderstood}},
    {"expires-once", {Kind::Unauthorized, 401, "has expired", Refused, 5s, Action::EnterToken}},
    {"not-utf8", {Kind::BadPayload, 0, "invalid UTF8", NotUnderstood}},
    {"bom", {}},
    {"no-totals", {}},
    {"fractional-total", {}},
    {"growing", {}},
    {"shrinking", {}},
    {"moving", {}},
    {"short-page", {}},
    {"duplicate-row", {}},
    {"missing-connection", {}},
    {"null-values", {}},
    {"unknown-values", {}},
    {"hostile-names", {}},
    {"slow", {}},
};

} // namespace

//! The faults of the demo tenant as a person sees them: error text, exit status, and rows that
//! stay. The token is nowhere.
class TestTenantFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faultBecomesAnErrorTextAndTheRowsStay_data();
    void faultBecomesAnErrorTextAndTheRowsStay();

private:
    FaultBench m_bench;
};

void TestTenantFaults::faultBecomesAnErrorTextAndTheRowsStay_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < int(std::size(Rows)); ++row)
        QTest::newRow(Rows[row].fault) << row;
}

void TestTenantFaults::faultBecomesAnErrorTextAndTheRowsStay()
{
    QFETCH(int, row);
    const QString problem =
        m_bench.run({QString::fromLatin1(Rows[row].fault)},
                    {.access = m_bench.access(), .options = {.timeout = Rows[row].timeout}},
                    Rows[row].expected);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestTenantFaults)
#include "tst_tenantfaults.moc"
