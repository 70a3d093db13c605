// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementrequest.h"

#include "core/managementurl.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QNetworkRequest request(const QUrl &url, const AccessToken &token, const RequestOptions &options)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", token.authorizationHeader());
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
    // Otherwise Qt answers a server that asks for NTLM, Negotiate or another login by itself, with
    // a header that replaces the token.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Qt does not repeat what an HTTP/2 server has not processed (RFC 9113, 8.7): its requests
    // fail, or are forgotten until the time-out.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setPriority(options.priority);
    if (options.tls)
        request.setSslConfiguration(*options.tls);
    return request;
}

} // namespace

QNetworkRequest connectionsRequest(const TenantAccess &access, const PageRequest &page,
                                   ConnectionEndpoint endpoint, const RequestOptions &options)
{
    return request(connectionsUrl(access.domain, page, endpoint), access.token, options);
}

QNetworkRequest organizationsRequest(const TenantAccess &access, const QString &checkpoint,
                                     const RequestOptions &options)
{
    return request(organizationsUrl(access.domain, checkpoint), access.token, options);
}

QNetworkRequest catalogueRequest(const TenantAccess &access, const QString &checkpoint,
                                 const RequestOptions &options)
{
    return request(catalogueUrl(access.domain, checkpoint), access.token, options);
}

} // namespace Vestibule
