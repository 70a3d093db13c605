// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Vestibule {

//! The token must not reach a file by way of a crash: no core dump of this process is written, and
//! other processes of the same person cannot read its memory. Does nothing where the system has no
//! such switch.
void forbidCoreDumps();

} // namespace Vestibule
