// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"
#include "core/result.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QList>

namespace Vestibule {

//! What breaks the API's promise in a list of rows, and where: "row 3: connection_id is missing".
struct RowsProblem {
    QString detail{};
};

//! Reads the rows of a listing: of an answer, or of a file that holds them as they came.
//!
//! \a text is the same list as \a rows, as it is spelt; it is copied. Lenient about what a row
//! holds: fields may be absent, null or unknown. A row without connection_id, or a field of another
//! type than the API's, is a problem; a table is never silently shorter than its list.
[[nodiscard]] Result<QList<OrganizationConnection>, RowsProblem> parseConnectionRows(
    const QJsonArray &rows, QByteArrayView text);

} // namespace Vestibule
