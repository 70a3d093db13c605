// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenclaims.h"

#include "support/tokensamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum TokenClaims::Problem;

namespace {

const auto managementApi = u"https://acme.eu.auth0.com/api/v2/"_s;

QDateTime utc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

//! A token of each of Auth0's two profiles.
void addProfiles()
{
    QTest::newRow("Auth0's own profile")
        << R"({"iss":"https://acme.eu.auth0.com/","sub":"Xk2@clients","aud":"https://acme.eu.auth0.com/api/v2/","iat":1760000000,"exp":1760086400,"scope":"read:organizations read:organization_connections","gty":"client-credentials","azp":"Xk2"})"_ba
        << TokenClaims{.issuer = u"https://acme.eu.auth0.com/"_s,
                       .audiences = {managementApi},
                       .expiresAt = utc(1'760'086'400'000),
                       .scopes = {u"read:organizations"_s, u"read:organization_connections"_s}};
    QTest::newRow("RFC 9068 profile")
        << R"({"iss":"https://acme.eu.auth0.com/","sub":"Xk2","aud":"https://acme.eu.auth0.com/api/v2/","iat":1760000000,"nbf":1760000001,"exp":1760086400,"jti":"yV0","client_id":"Xk2","scope":"read:organization_connections"})"_ba
        << TokenClaims{.issuer = u"https://acme.eu.auth0.com/"_s,
                       .audiences = {managementApi},
                       .expiresAt = utc(1'760'086'400'000),
                       .notBefore = utc(1'760'000'001'000),
                       .scopes = {u"read:organization_connections"_s}};
}

} // namespace

class TestTokenClaims final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void reads_data();
    void reads();
    void readsTimes_data();
    void readsTimes();
    void readsScopes_data();
    void readsScopes();
    void readsWhatTheLongestTokenHolds();
    void timesAreUtc();
    void numberOfPartsDecides_data();
    void numberOfPartsDecides();
    void everyPartIsStrict_data();
    void everyPartIsStrict();
    void signatureFitsItsAlgorithm_data();
    void signatureFitsItsAlgorithm();
    void headerAndPayloadAreObjects_data();
    void headerAndPayloadAreObjects();
    void emptyTokenIsOpaque();
};

void TestTokenClaims::reads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<TokenClaims>("claims");
    const auto add = [](const char *name, const QByteArray &payload, const TokenClaims &claims) {
        QTest::newRow(name) << payload << claims;
    };
    const QString userinfo = u"https://acme.eu.auth0.com/userinfo"_s;

    addProfiles();
    add("nothing", "{}", {});
    add("array of audiences",
        R"({"aud":["https://acme.eu.auth0.com/api/v2/","https://acme.eu.auth0.com/userinfo"]})",
        {.audiences = {managementApi, userinfo}});
    add("audiences of several types", R"({"aud":[1,"a",null,["b"],"c"]})",
        {.audiences = {u"a"_s, u"c"_s}});
    add("no audience in the array", R"({"aud":[]})", {});
    add("audience is an object", R"({"aud":{"a":"b"}})", {});
    add("wrong types", R"({"iss":1,"aud":true,"exp":"1","iat":[],"scope":["a"],"azp":{}})", {});
    add("nulls", R"({"iss":null,"aud":null,"exp":null,"iat":null,"scope":null,"azp":null})", {});
    add("names are case-sensitive", R"({"ISS":"a","Scope":"b"})", {});
    add("the last of two", R"({"iss":"a","iss":"b"})", {.issuer = u"b"_s});
    add("token of 2015", R"({"aud":"A","scopes":{"connections":{"actions":["read"]}}})",
        {.audiences = {u"A"_s}});
    add("permissions of another API", R"({"permissions":["read:users"]})", {});
    add("unicode", R"({"iss":"https://bücher.example/","aud":"😀"})",
        {.issuer = u"https://bücher.example/"_s, .audiences = {u"😀"_s}});
    add("escapes", R"({"iss":"\u0061\/\n"})", {.issuer = u"a/\n"_s});
    add("byte order mark", "\xEF\xBB\xBF{\"iss\":\"a\"}", {.issuer = u"a"_s});
    add("whitespace", " {\n\t\"iss\" : \"a\" }\r\n", {.issuer = u"a"_s});
}

