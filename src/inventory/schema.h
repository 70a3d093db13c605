// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Vestibule {

//! `PRAGMA application_id` of an inventory: "VSTI". In bytes 68 to 71 of the file, most significant
//! first.
inline constexpr quint32 InventoryApplicationId = 0x56535449;
//! `PRAGMA user_version`, in bytes 60 to 63. A program refuses files of a later version, and brings
//! those of an earlier one up to date in one transaction.
inline constexpr quint32 InventoryVersion = 1;

//! The statements that make the tables and indexes of InventoryVersion, in order.
//!
//! The text of `sqlite_schema` is these statements word for word in every file of a version; that
//! is how a file that another program has changed is recognized. So they never change within a
//! version.
//!
//! Absent, null and false are three values: a field that was not sent is NULL; one that was sent as
//! null is -1 in a column of numbers and an empty BLOB in one of text.
[[nodiscard]] const QStringList &inventorySchema();

} // namespace Vestibule
