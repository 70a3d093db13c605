// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenantsession.h"

#include "support/sessionfixture.h"

class TestTenantSession final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { reset(); }
    void nothingIsOpenAtFirst();
    void tenantIsOpenedThroughItsSource();
    void tenantHasTheProfileThatIsNamed();
    void organizationOfAProfileIsTakenFromItsText();
    void tenantWithoutAProfileNeedsItsToken();
    void organizationIsRememberedAfterItsAnswer();
    void organizationThatFailedIsNotRemembered();
    void recentOrganizationsBelongToTheirTenant();
    void otherPageRemembersNothingNew();
    void demoOpensItsFirstOrganization();
    void demoOpensTheOrganizationThatIsNamed();
    void demoIsNotRemembered();
    void demoThatCannotStartChangesNothing();
    void leavingTheDemo();
    void otherOrganizationKeepsFilterAndSize();
    void otherOrganizationWhileLoading();
    void otherListKeepsTheOrganizationAndDropsTheFilter();
    void organizationsAreReadUnlessTheTokenForbidsIt_data();
    void organizationsAreReadUnlessTheTokenForbidsIt();
    void reconnectRepeatsAFailedRequest();
    void reconnectReadsTheOrganizationsAgain_data();
    void reconnectReadsTheOrganizationsAgain();
    void reconnectLooksUpAName();
    void reconnectKeepsACompleteDirectory();

    void keptTokenOpensItsProfile();
    void keptTokenOpensThePageThatIsNamed();
    void withoutAUsableTokenThereIsNoRequest_data();
    void withoutAUsableTokenThereIsNoRequest();
    void lockedKeyringIsReportedAndReadAgain();
    void otherProfileMeanwhileDropsTheFirstToken();
    void otherTokenKeepsThePage();
    void removedProfileIsClosed();

    void applicationOpensItsProfile();
    void applicationThatIsGivenOpensItsProfile();
    void audienceThatIsGivenReplacesTheProfiles();
    void withoutAUsableSecretThereIsNoRequest_data();
    void withoutAUsableSecretThereIsNoRequest();
    void otherSecretKeepsThePage();
    void tokenInPlaceOfAnApplication();
    void applicationInPlaceOfAToken();
    void otherAccessWithoutItsSecretIsNotOnScreen();
    void renewedTokenIsReviewed();
    void renewalRepeatsWhatFailed();
    void filterCannotBeChangedWhereTheListHasNone();
    void savedViewOfTheOlderListMakesNoRequest();
    void closingASavedViewOpensThePageBefore();
    void closingASavedViewOpensTheTenantThatHasNoToken();
    void closingASavedViewOpensTheDemoBefore();
    void closingASavedViewNeedsTheProfileBefore();
    void closingASavedViewLeavesNothingOfNothing();

private:
    static SavedViewPtr viewOf(const QString &domain)
    {
        return std::make_shared<const SavedView>(
            SavedView{.domain = *TenantDomain::fromText(domain)});
    }
};

void TestTenantSession::nothingIsOpenAtFirst()
{
    QCOMPARE(m_session->stage(), Stage::Nothing);
    QCOMPARE(m_session->browser().state(), State::NotConfigured);
    QVERIFY(!m_session->access().isComplete());
    QCOMPARE(m_session->subject(), Subject(NoSubject()));
    QVERIFY(m_session->directory().recent().isEmpty());
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
}

void TestTenantSession::tenantIsOpenedThroughItsSource()
{
    QSignalSpy changed(m_session.get(), &TenantSession::changed);
    const PageRequest first{.organizationId = u"org_1"_s, .index = 2, .size = 10};
    m_session->openTenant(accessTo(Acme), first);
    QCOMPARE(m_sourceFactory.connectionSources.size(), 1);
    QCOMPARE(m_sourceFactory.connectionSources.at(0).access, accessTo(Acme));
    QCOMPARE(m_sourceFactory.source().requests(), {first});
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(m_session->stage(), Stage::Browsing);
    QVERIFY(!Vestibule::profileOf(m_session->subject()));
    QCOMPARE(changed.size(), 1);
}

