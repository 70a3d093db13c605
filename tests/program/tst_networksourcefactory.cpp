// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/networksourcefactory.h"

#include "core/requester.h"
#include "support/recordingtenant.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The known state of a tenant's rate limit outlives the source that received it.
class TestNetworkSourceFactory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherSourceOfATenantKnowsItsBudget();
    void anotherNetworkKeepsTheBudget();
    void theBudgetIsForOneTenantWhateverTheToken();
    void anotherOrganizationWaitsBeforeARefusal();
    void allSourcesOfAnApplicationShareItsSignIn();
    void anotherSecretIsAnotherSignIn();
    void aTokenNeedsNoSignIn();
    void theSignInHasTheLatestNetwork();

private:
    [[nodiscard]] TenantAccess applicationAccess()
    {
        return {.domain = *TenantDomain::fromText(m_tenant->domain()),
                .application = {.clientId = QString::fromLatin1(Demo::ClientId),
                                .secret = SecretBytes(Demo::ClientSecret)}};
    }
    [[nodiscard]] TenantAccess access()
    {
        return {.domain = *TenantDomain::fromText(m_tenant->domain()),
                .token = *AccessToken::fromText(QString::fromLatin1(m_tenant->accessToken()))};
    }
    [[nodiscard]] ConnectionSourcePtr connections(const TenantAccess &access)
    {
        return m_sourceFactory->connections(access, ConnectionEndpoint::Connections,
                                            Requester::Person);
    }
    [[nodiscard]] ReplyPtr<ConnectionPage> fetch(ConnectionSource &source, int organization = 0)
    {
        return source.fetchPage({.organizationId = m_tenant->organizations().at(organization).id});
    }
    //! Waits for a page; false when there is none.
    [[nodiscard]] bool read(ConnectionSource &source)
    {
        const auto reply = fetch(source);
        return QSignalSpy(reply.get(), &ReplyBase::finished).wait() && reply->result();
    }

    std::unique_ptr<RecordingTenant> m_tenant;
    std::unique_ptr<NetworkSourceFactory> m_sourceFactory;
};

void TestNetworkSourceFactory::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_sourceFactory.reset();
    m_tenant = std::make_unique<RecordingTenant>(Demo::Options{.plan = Demo::Plan::Professional});
    QVERIFY2(m_tenant->start(), qPrintable(m_tenant->errorString()));
    m_sourceFactory = std::make_unique<NetworkSourceFactory>(*m_tenant, RetryPolicy{});
}

void TestNetworkSourceFactory::anotherSourceOfATenantKnowsItsBudget()
{
    const TenantAccess own = access();
    const OrganizationSourcePtr organizations = m_sourceFactory->organizations(own);
    {
        const ConnectionSourcePtr source = connections(own);
        QVERIFY(!source->budget());
        QVERIFY(read(*source));
        QCOMPARE(source->budget()->limit, 5);
        QCOMPARE(connections(own)->budget(), source->budget());
        const auto older = m_sourceFactory->connections(own, ConnectionEndpoint::EnabledConnections,
                                                        Requester::Person);
        QCOMPARE(older->budget(), source->budget());
    }
    QVERIFY(connections(own)->budget()); // a source for this tenant still exists
}

void TestNetworkSourceFactory::anotherNetworkKeepsTheBudget()
{
    const TenantAccess own = access();
    const ConnectionSourcePtr source = connections(own);
    QVERIFY(read(*source));
    QVERIFY(!m_sourceFactory->setNetwork({}, {}));
    QCOMPARE(connections(own)->budget(), source->budget());
}

void TestNetworkSourceFactory::theBudgetIsForOneTenantWhateverTheToken()
{
    const TenantAccess own = access();
    const ConnectionSourcePtr source = connections(own);
    QVERIFY(read(*source));
    TenantAccess other = own;
    other.token = *AccessToken::fromText(u"another.token"_s);
    QCOMPARE(connections(other)->budget(), source->budget());
    const SweepSourcePtr sweep =
        m_sourceFactory->sweep(other, ConnectionEndpoint::EnabledConnections, 20);
    QCOMPARE(sweep->budget(), source->budget());
    QCOMPARE(sweep->endpoint(), ConnectionEndpoint::EnabledConnections);
    QCOMPARE(*sweep->requestsPerSecond(), 10 / 60.0); // of 50 a minute
    other = own;
    other.domain = *TenantDomain::fromText(u"acme.auth0.com"_s);
    QVERIFY(!connections(other)->budget());
}

void TestNetworkSourceFactory::anotherOrganizationWaitsBeforeARefusal()
{
    const TenantAccess own = access();
    ConnectionSourcePtr source = connections(own);
    do
        QVERIFY(read(*source));
    while (source->budget()->remaining > 0);
    const qsizetype before = m_tenant->requests().size();
    source = connections(own);
    const auto reply = fetch(*source, 1);
    QSignalSpy waits(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(waits.wait());
    QCOMPARE(waits.constFirst().at(0).toInt(), 0); // before the request, not after a refusal
    QCOMPARE(m_tenant->requests().size(), before);
}

void TestNetworkSourceFactory::allSourcesOfAnApplicationShareItsSignIn()
{
    const TenantAccess own = applicationAccess();
    SignInPtr signIn = m_sourceFactory->signIn(own);
    QVERIFY(signIn);
    QCOMPARE(m_sourceFactory->signIn(own), signIn);
    const ConnectionSourcePtr one = connections(own);
    const ConnectionSourcePtr other = connections(own);
    QVERIFY(read(*one));
    QVERIFY(read(*other));
    QVERIFY(!signIn->token().isEmpty());
    QCOMPARE(m_tenant->signIns(), 1);
    signIn.reset();
    QVERIFY(!m_sourceFactory->signIn(own)->token().isEmpty()); // the sources still hold it
}

void TestNetworkSourceFactory::anotherSecretIsAnotherSignIn()
{
    TenantAccess other = applicationAccess();
    const SignInPtr signIn = m_sourceFactory->signIn(other);
    other.application.secret = SecretBytes("another");
    QVERIFY(m_sourceFactory->signIn(other) != signIn);
    other = applicationAccess();
    other.application.audience = u"https://acme.eu.auth0.com/api/v2/"_s;
    QVERIFY(m_sourceFactory->signIn(other) != signIn);
    other = applicationAccess();
    other.domain = *TenantDomain::fromText(u"acme.auth0.com"_s);
    QVERIFY(m_sourceFactory->signIn(other) != signIn);
}

void TestNetworkSourceFactory::aTokenNeedsNoSignIn()
{
    QVERIFY(!m_sourceFactory->signIn(access()));
}

void TestNetworkSourceFactory::theSignInHasTheLatestNetwork()
{
    using namespace std::chrono_literals;
    const SignInPtr signIn = m_sourceFactory->signIn(applicationAccess());
    QVERIFY(m_tenant->setFaultsAt(QString::fromLatin1(Demo::TokenTarget), {u"hang"_s}));
    QVERIFY(!m_sourceFactory->setNetwork({.timeout = 1s}, {}));
    const auto reply = signIn->fetchToken();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(reply->result().error().kind, ApiError::Kind::Timeout);
}

QTEST_GUILESS_MAIN(TestNetworkSourceFactory)
#include "tst_networksourcefactory.moc"
