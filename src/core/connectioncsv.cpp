// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectioncsv.h"

#include "core/connectionfield.h"

namespace Vestibule {

QStringList csvHeader()
{
    QStringList header;
    for (const ConnectionField field : AllConnectionFields)
        header.append(apiName(field));
    return header;
}

QStringList csvCells(const OrganizationConnection &connection)
{
    QStringList cells;
    for (const ConnectionField field : AllConnectionFields)
        cells.append(fieldValue(connection, field).toString()); // a bool reads "true" or "false"
    return cells;
}

} // namespace Vestibule