void TestTenantSession::tenantHasTheProfileThatIsNamed()
{
    const Profile second = profileOf(Acme, u"b"_s);
    m_settings->setProfiles({profileOf(Acme, u"a"_s), second});
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_2"_s}, second);
    QCOMPARE(*Vestibule::profileOf(m_session->subject()), second);
    QCOMPARE(m_sourceFactory.source().requests().constFirst().organizationId, u"org_2"_s);
    QCOMPARE(m_settings->currentProfileId(), u"a"_s); // a token for once changes nothing for good
    m_session->replaceToken(Samples::token("d.e.f"));
    QTRY_COMPARE(m_keyring->secrets.keys(), QStringList{u"b"_s});
}

//! An edited settings file may hold what was pasted into it.
void TestTenantSession::organizationOfAProfileIsTakenFromItsText()
{
    Profile profile = profileOf(Acme);
    for (const QString &text :
         {u"\u200Borg_1\u00A0"_s,
          u"https://manage.auth0.com/dashboard/us/acme/organizations/org_1/overview"_s}) {
        profile.organizationId = text;
        m_session->openProfile(profile, Samples::token("a.b.c"));
        QCOMPARE(m_sourceFactory.source().requests().constLast().organizationId, u"org_1"_s);
    }
    profile.organizationId = u"https://manage.auth0.com/dashboard/us/acme/organizations"_s;
    m_session->openProfile(profile, Samples::token("a.b.c"));
    QCOMPARE(m_session->stage(), Stage::NeedsOrganization);
    m_settings->addRecentOrganization(Acme, {.id = u"org_2"_s});
    m_session->openProfile(profile, Samples::token("a.b.c"));
    QCOMPARE(m_sourceFactory.source().requests().constLast().organizationId, u"org_2"_s);
}

void TestTenantSession::tenantWithoutAProfileNeedsItsToken()
{
    m_session->openTenant({*TenantDomain::fromText(Acme), {}}, {.organizationId = u"org_1"_s});
    QCOMPARE(m_session->stage(), Stage::NeedsToken);
    m_session->replaceToken(Samples::token("d.e.f"));
    QCOMPARE(m_session->stage(), Stage::Browsing);
    QCOMPARE(m_sourceFactory.source().requests().constFirst().organizationId, u"org_1"_s);
    QVERIFY(m_keyring->secrets.isEmpty());
}

void TestTenantSession::organizationIsRememberedAfterItsAnswer()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(m_session->directory().recent().isEmpty());
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
    QVERIFY(m_sourceFactory.source().fail(ApiError::Kind::NotFound));
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

void TestTenantSession::otherPageRemembersNothingNew()
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
    QVERIFY(isDemo(m_session->subject()) && !Vestibule::profileOf(m_session->subject()));
    QCOMPARE(m_session->access(), m_sourceFactory.demo->access);
    QCOMPARE(m_session->directory().organizations(), m_sourceFactory.demo->organizations);
    QCOMPARE(m_session->directory().state(), OrganizationDirectory::State::Complete);
    QCOMPARE(m_sourceFactory.source().requests().constFirst().organizationId, u"org_a"_s);
    QCOMPARE(m_sourceFactory.source().requests().constFirst().size, 25);
}

void TestTenantSession::demoOpensTheOrganizationThatIsNamed()
{
    QVERIFY(m_session->openDemo({.organizationId = u"org_b"_s}));
    QCOMPARE(m_sourceFactory.source().requests().constFirst().organizationId, u"org_b"_s);
}

void TestTenantSession::demoIsNotRemembered()
{
    QVERIFY(m_session->openDemo({}));
    QVERIFY(answer());
    QVERIFY(m_settings->recentOrganizations(m_sourceFactory.demo->access.domain.text()).isEmpty());
    QVERIFY(m_settings->profiles().isEmpty());
}

