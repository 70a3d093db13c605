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

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

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

RatePacer::Answer answer(int remaining, std::chrono::milliseconds untilReset)
{
    return {.isSuccess = true,
            .budget = RateBudget{.limit = 5, .remaining = remaining, .untilReset = untilReset}};
}

//! The delay of a request that is not in the queue yet.
std::chrono::milliseconds delay(RatePacer &pacer, Moment now,
                                Requester requester = Requester::Person)
{
    return RatePacer::Turn(pacer, requester).delay(now);
}

void exchange(RatePacer &pacer, Moment now, const RatePacer::Answer &answer,
              Requester requester = Requester::Person)
{
    const RatePacer::Sent sent = pacer.requestSent(requester, now);
    pacer.requestEnded(sent, answer, now);
}

//! Clients of a tenant, with a clock that the test sets. Requests and answers arrive out of order.
class Simulation final {
public:
    using Tenant = std::function<Demo::RateVerdict(qint64 now, Demo::RateGroup group)>;

    struct Client {
        RatePacer *pacer = nullptr;
        Requester requester = Requester::Person;
        int atATime = 1;
        int requests = 0; //!< that it still has to send
        Demo::RateGroup group = Demo::RateGroup::OrganizationConnections;
        int answered = 0;
        int refused = 0;
        qint64 sentAt = 0; //!< the last one
    };

    //! The fraction is of the second in which it begins, in ms.
    Simulation(Tenant tenant, int fraction)
        : now(1'800'000'000'000 + fraction)
        , m_tenant(std::move(tenant))
    {
    }
    Simulation(Demo::Plan plan, int fraction)
        : Simulation([limit = std::make_shared<Demo::RateLimit>(plan)](
                         qint64 at, Demo::RateGroup group) { return limit->take(at, group); },
                     fraction)
    {
    }

    Client &add(const Client &client)
    {
        m_clients.push_back(std::make_unique<Client>(client));
        return *m_clients.back();
    }
    //! Another program that sends a request each so many milliseconds and looks at no headers.
    void addSteady(qint64 each)
    {
        m_steadyEach = each;
        m_steadyNext = now;
    }
    //! Runs until all requests are answered, at most for the given time; returns how long it took.
    qint64 run(qint64 atMost)
    {
        const qint64 begin = now;
        for (; now - begin < atMost; ++now) {
            if (m_steadyEach > 0 && now >= m_steadyNext) {
                m_steadyNext += m_steadyEach;
                if (!m_tenant(now, Demo::RateGroup::OrganizationConnections).allowed)
                    ++steadyRefused;
            }
            for (const auto &client : m_clients)
                enqueue(*client);
            for (const auto &request : m_requests)
                step(*request);
            std::erase_if(m_requests, [](const auto &request) { return request->isEnded; });
            const bool isDone = std::ranges::all_of(
                m_clients, [](const auto &client) { return client->requests == 0; });
            if (m_requests.empty() && isDone)
                break;
        }
        return now - begin;
    }

    qint64 now;
    int steadyRefused = 0;

private:
    struct Request {
        Client *client = nullptr;
        std::unique_ptr<RatePacer::Turn> turn{};
        RatePacer::Sent sent{};
        std::optional<RatePacer::Answer> answer{}; //!< once the tenant has it
        qint64 at = 0; //!< when it arrives
        bool isEnded = false;
    };

    void enqueue(Client &client)
    {
        auto under = std::ranges::count_if(
            m_requests, [&client](const auto &request) { return request->client == &client; });
        for (; client.requests > 0 && under < client.atATime; ++under) {
            --client.requests;
            auto request = std::make_unique<Request>();
            request->client = &client;
            request->turn = std::make_unique<RatePacer::Turn>(*client.pacer, client.requester);
            m_requests.push_back(std::move(request));
        }
    }
    qint64 latency() { return qint64(m_random.bounded(1, 120)); }
    void step(Request &request)
    {
        Client &client = *request.client;
        if (request.turn) {
            if (request.turn->delay(Moment(now)) > 0ms)
                return;
            request.turn.reset();
            request.sent = client.pacer->requestSent(client.requester, Moment(now));
            client.sentAt = now;
            request.at = now + latency();
        } else if (now < request.at) {
            return;
        } else if (!request.answer) {
            const Demo::RateVerdict verdict = m_tenant(now, client.group);
            client.refused += verdict.allowed ? 0 : 1;
            request.answer =
                RatePacer::Answer{.isSuccess = verdict.allowed, .budget = budgetOf(verdict, now)};
            request.at = now + latency();
        } else {
            client.pacer->requestEnded(request.sent, *request.answer, Moment(now));
            ++client.answered;
            request.isEnded = true;
        }
    }

