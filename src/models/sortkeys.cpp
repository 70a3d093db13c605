// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/sortkeys.h"

#include "models/cellmemo.h"
#include "models/connectionwords.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace Vestibule {

namespace {

constexpr int MissingRank = std::numeric_limits<int>::max();

using Rows = QList<OrganizationConnection>;

//! Of flags and levels.
int meaningRank(const OrganizationConnection &connection, ConnectionField field)
{
    switch (const CellMeaning meaning = cellMeaning(connection, field)) {
    case CellMeaning::NotSent:
        return MissingRank;
    case CellMeaning::Text: // an unknown level, behind the ladder
        return 2 * int(CellMeaning::AccessFull) + 1;
    default:
        return 2 * int(meaning);
    }
}

std::vector<int> ranksByMeaning(const Rows &rows, ConnectionField field)
{
    CellMemo<int> memo(meaningRank);
    std::vector<int> ranks;
    ranks.reserve(std::size_t(rows.size()));
    for (const OrganizationConnection &row : rows)
        ranks.push_back(memo.of(row, field));
    return ranks;
}

//! \a keys are those of the rows; \a isMissing tells which rows have none.
template <typename Key, typename IsMissing>
std::vector<int> ranksByKey(const std::vector<Key> &keys, IsMissing isMissing)
{
    std::vector<int> order;
    order.reserve(keys.size());
    std::vector<int> ranks(keys.size(), MissingRank);
    for (int row = 0; row < int(keys.size()); ++row) {
        if (!isMissing(row))
            order.push_back(row);
    }
    const auto key = [&keys](int row) -> const Key & { return keys[std::size_t(row)]; };
    std::ranges::sort(order, [&](int one, int other) { return key(one) < key(other); });
    int rank = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at > 0 && key(order[at - 1]) < key(order[at]))
            ++rank;
        ranks[std::size_t(order[at])] = rank;
    }
    return ranks;
}

std::vector<int> ranksByWords(const Rows &rows, ConnectionField field, const QCollator &collator)
{
    std::vector<QCollatorSortKey> keys;
    keys.reserve(std::size_t(rows.size()));
    for (const OrganizationConnection &row : rows)
        // Folded: without a language (the "C" locale) keys do not know the collator's own case
        // rule.
        keys.push_back(collator.sortKey(valueWord(row, field).toCaseFolded()));
    return ranksByKey(
        keys, [&](int row) { return cellMeaning(rows.at(row), field) == CellMeaning::NotSent; });
}

std::vector<int> ranksById(const Rows &rows)
{
    std::vector<QString> keys;
    keys.reserve(std::size_t(rows.size()));
    for (const OrganizationConnection &row : rows)
        keys.push_back(row.connectionId); // of no language
    return ranksByKey(keys, [](int /*row*/) { return false; });
}

//! Few words for many rows: only one row of each strategy is looked at.
std::vector<int> ranksByStrategy(const Rows &rows, const QCollator &collator)
{
    QHash<QString, int> places;
    Rows distinct;
    for (const OrganizationConnection &row : rows) {
        if (row.strategy && !places.contains(*row.strategy)) {
            places.insert(*row.strategy, int(distinct.size()));
            distinct.append(row);
        }
    }
    const std::vector<int> ranksOfDistinct =
        ranksByWords(distinct, ConnectionField::Strategy, collator);
    std::vector<int> ranks;
    ranks.reserve(std::size_t(rows.size()));
    for (const OrganizationConnection &row : rows) {
        ranks.push_back(row.strategy ? ranksOfDistinct[std::size_t(places.value(*row.strategy))]
                                     : MissingRank);
    }
    return ranks;
}

std::vector<int> ranksOf(const Rows &rows, ConnectionField field, const QCollator &collator)
{
    if (field == ConnectionField::ConnectionId)
        return ranksById(rows);
    if (field == ConnectionField::Strategy)
        return ranksByStrategy(rows, collator);
    return isFreeText(field) ? ranksByWords(rows, field, collator) : ranksByMeaning(rows, field);
}

} // namespace

SortKeys::SortKeys(const QList<OrganizationConnection> &rows, ConnectionField field,
                   const QCollator &collator)
    : m_ranks(ranksOf(rows, field, collator))
{
}

bool SortKeys::isMissing(int row) const
{
    return m_ranks[std::size_t(row)] == MissingRank;
}

} // namespace Vestibule