void TestTenantSession::demoThatCannotStartChangesNothing()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(answer());
    m_sourceFactory.demo.reset();
    QSignalSpy changed(m_session.get(), &TenantSession::changed);
    QVERIFY(!m_session->openDemo({}));
    QCOMPARE(changed.size(), 0);
    QVERIFY(!isDemo(m_session->subject()));
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(m_session->browser().state(), State::Loaded);
}

void TestTenantSession::leavingTheDemo()
{
    QVERIFY(m_session->openDemo({}));
    QVERIFY(answer());
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(!isDemo(m_session->subject()));
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
    QCOMPARE(m_sourceFactory.source().requests(), {expected});
    QVERIFY(!m_session->browser().page());
}

void TestTenantSession::otherOrganizationWhileLoading()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s, .size = 20});
    const auto before = m_sourceFactory.connectionSources.constLast().source;
    m_session->openOrganization(u"org_2"_s);
    QCOMPARE(before->pending(), 0);
    QCOMPARE(m_sourceFactory.source().requests().constFirst().size, 20);
    QVERIFY(answer());
    QCOMPARE(recentIds(), QStringList{u"org_2"_s});
}

void TestTenantSession::otherListKeepsTheOrganizationAndDropsTheFilter()
{
    m_session->openTenant(accessTo(Acme),
                          {.organizationId = u"org_1"_s, .size = 20, .isEnabled = true});
    QVERIFY(m_sourceFactory.source().fail(ApiError::Kind::NotFound));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->useEndpoint(ConnectionEndpoint::EnabledConnections);
    QCOMPARE(m_session->endpoint(), ConnectionEndpoint::EnabledConnections);
    QCOMPARE(m_sourceFactory.connectionSources.constLast().endpoint,
             ConnectionEndpoint::EnabledConnections);
    const PageRequest expected{.organizationId = u"org_1"_s, .size = 20};
    QCOMPARE(m_sourceFactory.source().requests(), {expected});

    m_session->openTenant(accessTo(Globex), {.organizationId = u"org_1"_s});
    QCOMPARE(m_session->endpoint(), ConnectionEndpoint::Connections); // it may have the newer one
}

void TestTenantSession::organizationsAreReadUnlessTheTokenForbidsIt_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("scope") << jwtText("read:organization_connections read:organizations") << true;
    QTest::newRow("summary") << jwtText("read:organizations_summary") << true;
    QTest::newRow("no scope") << jwtText("read:organization_connections") << false;
    QTest::newRow("opaque") << QByteArray("opaque") << true; // its scopes are unknown
}

void TestTenantSession::organizationsAreReadUnlessTheTokenForbidsIt()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, isAsked);
    m_session->openTenant(accessTo(Acme, token), {.organizationId = u"org_1"_s});
    QVERIFY(m_sourceFactory.organizationSource().checkpoints().isEmpty()); // it costs requests
    m_session->readOrganizations();
    QCOMPARE(m_sourceFactory.organizationSource().isPending(), isAsked);
    QCOMPARE(m_sourceFactory.organizationSources.constLast().access, accessTo(Acme, token));
}

void TestTenantSession::reconnectRepeatsAFailedRequest()
{
    m_session->reconnect(); // nothing is open
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(m_sourceFactory.source().fail(ApiError::Kind::Proxy));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->reconnect();
    QCOMPARE(m_sourceFactory.connectionSources.size(), 2);
    QCOMPARE(m_sourceFactory.connectionSources.at(1).access, accessTo(Acme));
    QVERIFY(answer());
}

void TestTenantSession::reconnectReadsTheOrganizationsAgain_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<bool>("hasFailed");
    QTest::newRow("failed while browsing") << u"org_1"_s << true;
    QTest::newRow("under way while browsing") << u"org_1"_s << false;
    QTest::newRow("failed before one is chosen") << QString() << true;
    QTest::newRow("under way before one is chosen") << QString() << false;
}

