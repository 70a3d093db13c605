// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QString>

namespace Vestibule {

//! The icon `:/icons/<name>.svg` of the program's one family, drawn in the palette's text colour:
//! it follows a change of theme at once, and is sharp at every scale.
[[nodiscard]] QIcon symbolIcon(const QString &name);

//! The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace Vestibule
