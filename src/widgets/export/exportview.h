// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QList>

#include <optional>

namespace Vestibule {

class ConnectionTableView;

//! What a table shows of a page, as far as an export may follow it.
struct ExportView {
    QList<OrganizationConnection> selectedRows{}; //!< in the order on screen
    //! In their order on screen.
    QList<ConnectionField> shownFields{AllConnectionFields.begin(), AllConnectionFields.end()};
    std::optional<qsizetype> foundRows{}; //!< rows that Find leaves; absent when it is empty
};

[[nodiscard]] ExportView exportView(ConnectionTableView &table);

} // namespace Vestibule
