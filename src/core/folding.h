// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace Vestibule {

//! A text as Find compares it. A folded text contains a folded part where the text contains the
//! part when case is ignored, as QString::contains() does: characters are folded one by one. It is
//! a single line: control characters become their symbols, as on screen.
[[nodiscard]] QString folded(QStringView text);

//! What Find searches in several texts: each of them folded, on a line of its own, then those that
//! have invisible characters once more without them. Sorted by it, the first text decides, then the
//! second.
[[nodiscard]] QString searchText(const QStringList &texts);

} // namespace Vestibule
