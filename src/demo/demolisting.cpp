// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demolisting.h"

namespace Vestibule {

using Json = nlohmann::ordered_json;

namespace {

Json nested(const DemoConnection &connection)
{
    Json json;
    json["name"] = connection.name.toStdString();
    json["strategy"] = connection.strategy.toStdString();
    return json;
}

void addSignup(Json &row, const DemoConnection &connection)
{
    if (connection.strategy == QLatin1String("auth0"))
        row["is_signup_enabled"] = connection.signupEnabled;
}

Json enabledRow(const DemoConnection &connection)
{
    Json row;
    row["connection_id"] = connection.id.toStdString();
    row["assign_membership_on_login"] = connection.assignMembershipOnLogin;
    addSignup(row, connection);
    row["show_as_button"] = connection.showAsButton;
    row["connection"] = nested(connection);
    return row;
}

} // namespace

Json demoRow(const DemoConnection &connection, DemoRoute::Kind kind)
{
    if (kind == DemoRoute::Kind::EnabledConnections)
        return enabledRow(connection);
    Json row;
    row["connection_id"] = connection.id.toStdString();
    // Its place is a guess: no recorded row has one.
    if (connection.organizationConnectionName)
        row["organization_connection_name"] = connection.organizationConnectionName->toStdString();
    addSignup(row, connection);
    row["assign_membership_on_login"] = connection.assignMembershipOnLogin;
    row["show_as_button"] = connection.showAsButton;
    row["is_enabled"] = connection.enabled;
    row["organization_access_level"] = connection.accessLevel.toStdString();
    row["connection"] = nested(connection);
    return row;
}

Json demoPage(const QList<DemoConnection> &sorted, const DemoQuery &query, DemoRoute::Kind kind)
{
    const bool isOlder = kind == DemoRoute::Kind::EnabledConnections;
    const std::optional<bool> wanted = isOlder ? std::optional(true) : query.isEnabled;
    const qint64 start = query.page * query.perPage;
    qint64 total = 0;
    Json rows = Json::array();
    for (const DemoConnection &connection : sorted) {
        if (wanted && connection.enabled != *wanted)
            continue;
        if (total >= start && total < start + query.perPage)
            rows.push_back(demoRow(connection, kind));
        ++total;
    }
    const auto count = rows.size();
    Json page;
    page[demoRowsKey(kind).toStdString()] = std::move(rows);
    page["start"] = isOlder && count == 0 ? 0 : start;
    page["limit"] = isOlder ? qint64(count) : qint64(query.perPage);
    page["total"] = total;
    return page;
}

} // namespace Vestibule
