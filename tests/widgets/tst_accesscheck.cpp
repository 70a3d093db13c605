// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/privacymode.h"
#include "store/settings.h"
#include "support/fakesourcefactory.h"
#include "support/tokensamples.h"
#include "support/windowtesting.h"
#include "widgets/settings/accesscheck.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The test of an access, with sources that the test controls.
class TestAccessCheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init();

    void theFirstOrganizationIsRead();
    void aNamedOrganizationIsRead();
    void aTenantWithoutOrganizationsIsGood();
    void anApplicationSignsIn();
    void refusalsAreSaid_data();
    void refusalsAreSaid();
    void failuresAreBad_data();
    void failuresAreBad();
    void anUnknownOrganizationIsSaid();
    void cancellingIsFinal();

private:
    using Outcome = AccessCheck::Outcome;

    static ApiError refusal()
    {
        return {.kind = ApiError::Kind::Forbidden,
                .httpStatus = 403,
                .errorCode = u"insufficient_scope"_s,
                .detail = u"Insufficient scope, expected any of: read:something"_s};
    }
    QStringList texts() const
    {
        QStringList all;
        for (const AccessCheck::Finding &finding : m_check->findings())
            all += (finding.isGood ? u"+ "_s : u"- "_s) + finding.text;
        return all;
    }
    [[nodiscard]] bool answerOrganizations(const Result<OrganizationPage> &answer)
    {
        const qsizetype before = m_factory.connectionSources.size();
        return m_factory.organizationSource().answer(answer) && QTest::qWaitFor([this, before] {
                   return m_factory.connectionSources.size() > before || m_finished->size() > 0;
               });
    }
    [[nodiscard]] bool answerConnections(const Result<ConnectionPage> &answer)
    {
        return m_factory.source().answer(answer)
            && QTest::qWaitFor([this] { return m_finished->size() == 1; });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<PrivacyMode> m_privacy;
    FakeSourceFactory m_factory;
    std::unique_ptr<AccessCheck> m_check;
    std::unique_ptr<QSignalSpy> m_finished;
    TenantAccess m_access{.domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
                          .token = Samples::token("a.b.c")};
};

void TestAccessCheck::init()
{
    failOnUnexpectedWarnings();
    m_check.reset();
    m_factory.reset();
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_privacy = std::make_unique<PrivacyMode>(*m_settings);
    m_check = std::make_unique<AccessCheck>(m_factory, *m_privacy);
    m_finished = std::make_unique<QSignalSpy>(m_check.get(), &AccessCheck::finished);
}

void TestAccessCheck::theFirstOrganizationIsRead()
{
    m_check->start(m_access, {});
    QCOMPARE(m_check->progress(), u"Connecting to acme.eu.auth0.com…"_s);
    QVERIFY(m_check->isRunning());
    QVERIFY(answerOrganizations(OrganizationPage{.items = fakeOrganizations(3, 5)}));
    QCOMPARE(m_factory.source().requests().constFirst().organizationId, fakeOrganization(3).id);
    QCOMPARE(m_factory.source().requests().constFirst().size, 1);
    QCOMPARE(m_check->outcome(), Outcome::Unknown);
    QVERIFY(answerConnections(fakePage({}, 1)));
    QCOMPARE(m_check->outcome(), Outcome::Good);
    QCOMPARE(texts(),
             (QStringList{u"+ It can list the organizations."_s,
                          u"+ It can read the connections of an organization."_s}));
    QCOMPARE(m_check->progress(), QString());
    QCOMPARE(m_factory.connectionSources.constFirst().access, m_access);
    QCOMPARE(m_factory.organizationSources.constFirst().access, m_access);
}

void TestAccessCheck::aNamedOrganizationIsRead()
{
    m_check->start(m_access, u"org_named"_s);
    QVERIFY(answerOrganizations(OrganizationPage{.items = fakeOrganizations(3, 5)}));
    QCOMPARE(m_factory.source().requests().constFirst().organizationId, u"org_named"_s);
}

void TestAccessCheck::aTenantWithoutOrganizationsIsGood()
{
    m_check->start(m_access, {});
    QVERIFY(answerOrganizations(OrganizationPage{}));
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(m_check->outcome(), Outcome::Good);
    QCOMPARE(texts(), QStringList{u"+ It can list the organizations: there are none."_s});
}

