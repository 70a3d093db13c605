// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/celldelegate.h"

#include "core/connectionfield.h"
#include "models/cellrole.h"
#include "models/connectiontext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Draws cells: an icon beside the text of a flag or level, muted text
//! where nothing was sent or nothing applies, ids in a monospaced font and elided in the middle,
//! and values that a refresh has changed in bold with a dot.
class CellDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        constexpr int DotSize = 5;
        QStyledItemDelegate::paint(painter, option, index);
        if (!index.data(ChangedRole).toBool())
            return;
        const QRect dot =
            QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignTop,
                                QSize(DotSize, DotSize), option.rect.adjusted(2, 2, -2, -2));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Text));
        painter->drawEllipse(dot);
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        constexpr QSize IconSize{16, 16};
        QStyledItemDelegate::initStyleOption(option, index);
        const auto meaning = index.data(MeaningRole).value<CellMeaning>();
        const QVariant field = index.data(FieldRole);
        const QIcon icon =
            field.isValid() ? meaningIcon(meaning, ConnectionField(field.toInt())) : QIcon();
        if (!icon.isNull()) {
            option->icon = icon;
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = IconSize;
        }
        if (!index.data(HintsRole).toStringList().isEmpty()) {
            option->icon = symbolIcon(u"hint"_s);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = IconSize;
            option->decorationPosition = QStyleOptionViewItem::Right;
        }
        if (meaning == CellMeaning::NotSent || meaning == CellMeaning::NotApplicable)
            option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
        if (index.data(IdRole).toBool()) {
            option->font = monospacedFont(option->font);
            option->fontMetrics = QFontMetrics(option->font);
            option->textElideMode = Qt::ElideMiddle;
        }
        if (index.data(ChangedRole).toBool()) {
            option->font.setBold(true);
            option->fontMetrics = QFontMetrics(option->font);
        }
    }
};

} // namespace

void setPadding(QAbstractItemView &view, QHeaderView &header)
{
    view.setProperty(ProgramStyle::PaddedProperty, true);
    header.setProperty(ProgramStyle::PaddedProperty, true);
}

void setUpTable(QTableView &table)
{
    setPadding(table, *table.horizontalHeader());
    table.setItemDelegate(new CellDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 12);
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace Vestibule
