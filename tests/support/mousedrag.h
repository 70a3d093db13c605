// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

//! Drags the widget from its middle, as with the left button of a mouse.
inline void drag(QWidget &widget, const QPoint &distance)
{
    const QPoint from = widget.rect().center();
    const auto send = [&widget](QEvent::Type type, const QPoint &at, Qt::MouseButtons pressed) {
        const bool isMove = type == QEvent::MouseMove;
        QMouseEvent event(type, at, widget.mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                          pressed, {});
        QApplication::sendEvent(&widget, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    send(QEvent::MouseMove, from + distance, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, from + distance, Qt::NoButton);
}
