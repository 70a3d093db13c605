// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <memory>

class QAbstractItemView;
class QEvent;
class QKeyEvent;

namespace Vestibule {

//! An arrow or page key that moves the current row up or down.
[[nodiscard]] bool movesInList(const QKeyEvent &event);

//! Lets the arrow and page keys move in a list while a text field has the focus. False, and nothing
//! happens, for all other keys.
bool moveInList(QAbstractItemView &list, const QKeyEvent &event);

//! For selectionCommand(): Ctrl+Home and Ctrl+End select the row they go to, as Home and End do; Qt
//! only moves the current row then. Null for other events, which are to be taken as they are.
[[nodiscard]] std::unique_ptr<QKeyEvent> selectingKey(const QEvent *event);

} // namespace Vestibule
