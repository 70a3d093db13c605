// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/organizationconnection.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace Vestibule {

//! The rows of one page; a column for each of AllConnectionFields, in that order. The roles are
//! those of models/cellrole.h.
class ConnectionTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ConnectionTableModel(QObject *parent = nullptr);

    //! Replaces all rows.
    void setConnections(QList<OrganizationConnection> connections);
    [[nodiscard]] const QList<OrganizationConnection> &connections() const { return m_connections; }
    //! The row must be valid: 0 <= row < rowCount().
    [[nodiscard]] const OrganizationConnection &connectionAt(int row) const;

    //! Masks names and ids. Finding and sorting still use the true ones.
    void setMasked(bool isMasked);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void updateShown();

    QList<OrganizationConnection> m_connections;
    QList<OrganizationConnection> m_shown; //!< the same rows, masked if they have to be
    bool m_isMasked = false;
    QHash<QString, QList<ConnectionField>> m_changed; //!< by connection id
};

} // namespace Vestibule
