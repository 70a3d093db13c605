// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

//! A text that a widget draws, whatever way it does so, with its place in the window and the colour
//! of the pen, which the smooth edges of thin letters nowhere reach in a picture.
struct PaintedText {
    QString text{};
    QRectF place{};
    QColor color{};
};

//! All texts of the window that are in sight, as they are drawn: shortened to what has room.
[[nodiscard]] QList<PaintedText> paintedTexts(QWidget &window);
