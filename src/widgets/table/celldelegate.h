// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

class QAbstractItemView;
class QHeaderView;
class QTableView;

namespace Vestibule {

//! Gives a table the look of all tables of connections: rows with room to breathe, no grid, icons
//! beside flags and levels, muted text where nothing was sent. The model has the roles of
//! models/cellrole.h.
void setUpTable(QTableView &table);
//! The padding of its cells and of its header alone, for another kind of view.
void setPadding(QAbstractItemView &view, QHeaderView &header);

} // namespace Vestibule
