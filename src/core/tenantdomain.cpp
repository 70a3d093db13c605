// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tenantdomain.h"

#include "core/pastedtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Expects a host that QUrl has normalized: IPv4 in dotted form, IPv6 valid.
bool isIpv4Address(const QString &host)
{
    static const QRegularExpression address(
        uR"(\A((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!\z)|\z)){4}\z)"_s);
    return address.match(host).hasMatch();
}

//! A zone is not accepted: it only means something on one machine.
bool isIpv6Address(const QString &host)
{
    static const QRegularExpression address(uR"(\A[0-9a-f.]*:[0-9a-f:.]*\z)"_s);
    return address.match(host).hasMatch();
}

bool isLoopbackHost(const QString &host)
{
    return host == "localhost"_L1 || host == "::1"_L1
        || (isIpv4Address(host) && host.startsWith("127."_L1));
}

//! RFC 1123: labels of letters, digits and inner hyphens; the last one is not a number. Expects the
//! ASCII form.
bool isHostName(const QString &host)
{
    static const QRegularExpression label(uR"(\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z)"_s);
    static const QRegularExpression number(uR"(\A\d+\z)"_s);
    const QStringList labels = host.split(u'.');
    return host.size() <= 253 && !number.match(labels.constLast()).hasMatch()
        && std::ranges::all_of(labels,
                               [](const QString &text) { return label.match(text).hasMatch(); });
}

//! The web console, whose address people copy from their browser by mistake.
bool isDashboard(const QString &host)
{
    return host.startsWith("manage."_L1) && host.endsWith(".auth0.com"_L1);
}

QString withoutFinalDot(QString host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

QString hostOf(const QUrl &url)
{
    return withoutFinalDot(url.host(QUrl::FullyEncoded).toLower());
}

bool hasScheme(const QString &text)
{
    static const QRegularExpression scheme(uR"(\A[a-z][a-z0-9+.-]*://)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return scheme.match(text).hasMatch();
}

QUrl urlFromText(const QString &text)
{
    if (hasScheme(text))
        return QUrl(text);
    QUrl url(text.startsWith("//"_L1) ? "https:"_L1 + text : "https://"_L1 + text);
    if (isLoopbackHost(hostOf(url)))
        url.setScheme(u"http"_s);
    return url;
}

//! User, host and port of an address as typed, before QUrl normalizes them.
QString authorityAsTyped(const QString &text)
{
    static const QRegularExpression authority(uR"(\A(?:(?:[a-z][a-z0-9+.-]*:)?//)?([^/?#]*))"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    return authority.match(text).captured(1);
}

//! QUrl accepts many spellings of an IP address (127.1, 0x7f000001, 5). Only the usual ones are
//! allowed: people cannot see where the others lead.
bool isIpAddressAsTyped(const QString &host, const QString &typed)
{
    return typed.startsWith(u'[') ? isIpv6Address(host)
                                  : isIpv4Address(host) && typed.startsWith(host);
}

//! The address without what was pasted with it. Where other scripts join letters, a joiner makes
//! another domain (RFC 5892, appendix A), so there QUrl decides about invisible characters.
QString pastedAddress(const QString &text)
{
    const bool hasJoiner = text.contains(u'\u200C') || text.contains(u'\u200D');
    const bool joinsLetters = hasJoiner
        && std::ranges::any_of(text, [](QChar c) { return c.unicode() > 0x7f && c.isLetter(); });
    const QString visible = joinsLetters ? text : visibleText(text);
    return assignedValue(bareText(visible)).toString();
}

} // namespace

Result<TenantDomain, TenantDomain::Problem> TenantDomain::fromText(const QString &text)
{
    const QString trimmed = pastedAddress(text);
    if (trimmed.isEmpty())
        return Problem::Empty;
    const QUrl url = urlFromText(trimmed);
    const QString host = hostOf(url);
    const QString authority = authorityAsTyped(trimmed);
    const QString typed = authority.sliced(authority.lastIndexOf(u'@') + 1);
    const bool isIpAddress = isIpAddressAsTyped(host, typed);
    const bool isName = !typed.startsWith(u'[') && isHostName(host);
    if (!url.isValid() || (!isIpAddress && !isName) || url.port() == 0)
        return Problem::NotADomain;
    if (authority.contains(u'@'))
        return Problem::HasCredentials;
    if (isDashboard(host))
        return Problem::Dashboard;
    const bool loopback = isLoopbackHost(host);
    if (!isIpAddress && !loopback && !host.contains(u'.'))
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

TenantDomain TenantDomain::fromDashboard(const QString &text)
{
    // Domains in the USA may have "us" in them, or no region at all.
    static const QRegularExpression page(
        uR"(\A/dashboard/(au|ca|eu|jp|uk)/([a-z0-9-]+)(?:/|\z))"_s);
    const QUrl url = urlFromText(pastedAddress(text));
    const auto match = page.match(url.path());
    if (hostOf(url) != "manage.auth0.com"_L1 || !match.hasMatch())
        return {};
    const auto domain = fromText(u"%1.%2.auth0.com"_s.arg(match.captured(2), match.captured(1)));
    return domain ? *domain : TenantDomain();
}

QString TenantDomain::text() const
{
    const QString authority = m_origin.authority(QUrl::FullyEncoded);
    const bool needsScheme = isLoopback() && m_origin.scheme() == "https"_L1;
    return needsScheme ? QString("https://"_L1 + authority) : authority;
}

bool TenantDomain::isLoopback() const
{
    return isLoopbackHost(m_origin.host());
}

} // namespace Vestibule
