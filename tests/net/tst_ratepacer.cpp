// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/ratepacer.h"

#include "demo/ratelimit.h"
#include "demo/tenant.h"
#include "export/listingreader.h"
#include "net/httperror.h"
#include "net/managementclient.h"
#include "support/recordingtenant.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

using Moment = RatePacer::Moment;

//! What a client sees of a verdict: three headers and the Date, in whole seconds.
std::optional<RateBudget> budgetOf(const Demo::RateVerdict &verdict, qint64 now)
{
    HttpExchange exchange{.status = 200, .now = QDateTime::fromSecsSinceEpoch(now / 1000, Qt::UTC)};
    for (const Demo::Header &header : verdict.headers) {
        if (header.name == "x-ratelimit-limit")
            exchange.rateLimit = header.value;
        else if (header.name == "x-ratelimit-remaining")
            exchange.rateLimitRemaining = header.value;
        else if (header.name == "x-ratelimit-reset")
            exchange.rateLimitReset = header.value;
    }
    return rateBudget(exchange);
}

RateBudget budget(int remaining, std::chrono::milliseconds untilReset)
{
    return {.limit = 5, .remaining = remaining, .untilReset = untilReset};
}

} // namespace

//! The pacer alone, and against the demo tenant's own rate limit.
class TestRatePacer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void nothingIsDelayedBeforeTheFirstAnswer();
    void pendingRequestsCountAgainstTheBudget();
    void usedUpBudgetWaitsForItsReset();
    void noDelayIsLongerThanAMinute();
    void lostAnswerCountsAsARequest();
    void fortyPagesAreNotRefused_data();
    void fortyPagesAreNotRefused();
    void sixAtATimeAreNotRefused_data();
    void sixAtATimeAreNotRefused();
    void realListingIsNotRefused();
};

void TestRatePacer::nothingIsDelayedBeforeTheFirstAnswer()
{
    RatePacer pacer;
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(pacer.delay(Moment(0)), 0ms);
        pacer.requestSent(Moment(0));
    }
    QVERIFY(!pacer.budget());
}

void TestRatePacer::pendingRequestsCountAgainstTheBudget()
{
    RatePacer pacer;
    pacer.requestSent(Moment(0));
    pacer.requestEnded(budget(2, 3s), Moment(0));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(pacer.delay(Moment(10)), 0ms);
        pacer.requestSent(Moment(10));
    }
    QCOMPARE(pacer.delay(Moment(10)), 2990ms);
    pacer.requestEnded(budget(3, 3s), Moment(20)); // the tenant has added to the budget
    QCOMPARE(pacer.delay(Moment(20)), 0ms);
}

void TestRatePacer::usedUpBudgetWaitsForItsReset()
{
    RatePacer pacer;
    pacer.requestSent(Moment(0));
    pacer.requestEnded(budget(0, 2s), Moment(0));
    QCOMPARE(pacer.delay(Moment(500)), 1500ms);
    QCOMPARE(pacer.delay(Moment(2000)), 0ms);
    pacer.requestSent(Moment(2000));
    QCOMPARE(pacer.delay(Moment(2000)),
             2000ms); // the tenant has added one request, and nothing else is known
}

void TestRatePacer::noDelayIsLongerThanAMinute()
{
    RatePacer pacer;
    pacer.requestSent(Moment(0));
    pacer.requestEnded(budget(0, 20h), Moment(0));
    QCOMPARE(pacer.delay(Moment(0)), RatePacer::MaximumDelay);
}

void TestRatePacer::lostAnswerCountsAsARequest()
{
    RatePacer pacer;
    pacer.requestSent(Moment(0));
    pacer.requestEnded(budget(1, 2s), Moment(0));
    pacer.requestSent(Moment(1));
    pacer.requestEnded({}, Moment(2));
    QCOMPARE(pacer.delay(Moment(2)), 1998ms);
}

void TestRatePacer::fortyPagesAreNotRefused_data()
{
    QTest::addColumn<int>("plan");
    QTest::addColumn<int>("latency"); // ms
    QTest::addColumn<qint64>("longest"); // ms: twice what the plan allows at best
    for (const int latency : {5, 300}) {
        const auto name = [latency](const char *plan) {
            return u"%1, %2 ms"_s.arg(QLatin1StringView(plan)).arg(latency).toLatin1();
        };
        QTest::newRow(name("professional").constData()) // 5 at once, then 50 a minute
            << int(Demo::Plan::Professional) << latency << qint64(2 * 35 * 1200 + 40 * latency);
        QTest::newRow(name("enterprise").constData()) // 10 at once, then 100 a minute
            << int(Demo::Plan::Enterprise) << latency << qint64(2 * 30 * 600 + 40 * latency);
        QTest::newRow(name("free").constData()) // 2 at once, then 2 a second
            << int(Demo::Plan::Free) << latency << qint64(2 * 38 * 500 + 40 * latency);
    }
}

