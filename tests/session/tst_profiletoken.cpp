// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/profiletoken.h"
#include "support/tokensamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestProfileToken final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasKept_data();
    void comesBackAsItWasKept();
    void isForItsDomainAlone_data();
    void isForItsDomainAlone();
    void garbageIsNoToken_data();
    void garbageIsNoToken();
};

void TestProfileToken::comesBackAsItWasKept_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("usual") << u"acme.eu.auth0.com"_s << QByteArray("aa.bb.cc");
    QTest::newRow("opaque") << u"login.example.com"_s << QByteArray("opaque");
    QTest::newRow("with a port") << u"127.0.0.1:8080"_s << QByteArray("aa.bb.cc");
    QTest::newRow("long") << u"acme.auth0.com"_s << QByteArray(8'000, 'x');
}

void TestProfileToken::comesBackAsItWasKept()
{
    QFETCH(QString, domain);
    QFETCH(QByteArray, token);
    const TenantAccess access{*TenantDomain::fromText(domain), Samples::token(token)};
    const auto kept = tokenFromKept(keptToken(access), access.domain);
    QVERIFY(kept);
    QVERIFY(*kept == access.token); // not QCOMPARE(): it would print them
}

void TestProfileToken::isForItsDomainAlone_data()
{
    QTest::addColumn<QString>("domain");
    QTest::newRow("another") << u"globex.auth0.com"_s;
    QTest::newRow("longer") << u"acme.auth0.com.example.com"_s;
    QTest::newRow("shorter") << u"auth0.com"_s;
    QTest::newRow("none") << QString();
}

void TestProfileToken::isForItsDomainAlone()
{
    QFETCH(QString, domain);
    const QByteArray kept =
        keptToken({*TenantDomain::fromText(u"acme.auth0.com"_s), Samples::token("aa.bb.cc")});
    const auto other = TenantDomain::fromText(domain);
    QVERIFY(!tokenFromKept(kept, other ? *other : TenantDomain()));
}

void TestProfileToken::garbageIsNoToken_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a token without a domain") << QByteArray("aa.bb.cc");
    QTest::newRow("a domain without a token") << QByteArray("acme.auth0.com");
    QTest::newRow("an empty token") << QByteArray("acme.auth0.com\n");
    QTest::newRow("an empty domain") << QByteArray("\naa.bb.cc");
    QTest::newRow("a header more") << QByteArray("acme.auth0.com\naa.bb.cc\r\nX-Evil: 1");
    QTest::newRow("a blank inside") << QByteArray("acme.auth0.com\naa.bb cc");
    QTest::newRow("a zero byte") << QByteArray("acme.auth0.com\naa.\0.cc", 23);
    QTest::newRow("not ASCII") << QByteArray("acme.auth0.com\naa.\xc3\xa4.cc");
    QTest::newRow("endless") << QByteArray("acme.auth0.com\n") + QByteArray(2'000'000, 'x');
}

void TestProfileToken::garbageIsNoToken()
{
    QFETCH(QByteArray, kept);
    QVERIFY(!tokenFromKept(kept, *TenantDomain::fromText(u"acme.auth0.com"_s)));
}

QTEST_GUILESS_MAIN(TestProfileToken)
#include "tst_profiletoken.moc"
