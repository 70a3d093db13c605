// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/celldelegate.h"

#include "core/connectionfield.h"
#include "models/cellrole.h"
#include "models/connectiontext.h"
#include "widgets/controls/accessladder.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int IconSide = 16;
constexpr int BarGap = 8; // between a number and its bar
constexpr int LongestBar = 80;
constexpr int ShortestBar = 16; // of the greatest number: a shorter one would compare nothing
constexpr int BarHeight = 3; // as in the side list

//! The space at both ends of a cell, and between icon and text.
int marginOf(const QStyle &style, const QStyleOption *option, const QWidget *widget)
{
    return style.pixelMetric(QStyle::PM_FocusFrameHMargin, option, widget) + 1;
}

//! Rounded up: a text that is a fraction of a pixel too wide would be elided.
int textWidth(const QFont &font, const QString &text)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

int dotSide(const QFontMetrics &text)
{
    return std::max(8, text.height() / 2);
}

//! Draws cells: an icon or ladder beside the word of a flag or level, an amber dot before a name
//! that needs attention, muted text where nothing was sent or nothing applies, ids in a monospaced
//! font and elided in the middle, and values that a refresh has changed in bold with a dot.
class CellDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        const auto *table = qobject_cast<const QTableView *>(given.widget);
        if (table) {
            const QRect inside = option.rect.adjusted(paddingBefore(*table, index), 0,
                                                      -paddingAfter(*table, index), 0);
            option.rect = QStyle::visualRect(option.direction, option.rect, inside);
        }
        const QVariant bar = index.data(BarRole);
        const QRect barPlace =
            bar.isValid() ? makeRoomForBar(option, bar.value<CountBar>()) : QRect();
        initStyleOption(&option, index);
        option.state.setFlag(QStyle::State_HasFocus, false); // see drawLines()
        // The style leaves the room of the decoration free, and would draw it further from the
        // text.
        const QIcon icon = std::exchange(option.icon, {});
        const QStyle &style = *option.widget->style();
        style.drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const int margin = marginOf(style, &option, option.widget);
        const QRect inside = option.rect.adjusted(margin, 0, -margin, 0);
        const auto atStart = [&option, &inside](const QSize &size) {
            return QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size,
                                       inside);
        };
        if (!icon.isNull()) {
            const QSize size = isAccessLevel(meaningOf(index))
                ? accessLadderSize(option.fontMetrics)
                : QSize(IconSide, IconSide);
            icon.paint(painter, atStart(size));
        }
        if (!barPlace.isNull())
            drawBar(*painter, option, barPlace, bar.value<CountBar>());
        if (!index.data(HintsRole).toStringList().isEmpty()) {
            const int side = dotSide(option.fontMetrics);
            drawDot(*painter, atStart({side, side}), findingColor(option.palette));
        }
        if (index.data(ChangedRole).toBool()) {
            constexpr int Side = 5;
            const QRect dot =
                QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignTop,
                                    QSize(Side, Side), given.rect.adjusted(2, 2, -2, -2));
            drawDot(*painter, dot, option.palette.color(QPalette::Text));
        }
        drawLines(*painter, given, index, table);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        const auto *table = qobject_cast<const QTableView *>(option.widget);
        if (table)
            size.rwidth() += paddingBefore(*table, index) + paddingAfter(*table, index);
        return size;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const CellMeaning meaning = meaningOf(index);
        const QVariant field = index.data(FieldRole);
        if (isAccessLevel(meaning)) {
            option->icon = accessLadderIcon(meaning);
            keepRoom(*option, accessLadderSize(option->fontMetrics).width());
        } else if (field.isValid() && isFlagWithIcon(meaning, ConnectionField(field.toInt()))) {
            option->icon = symbolIcon(meaning == CellMeaning::Yes ? u"yes"_s : u"no"_s);
            keepRoom(*option, IconSide);
        } else if (index.data(HintsRole).isValid()) { // in every row, so that names line up
            keepRoom(*option, dotSide(option->fontMetrics));
        }
        if (meaning == CellMeaning::NotSent || meaning == CellMeaning::NotApplicable)
            option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
        if (index.data(IdRole).toBool()) {
            option->font = monospacedFont(option->font);
            option->fontMetrics = QFontMetrics(option->font);
            option->textElideMode = Qt::ElideMiddle;
        }
        if (index.data(ChangedRole).toBool())
            embolden(*option);
    }

