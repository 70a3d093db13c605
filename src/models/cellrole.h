// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <Qt>

namespace Vestibule {

//! What the tables' models tell about a cell besides its text.
enum CellRole {
    TextRole = Qt::UserRole, //!< QString: the text of the cell, never masked
    MeaningRole, //!< CellMeaning
    //! QStringList: hintSentences() of the row, perhaps none; invalid in a column without the sign
    //! "to check".
    HintsRole,
    ChangedRole, //!< bool: whether the same connection had another value in the previous rows
    FieldRole, //!< int(ConnectionField) of a cell that shows a field; invalid for other cells
    IdRole, //!< bool: an id, for a monospaced font
};

} // namespace Vestibule