    Tenant m_tenant;
    qint64 m_steadyEach = 0;
    qint64 m_steadyNext = 0;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::vector<std::unique_ptr<Request>> m_requests;
    QRandomGenerator m_random{42};
};

//! A plan with the time after which it adds a request, in ms.
void addPlans()
{
    QTest::addColumn<int>("plan");
    QTest::addColumn<qint64>("period");
    QTest::addColumn<int>("slack"); // percent more, when another program takes half of the rate
    QTest::newRow("professional") << int(Demo::Plan::Professional) << qint64(1200) << 5;
    QTest::newRow("enterprise") << int(Demo::Plan::Enterprise) << qint64(600) << 5;
    // Accepts two at once: when the other program was there just before, the sweep finds only the
    // reserve, and leaves out every other turn.
    QTest::newRow("free") << int(Demo::Plan::Free) << qint64(500) << 105;
}

} // namespace

//! The pacer alone, and against the demo tenant's own rate limit.
class TestRatePacer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void nothingIsDelayedBeforeTheFirstAnswer();
    void sweepSendsItsFirstRequestAlone();
    void pendingRequestsCountAgainstTheBudget();
    void usedUpBudgetWaitsForItsReset();
    void noDelayIsLongerThanAMinute();
    void lostAnswerCountsAsARequest();
    void olderAnswerDoesNotAddToTheBudget();
    void requestsOfPeopleGoFirst();
    void waitingRequestsAreToldWhatChanges();
    void sweepLeavesTheReserve();
    void shareTakesEffectAtOnce();
    void refusalStopsSweepsOnly();
    void rateIsThatOfTheShare();
    void fasterTenantIsMeasured();
    void refusalEndsMeasuring();
    void fortyPagesAreNotRefused_data() { addPlans(); }
    void fortyPagesAreNotRefused();
    void sixAtATimeAreNotRefused_data() { addPlans(); }
    void sixAtATimeAreNotRefused();
    void sweepUsesTheWholeRate_data() { addPlans(); }
    void sweepUsesTheWholeRate();
    void anotherProgramKeepsItsHalf_data() { addPlans(); }
    void anotherProgramKeepsItsHalf();
    void oneLimitForBothGroupsIsSharedByThem();
    void personIsServedDuringASweep();
    void realListingIsNotRefused();
    void realSweepIsNotRefused();
};

void TestRatePacer::nothingIsDelayedBeforeTheFirstAnswer()
{
    RatePacer pacer;
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(delay(pacer, Moment(0)), 0ms);
        Q_UNUSED(pacer.requestSent(Requester::Person, Moment(0)))
    }
    QVERIFY(!pacer.budget());
    QVERIFY(!pacer.sweepRate());
}

void TestRatePacer::sweepSendsItsFirstRequestAlone()
{
    RatePacer pacer;
    QCOMPARE(delay(pacer, Moment(0), Requester::Sweep), 0ms);
    const RatePacer::Sent first = pacer.requestSent(Requester::Sweep, Moment(0));
    QVERIFY(delay(pacer, Moment(0), Requester::Sweep) > 0ms);
    QCOMPARE(delay(pacer, Moment(0), Requester::Export), 0ms);
    pacer.requestEnded(first, {.isSuccess = false}, Moment(1)); // says nothing about limits
    const RatePacer::Sent second = pacer.requestSent(Requester::Sweep, Moment(2));
    QVERIFY(delay(pacer, Moment(2), Requester::Sweep) > 0ms);
    pacer.requestEnded(second, {.isSuccess = true}, Moment(3)); // no limits
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(delay(pacer, Moment(3), Requester::Sweep), 0ms);
        Q_UNUSED(pacer.requestSent(Requester::Sweep, Moment(3)))
    }
    QVERIFY(!pacer.sweepRate());
}