private:
    //! The sections before the first one and after the last one are hidden and have no width.
    static bool isFirst(const QTableView &table, const QModelIndex &index)
    {
        return table.horizontalHeader()->sectionPosition(index.column()) == 0;
    }

    static int paddingBefore(const QTableView &table, const QModelIndex &index)
    {
        return isFirst(table, index) ? edgePadding(table) : 0;
    }

    static int paddingAfter(const QTableView &table, const QModelIndex &index)
    {
        const QHeaderView &header = *table.horizontalHeader();
        const int end = header.sectionPosition(index.column()) + header.sectionSize(index.column());
        return end == header.length() ? edgePadding(table) : 0;
    }

    //! Leaves the cell as much room as the greatest number of the column needs, and gives back the
    //! place of the bar behind it. Without room for a bar the number has the whole cell.
    static QRect makeRoomForBar(QStyleOptionViewItem &option, const CountBar &bar)
    {
        const int margin = marginOf(*option.widget->style(), &option, option.widget);
        const QString greatest = QLocale().toString(bar.most);
        const int number = textWidth(option.font, greatest) + 2 * margin;
        const int start = number - margin + BarGap;
        const int room = std::min(option.rect.width() - margin - start, LongestBar);
        if (room < ShortestBar)
            return {};
        const QRect whole = option.rect;
        option.rect = QStyle::visualRect(option.direction, whole,
                                         QRect(whole.topLeft(), QSize(number, whole.height())));
        const QRect place(whole.left() + start, whole.center().y() - BarHeight / 2, room,
                          BarHeight);
        return QStyle::visualRect(option.direction, whole, place);
    }

    static void drawBar(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
                        const CountBar &bar)
    {
        if (bar.count <= 0 || bar.most < 2) // full bars everywhere would say nothing
            return;
        const int length = std::clamp(int(bar.share() * place.width()), 2, place.width());
        const QRect part(place.topLeft(), QSize(length, BarHeight));
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.color(QPalette::Active, QPalette::Highlight));
        painter.drawRoundedRect(QStyle::visualRect(option.direction, place, part), 1.5, 1.5);
        painter.restore();
    }

    //! The line below a row. The row with the focus has one of the accent above it as well, because
    //! the arrow keys go from row to row; a cell in which they went sideways has a frame.
    static void drawLines(QPainter &painter, const QStyleOptionViewItem &given,
                          const QModelIndex &index, const QTableView *table)
    {
        const QRect place = given.rect;
        const QModelIndex current = table ? table->currentIndex() : QModelIndex();
        const bool isFocused = table && table->hasFocus() && current.row() == index.row();
        const QColor accent = given.palette.color(QPalette::Active, QPalette::Highlight);
        QRect below(place.left(), place.bottom(), place.width(), 1);
        // Paler than the lines between the parts of the window, which are few.
        QColor quiet = mixed(lineColor(given.palette), given.palette.color(QPalette::Base), 0.5);
        if (given.state.testFlag(QStyle::State_Selected)) { // the tint would swallow it
            quiet = lineColor(given.palette);
            if (table && isFirst(*table, index)) // the accent bars of neighbouring rows join
                below = QStyle::visualRect(given.direction, below,
                                           below.adjusted(ProgramStyle::AccentBarWidth, 0, 0, 0));
        }
        painter.fillRect(below, isFocused ? accent : quiet);
        if (!isFocused)
            return;
        painter.fillRect(QRect(place.topLeft(), QSize(place.width(), 1)), accent);
        if (current.column() != index.column() || isFirst(*table, index))
            return;
        painter.fillRect(QRect(place.left(), place.top(), 1, place.height()), accent);
        painter.fillRect(QRect(place.right(), place.top(), 1, place.height()), accent);
    }

    static CellMeaning meaningOf(const QModelIndex &index)
    {
        return index.data(MeaningRole).value<CellMeaning>();
    }

    //! The two values of a membership do not mean yes and no.
    static bool isFlagWithIcon(CellMeaning meaning, ConnectionField field)
    {
        return (meaning == CellMeaning::Yes || meaning == CellMeaning::No)
            && field != ConnectionField::AssignMembershipOnLogin;
    }

    //! The style puts twice the margin between the decoration and the text.
    static void keepRoom(QStyleOptionViewItem &option, int width)
    {
        const int margin = marginOf(*option.widget->style(), &option, option.widget);
        option.features |= QStyleOptionViewItem::HasDecoration;
        option.decorationSize = QSize(std::max(0, width - margin), IconSide);
    }

    //! If the text is still whole then: the dot says the same.
    static void embolden(QStyleOptionViewItem &option)
    {
        QFont bold = option.font;
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        const int margin = marginOf(*option.widget->style(), &option, option.widget);
        const int decoration = option.features.testFlag(QStyleOptionViewItem::HasDecoration)
            ? option.decorationSize.width() + 2 * margin
            : 0;
        const int room = option.rect.width() - decoration - 2 * margin;
        if (option.rect.isValid() && metrics.horizontalAdvance(option.text) > room)
            return;
        option.font = bold;
        option.fontMetrics = metrics;
    }

    static void drawDot(QPainter &painter, const QRect &place, const QColor &color)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(place);
        painter.restore();
    }
};

} // namespace

int cellWidth(const QTableView &table, const QString &text, CellLook look)
{
    const QFont font = look == CellLook::Id ? monospacedFont(table.font()) : table.font();
    const int margin = marginOf(*table.style(), nullptr, &table);
    const int width = textWidth(font, text) + 2 * margin;
    switch (look) {
    case CellLook::Plain:
    case CellLook::Id:
        return width;
    case CellLook::Signed:
        return width + dotSide(table.fontMetrics()) + margin;
    case CellLook::Flag:
        return width + IconSide + margin;
    case CellLook::Level:
        return width + accessLadderSize(table.fontMetrics()).width() + margin;
    }
    Q_UNREACHABLE();
}

int barColumnWidth(int numberWidth)
{
    return numberWidth + BarGap + LongestBar;
}

int edgePadding(const QTableView &table)
{
    return std::max(0, ProgramStyle::EdgeMargin - marginOf(*table.style(), nullptr, &table));
}

void paintFocusOfNothing(QAbstractItemView &view)
{
    if (!view.hasFocus() || !view.model() || view.model()->rowCount() > 0)
        return;
    QPainter painter(view.viewport());
    QStyleOptionFocusRect option;
    option.initFrom(view.viewport());
    view.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, &view);
}

bool hidesCurrentRow(const QAbstractItemView &view, const QResizeEvent &event)
{
    const QRect row = view.visualRect(view.currentIndex());
    return row.isValid() && row.bottom() >= event.size().height()
        && row.bottom() < event.oldSize().height();
}

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
