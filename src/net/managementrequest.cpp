// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementrequest.h"

#include "core/organizationjson.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString flag(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

//! For a part of a path or a query that comes from elsewhere: QUrl would take a slash in an id for
//! a separator, and leave a plus in a value, which servers read as a blank.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QNetworkRequest request(const TenantAccess &access, const QString &path, const QUrlQuery &query,
                        const RequestOptions &options)
{
    QUrl url = access.domain.origin();
    url.setPath("/api/v2/"_L1 + path, QUrl::StrictMode);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", access.token.authorizationHeader());
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QString(u"Vestibule/"_s + QCoreApplication::applicationVersion()));
    request.setTransferTimeout(int(options.timeout.count()));
    request.setMaximumRedirectsAllowed(5);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::SameOriginRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (options.tls)
        request.setSslConfiguration(*options.tls);
    return request;
}

} // namespace

QNetworkRequest connectionsRequest(const TenantAccess &access, const PageRequest &page,
                                   ConnectionEndpoint endpoint, const RequestOptions &options)
{
    const bool isOlder = endpoint == ConnectionEndpoint::EnabledConnections;
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(page.index));
    query.addQueryItem(u"per_page"_s, QString::number(page.size));
    query.addQueryItem(u"include_totals"_s, flag(true));
    if (page.isEnabled && !isOlder)
        query.addQueryItem(u"is_enabled"_s, flag(*page.isEnabled));
    const QString list = isOlder ? u"enabled_connections"_s : u"connections"_s;
    return request(access, u"organizations/%1/%2"_s.arg(encoded(page.organizationId), list), query,
                   options);
}

QNetworkRequest organizationsRequest(const TenantAccess &access, const QString &checkpoint,
                                     const RequestOptions &options)
{
    QUrlQuery query;
    query.addQueryItem(u"take"_s, QString::number(OrganizationsPerRequest));
    if (!checkpoint.isEmpty())
        query.addQueryItem(u"from"_s, encoded(checkpoint));
    return request(access, u"organizations"_s, query, options);
}

} // namespace Vestibule
