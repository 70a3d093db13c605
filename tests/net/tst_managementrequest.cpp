// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organization.h"
#include "net/managementrequest.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Vestibule::PageRequest)

namespace {

const QString Secret = u"head.body.signature"_s;

QNetworkRequest made(const QString &domain, const PageRequest &page,
                     std::chrono::milliseconds timeout = 30s)
{
    return connectionsRequest(
        {.domain = *TenantDomain::fromText(domain), .token = *AccessToken::fromText(Secret)}, page,
        ConnectionEndpoint::Connections, {.timeout = timeout});
}

constexpr char ClientSecret[] = "s3+cr=et \xc3\xa9";

TokenRequest token(const QString &audience = {})
{
    return tokenRequest(
        *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
        {.clientId = u"aB3&x"_s, .secret = SecretBytes(ClientSecret), .audience = audience},
        {.timeout = 1500ms});
}

} // namespace

class TestManagementRequest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationVersion(u"1.2.3"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void urlIsExactlyThis_data();
    void urlIsExactlyThis();
    void dotSegmentsAreRefusedAsIds();
    void headersAreExactlyThese();
    void tokenIsInOneHeaderOnly();
    void redirectsStayWithinTheOrigin();
    void cacheAndCookiesAreOff();
    void noOtherLoginIsOffered();
    void http2IsNotUsed();
    void timeoutIsSet();
    void theTokenRequestIsExactlyThis();
    void theSecretIsInTheBodyAlone();
    void theTokenRequestFollowsNoRedirect();
    void theTokenRequestIsLikeTheOthers();
};

void TestManagementRequest::urlIsExactlyThis_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<PageRequest>("page");
    QTest::addColumn<QByteArray>("url");
    const QByteArray organizations = "https://acme.eu.auth0.com/api/v2/organizations/";
    const QByteArray firstPage = "/connections?page=0&per_page=50&include_totals=true";
    const auto id = [&](const char *name, const QString &text, const QByteArray &encoded) {
        QTest::newRow(name) << u"acme.eu.auth0.com"_s << PageRequest{.organizationId = text}
                            << QByteArray(organizations + encoded + firstPage);
    };
    id("usual id", u"org_aB3dE6gH9jK2mN5p"_s, "org_aB3dE6gH9jK2mN5p");
    id("slash", u"a/b"_s, "a%2Fb");
    id("way up", u"../tenants"_s, "..%2Ftenants");
    id("question mark", u"a?page=9"_s, "a%3Fpage%3D9");
    id("number sign", u"a#b"_s, "a%23b");
    id("percent", u"a%b"_s, "a%25b");
    id("percent encoded already", u"a%2Fb"_s, "a%252Fb");
    id("place holder", u"%1"_s, "%251");
    id("space", u"a b"_s, "a%20b");
    id("ampersand, plus, semicolon", u"a&b+c;d=e"_s, "a%26b%2Bc%3Bd%3De");
    id("at and colon", u"u:p@h"_s, "u%3Ap%40h");
    id("backslash", u"a\\b"_s, "a%5Cb");
    id("unreserved", u"a-b._~c"_s, "a-b._~c");
    id("three dots", u"..."_s, "...");
    id("Latin", u"Zürich"_s, "Z%C3%BCrich");
    id("not Latin", u"東京"_s, "%E6%9D%B1%E4%BA%AC");
    id("beyond 16 bits", u"🚀"_s, "%F0%9F%9A%80");

    const QByteArray base = organizations + "org_1/connections?";
    const auto query = [&](const char *name, PageRequest page, const QByteArray &expected) {
        page.organizationId = u"org_1"_s;
        QTest::newRow(name) << u"acme.eu.auth0.com"_s << page << QByteArray(base + expected);
    };
    query("other page", {.index = 7, .size = 100}, "page=7&per_page=100&include_totals=true");
    query("one row", {.index = 99, .size = 1}, "page=99&per_page=1&include_totals=true");
    query("enabled", {.isEnabled = true}, "page=0&per_page=50&include_totals=true&is_enabled=true");
    query("disabled", {.isEnabled = false},
          "page=0&per_page=50&include_totals=true&is_enabled=false");

    const auto domain = [&](const char *name, const QString &text, const QByteArray &origin) {
        QTest::newRow(name) << text << PageRequest{.organizationId = u"o"_s}
                            << QByteArray(origin + "/api/v2/organizations/o" + firstPage);
    };
    domain("custom port", u"login.acme.com:8443"_s, "https://login.acme.com:8443");
    domain("pasted address", u" https://ACME.auth0.com/api/v2/?a=b#c "_s, "https://acme.auth0.com");
    domain("loopback", u"127.0.0.1:8080"_s, "http://127.0.0.1:8080");
    domain("loopback of IPv6", u"[::1]:8080"_s, "http://[::1]:8080");
}

void TestManagementRequest::urlIsExactlyThis()
{
    QFETCH(QString, domain);
    QFETCH(PageRequest, page);
    QFETCH(QByteArray, url);
    QCOMPARE(made(domain, page).url().toEncoded(), url);
}

void TestManagementRequest::dotSegmentsAreRefusedAsIds()
{
    QCOMPARE(organizationIdProblem(u"."_s), OrganizationIdProblem::NotAnId);
    QCOMPARE(organizationIdProblem(u".."_s), OrganizationIdProblem::NotAnId);
}

