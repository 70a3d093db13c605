// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tokenwatch.h"
#include "support/fakesignin.h"
#include "support/tokensamples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

class TestTokenWatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutATokenNothingIsEmitted();
    void otherTokenEmitsChanged();
    void endIsNearBelowTenMinutes_data();
    void endIsNearBelowTenMinutes();
    void expiredIsEmittedOnce();
    void nextTokenExpiresByItself();
    void expiredTokenEmitsNothingLater();
    void tokenWithoutAnEndNeverExpires();
    void emptyTokenEndsWatching();
    void checksByItself();
    void renewedTokenIsReviewed();
    void renewingTokenNeverExpires();
    void tokenInPlaceOfASignInExpires();

private:
    [[nodiscard]] TenantAccess accessFor(std::chrono::seconds time) const
    {
        return {*TenantDomain::fromText(u"acme.auth0.com"_s),
                Samples::jwt("{\"exp\":"
                             + QByteArray::number(m_now.toSecsSinceEpoch() + time.count()) + '}')};
    }
    //! Advances the clock and checks.
    void pass(std::chrono::seconds time)
    {
        m_now = m_now.addSecs(time.count());
        m_watch->checkNow();
    }

    QDateTime m_now;
    std::unique_ptr<TokenWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_changes;
    std::unique_ptr<QSignalSpy> m_ends;
};

void TestTokenWatch::init()
{
    m_now = QDateTime(QDate(2026, 2, 3), QTime(14, 0), Qt::UTC);
    m_watch = std::make_unique<TokenWatch>([this] { return m_now; });
    m_changes = std::make_unique<QSignalSpy>(m_watch.get(), &TokenWatch::changed);
    m_ends = std::make_unique<QSignalSpy>(m_watch.get(), &TokenWatch::expired);
}

void TestTokenWatch::withoutATokenNothingIsEmitted()
{
    pass(24h);
    QVERIFY(!m_watch->hasToken());
    QVERIFY(!m_watch->isNearEnd());
    QCOMPARE(m_watch->review(), TokenReview());
    QVERIFY(m_changes->isEmpty());
}

void TestTokenWatch::otherTokenEmitsChanged()
{
    m_watch->watch(accessFor(1h));
    QCOMPARE(m_changes->size(), 1);
    QVERIFY(m_watch->hasToken());
    QCOMPARE(m_watch->review().timeLeft, 1h);
    pass(5min);
    QCOMPARE(m_changes->size(), 2);
    QCOMPARE(m_watch->review().timeLeft, 55min);
    m_watch->watch(accessFor(24h));
    QCOMPARE(m_changes->size(), 3);
    QCOMPARE(m_watch->review().timeLeft, 24h);
    QVERIFY(m_ends->isEmpty());
}

void TestTokenWatch::endIsNearBelowTenMinutes_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("isNear");
    QTest::newRow("a day") << 86'400 << false;
    QTest::newRow("ten minutes") << 600 << false;
    QTest::newRow("a second less") << 599 << true;
    QTest::newRow("now") << 0 << true;
    QTest::newRow("over") << -600 << true;
}

void TestTokenWatch::endIsNearBelowTenMinutes()
{
    QFETCH(int, seconds);
    QFETCH(bool, isNear);
    m_watch->watch(accessFor(std::chrono::seconds(seconds)));
    QCOMPARE(m_watch->isNearEnd(), isNear);
    if (seconds <= 0)
        return;
    m_watch->watch(accessFor(std::chrono::seconds(seconds) + 1h));
    QVERIFY(!m_watch->isNearEnd());
    pass(1h);
    QCOMPARE(m_watch->isNearEnd(), isNear);
}

void TestTokenWatch::expiredIsEmittedOnce()
{
    m_watch->watch(accessFor(1min));
    pass(59s);
    QVERIFY(!m_watch->review().isExpired);
    QVERIFY(m_ends->isEmpty());
    pass(1s);
    QVERIFY(m_watch->review().isExpired);
    QCOMPARE(m_ends->size(), 1);
    pass(1s);
    pass(24h);
    QCOMPARE(m_ends->size(), 1);
    QVERIFY(m_watch->hasToken()); // only the tenant can refuse it
}

