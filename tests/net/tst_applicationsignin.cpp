// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/applicationsignin.h"

#include "rawserver.h"
#include "support/recordingtenant.h"
#include "support/replywait.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

namespace {

constexpr RetryPolicy Quick{.firstDelay = 1ms, .maximumDelay = 4ms, .maximumWait = 5s};
const QString Endpoint = QString::fromLatin1(Demo::TokenTarget);

ClientCredentials demoApplication()
{
    return {.clientId = QString::fromLatin1(Demo::ClientId),
            .secret = SecretBytes(Demo::ClientSecret)};
}

} // namespace

class TestApplicationSignIn final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theRequestIsOnePost();
    void aCustomDomainHasAnotherAudience();
    void allThatWaitShareOneExchange();
    void aTokenIsUsedUntilItsReserve_data();
    void aTokenIsUsedUntilItsReserve();
    void aFailureFailsAllAndTheNextTriesAgain();
    void anAnswerThatIsNotUnderstoodIsAFailure();
    void theOldTokenStaysAfterAFailure();
    void waitsAreAnnouncedToAll();
    void cancelledOneByOne();
    void theLastOneDropsTheExchange();
    void aRefusedTokenIsReplaced();
    void aTokenThatWasReplacedIsNotReplacedAgain();
    void aRefusalDuringAnExchangeWaitsForIt();
    void dyingFailsAllThatWait();
    void repliesOutliveTheManager();
    void newOptionsAreForTheNextExchange();
    void isForOneApplication();

private:
    ApplicationSignIn &make(const RequestOptions &options = {});

    std::unique_ptr<RecordingTenant> m_tenant;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<ApplicationSignIn> m_signIn;
    std::chrono::milliseconds m_now{};
};

void TestApplicationSignIn::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_signIn.reset();
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_tenant = std::make_unique<RecordingTenant>(Demo::Options{.tokenLifetime = 100s});
    QVERIFY(m_tenant->start());
    m_now = 1'000'000ms;
}

ApplicationSignIn &TestApplicationSignIn::make(const RequestOptions &options)
{
    m_signIn = std::make_unique<ApplicationSignIn>(
        *m_manager, *TenantDomain::fromText(m_tenant->domain()), demoApplication(), options, Quick,
        [this] { return m_now; });
    return *m_signIn;
}

void TestApplicationSignIn::theRequestIsOnePost()
{
    ApplicationSignIn &signIn = make();
    QVERIFY(signIn.token().isEmpty());
    QSignalSpy changed(&signIn, &SignIn::tokenChanged);
    const auto token = resultOf(signIn.fetchToken());
    QVERIFY(token);
    QCOMPARE(*token, signIn.token());
    QCOMPARE(changed.size(), 1);
    const auto requests = m_tenant->requests();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.constFirst().method, u"POST"_s);
    QCOMPARE(requests.constFirst().path, Endpoint);
    QVERIFY(!requests.constFirst().hadToken);
    QCOMPARE(requests.constFirst().body,
             "grant_type=client_credentials&client_id=" + QByteArray(Demo::ClientId)
                 + "&audience=https%3A%2F%2F127.0.0.1%3A" + QByteArray::number(m_tenant->port())
                 + "%2Fapi%2Fv2%2F&client_secret=" + Demo::ClientSecret);
}

void TestApplicationSignIn::aCustomDomainHasAnotherAudience()
{
    RawServer server(RawServer::closingAfter(RawServer::http(
        "200 OK", R"({"access_token":"abc","token_type":"Bearer","expires_in":5})")));
    ApplicationSignIn signIn(*m_manager, server.domain(),
                             {.clientId = u"id & co"_s,
                              .secret = SecretBytes("a+b=c&d \xc3\xa9"),
                              .audience = u"https://acme.eu.auth0.com/api/v2/"_s},
                             {}, Quick);
    const auto token = resultOf(signIn.fetchToken());
    QVERIFY(token);
    QCOMPARE(token->secret().bytes(), "abc"_ba);
    QCOMPARE(server.bodies(),
             QList<QByteArray>({"grant_type=client_credentials&client_id=id%20%26%20co&audience="
                                "https%3A%2F%2Facme.eu.auth0.com%2Fapi%2Fv2%2F&client_secret="
                                "a%2Bb%3Dc%26d%20%C3%A9"}));
}

void TestApplicationSignIn::allThatWaitShareOneExchange()
{
    ApplicationSignIn &signIn = make();
    std::vector<ReplyPtr<AccessToken>> replies;
    for (int i = 0; i < 50; ++i)
        replies.push_back(signIn.fetchToken());
    QVERIFY(resultOf(replies.back()));
    for (const auto &reply : replies)
        QCOMPARE(*reply->result(), signIn.token());
    QVERIFY(resultOf(signIn.fetchToken()));
    QCOMPARE(m_tenant->signIns(), 1);
    QCOMPARE(m_tenant->exchanges(), 1);
}