void TestTenantSession::reconnectReadsTheOrganizationsAgain()
{
    using DirectoryState = OrganizationDirectory::State;
    QFETCH(QString, organization);
    QFETCH(bool, hasFailed);
    m_session->openTenant(accessTo(Acme), {.organizationId = organization});
    m_session->reconnect();
    QCOMPARE(m_sourceFactory.organizationSources.size(), 2);
    QVERIFY(!m_sourceFactory.organizationSource().isPending()); // read() was not called
    m_session->readOrganizations();
    if (hasFailed) {
        QVERIFY(m_sourceFactory.organizationSource().answer(ApiError{.kind = ApiError::Kind::Tls}));
        QTRY_COMPARE(m_session->directory().state(), DirectoryState::Failed);
    }
    m_session->reconnect();
    QCOMPARE(m_sourceFactory.organizationSources.size(), 3);
    QCOMPARE(m_sourceFactory.organizationSource().isPending(), !hasFailed); // not unasked
    m_session->readOrganizations();
    QVERIFY(
        m_sourceFactory.organizationSource().answer(OrganizationPage{fakeOrganizations(0, 3), {}}));
    QTRY_COMPARE(m_session->directory().state(), DirectoryState::Complete);
}

//! One request, and not the whole list that nobody has asked for.
void TestTenantSession::reconnectLooksUpAName()
{
    m_session->openTenant(accessTo(Acme, jwtText("read:organizations")),
                          {.organizationId = fakeOrganization(7).id});
    QVERIFY(answer());
    QVERIFY(m_session->directory().isLookingUp());
    m_session->reconnect();
    QCOMPARE(m_sourceFactory.organizationSources.size(), 2);
    FakeOrganizationSource &source = m_sourceFactory.organizationSource();
    QVERIFY(source.answer(OrganizationPage{fakeOrganizations(0, 10), u"10"_s}));
    QTRY_COMPARE(m_session->directory().state(), OrganizationDirectory::State::Paused);
    QCOMPARE(m_session->directory().find(fakeOrganization(7).id), fakeOrganization(7));
    QCOMPARE(source.checkpoints().size(), 1);
}

void TestTenantSession::reconnectKeepsACompleteDirectory()
{
    QVERIFY(m_session->openDemo({}));
    m_session->reconnect();
    QCOMPARE(m_session->directory().organizations(), m_sourceFactory.demo->organizations);
}

void TestTenantSession::keptTokenOpensItsProfile()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "kept.for.acme");
    m_session->openProfile(profile);
    QCOMPARE(m_session->stage(), Stage::ReadingToken);
    QVERIFY(isAt(Stage::Browsing));
    QCOMPARE(m_sourceFactory.connectionSources.constLast().access, accessTo(Acme, "kept.for.acme"));
    QCOMPARE(m_sourceFactory.source().requests().constFirst().organizationId, u"org_1"_s);
}

void TestTenantSession::keptTokenOpensThePageThatIsNamed()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "kept.for.acme");
    const PageRequest third{
        .organizationId = u"org_2"_s, .index = 2, .size = 10, .isEnabled = true};
    m_session->openTenant({*TenantDomain::fromText(Acme), {}}, third, profile);
    QVERIFY(isAt(Stage::Browsing));
    QCOMPARE(m_session->access(), accessTo(Acme, "kept.for.acme"));
    QCOMPARE(m_sourceFactory.source().requests(), {third});
}

void TestTenantSession::withoutAUsableTokenThereIsNoRequest_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("keptFor");
    QTest::newRow("kept for another domain") << Acme << Globex;
    QTest::newRow("nothing kept") << Acme << QString();
    QTest::newRow("no domain") << u"http://evil.com"_s << Acme;
}

void TestTenantSession::withoutAUsableTokenThereIsNoRequest()
{
    QFETCH(QString, domain);
    QFETCH(QString, keptFor);
    const Profile profile = profileOf(domain);
    if (!keptFor.isEmpty())
        keep(profile, "a.b.c", keptFor);
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::NeedsToken));
    QVERIFY(!m_session->secretError());
    QVERIFY(m_sourceFactory.connectionSources.isEmpty()
            && m_sourceFactory.organizationSources.isEmpty());
    QVERIFY(m_session->access().token.isEmpty());
}

