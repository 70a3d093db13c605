// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/failuretext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

class TestFailureText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void detailsAreFacts();
    void detailsAreSafeToShow();
    void refusalsAreNamed_data();
    void refusalsAreNamed();
    void waitsCountTheTries_data();
    void waitsCountTheTries();
};

void TestFailureText::detailsAreFacts()
{
    const ApiError error{.kind = ApiError::Kind::Forbidden,
                         .httpStatus = 403,
                         .errorCode = u"insufficient_scope"_s,
                         .detail = u"No."_s,
                         .request = u"/api/v2/organizations/org_1/connections?page=0"_s};
    QCOMPARE(failureDetails(error),
             u"GET /api/v2/organizations/org_1/connections?page=0\nStatus: 403\n"
             "Error code: insufficient_scope\nMessage: No."_s);
    QVERIFY(failureDetails({.request = u"/oauth/token"_s}).startsWith("POST /oauth/token"_L1));
    QCOMPARE(failureDetails({.kind = ApiError::Kind::Timeout}), QString());
}

void TestFailureText::detailsAreSafeToShow()
{
    const QString details = failureDetails({.errorCode = u"a\u202Eb"_s, .detail = u"x\ny"_s});
    QVERIFY(!details.contains(u'\u202E'));
    QCOMPARE(details.count(u'\n'), 1); // one between the two facts
}

void TestFailureText::refusalsAreNamed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text"); // empty: says nothing about the access
    using Kind = ApiError::Kind;
    const auto row = [](const char *name, Kind kind, const char *code, const char *text) {
        QTest::newRow(name) << int(kind) << QString::fromLatin1(code) << QString::fromLatin1(text);
    };
    row("401", Kind::Unauthorized, "", "Token refused by the tenant");
    row("403, scope", Kind::Forbidden, "insufficient_scope", "Token lacks a scope");
    row("403, other", Kind::Forbidden, "operation_not_supported", "Token refused by the tenant");
    row("secret", Kind::SignIn, "invalid_client", "Client secret: refused by the tenant");
    row("sign-in, other", Kind::SignIn, "unauthorized_client", "");
    for (const Kind kind :
         {Kind::Offline, Kind::Closed, Kind::Proxy, Kind::Timeout, Kind::Tls, Kind::NotFound,
          Kind::RateLimited, Kind::Rejected, Kind::Server, Kind::Intermediary, Kind::BadPayload})
        row(qPrintable(u"kind %1"_s.arg(int(kind))), kind, "", "");
}

void TestFailureText::refusalsAreNamed()
{
    QFETCH(const int, kind);
    QFETCH(const QString, code);
    const auto text =
        refusedAccessText({.kind = ApiError::Kind(kind),
                           .errorCode = code,
                           .detail = u"Insufficient scope, expected any of: read:x"_s});
    QTEST(text.value_or(QString()), "text");
}

void TestFailureText::waitsCountTheTries_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("tries");
    QTest::addColumn<int>("left");
    QTest::addColumn<QString>("text");
    using Kind = ApiError::Kind;
    const auto row = [](const char *name, Kind kind, int status, int tries, int left,
                        const QString &text) {
        QTest::newRow(name) << int(kind) << status << tries << left << text;
    };
    row("time-out", Kind::Timeout, 0, 1, 1, u"No response in 5 s. Retrying in 1 s (2 of 2)."_s);
    row("time-out, now", Kind::Timeout, 0, 1, 0, u"No response in 5 s. Retrying (2 of 2)…"_s);
    row("server", Kind::Server, 503, 2, 3,
        u"The tenant reported a server error (status 503). Retrying in 3 s (3 of 3)."_s);
    row("closed", Kind::Closed, 0, 1, 1,
        u"The connection was closed without a response. Retrying in 1 s (2 of 2)."_s);
    row("proxy's page", Kind::Intermediary, 502, 1, 2,
        u"Something other than the tenant responded (status 502). Retrying in 2 s (2 of 3)."_s);
    row("rate limit, now", Kind::RateLimited, 429, 7, 0, u"Rate limit reached. Retrying…"_s);
    row("rate limit", Kind::RateLimited, 429, 7, 4, u"Rate limit reached. Retrying in 4 s."_s);
}

void TestFailureText::waitsCountTheTries()
{
    QFETCH(const int, kind);
    QFETCH(const int, status);
    QFETCH(const int, tries);
    QFETCH(const int, left);
    const Retry retry{.cause = {.kind = ApiError::Kind(kind), .httpStatus = status},
                      .tries = tries,
                      .silence = 5s};
    QTEST(retryText(retry, std::chrono::seconds(left)), "text");
}

QTEST_GUILESS_MAIN(TestFailureText)
#include "tst_failuretext.moc"
