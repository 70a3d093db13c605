// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementrequest.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QUrl connectionsUrl(const TenantDomain &domain, const PageRequest &page)
{
    const auto flag = [](bool value) { return value ? u"true"_s : u"false"_s; };
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(page.index));
    query.addQueryItem(u"per_page"_s, QString::number(page.size));
    query.addQueryItem(u"include_totals"_s, flag(true));
    if (page.isEnabled)
        query.addQueryItem(u"is_enabled"_s, flag(*page.isEnabled));

    // Encoded by hand: QUrl would take a slash in the id for a separator.
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(page.organizationId));
    QUrl url = domain.origin();
    url.setPath(u"/api/v2/organizations/%1/connections"_s.arg(id), QUrl::StrictMode);
    url.setQuery(query);
    return url;
}

} // namespace

QNetworkRequest connectionsRequest(const TenantDomain &domain, const AccessToken &token,
                                   const PageRequest &page, std::chrono::milliseconds timeout)
{
    QNetworkRequest request(connectionsUrl(domain, page));
    request.setRawHeader("Authorization", token.authorizationHeader());
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QString(u"Vestibule/"_s + QCoreApplication::applicationVersion()));
    request.setTransferTimeout(int(timeout.count()));
    request.setMaximumRedirectsAllowed(5);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::SameOriginRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace Vestibule
