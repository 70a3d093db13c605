// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/connectiontext.h"
#include "models/driftrows.h"
#include "models/drifttext.h"

#include <QAbstractItemModel>

namespace Vestibule {

//! The differences between two inventories as a tree of two levels: groups, and the differences in
//! each. The roles are those of models/cellrole.h.
class DriftModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    explicit DriftModel(QObject *parent = nullptr);
    ~DriftModel() override;

    //! Null: no rows.
    void setRows(const DriftRowsPtr &rows);
    [[nodiscard]] const DriftRowsPtr &rows() const { return m_rows; }
    //! Masks names and ids.
    void setMasked(bool isMasked);

    [[nodiscard]] bool isGroup(const QModelIndex &index) const;
    //! Null for an invalid index. That of a group is its first one.
    [[nodiscard]] const DriftChange *changeAt(const QModelIndex &index) const;
    //! The number of a difference in Drift::changes; of a group that of its first one.
    [[nodiscard]] DriftRows::Row rowAt(const QModelIndex &index) const;
    //! Invalid if the rows lack it.
    [[nodiscard]] QModelIndex indexOf(DriftRows::Row row) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString groupText(int group, DriftColumn column, bool isMasked) const;
    [[nodiscard]] CellMeaning cellMeaning(const QModelIndex &index) const;
    [[nodiscard]] QString changeText(const DriftChange &change, DriftColumn column,
                                     bool isMasked) const;

    DriftRowsPtr m_rows;
    bool m_isMasked = false;
};

} // namespace Vestibule
