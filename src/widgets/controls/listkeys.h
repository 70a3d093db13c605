// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

class QAbstractItemView;
class QKeyEvent;

namespace Vestibule {

//! Lets the arrow and page keys move in a list while a text field has the focus. False, and nothing
//! happens, for all other keys.
bool moveInList(QAbstractItemView &list, const QKeyEvent &event);

} // namespace Vestibule
