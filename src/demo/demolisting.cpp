// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demolisting.h"

namespace Vestibule {

using Json = nlohmann::ordered_json;

Json demoRow(const DemoConnection &connection)
{
    Json row;
    row["connection_id"] = connection.id.toStdString();
    // Its place is a guess: no recorded row has one.
    if (connection.organizationConnectionName)
        row["organization_connection_name"] = connection.organizationConnectionName->toStdString();
    if (connection.strategy == QLatin1String("auth0"))
        row["is_signup_enabled"] = connection.signupEnabled;
    row["assign_membership_on_login"] = connection.assignMembershipOnLogin;
    row["show_as_button"] = connection.showAsButton;
    row["is_enabled"] = connection.enabled;
    row["organization_access_level"] = connection.accessLevel.toStdString();
    row["connection"]["name"] = connection.name.toStdString();
    row["connection"]["strategy"] = connection.strategy.toStdString();
    return row;
}

Json demoPage(const QList<DemoConnection> &sorted, const DemoQuery &query)
{
    const qint64 start = query.page * query.perPage;
    qint64 total = 0;
    Json rows = Json::array();
    for (const DemoConnection &connection : sorted) {
        if (query.isEnabled && connection.enabled != *query.isEnabled)
            continue;
        if (total >= start && total < start + query.perPage)
            rows.push_back(demoRow(connection));
        ++total;
    }
    Json page;
    page["connections"] = std::move(rows);
    page["start"] = start;
    page["limit"] = query.perPage;
    page["total"] = total;
    return page;
}

} // namespace Vestibule
