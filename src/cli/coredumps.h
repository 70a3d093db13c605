// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Vestibule {

//! Keeps the token out of files that a crash would leave: no core dump of this process is written.
//! On Linux, other processes of the same user cannot read its memory either. Does nothing where the
//! system has no such setting.
void forbidCoreDumps();

} // namespace Vestibule
