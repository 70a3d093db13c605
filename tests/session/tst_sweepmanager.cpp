// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/sweepmanager.h"
#include "session/sweeptext.h"

#include "support/sessionfixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using Kind = Vestibule::ApiError::Kind;

namespace {

const ApiError Expired{.kind = Kind::Unauthorized, .httpStatus = 401, .detail = u"Expired"_s};
const ApiError WrongSecret{
    .kind = Kind::SignIn, .httpStatus = 401, .errorCode = u"access_denied"_s};

} // namespace

//! The sweeps of the program, while the session opens tenants and gets tokens.
class TestSweepManager final : public QObject, protected SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startNeedsATenantWithAToken();
    void expectedTime();
    void oneSweepOfATenant();
    void goesOnInAnotherTenant();
    void newTokenResumes();
    void tokenOfAnotherTenantDoesNot();
    void correctedSecretResumes();
    void secretOfAnotherTenantDoesNot();
    void resumingAnApplicationAsksForAnotherToken();
    void resumesAfterTheSessionThatAskedHasEnded();
    void renewedTokenResumes();
    void scopesAreThoseOfTheSignIn();
    void secretsAreDroppedAtTheEnd();
    void olderList();
    void demoIsKnownByItsName();
    void stopAllWaitsForTheEnd();
    void anewFromTheEndedSignal();

private:
    void open(const QString &domain, const QByteArray &token = "a.b.c")
    {
        m_session->openTenant(accessTo(domain, token), {.organizationId = u"org_1"_s});
    }
    //! The source of the latest sweep.
    [[nodiscard]] FakeSweepSource &source() const { return m_sourceFactory.sweepSource(); }
    //! Its requests stay open after the list of 3 organizations.
    Sweep *start(const SweepManager::Options &options = {})
    {
        Sweep *sweep = m_manager->start(*m_session, options);
        source().organizations.serve(3, 100);
        return sweep;
    }
    //! Answers all requests from now on.
    void serve() const
    {
        source().connections.answerAll(
            [](const PageRequest &request) { return fakePage(request, 2); });
        while (source().connections.answer(qsizetype(2))) {}
    }

    std::unique_ptr<SweepManager> m_manager;
};

void TestSweepManager::init()
{
    reset();
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
    m_manager = std::make_unique<SweepManager>();
    m_manager->addSession(*m_session);
}

void TestSweepManager::cleanup()
{
    m_manager.reset();
}

void TestSweepManager::startNeedsATenantWithAToken()
{
    QVERIFY(!m_manager->canStart(*m_session));
    QVERIFY(!m_manager->start(*m_session, {}));
    m_session->openTenant({*TenantDomain::fromText(Acme), {}}, {});
    QVERIFY(!m_manager->canStart(*m_session));
    QSignalSpy changed(m_manager.get(), &SweepManager::changed);
    open(Acme);
    QVERIFY(m_manager->canStart(*m_session));
    QVERIFY(!changed.isEmpty());
    QVERIFY(!m_manager->find(Acme));
    Sweep *sweep = start({.share = 25});
    QVERIFY(sweep);
    QCOMPARE(sweep->share(), 25);
    QCOMPARE(source().share, 25);
    QCOMPARE(sweep->request().tenant, Acme);
    QCOMPARE(sweep->request().path, workingInventory(Acme));
    QCOMPARE(m_manager->find(Acme), sweep);
    QCOMPARE(m_manager->domainOf(*sweep).text(), Acme);
    QCOMPARE(m_manager->running(), QList<Sweep *>({sweep}));
}