void TestAccessCheck::anApplicationSignsIn()
{
    const TenantAccess access{
        .domain = m_access.domain,
        .application = {.clientId = u"id"_s, .secret = SecretBytes("secret")}};
    m_check->start(access, {});
    QVERIFY(answerOrganizations(OrganizationPage{.items = fakeOrganizations(0, 1)}));
    QVERIFY(answerConnections(fakePage({}, 1)));
    QCOMPARE(m_check->outcome(), Outcome::Good);
    QCOMPARE(texts().constFirst(), u"+ The application signs in."_s);
    QCOMPARE(m_factory.connectionSources.constFirst().access, access);
}

void TestAccessCheck::refusalsAreSaid_data()
{
    QTest::addColumn<QString>("organizationId");
    QTest::addColumn<bool>("areOrganizationsRefused");
    QTest::addColumn<bool>("areConnectionsRefused");
    QTest::newRow("of organizations") << QString() << true << false;
    QTest::newRow("of organizations, with one that is named") << u"org_1"_s << true << false;
    QTest::newRow("of connections") << QString() << false << true;
    QTest::newRow("of both") << u"org_1"_s << true << true;
}

void TestAccessCheck::refusalsAreSaid()
{
    QFETCH(const QString, organizationId);
    QFETCH(const bool, areOrganizationsRefused);
    QFETCH(const bool, areConnectionsRefused);
    m_check->start(m_access, organizationId);
    QVERIFY(answerOrganizations(areOrganizationsRefused
                                    ? Result<OrganizationPage>(refusal())
                                    : OrganizationPage{.items = fakeOrganizations(0, 1)}));
    if (!areOrganizationsRefused || !organizationId.isEmpty())
        QVERIFY(answerConnections(areConnectionsRefused ? Result<ConnectionPage>(refusal())
                                                        : fakePage({}, 1)));
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(m_check->outcome(), Outcome::Incomplete);
    const QString all = texts().join(u'\n');
    QCOMPARE(all.contains("- It cannot list the organizations."_L1), areOrganizationsRefused);
    QCOMPARE(all.contains("- It cannot read the connections of an organization: it needs the scope "
                          "read:organization_connections."_L1),
             areConnectionsRefused);
}

void TestAccessCheck::failuresAreBad_data()
{
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::newRow("refused") << ApiError::Kind::Unauthorized;
    QTest::newRow("sign-in refused") << ApiError::Kind::SignIn;
    QTest::newRow("not reached") << ApiError::Kind::Offline;
    QTest::newRow("forbidden for another reason") << ApiError::Kind::Forbidden;
}

void TestAccessCheck::failuresAreBad()
{
    QFETCH(const ApiError::Kind, kind);
    m_check->start(m_access, u"org_1"_s);
    QVERIFY(answerOrganizations(ApiError{.kind = kind, .httpStatus = 401, .detail = u"Why not"_s}));
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(m_check->outcome(), Outcome::Bad);
    QCOMPARE(m_check->findings().size(), 1);
    QVERIFY(!m_check->findings().constFirst().isGood);
    QVERIFY(m_factory.connectionSources.isEmpty());
}

void TestAccessCheck::anUnknownOrganizationIsSaid()
{
    m_check->start(m_access, u"org_1"_s);
    QVERIFY(answerOrganizations(OrganizationPage{.items = fakeOrganizations(0, 1)}));
    QVERIFY(answerConnections(ApiError{.kind = ApiError::Kind::NotFound,
                                       .httpStatus = 404,
                                       .detail = u"No organization found by that id."_s}));
    QCOMPARE(m_check->outcome(), Outcome::Incomplete);
    QCOMPARE(m_check->findings().constLast().isGood, false);
}

void TestAccessCheck::cancellingIsFinal()
{
    m_check->start(m_access, {});
    m_check->cancel();
    QVERIFY(!m_check->isRunning());
    QVERIFY(!m_factory.organizationSource().answer(OrganizationPage{}));
    QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 0);
    QCOMPARE(m_check->progress(), QString());
}

QTEST_MAIN(TestAccessCheck)
#include "tst_accesscheck.moc"
