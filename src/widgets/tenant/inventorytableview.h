// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventorysource.h"

#include <QHash>
#include <QList>
#include <QTableView>

#include <optional>

class QMenu;

namespace Vestibule {

class InventoryListing;

//! The table of one list of an inventory: its columns fill the width of the table, and selection
//! and scroll position are kept when the rows are sorted or filtered again.
class InventoryTableView final : public QTableView {
    Q_OBJECT

public:
    //! Shows these columns of the list, in this order, the others can be shown with the menu of the
    //! header. The listing outlives the view.
    InventoryTableView(InventoryListing &listing, const QList<InventoryColumn> &columns,
                       QWidget *parent = nullptr);
    ~InventoryTableView() override;

    [[nodiscard]] InventoryListing &listing() const { return m_listing; }
    //! Null when no row is selected, or its row is not there yet. Valid until the next return to
    //! the event loop.
    [[nodiscard]] const InventoryRow *selectedRow() const;
    //! Selects the row as soon as it is known where it is; nothing happens if it is not in the
    //! list.
    void select(const InventoryKey &key);
    void copySelection() const;
    void setOrder(int section, Qt::SortOrder order);
    //! Adds an entry for each column, which shows and hides it.
    void addColumns(QMenu &menu);
    void copyCell() const;
    //! Nothing would be lost if other rows came: the top is shown, and the selection is the first
    //! row or none.
    [[nodiscard]] bool isAtStart() const;

Q_SIGNALS:
    //! Another row, or the same one has been read.
    void rowSelected();
    //! The user has opened a row, by double click or Enter.
    void rowOpened(const Vestibule::InventoryRow &row);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex &index, const QEvent *event) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void remember();
    void restore();
    void takePosition();
    [[nodiscard]] int usualWidth(int section);
    [[nodiscard]] int titleWidth(int section, bool isSorted) const;
    void fitColumns();
    void showOrder();
    void sort(int section);
    void showColumnMenu(const QPoint &place);
    void open(const QModelIndex &index);

    InventoryListing &m_listing;
    QList<InventoryColumn> m_firstColumns;
    std::optional<InventoryKey> m_wanted; //!< the row to select when the rows are there
    InventorySource::InventoryReply<std::optional<qsizetype>> m_finding;
    bool m_wasAtStart = true;
    bool m_isFitting = false;
    QHash<int, int> m_ownWidths; //!< that the user has given to sections
    QHash<int, int> m_usualWidths; //!< see usualWidth(), with this font
};

} // namespace Vestibule