void TestManagementRequest::headersAreExactlyThese()
{
    const QNetworkRequest request = made(u"acme.eu.auth0.com"_s, {.organizationId = u"org_1"_s});
    QList<QByteArray> names = request.rawHeaderList();
    std::sort(names.begin(), names.end());
    QCOMPARE(names, QList<QByteArray>({"Accept", "Authorization", "User-Agent"}));
    QCOMPARE(request.rawHeader("Accept"), QByteArray("application/json"));
    QCOMPARE(request.rawHeader("Authorization"), QByteArray("Bearer head.body.signature"));
    QCOMPARE(request.rawHeader("User-Agent"), QByteArray("Vestibule/1.2.3"));
}

void TestManagementRequest::tokenIsInOneHeaderOnly()
{
    const QNetworkRequest request = made(u"acme.eu.auth0.com"_s, {.organizationId = u"org_1"_s});
    QVERIFY(!request.url().toString().contains(Secret));
    QVERIFY(request.url().userInfo().isEmpty());
    for (const QByteArray &name : request.rawHeaderList()) {
        if (name != "Authorization")
            QVERIFY(!request.rawHeader(name).contains(Secret.toLatin1()));
    }
}

void TestManagementRequest::redirectsStayWithinTheOrigin()
{
    const QNetworkRequest request = made(u"acme.eu.auth0.com"_s, {.organizationId = u"org_1"_s});
    QCOMPARE(request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int(QNetworkRequest::SameOriginRedirectPolicy));
    QVERIFY(request.maximumRedirectsAllowed() <= 5);
}

void TestManagementRequest::cacheAndCookiesAreOff()
{
    const QNetworkRequest request = made(u"acme.eu.auth0.com"_s, {.organizationId = u"org_1"_s});
    QCOMPARE(request.attribute(QNetworkRequest::CacheLoadControlAttribute).toInt(),
             int(QNetworkRequest::AlwaysNetwork));
    QCOMPARE(request.attribute(QNetworkRequest::CacheSaveControlAttribute).toBool(), false);
    QCOMPARE(request.attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(),
             int(QNetworkRequest::Manual));
    QCOMPARE(request.attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
             int(QNetworkRequest::Manual));
}

void TestManagementRequest::noOtherLoginIsOffered()
{
    const QNetworkRequest request = made(u"acme.eu.auth0.com"_s, {.organizationId = u"org_1"_s});
    QCOMPARE(request.attribute(QNetworkRequest::AuthenticationReuseAttribute).toInt(),
             int(QNetworkRequest::Manual));
}

void TestManagementRequest::http2IsNotUsed()
{
    const QNetworkRequest request = made(u"acme.eu.auth0.com"_s, {.organizationId = u"org_1"_s});
    QCOMPARE(request.attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    QVERIFY(!request.attribute(QNetworkRequest::Http2DirectAttribute).toBool());
    QVERIFY(!request.attribute(QNetworkRequest::Http2CleartextAllowedAttribute).toBool());
}

void TestManagementRequest::timeoutIsSet()
{
    const PageRequest page{.organizationId = u"org_1"_s};
    QCOMPARE(made(u"acme.eu.auth0.com"_s, page, 1500ms).transferTimeout(), 1500);
}

void TestManagementRequest::theTokenRequestIsExactlyThis()
{
    const TokenRequest made = token();
    QCOMPARE(made.request().url().toEncoded(), "https://acme.eu.auth0.com/oauth/token"_ba);
    QCOMPARE(made.body().bytes(),
             "grant_type=client_credentials&client_id=aB3%26x&audience=https%3A%2F%2Facme.eu.auth0."
             "com%2Fapi%2Fv2%2F&client_secret=s3%2Bcr%3Det%20%C3%A9"_ba);
    QCOMPARE(token(u"https://tenant.us.auth0.com/api/v2/"_s).body().bytes(),
             "grant_type=client_credentials&client_id=aB3%26x&audience=https%3A%2F%2Ftenant.us."
             "auth0.com%2Fapi%2Fv2%2F&client_secret=s3%2Bcr%3Det%20%C3%A9"_ba);
    QCOMPARE(made.secret(), SecretBytes(ClientSecret));
}

void TestManagementRequest::theSecretIsInTheBodyAlone()
{
    const TokenRequest made = token();
    QList<QByteArray> names = made.request().rawHeaderList();
    std::sort(names.begin(), names.end());
    QCOMPARE(names, QList<QByteArray>({"Accept", "Content-Type", "User-Agent"}));
    QCOMPARE(made.request().rawHeader("Content-Type"), "application/x-www-form-urlencoded"_ba);
    for (const QByteArray &name : std::as_const(names))
        QVERIFY(!made.request().rawHeader(name).contains("s3"));
    QVERIFY(!made.request().url().toEncoded().contains("s3"));
}

void TestManagementRequest::theTokenRequestFollowsNoRedirect()
{
    QCOMPARE(token().request().attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int(QNetworkRequest::ManualRedirectPolicy));
}

void TestManagementRequest::theTokenRequestIsLikeTheOthers()
{
    const QNetworkRequest request = token().request();
    const QNetworkRequest other = made(u"acme.eu.auth0.com"_s, {.organizationId = u"org_1"_s});
    using Attribute = QNetworkRequest::Attribute;
    for (const Attribute attribute :
         {QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::CacheSaveControlAttribute,
          QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Http2AllowedAttribute})
        QCOMPARE(request.attribute(attribute), other.attribute(attribute));
    QCOMPARE(request.transferTimeout(), 1500);
}

QTEST_GUILESS_MAIN(TestManagementRequest)
#include "tst_managementrequest.moc"