void TestTenantSession::lockedKeyringIsReportedAndReadAgain()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "a.b.c");
    bool isLocked = true;
    m_keyring->failWhen([&](const FakeSecretStore::Request &request) {
        return isLocked && request.key == profile.id
            ? std::optional(SecretError{.kind = SecretError::Kind::Locked})
            : std::nullopt;
    });
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::NeedsToken));
    QCOMPARE(m_session->secretError()->kind, SecretError::Kind::Locked);
    isLocked = false;
    m_session->readSecret();
    QCOMPARE(m_session->stage(), Stage::ReadingToken);
    QVERIFY(isAt(Stage::Browsing));
    QVERIFY(!m_session->secretError());
    const qsizetype before = m_keyring->requests().size();
    m_session->readSecret(); // there is nothing to read
    QCOMPARE(m_session->stage(), Stage::Browsing);
    QCOMPARE(m_keyring->requests().size(), before);
}

void TestTenantSession::otherProfileMeanwhileDropsTheFirstToken()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "kept.for.acme");
    m_session->openProfile(profile);
    m_session->openProfile(profileOf(Globex, u"g"_s), Samples::token("for.globex.alone"));
    QTest::qWait(10);
    QCOMPARE(m_sourceFactory.connectionSources.size(), 1);
    QCOMPARE(m_sourceFactory.connectionSources.at(0).access, accessTo(Globex, "for.globex.alone"));
}

void TestTenantSession::otherTokenKeepsThePage()
{
    const Profile profile = profileOf(Acme);
    m_session->openProfile(profile, Samples::token("a.b.c"));
    QVERIFY(answer());
    m_session->browser().goToPage(2);
    QVERIFY(m_sourceFactory.source().fail(ApiError::Kind::Unauthorized));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->replaceToken(Samples::token("d.e.f"));
    QCOMPARE(m_session->browser().page()->request.index, 0); // on screen meanwhile
    QCOMPARE(m_sourceFactory.connectionSources.constLast().access, accessTo(Acme, "d.e.f"));
    QCOMPARE(m_sourceFactory.source().indexes(), QList<int>{2});
    QVERIFY(answer());
    QTRY_COMPARE(m_keyring->secrets.value(profile.id), keptSecret(accessTo(Acme, "d.e.f")));
}

void TestTenantSession::removedProfileIsClosed()
{
    m_session->openProfile(profileOf(Acme), Samples::token("a.b.c"));
    m_session->closeProfile();
    QCOMPARE(m_session->stage(), Stage::Nothing);
    QVERIFY(!Vestibule::profileOf(m_session->subject()) && m_session->access().token.isEmpty());
    QCOMPARE(m_session->browser().state(), State::NotConfigured);
}

void TestTenantSession::applicationOpensItsProfile()
{
    const Profile profile = applicationOf(Acme);
    keepSecret(profile, "canary");
    m_session->openProfile(profile);
    QCOMPARE(m_session->stage(), Stage::ReadingToken);
    QVERIFY(isAt(Stage::Browsing));
    QCOMPARE(m_session->access(), signInTo(profile, "canary"));
    QCOMPARE(m_sourceFactory.connectionSources.constLast().access, signInTo(profile, "canary"));
    QVERIFY(m_session->tokenWatch().renewsItself());
    QVERIFY(answer());
    m_session->closeProfile();
    QVERIFY(!m_session->access().signsIn());
    QVERIFY(!m_session->tokenWatch().renewsItself());
}

void TestTenantSession::applicationThatIsGivenOpensItsProfile()
{
    const Profile profile = applicationOf(Acme);
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    QCOMPARE(m_session->stage(), Stage::Browsing);
    QCOMPARE(m_session->access(), signInTo(profile, "canary"));
    QVERIFY(m_keyring->requests().isEmpty());
}

void TestTenantSession::audienceThatIsGivenReplacesTheProfiles()
{
    const Profile profile = applicationOf(Acme);
    keepSecret(profile, "canary");
    m_session->openTenant({.domain = *TenantDomain::fromText(Acme),
                           .application = {.audience = u"https://given/api/v2/"_s}},
                          {.organizationId = u"org_1"_s}, profile);
    QVERIFY(isAt(Stage::Browsing));
    QCOMPARE(m_session->access().application.audience, u"https://given/api/v2/"_s);
    QCOMPARE(Vestibule::profileOf(m_session->subject())->audience, profile.audience);
}

