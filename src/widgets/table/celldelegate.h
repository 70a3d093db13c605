// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

class QAbstractItemView;
class QHeaderView;
class QResizeEvent;
class QString;
class QTableView;

namespace Vestibule {

//! Gives a table the look of all tables of connections: rows with room to breathe, no grid, icons
//! beside flags and levels, muted text where nothing was sent. The model has the roles of
//! models/cellrole.h.
void setUpTable(QTableView &table);
enum class CellLook { Plain, Signed, Flag, Level, Id };
//! The width of a cell with this text, which is whole in it, unless it is the first or last one.
//! Signed: with the room for the dot before a name.
[[nodiscard]] int cellWidth(const QTableView &table, const QString &text, CellLook look);
//! That of a cell with a bar beside its number, which alone would need a cell of this width.
[[nodiscard]] int barColumnWidth(int numberWidth);
//! What the first and the last column need more than others, so that texts stand as far from the
//! edges as those of the bars above and below.
[[nodiscard]] int edgePadding(const QTableView &table);
//! Draws the focus of a table or list without rows, of which none can show it.
void paintFocusOfNothing(QAbstractItemView &view);
//! Whether the current row, which was in sight, is below the table's new height: a banner or a bar
//! has appeared. To be asked before the table itself handles the event.
[[nodiscard]] bool hidesCurrentRow(const QAbstractItemView &view, const QResizeEvent &event);
//! The padding of its cells and of its header alone, for another kind of view.
void setPadding(QAbstractItemView &view, QHeaderView &header);

} // namespace Vestibule