void TestTokenClaims::reads()
{
    QFETCH(QByteArray, payload);
    QFETCH(TokenClaims, claims);
    const auto read = TokenClaims::read(Samples::jwt(payload));
    QVERIFY(read);
    QCOMPARE(read->issuer, claims.issuer);
    QCOMPARE(read->audiences, claims.audiences);
    QCOMPARE(read->scopes, claims.scopes);
    QVERIFY(*read == claims);
}

void TestTokenClaims::readsTimes_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<std::optional<QDateTime>>("moment");
    const std::optional<QDateTime> absent;
    const auto present = [](qint64 milliseconds) { return std::optional(utc(milliseconds)); };
    QTest::newRow("whole") << "1760086400"_ba << present(1'760'086'400'000);
    QTest::newRow("fraction") << "1760086400.25"_ba << present(1'760'086'400'250);
    QTest::newRow("exponent") << "1.7600864e9"_ba << present(1'760'086'400'000);
    QTest::newRow("1970") << "0"_ba << present(0);
    QTest::newRow("beyond 32 bits") << "4294967296"_ba << present(4'294'967'296'000);
    QTest::newRow("end of 9999") << "253402300799"_ba << present(253'402'300'799'000);
    QTest::newRow("year 10000") << "253402300800"_ba << absent;
    QTest::newRow("milliseconds by mistake") << "1760086400000"_ba << absent;
    QTest::newRow("negative") << "-1"_ba << absent;
    QTest::newRow("little less than 1970") << "-0.001"_ba << absent;
    QTest::newRow("largest 64 bits") << "9223372036854775807"_ba << absent;
    QTest::newRow("beyond 64 bits") << "99999999999999999999999"_ba << absent;
    QTest::newRow("near the largest double") << "1e308"_ba << absent;
    QTest::newRow("near zero") << "1e-300"_ba << present(0);
    QTest::newRow("text") << "\"1760086400\""_ba << absent;
    QTest::newRow("boolean") << "true"_ba << absent;
}

void TestTokenClaims::readsTimes()
{
    QFETCH(QByteArray, number);
    QFETCH(std::optional<QDateTime>, moment);
    for (const QByteArray &name : {"exp"_ba, "nbf"_ba}) {
        const auto claims = TokenClaims::read(Samples::jwt("{\"" + name + "\":" + number + '}'));
        QVERIFY(claims);
        QVERIFY(claims->expiresAt == (name == "exp" ? moment : std::nullopt));
        QVERIFY(claims->notBefore == (name == "nbf" ? moment : std::nullopt));
    }
}

void TestTokenClaims::readsScopes_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QStringList>("scopes");
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("space") << u" "_s << QStringList();
    QTest::newRow("one") << u"read:users"_s << QStringList{u"read:users"_s};
    QTest::newRow("order of the token") << u"b a c"_s << QStringList{u"b"_s, u"a"_s, u"c"_s};
    QTest::newRow("twice") << u"a b a b a"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("capitals count") << u"a A"_s << QStringList{u"a"_s, u"A"_s};
    QTest::newRow("several whitespace") << u"  a   b "_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("tab and line feed") << u"a\\tb\\nc"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("no-break space") << u"a\u00A0b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("commas do not part") << u"a,b"_s << QStringList{u"a,b"_s};
    QTest::newRow("unicode") << u"lire:été 😀"_s << QStringList{u"lire:été"_s, u"😀"_s};
}

void TestTokenClaims::readsScopes()
{
    QFETCH(QString, scope);
    QFETCH(QStringList, scopes);
    const auto claims = TokenClaims::read(Samples::jwt("{\"scope\":\"" + scope.toUtf8() + "\"}"));
    QVERIFY(claims);
    QCOMPARE(claims->scopes, scopes);
}

