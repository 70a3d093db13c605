// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/driftmodel.h"

#include "models/cellrole.h"
#include "models/displaytext.h"

#include <algorithm>

namespace Vestibule {

namespace {

// The internal id of an index: 0 for a group, otherwise the number of its group + 1.
constexpr quintptr GroupId = 0;
constexpr int ColumnCount = int(DriftColumn::After) + 1;

} // namespace

DriftModel::DriftModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

DriftModel::~DriftModel() = default;

void DriftModel::setRows(const DriftRowsPtr &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void DriftModel::setMasked(bool isMasked)
{
    if (isMasked == m_isMasked)
        return;
    m_isMasked = isMasked;
    if (rowCount() == 0)
        return;
    // Not group by group: a view looks for each of them among all, which takes seconds for 30,000.
    Q_EMIT layoutAboutToBeChanged();
    Q_EMIT layoutChanged();
}

bool DriftModel::isGroup(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == GroupId;
}

DriftRows::Row DriftModel::rowAt(const QModelIndex &index) const
{
    const bool isGroupIndex = isGroup(index);
    const auto group = std::size_t(isGroupIndex ? quintptr(index.row()) : index.internalId() - 1);
    return m_rows->group(group)[isGroupIndex ? 0 : std::size_t(index.row())];
}

const DriftChange *DriftModel::changeAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    return &m_rows->change(rowAt(index));
}

QModelIndex DriftModel::indexOf(DriftRows::Row row) const
{
    if (!m_rows)
        return {};
    const auto found = std::ranges::find(m_rows->rows, row);
    if (found == m_rows->rows.end())
        return {};
    const auto position = DriftRows::Row(found - m_rows->rows.begin());
    const auto next = std::ranges::upper_bound(m_rows->groups, position);
    const auto group = std::size_t(next - m_rows->groups.begin() - 1);
    return createIndex(int(position - m_rows->groups.at(group)), 0, quintptr(group + 1));
}

QModelIndex DriftModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : GroupId);
}

QModelIndex DriftModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == GroupId)
        return {};
    return createIndex(int(index.internalId() - 1), 0, GroupId);
}

int DriftModel::rowCount(const QModelIndex &parent) const
{
    if (!m_rows || parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return int(m_rows->groups.size());
    return isGroup(parent) ? int(m_rows->group(std::size_t(parent.row())).size()) : 0;
}

int DriftModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QString DriftModel::groupText(int group, DriftColumn column, bool isMasked) const
{
    const auto rows = m_rows->group(std::size_t(group));
    const DriftChange &first = m_rows->change(rows.front());
    if (column == DriftColumn::Name)
        return driftGroupTitle(isMasked ? masked(first) : first, m_rows->order.grouping);
    return column == DriftColumn::Kind ? differencesText(qsizetype(rows.size())) : QString();
}

QString DriftModel::changeText(const DriftChange &change, DriftColumn column, bool isMasked) const
{
    const DriftChange shown = isMasked ? masked(change) : change;
    const bool hasValues = change.kind == DriftKind::Changed;
    switch (column) {
    case DriftColumn::Name:
        return m_rows->order.grouping == DriftGrouping::Organization ? driftConnection(shown)
                                                                     : driftOrganization(shown);
    case DriftColumn::Kind:
        return driftKindWord(change.kind);
    case DriftColumn::Field:
        return driftFieldTitle(change.field);
    case DriftColumn::Before:
        return hasValues ? driftValueWord(change.field, shown.before) : QString();
    case DriftColumn::After:
        return hasValues ? driftValueWord(change.field, shown.after) : QString();
    }
    Q_UNREACHABLE();
}

CellMeaning DriftModel::cellMeaning(const QModelIndex &index) const
{
    const DriftChange &change = *changeAt(index);
    const auto column = DriftColumn(index.column());
    if (isGroup(index) || change.kind != DriftKind::Changed
        || (column != DriftColumn::Before && column != DriftColumn::After))
        return CellMeaning::Text;
    const DriftValue &value = column == DriftColumn::Before ? change.before : change.after;
    return value.kind == DriftValue::Kind::Absent || value.kind == DriftValue::Kind::Null
        ? CellMeaning::NotSent
        : CellMeaning::Text;
}

QVariant DriftModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = DriftColumn(index.column());
    if (role == MeaningRole)
        return QVariant::fromValue(cellMeaning(index));
    if (role != Qt::DisplayRole && role != TextRole && role != Qt::ToolTipRole
        && role != Qt::AccessibleTextRole)
        return {};
    const bool areNamesMasked = m_isMasked && role != TextRole;
    const QString text = isGroup(index) ? groupText(index.row(), column, areNamesMasked)
                                        : changeText(*changeAt(index), column, areNamesMasked);
    if (role == Qt::ToolTipRole)
        return text.isEmpty() ? QVariant() : literalToolTip(text);
    return text;
}

QVariant DriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount
        || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return driftColumnTitle(DriftColumn(section),
                            m_rows ? m_rows->order.grouping : DriftGrouping::Organization);
}

} // namespace Vestibule
