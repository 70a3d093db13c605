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

Profile applicationOf(const QString &id)
{
    Profile profile = profileOf(id);
    profile.access = AccessKind::Application;
    profile.clientId = u"client-of-"_s + id;
    profile.audience = u"https://canonical.eu.auth0.com/api/v2/"_s;
    return profile;
}

TenantAccess signInTo(const Profile &profile, const QByteArray &secret)
{
    return {.domain = *TenantDomain::fromText(profile.domain),
            .application = {.clientId = profile.clientId,
                            .secret = SecretBytes(secret),
                            .audience = profile.audience}};
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

    void otherAccessRemovesTheSecret_data();
    void otherAccessRemovesTheSecret();
    void otherAccessKeepsTheNewSecret();
    void noSecretReachesTheSettings();
    void accessOfAProfile();
    void storedSecretIsReadBack_data();
    void storedSecretIsReadBack();
    void storedSecretIsOnlyForItsApplication();
    void noVersionTakesASecretForAToken_data();
    void noVersionTakesASecretForAToken();
    void malformedApplicationsAreRefused_data();
    void malformedApplicationsAreRefused();

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
    m_store->keepSecret(m_acme.id, access);
    QCOMPARE(m_secrets->secrets.keys(), QStringList{m_acme.id});
    const QByteArray kept = m_secrets->secrets.value(m_acme.id);
    QVERIFY(tokenFromKept(kept, access.domain) == access.token);
    QVERIFY(!tokenFromKept(kept, *TenantDomain::fromText(m_globex.domain)));
}