void TestRatePacer::pendingRequestsCountAgainstTheBudget()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(2, 3s));
    RatePacer::Sent sent;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(delay(pacer, Moment(10)), 0ms);
        sent = pacer.requestSent(Requester::Person, Moment(10));
    }
    QCOMPARE(delay(pacer, Moment(10)), 2990ms);
    pacer.requestEnded(sent, answer(3, 3s), Moment(20)); // the tenant has added to the budget
    QCOMPARE(delay(pacer, Moment(20)), 0ms);
}

void TestRatePacer::usedUpBudgetWaitsForItsReset()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(0, 2s));
    QCOMPARE(delay(pacer, Moment(500)), 1500ms);
    QCOMPARE(delay(pacer, Moment(2000)), 0ms);
    Q_UNUSED(pacer.requestSent(Requester::Person, Moment(2000)))
    QCOMPARE(delay(pacer, Moment(2000)),
             2000ms); // the tenant has added one request, and nothing else is known
}

void TestRatePacer::noDelayIsLongerThanAMinute()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(0, 20h));
    for (const Requester requester : {Requester::Person, Requester::Export, Requester::Sweep})
        QCOMPARE(delay(pacer, Moment(0), requester), RatePacer::MaximumDelay);
    // A sweep asks again, and waits on.
    QCOMPARE(delay(pacer, Moment(3'600'000), Requester::Sweep), RatePacer::MaximumDelay);
}

void TestRatePacer::lostAnswerCountsAsARequest()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(1, 2s));
    const RatePacer::Sent lost = pacer.requestSent(Requester::Person, Moment(1));
    pacer.requestEnded(lost, {}, Moment(2));
    QCOMPARE(delay(pacer, Moment(2)), 1998ms);
}

void TestRatePacer::olderAnswerDoesNotAddToTheBudget()
{
    RatePacer pacer;
    const RatePacer::Sent first = pacer.requestSent(Requester::Person, Moment(0));
    const RatePacer::Sent second = pacer.requestSent(Requester::Person, Moment(0));
    pacer.requestEnded(second, answer(3, 1s), Moment(10));
    pacer.requestEnded(first, answer(4, 1s), Moment(5000)); // was under way for long
    QCOMPARE(pacer.budget()->remaining, 3);
    exchange(pacer, Moment(5001), answer(4, 1s));
    QCOMPARE(pacer.budget()->remaining, 4);
}

void TestRatePacer::requestsOfPeopleGoFirst()
{
    RatePacer pacer;
    pacer.setShare(100);
    exchange(pacer, Moment(0), answer(0, 2s));
    const RatePacer::Turn sweep(pacer, Requester::Sweep);
    const RatePacer::Turn olderExport(pacer, Requester::Export);
    const RatePacer::Turn newerExport(pacer, Requester::Export);
    auto person = std::make_optional<RatePacer::Turn>(pacer, Requester::Person);
    const auto isFree = [](const RatePacer::Turn &turn) { return turn.delay(Moment(2000)) == 0ms; };
    QVERIFY(isFree(*person));
    QVERIFY(!isFree(olderExport) && !isFree(newerExport) && !isFree(sweep));
    person.reset();
    QVERIFY(isFree(olderExport));
    QVERIFY(!isFree(newerExport) && !isFree(sweep));
    // What remains is for those who are ahead.
    exchange(pacer, Moment(2000), answer(2, 2s));
    QVERIFY(isFree(olderExport) && isFree(newerExport));
    QVERIFY(!isFree(sweep));
}

void TestRatePacer::waitingRequestsAreToldWhatChanges()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(0, 20s));
    int told = 0;
    const RatePacer::Turn waiting(pacer, Requester::Person, [&told] { ++told; });
    QCOMPARE(waiting.delay(Moment(0)), 20s);
    exchange(pacer, Moment(1000), answer(3, 20s));
    QVERIFY(told > 0);
    QCOMPARE(waiting.delay(Moment(1000)), 0ms);
}

