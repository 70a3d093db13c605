// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"

#include <QList>
#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace Vestibule {

//! What belongs together in a list of differences.
enum class DriftGrouping { Organization, Connection };

//! Which differences are shown. What is absent or empty does not filter.
struct DriftFilter {
    std::optional<DriftKind> kind{};
    QString field{}; //!< DriftChange::field
    QString findText{}; //!< in names and ids, as Find in the other lists

    [[nodiscard]] bool isEmpty() const { return *this == DriftFilter(); }
    bool operator==(const DriftFilter &) const = default;
};

struct DriftOrder {
    DriftGrouping grouping = DriftGrouping::Organization;
    DriftFilter filter{};

    bool operator==(const DriftOrder &) const = default;
};

//! The differences that match a filter, group by group. Rows are indexes in Drift::changes.
struct DriftRows {
    using Row = std::uint32_t;

    DriftPtr drift{};
    DriftOrder order{};
    std::vector<Row> rows{};
    std::vector<Row> groups{}; //!< where each group begins in `rows`

    // How many differences each choice of a kind or of a field would show, with the rest of the
    // filter as it is. Choices that would show none are left out.
    QList<std::pair<DriftKind, qsizetype>> kinds{};
    QList<std::pair<QString, qsizetype>> fields{}; //!< the most frequent first

    [[nodiscard]] std::span<const Row> group(std::size_t number) const;
    [[nodiscard]] const DriftChange &change(Row row) const { return drift->changes.at(row); }
};

using DriftRowsPtr = std::shared_ptr<const DriftRows>;

//! Groups follow each other by name and id, and the differences in one as in the drift. Null when
//! it was cancelled. A million differences take about a second.
[[nodiscard]] DriftRowsPtr arrangeDrift(const DriftPtr &drift, const DriftOrder &order,
                                        const std::atomic_bool &isCancelled);

} // namespace Vestibule
