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
    static const QList<InventoryColumn> rules{Rule, Severity, FindingCount, MutedCount};
    static const QList<InventoryColumn> findings{Rule, OrganizationName, OrganizationId,
                                                 ConnectionName, ConnectionId};
    switch (list) {
    case InventoryList::Links:
        return links;
    case InventoryList::Connections:
        return connections;
    case InventoryList::Organizations:
        return organizations;
    case InventoryList::Rules:
        return rules;
    case InventoryList::Findings:
        return findings;
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
    case InventoryList::Rules:
        return findingRules().size();
    case InventoryList::Findings:
        return 0; // only a view knows
    }
    Q_UNREACHABLE();
}

InventoryKey keyOf(const InventoryRow &row)
{
    if (const auto *link = std::get_if<InventoryLink>(&row))
        return {.organizationId = link->organization.id,
                .connectionId = link->connection.connectionId};
    if (const auto *use = std::get_if<ConnectionUse>(&row))
        return {.connectionId = use->id};
    if (const auto *count = std::get_if<FindingCount>(&row))
        return {.rule = count->rule};
    if (const auto *finding = std::get_if<Finding>(&row))
        return {.organizationId = finding->key.organizationId,
                .connectionId = finding->key.connectionId,
                .rule = finding->key.rule};
    return {.organizationId = std::get<InventoryOrganization>(row).organization.id};
}

QList<FindingRule> findingsOf(const InventoryRow &row)
{
    if (const auto *link = std::get_if<InventoryLink>(&row))
        return link->findings;
    if (const auto *use = std::get_if<ConnectionUse>(&row))
        return use->findings;
    const auto *entry = std::get_if<InventoryOrganization>(&row);
    return entry ? entry->findings : QList<FindingRule>();
}

} // namespace Vestibule
