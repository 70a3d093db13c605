// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/busyline.h"

#include <QEvent>

namespace Vestibule {

namespace {

constexpr int LineHeight = 3;

} // namespace

BusyLine::BusyLine(QWidget *parent)
    : QProgressBar(parent)
{
    setRange(0, 0);
    setTextVisible(false);
    setMinimumHeight(1); // the style's is higher than the line
    hide();
    parent->installEventFilter(this);
}

bool BusyLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QProgressBar::eventFilter(watched, event);
}

//! What was added to the parent later would cover the line.
void BusyLine::showEvent(QShowEvent *event)
{
    QProgressBar::showEvent(event);
    place();
    raise();
}

void BusyLine::place()
{
    setGeometry(0, 0, parentWidget()->width(), LineHeight);
}

} // namespace Vestibule
