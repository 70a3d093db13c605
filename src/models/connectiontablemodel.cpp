// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectiontablemodel.h"

#include "core/masking.h"
#include "models/cellrole.h"
#include "models/columntext.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

ConnectionField fieldOfColumn(int column)
{
    return AllConnectionFields.at(std::size_t(column));
}

QString toolTip(const OrganizationConnection &connection, ConnectionField field)
{
    const QString value = spokenValue(connection, field);
    if (field == ConnectionField::Name) {
        const QStringList hints = hintSentences(connection);
        const QStringList heading(hints.isEmpty() ? 0 : 1,
                                  ConnectionTableModel::tr("Needs attention:"));
        return literalToolTip(QStringList(value) + heading + hints);
    }
    if (field != ConnectionField::Strategy || !connection.strategy)
        return literalToolTip(value);
    return literalToolTip(value + " ("_L1 + *connection.strategy + u')');
}

//! Says the hints, for which there is only a dot before the name to see.
QString spokenCell(const OrganizationConnection &connection, ConnectionField field)
{
    const QString cell = spokenField(connection, field);
    const QStringList hints =
        field == ConnectionField::Name ? hintSentences(connection) : QStringList();
    if (hints.isEmpty())
        return cell;
    return ConnectionTableModel::tr("%1. Needs attention: %2", "a cell, read aloud")
        .arg(cell, hints.join(u' '));
}

//! Null for an id that several rows share, because it does not identify a row.
using RowsById = QHash<QString, const OrganizationConnection *>;

RowsById rowsById(const QList<OrganizationConnection> &connections)
{
    RowsById rows;
    for (const OrganizationConnection &connection : connections) {
        const QString &id = connection.connectionId;
        rows.insert(id, rows.contains(id) ? nullptr : &connection);
    }
    return rows;
}

QList<ConnectionField> changedFields(const OrganizationConnection &before,
                                     const OrganizationConnection &after)
{
    QList<ConnectionField> changed;
    for (const ConnectionField field : AllConnectionFields) {
        if (fieldValue(before, field) != fieldValue(after, field))
            changed.append(field);
    }
    return changed;
}

} // namespace

ConnectionTableModel::ConnectionTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ConnectionTableModel::setConnections(QList<OrganizationConnection> connections)
{
    beginResetModel();
    const QList<OrganizationConnection> before =
        std::exchange(m_connections, std::move(connections));
    m_changed.clear();
    const RowsById rowsBefore = rowsById(before);
    const RowsById rowsNow = rowsById(m_connections);
    for (const auto &[id, row] : rowsNow.asKeyValueRange()) {
        if (const OrganizationConnection *same = rowsBefore.value(id); same && row)
            m_changed.insert(id, changedFields(*same, *row));
    }
    updateShown();
    endResetModel();
}

void ConnectionTableModel::setMasked(bool isMasked)
{
    if (isMasked == m_isMasked)
        return;
    m_isMasked = isMasked;
    updateShown();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ConnectionTableModel::updateShown()
{
    m_shown = m_connections;
    if (!m_isMasked)
        return;
    for (OrganizationConnection &connection : m_shown)
        connection = masked(connection);
}

const OrganizationConnection &ConnectionTableModel::connectionAt(int row) const
{
    return m_connections.at(row);
}

int ConnectionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_connections.size());
}

int ConnectionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(AllConnectionFields.size());
}

QVariant ConnectionTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OrganizationConnection &connection = connectionAt(index.row());
    const ConnectionField field = fieldOfColumn(index.column());
    const OrganizationConnection &shown = m_shown.at(index.row());
    const bool isChanged = m_changed.value(connection.connectionId).contains(field);
    switch (role) {
    case Qt::DisplayRole:
        return field == ConnectionField::Strategy && shown.strategy
            ? shortStrategyWord(*shown.strategy)
            : valueWord(shown, field);
    case TextRole:
        return valueWord(connection, field);
    case Qt::ToolTipRole:
        return toolTip(shown, field);
    case Qt::AccessibleTextRole:
        return isChanged ? tr("%1, changed").arg(spokenCell(shown, field))
                         : spokenCell(shown, field);
    case FieldRole:
        return int(field);
    case IdRole:
        return field == ConnectionField::ConnectionId;
    case ChangedRole:
        return isChanged;
    case MeaningRole:
        return QVariant::fromValue(cellMeaning(connection, field));
    case HintsRole:
        return field == ConnectionField::Name ? QVariant(hintSentences(connection)) : QVariant();
    default:
        return {};
    }
}

QVariant ConnectionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (role) {
    case Qt::DisplayRole:
        return columnHead(fieldOfColumn(section));
    case Qt::AccessibleTextRole:
        return fieldTitle(fieldOfColumn(section));
    case Qt::ToolTipRole:
        return literalToolTip(columnDescription(fieldOfColumn(section)));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace Vestibule
