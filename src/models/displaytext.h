// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Vestibule {

//! A tenant's text, made safe for one line on screen: every character in it is visible, and none
//! changes the direction of what is around it.
//!
//! Line breaks and other control characters become their symbols (from U+2400 on). Characters that
//! change the writing direction or have no width are written as [U+202E]. The two joiners U+200C
//! and U+200D stay, because scripts and emoji need them. Tables sort by this text and Find searches
//! in it; files contain the original.
[[nodiscard]] QString displaySafe(const QString &text);

//! A tooltip that shows the whole text literally, after displaySafe(). It is rich text, because Qt
//! would guess whether plain text contains markup.
[[nodiscard]] QString literalToolTip(const QString &text);
//! The same with several lines. A line break within one of them does not begin a new line.
[[nodiscard]] QString literalToolTip(const QStringList &lines);

//! The text for a menu entry or a button, which would take an ampersand for the sign of a mnemonic.
[[nodiscard]] QString literalLabel(QString text);

//! A duration in one unit, rounded down: "45 s", "12 min", "21 h", "3 days". Minutes are used up to
//! two hours and hours up to two days, so that rounding loses little. A negative one is "0 s".
[[nodiscard]] QString durationText(std::chrono::seconds duration);

//! Several texts on one line, without the empty ones: "acme · 3 connections". Where it wraps, no
//! line begins with the dot.
[[nodiscard]] QString joinedParts(QStringList parts);

//! The time in a format that begins with the number of the day, in the language of the texts:
//! French has an ordinal for the first of a month, and only for that, which QLocale does not know.
[[nodiscard]] QString datedText(const QDateTime &time, const QString &format);

//! A time of reading in local time: "14:03:20" if it was today, otherwise with the date. With an
//! invalid date for today, the date is always shown.
[[nodiscard]] QString readTimeText(const QDateTime &readAt,
                                   const QDate &today = QDate::currentDate());

} // namespace Vestibule
