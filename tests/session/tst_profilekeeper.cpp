// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/profilekeeper.h"
#include "session/profiletoken.h"
#include "support/fakesecretstore.h"
#include "support/tokensamples.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Action = FakeSecretStore::Request::Action;

namespace {

Profile profileOf(const QString &id)
{
    return {.id = id, .name = id, .domain = id + u".auth0.com"};
}

TenantAccess accessTo(const Profile &profile, const QByteArray &token)
{
    return {*TenantDomain::fromText(profile.domain), Samples::token(token)};
}

} // namespace

//! Profiles and their tokens come and go together.
class TestProfileKeeper final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTokenIsKeptUnderItsProfile();
    void theNextTokenTakesThePlaceOfTheOne();
    void aSecretGoesWithItsProfile();
    void aChangedProfileKeepsItsSecret();
    void noTokenReachesTheSettings();
    void failuresAreToldAndTheRestIsDone_data();
    void failuresAreToldAndTheRestIsDone();
    void mayGoWhileTheKeyringThinks();

private:
    [[nodiscard]] QStringList profileIds() const
    {
        QStringList ids;
        for (const Profile &profile : m_settings->profiles())
            ids.append(profile.id);
        return ids;
    }

    const Profile m_acme = profileOf(u"acme"_s);
    const Profile m_globex = profileOf(u"globex"_s);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<ProfileKeeper> m_keeper;
    std::unique_ptr<QSignalSpy> m_failures;
};

void TestProfileKeeper::init()
{
    m_keeper.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    m_secrets = std::make_unique<FakeSecretStore>();
    m_keeper = std::make_unique<ProfileKeeper>(*m_settings, *m_secrets);
    m_failures = std::make_unique<QSignalSpy>(m_keeper.get(), &ProfileKeeper::failed);
    m_keeper->setProfiles({m_acme, m_globex});
}

void TestProfileKeeper::aTokenIsKeptUnderItsProfile()
{
    const TenantAccess access = accessTo(m_acme, "aa.bb.cc");
    m_keeper->keepToken(m_acme.id, access);
    QCOMPARE(m_secrets->secrets.keys(), QStringList{m_acme.id});
    const QByteArray kept = m_secrets->secrets.value(m_acme.id);
    QVERIFY(tokenFromKept(kept, access.domain) == access.token);
    QVERIFY(!tokenFromKept(kept, *TenantDomain::fromText(m_globex.domain)));
}

void TestProfileKeeper::theNextTokenTakesThePlaceOfTheOne()
{
    m_keeper->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    const TenantAccess next = accessTo(m_acme, "dd.ee.ff");
    m_keeper->keepToken(m_acme.id, next);
    QCOMPARE(m_secrets->secrets.size(), 1);
    QVERIFY(tokenFromKept(m_secrets->secrets.value(m_acme.id), next.domain) == next.token);
}

void TestProfileKeeper::aSecretGoesWithItsProfile()
{
    m_keeper->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    m_keeper->keepToken(m_globex.id, accessTo(m_globex, "dd.ee.ff"));
    m_keeper->setProfiles({m_globex});
    QCOMPARE(profileIds(), QStringList{m_globex.id});
    QCOMPARE(m_secrets->secrets.keys(), QStringList{m_globex.id});
    m_keeper->setProfiles({});
    QVERIFY(m_secrets->secrets.isEmpty());
    QTest::qWait(2);
    QVERIFY(m_failures->isEmpty());
}

void TestProfileKeeper::aChangedProfileKeepsItsSecret()
{
    m_keeper->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    const qsizetype before = m_secrets->requests().size();
    Profile renamed = m_acme;
    renamed.name = u"Acme"_s;
    m_keeper->setProfiles({m_globex, renamed, profileOf(u"initech"_s)});
    QCOMPARE(profileIds(), QStringList({m_globex.id, m_acme.id, u"initech"_s}));
    QCOMPARE(m_secrets->requests().size(), before);
    QVERIFY(m_secrets->secrets.contains(m_acme.id));
}

void TestProfileKeeper::noTokenReachesTheSettings()
{
    m_keeper->keepToken(m_acme.id, accessTo(m_acme, "aa.canary.cc"));
    m_settings.reset(); // written
    QFile file(m_folder->filePath(u"vestibule.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("globex"));
    QVERIFY(!content.contains("canary"));
}

void TestProfileKeeper::failuresAreToldAndTheRestIsDone_data()
{
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::newRow("no keyring") << SecretError::Kind::Unavailable;
    QTest::newRow("locked") << SecretError::Kind::Denied;
    QTest::newRow("broken") << SecretError::Kind::Broken;
}

void TestProfileKeeper::failuresAreToldAndTheRestIsDone()
{
    QFETCH(SecretError::Kind, kind);
    m_secrets->secrets.insert(m_globex.id, "secret");
    m_secrets->failWhen([=, this](const FakeSecretStore::Request &request) {
        return request.key == m_acme.id ? std::optional(SecretError{.kind = kind}) : std::nullopt;
    });
    m_keeper->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    QVERIFY(m_failures->isEmpty()); // never from inside
    QTRY_COMPARE(m_failures->size(), 1);
    QCOMPARE(m_failures->constFirst().constFirst().value<SecretError>().kind, kind);

    m_keeper->setProfiles({});
    QVERIFY(m_settings->profiles().isEmpty());
    QTRY_COMPARE(m_failures->size(), 2);
    QVERIFY(!m_secrets->secrets.contains(m_globex.id));
}

void TestProfileKeeper::mayGoWhileTheKeyringThinks()
{
    m_secrets->hold();
    m_keeper->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    m_keeper->setProfiles({m_acme});
    QCOMPARE(m_secrets->pending(), 2);
    QCOMPARE(m_secrets->next().action, Action::Write);
    QVERIFY(m_secrets->succeed()); // in any order
    QTest::qWait(2);
    m_keeper.reset();
    QCOMPARE(m_secrets->pending(), 0);
}

QTEST_GUILESS_MAIN(TestProfileKeeper)
#include "tst_profilekeeper.moc"
