// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/listing.h"

namespace Vestibule::Demo {

using Json = nlohmann::ordered_json;

namespace {

Json nested(const Connection &connection)
{
    Json json;
    json["name"] = connection.name.toStdString();
    json["strategy"] = connection.strategy.toStdString();
    return json;
}

void addSignup(Json &row, const Connection &connection)
{
    if (connection.strategy == QLatin1String("auth0"))
        row["is_signup_enabled"] = connection.signupEnabled;
}

Json enabledRow(const Connection &connection)
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

Json row(const Connection &connection, Route::Kind kind)
{
    if (kind == Route::Kind::EnabledConnections)
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

Json listingPage(const QList<Connection> &sorted, const Query &query, Route::Kind kind)
{
    const bool isOlder = kind == Route::Kind::EnabledConnections;
    const std::optional<bool> wanted = isOlder ? std::optional(true) : query.isEnabled;
    const qint64 start = query.page * query.perPage;
    qint64 total = 0;
    Json rows = Json::array();
    for (const Connection &connection : sorted) {
        if (wanted && connection.enabled != *wanted)
            continue;
        if (total >= start && total < start + query.perPage)
            rows.push_back(row(connection, kind));
        ++total;
    }
    const auto count = rows.size();
    Json page;
    page[rowsKey(kind).toStdString()] = std::move(rows);
    page["start"] = isOlder && count == 0 ? 0 : start;
    page["limit"] = isOlder ? qint64(count) : qint64(query.perPage);
    page["total"] = total;
    return page;
}

} // namespace Vestibule::Demo
