// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/retrypolicy.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

class TestRetryPolicy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void triesByKind_data();
    void triesByKind();
    void delayDoublesUpToItsMaximum();
    void jitterIsTenPercentToEitherSide_data();
    void jitterIsTenPercentToEitherSide();
    void timeFromTheTenantIsExact();
    void noTenantIsAskedThousandsOfTimesASecond();
    void delayWithoutATimeFromTheTenantGrows();
    void rateLimitIsRetriedAnyNumberOfTimes();
    void waitsEndAtTheirMaximum_data();
    void waitsEndAtTheirMaximum();
};

void TestRetryPolicy::triesByKind_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("tries"); // including the first, with the default policy
    QTest::newRow("offline") << Kind::Offline << 0 << 1;
    QTest::newRow("closed") << Kind::Closed << 0 << 2;
    QTest::newRow("proxy") << Kind::Proxy << 0 << 1;
    QTest::newRow("timeout") << Kind::Timeout << 0 << 2;
    QTest::newRow("tls") << Kind::Tls << 0 << 1;
    QTest::newRow("unauthorized") << Kind::Unauthorized << 401 << 1;
    QTest::newRow("forbidden") << Kind::Forbidden << 403 << 1;
    QTest::newRow("not found") << Kind::NotFound << 404 << 1;
    QTest::newRow("rejected") << Kind::Rejected << 400 << 1;
    QTest::newRow("server") << Kind::Server << 500 << 3;
    QTest::newRow("a firewall's 403") << Kind::Intermediary << 403 << 1;
    QTest::newRow("a CDN's 502") << Kind::Intermediary << 502 << 3;
    QTest::newRow("bad payload") << Kind::BadPayload << 200 << 1;
}

void TestRetryPolicy::triesByKind()
{
    QFETCH(Kind, kind);
    QFETCH(int, status);
    QFETCH(int, tries);
    for (int done = 1; done < 6; ++done) {
        const ApiError error{.kind = kind, .httpStatus = status};
        QCOMPARE(retryDelay(error, {.tries = done}, {}, 0.5).has_value(), done < tries);
    }
}

void TestRetryPolicy::delayDoublesUpToItsMaximum()
{
    const RetryPolicy policy{.serverTries = 1000, .firstDelay = 1s, .maximumDelay = 10s};
    const QList<std::chrono::milliseconds> expected{1s, 2s, 4s, 8s, 10s, 10s};
    for (int i = 0; i < expected.size(); ++i) {
        const auto delay = retryDelay({.kind = Kind::Server}, {.tries = i + 1}, policy, 0.5);
        QVERIFY(delay == expected.at(i));
    }
    for (const int tries : {17, 18, 33, 64, 999})
        QVERIFY(retryDelay({.kind = Kind::Server}, {.tries = tries}, policy, 0.5) == 10s);
}

void TestRetryPolicy::jitterIsTenPercentToEitherSide_data()
{
    QTest::addColumn<double>("jitter");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("least") << 0.0 << 900;
    QTest::newRow("quarter") << 0.25 << 950;
    QTest::newRow("middle") << 0.5 << 1000;
    QTest::newRow("most") << 1.0 << 1100;
    QTest::newRow("below") << -5.0 << 900;
    QTest::newRow("above") << 5.0 << 1100;
}

void TestRetryPolicy::jitterIsTenPercentToEitherSide()
{
    QFETCH(double, jitter);
    QFETCH(int, milliseconds);
    for (const Kind kind : {Kind::Server, Kind::Timeout, Kind::Closed, Kind::RateLimited}) {
        const auto delay = retryDelay({.kind = kind}, {.tries = 1}, {}, jitter);
        QVERIFY(delay == std::chrono::milliseconds(milliseconds));
    }
}

void TestRetryPolicy::timeFromTheTenantIsExact()
{
    for (const double jitter : {0.0, 0.3, 1.0}) {
        for (const int tries : {1, 2, 50}) {
            const ApiError error{.kind = Kind::RateLimited, .retryAfter = 90s};
            QVERIFY(retryDelay(error, {.tries = tries}, {}, jitter) == 90s);
        }
        for (const Kind kind : {Kind::Server, Kind::Intermediary}) {
            const ApiError error{.kind = kind, .httpStatus = 503, .retryAfter = 3500ms};
            QVERIFY(retryDelay(error, {.tries = 2}, {}, jitter) == 3500ms);
            QVERIFY(!retryDelay(error, {.tries = 3}, {}, jitter));
        }
    }
}

void TestRetryPolicy::noTenantIsAskedThousandsOfTimesASecond()
{
    const ApiError error{.kind = Kind::RateLimited, .retryAfter = 1ms};
    QVERIFY(retryDelay(error, {.tries = 250}, {}, 0.5) == 100ms);
}

void TestRetryPolicy::delayWithoutATimeFromTheTenantGrows()
{
    const ApiError error{.kind = Kind::RateLimited};
    QVERIFY(retryDelay(error, {.tries = 1}, {}, 0.5) == 1s);
    QVERIFY(retryDelay(error, {.tries = 3}, {}, 0.5) == 4s);
    QVERIFY(retryDelay(error, {.tries = 30}, {}, 0.5) == 60s);
}

void TestRetryPolicy::rateLimitIsRetriedAnyNumberOfTimes()
{
    const ApiError error{.kind = Kind::RateLimited, .retryAfter = 1s};
    QVERIFY(retryDelay(error, {.tries = 250, .waited = 249s}, {}, 0.5) == 1s);
}

void TestRetryPolicy::waitsEndAtTheirMaximum_data()
{
    QTest::addColumn<int>("waited");
    QTest::addColumn<int>("asked");
    QTest::addColumn<bool>("isRetried");
    QTest::newRow("just within") << 0 << 300 << true;
    QTest::newRow("just over") << 0 << 301 << false;
    QTest::newRow("in all within") << 290 << 10 << true;
    QTest::newRow("in all over") << 290 << 11 << false;
    QTest::newRow("used up") << 300 << 1 << false;
}

void TestRetryPolicy::waitsEndAtTheirMaximum()
{
    QFETCH(int, waited);
    QFETCH(int, asked);
    QFETCH(bool, isRetried);
    const RetryHistory history{.tries = 2, .waited = std::chrono::seconds(waited)};
    for (const Kind kind : {Kind::RateLimited, Kind::Server}) {
        const ApiError error{.kind = kind, .retryAfter = std::chrono::seconds(asked)};
        QCOMPARE(retryDelay(error, history, {}, 0.5).has_value(), isRetried);
        QVERIFY(!retryDelay(error, history, {.maximumWait = 0s}, 0.5));
    }
    // Without a time from the tenant, a server error only counts its tries.
    QVERIFY(retryDelay({.kind = Kind::Server}, history, {.maximumWait = 0s}, 0.5));
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
