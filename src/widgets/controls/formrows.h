// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

class QFormLayout;
class QWidget;

namespace Vestibule {

//! Shows or hides the row of this field. Use it for every row of widgets that is hidden while
//! others stay: with QFormLayout::setRowVisible(), or hide() for all of a row, Qt 6.4 keeps the
//! place that the row had among the others, and writes a height there. Where fewer rows are left
//! and a text among them wraps, that is behind the end of a list, and the program crashes some
//! time later.
void setRowShown(QFormLayout &form, QWidget &field, bool isShown);

} // namespace Vestibule
