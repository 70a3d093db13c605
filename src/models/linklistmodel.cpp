// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/linklistmodel.h"

#include "models/cellrole.h"
#include "models/displaytext.h"
#include "models/inventorymodel.h"
#include "models/inventorytext.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

LinkListModel::LinkListModel(const InventoryModel &links, NamedBy namedBy, QObject *parent)
    : QAbstractListModel(parent)
    , m_links(links)
    , m_namedBy(namedBy)
{
    connect(&links, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&links, &QAbstractItemModel::modelReset, this, [this] { endResetModel(); });
    connect(&links, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                Q_EMIT dataChanged(index(first.row()), index(last.row()));
            });
}

LinkListModel::~LinkListModel() = default;

QList<InventoryColumn> LinkListModel::columns() const
{
    return {m_namedBy == NamedBy::Organization ? InventoryColumn::OrganizationDisplayName
                                               : InventoryColumn::ConnectionName,
            InventoryColumn::OrganizationAccessLevel, InventoryColumn::IsEnabled,
            InventoryColumn::AssignMembershipOnLogin};
}

QVariant LinkListModel::cell(int row, InventoryColumn column, int role) const
{
    const qsizetype section = columnsOf(InventoryList::Links).indexOf(column);
    return m_links.index(row, int(section)).data(role);
}

std::optional<LinkListModel::Entry> LinkListModel::entryAt(int row) const
{
    const InventoryRow *read = m_links.rowAt(row);
    if (!read)
        return {};
    const auto meaning = [&](InventoryColumn column) {
        return cell(row, column, MeaningRole).value<CellMeaning>();
    };
    return Entry{
        .name = cell(row, columns().constFirst(), Qt::DisplayRole).toString(),
        .state = linkStateText(std::get<InventoryLink>(*read)),
        .enabled = meaning(InventoryColumn::IsEnabled),
        .level = cell(row, InventoryColumn::OrganizationAccessLevel, Qt::DisplayRole).toString(),
        .levelMeaning = meaning(InventoryColumn::OrganizationAccessLevel)};
}

QString LinkListModel::copiedText(int row) const
{
    if (!m_links.rowAt(row))
        return {};
    QStringList texts;
    for (const InventoryColumn column : columns())
        texts.append(cell(row, column, TextRole).toString());
    return texts.join(u'\t');
}

int LinkListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_links.rowCount();
}

QVariant LinkListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole || role == TextRole)
        return cell(index.row(), columns().constFirst(), role);
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    if (!m_links.rowAt(index.row()))
        return role == Qt::ToolTipRole ? QVariant() : u"…"_s;
    QStringList spoken;
    for (const InventoryColumn column : columns())
        spoken.append(cell(index.row(), column, Qt::AccessibleTextRole).toString());
    return role == Qt::ToolTipRole ? literalToolTip(spoken) : spoken.join(", "_L1);
}

} // namespace Vestibule
