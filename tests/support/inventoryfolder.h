// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "inventory/inventoryfile.h"

#include <QTemporaryDir>

//! A temporary folder in which inventories lie: it is removed after their threads have closed them,
//! because a closing database still writes.
class InventoryFolder final : public QTemporaryDir {
public:
    InventoryFolder() = default;
    ~InventoryFolder() { (void)Vestibule::waitForClosedInventories(std::chrono::seconds(10)); }
    Q_DISABLE_COPY_MOVE(InventoryFolder)
};
