// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/profilestore.h"

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

class TestProfileStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tokenIsStoredForItsProfile();
    void nextTokenReplacesTheOneBefore();
    void secretIsRemovedWithItsProfile();
    void changedProfileKeepsItsSecret();
    void noTokenReachesTheSettings();
    void failuresAreReportedAndTheRestIsDone_data();
    void failuresAreReportedAndTheRestIsDone();
    void canBeDestroyedWhileTheKeyringWorks();

    void storedTokenIsReadBack_data();
    void storedTokenIsReadBack();
    void storedTokenIsOnlyForItsDomain_data();
    void storedTokenIsOnlyForItsDomain();
    void malformedSecretsAreRefused_data();
    void malformedSecretsAreRefused();

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
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<QSignalSpy> m_failures;
};

void TestProfileStore::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    m_secrets = std::make_unique<FakeSecretStore>();
    m_store = std::make_unique<ProfileStore>(*m_settings, *m_secrets);
    m_failures = std::make_unique<QSignalSpy>(m_store.get(), &ProfileStore::failed);
    m_store->setProfiles({m_acme, m_globex});
}

void TestProfileStore::tokenIsStoredForItsProfile()
{
    const TenantAccess access = accessTo(m_acme, "aa.bb.cc");
    m_store->keepToken(m_acme.id, access);
    QCOMPARE(m_secrets->secrets.keys(), QStringList{m_acme.id});
    const QByteArray kept = m_secrets->secrets.value(m_acme.id);
    QVERIFY(tokenFromKept(kept, access.domain) == access.token);
    QVERIFY(!tokenFromKept(kept, *TenantDomain::fromText(m_globex.domain)));
}

void TestProfileStore::nextTokenReplacesTheOneBefore()
{
    m_store->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    const TenantAccess next = accessTo(m_acme, "dd.ee.ff");
    m_store->keepToken(m_acme.id, next);
    QCOMPARE(m_secrets->secrets.size(), 1);
    QVERIFY(tokenFromKept(m_secrets->secrets.value(m_acme.id), next.domain) == next.token);
}

void TestProfileStore::secretIsRemovedWithItsProfile()
{
    m_store->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    m_store->keepToken(m_globex.id, accessTo(m_globex, "dd.ee.ff"));
    m_store->setProfiles({m_globex});
    QCOMPARE(profileIds(), QStringList{m_globex.id});
    QCOMPARE(m_secrets->secrets.keys(), QStringList{m_globex.id});
    m_store->setProfiles({});
    QVERIFY(m_secrets->secrets.isEmpty());
    QTest::qWait(2);
    QVERIFY(m_failures->isEmpty());
}

void TestProfileStore::changedProfileKeepsItsSecret()
{
    m_store->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    const qsizetype before = m_secrets->requests().size();
    Profile renamed = m_acme;
    renamed.name = u"Acme"_s;
    m_store->setProfiles({m_globex, renamed, profileOf(u"initech"_s)});
    QCOMPARE(profileIds(), QStringList({m_globex.id, m_acme.id, u"initech"_s}));
    QCOMPARE(m_secrets->requests().size(), before);
    QVERIFY(m_secrets->secrets.contains(m_acme.id));
}

