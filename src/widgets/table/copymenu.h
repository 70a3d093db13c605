// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectioncopy.h"
#include "session/tenantsession.h"

#include <QMenu>
#include <QUrl>

namespace Vestibule {

class ConnectionTableView;

//! What is selected, and where it comes from, to the clipboard; also the context menu of the rows.
//! The token is in nothing that is copied.
class CopyMenu final : public QMenu {
    Q_OBJECT

public:
    //! Both outlive the menu.
    CopyMenu(TenantSession &session, ConnectionTableView &table, QWidget *parent = nullptr);

private:
    //! With Ctrl+Shift and \a key.
    QAction *add(const QString &name, const QString &text, Qt::Key key);
    void addRows(const QString &name, const QString &text, Qt::Key key, CopyFormat format);
    void addAddresses();
    void updateActions();
    [[nodiscard]] ListingAddress address() const;
    [[nodiscard]] QUrl consoleAddress() const;

    TenantSession &m_session;
    ConnectionTableView &m_table;
    QAction *m_cell;
    QList<QAction *> m_ofRows; //!< need a selected row
    QList<QAction *> m_ofListing; //!< need a listing
    QAction *m_console = nullptr;
};

} // namespace Vestibule
