// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/strategycatalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum StrategyCategory;

namespace {

struct Known {
    const char *strategy;
    const char *name; // UTF-8
    StrategyCategory category;
};

// By category, in another order than the catalogue.
constexpr Known known[] = {
    {"auth0", "Database", Database},
    {"ad", "Active Directory/LDAP", Enterprise},
    {"adfs", "ADFS", Enterprise},
    {"auth0-adldap", "AD/LDAP", Enterprise},
    {"google-apps", "Google Workspace", Enterprise},
    {"ip", "IP Address", Enterprise},
    {"mscrm", "Dynamics CRM", Enterprise},
    {"office365", "Office365", Enterprise},
    {"oidc", "OpenID Connect", Enterprise},
    {"okta", "Okta Workforce", Enterprise},
    {"pingfederate", "PingFederate", Enterprise},
    {"samlp", "SAML", Enterprise},
    {"sharepoint", "SharePoint Apps", Enterprise},
    {"waad", "Microsoft Entra ID (Azure AD)", Enterprise},
    {"amazon", "Amazon", Social},
    {"aol", "Aol", Social},
    {"apple", "Apple", Social},
    {"asana", "Asana", Social},
    {"atlassian", "Atlassian", Social},
    {"auth0-oidc", "Auth0 OpenID Connect", Social},
    {"baidu", "百度", Social},
    {"bitbucket", "Bitbucket", Social},
    {"bitly", "Bitly", Social},
    {"box", "Box", Social},
    {"daccount", "d Account (NTT Docomo)", Social},
    {"dropbox", "Dropbox", Social},
    {"dwolla", "Dwolla", Social},
    {"ebay", "ebay", Social},
    {"evernote", "Evernote", Social},
    {"evernote-sandbox", "Evernote (sandbox)", Social},
    {"exact", "Exact", Social},
    {"facebook", "Facebook", Social},
    {"fitbit", "Fitbit", Social},
    {"github", "GitHub", Social},
    {"gitlab", "GitLab", Social},
    {"google-oauth2", "Google", Social},
    {"google-openid", "Google OpenId", Social},
    {"instagram", "Instagram", Social},
    {"line", "Line", Social},
    {"linkedin", "LinkedIn", Social},
    {"oauth1", "Custom OAuth 1", Social},
    {"oauth2", "Custom OAuth 2", Social},
    {"paypal", "PayPal", Social},
    {"paypal-sandbox", "PayPal Sandbox", Social},
    {"planningcenter", "Planning Center", Social},
    {"salesforce", "Salesforce", Social},
    {"salesforce-community", "Salesforce Community", Social},
    {"salesforce-sandbox", "Salesforce (sandbox)", Social},
    {"shop", "Shop", Social},
    {"shopify", "Shopify", Social},
    {"slack", "Slack", Social},
    {"soundcloud", "Soundcloud", Social},
    {"thecity", "The City", Social},
    {"thecity-sandbox", "The City (sandbox)", Social},
    {"thirtysevensignals", "Basecamp", Social},
    {"twitter", "X", Social},
    {"untappd", "Untappd", Social},
    {"vkontakte", "vKontakte", Social},
    {"weibo", "新浪微博", Social},
    {"windowslive", "Microsoft", Social},
    {"wordpress", "Wordpress", Social},
    {"yahoo", "Yahoo!", Social},
    {"yandex", "Yandex", Social},
    {"email", "Passwordless email", Passwordless},
    {"sms", "Passwordless SMS", Passwordless},
    {"custom", "Custom Auth", Custom},
    {"cloudflare-mcp", "Cloudflare MCP", Unknown},
    {"hubspot-mcp", "HubSpot MCP", Unknown},
    {"linear-mcp", "Linear MCP", Unknown},
    {"notion-mcp", "Notion MCP", Unknown},
    {"sentry-mcp", "Sentry MCP", Unknown},
};

// 65 of the API's ConnectionStrategyEnum and 6 that only Lock has.
static_assert(std::size(known) == 71);

} // namespace

class TestStrategyCatalog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownStrategy_data();
    void knownStrategy();
    void unknownStrategy_data();
    void unknownStrategy();
    void nullStrategy();
    void partOfALongerString();
};

void TestStrategyCatalog::knownStrategy_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("name");
    QTest::addColumn<StrategyCategory>("category");
    for (const Known &row : known) {
        QTest::newRow(row.strategy)
            << QString::fromLatin1(row.strategy) << QString::fromUtf8(row.name) << row.category;
    }
}

void TestStrategyCatalog::knownStrategy()
{
    QFETCH(QString, strategy);
    QFETCH(QString, name);
    QFETCH(StrategyCategory, category);
    const StrategyInfo info = strategyInfo(strategy);
    QCOMPARE(info.name, name);
    QCOMPARE(info.category, category);
    QVERIFY(info.isKnown);
}

void TestStrategyCatalog::unknownStrategy_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("before the first") << u"a"_s;
    QTest::newRow("after the last") << u"zzz"_s;
    QTest::newRow("not yet invented") << u"quantum-key"_s;
    QTest::newRow("other case") << u"SAMLP"_s;
    QTest::newRow("first letter in upper case") << u"Auth0"_s;
    QTest::newRow("space before") << u" auth0"_s;
    QTest::newRow("space after") << u"auth0 "_s;
    QTest::newRow("beginning of a known one") << u"google"_s;
    QTest::newRow("longer than a known one") << u"oktapreview"_s;
    QTest::newRow("NUL after a known one") << u"okta"_s + QChar(u'\0');
    QTest::newRow("spelling of events") << u"untapped"_s;
    QTest::newRow("self-service profile") << u"okta-samlp"_s;
    QTest::newRow("markup") << u"<b>okta</b>"_s;
    QTest::newRow("not Latin") << u"\u65b0\u6d6a\u5fae\u535a"_s;
}

void TestStrategyCatalog::unknownStrategy()
{
    QFETCH(QString, strategy);
    QCOMPARE(strategyInfo(strategy).name, strategy);
    QCOMPARE(strategyInfo(strategy).category, Unknown);
    QVERIFY(!strategyInfo(strategy).isKnown);
}

void TestStrategyCatalog::nullStrategy()
{
    QVERIFY(strategyInfo(QStringView()) == StrategyInfo{});
}

void TestStrategyCatalog::partOfALongerString()
{
    const QString text = u"strategy=okta;"_s;
    const StrategyInfo expected{
        .name = u"Okta Workforce"_s, .category = Enterprise, .isKnown = true};
    QVERIFY(strategyInfo(QStringView(text).sliced(9, 4)) == expected);
}

QTEST_APPLESS_MAIN(TestStrategyCatalog)
#include "tst_strategycatalog.moc"
