// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationdirectory.h"

#include "store/settings.h"

#include <algorithm>
#include <utility>

namespace Vestibule {

namespace {

//! A page without organizations may be the rest of some that were deleted; only the tenant decides
//! when such pages end.
constexpr int MostEmptyPages = 3;

} // namespace

OrganizationDirectory::OrganizationDirectory(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

OrganizationDirectory::~OrganizationDirectory() = default;

void OrganizationDirectory::clear(const QString &rememberedDomain)
{
    m_rememberedDomain = rememberedDomain;
    m_lookedUp.clear();
    setSource({});
}

void OrganizationDirectory::setSource(OrganizationSourcePtr source)
{
    m_reply.reset();
    m_wantedId.clear();
    m_source = std::move(source);
    m_organizations.clear();
    m_ids.clear();
    m_checkpoint.clear();
    m_checkpoints.clear();
    m_emptyPages = 0;
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

Organization OrganizationDirectory::organization(const QString &id) const
{
    if (const auto read = find(id))
        return *read;
    const QList<Organization> opened = recent();
    const auto found = std::ranges::find(opened, id, &Organization::id);
    return found == opened.end() ? Organization{.id = id} : *found;
}

QList<Organization> OrganizationDirectory::recent() const
{
    QList<Organization> recent;
    if (m_rememberedDomain.isEmpty())
        return recent;
    for (const RecentOrganization &each : m_settings.recentOrganizations(m_rememberedDomain))
        recent.append(find(each.id).value_or(
            Organization{.id = each.id, .name = each.shortName, .displayName = each.name}));
    return recent;
}

void OrganizationDirectory::remember(const QString &id)
{
    if (m_rememberedDomain.isEmpty())
        return;
    const Organization opened = organization(id);
    const RecentOrganization latest{.id = id, .name = opened.displayName, .shortName = opened.name};
    const auto recent = m_settings.recentOrganizations(m_rememberedDomain);
    if (recent.isEmpty() || recent.constFirst() != latest)
        m_settings.addRecentOrganization(m_rememberedDomain, latest);
}

void OrganizationDirectory::clearRecent()
{
    if (!m_rememberedDomain.isEmpty())
        m_settings.clearRecentOrganizations(m_rememberedDomain);
}

void OrganizationDirectory::lookUp(const QString &id)
{
    const Organization known = organization(id);
    if (!m_source || m_state != State::Unread || m_lookedUp.contains(id)
        || !known.displayName.isEmpty() || !known.name.isEmpty())
        return;
    m_wantedId = id;
    fetch();
}

void OrganizationDirectory::read()
{
    m_wantedId.clear(); // a request that runs becomes the first one of the list
    if (!m_source || m_state == State::Reading || m_state == State::Complete)
        return;
    m_emptyPages = 0;
    fetch();
}

void OrganizationDirectory::pause()
{
    if (m_state != State::Reading || isLookingUp())
        return;
    m_reply.reset();
    setState(State::Paused);
}

void OrganizationDirectory::fetch()
{
    m_reply = m_source->fetchOrganizations(m_checkpoint);
    connect(m_reply.get(), &ReplyBase::finished, this, &OrganizationDirectory::addPage);
    setState(State::Reading);
}

void OrganizationDirectory::addPage()
{
    const auto reply = std::move(m_reply);
    const QString wantedId = std::exchange(m_wantedId, QString());
    if (!wantedId.isEmpty())
        m_lookedUp.insert(wantedId);
    if (!reply->result())
        return wantedId.isEmpty() ? fail(reply->result().error()) : setState(State::Unread);
    const OrganizationPage &page = *reply->result();
    const qsizetype known = m_organizations.size();
    for (const Organization &organization : page.items) {
        if (m_ids.contains(organization.id))
            continue; // it moved while the pages were read
        m_ids.insert(organization.id);
        m_organizations.append(organization);
    }
    if (page.isCutOff) {
        return fail({.kind = ApiError::Kind::BadPayload,
                     .detail = tr("the list of organizations ends before it is complete"),
                     .request = {}});
    }
    m_checkpoint = page.next;
    if (!wantedId.isEmpty() && find(wantedId))
        Q_EMIT nameFound(wantedId);
    if (m_checkpoint.isEmpty())
        return setState(State::Complete);
    if (m_checkpoints.contains(m_checkpoint))
        return fail({.kind = ApiError::Kind::BadPayload,
                     .detail = tr("the pages of the list of organizations repeat"),
                     .request = {}});
    m_checkpoints.insert(m_checkpoint);
    m_emptyPages = m_organizations.size() == known ? m_emptyPages + 1 : 0;
    if (m_emptyPages >= MostEmptyPages)
        return fail({.kind = ApiError::Kind::BadPayload,
                     .detail = tr("the list of organizations continues without organizations"),
                     .request = {}});
    if (!wantedId.isEmpty())
        return setState(State::Paused);
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
