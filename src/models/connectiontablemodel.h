// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/organizationconnection.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace Vestibule {

//! The rows of one page; a column for each of AllConnectionFields, in that order.
class ConnectionTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        TextRole = Qt::UserRole, //!< the text of the cell, never masked
        MeaningRole, //!< a CellMeaning
        HintsRole, //!< of the name: sentences on what deserves a second look (a QStringList)
        ChangedRole, //!< a bool: another value than the same id had in the rows before
    };

    explicit ConnectionTableModel(QObject *parent = nullptr);

    //! Takes the place of all rows.
    void setConnections(QList<OrganizationConnection> connections);
    [[nodiscard]] const QList<OrganizationConnection> &connections() const { return m_connections; }
    //! Only for 0 <= row < rowCount().
    [[nodiscard]] const OrganizationConnection &connectionAt(int row) const;

    //! Names and ids are shown as masks; rows are found and sorted by what is behind them.
    void setMasked(bool isMasked);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void updateShown();

    QList<OrganizationConnection> m_connections;
    QList<OrganizationConnection> m_shown; //!< the same ones, masked or not
    bool m_isMasked = false;
    QHash<QString, QList<ConnectionField>> m_changed; //!< by connection id
};

} // namespace Vestibule
