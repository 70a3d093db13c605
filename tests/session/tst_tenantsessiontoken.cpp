// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/sessionfixture.h"

//! Where the token of a profile comes from, and where it never goes.
class TestTenantSessionToken final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void keptTokenOpensItsProfile();
    void keptTokenOpensThePageThatIsNamed();
    void withoutAUsableTokenNobodyIsAsked_data();
    void withoutAUsableTokenNobodyIsAsked();
    void lockedKeyringIsToldAndAskedAgain();
    void anotherProfileMeanwhileDropsTheFirstToken();
    void anotherTokenKeepsTheView();
    void removedProfileIsLeft();
};

void TestTenantSessionToken::keptTokenOpensItsProfile()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "kept.for.acme");
    m_session->openProfile(profile);
    QCOMPARE(m_session->stage(), Stage::ReadingToken);
    QVERIFY(isAt(Stage::Browsing));
    QCOMPARE(m_gateway.connectionSources.constLast().access, accessTo(Acme, "kept.for.acme"));
    QCOMPARE(m_gateway.source().requests().constFirst().organizationId, u"org_1"_s);
}

void TestTenantSessionToken::keptTokenOpensThePageThatIsNamed()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "kept.for.acme");
    const PageRequest third{
        .organizationId = u"org_2"_s, .index = 2, .size = 10, .isEnabled = true};
    m_session->openTenant({*TenantDomain::fromText(Acme), {}}, third, profile);
    QVERIFY(isAt(Stage::Browsing));
    QCOMPARE(m_session->access(), accessTo(Acme, "kept.for.acme"));
    QCOMPARE(m_gateway.source().requests(), {third});
}

void TestTenantSessionToken::withoutAUsableTokenNobodyIsAsked_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("keptFor");
    QTest::newRow("kept for another domain") << Acme << Globex;
    QTest::newRow("nothing kept") << Acme << QString();
    QTest::newRow("no domain") << u"http://evil.com"_s << Acme;
}

void TestTenantSessionToken::withoutAUsableTokenNobodyIsAsked()
{
    QFETCH(QString, domain);
    QFETCH(QString, keptFor);
    const Profile profile = profileOf(domain);
    if (!keptFor.isEmpty())
        keep(profile, "a.b.c", keptFor);
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::NeedsToken));
    QVERIFY(!m_session->secretError());
    QVERIFY(m_gateway.connectionSources.isEmpty() && m_gateway.organizationSources.isEmpty());
    QVERIFY(m_session->access().token.isEmpty());
}

void TestTenantSessionToken::lockedKeyringIsToldAndAskedAgain()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "a.b.c");
    bool isLocked = true;
    m_keyring->failWhen([&](const FakeSecretStore::Request &request) {
        return isLocked && request.key == profile.id
            ? std::optional(SecretError{.kind = SecretError::Kind::Denied})
            : std::nullopt;
    });
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::NeedsToken));
    QCOMPARE(m_session->secretError()->kind, SecretError::Kind::Denied);
    isLocked = false;
    m_session->openProfile(profile);
    QVERIFY(isAt(Stage::Browsing));
    QVERIFY(!m_session->secretError());
}

void TestTenantSessionToken::anotherProfileMeanwhileDropsTheFirstToken()
{
    const Profile profile = profileOf(Acme);
    keep(profile, "kept.for.acme");
    m_session->openProfile(profile);
    m_session->openProfile(profileOf(Globex, u"g"_s), Samples::token("for.globex.alone"));
    QTest::qWait(10);
    QCOMPARE(m_gateway.connectionSources.size(), 1);
    QCOMPARE(m_gateway.connectionSources.at(0).access, accessTo(Globex, "for.globex.alone"));
}

void TestTenantSessionToken::anotherTokenKeepsTheView()
{
    const Profile profile = profileOf(Acme);
    m_session->openProfile(profile, Samples::token("a.b.c"));
    QVERIFY(answer());
    m_session->browser().goToPage(2);
    QVERIFY(m_gateway.source().fail(ApiError::Kind::Unauthorized));
    QTRY_COMPARE(m_session->browser().state(), State::Failed);
    m_session->replaceToken(Samples::token("d.e.f"));
    QCOMPARE(m_session->browser().page()->request.index, 0); // on screen meanwhile
    QCOMPARE(m_gateway.connectionSources.constLast().access, accessTo(Acme, "d.e.f"));
    QCOMPARE(m_gateway.source().indexes(), QList<int>{2});
    QVERIFY(answer());
    QTRY_COMPARE(m_keyring->secrets.value(profile.id), keptToken(accessTo(Acme, "d.e.f")));
}

void TestTenantSessionToken::removedProfileIsLeft()
{
    m_session->openProfile(profileOf(Acme), Samples::token("a.b.c"));
    m_session->closeProfile();
    QCOMPARE(m_session->stage(), Stage::Nothing);
    QVERIFY(!m_session->profile() && m_session->access().token.isEmpty());
    QCOMPARE(m_session->browser().state(), State::NotConfigured);
}

QTEST_GUILESS_MAIN(TestTenantSessionToken)
#include "tst_tenantsessiontoken.moc"
