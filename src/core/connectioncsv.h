// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QStringList>

namespace Vestibule {

//! The header of the table as CSV: the API's field names, in the order of AllConnectionFields.
[[nodiscard]] QStringList csvHeader();

//! One row under csvHeader(): `true` and `false` for flags, an empty cell for what was not sent.
[[nodiscard]] QStringList csvCells(const OrganizationConnection &connection);

} // namespace Vestibule
