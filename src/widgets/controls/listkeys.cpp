// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/listkeys.h"

#include <QAbstractItemView>
#include <QKeyEvent>

#include <algorithm>

namespace Vestibule {

namespace {

//! By how many rows the key moves; 0 for a key that does not.
int rowsMovedBy(int key)
{
    constexpr int PageRows = 8;
    switch (key) {
    case Qt::Key_Down:
        return 1;
    case Qt::Key_Up:
        return -1;
    case Qt::Key_PageDown:
        return PageRows;
    case Qt::Key_PageUp:
        return -PageRows;
    default:
        return 0;
    }
}

} // namespace

bool movesInList(const QKeyEvent &event)
{
    return rowsMovedBy(event.key()) != 0;
}

bool moveInList(QAbstractItemView &list, const QKeyEvent &event)
{
    const int rows = rowsMovedBy(event.key());
    if (rows == 0)
        return false;
    const int last = list.model()->rowCount() - 1;
    if (last >= 0)
        list.setCurrentIndex(
            list.model()->index(std::clamp(list.currentIndex().row() + rows, 0, last), 0));
    return true;
}

std::unique_ptr<QKeyEvent> selectingKey(const QEvent *event)
{
    if (!event || event->type() != QEvent::KeyPress)
        return {};
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool isToTheEnd = key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
    if (!isToTheEnd || !key->modifiers().testFlag(Qt::ControlModifier))
        return {};
    return std::make_unique<QKeyEvent>(QEvent::KeyPress, key->key(),
                                       key->modifiers() & ~Qt::ControlModifier);
}

} // namespace Vestibule
