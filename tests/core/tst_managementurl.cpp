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
    void consoleIsOnlyKnownForAuth0Domains_data();
    void consoleIsOnlyKnownForAuth0Domains();
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

QTEST_APPLESS_MAIN(TestManagementUrl)
#include "tst_managementurl.moc"
