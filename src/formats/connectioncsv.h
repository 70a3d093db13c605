// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QList>
#include <QStringList>

namespace Vestibule {

//! The API's field names, in the order of AllConnectionFields.
[[nodiscard]] QStringList csvHeader();
[[nodiscard]] QStringList csvHeader(const QList<ConnectionField> &fields);

//! One row under csvHeader(): `true` and `false` for flags, an empty cell for what was not sent.
//! Cells are bare text: whoever writes them (CsvText) guards and quotes them.
[[nodiscard]] QStringList csvCells(const OrganizationConnection &connection);
[[nodiscard]] QString csvCell(const OrganizationConnection &connection, ConnectionField field);

} // namespace Vestibule
