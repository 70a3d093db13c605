// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <Qt>

namespace Vestibule {

//! What the tables' models tell about a cell besides its text.
enum CellRole {
    TextRole = Qt::UserRole, //!< QString: the text of the cell, never masked
    MeaningRole, //!< CellMeaning
    //! QStringList: what is to check in the row, perhaps nothing; invalid in a column without the
    //! sign "to check".
    HintsRole,
    ChangedRole, //!< bool: whether the same connection had another value in the previous rows
    FieldRole, //!< int(ConnectionField) of a cell that shows a field; invalid for other cells
    IdRole, //!< bool: an id, for a monospaced font
    //! Of a cell: CountBar beside its number, invalid in a column without bars. Of a header: bool,
    //! whether its column has bars.
    BarRole,
};

//! A number as a part of the greatest one of its column.
struct CountBar {
    int count = 0;
    int most = 0;

    [[nodiscard]] double share() const { return most > 0 ? double(count) / double(most) : 0; }
    bool operator==(const CountBar &) const = default;
};

} // namespace Vestibule
