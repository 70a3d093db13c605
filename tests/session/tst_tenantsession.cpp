// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/sessionfixture.h"

//! Which tenant and which organization are open, and what is remembered of them.
class TestTenantSession final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void nothingIsOpenAtFirst();
    void tenantIsOpenedThroughItsSource();
    void tenantHasTheProfileThatIsNamed();
    void tenantWithoutAProfileNeedsItsToken();
    void organizationIsRememberedOnceItAnswered();
    void organizationThatFailedIsNotRemembered();
    void recentOrganizationsBelongToTheirTenant();
    void turningPagesRemembersNothingNew();
    void demoOpensItsFirstOrganization();
    void demoOpensTheOrganizationThatIsNamed();
    void demoIsNotRemembered();
    void demoThatCannotStartLeavesEverything();
    void leavingTheDemo();
    void otherOrganizationKeepsFilterAndSize();
    void otherOrganizationWhileLoading();
    void otherListKeepsTheOrganizationAndDropsTheFilter();
    void organizationsAreNotAskedForInVain_data();
    void organizationsAreNotAskedForInVain();
    void otherNetworkAsksAgainForWhatFailed();
    void otherNetworkBringsTheOrganizations_data();
    void otherNetworkBringsTheOrganizations();
    void otherNetworkKeepsTheOrganizationsThatCame();
};

void TestTenantSession::nothingIsOpenAtFirst()
{
    QCOMPARE(m_session->stage(), Stage::Nothing);
    QCOMPARE(m_session->browser().state(), State::NotConfigured);
    QVERIFY(!m_session->access().isComplete());
    QVERIFY(!m_session->isDemo() && !m_session->profile());
    QVERIFY(m_session->recentOrganizations().isEmpty());
    QVERIFY(m_gateway.connectionSources.isEmpty());
}

void TestTenantSession::tenantIsOpenedThroughItsSource()
{
    QSignalSpy changed(m_session.get(), &TenantSession::changed);
    const PageRequest first{.organizationId = u"org_1"_s, .index = 2, .size = 10};
    m_session->openTenant(accessTo(Acme), first);
    QCOMPARE(m_gateway.connectionSources.size(), 1);
    QCOMPARE(m_gateway.connectionSources.at(0).access, accessTo(Acme));
    QCOMPARE(m_gateway.source().requests(), {first});
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(m_session->stage(), Stage::Browsing);
    QVERIFY(!m_session->profile());
    QCOMPARE(changed.size(), 1);
}

void TestTenantSession::tenantHasTheProfileThatIsNamed()
{
    const Profile second = profileOf(Acme, u"b"_s);
    m_settings->setProfiles({profileOf(Acme, u"a"_s), second});
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_2"_s}, second);
    QCOMPARE(m_session->profile(), second);
    QCOMPARE(m_gateway.source().requests().constFirst().organizationId, u"org_2"_s);
    QCOMPARE(m_settings->currentProfileId(), u"a"_s); // a token for once changes nothing for good
    m_session->replaceToken(Samples::token("d.e.f"));
    QTRY_COMPARE(m_keyring->secrets.keys(), QStringList{u"b"_s});
}

void TestTenantSession::tenantWithoutAProfileNeedsItsToken()
{
    m_session->openTenant({*TenantDomain::fromText(Acme), {}}, {.organizationId = u"org_1"_s});
    QCOMPARE(m_session->stage(), Stage::NeedsToken);
    m_session->replaceToken(Samples::token("d.e.f"));
    QCOMPARE(m_session->stage(), Stage::Browsing);
    QCOMPARE(m_gateway.source().requests().constFirst().organizationId, u"org_1"_s);
    QVERIFY(m_keyring->secrets.isEmpty());
}

void TestTenantSession::organizationIsRememberedOnceItAnswered()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(m_session->recentOrganizations().isEmpty());
    QVERIFY(answer());
    m_session->openOrganization(u"org_2"_s);
    QVERIFY(answer());
    QCOMPARE(recentIds(), QStringList({u"org_2"_s, u"org_1"_s}));
    m_session->openOrganization(u"org_1"_s);
    QVERIFY(answer());
    QCOMPARE(recentIds(), QStringList({u"org_1"_s, u"org_2"_s}));
}

