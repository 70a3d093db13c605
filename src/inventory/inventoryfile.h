// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"
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

// The working inventory of a tenant is changed in place, also while a sweep fills it. Every other
// file is replaced by a changed copy, whole or not at all; a reader that has it open still reads
// the old one. Dropping the reply does not stop a change that has begun.

//! Replaces a mute with the same key.
[[nodiscard]] ReplyPtr<std::monostate, InventoryProblem> muteFinding(const QString &path,
                                                                     const FindingMute &mute);
//! Takes away the mute with this key. It is no error if there is none.
[[nodiscard]] ReplyPtr<std::monostate, InventoryProblem> unmuteFinding(const QString &path,
                                                                       const FindingKey &key);

//! Waits until all inventories that nothing uses any more are closed: a closing one still writes,
//! and removes its write-ahead log. False if that takes longer.
[[nodiscard]] bool waitForClosedInventories(std::chrono::milliseconds timeout);

} // namespace Vestibule
