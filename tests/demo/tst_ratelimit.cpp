// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/ratelimit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr qint64 Start = 1'790'000'000'000;
const QString Global = u"Global limit has been reached"_s;
const QString Group =
    u"Global per minute organization_connections_read group limit has been reached"_s;

} // namespace

class TestRateLimit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noPlanHasNoLimitAndNoHeaders();
    void burstIsAllowedAndTheNextRefused_data();
    void burstIsAllowedAndTheNextRefused();
    void waitingForTheResetIsEnough_data();
    void waitingForTheResetIsEnough();
    void globalLimitComesBeforeTheGroup();
    void neverHoldsMoreThanTheBurst();
    void groupsHaveSeparateBuckets();
};

void TestRateLimit::noPlanHasNoLimitAndNoHeaders()
{
    Demo::RateLimit limit(Demo::Plan::None);
    for (int i = 0; i < 1000; ++i) {
        const Demo::RateVerdict verdict =
            limit.take(Start, Demo::RateGroup::OrganizationConnections);
        QVERIFY(verdict.allowed);
        QVERIFY(verdict.headers.isEmpty());
    }
}

void TestRateLimit::burstIsAllowedAndTheNextRefused_data()
{
    QTest::addColumn<Demo::Plan>("plan");
    QTest::addColumn<int>("burst");
    QTest::addColumn<QString>("message");
    QTest::newRow("free") << Demo::Plan::Free << 2 << Global;
    QTest::newRow("professional") << Demo::Plan::Professional << 5 << Group;
    QTest::newRow("enterprise") << Demo::Plan::Enterprise << 10 << Group;
}

void TestRateLimit::burstIsAllowedAndTheNextRefused()
{
    QFETCH(Demo::Plan, plan);
    QFETCH(int, burst);
    Demo::RateLimit limit(plan);
    for (int i = 1; i <= burst; ++i) {
        const Demo::RateVerdict verdict =
            limit.take(Start, Demo::RateGroup::OrganizationConnections);
        QVERIFY(verdict.allowed);
        QCOMPARE(verdict.headers.at(0).value, QByteArray::number(burst));
        QCOMPARE(verdict.headers.at(1).value, QByteArray::number(burst - i));
    }
    const Demo::RateVerdict verdict = limit.take(Start, Demo::RateGroup::OrganizationConnections);
    QVERIFY(!verdict.allowed);
    QTEST(verdict.message, "message");
    QCOMPARE(verdict.headers.size(), 3);
    QCOMPARE(verdict.headers.at(1).name, "x-ratelimit-remaining");
    QCOMPARE(verdict.headers.at(1).value, "0");
}

void TestRateLimit::waitingForTheResetIsEnough_data()
{
    burstIsAllowedAndTheNextRefused_data();
}

void TestRateLimit::waitingForTheResetIsEnough()
{
    QFETCH(Demo::Plan, plan);
    Demo::RateLimit limit(plan);
    Demo::RateVerdict verdict = limit.take(Start, Demo::RateGroup::OrganizationConnections);
    while (verdict.allowed) {
        verdict = limit.take(Start, Demo::RateGroup::OrganizationConnections);
    }
    QCOMPARE(verdict.headers.at(2).name, "x-ratelimit-reset");
    const qint64 reset = verdict.headers.at(2).value.toLongLong() * 1000;
    QVERIFY(reset > Start);
    QVERIFY(reset <= Start + 2000);
    QVERIFY(limit.take(reset, Demo::RateGroup::OrganizationConnections).allowed);
}

void TestRateLimit::globalLimitComesBeforeTheGroup()
{
    Demo::RateLimit limit(Demo::Plan::Enterprise);
    for (int i = 0; i < 50; ++i) {
        std::ignore = limit.take(Start, Demo::RateGroup::OrganizationConnections);
    }
    const Demo::RateVerdict verdict = limit.take(Start, Demo::RateGroup::OrganizationConnections);
    QVERIFY(!verdict.allowed);
    QCOMPARE(verdict.message, Global);
    QCOMPARE(verdict.headers.at(0).value, "50");
}

void TestRateLimit::neverHoldsMoreThanTheBurst()
{
    Demo::RateLimit limit(Demo::Plan::Free);
    std::ignore = limit.take(Start, Demo::RateGroup::OrganizationConnections);
    const qint64 later = Start + 3'600'000;
    QVERIFY(limit.take(later, Demo::RateGroup::OrganizationConnections).allowed);
    QVERIFY(limit.take(later, Demo::RateGroup::OrganizationConnections).allowed);
    QVERIFY(!limit.take(later, Demo::RateGroup::OrganizationConnections).allowed);
    QVERIFY2(!limit.take(Start, Demo::RateGroup::OrganizationConnections).allowed,
             "a clock that goes back adds nothing");
}

void TestRateLimit::groupsHaveSeparateBuckets()
{
    Demo::RateLimit limit(Demo::Plan::Professional);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(limit.take(Start, Demo::RateGroup::OrganizationConnections).allowed);
        QVERIFY(limit.take(Start, Demo::RateGroup::Organizations).allowed);
    }
    const Demo::RateVerdict verdict = limit.take(Start, Demo::RateGroup::Organizations);
    QVERIFY(!verdict.allowed);
    QCOMPARE(verdict.message,
             u"Global per minute organizations_read group limit has been reached"_s);
}

QTEST_APPLESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
