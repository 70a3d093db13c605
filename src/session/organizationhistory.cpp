// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationhistory.h"

#include "session/tenantsession.h"

namespace Vestibule {

OrganizationHistory::OrganizationHistory(TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &TenantSession::changed, this, &OrganizationHistory::follow);
    follow();
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

void OrganizationHistory::goTo(qsizetype position)
{
    m_position = position; // before the session tells: what it opens is known already
    m_session.openOrganization(m_ids.at(position));
    Q_EMIT changed();
}

void OrganizationHistory::follow()
{
    // A saved view is no place to come back to: it has no way to other organizations.
    const bool isLive = !m_session.savedView();
    const QString domain = isLive ? m_session.access().domain.text() : QString();
    if (domain != m_domain) {
        m_domain = domain;
        m_ids.clear();
        m_position = -1;
    }
    const bool isBrowsing = isLive && m_session.stage() == TenantSession::Stage::Browsing;
    const QString id = isBrowsing ? m_session.browser().request().organizationId : QString();
    if (!id.isEmpty() && id != m_ids.value(m_position)) {
        m_ids.resize(m_position + 1); // what lay ahead is another way now
        m_ids.append(id);
        if (m_ids.size() > MaximumLength)
            m_ids.removeFirst();
        m_position = m_ids.size() - 1;
    }
    Q_EMIT changed();
}

} // namespace Vestibule
