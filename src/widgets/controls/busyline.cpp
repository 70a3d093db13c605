// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/busyline.h"

#include <QEvent>

namespace Vestibule {

BusyLine::BusyLine(QWidget *parent)
    : ThinProgressBar(parent)
{
    setRange(0, 0);
    hide();
    parent->installEventFilter(this);
}

bool BusyLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return ThinProgressBar::eventFilter(watched, event);
}

//! What was added to the parent later would cover the line.
void BusyLine::showEvent(QShowEvent *event)
{
    ThinProgressBar::showEvent(event);
    place();
    raise();
}

void BusyLine::place()
{
    setGeometry(0, 0, parentWidget()->width(), Thickness);
}

} // namespace Vestibule