void TestSweepManager::expectedTime()
{
    QVERIFY(!m_manager->expectedTime(*m_session, 100, 50));
    open(Acme);
    QVERIFY(!m_manager->expectedTime(*m_session, 100, 50)); // no answer yet has told a limit
    m_sourceFactory.sweepRate = 0.4;
    QCOMPARE(m_manager->expectedTime(*m_session, 1204, 25), std::chrono::seconds(3010));
    QCOMPARE(source().share, 25);
    QVERIFY(start());
    QVERIFY(!m_manager->expectedTime(*m_session, 1204, 25));
    // Without a translation, plurals are as they are written in the source.
    QCOMPARE(expectedSweepText(204, std::chrono::seconds(3010), 25),
             u"204 organization(s), about 50 min at 25 % of the rate limit."_s);
    QCOMPARE(expectedSweepText(1, {}, 25), u"1 organization(s)."_s);
}

void TestSweepManager::oneSweepOfATenant()
{
    open(Acme, jwtText("read:organizations read:organization_connections"));
    Sweep *sweep = start();
    QCOMPARE(sweep->request().scopes,
             QStringList({u"read:organizations"_s, u"read:organization_connections"_s}));
    QVERIFY(!m_manager->canStart(*m_session));
    QVERIFY(!m_manager->start(*m_session, {}));
    QSignalSpy ended(m_manager.get(), &SweepManager::ended);
    QTRY_COMPARE(source().connections.pending(), 3);
    serve();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(m_manager->running().isEmpty());
    QCOMPARE(m_manager->find(Acme), sweep);
    QVERIFY(sweep->summary().isComplete());
    QVERIFY(m_manager->canStart(*m_session));
    QVERIFY(start({.anew = true}));
    QTRY_COMPARE(source().connections.pending(), 3);
}

void TestSweepManager::goesOnInAnotherTenant()
{
    open(Acme);
    Sweep *sweep = start();
    FakeSweepSource &first = source();
    QTRY_COMPARE(first.connections.pending(), 3);
    open(Globex);
    QCOMPARE(first.connections.pending(), 3);
    Sweep *other = start();
    QCOMPARE(m_manager->running(), QList<Sweep *>({sweep, other}));
    QTRY_COMPARE(source().connections.pending(), 3);
    serve();
    QTRY_VERIFY(!other->isRunning());
    QCOMPARE(m_manager->running(), QList<Sweep *>({sweep}));
    while (first.connections.answer(qsizetype(2))) {}
    QTRY_VERIFY(!sweep->isRunning());
    QVERIFY(sweep->summary().isComplete());
}

void TestSweepManager::newTokenResumes()
{
    open(Acme);
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(Expired))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    QCOMPARE(m_manager->resumeNeeds(*m_session, *sweep), SweepManager::ResumeNeeds::Token);
    open(Globex, "g.h.i");
    QCOMPARE(m_manager->resumeNeeds(*m_session, *sweep), SweepManager::ResumeNeeds::OpenTenant);
    m_manager->resume(*m_session, *sweep);
    QCOMPARE(sweep->state(), Sweep::State::Paused);
    open(Acme); // with the token that was refused
    QCOMPARE(sweep->state(), Sweep::State::Paused);
    m_session->replaceToken(Samples::token("d.e.f"));
    QCOMPARE(sweep->state(), Sweep::State::Reading);
    QCOMPARE(m_sourceFactory.sweepSources.constLast().access, accessTo(Acme, "d.e.f"));
    source().organizations.serve(3, 100);
    serve();
    QTRY_VERIFY(!sweep->isRunning());
    QVERIFY(sweep->summary().isComplete());
    for (const auto &each : m_sourceFactory.sweepSources)
        QCOMPARE(each.access.domain.text(), Acme);
}

void TestSweepManager::tokenOfAnotherTenantDoesNot()
{
    open(Acme);
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(ApiError{.kind = Kind::Offline}))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    QCOMPARE(m_manager->resumeNeeds(*m_session, *sweep), SweepManager::ResumeNeeds::Nothing);
    open(Globex, "g.h.i");
    QCOMPARE(sweep->state(), Sweep::State::Paused); // nobody asked for it
    m_manager->resume(*m_session, *sweep);
    QCOMPARE(m_sourceFactory.sweepSources.constLast().access, accessTo(Acme));
}

