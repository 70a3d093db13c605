// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/authentication.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

const QString Host = u"127.0.0.1:4000"_s;
const QStringList Scopes{u"read:organization_connections"_s};
constexpr qint64 Now = 1'790'000'000;

const QByteArray Missing =
    R"({"statusCode":401,"error":"Unauthorized","message":"Missing authentication"})";
const QByteArray Malformed =
    R"({"statusCode":400,"error":"Bad Request","message":"Bad HTTP authentication header format","errorCode":"Bearer"})";
const QByteArray Expired =
    R"({"statusCode":401,"error":"Unauthorized","message":"Expired token received for JSON Web Token validation","attributes":{"error":"Expired token received for JSON Web Token validation"}})";
const QByteArray BadSignature =
    R"({"statusCode":401,"error":"Unauthorized","message":"Invalid signature received for JSON Web Token validation","attributes":{"error":"Invalid signature received for JSON Web Token validation"}})";
const QByteArray Invalid =
    R"({"statusCode":401,"error":"Unauthorized","message":"Invalid token","attributes":{"error":"Invalid token"}})";
const QByteArray NoScope =
    R"({"statusCode":403,"error":"Forbidden","message":"Insufficient scope, expected any of: read:organization_connections","errorCode":"insufficient_scope"})";

} // namespace

class tst_DemoAuthentication final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missingHeaderIsA401();
    void refusesInTheWordsOfTheApi_data();
    void refusesInTheWordsOfTheApi();
    void acceptsAnyCaseOfBearer();

private:
    QByteArray bearer(const Demo::TokenClaims &claims) const
    {
        return "Bearer " + m_tokens.make(claims, Host, Now);
    }

    Demo::Tokens m_tokens;
};

void tst_DemoAuthentication::missingHeaderIsA401()
{
    const auto refusal = Demo::refusal(std::nullopt, m_tokens, Host, Scopes, Now);
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 401);
    QCOMPARE(refusal->body, Missing);
    QCOMPARE(refusal->headers.first().name, "WWW-Authenticate");
    QCOMPARE(refusal->headers.first().value, "Bearer");
}

void tst_DemoAuthentication::refusesInTheWordsOfTheApi_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("empty") << QByteArray("") << 400 << Malformed;
    QTest::newRow("one word") << QByteArray("Bearer") << 400 << Malformed;
    QTest::newRow("three words") << QByteArray("Bearer a.b.c d") << 400 << Malformed;
    QTest::newRow("other scheme") << QByteArray("Basic YTpi") << 401 << Missing;
    QTest::newRow("one part") << QByteArray("Bearer abc") << 400 << Malformed;
    QTest::newRow("two parts") << QByteArray("Bearer a.b") << 400 << Malformed;
    QTest::newRow("four parts") << QByteArray("Bearer a.b.c.d") << 400 << Malformed;
    QTest::newRow("not a token") << QByteArray("Bearer a.b.c") << 401 << BadSignature;
    Demo::TokenClaims claims;
    claims.lifetime = -1s;
    QTest::newRow("expired") << bearer(claims) << 401 << Expired;
    claims = {};
    claims.goodSignature = false;
    QTest::newRow("bad signature") << bearer(claims) << 401 << BadSignature;
    claims = {};
    claims.audience = u"https://acme.eu.auth0.com/api/v2/"_s;
    QTest::newRow("wrong audience") << bearer(claims) << 401 << Invalid;
    claims = {};
    claims.scope = u"read:organizations"_s;
    QTest::newRow("missing scope") << bearer(claims) << 403 << NoScope;
}

void tst_DemoAuthentication::refusesInTheWordsOfTheApi()
{
    QFETCH(QByteArray, header);
    const auto refusal = Demo::refusal(header, m_tokens, Host, Scopes, Now);
    QVERIFY(refusal);
    QTEST(refusal->status, "status");
    QTEST(refusal->body, "body");
}

void tst_DemoAuthentication::acceptsAnyCaseOfBearer()
{
    const QByteArray token = m_tokens.make({}, Host, Now);
    for (const QByteArray scheme : {"Bearer ", "bearer ", "BEARER  "}) {
        QVERIFY(!Demo::refusal(QByteArray(scheme + token), m_tokens, Host, Scopes, Now));
    }
}

QTEST_APPLESS_MAIN(tst_DemoAuthentication)
#include "tst_demoauthentication.moc"
