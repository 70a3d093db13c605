// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionendpoint.h"
#include "core/connectionpage.h"
#include "core/tenantdomain.h"

#include <QList>

namespace Vestibule {

//! Rows as text for another program: the API's field names, then the rows. What was not sent is an
//! empty cell.
enum class CopyFormat {
    Tsv, //!< for spreadsheets: tabs and line breaks in a cell become blanks; guarded as CSV is
    Csv, //!< as an export with the default CsvDialect writes it
    Json, //!< an array of the rows as they came, but for blanks: they are indented
    Markdown, //!< a table for tickets: what Markdown or HTML would take for markup is escaped
};
[[nodiscard]] QString copyText(CopyFormat format, const QList<OrganizationConnection> &rows);

//! A listing as commands of other tools. There is never a token in them.
struct ListingAddress {
    TenantDomain domain{};
    PageRequest request{};
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
};
//! For a POSIX shell; the token is taken from $AUTH0_API_TOKEN there.
[[nodiscard]] QString curlCommand(const ListingAddress &address);
//! For Auth0's own command line tool, which knows the domain and the token.
[[nodiscard]] QString auth0Command(const ListingAddress &address);

//! `import` blocks that bring \a rows under Terraform's management; one for each. Source of the id
//! `ORGANIZATION::CONNECTION`: auth0_organization_connection in the documentation of Auth0's
//! provider for Terraform.
[[nodiscard]] QString terraformImport(const QString &organizationId,
                                      const QList<OrganizationConnection> &rows);

} // namespace Vestibule
