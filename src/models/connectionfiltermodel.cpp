// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"

#include "models/connectiontablemodel.h"

namespace Vestibule {

ConnectionFilterModel::ConnectionFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ConnectionTableModel::SortRole);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void ConnectionFilterModel::setFindText(const QString &text)
{
    if (text == m_findText)
        return;
    m_findText = text;
    invalidateRowsFilter();
}

bool ConnectionFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &parent) const
{
    if (m_findText.isEmpty())
        return true;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        const QModelIndex index = sourceModel()->index(sourceRow, column, parent);
        if (index.data(ConnectionTableModel::TextRole)
                .toString()
                .contains(m_findText, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool ConnectionFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant leftValue = left.data(sortRole());
    const QVariant rightValue = right.data(sortRole());
    const auto isText = [](const QVariant &value) {
        return value.metaType() == QMetaType::fromType<QString>();
    };
    // The base class either knows the person's language or leaves case alone, not both.
    if (isText(leftValue) && isText(rightValue))
        return m_collator.compare(leftValue.toString(), rightValue.toString()) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace Vestibule
