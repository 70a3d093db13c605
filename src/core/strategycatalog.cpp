// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/strategycatalog.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace Vestibule {

namespace {

using enum StrategyCategory;

struct Entry {
    std::u16string_view strategy;
    std::u16string_view name;
    StrategyCategory category;
};

// The strategies are those of the Management API's ConnectionStrategyEnum (npm auth0 7.1.0), and
// some that only Lock has and old tenants may still use: aol, ebay, google-openid, mscrm, thecity,
// thecity-sandbox. Categories are those of the provider enums in the API's schemas of events, then
// those of the documentation and of Lock (auth0-adldap, shop, slack, the old ones). No source has
// asana, atlassian and gitlab, which are social by their nature, nor the -mcp strategies, which
// stay Unknown. Names are those of the documentation, then of Lock; where neither has one (auth0,
// bitly, daccount, email, oauth1, oauth2, sms, untappd, the newest ones) the wording is ours.
constexpr auto KnownStrategies = std::to_array<Entry>({
    {u"ad", u"Active Directory/LDAP", Enterprise},
    {u"adfs", u"ADFS", Enterprise},
    {u"amazon", u"Amazon", Social},
    {u"aol", u"Aol", Social},
    {u"apple", u"Apple", Social},
    {u"asana", u"Asana", Social},
    {u"atlassian", u"Atlassian", Social},
    {u"auth0", u"Database", Database},
    {u"auth0-adldap", u"AD/LDAP", Enterprise},
    // Lock, the sign-in widget, lists it under enterprise, but in the newer schemas of the
    // Management API it is a social provider, and its connection has no show_as_button, unlike that
    // of oidc.
    {u"auth0-oidc", u"Auth0 OpenID Connect", Social},
    {u"baidu", u"百度", Social},
    {u"bitbucket", u"Bitbucket", Social},
    {u"bitly", u"Bitly", Social},
    {u"box", u"Box", Social},
    {u"cloudflare-mcp", u"Cloudflare MCP", Unknown},
    // A separate category in the Management API's schemas (Lock: enterprise), where its
    // connection has no show_as_button.
    {u"custom", u"Custom Auth", Custom},
    {u"daccount", u"d Account (NTT Docomo)", Social},
    {u"dropbox", u"Dropbox", Social},
    {u"dwolla", u"Dwolla", Social},
    {u"ebay", u"ebay", Social},
    {u"email", u"Passwordless email", Passwordless},
    {u"evernote", u"Evernote", Social},
    {u"evernote-sandbox", u"Evernote (sandbox)", Social},
    {u"exact", u"Exact", Social},
    {u"facebook", u"Facebook", Social},
    {u"fitbit", u"Fitbit", Social},
    {u"github", u"GitHub", Social},
    {u"gitlab", u"GitLab", Social},
    {u"google-apps", u"Google Workspace", Enterprise},
    {u"google-oauth2", u"Google", Social},
    {u"google-openid", u"Google OpenId", Social},
    {u"hubspot-mcp", u"HubSpot MCP", Unknown},
    {u"instagram", u"Instagram", Social},
    {u"ip", u"IP Address", Enterprise},
    {u"line", u"Line", Social},
    {u"linear-mcp", u"Linear MCP", Unknown},
    {u"linkedin", u"LinkedIn", Social},
    {u"mscrm", u"Dynamics CRM", Enterprise},
    {u"notion-mcp", u"Notion MCP", Unknown},
    {u"oauth1", u"Custom OAuth 1", Social},
    {u"oauth2", u"Custom OAuth 2", Social},
    {u"office365", u"Office365", Enterprise},
    {u"oidc", u"OpenID Connect", Enterprise},
    {u"okta", u"Okta Workforce", Enterprise},
    {u"paypal", u"PayPal", Social},
    {u"paypal-sandbox", u"PayPal Sandbox", Social},
    {u"pingfederate", u"PingFederate", Enterprise},
    {u"planningcenter", u"Planning Center", Social},
    {u"salesforce", u"Salesforce", Social},
    {u"salesforce-community", u"Salesforce Community", Social},
    {u"salesforce-sandbox", u"Salesforce (sandbox)", Social},
    {u"samlp", u"SAML", Enterprise},
    {u"sentry-mcp", u"Sentry MCP", Unknown},
    {u"sharepoint", u"SharePoint Apps", Enterprise},
    {u"shop", u"Shop", Social},
    {u"shopify", u"Shopify", Social},
    {u"slack", u"Slack", Social},
    {u"sms", u"Passwordless SMS", Passwordless},
    {u"soundcloud", u"Soundcloud", Social},
    {u"thecity", u"The City", Social},
    {u"thecity-sandbox", u"The City (sandbox)", Social},
    {u"thirtysevensignals", u"Basecamp", Social},
    {u"twitter", u"X", Social},
    // As in the schemas of connections; those of events say "untapped".
    {u"untappd", u"Untappd", Social},
    {u"vkontakte", u"vKontakte", Social},
    // Microsoft's name since 2023; the documentation also has "Microsoft Azure AD".
    {u"waad", u"Microsoft Entra ID (Azure AD)", Enterprise},
    {u"weibo", u"新浪微博", Social},
    {u"windowslive", u"Microsoft", Social},
    {u"wordpress", u"Wordpress", Social},
    {u"yahoo", u"Yahoo!", Social},
    {u"yandex", u"Yandex", Social},
});

// Strictly ascending: sorted for the binary search, and no strategy twice.
static_assert(std::ranges::adjacent_find(KnownStrategies, std::greater_equal{}, &Entry::strategy)
              == std::ranges::end(KnownStrategies));

} // namespace

StrategyInfo strategyInfo(QStringView strategy)
{
    const std::u16string_view key(strategy.utf16(), static_cast<std::size_t>(strategy.size()));
    const auto *found = std::ranges::lower_bound(KnownStrategies, key, {}, &Entry::strategy);
    if (found == std::ranges::end(KnownStrategies) || found->strategy != key)
        return {.name = strategy.toString()};
    return {
        .name = QStringView(found->name).toString(), .category = found->category, .isKnown = true};
}

} // namespace Vestibule
