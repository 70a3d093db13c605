// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenreview.h"

#include "support/tokensamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr qint64 Now = 1'760'000'000; // seconds since 1970

QDateTime now()
{
    return QDateTime::fromSecsSinceEpoch(Now, Qt::UTC);
}

TenantDomain domain(const QString &text)
{
    return TenantDomain::fromText(text).value();
}

TokenReview review(const QByteArray &payload, const QString &domainText = u"acme.eu.auth0.com"_s)
{
    return reviewToken(Samples::jwt(payload), domain(domainText), now());
}

void addScope(const char *name, const QByteArray &scope, bool hasNeeded, bool canList,
              const QStringList &surplus = {}, const QStringList &writing = {})
{
    QTest::newRow(name) << QByteArray("{\"scope\":\"" + scope + "\"}") << hasNeeded << canList
                        << surplus << writing;
}

} // namespace

class TestTokenReview final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void unreadableTokenHasOnlyAProblem_data();
    void unreadableTokenHasOnlyAProblem();
    void reviewsTime_data();
    void reviewsTime();
    void reviewsStart_data();
    void reviewsStart();
    void reviewsIssuer_data();
    void reviewsIssuer();
    void reviewsAudience_data();
    void reviewsAudience();
    void nothingIsComparedWithoutADomain();
    void returnsTheClaims();
    void sortsScopes_data();
    void sortsScopes();
    void everyScopeIsInOneList();
};

void TestTokenReview::unreadableTokenHasOnlyAProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<TokenClaims::Problem>("problem");
    QTest::newRow("opaque") << "abc"_ba << TokenClaims::Problem::Opaque;
    QTest::newRow("encrypted") << "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.dGV4dA.dGFn"_ba
                               << TokenClaims::Problem::Encrypted;
    QTest::newRow("broken") << "a.b.c"_ba << TokenClaims::Problem::Broken;
}

void TestTokenReview::unreadableTokenHasOnlyAProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(TokenClaims::Problem, problem);
    const TokenReview review = reviewToken(Samples::token(text), domain(u"a.auth0.com"_s), now());
    QVERIFY(review == TokenReview{.problem = problem});
}