void TestApplicationSignIn::aTokenIsUsedUntilItsReserve_data()
{
    QTest::addColumn<int>("lifetime"); // seconds
    QTest::addColumn<qint64>("goodFor"); // milliseconds
    QTest::newRow("a tenth") << 100 << qint64(90'000);
    QTest::newRow("a tenth of few seconds") << 5 << qint64(4'500);
    QTest::newRow("one second") << 1 << qint64(900);
    QTest::newRow("both") << 3'000 << qint64(2'700'000);
    QTest::newRow("five minutes of an hour") << 3'600 << qint64(3'300'000);
    QTest::newRow("five minutes of a day") << 86'400 << qint64(86'100'000);
    QTest::newRow("ten years") << 315'360'000 << qint64(315'359'700'000);
}

void TestApplicationSignIn::aTokenIsUsedUntilItsReserve()
{
    QFETCH(int, lifetime);
    QFETCH(qint64, goodFor);
    m_tenant = std::make_unique<RecordingTenant>(
        Demo::Options{.tokenLifetime = std::chrono::seconds(lifetime)});
    QVERIFY(m_tenant->start());
    ApplicationSignIn &signIn = make();
    const auto first = resultOf(signIn.fetchToken());
    QVERIFY(first);
    m_now += std::chrono::milliseconds(goodFor) - 1ms;
    const auto second = resultOf(signIn.fetchToken());
    QVERIFY(second);
    QCOMPARE(*second, *first);
    QCOMPARE(m_tenant->signIns(), 1);
    m_now += 1ms;
    const auto third = resultOf(signIn.fetchToken());
    QVERIFY(third);
    QVERIFY(*third != *first);
    QCOMPARE(m_tenant->signIns(), 2);
}

void TestApplicationSignIn::aFailureFailsAllAndTheNextTriesAgain()
{
    m_tenant->setFaults({u"sign-in-not-authorized"_s});
    ApplicationSignIn &signIn = make();
    QSignalSpy changed(&signIn, &SignIn::tokenChanged);
    const auto one = signIn.fetchToken();
    const auto other = signIn.fetchToken();
    const auto result = resultOf(other);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::SignIn);
    QCOMPARE(result.error().httpStatus, 403);
    QCOMPARE(result.error().errorCode, u"access_denied"_s);
    QVERIFY(result.error().detail.startsWith(u"Client is not authorized to access"_s));
    QCOMPARE(result.error().request, Endpoint);
    QCOMPARE(one->result().error(), result.error());
    QCOMPARE(m_tenant->signIns(), 1);
    QVERIFY(signIn.token().isEmpty());
    QVERIFY(changed.isEmpty());

    m_tenant->setFaults({});
    QVERIFY(resultOf(signIn.fetchToken()));
    QCOMPARE(m_tenant->signIns(), 2);
}

void TestApplicationSignIn::anAnswerThatIsNotUnderstoodIsAFailure()
{
    m_tenant->setFaults({u"sign-in-zero-lifetime"_s});
    const auto result = resultOf(make().fetchToken());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::BadPayload);
    QCOMPARE(result.error().request, Endpoint);
}

void TestApplicationSignIn::theOldTokenStaysAfterAFailure()
{
    ApplicationSignIn &signIn = make();
    const auto first = resultOf(signIn.fetchToken());
    m_now += 95s;
    m_tenant->setFaults({u"sign-in-refused"_s});
    QVERIFY(!resultOf(signIn.fetchToken()));
    QCOMPARE(signIn.token(), *first);
}

void TestApplicationSignIn::waitsAreAnnouncedToAll()
{
    m_tenant->setFaults({u"sign-in-rate-limit-once"_s});
    ApplicationSignIn &signIn = make();
    const auto one = signIn.fetchToken();
    const auto other = signIn.fetchToken();
    QSignalSpy retryOfOne(one.get(), &ReplyBase::retryScheduled);
    QSignalSpy retryOfOther(other.get(), &ReplyBase::retryScheduled);
    QVERIFY(resultOf(other));
    QCOMPARE(retryOfOne.size(), 1);
    QCOMPARE(retryOfOther.size(), 1);
    const auto cause = retryOfOne.constFirst().at(2).value<ApiError>();
    QCOMPARE(cause.kind, Kind::RateLimited);
    QCOMPARE(cause.retryAfter, std::optional<std::chrono::milliseconds>(1s));
    QCOMPARE(m_tenant->signIns(), 2);
}

void TestApplicationSignIn::cancelledOneByOne()
{
    ApplicationSignIn &signIn = make();
    auto first = signIn.fetchToken();
    const auto second = signIn.fetchToken();
    auto third = signIn.fetchToken();
    QSignalSpy finishedFirst(first.get(), &ReplyBase::finished);
    first->cancel();
    third.reset();
    QVERIFY(resultOf(second));
    QVERIFY(finishedFirst.isEmpty());
    QCOMPARE(m_tenant->signIns(), 1);
}

void TestApplicationSignIn::theLastOneDropsTheExchange()
{
    QVERIFY(m_tenant->setFaultsAt(Endpoint, {u"hang"_s}));
    ApplicationSignIn &signIn = make();
    auto first = signIn.fetchToken();
    auto second = signIn.fetchToken();
    QTRY_COMPARE(m_tenant->signIns(), 1);
    first.reset();
    QVERIFY(m_tenant->setFaultsAt(Endpoint, {}));
    const auto third = signIn.fetchToken(); // waits for the same
    second.reset();
    QTest::qWait(50);
    QCOMPARE(m_tenant->signIns(), 1);
    third->cancel();
    QVERIFY(resultOf(signIn.fetchToken()));
    QCOMPARE(m_tenant->signIns(), 2);
}

void TestApplicationSignIn::aRefusedTokenIsReplaced()
{
    ApplicationSignIn &signIn = make();
    const auto first = resultOf(signIn.fetchToken());
    const auto one = signIn.replaceToken(*first);
    const auto other = signIn.replaceToken(*first);
    const auto second = resultOf(other);
    QVERIFY(second);
    QVERIFY(*second != *first);
    QCOMPARE(*one->result(), *second);
    QCOMPARE(m_tenant->signIns(), 2);
}

void TestApplicationSignIn::aTokenThatWasReplacedIsNotReplacedAgain()
{
    ApplicationSignIn &signIn = make();
    const auto first = resultOf(signIn.fetchToken());
    const auto second = resultOf(signIn.replaceToken(*first));
    const auto late = resultOf(signIn.replaceToken(*first)); // of a request that took longer
    QCOMPARE(*late, *second);
    QCOMPARE(m_tenant->signIns(), 2);
}

void TestApplicationSignIn::aRefusalDuringAnExchangeWaitsForIt()
{
    ApplicationSignIn &signIn = make();
    const auto first = resultOf(signIn.fetchToken());
    m_now += 95s;
    const auto renewal = signIn.fetchToken();
    const auto replacement = resultOf(signIn.replaceToken(*first));
    QVERIFY(replacement);
    QVERIFY(*replacement != *first);
    QCOMPARE(*renewal->result(), *replacement);
    QCOMPARE(m_tenant->signIns(), 2);
}

void TestApplicationSignIn::dyingFailsAllThatWait()
{
    make();
    const auto reply = m_signIn->fetchToken();
    m_signIn.reset();
    const auto result = resultOf(reply);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Offline);
}