void TestTokenClaims::readsWhatTheLongestTokenHolds()
{
    QByteArray scope;
    for (int i = 0; scope.size() < 12'000; ++i)
        scope += "read:x" + QByteArray::number(i) + ' ';
    const auto claims = TokenClaims::read(Samples::jwt("{\"scope\":\"" + scope + "\"}"));
    QVERIFY(claims);
    QCOMPARE(claims->scopes.size(), scope.count(' '));
}

void TestTokenClaims::timesAreUtc()
{
    const auto claims = TokenClaims::read(Samples::jwt(R"({"exp":1760086400})"));
    QCOMPARE(claims->expiresAt->timeSpec(), Qt::UTC);
    QCOMPARE(claims->expiresAt->toString(Qt::ISODate), u"2025-10-10T08:53:20Z"_s);
}

void TestTokenClaims::numberOfPartsDecides_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<TokenClaims::Problem>("problem");
    const QByteArray empty = Samples::base64Url("{}");
    QTest::newRow("one part") << "q1w2e3r4t5"_ba << Opaque;
    QTest::newRow("one part that is JSON") << "{}"_ba << Opaque;
    QTest::newRow("two parts") << QByteArray("a." + empty) << Opaque;
    QTest::newRow("four parts") << QByteArray("a." + empty + ".b.c") << Opaque;
    const QByteArray jwe = Samples::base64Url(R"({"alg":"RSA-OAEP","enc":"A128GCM"})");
    QTest::newRow("five parts") << QByteArray(jwe + ".a2V5.aXY.dGV4dA.dGFn") << Encrypted;
    QTest::newRow("JWE with its own key")
        << QByteArray(Samples::base64Url(R"({"alg":"dir","enc":"A128GCM"})") + "..aXY.dGV4dA.dGFn")
        << Encrypted;
    QTest::newRow("JWE without a header") << "a.a2V5.aXY.dGV4dA.dGFn"_ba << Broken;
    QTest::newRow("JWE without encryption")
        << QByteArray(empty + ".a2V5.aXY.dGV4dA.dGFn") << Broken;
    QTest::newRow("JWE, cut") << QByteArray(jwe + ".a2V5.aXY.dGV4dA.dGF0a") << Broken;
    const QByteArray jwt = Samples::jwt("{}").secret().bytes().toByteArray();
    QTest::newRow("a JWT twice") << QByteArray(jwt + jwt) << Broken;
    QTest::newRow("a JWT without its signature") << jwt.first(jwt.lastIndexOf('.')) << Broken;
    QTest::newRow("the header of a JWT") << jwt.first(jwt.indexOf('.')) << Broken;
    QTest::newRow("six parts") << QByteArray("a." + empty + ".b.c.d.e") << Opaque;
    QTest::newRow("only two dots") << ".."_ba << Broken;
    QTest::newRow("only four dots") << "...."_ba << Broken;
    QTest::newRow("16 KiB of dots") << QByteArray(16384, '.') << Opaque;
}

void TestTokenClaims::numberOfPartsDecides()
{
    QFETCH(QByteArray, text);
    QFETCH(TokenClaims::Problem, problem);
    const auto claims = TokenClaims::read(text);
    QVERIFY(!claims);
    QCOMPARE(int(claims.error()), int(problem));
}

void TestTokenClaims::everyPartIsStrict_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("as it should be") << "eyJhIjoifn5-In0"_ba << true;
    QTest::newRow("an empty object") << "e30"_ba << true;
    QTest::newRow("the other base64") << "eyJhIjoifn5+In0"_ba << false;
    QTest::newRow("padding") << "eyJhIjoifn5-In0="_ba << false;
    QTest::newRow("padding of a full group") << "eyJhIjoxfQ=="_ba << false;
    QTest::newRow("foreign character after") << "e30*"_ba << false;
    QTest::newRow("foreign character inside") << "e*30"_ba << false;
    QTest::newRow("a tail of one character") << "eyJhIjoiYiJ9e"_ba << false;
    QTest::newRow("stray bits at the end") << "e31"_ba << false;
    QTest::newRow("JSON in the open") << "{}"_ba << false;
    QTest::newRow("percent") << "e30%3D"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void TestTokenClaims::everyPartIsStrict()
{
    QFETCH(QByteArray, part);
    QFETCH(bool, isRead);
    for (const QByteArray &token : {QByteArray("e30." + part + ".AA"), QByteArray(part + ".e30.AA"),
                                    QByteArray("e30.e30." + part)}) {
        const auto claims = TokenClaims::read(token);
        QCOMPARE(claims.has_value(), isRead);
        if (!isRead)
            QCOMPARE(int(claims.error()), int(Broken));
    }
}