//! The tenant's rate limit and the client's pacer, with a clock that the test sets.
void TestRatePacer::fortyPagesAreNotRefused()
{
    QFETCH(int, plan);
    QFETCH(int, latency);
    QFETCH(qint64, longest);
    for (qint64 fraction = 0; fraction < 1000;
         fraction += 90) { // ms after a full second, at the start
        const qint64 begin = 1'800'000'000'000 + fraction;
        qint64 now = begin;
        Demo::RateLimit limit{Demo::Plan(plan)};
        RatePacer pacer;
        for (int page = 0; page < 40; ++page) {
            now += pacer.delay(Moment(now)).count();
            pacer.requestSent(Moment(now));
            now += latency;
            const Demo::RateVerdict verdict =
                limit.take(now, Demo::RateGroup::OrganizationConnections);
            QVERIFY2(verdict.allowed, qPrintable(QString::number(page)));
            pacer.requestEnded(budgetOf(verdict, now), Moment(now));
        }
        QVERIFY2(now - begin <= longest, qPrintable(QString::number(now - begin)));
    }
}

void TestRatePacer::sixAtATimeAreNotRefused_data()
{
    QTest::addColumn<int>("plan");
    QTest::addColumn<qint64>("longest"); // ms: twice what the plan allows at best
    QTest::newRow("professional") << int(Demo::Plan::Professional) << qint64(2 * 35 * 1200);
    QTest::newRow("enterprise") << int(Demo::Plan::Enterprise) << qint64(2 * 30 * 600);
    QTest::newRow("free") << int(Demo::Plan::Free) << qint64(2 * 38 * 500);
}

//! Requests and answers that arrive out of order.
void TestRatePacer::sixAtATimeAreNotRefused()
{
    struct Request {
        enum class State { Waiting, ToTenant, ToClient } state = State::Waiting;
        qint64 at = 0;
        std::optional<RateBudget> budget{};
    };
    QFETCH(int, plan);
    QFETCH(qint64, longest);
    QRandomGenerator random(42);
    const auto latency = [&random] { return qint64(random.bounded(1, 120)); };
    for (int fraction = 0; fraction < 1000;
         fraction += 170) { // ms after a full second, at the start
        const qint64 begin = 1'800'000'000'000 + fraction;
        Demo::RateLimit limit{Demo::Plan(plan)};
        RatePacer pacer;
        QList<Request> requests(1); // the first one is sent alone
        int answered = 0;
        qint64 now = begin;
        for (; answered < 40; ++now) {
            for (Request &request : requests) {
                if (request.state == Request::State::Waiting && pacer.delay(Moment(now)) == 0ms) {
                    pacer.requestSent(Moment(now));
                    request = {Request::State::ToTenant, now + latency(), {}};
                } else if (request.state == Request::State::ToTenant && now >= request.at) {
                    const Demo::RateVerdict verdict =
                        limit.take(now, Demo::RateGroup::OrganizationConnections);
                    QVERIFY2(verdict.allowed, qPrintable(QString::number(answered)));
                    request = {Request::State::ToClient, now + latency(), budgetOf(verdict, now)};
                } else if (request.state == Request::State::ToClient && now >= request.at) {
                    pacer.requestEnded(request.budget, Moment(now));
                    request = {};
                    ++answered;
                }
            }
            if (answered == 1)
                requests.resize(ListingReader::MaximumUnderWay);
        }
        QVERIFY2(now - begin <= longest, qPrintable(QString::number(now - begin)));
    }
}

void TestRatePacer::realListingIsNotRefused()
{
    constexpr int Pages = 7; // two more than the tenant accepts at once
    RecordingTenant tenant({.connections = Pages, .plan = Demo::Plan::Professional});
    QVERIFY(tenant.start());
    QNetworkAccessManager manager;
    const auto source = std::make_shared<ManagementClient>(
        manager,
        TenantAccess{.domain = *TenantDomain::fromText(tenant.domain()),
                     .token = *AccessToken::fromText(QString::fromLatin1(tenant.accessToken()))},
        ManagementClient::Options());
    ListingReader reader(source,
                         {.organizationId = tenant.organizations().constFirst().id, .size = 1},
                         ExportExtent::AllPages);
    QSignalSpy retries(&reader, &ListingReader::retryScheduled);
    QSignalSpy finished(&reader, &ListingReader::finished);
    reader.start();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(reader.rowsRead(), Pages);
    QCOMPARE(tenant.requests().size(), Pages); // a refused one would have been repeated
    QVERIFY(!retries.isEmpty());
    for (const QList<QVariant> &retry : retries)
        QCOMPARE(retry.at(0).toInt(), 0); // before the request, not after a refusal
    QCOMPARE(source->budget()->limit, 5);
}

QTEST_GUILESS_MAIN(TestRatePacer)
#include "tst_ratepacer.moc"
