// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QList>
#include <QTableView>

namespace Vestibule {

class ConnectionFilterModel;
class ConnectionTableModel;

//! The table of one page: sorts, finds, and keeps its selection by connection id when the rows
//! change.
class ConnectionTableView final : public QTableView {
    Q_OBJECT

public:
    explicit ConnectionTableView(QWidget *parent = nullptr);
    ~ConnectionTableView() override;

    //! \a model outlives the view.
    void setConnectionModel(ConnectionTableModel *model);
    [[nodiscard]] ConnectionFilterModel &filterModel() { return *m_filter; }
    //! In the order on screen.
    [[nodiscard]] QList<OrganizationConnection> selectedConnections() const;

    //! Widths that show what is in the columns, each within reason; does nothing once a person has
    //! set a width.
    void fitColumns();
    //! Column widths and order, for Settings::layout().
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void connectionsSelected();

private:
    void rememberSelection();
    void restoreSelection();

    ConnectionFilterModel *m_filter;
    ConnectionTableModel *m_connections = nullptr;
    QStringList m_selectedIds; //!< of the rows that were replaced last
    bool m_isFitting = false;
    bool m_hasOwnWidths = false;
};

} // namespace Vestibule
