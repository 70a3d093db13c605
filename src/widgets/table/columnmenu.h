// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QMenu>

namespace Vestibule {

class ConnectionTableView;

//! Chooses the visible columns of a table and resets its layout. It is also the context menu of the
//! table's header.
class ColumnMenu final : public QMenu {
    Q_OBJECT

public:
    //! The table has its model and outlives the menu.
    explicit ColumnMenu(ConnectionTableView &table, QWidget *parent = nullptr);

private:
    void updateChecks();

    ConnectionTableView &m_table;
    QList<QAction *> m_columns; //!< one for each of TableColumns
};

} // namespace Vestibule
