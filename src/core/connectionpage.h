// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! The two lists of an organization's connections that a tenant has.
enum class ConnectionEndpoint {
    Connections, //!< `/connections`: every field, and a filter
    //! `/enabled_connections`, the older one: only enabled connections, without is_enabled,
    //! organization_access_level and organization_connection_name, and without a filter.
    EnabledConnections,
};

//! A request for one page of an organization's connections.
struct PageRequest {
    //! The API's bounds and default for `per_page`.
    static constexpr int MinimumSize = 1;
    static constexpr int MaximumSize = 100;
    static constexpr int DefaultSize = 50;

    QString organizationId{};
    int index = 0; //!< from 0, as in the API; people see index + 1
    int size = DefaultSize;
    std::optional<bool> isEnabled{}; //!< the server's filter; absent: both

    bool operator==(const PageRequest &) const = default;

    //! Another page of the same listing.
    [[nodiscard]] PageRequest at(int otherIndex) const;
};

//! One page of a listing, and the requests for the pages around it. All arithmetic with pages is
//! here.
struct ConnectionPage {
    QList<OrganizationConnection> items{};
    //! What was answered. Its size is smaller than the one that was asked for if the tenant allows
    //! only fewer rows per page.
    PageRequest request{};
    //! Rows in the whole listing, with the request's filter; absent if the answer was a bare array.
    std::optional<qsizetype> total{};
    //! Whether the tenant stated a limit below the size that was asked for, so that a page with
    //! fewer rows is the last one. A limit that equals the size may only repeat the request.
    bool isSizeConfirmed = false;
    QDateTime readAt{}; //!< when the last byte arrived

    bool operator==(const ConnectionPage &) const = default;

    //! The position of the first item in the whole listing, from 0.
    [[nodiscard]] qsizetype offset() const;
    //! Number of pages; at least 1 even for an empty listing. Absent without a total.
    [[nodiscard]] std::optional<int> pageCount() const;
    //! Absent if there is no such page. Without a total, the next page may turn out to be empty.
    //! previous() of a page beyond the end is the last page.
    [[nodiscard]] std::optional<PageRequest> next() const;
    [[nodiscard]] std::optional<PageRequest> previous() const;
    //! Absent without a total.
    [[nodiscard]] std::optional<PageRequest> last() const;
    //! True when there is no other page.
    [[nodiscard]] bool isWholeListing() const;
    //! True for a page after the last one, which has no rows although the listing may have some.
    [[nodiscard]] bool isBeyondEnd() const;
    //! How many rows the page lacks according to the total; 0 without a total.
    [[nodiscard]] qsizetype missingRows() const;
};

} // namespace Vestibule
