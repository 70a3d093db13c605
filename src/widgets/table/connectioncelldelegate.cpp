// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/connectioncelldelegate.h"

#include "models/connectiontablemodel.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/meaningicon.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QPainter>

namespace Vestibule {

namespace {

constexpr QSize IconSize{16, 16};
constexpr int DotSize = 5;

} // namespace

void ConnectionCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(ConnectionTableModel::ChangedRole).toBool())
        return;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect place =
        QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignTop,
                            QSize(DotSize, DotSize), option.rect.adjusted(2, 2, -2, -2));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawEllipse(place);
    painter->restore();
}

void ConnectionCellDelegate::initStyleOption(QStyleOptionViewItem *option,
                                             const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto meaning = index.data(ConnectionTableModel::MeaningRole).value<CellMeaning>();
    const ConnectionField field = AllConnectionFields.at(std::size_t(index.column()));
    if (const QIcon icon = meaningIcon(meaning, field); !icon.isNull()) {
        option->icon = icon;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = IconSize;
    }
    if (!index.data(ConnectionTableModel::HintsRole).toStringList().isEmpty()) {
        option->icon = symbolIcon(QStringLiteral("hint"));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = IconSize;
        option->decorationPosition = QStyleOptionViewItem::Right;
    }
    if (meaning == CellMeaning::NotSent || meaning == CellMeaning::NotApplicable)
        option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
    if (field == ConnectionField::ConnectionId) {
        option->font = monospacedFont(option->font);
        option->fontMetrics = QFontMetrics(option->font);
        option->textElideMode = Qt::ElideMiddle;
    }
    if (index.data(ConnectionTableModel::ChangedRole).toBool()) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
    }
}

} // namespace Vestibule
