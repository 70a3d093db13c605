// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/driftmodel.h"

#include <QSet>
#include <QString>
#include <QTreeView>

namespace Vestibule {

//! In pixels: of the longest word that a value usually has, for the columns of differences.
[[nodiscard]] int usualValueWidth(const QFontMetrics &metrics);

//! The differences between two inventories, below the organization or the connection that they
//! belong to. Its columns always have the width of the tree.
class ChangesTree final : public QTreeView {
    Q_OBJECT

public:
    //! The model outlives the tree.
    explicit ChangesTree(DriftModel &model, QWidget *parent = nullptr);
    ~ChangesTree() override;

    //! The rows that are selected, as the lines of an export with tabs; of a group all of its
    //! differences.
    void copySelection() const;
    void copyCell() const;

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex &index, const QEvent *event) const override;
    void drawBranches(QPainter *painter, const QRect &place,
                      const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateFields();
    void fitColumns();

    DriftModel &m_model;
    QSet<QString> m_fields; //!< that differ, whatever the filter lets pass
};

} // namespace Vestibule