void TestRatePacer::sweepLeavesTheReserve()
{
    RatePacer pacer; // 50 % of 5 at once: 2, and 3 for others
    exchange(pacer, Moment(0), answer(4, 1s), Requester::Sweep);
    QCOMPARE(delay(pacer, Moment(10), Requester::Sweep), 0ms);
    exchange(pacer, Moment(10), answer(3, 1s), Requester::Sweep);
    QCOMPARE(delay(pacer, Moment(10)), 0ms);
    QCOMPARE(delay(pacer, Moment(10), Requester::Export), 0ms);
    // Others may take half of the 50 a minute that the tenant adds.
    QCOMPARE(delay(pacer, Moment(10), Requester::Sweep), 2400ms);
    exchange(pacer, Moment(1000), answer(2, 1s)); // a person
    QCOMPARE(delay(pacer, Moment(1000), Requester::Sweep), 4800ms);
}

void TestRatePacer::shareTakesEffectAtOnce()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(1, 1s));
    int told = 0;
    const RatePacer::Turn waiting(pacer, Requester::Sweep, [&told] { ++told; });
    QVERIFY(waiting.delay(Moment(10)) > 1s);
    pacer.setShare(100);
    QCOMPARE(told, 1);
    QCOMPARE(waiting.delay(Moment(10)), 0ms);
    pacer.setShare(1);
    QCOMPARE(waiting.delay(Moment(10)), RatePacer::MaximumDelay);
}

void TestRatePacer::refusalStopsSweepsOnly()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(5, 1s));
    pacer.refused(3s, Moment(0));
    QCOMPARE(delay(pacer, Moment(0)), 0ms);
    QCOMPARE(delay(pacer, Moment(0), Requester::Sweep), 3s);
    QCOMPARE(delay(pacer, Moment(3000), Requester::Sweep), 0ms);
}

void TestRatePacer::rateIsThatOfTheShare()
{
    RatePacer pacer;
    exchange(pacer, Moment(0), answer(4, 1s));
    pacer.setShare(100);
    QCOMPARE(*pacer.sweepRate(), 50 / 60.0);
    pacer.setShare(20);
    QCOMPARE(*pacer.sweepRate(), 10 / 60.0);
    pacer.setShare(-1);
    QCOMPARE(*pacer.sweepRate(), 0.5 / 60.0);
}

namespace {

//! Accepts 50 requests at once and 50 a second, where the documented groups with this limit accept
//! 500 a minute.
Demo::RateVerdict takeFromFast(Demo::Bucket &bucket, qint64 now)
{
    Demo::RateVerdict verdict;
    verdict.allowed = bucket.take(now);
    const qint64 reset = (now + bucket.millisecondsToNext() + 999) / 1000;
    verdict.headers = Demo::RateLimit::headers(bucket.limit(), bucket.remaining(), reset);
    return verdict;
}

} // namespace

