// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"

#include "models/connectiontablemodel.h"

namespace Vestibule {

ConnectionFilterModel::ConnectionFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_findFields(AllConnectionFields.begin(), AllConnectionFields.end())
    , m_matcher({}, m_findFields)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void ConnectionFilterModel::setConnections(ConnectionTableModel *model)
{
    m_connections = model;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_keys.reset(); });
    setSourceModel(model);
}

void ConnectionFilterModel::setFindText(const QString &text)
{
    if (text == m_findText)
        return;
    m_findText = text;
    findAgain();
}

void ConnectionFilterModel::setFindFields(const QList<ConnectionField> &fields)
{
    if (fields == m_findFields)
        return;
    m_findFields = fields;
    if (!m_findText.isEmpty())
        findAgain();
}

//! All rows at once. invalidateRowsFilter() would take rows out one by one, which for many
//! thousands of them takes seconds.
void ConnectionFilterModel::findAgain()
{
    m_matcher = FindMatcher(m_findText, m_findFields);
    invalidate();
}

bool ConnectionFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex & /*parent*/) const
{
    return m_findText.isEmpty() || m_matcher.matches(m_connections->connectionAt(sourceRow));
}

bool ConnectionFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int column = left.column();
    if (!m_keys || column != m_keyColumn) {
        m_keys.emplace(m_connections->connections(), AllConnectionFields.at(std::size_t(column)),
                       m_collator);
        m_keyColumn = column;
    }
    const bool isLeftMissing = m_keys->isMissing(left.row());
    if (isLeftMissing != m_keys->isMissing(right.row()))
        return isLeftMissing
            == (sortOrder() == Qt::DescendingOrder); // which turns the sides around
    return m_keys->isLess(left.row(), right.row());
}

} // namespace Vestibule
