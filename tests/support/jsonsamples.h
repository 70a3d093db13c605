// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionjson.h"

#include <QByteArray>
#include <QByteArrayList>

namespace Vestibule::Samples {

//! A row recorded from a tenant: with all flags, without organization_connection_name.
inline const QByteArray recordedRow =
    R"({"connection_id":"con_Evpbs7vILMWmWd6y","is_signup_enabled":false,"assign_membership_on_login":false,"show_as_button":true,"is_enabled":true,"organization_access_level":"none","connection":{"name":"Acceptance-Test-Connection-testaccdatasourceorganization","strategy":"auth0"}})";

//! A whole response recorded from a tenant.
inline const QByteArray recordedBody =
    "{\"connections\":[" + recordedRow + "],\"start\":0,\"limit\":50,\"total\":1}";

//! An answer with a total, which is JSON text, and without the start and the limit of its page.
inline QByteArray envelope(const QByteArrayList &rows, const QByteArray &total)
{
    return "{\"connections\":[" + rows.join(',') + "],\"total\":" + total + '}';
}

//! Rows with the ids con_0, con_1 and so on.
inline QByteArrayList numberedRows(int count)
{
    QByteArrayList rows;
    for (int i = 0; i < count; ++i)
        rows.append("{\"connection_id\":\"con_" + QByteArray::number(i) + "\"}");
    return rows;
}

//! Parses a row; throws std::bad_variant_access if it is invalid.
inline OrganizationConnection connection(const QByteArray &row)
{
    return parseConnectionPage('[' + row + ']', {}).value().items.constFirst();
}

} // namespace Vestibule::Samples