void TestTenantSession::withoutAUsableSecretThereIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("kept");
    const Profile profile = applicationOf(Acme);
    Profile other = profile;
    other.clientId = u"other"_s;
    QTest::newRow("none") << QByteArray();
    QTest::newRow("a token") << keptSecret(accessTo(Acme, "a.b.c"));
    QTest::newRow("of another application") << keptSecret(signInTo(other, "canary"));
    QTest::newRow("of another tenant") << keptSecret(signInTo(applicationOf(Globex), "canary"));
}

void TestTenantSession::withoutAUsableSecretThereIsNoRequest()
{
    QFETCH(QByteArray, kept);
    const Profile profile = applicationOf(Acme);
    m_settings->setProfiles({profile});
    if (!kept.isEmpty())
        m_keyring->secrets.insert(profile.id, kept);
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::NeedsToken));
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
    QVERIFY(!m_session->access().isComplete());
    QVERIFY(!m_session->secretError());
}

void TestTenantSession::otherSecretKeepsThePage()
{
    const Profile profile = applicationOf(Acme);
    m_settings->setProfiles({profile});
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    QVERIFY(answer());
    m_session->browser().goToPage(2);
    QVERIFY(m_sourceFactory.source().fail(ApiError::Kind::SignIn));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->replaceApplication(signInTo(profile, "corrected").application);
    QCOMPARE(m_session->browser().page()->request.index, 0); // on screen meanwhile
    QCOMPARE(m_sourceFactory.connectionSources.constLast().access, signInTo(profile, "corrected"));
    QCOMPARE(m_sourceFactory.source().indexes(), QList<int>{2});
    QVERIFY(answer());
    QTRY_COMPARE(m_keyring->secrets.value(profile.id), keptSecret(signInTo(profile, "corrected")));
    QCOMPARE(m_settings->profiles(), QList<Profile>{profile});
}

void TestTenantSession::tokenInPlaceOfAnApplication()
{
    const Profile profile = applicationOf(Acme);
    keepSecret(profile, "canary");
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::Browsing));
    m_session->replaceToken(Samples::token("d.e.f"));
    QCOMPARE(m_session->access(), accessTo(Acme, "d.e.f"));
    QVERIFY(!m_session->tokenWatch().renewsItself());
    QCOMPARE(m_settings->profiles(), QList<Profile>{profileOf(Acme)});
    QTRY_COMPARE(m_keyring->secrets.value(profile.id), keptSecret(accessTo(Acme, "d.e.f")));
}

void TestTenantSession::applicationInPlaceOfAToken()
{
    const Profile profile = applicationOf(Acme);
    keep(profileOf(Acme), "a.b.c");
    m_session->openProfile(profileOf(Acme));
    QVERIFY(isAt(Stage::Browsing));
    m_session->replaceApplication(signInTo(profile, "canary").application);
    QCOMPARE(m_session->access(), signInTo(profile, "canary"));
    QVERIFY(m_session->tokenWatch().renewsItself());
    QCOMPARE(m_settings->profiles(), QList<Profile>{profile});
    QTRY_COMPARE(m_keyring->secrets.value(profile.id), keptSecret(signInTo(profile, "canary")));
}

void TestTenantSession::otherAccessWithoutItsSecretIsNotOnScreen()
{
    const Profile profile = applicationOf(Acme);
    keepSecret(profile, "canary");
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::Browsing));
    Profile renamed = profile;
    renamed.name = u"Acme"_s;
    m_session->showProfile(renamed, {});
    QCOMPARE(m_session->stage(), Stage::Browsing);
    m_session->profileStore().setProfiles({profileOf(Acme)}); // as the settings dialog does
    m_session->showProfile(profileOf(Acme), {});
    QVERIFY(!m_session->access().signsIn());
    QVERIFY(isAt(Stage::NeedsToken));
    m_session->showProfile(profile, signInTo(profile, "canary").application);
    QCOMPARE(m_session->stage(), Stage::Browsing);
}

