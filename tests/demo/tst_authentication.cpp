// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/authentication.h"

#include <QJsonDocument>
#include <QJsonObject>
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

QJsonObject part(const QByteArray &token, int index)
{
    const QByteArray bytes =
        QByteArray::fromBase64(token.split('.').at(index), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

class TestAuthentication final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missingHeaderIsA401();
    void refusesInTheWordsOfTheApi_data();
    void refusesInTheWordsOfTheApi();
    void acceptsAnyCaseOfBearer();
    void tokenNamesItsTenant();
    void checksTokens_data();
    void checksTokens();
    void tokenIsGoodForOneTenantOnly();
    void applicationsSendJsonOrAForm_data();
    void applicationsSendJsonOrAForm();
    void refusesToSignIn_data();
    void refusesToSignIn();
    void tokenWithoutSignatureIsRefused_data();
    void tokenWithoutSignatureIsRefused();

private:
    QByteArray bearer(const Demo::TokenClaims &claims) const
    {
        return "Bearer " + m_tokens.make(claims, Host, Now);
    }

    Demo::Tokens m_tokens;
};

void TestAuthentication::missingHeaderIsA401()
{
    const auto refusal = Demo::refusal(std::nullopt, m_tokens, Host, Scopes, Now);
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 401);
    QCOMPARE(refusal->body, Missing);
    QCOMPARE(refusal->headers.first().name, "WWW-Authenticate");
    QCOMPARE(refusal->headers.first().value, "Bearer");
}

void TestAuthentication::refusesInTheWordsOfTheApi_data()
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

void TestAuthentication::refusesInTheWordsOfTheApi()
{
    QFETCH(QByteArray, header);
    const auto refusal = Demo::refusal(header, m_tokens, Host, Scopes, Now);
    QVERIFY(refusal);
    QTEST(refusal->status, "status");
    QTEST(refusal->body, "body");
}

void TestAuthentication::acceptsAnyCaseOfBearer()
{
    const QByteArray token = m_tokens.make({}, Host, Now);
    for (const QByteArray scheme : {"Bearer ", "bearer ", "BEARER  "}) {
        QVERIFY(!Demo::refusal(QByteArray(scheme + token), m_tokens, Host, Scopes, Now));
    }
}

void TestAuthentication::tokenNamesItsTenant()
{
    const QByteArray token = m_tokens.make({}, Host, Now);
    QCOMPARE(part(token, 0).value("alg"_L1).toString(), u"HS256"_s);
    const QJsonObject claims = part(token, 1);
    QCOMPARE(claims.value("aud"_L1).toString(), u"https://127.0.0.1:4000/api/v2/"_s);
    QCOMPARE(claims.value("iss"_L1).toString(), u"https://127.0.0.1:4000/"_s);
    QCOMPARE(claims.value("exp"_L1).toInteger(), Now + 86'400);
    QCOMPARE(claims.value("scope"_L1).toString(),
             u"read:organization_connections read:organizations"_s);
}

void TestAuthentication::checksTokens_data()
{
    QTest::addColumn<Demo::TokenClaims>("claims");
    QTest::addColumn<Demo::TokenVerdict>("verdict");

    using enum Demo::TokenVerdict;
    Demo::TokenClaims claims;
    QTest::newRow("good") << claims << Good;
    claims.lifetime = 1s;
    QTest::newRow("last second") << claims << Good;
    claims.lifetime = 0s;
    QTest::newRow("just expired") << claims << Expired;
    claims.goodSignature = false;
    QTest::newRow("expired comes before the signature") << claims << Expired;
    claims.lifetime = 1h;
    claims.audience = u"https://elsewhere.eu.auth0.com/api/v2/"_s;
    QTest::newRow("signature comes before the audience") << claims << BadSignature;
    claims.goodSignature = true;
    claims.scope.clear();
    QTest::newRow("audience comes before the scope") << claims << WrongAudience;
    claims.audience.clear();
    QTest::newRow("no scope") << claims << MissingScope;
    claims.scope = u"read:organization_connections_extra read:organizations"_s;
    QTest::newRow("a longer scope is another scope") << claims << MissingScope;
}

void TestAuthentication::checksTokens()
{
    QFETCH(Demo::TokenClaims, claims);
    QFETCH(Demo::TokenVerdict, verdict);
    QCOMPARE(m_tokens.check(m_tokens.make(claims, Host, Now), Host, Scopes, Now), verdict);
}

void TestAuthentication::tokenIsGoodForOneTenantOnly()
{
    const Demo::Tokens others("another secret");
    QCOMPARE(others.check(m_tokens.make({}, Host, Now), Host, Scopes, Now),
             Demo::TokenVerdict::BadSignature);
    QCOMPARE(m_tokens.check(m_tokens.make({}, Host, Now), u"127.0.0.1:4001"_s, Scopes, Now),
             Demo::TokenVerdict::WrongAudience);
}

void TestAuthentication::tokenWithoutSignatureIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArray token = m_tokens.make({}, Host, Now);
    const QByteArray payload = token.split('.').at(1);
    QTest::newRow("empty parts") << QByteArray("..");
    QTest::newRow("words") << QByteArray("a.b.c");
    QTest::newRow("no signature") << QByteArray(token.left(token.lastIndexOf('.') + 1));
    QTest::newRow("algorithm none")
        << QByteArray(QByteArray("{\"alg\":\"none\"}").toBase64() + '.' + payload + '.');
}

