// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

class QWidget;

namespace Vestibule {

//! For a window that leaves the main one usable, and may cover it: Ctrl+W closes it, Ctrl+Q calls
//! the function, as in the main window. It can be called as long as the window exists.
void addWindowKeys(QWidget &window, const std::function<void()> &quit);

} // namespace Vestibule