void TestProfileStore::nextTokenReplacesTheOneBefore()
{
    m_store->keepSecret(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    const TenantAccess next = accessTo(m_acme, "dd.ee.ff");
    m_store->keepSecret(m_acme.id, next);
    QCOMPARE(m_secrets->secrets.size(), 1);
    QVERIFY(tokenFromKept(m_secrets->secrets.value(m_acme.id), next.domain) == next.token);
}

void TestProfileStore::secretIsRemovedWithItsProfile()
{
    m_store->keepSecret(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    m_store->keepSecret(m_globex.id, accessTo(m_globex, "dd.ee.ff"));
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
    m_store->keepSecret(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
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
    m_store->keepSecret(m_acme.id, accessTo(m_acme, "aa.canary.cc"));
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
    QTest::newRow("locked") << SecretError::Kind::Locked;
    QTest::newRow("broken") << SecretError::Kind::Broken;
}

void TestProfileStore::failuresAreReportedAndTheRestIsDone()
{
    QFETCH(SecretError::Kind, kind);
    m_secrets->secrets.insert(m_globex.id, "secret");
    m_secrets->failWhen([=, this](const FakeSecretStore::Request &request) {
        return request.key == m_acme.id ? std::optional(SecretError{.kind = kind}) : std::nullopt;
    });
    m_store->keepSecret(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
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
    m_store->keepSecret(m_acme.id, accessTo(m_acme, "aa.bb.cc"));
    m_store->setProfiles({m_acme});
    QCOMPARE(m_secrets->pending(), 2);
    QCOMPARE(m_secrets->next().action, Action::Write);
    QVERIFY(m_secrets->succeed()); // in any order
    QTest::qWait(2);
    m_store.reset();
    QCOMPARE(m_secrets->pending(), 0);
}

void TestProfileStore::otherAccessRemovesTheSecret_data()
{
    QTest::addColumn<AccessKind>("access");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<bool>("stays");
    QTest::newRow("the same") << AccessKind::Application << u"client-of-acme"_s << true;
    QTest::newRow("another application") << AccessKind::Application << u"other"_s << false;
    QTest::newRow("a token") << AccessKind::Token << u"client-of-acme"_s << false;
}

void TestProfileStore::otherAccessRemovesTheSecret()
{
    QFETCH(AccessKind, access);
    QFETCH(QString, clientId);
    QFETCH(bool, stays);
    Profile profile = applicationOf(u"acme"_s);
    m_store->setProfiles({profile});
    m_store->keepSecret(profile.id, signInTo(profile, "canary"));
    profile.access = access;
    profile.clientId = clientId;
    profile.audience.clear(); // which the secret is not bound to
    m_store->setProfiles({profile});
    QCOMPARE(m_secrets->secrets.contains(profile.id), stays);
}

//! As the settings dialog does it.
void TestProfileStore::otherAccessKeepsTheNewSecret()
{
    const Profile profile = applicationOf(u"acme"_s);
    const TenantAccess token = accessTo(m_acme, "aa.bb.cc");
    m_store->keepSecret(m_acme.id, token);
    m_store->setProfiles({profile});
    const TenantAccess application = signInTo(profile, "canary");
    m_store->keepSecret(profile.id, application);
    QVERIFY(accessFromKept(m_secrets->secrets.value(profile.id), application.domain, profile)
            == application);
    m_store->setProfiles({m_acme});
    m_store->keepSecret(m_acme.id, token);
    QVERIFY(accessFromKept(m_secrets->secrets.value(m_acme.id), token.domain, m_acme) == token);
    QCOMPARE(m_secrets->secrets.size(), 1);
}

void TestProfileStore::noSecretReachesTheSettings()
{
    const Profile profile = applicationOf(u"acme"_s);
    m_store->setProfiles({profile});
    m_store->keepSecret(profile.id, signInTo(profile, "canary"));
    m_settings.reset(); // writes the file
    QFile file(m_folder->filePath(u"vestibule.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("client-of-acme"));
    QVERIFY(!content.contains("canary") && !content.contains(QByteArray("canary").toHex()));
}

void TestProfileStore::accessOfAProfile()
{
    const Profile application = applicationOf(u"acme"_s);
    Profile token = withAccess(application, accessTo(m_acme, "aa.bb.cc"));
    QCOMPARE(token, m_acme);
    QCOMPARE(withAccess(token, signInTo(application, "canary")), application);
}

void TestProfileStore::storedSecretIsReadBack_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("usual") << u"acme.eu.auth0.com"_s << u"AbC123"_s << "x_Y-9"_ba;
    QTest::newRow("any characters")
        << u"127.0.0.1:8080"_s << u"é\n \"id\""_s << QByteArray("\0\n\xff secret = 1\n", 15);
    QTest::newRow("long") << u"login.acme.com"_s << u"a"_s << QByteArray(8'000, 's');
}

void TestProfileStore::storedSecretIsReadBack()
{
    QFETCH(QString, domain);
    QFETCH(QString, clientId);
    QFETCH(QByteArray, secret);
    const TenantDomain tenant = *TenantDomain::fromText(domain);
    const QByteArray kept = keptSecret(
        {.domain = tenant, .application = {.clientId = clientId, .secret = SecretBytes(secret)}});
    const auto found = clientSecretFromKept(kept, tenant, clientId);
    QVERIFY(found);
    QVERIFY(found->bytes() == secret);
}

void TestProfileStore::storedSecretIsOnlyForItsApplication()
{
    const Profile profile = applicationOf(u"acme"_s);
    const TenantAccess access = signInTo(profile, "canary");
    const QByteArray kept = keptSecret(access);
    QVERIFY(accessFromKept(kept, access.domain, profile) == access);
    QVERIFY(!accessFromKept(kept, *TenantDomain::fromText(m_globex.domain), profile));
    QVERIFY(!accessFromKept(kept, {}, profile));
    for (const QString &other : {u"client-of-acm"_s, u"client-of-acme2"_s, u"CLIENT-OF-ACME"_s,
                                 u"client-of-acme\n63"_s, QString()}) {
        Profile changed = profile;
        changed.clientId = other;
        QVERIFY2(!accessFromKept(kept, access.domain, changed), qPrintable(other));
    }
    QVERIFY(!accessFromKept(kept, access.domain, m_acme)); // a token
    QVERIFY(!accessFromKept(keptSecret(accessTo(m_acme, "aa.bb.cc")), access.domain, profile));
}

//! An earlier version reads everything that follows the domain as a token.
void TestProfileStore::noVersionTakesASecretForAToken_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QByteArray>("secret");
    const QByteArray jwt = Samples::jwt(R"({"scope":"read:a"})").secret().bytes().toByteArray();
    QTest::newRow("usual") << u"AbC123"_s << "x_Y-9"_ba;
    QTest::newRow("a JWT") << u"AbC123"_s << jwt;
    QTest::newRow("like a JWT") << u"eyJhbGciOiJSUzI1NiJ9"_s << "eyJhbGciOiJSUzI1NiJ9"_ba;
    QTest::newRow("an assignment") << u"access_token=aa.bb.cc"_s << "access_token=aa.bb.cc"_ba;
    QTest::newRow("lines") << u"\nAuthorization: Bearer aa.bb.cc\n"_s
                           << "\nAuthorization: Bearer aa.bb.cc\n" + jwt + '\n';
}

void TestProfileStore::noVersionTakesASecretForAToken()
{
    QFETCH(QString, clientId);
    QFETCH(QByteArray, secret);
    const TenantDomain domain = *TenantDomain::fromText(m_acme.domain);
    const QByteArray kept = keptSecret(
        {.domain = domain, .application = {.clientId = clientId, .secret = SecretBytes(secret)}});
    QVERIFY(!tokenFromKept(kept, domain));
    // As earlier versions did it.
    const qsizetype end = kept.indexOf('\n');
    QVERIFY(!AccessToken::fromText(QString::fromLatin1(kept.sliced(end + 1))));
}

void TestProfileStore::malformedApplicationsAreRefused_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no secret") << "acme.auth0.com\napplication 1\n6964"_ba;
    QTest::newRow("an empty secret") << "acme.auth0.com\napplication 1\n6964\n"_ba;
    QTest::newRow("half a byte") << "acme.auth0.com\napplication 1\n6964\n616"_ba;
    QTest::newRow("not digits") << "acme.auth0.com\napplication 1\n6964\nsecret"_ba;
    QTest::newRow("a newer format") << "acme.auth0.com\napplication 2\n6964\n6161"_ba;
    QTest::newRow("more lines") << "acme.auth0.com\napplication 1\n6964\n6161\n6161"_ba;
    QTest::newRow("no domain") << "\napplication 1\n6964\n6161"_ba;
}

void TestProfileStore::malformedApplicationsAreRefused()
{
    QFETCH(QByteArray, kept);
    const TenantDomain acme = *TenantDomain::fromText(u"acme.auth0.com"_s);
    QVERIFY(!clientSecretFromKept(kept, acme, u"id"_s));
    QVERIFY(clientSecretFromKept("acme.auth0.com\napplication 1\n6964\n6161", acme, u"id"_s));
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
    const auto kept = tokenFromKept(keptSecret(access), access.domain);
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
        keptSecret({*TenantDomain::fromText(u"acme.auth0.com"_s), Samples::token("aa.bb.cc")});
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
