// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/layoutroom.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace Vestibule {

void keepRoomForLines(QWidget &widget, const QEvent &event)
{
    if (event.type() != QEvent::Resize && event.type() != QEvent::LayoutRequest)
        return;
    if (const QLayout *layout = widget.layout(); layout->hasHeightForWidth())
        widget.setMinimumHeight(layout->totalHeightForWidth(widget.width()));
}

} // namespace Vestibule
