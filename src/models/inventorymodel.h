// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventorysource.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QTimer>

#include <map>

namespace Vestibule {

//! The rows of one list of an inventory: a million, of which it keeps those that were looked at
//! last. A cell that is not there yet shows an ellipsis, and fills in when its row has been read.
//! The columns are columnsOf(); the roles are those of models/cellrole.h.
class InventoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int RowsPerRequest = 100;

    explicit InventoryModel(InventoryList list, QObject *parent = nullptr);
    ~InventoryModel() override;

    [[nodiscard]] InventoryList list() const { return m_list; }
    //! Replaces all rows by those of a view of this source, of which the first RowsPerRequest may
    //! have been read already. The model closes the view before it shows another one, and when it
    //! is destroyed.
    void setView(const InventorySourcePtr &source, const InventoryView &view,
                 const QList<InventoryRow> &beginning = {});
    //! No rows.
    void clear();
    [[nodiscard]] const InventoryView &view() const { return m_view; }
    //! Null while the row has not been read; reading it is requested then. Valid until the next
    //! return to the event loop.
    [[nodiscard]] const InventoryRow *rowAt(int row) const;
    [[nodiscard]] InventoryColumn columnAt(int column) const;

    //! Masks names and ids.
    void setMasked(bool isMasked);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    //! These rows have been read, both included.
    void rowsRead(int first, int last);
    //! Rows could not be read; those that were read stay.
    void failed(const Vestibule::InventoryProblem &problem);

private:
    void want(int block) const;
    void fetchWanted();
    void takeReply(int block);
    void evict();
    void closeView();

    const InventoryList m_list;
    InventorySourcePtr m_source;
    InventoryView m_view;
    QHash<int, QList<InventoryRow>> m_blocks; //!< RowsPerRequest rows each
    mutable QList<int> m_used; //!< the blocks in m_blocks, the latest used one last
    mutable QList<int> m_wanted; //!< blocks to read, the latest wanted one last
    std::map<int, InventorySource::InventoryReply<QList<InventoryRow>>> m_replies; //!< by block
    mutable QTimer m_fetchTimer; //!< collects what is wanted during one painting
    bool m_isMasked = false;
};

} // namespace Vestibule
