// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationreader.h"

#include <algorithm>
#include <utility>

namespace Vestibule {

OrganizationReader::OrganizationReader(QObject *parent)
    : QObject(parent)
{
}

OrganizationReader::~OrganizationReader()
{
    stop();
}

void OrganizationReader::read(const InventorySourcePtr &source, const QString &organizationId)
{
    stop();
    m_source = source;
    m_id = organizationId;
    open(InventoryList::Organizations);
}

void OrganizationReader::stop()
{
    m_opening.reset();
    m_fetching.reset();
    closeView();
    m_source.reset();
    m_found = {};
    m_content.reset();
    m_problem.reset();
}

void OrganizationReader::open(InventoryList list)
{
    m_opening = m_source->open({.list = list,
                                .filter = {.organization = m_id},
                                .sortedBy = list == InventoryList::Organizations
                                    ? InventoryColumn::OrganizationDisplayName
                                    : InventoryColumn::ConnectionName});
    connect(m_opening.get(), &ReplyBase::finished, this, [this, list] {
        const auto opening = std::move(m_opening);
        if (!opening->result())
            return fail(opening->result().error());
        m_view = *opening->result();
        fetch(list);
    });
}

void OrganizationReader::fetch(InventoryList list)
{
    m_fetching = m_source->fetch(*m_view, 0, m_view->rows);
    connect(m_fetching.get(), &ReplyBase::finished, this, [this, list] {
        const auto fetching = std::move(m_fetching);
        closeView();
        if (!fetching->result())
            return fail(fetching->result().error());
        take(list, *fetching->result());
    });
}

//! The filter finds names as well, and somebody may have named an organization like the id of
//! another one.
void OrganizationReader::take(InventoryList list, const QList<InventoryRow> &rows)
{
    if (list == InventoryList::Organizations) {
        const auto found = std::ranges::find_if(rows, [this](const InventoryRow &row) {
            const auto *entry = std::get_if<InventoryOrganization>(&row);
            return entry && entry->organization.id == m_id;
        });
        if (found == rows.end())
            return void(Q_EMIT finished());
        m_found.organization = std::get<InventoryOrganization>(*found);
        if (m_found.organization.state == OrganizationState::Read)
            return open(InventoryList::Links);
    }
    for (const InventoryRow &row : rows) {
        if (const auto *link = std::get_if<InventoryLink>(&row);
            link && link->organization.id == m_id)
            m_found.connections.append(link->connection);
    }
    m_content = std::exchange(m_found, {});
    Q_EMIT finished();
}

void OrganizationReader::fail(const InventoryProblem &problem)
{
    m_problem = problem;
    Q_EMIT finished();
}

void OrganizationReader::closeView()
{
    if (const auto view = std::exchange(m_view, {}))
        m_source->close(*view);
}

} // namespace Vestibule