void TestTenantSession::renewedTokenIsReviewed()
{
    const Profile profile = applicationOf(Acme);
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    const QSignalSpy changes(m_session.get(), &TenantSession::changed);
    const QSignalSpy renewals(m_session.get(), &TenantSession::tokenRenewed);
    m_session->readOrganizations(); // no token says yet that it would be in vain
    QCOMPARE(m_sourceFactory.organizationSource().checkpoints().size(), 1);
    m_signIn->setToken(Samples::jwt(R"({"scope":"read:organization_connections"})"));
    QCOMPARE(renewals.size(), 1);
    QVERIFY(changes.isEmpty()); // the window would begin anew
    QVERIFY(!m_session->tokenWatch().review().canListOrganizations);
    m_session->closeProfile();
    m_signIn->setToken(Samples::jwt(R"({"scope":"read:other"})"));
    QCOMPARE(renewals.size(), 1);
}

void TestTenantSession::renewalRepeatsWhatFailed()
{
    const Profile profile = applicationOf(Acme);
    m_session->renewToken(); // there is none
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    m_signIn->setToken(Samples::token("a.b.c"));
    QVERIFY(m_sourceFactory.source().fail(ApiError::Kind::Forbidden));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->renewToken();
    QVERIFY(m_signIn->replaced == QList<AccessToken>{Samples::token("a.b.c")});
    QCOMPARE(m_session->browser().state(), State::Failed);
    QVERIFY(m_signIn->answer(Samples::token("d.e.f")));
    QTRY_COMPARE(m_session->browser().state(), State::Loading);
    QVERIFY(answer());
    m_session->renewToken();
    m_session->openProfile(profileOf(Globex, u"g"_s), Samples::token("g.h.i"));
    const qsizetype before = m_sourceFactory.connectionSources.size();
    QVERIFY(!m_signIn->answer(Samples::token("j.k.l"))); // nobody waits for it any more
    QCOMPARE(m_sourceFactory.connectionSources.size(), before);
}

void TestTenantSession::filterCannotBeChangedWhereTheListHasNone()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QCOMPARE(m_session->filterProblem(), QString());
    m_session->useEndpoint(ConnectionEndpoint::EnabledConnections);
    QVERIFY(m_session->filterProblem().startsWith("The older list has"_L1));
    SavedView view{.domain = *TenantDomain::fromText(Acme)};
    m_session->openSavedView(std::make_shared<const SavedView>(view));
    QCOMPARE(m_session->filterProblem(), QString());
    view.provenance.isEnabled = true;
    m_session->openSavedView(std::make_shared<const SavedView>(view));
    QCOMPARE(m_session->filterProblem(), u"The saved view contains no others."_s);
}

void TestTenantSession::savedViewOfTheOlderListMakesNoRequest()
{
    SavedView view{.domain = *TenantDomain::fromText(Acme)};
    view.provenance.endpoint = ConnectionEndpoint::EnabledConnections;
    m_session->openSavedView(std::make_shared<const SavedView>(view));
    const ConnectionSourcePtr shown = m_session->browser().source();
    m_session->useEndpoint(ConnectionEndpoint::Connections);
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
    QCOMPARE(m_session->browser().source(), shown);
}

void TestTenantSession::closingASavedViewOpensThePageBefore()
{
    const PageRequest page{.organizationId = u"org_1"_s, .index = 2, .size = 10, .isEnabled = true};
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s, .size = 10});
    m_session->closeSavedView(); // there is none
    QCOMPARE(m_sourceFactory.connectionSources.size(), 1);
    m_session->openTenant(accessTo(Acme), page);
    m_session->openSavedView(viewOf(Globex));
    m_session->openSavedView(viewOf(Acme));
    QVERIFY(m_session->access().token.isEmpty());
    m_session->closeSavedView();
    QVERIFY(!savedViewOf(m_session->subject()));
    QCOMPARE(m_session->stage(), Stage::Browsing);
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(m_sourceFactory.source().requests(), {page});

    m_session->useEndpoint(ConnectionEndpoint::EnabledConnections);
    m_session->openSavedView(viewOf(Acme));
    m_session->closeSavedView();
    QCOMPARE(m_session->endpoint(), ConnectionEndpoint::EnabledConnections);
}

