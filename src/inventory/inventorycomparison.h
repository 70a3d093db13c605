// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/reply.h"

#include <QString>

#include <atomic>
#include <memory>

namespace Vestibule {

class DatabaseThread;

//! Compares two inventories in its own threads. Both are checked as files of unknown origin are.
//! Nothing is written.
//!
//! Both are read into memory by their integer keys, and the keys are matched once for each
//! organization and connection: joins by ids would take ten times as long. Two inventories with a
//! million links each take some 200 MB until it has ended.
class InventoryComparison final {
public:
    InventoryComparison(const QString &oldPath, const QString &newPath,
                        const DriftOptions &options = {});
    //! Stops the work.
    ~InventoryComparison();
    Q_DISABLE_COPY_MOVE(InventoryComparison)

    //! Call it once. Inventories of two tenants are the problem OtherTenant, with the tenant of the
    //! new one, unless they are compared by name: pairing by ids would call everything different.
    [[nodiscard]] ReplyPtr<DriftPtr, InventoryProblem> run();
    //! How far it is, 0 to 100.
    [[nodiscard]] int percent() const { return *m_percent; }

private:
    QString m_newPath;
    DriftOptions m_options;
    std::shared_ptr<std::atomic_int> m_percent = std::make_shared<std::atomic_int>(0);
    std::unique_ptr<DatabaseThread> m_thread; //!< has the old inventory open
};

} // namespace Vestibule
