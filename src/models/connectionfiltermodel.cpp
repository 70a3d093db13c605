// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"

#include "models/connectiontablemodel.h"

namespace Vestibule {

ConnectionFilterModel::ConnectionFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ConnectionTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
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
        if (index.data().toString().contains(m_findText, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace Vestibule
