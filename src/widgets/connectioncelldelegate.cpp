// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/connectioncelldelegate.h"

#include "models/connectiontablemodel.h"
#include "widgets/meaningicon.h"
#include "widgets/symbolicon.h"

#include <QFontDatabase>

namespace Vestibule {

void ConnectionCellDelegate::initStyleOption(QStyleOptionViewItem *option,
                                             const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto meaning = index.data(ConnectionTableModel::MeaningRole).value<CellMeaning>();
    const ConnectionField field = AllConnectionFields.at(std::size_t(index.column()));
    if (const QIcon icon = meaningIcon(meaning, field); !icon.isNull()) {
        option->icon = icon;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
    }
    if (meaning == CellMeaning::NotSent || meaning == CellMeaning::NotApplicable)
        option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
    if (field == ConnectionField::ConnectionId) {
        option->font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        option->fontMetrics = QFontMetrics(option->font);
        option->textElideMode = Qt::ElideMiddle;
    }
}

} // namespace Vestibule
