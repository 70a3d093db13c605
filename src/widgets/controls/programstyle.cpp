// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/programstyle.h"

#include "widgets/controls/theming.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

namespace Vestibule {

namespace {

constexpr qreal RingWidth = 2;
constexpr int BarWidth = 3; // of the accent, at the left of what is selected

//! A ring of the accent inside the rectangle.
void drawRing(QPainter &painter, const QRect &place, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.color(QPalette::Active, QPalette::Highlight), RingWidth));
    constexpr qreal Inset = RingWidth / 2;
    constexpr qreal Radius = 3;
    painter.drawRoundedRect(QRectF(place).adjusted(Inset, Inset, -Inset, -Inset), Radius, Radius);
    painter.restore();
}

//! The tint of a selected row or cell, and the bar where it begins at the view's edge: also in a
//! table that is scrolled sideways.
void drawSelection(QPainter &painter, const QStyleOptionViewItem &item, const QWidget *widget)
{
    const QPalette &palette = item.palette;
    painter.fillRect(item.rect, selectionColor(palette));
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    if (!view)
        return;
    QRect bar = item.rect;
    if (item.direction == Qt::RightToLeft) {
        const int edge = view->viewport()->width();
        if (item.rect.right() < edge - BarWidth || item.rect.left() >= edge)
            return;
        bar.setLeft(edge - BarWidth);
    } else {
        if (item.rect.left() >= BarWidth || item.rect.right() < 0)
            return;
        bar.setLeft(0);
    }
    bar.setWidth(BarWidth);
    painter.fillRect(bar, palette.color(QPalette::Active, QPalette::Highlight));
}

bool isSelectedInView(const QStyleOptionViewItem *item)
{
    return item && item->state.testFlag(QStyle::State_Selected) && item->showDecorationSelected;
}

bool isPadded(const QWidget *widget)
{
    return widget && widget->property(ProgramStyle::PaddedProperty).toBool();
}

} // namespace

ProgramStyle::ProgramStyle(const QString &below)
    : QProxyStyle(below)
{
}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return drawRing(*painter, option->rect, option->palette);
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            isSelectedInView(item))
            return drawSelection(*painter, *item, widget);
        break;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && item->state.testFlag(State_Selected))
            return drawSelection(*painter, *item, widget);
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ProgramStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element == CE_ItemViewItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->state.testFlag(State_Selected)) {
            // The style below would take other colours for the text and the icon.
            drawSelection(*painter, *item, widget);
            QStyleOptionViewItem plain = *item;
            plain.state.setFlag(State_Selected, false);
            plain.backgroundBrush = Qt::NoBrush;
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int ProgramStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    constexpr int Padding = 3;
    const int standard = QProxyStyle::pixelMetric(metric, option, widget);
    const bool isPaddedMetric = metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin;
    return isPaddedMetric && isPadded(widget) ? standard + Padding : standard;
}

} // namespace Vestibule
