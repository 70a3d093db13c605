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

} // namespace

//! When and where a token counts. tst_tokenreviewscopes has what it may do.
class tst_TokenReview final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void unreadableTokenHasAProblemOnly_data();
    void unreadableTokenHasAProblemOnly();
    void reviewsTime_data();
    void reviewsTime();
    void reviewsStart_data();
    void reviewsStart();
    void reviewsIssuer_data();
    void reviewsIssuer();
    void reviewsAudience_data();
    void reviewsAudience();
    void noDomainIsComparedWithNothing();
    void passesClaimsOn();
};

void tst_TokenReview::unreadableTokenHasAProblemOnly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<TokenClaims::Problem>("problem");
    QTest::newRow("opaque") << "abc"_ba << TokenClaims::Problem::Opaque;
    QTest::newRow("encrypted") << "a..b.c.d"_ba << TokenClaims::Problem::Encrypted;
    QTest::newRow("broken") << "a.b.c"_ba << TokenClaims::Problem::Broken;
}

void tst_TokenReview::unreadableTokenHasAProblemOnly()
{
    QFETCH(QByteArray, text);
    QFETCH(TokenClaims::Problem, problem);
    const TokenReview review = reviewToken(Samples::token(text), domain(u"a.auth0.com"_s), now());
    QVERIFY(review == TokenReview{.problem = problem});
}

void tst_TokenReview::reviewsTime_data()
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

void tst_TokenReview::reviewsTime()
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

void tst_TokenReview::reviewsStart_data()
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

void tst_TokenReview::reviewsStart()
{
    QFETCH(QByteArray, start);
    QFETCH(bool, isNotYetValid);
    QCOMPARE(review("{\"nbf\":" + start + '}').isNotYetValid, isNotYetValid);
}

void tst_TokenReview::reviewsIssuer_data()
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
    add("port that goes without saying", acme, u"https://acme.eu.auth0.com:443/"_s, false);
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

void tst_TokenReview::reviewsIssuer()
{
    QFETCH(QString, domainText);
    QFETCH(QString, issuer);
    QFETCH(bool, differs);
    QCOMPARE(review("{\"iss\":\"" + issuer.toUtf8() + "\"}", domainText).issuerDiffers, differs);
}

void tst_TokenReview::reviewsAudience_data()
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
    add("API of their own", acme, R"("https://api.acme.com/")", false, false);
    add("not a URL", acme, R"("/api/v2/")", false, false);
    add("http", acme, R"("http://acme.eu.auth0.com/api/v2/")", false, false);
    add("no final slash", acme, R"("https://acme.eu.auth0.com/api/v2")", false, false);
    add("deeper path", acme, R"("https://acme.eu.auth0.com/x/api/v2/")", false, false);
    add("query", acme, R"("https://acme.eu.auth0.com/api/v2/?a")", false, false);
    add("none", acme, "null", false, false);
}

void tst_TokenReview::reviewsAudience()
{
    QFETCH(QString, domainText);
    QFETCH(QByteArray, audience);
    QFETCH(bool, isForManagementApi);
    QFETCH(bool, differs);
    const TokenReview result = review("{\"aud\":" + audience + '}', domainText);
    QCOMPARE(result.isForManagementApi, isForManagementApi);
    QCOMPARE(result.audienceDiffers, differs);
}

void tst_TokenReview::noDomainIsComparedWithNothing()
{
    const AccessToken token = Samples::jwt(
        R"({"iss":"https://acme.eu.auth0.com/","aud":"https://acme.eu.auth0.com/api/v2/"})");
    const TokenReview review = reviewToken(token, {}, now());
    QVERIFY(!review.issuerDiffers);
    QVERIFY(!review.audienceDiffers);
    QVERIFY(review.isForManagementApi);
}

void tst_TokenReview::passesClaimsOn()
{
    const AccessToken token = Samples::jwt(R"({"azp":"Xk2","exp":1760086400})");
    const TokenReview review = reviewToken(token, {}, now());
    QVERIFY(!review.problem);
    QVERIFY(review.claims == TokenClaims::read(token).value());
}

QTEST_APPLESS_MAIN(tst_TokenReview)
#include "tst_tokenreview.moc"