void TestTokenWatch::nextTokenExpiresByItself()
{
    m_watch->watch(accessFor(1min));
    pass(1h); // as if the computer had slept
    QCOMPARE(m_ends->size(), 1);
    m_watch->watch(accessFor(1min));
    QVERIFY(!m_watch->review().isExpired);
    pass(1min);
    QCOMPARE(m_ends->size(), 2);
}

void TestTokenWatch::expiredTokenEmitsNothingLater()
{
    m_watch->watch(accessFor(-1s));
    QVERIFY(m_watch->review().isExpired);
    pass(1s);
    pass(1h);
    QVERIFY(m_ends->isEmpty());
}

void TestTokenWatch::tokenWithoutAnEndNeverExpires()
{
    m_watch->watch({*TenantDomain::fromText(u"acme.auth0.com"_s), Samples::token("opaque")});
    QVERIFY(m_watch->hasToken());
    pass(24h * 365);
    QVERIFY(!m_watch->isNearEnd());
    QVERIFY(m_ends->isEmpty());
}

void TestTokenWatch::emptyTokenEndsWatching()
{
    m_watch->watch(accessFor(1min));
    m_watch->watch({});
    QCOMPARE(m_changes->size(), 2);
    QVERIFY(!m_watch->hasToken());
    QVERIFY(!m_watch->isNearEnd());
    QCOMPARE(m_watch->review(), TokenReview());
    pass(1h);
    QCOMPARE(m_changes->size(), 2);
    QVERIFY(m_ends->isEmpty());
}

void TestTokenWatch::checksByItself()
{
    m_watch->watch(accessFor(1min));
    m_now = m_now.addSecs(60);
    QTRY_COMPARE(m_ends->size(), 1);
}

void TestTokenWatch::renewedTokenIsReviewed()
{
    const auto signIn = std::make_shared<FakeSignIn>();
    m_watch->watch({.domain = accessFor(1h).domain}, signIn);
    QVERIFY(m_watch->renewsItself());
    QVERIFY(!m_watch->hasToken());
    QCOMPARE(m_watch->review(), TokenReview());
    signIn->setToken(Samples::jwt(R"({"scope":"read:a"})"));
    QCOMPARE(m_changes->size(), 2);
    QVERIFY(m_watch->hasToken());
    QCOMPARE(m_watch->review().claims.scopes, QStringList{u"read:a"_s});
    signIn->setToken(Samples::jwt(R"({"scope":"read:b","iss":"https://globex.auth0.com/"})"));
    QCOMPARE(m_watch->review().claims.scopes, QStringList{u"read:b"_s});
    QVERIFY(m_watch->review().issuerDiffers);
}

void TestTokenWatch::renewingTokenNeverExpires()
{
    const auto signIn = std::make_shared<FakeSignIn>(accessFor(1min).token);
    m_watch->watch({.domain = accessFor(1h).domain}, signIn);
    QCOMPARE(m_watch->review().timeLeft, 1min);
    QVERIFY(!m_watch->isNearEnd());
    pass(1h); // as if the computer had slept
    QVERIFY(!m_watch->review().isExpired);
    QVERIFY(!m_watch->review().timeLeft);
    QVERIFY(!m_watch->isNearEnd());
    QVERIFY(m_ends->isEmpty());
    signIn->setToken(accessFor(2min).token);
    QCOMPARE(m_watch->review().timeLeft, 2min);
    pass(3min);
    QVERIFY(m_ends->isEmpty());
}

void TestTokenWatch::tokenInPlaceOfASignInExpires()
{
    const auto signIn = std::make_shared<FakeSignIn>(accessFor(1min).token);
    m_watch->watch({.domain = accessFor(1h).domain}, signIn);
    m_watch->watch(accessFor(1h));
    QVERIFY(!m_watch->renewsItself());
    signIn->setToken(accessFor(24h).token); // nobody listens to it any more
    QCOMPARE(m_watch->review().timeLeft, 1h);
    QCOMPARE(signIn.use_count(), 1);
    pass(2h);
    QCOMPARE(m_ends->size(), 1);
}

QTEST_GUILESS_MAIN(TestTokenWatch)
#include "tst_tokenwatch.moc"