void TestTenantSession::organizationThatFailedIsNotRemembered()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_typo"_s});
    QVERIFY(m_gateway.source().fail(ApiError::Kind::NotFound));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    QVERIFY(recentIds().isEmpty());
}

void TestTenantSession::recentOrganizationsBelongToTheirTenant()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(answer());
    m_session->openTenant(accessTo(Globex), {.organizationId = u"org_2"_s});
    QVERIFY(recentIds().isEmpty()); // and not what Acme still showed
    QVERIFY(answer());
    QCOMPARE(recentIds(), QStringList{u"org_2"_s});
    QCOMPARE(m_settings->recentOrganizations(Acme), QList<RecentOrganization>{{.id = u"org_1"_s}});
}

void TestTenantSession::turningPagesRemembersNothingNew()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(answer());
    m_session->browser().nextPage();
    QVERIFY(answer());
    QCOMPARE(recentIds(), QStringList{u"org_1"_s});
}

void TestTenantSession::demoOpensItsFirstOrganization()
{
    QVERIFY(m_session->openDemo({.size = 25}));
    QVERIFY(m_session->isDemo() && !m_session->profile());
    QCOMPARE(m_session->access(), m_gateway.demo->access);
    QCOMPARE(m_session->directory().organizations(), m_gateway.demo->organizations);
    QCOMPARE(m_session->directory().state(), OrganizationDirectory::State::Complete);
    QCOMPARE(m_gateway.source().requests().constFirst().organizationId, u"org_a"_s);
    QCOMPARE(m_gateway.source().requests().constFirst().size, 25);
}

void TestTenantSession::demoOpensTheOrganizationThatIsNamed()
{
    QVERIFY(m_session->openDemo({.organizationId = u"org_b"_s}));
    QCOMPARE(m_gateway.source().requests().constFirst().organizationId, u"org_b"_s);
}

void TestTenantSession::demoIsNotRemembered()
{
    QVERIFY(m_session->openDemo({}));
    QVERIFY(answer());
    QVERIFY(m_settings->recentOrganizations(m_gateway.demo->access.domain.text()).isEmpty());
    QVERIFY(m_settings->profiles().isEmpty());
}

void TestTenantSession::demoThatCannotStartLeavesEverything()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(answer());
    m_gateway.demo.reset();
    QSignalSpy changed(m_session.get(), &TenantSession::changed);
    QVERIFY(!m_session->openDemo({}));
    QCOMPARE(changed.size(), 0);
    QVERIFY(!m_session->isDemo());
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(m_session->browser().state(), State::Loaded);
}

void TestTenantSession::leavingTheDemo()
{
    QVERIFY(m_session->openDemo({}));
    QVERIFY(answer());
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(!m_session->isDemo());
    QVERIFY(m_session->directory().organizations().isEmpty());
    QVERIFY(answer());
    QCOMPARE(recentIds(), QStringList{u"org_1"_s});
}

void TestTenantSession::otherOrganizationKeepsFilterAndSize()
{
    m_session->openTenant(accessTo(Acme),
                          {.organizationId = u"org_1"_s, .size = 20, .isEnabled = true});
    QVERIFY(answer());
    m_session->browser().goToPage(3);
    QVERIFY(answer());
    m_session->openOrganization(u"org_2"_s);
    const PageRequest expected{.organizationId = u"org_2"_s, .size = 20, .isEnabled = true};
    QCOMPARE(m_gateway.source().requests(), {expected});
    QVERIFY(!m_session->browser().page());
}

void TestTenantSession::otherOrganizationWhileLoading()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s, .size = 20});
    const auto before = m_gateway.connectionSources.constLast().source;
    m_session->openOrganization(u"org_2"_s);
    QCOMPARE(before->pending(), 0);
    QCOMPARE(m_gateway.source().requests().constFirst().size, 20);
    QVERIFY(answer());
    QCOMPARE(recentIds(), QStringList{u"org_2"_s});
}

