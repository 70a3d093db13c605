// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/tenantsession.h"

namespace Vestibule {

TenantSession::TenantSession(Settings &settings, SourceFactory makeSource, DemoLauncher launchDemo,
                             QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_makeSource(std::move(makeSource))
    , m_launchDemo(std::move(launchDemo))
{
    connect(&m_browser, &ConnectionBrowser::pageChanged, this, &TenantSession::remember);
}

QList<KnownOrganization> TenantSession::organizations() const
{
    if (m_isDemo)
        return m_demoOrganizations;
    QList<KnownOrganization> recent;
    for (const RecentOrganization &known : m_settings.recentOrganizations(m_access.domain.text()))
        recent.append({.id = known.id, .name = known.name});
    return recent;
}

ConnectionSourcePtr TenantSession::makeSource(const TenantAccess &access) const
{
    return m_makeSource(access);
}

void TenantSession::openTenant(const TenantAccess &access, const PageRequest &first)
{
    m_access = access;
    m_isDemo = false;
    open(first);
}

bool TenantSession::openDemo(PageRequest first)
{
    const auto demo = m_launchDemo();
    if (!demo)
        return false;
    m_access = demo->access;
    m_demoOrganizations = demo->organizations;
    m_isDemo = true;
    if (first.organizationId.isEmpty())
        first.organizationId = m_demoOrganizations.constFirst().id;
    open(first);
    return true;
}

void TenantSession::openOrganization(const QString &id)
{
    PageRequest first = m_browser.request().at(0);
    first.organizationId = id;
    open(first);
}

void TenantSession::open(const PageRequest &first)
{
    m_browser.open(m_makeSource(m_access), first);
    Q_EMIT changed();
}

//! Only an organization that the tenant has answered for is worth remembering, and no demo is.
void TenantSession::remember()
{
    if (m_isDemo || !m_browser.page())
        return;
    const QString id = m_browser.page()->request.organizationId;
    const QString domain = m_access.domain.text();
    const QList<RecentOrganization> recent = m_settings.recentOrganizations(domain);
    if (recent.isEmpty() || recent.constFirst().id != id)
        m_settings.addRecentOrganization(domain, {.id = id});
}

} // namespace Vestibule
