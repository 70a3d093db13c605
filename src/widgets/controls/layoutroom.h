// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

class QEvent;
class QWidget;

namespace Vestibule {

//! For the event() of a \a widget, after its own: keeps it as high as the lines of its labels need
//! once they are broken. Its layout asks for less.
void keepRoomForLines(QWidget &widget, const QEvent &event);

} // namespace Vestibule