void TestTenantSession::otherListKeepsTheOrganizationAndDropsTheFilter()
{
    m_session->openTenant(accessTo(Acme),
                          {.organizationId = u"org_1"_s, .size = 20, .isEnabled = true});
    QVERIFY(m_gateway.source().fail(ApiError::Kind::NotFound));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->useEndpoint(ConnectionEndpoint::EnabledConnections);
    QCOMPARE(m_session->endpoint(), ConnectionEndpoint::EnabledConnections);
    QCOMPARE(m_gateway.connectionSources.constLast().endpoint,
             ConnectionEndpoint::EnabledConnections);
    const PageRequest expected{.organizationId = u"org_1"_s, .size = 20};
    QCOMPARE(m_gateway.source().requests(), {expected});

    m_session->openTenant(accessTo(Globex), {.organizationId = u"org_1"_s});
    QCOMPARE(m_session->endpoint(), ConnectionEndpoint::Connections); // it may have the newer one
}

void TestTenantSession::organizationsAreNotAskedForInVain_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("scope") << jwtText("read:organization_connections read:organizations") << true;
    QTest::newRow("summary") << jwtText("read:organizations_summary") << true;
    QTest::newRow("no scope") << jwtText("read:organization_connections") << false;
    QTest::newRow("opaque") << QByteArray("opaque") << true; // nobody knows before
}

void TestTenantSession::organizationsAreNotAskedForInVain()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, isAsked);
    m_session->openTenant(accessTo(Acme, token), {.organizationId = u"org_1"_s});
    QVERIFY(m_gateway.organizationSource().checkpoints().isEmpty()); // it costs requests
    m_session->readOrganizations();
    QCOMPARE(m_gateway.organizationSource().isPending(), isAsked);
    QCOMPARE(m_gateway.organizationSources.constLast().access, accessTo(Acme, token));
}

void TestTenantSession::otherNetworkAsksAgainForWhatFailed()
{
    m_session->reconnect(); // nothing is open
    QVERIFY(m_gateway.connectionSources.isEmpty());
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(m_gateway.source().fail(ApiError::Kind::Proxy));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->reconnect();
    QCOMPARE(m_gateway.connectionSources.size(), 2);
    QCOMPARE(m_gateway.connectionSources.at(1).access, accessTo(Acme));
    QVERIFY(answer());
}

void TestTenantSession::otherNetworkBringsTheOrganizations_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<bool>("hasFailed");
    QTest::newRow("failed while browsing") << u"org_1"_s << true;
    QTest::newRow("under way while browsing") << u"org_1"_s << false;
    QTest::newRow("failed before one is chosen") << QString() << true;
    QTest::newRow("under way before one is chosen") << QString() << false;
}

void TestTenantSession::otherNetworkBringsTheOrganizations()
{
    using DirectoryState = OrganizationDirectory::State;
    QFETCH(QString, organization);
    QFETCH(bool, hasFailed);
    m_session->openTenant(accessTo(Acme), {.organizationId = organization});
    m_session->reconnect();
    QCOMPARE(m_gateway.organizationSources.size(), 2);
    QVERIFY(!m_gateway.organizationSource().isPending()); // nobody has asked yet
    m_session->readOrganizations();
    if (hasFailed) {
        QVERIFY(m_gateway.organizationSource().answer(ApiError{.kind = ApiError::Kind::Tls}));
        QTRY_COMPARE(m_session->directory().state(), DirectoryState::Failed);
    }
    m_session->reconnect();
    QCOMPARE(m_gateway.organizationSources.size(), 3);
    QVERIFY(m_gateway.organizationSource().answer(OrganizationPage{fakeOrganizations(0, 3), {}}));
    QTRY_COMPARE(m_session->directory().state(), DirectoryState::Complete);
}

void TestTenantSession::otherNetworkKeepsTheOrganizationsThatCame()
{
    QVERIFY(m_session->openDemo({}));
    m_session->reconnect();
    QCOMPARE(m_session->directory().organizations(), m_gateway.demo->organizations);
}

QTEST_GUILESS_MAIN(TestTenantSession)
#include "tst_tenantsession.moc"
