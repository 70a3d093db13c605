// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QSet>

#include <optional>

namespace Vestibule {

//! The tenant's pages do not add up to one listing: rows moved while they were read.
struct ListingMismatch {
    enum class Kind {
        TotalChanged, //!< between two pages
        RowRepeated, //!< one connection_id twice
        RowsMissing, //!< fewer rows than the total
        PageSizeChanged, //!< the tenant allows fewer rows per page than were asked for
        DoesNotEnd, //!< more rows than any listing has, and no total
        BeyondEnd, //!< the one page that was asked for is after the last one
    };
    Kind kind = Kind::RowsMissing;
    //! Rows; 0 for RowRepeated and DoesNotEnd; for PageSizeChanged rows per page; for BeyondEnd the
    //! number of pages, 0 when it is not known.
    qsizetype expected = 0;
    //! Rows; for PageSizeChanged rows per page; for BeyondEnd the page that was asked for, from 1.
    qsizetype got = 0;

    bool operator==(const ListingMismatch &) const = default;
};

//! Checks whether pages of one listing add up: the same total on each, no row twice, none missing.
class ListingCheck final {
public:
    //! The rows that the page's own total promises and that are not on it.
    [[nodiscard]] static std::optional<ListingMismatch> missingRows(const ConnectionPage &page);

    //! Compares the page with those that were added before, and remembers it in any case.
    std::optional<ListingMismatch> add(const ConnectionPage &page);
    //! When all pages of the listing were added: the rows that are on none of them.
    [[nodiscard]] std::optional<ListingMismatch> missingRows() const;

    //! Different rows so far.
    [[nodiscard]] qsizetype rows() const { return m_ids.size(); }
    //! Of the whole listing, by the latest page that has one; absent when none has.
    [[nodiscard]] std::optional<qsizetype> total() const { return m_total; }

private:
    //! Views of m_texts, which has the ids of one page in each element: 100,000 ids take 4 MiB, a
    //! third of what as many strings take.
    QSet<QByteArrayView> m_ids;
    QList<QByteArray> m_texts;
    std::optional<qsizetype> m_total;
};

} // namespace Vestibule
