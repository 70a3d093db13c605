// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/managementurl.h"

#include "core/cataloguepage.h"
#include "core/organization.h"
#include "core/strategycatalog.h"

#include <QStringList>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr auto TokenPath = "/oauth/token"_L1;

QString flag(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

//! For text within a path or query: QUrl would treat a slash in an id as a separator, and would
//! keep a plus, which servers read as a space.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QUrl managementUrl(const TenantDomain &domain, const QString &path, const QUrlQuery &query)
{
    QUrl url = domain.origin();
    url.setPath("/api/v2/"_L1 + path, QUrl::StrictMode);
    url.setQuery(query);
    return url;
}

//! A page of the web console; invalid for domains that do not name their tenant and region.
QUrl consolePage(const TenantDomain &domain, const QString &page)
{
    const QStringList labels = domain.origin().host().split(u'.');
    const bool isAuth0 =
        labels.size() >= 3 && labels.sliced(labels.size() - 2).join(u'.') == "auth0.com"_L1;
    if (!isAuth0 || labels.size() > 4)
        return {};
    const QString region =
        labels.size() == 3 ? u"us"_s : labels.at(1); // the oldest domains name no region
    QUrl url(u"https://manage.auth0.com"_s);
    url.setPath(u"/dashboard/%1/%2/"_s.arg(region, labels.constFirst()) + page, QUrl::StrictMode);
    return url;
}

} // namespace

QUrl connectionsUrl(const TenantDomain &domain, const PageRequest &page,
                    ConnectionEndpoint endpoint)
{
    const bool isOlder = endpoint == ConnectionEndpoint::EnabledConnections;
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(page.index));
    query.addQueryItem(u"per_page"_s, QString::number(page.size));
    query.addQueryItem(u"include_totals"_s, flag(true));
    if (page.isEnabled && !isOlder)
        query.addQueryItem(u"is_enabled"_s, flag(*page.isEnabled));
    const QString list = isOlder ? u"enabled_connections"_s : u"connections"_s;
    return managementUrl(domain, u"organizations/%1/%2"_s.arg(encoded(page.organizationId), list),
                         query);
}

QUrl organizationsUrl(const TenantDomain &domain, const QString &checkpoint)
{
    QUrlQuery query;
    query.addQueryItem(u"take"_s, QString::number(OrganizationsPerRequest));
    if (!checkpoint.isEmpty())
        query.addQueryItem(u"from"_s, encoded(checkpoint));
    return managementUrl(domain, u"organizations"_s, query);
}

QUrl catalogueUrl(const TenantDomain &domain, const QString &checkpoint)
{
    QUrlQuery query;
    query.addQueryItem(u"fields"_s, u"id,name,strategy"_s);
    query.addQueryItem(u"include_fields"_s, flag(true));
    query.addQueryItem(u"take"_s, QString::number(CatalogueSize));
    if (!checkpoint.isEmpty())
        query.addQueryItem(u"from"_s, encoded(checkpoint));
    return managementUrl(domain, u"connections"_s, query);
}

QUrl tokenUrl(const TenantDomain &domain)
{
    QUrl url = domain.origin();
    url.setPath(TokenPath, QUrl::StrictMode);
    return url;
}

bool isTokenRequest(const QString &request)
{
    return request == TokenPath;
}

QString managementAudience(const TenantDomain &domain)
{
    QUrl url = domain.origin();
    url.setScheme(u"https"_s);
    url.setPath(u"/api/v2/"_s, QUrl::StrictMode);
    return url.toString(QUrl::FullyEncoded);
}

bool isCanonicalDomain(const TenantDomain &domain)
{
    return domain.isLoopback() || domain.origin().host().endsWith(".auth0.com"_L1);
}

QUrl consoleUrl(const TenantDomain &domain, const QString &organizationId)
{
    return consolePage(domain, u"organizations/%1/overview"_s.arg(encoded(organizationId)));
}

//! As addresses of the console in public repositories have it.
QUrl connectionConsoleUrl(const TenantDomain &domain, const QString &connectionId,
                          const QString &strategy)
{
    const auto page = [&](const QString &kind) {
        return consolePage(domain,
                           u"connections/%1/%2/settings"_s.arg(kind, encoded(connectionId)));
    };
    switch (strategyInfo(strategy).category) {
    case StrategyCategory::Database:
        return page(u"database"_s);
    case StrategyCategory::Social:
        return page(u"social"_s);
    case StrategyCategory::Enterprise:
        return page("enterprise/"_L1 + encoded(strategy));
    case StrategyCategory::Passwordless:
    case StrategyCategory::Custom:
    case StrategyCategory::Unknown:
        break;
    }
    return {};
}

} // namespace Vestibule
