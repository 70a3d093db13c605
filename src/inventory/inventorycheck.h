// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/result.h"
#include "inventory/database.h"

#include <QString>

#include <functional>

namespace Vestibule {

//! How to open a file of unknown origin, or why not: reads its first 100 bytes, before SQLite sees
//! them. A file in the program's own folder may be written by a sweep; any other one is sealed, and
//! what another program has left beside it (a journal) is a Foreign problem, because its content
//! counts as well.
[[nodiscard]] Result<Database::Mode, InventoryProblem> modeToOpen(const QString &path);

//! Raises Foreign unless the tables and indexes are those of inventorySchema(), word for word.
void checkSchema(Database &database);
//! Raises Damaged, with SQLite's words, if quick_check finds something. Reads the whole file.
void checkContent(Database &database);
//! Checks all of it, the content in another thread while the function reads here, which takes about
//! as long. A problem that quick_check finds replaces those of the function: it says where.
void checkWhile(Database &database, const std::function<void()> &read);

} // namespace Vestibule
