// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QtGlobal>

namespace Vestibule {

//! The tenant's pages do not add up to one listing: rows moved while they were read.
struct ListingMismatch {
    enum class Kind {
        TotalChanged, //!< between two pages
        RowRepeated, //!< one connection_id twice
        RowsMissing, //!< fewer rows than the total
        BeyondEnd, //!< the one page that was asked for lies behind the last one
    };
    Kind kind = Kind::RowsMissing;
    //! Rows; 0 for RowRepeated; for BeyondEnd the number of pages, 0 when it is not known.
    qsizetype expected = 0;
    qsizetype got = 0; //!< rows; for BeyondEnd the page that was asked for, counted from 1

    bool operator==(const ListingMismatch &) const = default;
};

} // namespace Vestibule
