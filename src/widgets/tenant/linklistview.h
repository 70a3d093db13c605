// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventorysource.h"
#include "models/linklistmodel.h"

#include <QListView>

#include <optional>

class QMenu;

namespace Vestibule {

class InventoryListing;

//! The links of one connection or of one organization, in entries of two lines: the name and the
//! access level, and below them the state, with a link that opens the entry. A double click and
//! Enter do the same. However many there are, all entries are equally high.
class LinkListView final : public QListView {
    Q_OBJECT

public:
    //! The listing is one of links, and outlives the view.
    LinkListView(InventoryListing &listing, LinkListModel::NamedBy namedBy,
                 QWidget *parent = nullptr);
    ~LinkListView() override;

    [[nodiscard]] InventoryListing &listing() const { return m_listing; }
    //! Null when no entry is selected, or its row is not there yet. Valid until the next return to
    //! the event loop.
    [[nodiscard]] const InventoryRow *selectedRow() const;
    //! Selects the entry as soon as it is known where it is; nothing happens if it is not in the
    //! list.
    void select(const InventoryKey &key);
    //! The selected entries, or the current one, one a line.
    void copySelection() const;
    //! Lets people choose the order. The menu belongs to the view, and follows the order.
    [[nodiscard]] QMenu *orderMenu() const { return m_orderMenu; }
    //! What a click opens, in the coordinates of the viewport; empty for an entry that is not read.
    [[nodiscard]] QRect linkPlace(const QModelIndex &index) const;

Q_SIGNALS:
    //! Another entry, or the same one has been read.
    void rowSelected();
    void rowOpened(const Vestibule::InventoryRow &row);
    //! The links that the entry is one of are to be shown in the list of links.
    void linksRequested(const Vestibule::InventoryRow &row);

protected:
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeOrderMenu();
    void showOrder();
    void remember();
    void restore();
    void takePosition();
    void open(const QModelIndex &index);
    void setHovered(const QModelIndex &index);
    [[nodiscard]] QModelIndex linkAt(const QPoint &place) const;

    InventoryListing &m_listing;
    const LinkListModel::NamedBy m_namedBy;
    LinkListModel m_model;
    QMenu *m_orderMenu;
    std::optional<InventoryKey> m_wanted; //!< the entry to select when the rows are there
    InventorySource::InventoryReply<std::optional<qsizetype>> m_finding;
    QPersistentModelIndex m_hovered; //!< whose link the pointer is on
    QPersistentModelIndex m_pressed; //!< whose link the button was pressed on
    QPersistentModelIndex m_openedByClick; //!< by the last click, which may become a double click
};

} // namespace Vestibule
