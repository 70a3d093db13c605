// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"
#include "store/settings.h"

#include <QColor>
#include <QPalette>

namespace Vestibule {

//! The colours of the window. Those of kindColor(), demoColor() and savedViewColor(), and the tints
//! of the message banner, are the same in every theme. Text has a contrast of at least 4.5 to 1,
//! and of 7 to 1 in Theme::HighContrast (WCAG 2.1, 1.4.3 and 1.4.6). Theme::System has the
//! platform's.
[[nodiscard]] QPalette themePalette(Theme theme);

//! Changes the whole application at once. A theme of our own uses ProgramStyle over Qt's Fusion
//! style, which takes every colour from the palette; Theme::System uses it over the platform's own.
void applyTheme(Theme theme);

//! White on black, whether it is our theme or the platform's.
[[nodiscard]] bool isHighContrast(const QPalette &palette);

//! The colour of muted text: two thirds of the way from the background to the text. It keeps a
//! contrast of 4.5 to 1 where the text itself has 7 to 1. In high contrast no text is muted.
[[nodiscard]] QColor mutedTextColor(const QPalette &palette);
//! The application's palette with muted text, for a label.
[[nodiscard]] QPalette mutedPalette();

//! A share of one colour, from 0 to 1, on the other.
[[nodiscard]] QColor mixed(const QColor &color, const QColor &ground, qreal share);

//! The frame of a field, a button or a box: 3 to 1 against the window and the field.
[[nodiscard]] QColor frameColor(const QPalette &palette);
//! A line that only parts one place from another.
[[nodiscard]] QColor lineColor(const QPalette &palette);
//! The background of what is selected in a list or table: a tint of the accent on which all text,
//! muted text too, keeps its contrast.
[[nodiscard]] QColor selectionColor(const QPalette &palette);

//! Amber with a contrast of 4.5 to 1 on a light and on a dark window.
[[nodiscard]] QColor warningColor(const QPalette &palette);

//! The amber of the sign "to check": a dot, so a contrast of 3 to 1 on a light and on a dark table
//! is enough (WCAG 2.1, 1.4.11).
[[nodiscard]] QColor findingColor(const QPalette &palette);
//! Green with the same contrast.
[[nodiscard]] QColor positiveColor(const QPalette &palette);

//! The colour of a tenant's kind, always shown together with the kind's name. White text on it has
//! a contrast of at least 4.5 to 1.
[[nodiscard]] QColor kindColor(TenantKind kind);
[[nodiscard]] QColor demoColor();
[[nodiscard]] QColor savedViewColor();

} // namespace Vestibule
