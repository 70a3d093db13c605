// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace Vestibule {

//! What this program is, what it promises, and that it is nobody's official product.
void openAboutBox(QWidget *parent);

} // namespace Vestibule
