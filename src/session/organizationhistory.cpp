// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationhistory.h"

#include "session/tenantsession.h"
#include "store/settings.h"

namespace Vestibule {

OrganizationHistory::OrganizationHistory(TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &TenantSession::changed, this, &OrganizationHistory::updateFromSession);
    updateFromSession();
}

void OrganizationHistory::back()
{
    if (canGoBack())
        goTo(m_position - 1);
}

void OrganizationHistory::forward()
{
    if (canGoForward())
        goTo(m_position + 1);
}

void OrganizationHistory::clear()
{
    m_session.directory().clearRecent();
    m_ids = m_ids.mid(m_position, m_position < 0 ? 0 : 1);
    m_position = m_ids.size() - 1;
    Q_EMIT changed();
}

QList<Organization> OrganizationHistory::recent() const
{
    const OrganizationDirectory &directory = m_session.directory();
    QList<Organization> recent = directory.recent();
    if (!recent.isEmpty() || !canRefresh(m_session.subject()))
        return recent;
    QStringList ids(m_ids.crbegin(), m_ids.crend());
    ids.removeDuplicates();
    for (const QString &id : ids.mid(0, Settings::MaximumRecentOrganizations))
        recent.append(directory.organization(id));
    return recent;
}

void OrganizationHistory::goTo(qsizetype position)
{
    m_position = position; // set first, so that updateFromSession() finds it there
    m_session.openOrganization(m_ids.at(position));
    Q_EMIT changed();
}

void OrganizationHistory::updateFromSession()
{
    // A saved view has no other organizations, so it has no history.
    const bool isLive = canRefresh(m_session.subject());
    const QString domain = isLive ? domainOf(m_session.subject()).text() : QString();
    if (domain != m_domain) {
        m_domain = domain;
        m_ids.clear();
        m_position = -1;
    }
    const bool isBrowsing = isLive && m_session.stage() == TenantSession::Stage::Browsing;
    const QString id = isBrowsing ? m_session.browser().request().organizationId : QString();
    if (!id.isEmpty() && id != m_ids.value(m_position)) {
        m_ids.resize(m_position + 1); // a new organization replaces those to go forward to
        m_ids.append(id);
        if (m_ids.size() > MaximumLength)
            m_ids.removeFirst();
        m_position = m_ids.size() - 1;
    }
    Q_EMIT changed();
}

} // namespace Vestibule
