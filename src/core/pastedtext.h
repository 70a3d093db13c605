// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

namespace Vestibule {

// What comes along when people copy a token, an id or an address: from a web page, a terminal, a
// file or an editor. All inputs read pasted text with these functions, so that they agree on it.

//! A copy without invisible characters: Unicode's format characters (category Cf:
//! zero-width characters, marks of the writing direction, soft hyphens, byte order marks),
//! variation selectors and fillers. Whitespace stays. The caller wipes the copy if it is secret.
[[nodiscard]] QString visibleText(QStringView text);

//! The text without what surrounds a copied word: whitespace of every kind, quotes (straight,
//! typographic or backticks), a pair of angle brackets, and commas and semicolons at the end. A
//! view into the argument.
[[nodiscard]] QStringView bareText(QStringView text);

//! The bare value of an assignment in a shell, JSON, YAML or a program: `NAME=value`, `export
//! NAME='value'`, `set NAME=value`, `$env:NAME = "value"`, `"name": "value",` or `name: value`. The
//! text itself if it is none. Expects a bare text, and returns a view into it.
[[nodiscard]] QStringView assignedValue(QStringView text);

//! Text for a field of one line, such as a name: with single spaces for whitespace of every kind,
//! none around it, and nothing invisible but the joiners and variation selectors of visible
//! characters.
[[nodiscard]] QString lineOfText(QStringView text);

} // namespace Vestibule
