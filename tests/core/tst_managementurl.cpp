// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/managementurl.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! connectionsUrl() is tested with the requests and copied commands that use it.
class TestManagementUrl final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void organizations_data();
    void organizations();
    void theCatalogueHasThreeFields();
    void tokenEndpointAndAudience_data();
    void tokenEndpointAndAudience();
    void canonicalDomains_data();
    void canonicalDomains();
    void consoleIsOnlyKnownForAuth0Domains_data();
    void consoleIsOnlyKnownForAuth0Domains();
    void consoleHasAPageForEachKindOfConnection();
};

void TestManagementUrl::organizations_data()
{
    QTest::addColumn<QString>("checkpoint");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the first ones") << QString() << "take=100"_ba;
    QTest::newRow("those after a checkpoint") << u"abc"_s << "take=100&from=abc"_ba;
    QTest::newRow("odd checkpoint") << u"a+/=&b"_s << "take=100&from=a%2B%2F%3D%26b"_ba;
}

void TestManagementUrl::organizations()
{
    QFETCH(QString, checkpoint);
    QFETCH(QByteArray, expected);
    const TenantDomain tenant = TenantDomain::fromText(u"acme.eu.auth0.com"_s).value();
    QCOMPARE(organizationsUrl(tenant, checkpoint).toEncoded(),
             "https://acme.eu.auth0.com/api/v2/organizations?" + expected);
}

//! Neither options, which may have secrets, nor any other field.
void TestManagementUrl::theCatalogueHasThreeFields()
{
    const TenantDomain tenant = TenantDomain::fromText(u"acme.eu.auth0.com"_s).value();
    const QByteArray first = "https://acme.eu.auth0.com/api/v2/connections?fields=id,name,strategy"
                             "&include_fields=true&take=100";
    QCOMPARE(catalogueUrl(tenant, {}).toEncoded(), first);
    QCOMPARE(catalogueUrl(tenant, u"a+b&c"_s).toEncoded(), first + "&from=a%2Bb%26c");
}

//! The audience is a name: https and final slash wherever the tenant is.
void TestManagementUrl::tokenEndpointAndAudience_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("audience");
    QTest::newRow("region") << u"acme.eu.auth0.com"_s << "https://acme.eu.auth0.com/oauth/token"_ba
                            << u"https://acme.eu.auth0.com/api/v2/"_s;
    QTest::newRow("port") << u"login.acme.com:8443"_s
                          << "https://login.acme.com:8443/oauth/token"_ba
                          << u"https://login.acme.com:8443/api/v2/"_s;
    QTest::newRow("demo tenant") << u"127.0.0.1:18180"_s << "http://127.0.0.1:18180/oauth/token"_ba
                                 << u"https://127.0.0.1:18180/api/v2/"_s;
    QTest::newRow("look-alike letter")
        << u"\u0430cme.eu.auth0.com"_s << "https://xn--cme-5cd.eu.auth0.com/oauth/token"_ba
        << u"https://xn--cme-5cd.eu.auth0.com/api/v2/"_s;
}

void TestManagementUrl::tokenEndpointAndAudience()
{
    QFETCH(QString, domain);
    const TenantDomain tenant = TenantDomain::fromText(domain).value();
    QTEST(tokenUrl(tenant).toEncoded(), "url");
    QTEST(managementAudience(tenant), "audience");
    QVERIFY(isTokenRequest(tokenUrl(tenant).path()));
    QVERIFY(!isTokenRequest(organizationsUrl(tenant, {}).path()));
    QVERIFY(!isTokenRequest({}));
}

void TestManagementUrl::canonicalDomains_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("isCanonical");
    QTest::newRow("a tenant's own") << u"acme.eu.auth0.com"_s << true;
    QTest::newRow("of this computer") << u"127.0.0.1:8090"_s << true;
    QTest::newRow("custom") << u"login.acme.example"_s << false;
    QTest::newRow("one that looks like it") << u"acme.eu.auth0.com.example"_s << false;
    QTest::newRow("another that looks like it") << u"notauth0.com"_s << false;
}

void TestManagementUrl::canonicalDomains()
{
    QFETCH(const QString, domain);
    QFETCH(const bool, isCanonical);
    QCOMPARE(isCanonicalDomain(*TenantDomain::fromText(domain)), isCanonical);
}

void TestManagementUrl::consoleIsOnlyKnownForAuth0Domains_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("url");
    const QString end = u"/organizations/org_1/overview"_s;
    QTest::newRow("region") << u"acme.eu.auth0.com"_s
                            << QString(u"https://manage.auth0.com/dashboard/eu/acme"_s + end);
    QTest::newRow("oldest region")
        << u"acme.auth0.com"_s << QString(u"https://manage.auth0.com/dashboard/us/acme"_s + end);
    QTest::newRow("custom domain") << u"login.acme.com"_s << QString();
    QTest::newRow("looks alike") << u"acme.eu.notauth0.com"_s << QString();
    QTest::newRow("this computer") << u"127.0.0.1:8080"_s << QString();
}

void TestManagementUrl::consoleIsOnlyKnownForAuth0Domains()
{
    QFETCH(QString, domain);
    QFETCH(QString, url);
    QCOMPARE(consoleUrl(*TenantDomain::fromText(domain), u"org_1"_s).toString(), url);
}

void TestManagementUrl::consoleHasAPageForEachKindOfConnection()
{
    const TenantDomain domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s);
    const auto page = [&domain](const QString &strategy) {
        return connectionConsoleUrl(domain, u"con_1/x"_s, strategy)
            .toString(QUrl::FullyEncoded)
            .remove(u"https://manage.auth0.com/dashboard/eu/acme/connections/"_s);
    };
    QCOMPARE(page(u"auth0"_s), u"database/con_1%2Fx/settings"_s);
    QCOMPARE(page(u"google-oauth2"_s), u"social/con_1%2Fx/settings"_s);
    QCOMPARE(page(u"samlp"_s), u"enterprise/samlp/con_1%2Fx/settings"_s);
    QCOMPARE(page(u"sms"_s), QString());
    QCOMPARE(page(QString()), QString());
    QVERIFY(
        !connectionConsoleUrl(*TenantDomain::fromText(u"login.acme.com"_s), u"con_1"_s, u"auth0"_s)
             .isValid());
}

QTEST_APPLESS_MAIN(TestManagementUrl)
#include "tst_managementurl.moc"
