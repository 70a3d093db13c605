// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/tenantsession.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using State = Vestibule::ConnectionBrowser::State;

namespace {

TenantAccess accessTo(const QString &domain)
{
    return {*TenantDomain::fromText(domain), *AccessToken::fromText(u"a.b.c"_s)};
}

const QString Acme = u"acme.auth0.com"_s;
const QString Globex = u"globex.auth0.com"_s;

} // namespace

class TestTenantSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsOpenAtFirst();
    void tenantIsOpenedThroughItsSource();
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

private:
    //! Answers the latest request and waits for the page.
    void answer(qsizetype total = 237);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<TenantSession> m_session;
    std::shared_ptr<FakeSource> m_source;
    QList<TenantAccess> m_accesses;
    std::optional<DemoSession> m_demo;
};

void TestTenantSession::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    m_accesses.clear();
    m_demo = DemoSession{accessTo(u"127.0.0.1:8080"_s),
                         {{u"org_a"_s, u"Acme"_s}, {u"org_b"_s, u"Globex"_s}}};
    m_session = std::make_unique<TenantSession>(
        *m_settings,
        [this](const TenantAccess &access) {
            m_accesses.append(access);
            m_source = std::make_shared<FakeSource>();
            return m_source;
        },
        [this] { return m_demo; });
}

void TestTenantSession::answer(qsizetype total)
{
    QVERIFY(m_source->answer(total));
    QTRY_COMPARE(m_session->browser().state(), State::Loaded);
}

void TestTenantSession::nothingIsOpenAtFirst()
{
    QCOMPARE(m_session->browser().state(), State::NotConfigured);
    QVERIFY(!m_session->access().isComplete());
    QVERIFY(!m_session->isDemo());
    QVERIFY(m_session->organizations().isEmpty());
    QVERIFY(m_accesses.isEmpty());
}

void TestTenantSession::tenantIsOpenedThroughItsSource()
{
    QSignalSpy changed(m_session.get(), &TenantSession::changed);
    const PageRequest first{.organizationId = u"org_1"_s, .index = 2, .size = 10};
    m_session->openTenant(accessTo(Acme), first);
    QCOMPARE(m_accesses, {accessTo(Acme)});
    QCOMPARE(m_source->requests(), {first});
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(changed.size(), 1);
}

void TestTenantSession::organizationIsRememberedOnceItAnswered()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(m_session->organizations().isEmpty());
    answer();
    m_session->openOrganization(u"org_2"_s);
    answer();
    const QList<KnownOrganization> expected{{.id = u"org_2"_s}, {.id = u"org_1"_s}};
    QCOMPARE(m_session->organizations(), expected);
    m_session->openOrganization(u"org_1"_s);
    answer();
    QCOMPARE(m_session->organizations().constFirst().id, u"org_1"_s);
    QCOMPARE(m_session->organizations().size(), 2);
}

void TestTenantSession::organizationThatFailedIsNotRemembered()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_typo"_s});
    QVERIFY(m_source->fail(ApiError::Kind::NotFound));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    QVERIFY(m_session->organizations().isEmpty());
}

void TestTenantSession::recentOrganizationsBelongToTheirTenant()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    answer();
    m_session->openTenant(accessTo(Globex), {.organizationId = u"org_2"_s});
    QVERIFY(m_session->organizations().isEmpty()); // and not what Acme still showed
    answer();
    QCOMPARE(m_settings->recentOrganizations(Acme), QList<RecentOrganization>{{.id = u"org_1"_s}});
    QCOMPARE(m_settings->recentOrganizations(Globex),
             QList<RecentOrganization>{{.id = u"org_2"_s}});
}

void TestTenantSession::turningPagesRemembersNothingNew()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    answer();
    m_session->browser().nextPage();
    answer();
    QCOMPARE(m_session->organizations().size(), 1);
}

void TestTenantSession::demoOpensItsFirstOrganization()
{
    QVERIFY(m_session->openDemo({.size = 25}));
    QVERIFY(m_session->isDemo());
    QCOMPARE(m_session->access(), m_demo->access);
    QCOMPARE(m_session->organizations(), m_demo->organizations);
    QCOMPARE(m_source->requests().constFirst().organizationId, u"org_a"_s);
    QCOMPARE(m_source->requests().constFirst().size, 25);
}

void TestTenantSession::demoOpensTheOrganizationThatIsNamed()
{
    QVERIFY(m_session->openDemo({.organizationId = u"org_b"_s}));
    QCOMPARE(m_source->requests().constFirst().organizationId, u"org_b"_s);
}

void TestTenantSession::demoIsNotRemembered()
{
    QVERIFY(m_session->openDemo({}));
    answer();
    QVERIFY(m_settings->recentOrganizations(m_demo->access.domain.text()).isEmpty());
    QVERIFY(m_settings->tenantDomain().isEmpty());
}

void TestTenantSession::demoThatCannotStartLeavesEverything()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    answer();
    m_demo.reset();
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
    answer();
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(!m_session->isDemo());
    QVERIFY(m_session->organizations().isEmpty());
    answer();
    QCOMPARE(m_session->organizations().constFirst().id, u"org_1"_s);
}

void TestTenantSession::otherOrganizationKeepsFilterAndSize()
{
    m_session->openTenant(accessTo(Acme),
                          {.organizationId = u"org_1"_s, .size = 20, .isEnabled = true});
    answer();
    m_session->browser().goToPage(3);
    answer();
    m_session->openOrganization(u"org_2"_s);
    const PageRequest expected{.organizationId = u"org_2"_s, .size = 20, .isEnabled = true};
    QCOMPARE(m_source->requests(), {expected});
    QVERIFY(!m_session->browser().page());
}

void TestTenantSession::otherOrganizationWhileLoading()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s, .size = 20});
    const auto before = m_source;
    m_session->openOrganization(u"org_2"_s);
    QCOMPARE(before->pending(), 0);
    QCOMPARE(m_source->requests().constFirst().size, 20);
    answer();
    QCOMPARE(m_session->organizations(), {KnownOrganization{.id = u"org_2"_s}});
}

QTEST_GUILESS_MAIN(TestTenantSession)
#include "tst_tenantsession.moc"
