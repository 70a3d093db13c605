// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "../net/rawserver.h"
#include "faultbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;
using Action = ErrorAction;

namespace {

struct Row {
    const char *name;
    QByteArray bytes{};
    FaultExpectation expected{};
};

QByteArray json(const QByteArray &status, const QByteArray &message, const QByteArray &code = {})
{
    return RawServer::http(status,
                           "{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}",
                           "Content-Type: application/json\r\n");
}

const QList<Row> &rows()
{
    constexpr auto NotFound = ExitStatus::NotFound;
    constexpr auto NoAnswer = ExitStatus::NoAnswer;
    constexpr auto NotUnderstood = ExitStatus::NotUnderstood;
    static const QList<Row> all{
        {"404, no such organization",
         json("404 Not Found", "No organization found by that id or name"),
         {Kind::NotFound, 404, "no organization with this ID", NotFound, 5s,
          Action::ChooseOrganization}},
        {"404, a web page",
         RawServer::http("404 Not Found", "<html>nothing here</html>"),
         {Kind::NotFound, 404, "does not respond like an Auth0 tenant", NotFound, 5s,
          Action::OpenTenantSettings}},
        {"404, another message",
         json("404 Not Found", "No connection found by that id"),
         {Kind::NotFound, 404, "No connection found by that id", NotFound, 5s,
          Action::OpenTenantSettings}},
        {"401, another message",
         json("401 Unauthorized", "Client is not global."),
         {Kind::Unauthorized, 401, "refuses the token: Client is not global", ExitStatus::Refused,
          5s, Action::EnterToken}},
        {"403, a web page",
         RawServer::http("403 Forbidden", "<!DOCTYPE html><h1>Blocked</h1>",
                         "Content-Type: text/html\r\n"),
         {Kind::Intermediary, 403,
          "A web page came instead of the tenant's response, perhaps from a proxy or firewall "
          "(status 403).",
          NoAnswer}},
        {"401, a web page",
         RawServer::http("401 Unauthorized", "<html>Sign in</html>"),
         {Kind::Intermediary, 401, "A web page came", NoAnswer}},
        {"451, a web page",
         RawServer::http("451 Unavailable For Legal Reasons", "<html>no</html>"),
         {Kind::Intermediary, 451, "A web page came", NoAnswer}},
        {"511, a web page",
         RawServer::http("511 Network Authentication Required", "<html>Sign in</html>"),
         {Kind::Intermediary, 511, "A web page came", NoAnswer}},
        {"503, a line of text",
         RawServer::http("503 Service Unavailable", "no healthy upstream",
                         "Content-Type: text/plain\r\n"),
         {Kind::Intermediary, 503, "(status 503): no healthy upstream.", NoAnswer}},
        {"403, problem details",
         RawServer::http("403 Forbidden", R"({"title":"Blocked","detail":"Not from here"})",
                         "Content-Type: application/problem+json\r\n"),
         {Kind::Forbidden, 403, "does not allow this request: Not from here.", ExitStatus::Refused,
          5s, Action::EnterToken}},
        {"401, OAuth",
         RawServer::http("401 Unauthorized",
                         R"({"error":"invalid_token","error_description":"It was revoked"})"),
         {Kind::Unauthorized, 401, "refuses the token: It was revoked.", ExitStatus::Refused, 5s,
          Action::EnterToken}},
        {"429, a web page, for two hours",
         RawServer::http("429 Too Many Requests", "<html>slow down</html>",
                         "Retry-After: 7200\r\n"),
         {Kind::RateLimited, 429, "Try again in 2 h, at ", ExitStatus::RateLimited}},
        {"503, for two hours",
         RawServer::http("503 Service Unavailable", R"({"message":"maintenance"})",
                         "Retry-After: 7200\r\n"),
         {Kind::Server, 503, "(status 503). Try again in 2 h, at ", NoAnswer}},
        {"103 Early Hints",
         "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + RawServer::http("200 OK", "[]"),
         {Kind::BadPayload, 103, "an interim response (status 103) came first", NotUnderstood}},
        {"403 without a message",
         RawServer::http("403 Forbidden", {}),
         {Kind::Forbidden, 403, "no reason given", ExitStatus::Refused, 5s, Action::EnterToken}},
        {"407 of a proxy",
         RawServer::http("407 Proxy Authentication Required", {}),
         {Kind::Proxy, 407, "Check the proxy", NoAnswer, 5s, Action::OpenNetworkSettings}},
        {"408", json("408 Request Timeout", "slow"), {Kind::Timeout, 408, "No response", NoAnswer}},
        {"409", json("409 Conflict", "Not now"), {Kind::Rejected, 409, "Not now", NotFound}},
        {"418", json("418 Teapot", "I am"), {Kind::Rejected, 418, "I am", NotFound}},
        {"599", RawServer::http("599 Odd", {}), {Kind::Server, 599, "(status 599)", NoAnswer}},
        {"204",
         "HTTP/1.1 204 No Content\r\n\r\n",
         {Kind::BadPayload, 0, "nothing was sent", NotUnderstood}},
        {"301 without a location",
         RawServer::http("301 Moved", {}),
         {Kind::BadPayload, 301, "another address", NotUnderstood}},
        {"302 to a file",
         RawServer::http("302 Found", {}, "Location: file:///etc/passwd\r\n"),
         {Kind::BadPayload, 302, "not followed", NotUnderstood}},
        {"304",
         "HTTP/1.1 304 Not Modified\r\n\r\n",
         {Kind::BadPayload, 304, "not followed", NotUnderstood}},
        {"not HTTP", "SSH-2.0-OpenSSH_9.2\r\n", {Kind::Closed, 0, "cannot be reached", NoAnswer}},
        {"nothing but a status",
         "HTTP/1.1 200 OK\r\n",
         {Kind::Closed, 0, "closed without a response", NoAnswer}},
        {"a body without its end",
         "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"connections\"",
         {Kind::BadPayload, 200, "cut off", NotUnderstood}},
        {"body that is not gzip",
         RawServer::http("200 OK", "this is not gzip", "Content-Encoding: gzip\r\n"),
         {Kind::BadPayload, 200, "cannot be used", NotUnderstood}},
        {"null",
         RawServer::http("200 OK", "null"),
         {Kind::BadPayload, 0, "cannot be used", NotUnderstood}},
        {"a number",
         RawServer::http("200 OK", "17"),
         {Kind::BadPayload, 0, "cannot be used", NotUnderstood}},
        {"a flag that is a string",
         RawServer::http("200 OK", R"([{"connection_id":"con_1","is_enabled":"yes"}])"),
         {Kind::BadPayload, 0, "row 1: is_enabled is of type string", NotUnderstood}},
    };
    return all;
}

} // namespace