void TestTokenReview::reviewsTime_data()
{
    QTest::addColumn<QByteArray>("expiry");
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<std::optional<qint64>>("timeLeft");
    const auto left = [](qint64 seconds) { return std::optional(seconds); };
    const auto at = [](qint64 offset) { return QByteArray::number(Now + offset); };
    QTest::newRow("a day") << at(86'400) << false << left(86'400);
    QTest::newRow("a second") << at(1) << false << left(1);
    QTest::newRow("half a second") << QByteArray(at(0) + ".5") << false << left(0);
    QTest::newRow("a second and a half") << QByteArray(at(1) + ".5") << false << left(1);
    QTest::newRow("this moment") << at(0) << true << left(0);
    QTest::newRow("half a second ago") << QByteArray(at(-1) + ".5") << true << left(-1);
    QTest::newRow("an hour ago") << at(-3600) << true << left(-3600);
    QTest::newRow("1970") << "0"_ba << true << left(-Now);
    QTest::newRow("9999") << "253402300799"_ba << false << left(253'402'300'799 - Now);
    QTest::newRow("never") << "null"_ba << false << std::optional<qint64>();
    QTest::newRow("absurd") << "1e300"_ba << false << std::optional<qint64>();
}

void TestTokenReview::reviewsTime()
{
    QFETCH(QByteArray, expiry);
    QFETCH(bool, isExpired);
    QFETCH(std::optional<qint64>, timeLeft);
    const TokenReview result = review("{\"exp\":" + expiry + '}');
    QCOMPARE(result.isExpired, isExpired);
    QCOMPARE(result.timeLeft.has_value(), timeLeft.has_value());
    if (timeLeft)
        QCOMPARE(qint64(result.timeLeft->count()), *timeLeft);
}

void TestTokenReview::reviewsStart_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("isNotYetValid");
    QTest::newRow("none") << "null"_ba << false;
    QTest::newRow("past") << QByteArray::number(Now - 1) << false;
    QTest::newRow("this moment") << QByteArray::number(Now) << false;
    QTest::newRow("a minute ahead") << QByteArray::number(Now + 60) << false;
    QTest::newRow("more than a minute ahead") << QByteArray::number(Now + 61) << true;
    QTest::newRow("a day ahead") << QByteArray::number(Now + 86'400) << true;
}

void TestTokenReview::reviewsStart()
{
    QFETCH(QByteArray, start);
    QFETCH(bool, isNotYetValid);
    QCOMPARE(review("{\"nbf\":" + start + '}').isNotYetValid, isNotYetValid);
}

void TestTokenReview::reviewsIssuer_data()
{
    QTest::addColumn<QString>("domainText");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<bool>("differs");
    const auto add = [](const char *name, const QString &domain, const QString &issuer,
                        bool differs) { QTest::newRow(name) << domain << issuer << differs; };
    const QString acme = u"acme.eu.auth0.com"_s;
    add("same", acme, u"https://acme.eu.auth0.com/"_s, false);
    add("not sent", acme, {}, false);
    add("capitals", acme, u"https://ACME.eu.Auth0.com/"_s, false);
    add("no final slash", acme, u"https://acme.eu.auth0.com"_s, false);
    add("default port", acme, u"https://acme.eu.auth0.com:443/"_s, false);
    add("another tenant", acme, u"https://other.eu.auth0.com/"_s, true);
    add("another region", acme, u"https://acme.us.auth0.com/"_s, true);
    add("begins alike", acme, u"https://acme.eu.auth0.com.evil.example/"_s, true);
    add("ends alike", acme, u"https://big-acme.eu.auth0.com/"_s, true);
    add("http", acme, u"http://acme.eu.auth0.com/"_s, true);
    add("another port", acme, u"https://acme.eu.auth0.com:8443/"_s, true);
    add("path", acme, u"https://acme.eu.auth0.com/oidc"_s, true);
    add("query", acme, u"https://acme.eu.auth0.com/?a"_s, true);
    add("fragment", acme, u"https://acme.eu.auth0.com/#a"_s, true);
    add("user", acme, u"https://a@acme.eu.auth0.com/"_s, true);
    add("a host without scheme", acme, acme, true);
    add("no address", acme, u"https://["_s, true);
    add("custom domain", u"login.acme.com"_s, u"https://login.acme.com/"_s, false);
    add("custom domain asked, canonical token", u"login.acme.com"_s,
        u"https://acme.eu.auth0.com/"_s, true);
    add("canonical domain asked, custom token", acme, u"https://login.acme.com/"_s, true);
    add("international domain", u"bücher.de"_s, u"https://xn--bcher-kva.de/"_s, false);
    add("domain with a port", u"acme.example:8443"_s, u"https://acme.example:8443/"_s, false);
    add("demo tenant", u"127.0.0.1:4321"_s, u"https://127.0.0.1:4321/"_s, false);
    add("demo tenant, another port", u"127.0.0.1:4321"_s, u"https://127.0.0.1:4322/"_s, true);
    add("demo tenant, no port", u"127.0.0.1"_s, u"https://127.0.0.1/"_s, false);
    add("demo tenant by IPv6", u"[::1]:4321"_s, u"https://[::1]:4321/"_s, false);
    add("demo tenant by http", u"127.0.0.1:4321"_s, u"http://127.0.0.1:4321/"_s, true);
}

void TestTokenReview::reviewsIssuer()
{
    QFETCH(QString, domainText);
    QFETCH(QString, issuer);
    QFETCH(bool, differs);
    QCOMPARE(review("{\"iss\":\"" + issuer.toUtf8() + "\"}", domainText).issuerDiffers, differs);
}

void TestTokenReview::reviewsAudience_data()
{
    QTest::addColumn<QString>("domainText");
    QTest::addColumn<QByteArray>("audience"); // JSON
    QTest::addColumn<bool>("isForManagementApi");
    QTest::addColumn<bool>("differs");
    const auto add = [](const char *name, const QString &domain, const QByteArray &audience,
                        bool isForManagementApi, bool differs) {
        QTest::newRow(name) << domain << audience << isForManagementApi << differs;
    };
    const QString acme = u"acme.eu.auth0.com"_s;
    const QString custom = u"login.acme.com"_s;
    const QString demo = u"127.0.0.1:4321"_s;
    const QByteArray api = R"("https://acme.eu.auth0.com/api/v2/")";
    add("same", acme, api, true, false);
    add("capitals", acme, R"("https://Acme.EU.auth0.com/api/v2/")", true, false);
    add("own port", acme, R"("https://acme.eu.auth0.com:443/api/v2/")", true, false);
    add("two", acme, '[' + api + R"(,"https://acme.eu.auth0.com/userinfo"])", true, false);
    add("two tenants", acme, R"(["https://b.auth0.com/api/v2/",)" + api + ']', true, false);
    add("another tenant", acme, R"("https://b.auth0.com/api/v2/")", true, true);
    add("another port", acme, R"("https://acme.eu.auth0.com:1/api/v2/")", true, true);
    add("custom domain", custom, api, true, false);
    add("custom domain and its own name", custom, R"("https://login.acme.com/api/v2/")", true,
        false);
    add("looks like auth0.com", u"myauth0.com"_s, api, true, false);
    add("demo tenant", demo, R"("https://127.0.0.1:4321/api/v2/")", true, false);
    add("another demo tenant", demo, R"("https://127.0.0.1:4322/api/v2/")", true, true);
    add("demo tenant, real token", demo, api, true, true);
    add("ID token", acme, R"("Xk2clientid")", false, false);
    add("userinfo only", acme, R"("https://acme.eu.auth0.com/userinfo")", false, false);
    add("another API", acme, R"("https://api.acme.com/")", false, false);
    add("not a URL", acme, R"("/api/v2/")", false, false);
    add("http", acme, R"("http://acme.eu.auth0.com/api/v2/")", false, false);
    add("no final slash", acme, R"("https://acme.eu.auth0.com/api/v2")", false, false);
    add("deeper path", acme, R"("https://acme.eu.auth0.com/x/api/v2/")", false, false);
    add("query", acme, R"("https://acme.eu.auth0.com/api/v2/?a")", false, false);
    add("none", acme, "null", false, false);
}

void TestTokenReview::reviewsAudience()
{
    QFETCH(QString, domainText);
    QFETCH(QByteArray, audience);
    QFETCH(bool, isForManagementApi);
    QFETCH(bool, differs);
    const TokenReview result = review("{\"aud\":" + audience + '}', domainText);
    QCOMPARE(result.isForManagementApi, isForManagementApi);
    QCOMPARE(result.audienceDiffers, differs);
}

void TestTokenReview::nothingIsComparedWithoutADomain()
{
    const AccessToken token = Samples::jwt(
        R"({"iss":"https://acme.eu.auth0.com/","aud":"https://acme.eu.auth0.com/api/v2/"})");
    const TokenReview review = reviewToken(token, {}, now());
    QVERIFY(!review.issuerDiffers);
    QVERIFY(!review.audienceDiffers);
    QVERIFY(review.isForManagementApi);
}

void TestTokenReview::returnsTheClaims()
{
    const AccessToken token = Samples::jwt(R"({"azp":"Xk2","exp":1760086400})");
    const TokenReview review = reviewToken(token, {}, now());
    QVERIFY(!review.problem);
    QVERIFY(review.claims == TokenClaims::read(token).value());
}

void TestTokenReview::sortsScopes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("hasNeeded");
    QTest::addColumn<bool>("canList");
    QTest::addColumn<QStringList>("surplus");
    QTest::addColumn<QStringList>("writing");
    addScope("none", "", false, false);
    addScope("needed", "read:organization_connections", true, false);
    addScope("needed and list", "read:organization_connections read:organizations", true, true);
    addScope("needed and summary", "read:organizations_summary read:organization_connections", true,
             true);
    addScope("both that bring the list", "read:organizations_summary read:organizations", false,
             true);
    addScope("list only", "read:organizations", false, true);
    addScope("another one that reads", "read:organization_connections read:users", true, false,
             {u"read:users"_s});
    addScope("begins like the needed one", "read:organization_connections_x", false, false,
             {u"read:organization_connections_x"_s});
    addScope("the old endpoint's neighbours", "read:connections read:organization_members", false,
             false, {u"read:connections"_s, u"read:organization_members"_s});
    addScope("the verbs that change", "create:users update:users delete:users", false, false, {},
             {u"create:users"_s, u"update:users"_s, u"delete:users"_s});
    addScope("writes what is needed to read", "update:organization_connections", false, false, {},
             {u"update:organization_connections"_s});
    addScope("other verbs", "blacklist:tokens run:checks", false, false, {},
             {u"blacklist:tokens"_s, u"run:checks"_s});
    addScope("mixed",
             "delete:users read:users read:organization_connections create:users read:logs", true,
             false, {u"read:users"_s, u"read:logs"_s}, {u"delete:users"_s, u"create:users"_s});
    addScope("OpenID Connect", "openid profile email offline_access", false, false,
             {u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s});
    addScope("unknown word", "everything", false, false, {}, {u"everything"_s});
    addScope("capitals are another scope", "READ:organization_connections", false, false, {},
             {u"READ:organization_connections"_s});
    addScope("no colon", "read", false, false, {}, {u"read"_s});
    addScope("twice", "read:users read:users", false, false, {u"read:users"_s});
    QTest::newRow("no scope at all") << "{}"_ba << false << false << QStringList() << QStringList();
    QTest::newRow("scope is a list") << R"({"scope":["read:organization_connections"]})"_ba << false
                                     << false << QStringList() << QStringList();
}

void TestTokenReview::sortsScopes()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, hasNeeded);
    QFETCH(bool, canList);
    QFETCH(QStringList, surplus);
    QFETCH(QStringList, writing);
    const TokenReview result = review(payload);
    const QStringList needed{u"read:organization_connections"_s};
    QCOMPARE(result.neededScopes, hasNeeded ? needed : QStringList());
    QCOMPARE(result.missingScopes, hasNeeded ? QStringList() : needed);
    QCOMPARE(result.canListOrganizations, canList);
    QCOMPARE(result.surplusScopes, surplus);
    QCOMPARE(result.writingScopes, writing);
}

void TestTokenReview::everyScopeIsInOneList()
{
    const TokenReview result = review(
        R"({"scope":"a read:b read:organization_connections read:organizations openid create:c"})");
    const qsizetype sorted = result.neededScopes.size() + result.surplusScopes.size()
        + result.writingScopes.size() + qsizetype(result.canListOrganizations);
    QCOMPARE(sorted, result.claims.scopes.size());
}

QTEST_APPLESS_MAIN(TestTokenReview)
#include "tst_tokenreview.moc"
