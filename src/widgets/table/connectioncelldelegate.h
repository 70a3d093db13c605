// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace Vestibule {

//! Draws cells of ConnectionTableModel: an icon beside the word of a flag or level, quieter where
//! nothing was sent or nothing applies, ids in a monospaced face and elided in their middle, and
//! what a refresh has changed in bold with a dot.
class ConnectionCellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Vestibule
