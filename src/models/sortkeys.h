// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QCollator>
#include <QList>

#include <vector>

namespace Vestibule {

//! The order of rows by one column, worked out once for all of its comparisons. Flags and levels
//! sort by meaning: yes before no, the ladder upwards; names as the person's language has it,
//! ids by their letters alone. It is worked out by the constructor: no row is kept.
class SortKeys final {
public:
    //! \a collator is that of the person's language.
    SortKeys(const QList<OrganizationConnection> &rows, ConnectionField field,
             const QCollator &collator);

    //! Whether row \a left stands before row \a right. Both are rows of the list.
    [[nodiscard]] bool isLess(int left, int right) const
    {
        return m_ranks[std::size_t(left)] < m_ranks[std::size_t(right)];
    }
    //! The tenant sent nothing to sort it by.
    [[nodiscard]] bool isMissing(int row) const;

private:
    std::vector<int> m_ranks; //!< by row; equal values have one rank
};

} // namespace Vestibule
