// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! What is asked for: one page of an organization's connections.
struct PageRequest {
    //! The API's bounds for `per_page`, and what it takes when nothing is said.
    static constexpr int MinimumSize = 1;
    static constexpr int MaximumSize = 100;
    static constexpr int DefaultSize = 50;

    QString organizationId{};
    int index = 0; //!< counted from 0, as the API counts; people see index + 1
    int size = DefaultSize;
    std::optional<bool> isEnabled{}; //!< the server's filter; absent lists both

    bool operator==(const PageRequest &) const = default;

    //! The same listing at another page.
    [[nodiscard]] PageRequest at(int otherIndex) const;
};

//! One page as it was read, and the ready-made requests for its neighbours.
//!
//! All page arithmetic of the program is here.
struct ConnectionPage {
    QList<OrganizationConnection> items{};
    PageRequest request{};
    //! Rows of the whole listing under its filter; absent when the tenant answered a bare array.
    std::optional<qsizetype> total{};
    QDateTime readAt{}; //!< when the last byte arrived; local time

    bool operator==(const ConnectionPage &) const = default;

    //! Row number of the first item in the whole listing, counted from 0.
    [[nodiscard]] qsizetype offset() const;
    //! Number of pages; at least 1 even for an empty listing. Absent without a total.
    [[nodiscard]] std::optional<int> pageCount() const;
    //! The neighbours; absent where there is none, or where the total says that it does not exist.
    //! Without a total, next() of a full page may turn out to have no rows. From behind the end,
    //! previous() leads to the last page.
    [[nodiscard]] std::optional<PageRequest> next() const;
    [[nodiscard]] std::optional<PageRequest> previous() const;
    //! Absent without a total: nobody knows which page is the last.
    [[nodiscard]] std::optional<PageRequest> last() const;
    //! No rows here although the listing may have some: the page lies behind the last one.
    [[nodiscard]] bool isBeyondEnd() const;
    //! Rows that the total promises for this page and that did not come; 0 without a total.
    [[nodiscard]] qsizetype missingRows() const;
};

} // namespace Vestibule
