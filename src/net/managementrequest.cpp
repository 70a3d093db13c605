// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementrequest.h"

#include "core/managementurl.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Without a token.
QNetworkRequest request(const QUrl &url, const RequestOptions &options)
{
    QNetworkRequest request(url);
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

QNetworkRequest request(const QUrl &url, const AccessToken &token, const RequestOptions &options)
{
    auto made = request(url, options);
    made.setRawHeader("Authorization", token.authorizationHeader());
    return made;
}

//! What Qt reallocates or frees is not overwritten, so the size is reserved, and each copy wiped.
SecretBytes tokenBody(const ClientCredentials &application, const QString &audience)
{
    const QByteArray known =
        "grant_type=client_credentials&client_id=" + QUrl::toPercentEncoding(application.clientId)
        + "&audience=" + QUrl::toPercentEncoding(audience) + "&client_secret=";
    QByteArray secret = application.secret.bytes().toByteArray();
    QByteArray encodedSecret = secret.toPercentEncoding();
    QByteArray body;
    body.reserve(known.size() + encodedSecret.size());
    body.append(known).append(encodedSecret);
    const SecretBytes made(body);
    SecretBytes::wipe(secret);
    SecretBytes::wipe(encodedSecret);
    SecretBytes::wipe(body);
    return made;
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

TokenRequest tokenRequest(const TenantDomain &domain, const ClientCredentials &application,
                          const RequestOptions &options)
{
    TokenRequest made(request(tokenUrl(domain), options));
    made.m_request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
    made.m_request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                                QNetworkRequest::ManualRedirectPolicy);
    made.m_body = tokenBody(application,
                            application.audience.isEmpty() ? managementAudience(domain)
                                                           : application.audience);
    made.m_secret = application.secret;
    return made;
}

} // namespace Vestibule