void TestProfileStore::noTokenReachesTheSettings()
{
    m_store->keepToken(m_acme.id, accessTo(m_acme, "aa.canary.cc"));
    m_settings.reset(); // writes the file
    QFile file(m_folder->filePath(u"vestibule.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("globex"));
    QVERIFY(!content.contains("canary"));
}

void TestProfileStore::failuresAreReportedAndTheRestIsDone_data()
{
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::newRow("no keyring") << SecretError::Kind::Unavailable;
    QTest::newRow("locked") << SecretError::Kind::Denied;
    QTest::newRow("broken") << SecretError::Kind::Broken;
}

void TestProfileStore::failuresAreReportedAndTheRestIsDone()
{
    QFETCH(SecretError::Kind, kind);
    m_secrets->secrets.insert(m_globex.id, "secret");
    m_secrets->failWhen([=, this](const FakeSecretStore::Request &request) {
        return request.key == m_acme.id ? std::optional(SecretError{.kind = kind}) : std::nullopt;
    });
    m_store->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    QVERIFY(m_failures->isEmpty()); // emitted later
    QTRY_COMPARE(m_failures->size(), 1);
    QCOMPARE(m_failures->constFirst().constFirst().value<SecretError>().kind, kind);

    m_store->setProfiles({});
    QVERIFY(m_settings->profiles().isEmpty());
    QTRY_COMPARE(m_failures->size(), 2);
    QVERIFY(!m_secrets->secrets.contains(m_globex.id));
}

void TestProfileStore::canBeDestroyedWhileTheKeyringWorks()
{
    m_secrets->hold();
    m_store->keepToken(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    m_store->setProfiles({m_acme});
    QCOMPARE(m_secrets->pending(), 2);
    QCOMPARE(m_secrets->next().action, Action::Write);
    QVERIFY(m_secrets->succeed()); // in any order
    QTest::qWait(2);
    m_store.reset();
    QCOMPARE(m_secrets->pending(), 0);
}

void TestProfileStore::storedTokenIsReadBack_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("usual") << u"acme.eu.auth0.com"_s << QByteArray("aa.bb.cc");
    QTest::newRow("opaque") << u"login.example.com"_s << QByteArray("opaque");
    QTest::newRow("with a port") << u"127.0.0.1:8080"_s << QByteArray("aa.bb.cc");
    QTest::newRow("long") << u"acme.auth0.com"_s << QByteArray(8'000, 'x');
}

void TestProfileStore::storedTokenIsReadBack()
{
    QFETCH(QString, domain);
    QFETCH(QByteArray, token);
    const TenantAccess access{*TenantDomain::fromText(domain), Samples::token(token)};
    const auto kept = tokenFromKept(keptToken(access), access.domain);
    QVERIFY(kept);
    QVERIFY(*kept == access.token); // not QCOMPARE(): it would print them
}

void TestProfileStore::storedTokenIsOnlyForItsDomain_data()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("another") << u"globex.auth0.com"_s;
    QTest::newRow("longer") << u"acme.auth0.com.example.com"_s;
    QTest::newRow("shorter") << u"auth0.com"_s;
    QTest::newRow("none") << QString();
}

void TestProfileStore::storedTokenIsOnlyForItsDomain()
{
    QFETCH(QString, domain);
    const QByteArray kept =
        keptToken({*TenantDomain::fromText(u"acme.auth0.com"_s), Samples::token("aa.bb.cc")});
    const auto other = TenantDomain::fromText(domain);
    QVERIFY(!tokenFromKept(kept, other ? *other : TenantDomain()));
}

void TestProfileStore::malformedSecretsAreRefused_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a token without a domain") << QByteArray("aa.bb.cc");
    QTest::newRow("a domain without a token") << QByteArray("acme.auth0.com");
    QTest::newRow("an empty token") << QByteArray("acme.auth0.com\n");
    QTest::newRow("an empty domain") << QByteArray("\naa.bb.cc");
    QTest::newRow("another header") << QByteArray("acme.auth0.com\naa.bb.cc\r\nX-Evil: 1");
    QTest::newRow("a space inside") << QByteArray("acme.auth0.com\naa.bb cc");
    QTest::newRow("a zero byte") << QByteArray("acme.auth0.com\naa.\0.cc", 23);
    QTest::newRow("not ASCII") << QByteArray("acme.auth0.com\naa.\xc3\xa4.cc");
    QTest::newRow("two million characters")
        << QByteArray("acme.auth0.com\n") + QByteArray(2'000'000, 'x');
}

void TestProfileStore::malformedSecretsAreRefused()
{
    QFETCH(QByteArray, kept);
    QVERIFY(!tokenFromKept(kept, *TenantDomain::fromText(u"acme.auth0.com"_s)));
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