//! Answers that no tenant should give, byte for byte, and no answer at all.
class TestWireFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answerBecomesAnErrorTextAndTheRowsStay_data();
    void answerBecomesAnErrorTextAndTheRowsStay();
    void closedPortIsUnreachable();
    void tokenThatAServerRepeatsIsRemoved();

private:
    [[nodiscard]] FaultBench::Target at(const QString &host) const
    {
        return {
            .access = {.domain = *TenantDomain::fromText(host), .token = m_bench.access().token}};
    }

    FaultBench m_bench;
};

void TestWireFaults::answerBecomesAnErrorTextAndTheRowsStay_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < rows().size(); ++row)
        QTest::newRow(rows().at(row).name) << row;
}

void TestWireFaults::answerBecomesAnErrorTextAndTheRowsStay()
{
    QFETCH(int, row);
    RawServer server(RawServer::closingAfter(rows().at(row).bytes));
    const QString problem = m_bench.run({}, at(server.host()), rows().at(row).expected);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(server.sawOnlyOwnGets());
}

void TestWireFaults::closedPortIsUnreachable()
{
    QString host;
    {
        const RawServer server(RawServer::sending({}));
        host = server.host();
    }
    const QString problem = m_bench.run(
        {}, at(host), {Kind::Offline, 0, "the connection was refused", ExitStatus::NoAnswer});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestWireFaults::tokenThatAServerRepeatsIsRemoved()
{
    const QByteArray token = m_bench.access().token.secret().bytes().toByteArray();
    RawServer server(RawServer::closingAfter(json("400 Bad", "you sent " + token + " to us")));
    const QString problem =
        m_bench.run({}, at(server.host()),
                    {Kind::Rejected, 400, "you sent [token] to us", ExitStatus::NotFound});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestWireFaults)
#include "tst_wirefaults.moc"
