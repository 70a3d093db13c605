// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QList>
#include <QMenu>

#include <optional>

namespace Vestibule {

class ConnectionTableView;

//! Chooses the visible columns of a table and resets its layout. Its entries are also in the
//! context menu of the table's header, below those that filter the columns.
class ColumnMenu final : public QMenu {
    Q_OBJECT

public:
    //! The table has its model. The action, which can be checked, shows and hides the fields that
    //! filter its columns. Both outlive the menu.
    ColumnMenu(ConnectionTableView &table, QAction &columnFilters, QWidget *parent = nullptr);

private:
    void addHeadMenu(QAction &columnFilters);
    void updateChecks();

    ConnectionTableView &m_table;
    QList<QAction *> m_columns; //!< one for each of TableColumns
    std::optional<ConnectionField> m_head; //!< where the header's menu was opened last
};

} // namespace Vestibule
