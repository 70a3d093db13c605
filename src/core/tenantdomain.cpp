// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tenantdomain.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! QUrl has normalized the host before: an IPv4 address is in its dotted form, an IPv6 address valid.
bool isIpv4Address(const QString &host)
{
    static const QRegularExpression address(
        uR"(\A((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!\z)|\z)){4}\z)"_s);
    return address.match(host).hasMatch();
}

bool isIpv6Address(const QString &host)
{
    return host.contains(u':');
}

bool isLoopbackHost(const QString &host)
{
    return host == "localhost"_L1 || host == "::1"_L1
        || (isIpv4Address(host) && host.startsWith("127."_L1));
}

//! RFC 1123: labels of letters, digits and inner hyphens; the last one is not a number. \a host is
//! in its ASCII form.
bool isHostName(const QString &host)
{
    static const QRegularExpression label(uR"(\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z)"_s);
    static const QRegularExpression number(uR"(\A\d+\z)"_s);
    const QStringList labels = host.split(u'.');
    return host.size() <= 253 && !number.match(labels.constLast()).hasMatch()
        && std::ranges::all_of(labels, [](const QString &text) {
               return label.match(text).hasMatch();
           });
}

//! The web console lives beside the tenants, under names that people copy from their browser.
bool isDashboard(const QString &host)
{
    return host.startsWith("manage."_L1) && host.endsWith("auth0.com"_L1);
}

QString withoutFinalDot(QString host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

QUrl urlFromText(const QString &text)
{
    if (text.contains("://"_L1))
        return QUrl(text);
    const QUrl url(text.startsWith("//"_L1) ? "https:"_L1 + text : "https://"_L1 + text);
    if (!isLoopbackHost(url.host()))
        return url;
    QUrl plain = url;
    plain.setScheme(u"http"_s);
    return plain;
}

} // namespace

Result<TenantDomain, TenantDomain::Problem> TenantDomain::fromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Problem::Empty;
    const QUrl url = urlFromText(trimmed);
    const QString host = withoutFinalDot(url.host(QUrl::FullyEncoded).toLower());
    const bool isAddress = isIpv4Address(host) || isIpv6Address(host);
    if (!url.isValid() || (!isAddress && !isHostName(host)) || url.port() == 0)
        return Problem::NotADomain;
    if (!url.userInfo().isEmpty())
        return Problem::HasCredentials;
    if (isDashboard(host))
        return Problem::Dashboard;
    const bool loopback = isLoopbackHost(host);
    if (!isAddress && !loopback && !host.contains(u'.'))
        return Problem::Incomplete;
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && loopback))
        return Problem::NotHttps;

    TenantDomain domain;
    domain.m_origin.setScheme(url.scheme());
    domain.m_origin.setHost(host);
    const int ownPort = url.scheme() == "https"_L1 ? 443 : 80;
    if (url.port(ownPort) != ownPort)
        domain.m_origin.setPort(url.port());
    return domain;
}

QString TenantDomain::text() const
{
    return m_origin.authority(QUrl::FullyEncoded);
}

bool TenantDomain::isLoopback() const
{
    return isLoopbackHost(m_origin.host());
}

} // namespace Vestibule
