// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace Vestibule {

// A sweep that begins anew keeps a copy of the finished inventory that was there, beside the
// working one, so that a tenant can be compared with itself of last week.

//! How much is kept of a tenant. The oldest go first.
struct KeepLimits {
    int inventories = 10; //!< 0: none
    qint64 bytes = 2LL * 1024 * 1024 * 1024; //!< of all of them; the newest one stays in any case

    bool operator==(const KeepLimits &) const = default;
};

struct KeptInventory {
    QString path{};
    QDateTime ended{}; //!< UTC: when its sweep ended
    qint64 bytes = 0;

    bool operator==(const KeptInventory &) const = default;
};

//! Those of the working inventory with this path, the newest first.
[[nodiscard]] QList<KeptInventory> keptInventories(const QString &path);
//! The path of the newest of them; empty if there is none.
[[nodiscard]] QString inventoryBefore(const QString &path);
//! Whether the path is that of a copy that was kept.
[[nodiscard]] bool isKeptInventory(const QString &path);
//! Where a copy of the inventory is kept whose sweep ended then.
[[nodiscard]] QString keptInventoryPath(const QString &path, const QDateTime &ended);
//! Removes what is beyond the limits. What cannot be removed stays, and is tried again next time.
void pruneKeptInventories(const QString &path, const KeepLimits &limits);
//! False if it cannot be removed.
bool removeKeptInventory(const QString &keptPath);

} // namespace Vestibule