void TestRatePacer::fasterTenantIsMeasured()
{
    const auto bucket = std::make_shared<Demo::Bucket>(50, 50, 1s);
    RatePacer pacer;
    Simulation simulation([bucket](qint64 now, auto) { return takeFromFast(*bucket, now); }, 0);
    const auto &sweep = simulation.add(
        {.pacer = &pacer, .requester = Requester::Sweep, .atATime = 12, .requests = 1000});
    simulation.run(20'000);
    // With 12 at a time, there and back in 120 ms, at most 100 a second.
    QVERIFY2(*pacer.sweepRate() > 15, qPrintable(QString::number(*pacer.sweepRate())));
    QVERIFY(*pacer.sweepRate() <= 25);
    QCOMPARE(sweep.refused, 0);
}

void TestRatePacer::refusalEndsMeasuring()
{
    const auto bucket = std::make_shared<Demo::Bucket>(50, 50, 1s);
    RatePacer pacer;
    Simulation simulation([bucket](qint64 now, auto) { return takeFromFast(*bucket, now); }, 0);
    auto &sweep = simulation.add(
        {.pacer = &pacer, .requester = Requester::Sweep, .atATime = 12, .requests = 1000});
    simulation.run(8000);
    pacer.refused(1s, Moment(simulation.now));
    QCOMPARE(*pacer.sweepRate(), 250 / 60.0); // as documented
    simulation.run(20'000);
    QCOMPARE(*pacer.sweepRate(), 250 / 60.0);
    QCOMPARE(sweep.refused, 0);
}

//! One after the other, as a person turns the pages.
void TestRatePacer::fortyPagesAreNotRefused()
{
    QFETCH(int, plan);
    QFETCH(qint64, period);
    for (int fraction = 0; fraction < 1000; fraction += 90) {
        RatePacer pacer;
        Simulation simulation(Demo::Plan(plan), fraction);
        const auto &person = simulation.add({.pacer = &pacer, .requests = 40});
        const qint64 took = simulation.run(1'000'000);
        QCOMPARE(person.answered, 40);
        QCOMPARE(person.refused, 0);
        QVERIFY2(took <= 2 * 40 * period + 40 * 240, qPrintable(QString::number(took)));
    }
}

void TestRatePacer::sixAtATimeAreNotRefused()
{
    QFETCH(int, plan);
    QFETCH(qint64, period);
    for (int fraction = 0; fraction < 1000; fraction += 170) {
        RatePacer pacer;
        Simulation simulation(Demo::Plan(plan), fraction);
        auto &listing = simulation.add({.pacer = &pacer,
                                        .requester = Requester::Export,
                                        .requests = 1}); // the first one is sent alone
        simulation.run(1000);
        listing.requests = 39;
        listing.atATime = ListingReader::MaximumUnderWay;
        const qint64 took = simulation.run(1'000'000);
        QCOMPARE(listing.answered, 40);
        QCOMPARE(listing.refused, 0);
        QVERIFY2(took <= 2 * 40 * period, qPrintable(QString::number(took)));
    }
}

void TestRatePacer::sweepUsesTheWholeRate()
{
    QFETCH(int, plan);
    QFETCH(qint64, period);
    for (int fraction = 0; fraction < 1000; fraction += 170) {
        RatePacer pacer;
        Simulation simulation(Demo::Plan(plan), fraction);
        pacer.setShare(100);
        constexpr int Requests = 200;
        const auto &sweep = simulation.add(
            {.pacer = &pacer, .requester = Requester::Sweep, .atATime = 6, .requests = Requests});
        const qint64 took = simulation.run(1'000'000);
        QCOMPARE(sweep.answered, Requests);
        QCOMPARE(sweep.refused, 0);
        QVERIFY2(took <= Requests * period * 105 / 100, qPrintable(QString::number(took)));
        QVERIFY(std::abs(*pacer.sweepRate() * double(period) / 1000 - 1) < 0.01);
    }
}

void TestRatePacer::anotherProgramKeepsItsHalf()
{
    QFETCH(int, plan);
    QFETCH(qint64, period);
    QFETCH(int, slack);
    for (int fraction = 0; fraction < 1000; fraction += 170) {
        RatePacer pacer;
        Simulation simulation(Demo::Plan(plan), fraction);
        pacer.setShare(50);
        constexpr int Requests = 100;
        const auto &sweep = simulation.add(
            {.pacer = &pacer, .requester = Requester::Sweep, .atATime = 6, .requests = Requests});
        simulation.addSteady(2 * period);
        const qint64 took = simulation.run(1'000'000);
        QCOMPARE(sweep.answered, Requests);
        QCOMPARE(sweep.refused, 0);
        QCOMPARE(simulation.steadyRefused, 0);
        QVERIFY2(took <= Requests * 2 * period * (100 + slack) / 100,
                 qPrintable(QString::number(took)));
    }
}

void TestRatePacer::oneLimitForBothGroupsIsSharedByThem()
{
    for (int fraction = 0; fraction < 1000; fraction += 170) {
        TenantPacer tenant;
        Simulation simulation(Demo::Plan::Free, fraction);
        tenant.connections.setShare(100);
        tenant.organizations.setShare(100);
        const auto &listing = simulation.add({.pacer = &tenant.organizations,
                                              .requester = Requester::Sweep,
                                              .requests = 20,
                                              .group = Demo::RateGroup::Organizations});
        const auto &sweep = simulation.add({.pacer = &tenant.connections,
                                            .requester = Requester::Sweep,
                                            .atATime = 6,
                                            .requests = 40});
        simulation.run(10'000);
        tenant.catalogue.setShare(100); // as in a sweep, once others have told the limit
        const auto &catalogue = simulation.add({.pacer = &tenant.catalogue,
                                                .requester = Requester::Sweep,
                                                .requests = 10,
                                                .group = Demo::RateGroup::Global});
        simulation.run(1'000'000);
        QCOMPARE(listing.answered + sweep.answered + catalogue.answered, 70);
        QCOMPARE(listing.refused + sweep.refused + catalogue.refused, 0);
    }
    TenantPacer tenant; // limits of their own
    exchange(tenant.connections, Moment(0), answer(0, 1s));
    QVERIFY(!tenant.organizations.budget());
    QVERIFY(!tenant.catalogue.budget());
}

void TestRatePacer::personIsServedDuringASweep()
{
    for (const int share : {50, 100}) {
        for (int fraction = 0; fraction < 1000; fraction += 90) {
            RatePacer pacer;
            Simulation simulation(Demo::Plan::Professional, fraction);
            pacer.setShare(share);
            const auto &sweep = simulation.add(
                {.pacer = &pacer, .requester = Requester::Sweep, .atATime = 6, .requests = 1000});
            simulation.run(60'000 + fraction);
            const qint64 asked = simulation.now;
            const auto &person = simulation.add({.pacer = &pacer, .requests = 1});
            simulation.run(4000);
            QCOMPARE(person.answered, 1);
            QCOMPARE(person.refused + sweep.refused, 0);
            if (share < 100) // nothing to wait for
                QCOMPARE(person.sentAt, asked);
        }
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

void TestRatePacer::realSweepIsNotRefused()
{
    constexpr int Requests = 14; // nine more than the tenant accepts at once
    RecordingTenant tenant({.connections = 3, .plan = Demo::Plan::Professional});
    QVERIFY(tenant.start());
    QNetworkAccessManager manager;
    const TenantAccess access{
        .domain = *TenantDomain::fromText(tenant.domain()),
        .token = *AccessToken::fromText(QString::fromLatin1(tenant.accessToken()))};
    const auto pacer = std::make_shared<TenantPacer>();
    ManagementClient sweep(manager, access,
                           {.retry = {.maximumWait = 0ms}, .requester = Requester::Sweep}, pacer);
    ManagementClient person(manager, access, {}, pacer);
    sweep.setShare(100);
    const QString id = tenant.organizations().constFirst().id;

    std::vector<ReplyPtr<ConnectionPage>> replies;
    int answered = 0;
    for (int i = 0; i < Requests; ++i) {
        replies.push_back(sweep.fetchPage({.organizationId = id, .size = 100}));
        connect(replies.back().get(), &ReplyBase::finished, this, [&answered] { ++answered; });
    }
    QTRY_VERIFY_WITH_TIMEOUT(answered >= 6, 10'000);
    const auto sent = tenant.requests().size(); // all others wait
    QVERIFY(sent < Requests);
    const auto page = person.fetchPage({.organizationId = id, .size = 50});
    QSignalSpy finished(page.get(), &ReplyBase::finished);
    QVERIFY(finished.wait(10'000));
    QVERIFY(page->result());
    QTRY_COMPARE_WITH_TIMEOUT(answered, Requests, 30'000);
    for (const auto &reply : replies)
        QVERIFY(reply->result());
    QCOMPARE(tenant.requests().size(), Requests + 1); // a refused one would have been repeated
    const auto requests = tenant.requests();
    const auto isPersons = [](const RecordedRequest &request) {
        return request.path.contains("per_page=50"_L1);
    };
    // At most one of the sweep's was on its way.
    QVERIFY(std::ranges::find_if(requests, isPersons) - requests.cbegin() <= sent + 1);
    QCOMPARE(*sweep.requestsPerSecond(), 50 / 60.0);
}

QTEST_GUILESS_MAIN(TestRatePacer)
#include "tst_ratepacer.moc"