void TestApplicationSignIn::repliesOutliveTheManager()
{
    ApplicationSignIn &signIn = make();
    const auto before = signIn.fetchToken();
    m_manager.reset();
    const auto after = signIn.fetchToken();
    QCOMPARE(resultOf(after).error().kind, Kind::Offline);
    QCOMPARE(before->result().error().kind, Kind::Offline);
    QCOMPARE(resultOf(signIn.fetchToken()).error().kind, Kind::Offline);
}

void TestApplicationSignIn::newOptionsAreForTheNextExchange()
{
    QVERIFY(m_tenant->setFaultsAt(Endpoint, {u"hang"_s}));
    ApplicationSignIn &signIn = make({.timeout = 60s});
    signIn.setRequestOptions({.timeout = 100ms});
    const auto result = resultOf(signIn.fetchToken());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Timeout);
    QCOMPARE(m_tenant->signIns(), 2); // a time-out is tried twice
}

void TestApplicationSignIn::isForOneApplication()
{
    const ApplicationSignIn &signIn = make();
    const TenantDomain domain = *TenantDomain::fromText(m_tenant->domain());
    QVERIFY(signIn.isFor(domain, demoApplication()));
    QVERIFY(!signIn.isFor(*TenantDomain::fromText(u"acme.eu.auth0.com"_s), demoApplication()));
    ClientCredentials other = demoApplication();
    other.secret = SecretBytes("another");
    QVERIFY(!signIn.isFor(domain, other));
    other = demoApplication();
    other.audience = u"https://acme.eu.auth0.com/api/v2/"_s;
    QVERIFY(!signIn.isFor(domain, other));
}

QTEST_GUILESS_MAIN(TestApplicationSignIn)
#include "tst_applicationsignin.moc"