//! The page of the tenant before it would be asked for with the wrong organization.
void TestTenantSession::closingASavedViewOpensTheTenantThatHasNoToken()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    m_session->openTenant({.domain = *TenantDomain::fromText(Globex)},
                          {.organizationId = u"org_2"_s});
    QCOMPARE(m_session->stage(), Stage::NeedsToken);
    m_session->openSavedView(viewOf(Acme));
    m_session->closeSavedView();
    QCOMPARE(m_session->stage(), Stage::NeedsToken);
    QCOMPARE(m_session->organizationId(), u"org_2"_s);
}

void TestTenantSession::closingASavedViewOpensTheDemoBefore()
{
    QVERIFY(m_session->openDemo({.organizationId = u"org_b"_s}));
    m_session->openSavedView(viewOf(Acme));
    m_session->closeSavedView();
    QVERIFY(isDemo(m_session->subject()));
    QCOMPARE(m_session->organizationId(), u"org_b"_s);
    m_session->openSavedView(viewOf(Acme));
    m_sourceFactory.demo.reset();
    m_session->closeSavedView();
    QCOMPARE(m_session->stage(), Stage::Nothing);
}

void TestTenantSession::closingASavedViewNeedsTheProfileBefore()
{
    Profile profile = profileOf(Acme);
    m_settings->setProfiles({profile});
    m_session->openProfile(profile, Samples::token("a.b.c"));
    m_session->openSavedView(viewOf(Acme));
    profile.name = u"another name"_s;
    m_settings->setProfiles({profile});
    m_session->closeSavedView();
    QCOMPARE(*Vestibule::profileOf(m_session->subject()), profile);
    QVERIFY(m_session->access().token == Samples::token("a.b.c"));

    m_session->openSavedView(viewOf(Acme));
    profile.access = AccessKind::Application; // for which the token was not
    profile.clientId = u"client"_s;
    m_settings->setProfiles({profile});
    m_session->closeSavedView();
    QTRY_COMPARE(m_session->stage(), Stage::NeedsToken);
    QVERIFY(m_session->access().token.isEmpty());

    m_session->openProfile(profileOf(Acme), Samples::token("a.b.c"));
    m_session->openSavedView(viewOf(Acme));
    profile = profileOf(Acme);
    profile.audience = u"api.acme.example"_s; // what the session has was for another one
    m_settings->setProfiles({profile});
    m_session->closeSavedView();
    QTRY_COMPARE(m_session->stage(), Stage::NeedsToken);
    QVERIFY(m_session->access().token.isEmpty());

    m_session->openProfile(profileOf(Acme), Samples::token("a.b.c"));
    m_session->openSavedView(viewOf(Acme));
    m_settings->setProfiles({});
    m_session->closeSavedView();
    QCOMPARE(m_session->stage(), Stage::Nothing);
    QVERIFY(m_session->access().token.isEmpty());

    m_session->openProfile(profileOf(Acme), Samples::token("a.b.c"));
    m_session->openSavedView(viewOf(Acme));
    m_session->closeProfile();
    QVERIFY(savedViewOf(m_session->subject()));
    m_settings->setProfiles({profileOf(Acme)}); // another one for the same tenant
    m_session->closeSavedView();
    QCOMPARE(m_session->stage(), Stage::Nothing);
}

void TestTenantSession::closingASavedViewLeavesNothingOfNothing()
{
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    m_session->openSavedView(viewOf(Acme));
    m_session->close(); // forgets it
    m_session->openSavedView(viewOf(Acme));
    m_session->closeSavedView();
    QCOMPARE(m_session->stage(), Stage::Nothing);
    QVERIFY(m_session->access().token.isEmpty());
}

QTEST_GUILESS_MAIN(TestTenantSession)
#include "tst_tenantsession.moc"
