// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Vestibule {

FlowLayout::FlowLayout(int spacing)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (!itemAt(index))
        return nullptr;
    QLayoutItem *taken = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return taken;
}

QList<FlowLayout::Spot> FlowLayout::spots(int width) const
{
    QList<Spot> spots;
    QPoint next;
    int line = 0; // its height
    for (const auto &item : m_items) {
        if (item->isEmpty()) // hidden
            continue;
        const QSize size = item->sizeHint();
        if (next.x() > 0 && next.x() + size.width() > width) {
            next = {0, next.y() + line + spacing()};
            line = 0;
        }
        spots.append({.item = item.get(), .place = {next, size}});
        next.rx() += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return spots;
}

QSize FlowLayout::sizeOf(const QList<Spot> &spots) const
{
    QRect all;
    for (const Spot &spot : spots)
        all |= spot.place;
    const QMargins margins = contentsMargins();
    return all.size() + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return sizeOf(spots(width - margins.left() - margins.right())).height();
}

QSize FlowLayout::sizeHint() const
{
    return sizeOf(spots(QWIDGETSIZE_MAX));
}

//! The widest alone in its line.
QSize FlowLayout::minimumSize() const
{
    return sizeOf(spots(0));
}

void FlowLayout::setGeometry(const QRect &place)
{
    QLayout::setGeometry(place);
    const QRect inside = contentsRect();
    for (const Spot &spot : spots(inside.width())) {
        spot.item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), inside,
                                                  spot.place.translated(inside.topLeft())));
    }
}

} // namespace Vestibule
