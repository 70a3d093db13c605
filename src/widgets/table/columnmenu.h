// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMenu>

namespace Vestibule {

class ConnectionTableView;

//! Which columns a table shows, and the way back to how they were at first. Also opens over the
//! table's header.
class ColumnMenu final : public QMenu {
    Q_OBJECT

public:
    //! \a table has its model, and outlives the menu.
    explicit ColumnMenu(ConnectionTableView &table, QWidget *parent = nullptr);

private:
    void showColumns();

    ConnectionTableView &m_table;
    QList<QAction *> m_columns; //!< one for each column, in the model's order
};

} // namespace Vestibule