void TestAuthentication::tokenWithoutSignatureIsRefused()
{
    QFETCH(QByteArray, token);
    QCOMPARE(m_tokens.check(token, Host, Scopes, Now), Demo::TokenVerdict::BadSignature);
}

void TestAuthentication::applicationsSendJsonOrAForm_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("secret");
    const QByteArray form =
        "grant_type=g&client_id=i%26i&audience=https%3A%2F%2Fa%2F&client_secret=";
    const QByteArray json =
        R"({"grant_type":"g","client_id":"i&i","audience":"https://a/","client_secret":)";
    QTest::newRow("form") << "application/x-www-form-urlencoded"_ba << form + "s%2Bs%3Ds"
                          << u"s+s=s"_s;
    QTest::newRow("form with a plus")
        << "application/x-www-form-urlencoded"_ba << form + "s+s" << u"s s"_s;
    QTest::newRow("form that is not ASCII")
        << "application/x-www-form-urlencoded"_ba << form + "%C3%A9" << u"é"_s;
    QTest::newRow("form without a type") << ""_ba << form + "s" << u"s"_s;
    QTest::newRow("JSON") << "application/json"_ba << json + R"("s+s"})" << u"s+s"_s;
    QTest::newRow("JSON and charset")
        << "Application/JSON; charset=utf-8"_ba << json + R"("\u00e9"})" << u"é"_s;
    QTest::newRow("secret is a number") << "application/json"_ba << json + "7}" << QString();
}

void TestAuthentication::applicationsSendJsonOrAForm()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, secret);
    QCOMPARE(Demo::parseTokenForm(type, body),
             (Demo::TokenForm{.grantType = u"g"_s,
                              .clientId = u"i&i"_s,
                              .clientSecret = secret,
                              .audience = u"https://a/"_s}));
}

void TestAuthentication::refusesToSignIn_data()
{
    QTest::addColumn<QString>("grantType");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<int>("status"); // 0: it may have a token
    QTest::addColumn<QByteArray>("body");
    const QString grant = u"client_credentials"_s;
    const QString id = QString::fromLatin1(Demo::ClientId);
    const QString secret = QString::fromLatin1(Demo::ClientSecret);
    const QString audience = u"https://127.0.0.1:4000/api/v2/"_s;
    const QByteArray unknown = R"({"error":"access_denied","error_description":"Unauthorized"})";
    QTest::newRow("good") << grant << id << secret << audience << 0 << QByteArray();
    QTest::newRow("no grant")
        << QString() << id << secret << audience << 400
        << R"({"error":"invalid_request","error_description":"Missing required parameter: grant_type"})"_ba;
    QTest::newRow("another grant")
        << u"password"_s << id << secret << audience << 403
        << R"({"error":"unsupported_grant_type","error_description":"Unsupported grant type: password"})"_ba;
    QTest::newRow("another application") << grant << u"a"_s << secret << audience << 401 << unknown;
    QTest::newRow("another secret")
        << grant << id << secret.chopped(1) << audience << 401 << unknown;
    QTest::newRow("no secret") << grant << id << QString() << audience << 401 << unknown;
    QTest::newRow("another audience")
        << grant << id << secret << u"https://127.0.0.1:4000/api/v2"_s << 403
        << R"({"error":"access_denied","error_description":"Service not found: https://127.0.0.1:4000/api/v2"})"_ba;
}

void TestAuthentication::refusesToSignIn()
{
    QFETCH(QString, grantType);
    QFETCH(QString, clientId);
    QFETCH(QString, secret);
    QFETCH(QString, audience);
    QFETCH(int, status);
    const auto refusal = Demo::refusedSignIn({.grantType = grantType,
                                              .clientId = clientId,
                                              .clientSecret = secret,
                                              .audience = audience},
                                             Host);
    QCOMPARE(refusal ? refusal->status : 0, status);
    if (refusal)
        QTEST(refusal->body, "body");
}

QTEST_APPLESS_MAIN(TestAuthentication)
#include "tst_authentication.moc"
