// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/inventory.h"

namespace Vestibule {

const QList<InventoryColumn> &columnsOf(InventoryList list)
{
    using enum InventoryColumn;
    static const QList<InventoryColumn> links{OrganizationName,
                                              OrganizationDisplayName,
                                              ConnectionName,
                                              OrganizationConnectionName,
                                              Strategy,
                                              IsEnabled,
                                              OrganizationAccessLevel,
                                              OrganizationMemberAccessLevel,
                                              AssignMembershipOnLogin,
                                              ShowAsButton,
                                              IsSignupEnabled,
                                              ConnectionId,
                                              OrganizationId,
                                              ReadAt};
    static const QList<InventoryColumn> connections{
        ConnectionName, Strategy, Organizations, Enabled, Disabled,
        Membership,     Signup,   Shown,         Levels,  ConnectionId};
    static const QList<InventoryColumn> organizations{
        OrganizationName, OrganizationDisplayName, Connections, Enabled, Categories, State,
        ReadAt,           OrganizationId};
    switch (list) {
    case InventoryList::Links:
        return links;
    case InventoryList::Connections:
        return connections;
    case InventoryList::Organizations:
        return organizations;
    }
    Q_UNREACHABLE();
}

qsizetype rowsOf(InventoryList list, const InventorySummary &summary)
{
    switch (list) {
    case InventoryList::Links:
        return summary.links;
    case InventoryList::Connections:
        return summary.connections;
    case InventoryList::Organizations:
        return summary.counts.listed();
    }
    Q_UNREACHABLE();
}

InventoryKey keyOf(const InventoryRow &row)
{
    if (const auto *link = std::get_if<InventoryLink>(&row))
        return {link->organization.id, link->connection.connectionId};
    if (const auto *use = std::get_if<ConnectionUse>(&row))
        return {{}, use->id};
    return {std::get<InventoryOrganization>(row).organization.id, {}};
}

} // namespace Vestibule