void TestSweepManager::correctedSecretResumes()
{
    const Profile profile = applicationOf(Acme);
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(WrongSecret))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    QCOMPARE(std::get<ApiError>(sweep->cause()).kind, Kind::SignIn);
    QCOMPARE(m_manager->resumeNeeds(*m_session, *sweep), SweepManager::ResumeNeeds::Token);
    m_session->replaceApplication(signInTo(profile, "canary").application); // the same once more
    QCOMPARE(sweep->state(), Sweep::State::Paused);
    m_session->replaceApplication(signInTo(profile, "corrected").application);
    QCOMPARE(sweep->state(), Sweep::State::Reading);
    QCOMPARE(m_sourceFactory.sweepSources.constLast().access, signInTo(profile, "corrected"));
    source().organizations.serve(3, 100);
    serve();
    QTRY_VERIFY(!sweep->isRunning());
    QVERIFY(sweep->summary().isComplete());
}

void TestSweepManager::secretOfAnotherTenantDoesNot()
{
    const Profile acme = applicationOf(Acme);
    m_session->openProfile(acme, signInTo(acme, "canary").application);
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(WrongSecret))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    const Profile globex = applicationOf(Globex, u"g"_s);
    m_session->openProfile(globex, signInTo(globex, "of globex").application);
    QCOMPARE(m_manager->resumeNeeds(*m_session, *sweep), SweepManager::ResumeNeeds::OpenTenant);
    m_manager->resume(*m_session, *sweep);
    m_signIn->setToken(Samples::token("g.h.i"));
    QCOMPARE(sweep->state(), Sweep::State::Paused);
    for (const auto &each : m_sourceFactory.sweepSources)
        QCOMPARE(each.access, signInTo(acme, "canary"));
}

//! Its rights may have been changed meanwhile.
void TestSweepManager::resumingAnApplicationAsksForAnotherToken()
{
    const Profile profile = applicationOf(Acme);
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    m_signIn->setToken(Samples::token("a.b.c"));
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(Expired))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    QCOMPARE(m_manager->resumeNeeds(*m_session, *sweep), SweepManager::ResumeNeeds::Nothing);
    m_manager->resume(*m_session, *sweep);
    QCOMPARE(sweep->state(), Sweep::State::Paused);
    QVERIFY(m_signIn->replaced == QList<AccessToken>{Samples::token("a.b.c")});
    QVERIFY(m_signIn->refuse(WrongSecret));
    QTRY_COMPARE(sweep->state(), Sweep::State::Reading); // whose next request says why
    source().organizations.serve(3, 100);
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(WrongSecret))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    QCOMPARE(std::get<ApiError>(sweep->cause()).kind, Kind::SignIn);
}

//! Its window was closed while the application signed in again.
void TestSweepManager::resumesAfterTheSessionThatAskedHasEnded()
{
    const Profile profile = applicationOf(Acme);
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    m_signIn->setToken(Samples::token("a.b.c"));
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(Expired))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    open(Globex); // so that this session does not take the new token for the sweep
    auto other = std::make_unique<TenantSession>(
        TenantSession::Environment{*m_settings, *m_secrets, m_sourceFactory});
    m_manager->addSession(*other);
    m_manager->resume(*other, *sweep);
    other.reset();
    QVERIFY(m_signIn->answer(Samples::token("d.e.f")));
    QTRY_COMPARE(sweep->state(), Sweep::State::Reading);
    QCOMPARE(m_sourceFactory.sweepSources.constLast().access, signInTo(profile, "canary"));
    source().organizations.serve(3, 100);
    serve();
    QTRY_VERIFY(!sweep->isRunning());
    QVERIFY(sweep->summary().isComplete());
}

