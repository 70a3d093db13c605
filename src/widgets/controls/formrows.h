// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

class QFormLayout;
class QWidget;

namespace Vestibule {

//! Shows or hides the row of this field. Use it for every row of widgets that is hidden while
//! others stay. With QFormLayout::setRowVisible(), or hide() for all of a row, Qt 6.4 goes on using
//! the row's old index. If a text in the form wraps, it writes the row's height past the end of a
//! list, and the program crashes later.
void setRowShown(QFormLayout &form, QWidget &field, bool isShown);

} // namespace Vestibule