void TestTokenClaims::signatureFitsItsAlgorithm_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("fits");
    QTest::newRow("RS256") << "RS256"_ba << 256 << true;
    QTest::newRow("RS256 with 4096 bits") << "RS256"_ba << 512 << true;
    QTest::newRow("PS512 with 3072 bits") << "PS512"_ba << 384 << true;
    QTest::newRow("RS256, cut") << "RS256"_ba << 255 << false;
    QTest::newRow("HS256") << "HS256"_ba << 32 << true;
    QTest::newRow("HS256, longer") << "HS256"_ba << 33 << false;
    QTest::newRow("HS384") << "HS384"_ba << 48 << true;
    QTest::newRow("HS512") << "HS512"_ba << 64 << true;
    QTest::newRow("ES256") << "ES256"_ba << 64 << true;
    QTest::newRow("ES384") << "ES384"_ba << 96 << true;
    QTest::newRow("ES512") << "ES512"_ba << 132 << true;
    QTest::newRow("EdDSA") << "EdDSA"_ba << 64 << true;
    QTest::newRow("none") << "none"_ba << 0 << false;
    QTest::newRow("unknown") << "XX1"_ba << 64 << false;
}

void TestTokenClaims::signatureFitsItsAlgorithm()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(int, bytes);
    QFETCH(bool, fits);
    const QByteArray header = Samples::base64Url("{\"alg\":\"" + algorithm + "\"}");
    const QByteArray signature = Samples::base64Url(QByteArray(bytes, 's'));
    QCOMPARE(hasSignatureOfItsAlgorithm(QByteArray(header + ".e30." + signature)), fits);
}

void TestTokenClaims::headerAndPayloadAreObjects_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("array") << "[]"_ba;
    QTest::newRow("array of an object") << R"([{"iss":"a"}])"_ba;
    QTest::newRow("string") << "\"a\""_ba;
    QTest::newRow("number") << "1"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("space") << " "_ba;
    QTest::newRow("cut off") << R"({"iss":"https://acme.eu.au)"_ba;
    QTest::newRow("text after") << "{} {}"_ba;
    QTest::newRow("text before") << "a{}"_ba;
    QTest::newRow("single quotes") << "{'iss':'a'}"_ba;
    QTest::newRow("NaN") << R"({"exp":NaN})"_ba;
    QTest::newRow("infinity") << R"({"exp":Infinity})"_ba;
    QTest::newRow("not UTF-8") << "{\"iss\":\"\xff\"}"_ba;
    QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4);
    QTest::newRow("NUL after") << QByteArray("{}\0", 3);
    QTest::newRow("6000 levels") << QByteArray("{\"a\":" + QByteArray(6000, '[')
                                               + QByteArray(6000, ']') + '}');
    QTest::newRow("12000 levels, open") << QByteArray("{\"a\":" + QByteArray(12000, '['));
}

void TestTokenClaims::headerAndPayloadAreObjects()
{
    QFETCH(QByteArray, payload);
    const QByteArray part = Samples::base64Url(payload);
    for (const QByteArray &token :
         {QByteArray("e30." + part + ".AA"), QByteArray(part + ".e30.AA")}) {
        const auto claims = TokenClaims::read(token);
        QVERIFY(!claims);
        QCOMPARE(int(claims.error()), int(Broken));
    }
}

void TestTokenClaims::emptyTokenIsOpaque()
{
    const auto claims = TokenClaims::read(AccessToken());
    QVERIFY(!claims);
    QCOMPARE(int(claims.error()), int(Opaque));
}

QTEST_APPLESS_MAIN(TestTokenClaims)
#include "tst_tokenclaims.moc"
