// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/tenantdomain.h"

#include <QList>
#include <QString>

namespace Vestibule {

//! How rows are copied for other programs: the API's field names, then the rows. A field that was
//! not sent is an empty cell.
enum class CopyFormat {
    Tsv, //!< for spreadsheets: tabs and line breaks in a cell become spaces; guarded like CSV
    Csv, //!< like an export with the default CsvDialect
    Json, //!< an array of the rows as they came, indented
    Markdown, //!< a table for tickets, with markup of Markdown and HTML escaped
};
[[nodiscard]] QString copyText(CopyFormat format, const QList<OrganizationConnection> &rows);

//! A listing, for the commands of other tools. These never contain a token.
struct ListingAddress {
    TenantDomain domain{};
    PageRequest request{};
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
};
//! For a POSIX shell, which takes the token from $AUTH0_API_TOKEN.
[[nodiscard]] QString curlCommand(const ListingAddress &address);
//! For Auth0's own command line tool, which has the domain and the token.
[[nodiscard]] QString auth0Command(const ListingAddress &address);

//! `import` blocks that bring the rows under Terraform's management. The form of the id,
//! `ORGANIZATION::CONNECTION`, comes from auth0_organization_connection in the documentation of
//! Auth0's Terraform provider.
[[nodiscard]] QString terraformImport(const QString &organizationId,
                                      const QList<OrganizationConnection> &rows);

} // namespace Vestibule