void TestSweepManager::renewedTokenResumes()
{
    const Profile profile = applicationOf(Acme);
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    m_signIn->setToken(Samples::token("a.b.c"));
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    while (source().connections.answer(FakeSource::Answer(Expired))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    m_session->openOrganization(u"org_2"_s); // emits changed()
    QCOMPARE(sweep->state(), Sweep::State::Paused);
    m_signIn->setToken(Samples::token("d.e.f")); // for a request of the window
    QCOMPARE(sweep->state(), Sweep::State::Reading);
    source().organizations.serve(3, 100);
    serve();
    QTRY_VERIFY(!sweep->isRunning());
}

void TestSweepManager::scopesAreThoseOfTheSignIn()
{
    const Profile profile = applicationOf(Acme);
    m_session->openProfile(profile, signInTo(profile, "canary").application);
    m_signIn->setToken(Samples::jwt(R"({"scope":"read:a read:b"})"));
    QCOMPARE(start()->request().scopes, QStringList({u"read:a"_s, u"read:b"_s}));
}

void TestSweepManager::secretsAreDroppedAtTheEnd()
{
    const Profile profile = applicationOf(Acme);
    auto application = signInTo(profile, "canary").application;
    m_session->openProfile(profile, application);
    const Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    open(Globex);
    serve();
    QTRY_VERIFY(!sweep->isRunning());
    QCOMPARE(m_manager->domainOf(*sweep).text(), Acme);
    m_sourceFactory.sweepSources.clear();
    m_sourceFactory.connectionSources.clear();
    m_sourceFactory.organizationSources.clear();
    m_sourceFactory.signedIn.reset();
    QCOMPARE(m_signIn.use_count(), 1);
}

void TestSweepManager::olderList()
{
    open(Acme);
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    const ApiError noRoute{.kind = Kind::NotFound, .httpStatus = 404, .detail = u"Not Found"_s};
    while (source().connections.answer(FakeSource::Answer(noRoute))) {}
    QTRY_COMPARE(sweep->state(), Sweep::State::Paused);
    QCOMPARE(m_manager->resumeNeeds(*m_session, *sweep), SweepManager::ResumeNeeds::OlderList);
    m_manager->resumeWithOlderList(*m_session, *sweep);
    QCOMPARE(source().endpoint(), ConnectionEndpoint::EnabledConnections);
    source().organizations.serve(3, 100);
    serve();
    QTRY_VERIFY(!sweep->isRunning());
    QCOMPARE(sweep->summary().endpoint, ConnectionEndpoint::EnabledConnections);
}

void TestSweepManager::demoIsKnownByItsName()
{
    QVERIFY(m_session->openDemo({}));
    Sweep *sweep = start();
    QVERIFY(sweep);
    QCOMPARE(sweep->request().tenant, u"demo"_s);
    QCOMPARE(m_manager->find(u"demo"_s), sweep);
}

void TestSweepManager::stopAllWaitsForTheEnd()
{
    QSignalSpy stopped(m_manager.get(), &SweepManager::stopped);
    m_manager->stopAll();
    QTRY_COMPARE(stopped.size(), 1);
    open(Acme);
    Sweep *sweep = start();
    QTRY_COMPARE(source().connections.pending(), 3);
    m_manager->stopAll();
    QVERIFY(source().connections.answer(qsizetype(2)));
    QTRY_COMPARE(stopped.size(), 2);
    QVERIFY(!sweep->isRunning());
    QCOMPARE(sweep->summary().counts.read, 1);
}

void TestSweepManager::anewFromTheEndedSignal()
{
    open(Acme);
    start();
    bool isFirst = true;
    connect(m_manager.get(), &SweepManager::ended, this, [&] {
        if (std::exchange(isFirst, false)) {
            QVERIFY(start({.anew = true}));
            serve();
        }
    });
    QTRY_COMPARE(source().connections.pending(), 3);
    serve();
    QTRY_COMPARE(m_sourceFactory.sweepSources.size(), 2);
    QTRY_VERIFY(m_manager->running().isEmpty());
    QVERIFY(m_manager->find(Acme)->summary().isComplete());
}

QTEST_GUILESS_MAIN(TestSweepManager)

#include "tst_sweepmanager.moc"
