// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationdirectory.h"

#include <algorithm>

namespace Vestibule {

OrganizationDirectory::OrganizationDirectory(QObject *parent)
    : QObject(parent)
{
}

OrganizationDirectory::~OrganizationDirectory() = default;

void OrganizationDirectory::setSource(OrganizationSourcePtr source)
{
    m_reply.reset();
    m_source = std::move(source);
    m_organizations.clear();
    m_ids.clear();
    m_checkpoint.clear();
    m_checkpoints.clear();
    setState(State::Unread);
}

void OrganizationDirectory::setOrganizations(const QList<Organization> &organizations)
{
    setSource({});
    m_organizations = organizations;
    setState(State::Complete);
}

std::optional<Organization> OrganizationDirectory::find(const QString &id) const
{
    const auto found = std::ranges::find(m_organizations, id, &Organization::id);
    return found == m_organizations.end() ? std::nullopt : std::optional(*found);
}

void OrganizationDirectory::read()
{
    if (m_source && (m_state == State::Unread || m_state == State::Failed))
        fetch();
}

void OrganizationDirectory::fetch()
{
    m_reply = m_source->fetchOrganizations(m_checkpoint);
    connect(m_reply.get(), &ReplyBase::finished, this, &OrganizationDirectory::takePart);
    setState(State::Reading);
}

void OrganizationDirectory::takePart()
{
    const auto reply = std::move(m_reply);
    if (!reply->result())
        return fail(reply->result().error());
    const OrganizationPage &part = *reply->result();
    for (const Organization &organization : part.items) {
        if (m_ids.contains(organization.id))
            continue; // it moved while the parts were read
        m_ids.insert(organization.id);
        m_organizations.append(organization);
    }
    m_checkpoint = part.next;
    if (m_checkpoint.isEmpty())
        return setState(State::Complete);
    if (m_checkpoints.contains(m_checkpoint))
        return fail({.kind = ApiError::Kind::BadPayload,
                     .detail = tr("the list of organizations goes round in a circle"),
                     .request = {}});
    m_checkpoints.insert(m_checkpoint);
    fetch();
}

void OrganizationDirectory::fail(const ApiError &error)
{
    m_state = State::Failed;
    m_error = error;
    Q_EMIT changed();
}

void OrganizationDirectory::setState(State state)
{
    m_state = state;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace Vestibule
