// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace Vestibule {

//! Text from a tenant, made fit for one line on screen: nothing in it stays invisible or turns its
//! surroundings around, but for the two joiners (U+200C, U+200D) that scripts and emoji need.
//!
//! Line breaks and other control signs become their symbols (U+2400 and following), signs that
//! steer the writing direction or take no room are spelt out as [U+202E]. Tables sort and find what
//! they show; files hold the text as it came.
[[nodiscard]] QString visibleText(const QString &text);

//! The whole of \a text, through visibleText(), for a tooltip: as rich text that shows it
//! literally, since Qt would guess whether plain text means markup.
[[nodiscard]] QString literalToolTip(const QString &text);
//! The same with each of \a lines in a line of its own, and none begun by what is in them.
[[nodiscard]] QString literalToolTip(const QStringList &lines);

} // namespace Vestibule
