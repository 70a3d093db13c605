// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/driftrows.h"

#include "core/folding.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace Vestibule {

namespace {

//! The id, or the name where the rows were paired by it: then the two inventories have different
//! ids for the same thing.
const QString &groupKey(const DriftChange &change, const DriftOrder &order, bool byName)
{
    const bool isOrganization = order.grouping == DriftGrouping::Organization;
    const QString &name = isOrganization ? change.organizationName : change.connectionName;
    const QString &id = isOrganization ? change.organizationId : change.connectionId;
    return byName && !name.isEmpty() ? name : id;
}

bool hasText(const DriftChange &change, const QString &foldedText)
{
    return foldedText.isEmpty()
        || searchText({change.organizationName, change.organizationDisplayName,
                       change.organizationId, change.connectionName, change.connectionId})
               .contains(foldedText);
}

//! As the tenant's lists sort it. Empty for what concerns all organizations.
QString sortedName(const DriftChange &change)
{
    return folded(!change.organizationDisplayName.isEmpty() ? change.organizationDisplayName
                      : !change.organizationName.isEmpty()  ? change.organizationName
                                                            : change.organizationId);
}

//! Groups begin in the order of the short names, which are not what is shown. What concerns all
//! organizations stays first.
void sortByOrganization(std::vector<std::vector<DriftRows::Row>> &groups, const Drift &drift)
{
    std::vector<std::pair<QString, std::vector<DriftRows::Row>>> named;
    named.reserve(groups.size());
    for (auto &group : groups)
        named.emplace_back(sortedName(drift.changes.at(group.front())), std::move(group));
    std::ranges::stable_sort(named, {}, [](const auto &group) { return group.first; });
    groups.clear();
    for (auto &[name, group] : named)
        groups.push_back(std::move(group));
}

//! Groups by connection begin in the order of the organizations, and are sorted by the name.
void sortByConnection(std::vector<std::vector<DriftRows::Row>> &groups, const Drift &drift)
{
    std::ranges::stable_sort(groups, [&drift](const auto &a, const auto &b) {
        const DriftChange &first = drift.changes.at(a.front());
        const DriftChange &second = drift.changes.at(b.front());
        return std::tie(first.connectionName, first.connectionId)
            < std::tie(second.connectionName, second.connectionId);
    });
}

} // namespace

std::span<const DriftRows::Row> DriftRows::group(std::size_t number) const
{
    const std::size_t begin = groups.at(number);
    const std::size_t end = number + 1 < groups.size() ? groups.at(number + 1) : rows.size();
    return std::span(rows).subspan(begin, end - begin);
}

DriftRowsPtr arrangeDrift(const DriftPtr &drift, const DriftOrder &order,
                          const std::atomic_bool &isCancelled)
{
    const auto arranged = std::make_shared<DriftRows>();
    arranged->drift = drift;
    arranged->order = order;
    const DriftFilter &filter = order.filter;
    const QString find = folded(filter.findText);
    std::map<DriftKind, qsizetype> kinds;
    QHash<QString, qsizetype> fields;
    QHash<QString, std::size_t> numbers; // of groups, by their keys
    std::vector<std::vector<DriftRows::Row>> groups;
    for (qsizetype row = 0; row < drift->changes.size(); ++row) {
        if (isCancelled)
            return {};
        const DriftChange &change = drift->changes.at(row);
        if (!hasText(change, find))
            continue;
        const bool hasKind = !filter.kind || change.kind == *filter.kind;
        const bool hasField = filter.field.isEmpty() || change.field == filter.field;
        if (hasField)
            ++kinds[change.kind];
        if (hasKind && !change.field.isEmpty())
            ++fields[change.field];
        if (!hasKind || !hasField)
            continue;
        const QString &key = groupKey(change, order, drift->options.byName);
        auto number = numbers.constFind(key);
        if (number == numbers.cend()) {
            number = numbers.insert(key, groups.size());
            groups.emplace_back();
        }
        groups.at(*number).push_back(DriftRows::Row(row));
    }
    if (order.grouping == DriftGrouping::Connection)
        sortByConnection(groups, *drift);
    else
        sortByOrganization(groups, *drift);
    for (const auto &group : groups) {
        arranged->groups.push_back(DriftRows::Row(arranged->rows.size()));
        arranged->rows.insert(arranged->rows.end(), group.begin(), group.end());
    }
    for (const auto &[kind, count] : kinds)
        arranged->kinds.emplaceBack(kind, count);
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        arranged->fields.emplaceBack(it.key(), it.value());
    std::ranges::sort(arranged->fields, [](const auto &a, const auto &b) {
        return std::tie(b.second, a.first) < std::tie(a.second, b.first);
    });
    return arranged;
}

} // namespace Vestibule
