// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

//! One sentence to standard error, with a line break behind it, in the terminal's encoding. Control
//! signs in it (a tenant's words may hold some) are taken out, so that they cannot steer a
//! terminal.
void printError(const QString &sentence);

} // namespace Vestibule
