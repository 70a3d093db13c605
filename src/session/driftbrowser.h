// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/reply.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace Vestibule {

class InventoryComparison;

//! What differs between two inventories, for the window: compares them in another thread, and keeps
//! the result until the next one is there or it is closed.
class DriftBrowser final : public QObject {
    Q_OBJECT

public:
    explicit DriftBrowser(QObject *parent = nullptr);
    ~DriftBrowser() override;

    //! Compares two files. Another comparison that runs is stopped; the last result stays until
    //! this one ends.
    void compare(const QString &oldPath, const QString &newPath, const DriftOptions &options = {});
    //! Stops the comparison, and keeps the last result.
    void cancel();
    //! Stops the comparison, and drops the result and the problem.
    void close();

    [[nodiscard]] bool isComparing() const { return m_comparing != nullptr; }
    //! How far the comparison is, 0 to 100; 0 if none runs.
    [[nodiscard]] int percent() const;
    //! Null before the first result, after close(), and after a problem.
    [[nodiscard]] const DriftPtr &drift() const { return m_drift; }
    //! Why the last comparison has no result.
    [[nodiscard]] const std::optional<InventoryProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    //! A comparison has begun or ended, or the result was dropped.
    void changed();
    //! percent() has changed.
    void progressed();

private:
    void take();
    void stop();

    std::unique_ptr<InventoryComparison> m_comparison; //!< null unless it runs
    ReplyPtr<DriftPtr, InventoryProblem> m_comparing;
    DriftPtr m_drift;
    std::optional<InventoryProblem> m_problem;
    QTimer m_progressTimer;
    int m_percent = 0; //!< as of the last progressed()
};

} // namespace Vestibule
