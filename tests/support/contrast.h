// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QImage>
#include <QWidget>

#include <algorithm>
#include <cmath>

//! The contrast ratio of two opaque colours by WCAG 2.1, from 1 to 21.
inline double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double share) {
            return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
            + 0.0722 * linear(color.blueF());
    };
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

//! The colour of an icon's strokes: that of its most opaque pixel.
inline QColor inkOf(const QImage &icon)
{
    QColor ink(Qt::transparent);
    for (int y = 0; y < icon.height(); ++y) {
        for (int x = 0; x < icon.width(); ++x) {
            if (icon.pixelColor(x, y).alpha() > ink.alpha())
                ink = icon.pixelColor(x, y);
        }
    }
    return ink;
}

//! The background of a widget that paints none itself.
inline QColor backgroundOf(const QWidget &widget)
{
    const QWidget *filled = &widget;
    while (!filled->autoFillBackground() && !filled->isWindow()
           && filled->objectName()
               != QLatin1StringView("kindLabel")) // paints its own, with corners
        filled = filled->parentWidget();
    return filled->palette().color(filled->isEnabled() ? QPalette::Active : QPalette::Disabled,
                                   filled->backgroundRole());
}
