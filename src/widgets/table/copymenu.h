// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectioncopy.h"

#include <QList>
#include <QMenu>
#include <QUrl>

#include <optional>

namespace Vestibule {

class ConnectionTableView;

//! Copies the selected rows, and commands and links for their listing. It is also the context menu
//! of the rows. Nothing that is copied contains the token.
class CopyMenu final : public QMenu {
    Q_OBJECT

public:
    //! The table has its model and outlives the menu.
    explicit CopyMenu(ConnectionTableView &table, QWidget *parent = nullptr);

    //! Whose rows are on screen: the table's, those of another place of the window, or nobody's.
    //! What is not on screen is not copied.
    enum class Rows { OfTable, OfOther, None };
    void setRows(Rows rows);
    //! Where the rows of the table come from; absent while there is no page.
    void setListing(const std::optional<ListingAddress> &listing);

    //! For a menu where these two stand by themselves: the rows, the cell.
    [[nodiscard]] QList<QAction *> plain() const;
    //! And the others, for a menu in it.
    [[nodiscard]] QList<QAction *> others() const;

Q_SIGNALS:
    //! The selected rows of the other place are to be copied.
    void otherRowsRequested();
    //! And its current cell.
    void otherCellRequested();

private:
    void copy(const QString &text, const QString &announcement);
    //! The shortcut is Ctrl+Shift with the key.
    QAction *add(const QString &name, const QString &text, Qt::Key key);
    void addRows(const QString &name, const QString &text, Qt::Key key, CopyFormat format);
    void addListing();
    void updateActions();
    [[nodiscard]] QUrl consoleLink() const;

    ConnectionTableView &m_table;
    Rows m_rows = Rows::OfTable;
    QAction *m_cell;
    QList<QAction *> m_rowActions; //!< need a selected row
    QList<QAction *> m_listingActions; //!< need a listing
    QAction *m_console = nullptr;
    std::optional<ListingAddress> m_listing;
};

} // namespace Vestibule
