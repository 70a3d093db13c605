// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventorysource.h"

#include <QString>

#include <chrono>
#include <variant>

namespace Vestibule {

//! Opens a file of unknown origin to read it, without writing anything beside it: checks that it is
//! a regular file, its header, SQLite's quick_check and the schema, in another thread. A working
//! inventory, which a sweep may be writing, is opened in WAL mode instead.
[[nodiscard]] ReplyPtr<InventorySourcePtr, InventoryProblem> openInventory(const QString &path);

//! Whether a file begins as an inventory does; reads at most 100 bytes of a regular file. For drops
//! and the command line.
[[nodiscard]] bool looksLikeInventory(const QString &path);

//! Writes a sealed copy of an inventory: one file without WAL, whole or not at all, in place of an
//! existing one. Dropping the reply stops the work, and leaves the target as it was.
[[nodiscard]] ReplyPtr<std::monostate, InventoryProblem> sealInventory(const QString &path,
                                                                       const QString &target);

//! Waits until all inventories that nothing uses any more are closed: a closing one still writes,
//! and removes its write-ahead log. False if that takes longer.
[[nodiscard]] bool waitForClosedInventories(std::chrono::milliseconds timeout);

} // namespace Vestibule
