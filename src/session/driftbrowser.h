// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/reply.h"
#include "models/driftrows.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace Vestibule {

class InventoryComparison;

//! What differs between two inventories, for the window: compares them in another thread, and keeps
//! the result until the next one is there or it is closed. The differences are grouped and filtered
//! in another thread, too, because there may be millions.
class DriftBrowser final : public QObject {
    Q_OBJECT

public:
    explicit DriftBrowser(QObject *parent = nullptr);
    ~DriftBrowser() override;

    //! Compares two files. Another comparison that runs is stopped; the last result stays until
    //! this one has a result, also when it has none.
    void compare(const QString &oldPath, const QString &newPath, const DriftOptions &options = {});
    //! Shows what was compared elsewhere, which is not null, in place of the last result. There are
    //! no files to compare again then.
    void show(const DriftPtr &drift);
    //! Compares the last two files again, with these options.
    void compareAgain(const DriftOptions &options);
    //! Compares the files of the result again, the new one as the old one. Does nothing without
    //! such files.
    void swap();
    //! Stops the comparison, and keeps the last result.
    void cancel();
    //! Stops the comparison, and drops the result and the problem.
    void close();
    //! Groups and filters the differences. A new result has all of them, in the same groups.
    void setOrder(const DriftOrder &order);

    [[nodiscard]] bool isComparing() const { return m_comparing != nullptr; }
    //! Whether rows() are to be replaced soon.
    [[nodiscard]] bool isArranging() const { return m_arranging != nullptr; }
    //! How far the comparison is, 0 to 100; 0 if none runs.
    [[nodiscard]] int percent() const;
    //! The old file of drift(), which stays while another comparison runs, or has no result. Empty
    //! without a result, and for one that was compared elsewhere.
    [[nodiscard]] const QString &oldPath() const { return m_compared.inOld; }
    //! Null before the first result and after close().
    [[nodiscard]] const DriftPtr &drift() const { return m_drift; }
    [[nodiscard]] const DriftOrder &order() const { return m_order; }
    //! Those of drift(), in the latest order that was arranged; null until there are some.
    [[nodiscard]] const DriftRowsPtr &rows() const { return m_rows; }
    //! Why the last comparison has no result.
    [[nodiscard]] const std::optional<InventoryProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    //! A comparison has begun or ended, the result was dropped, or its order is another one.
    void changed();
    //! percent() has changed.
    void progressed();

private:
    struct Paths {
        QString inOld{};
        QString inNew{};
    };

    void take();
    void replace(const DriftPtr &drift);
    void stop();
    void arrange();

    std::unique_ptr<InventoryComparison> m_comparison; //!< null unless it runs
    ReplyPtr<DriftPtr, InventoryProblem> m_comparing;
    Paths m_wanted; //!< of the last comparison that was asked for
    Paths m_compared; //!< of the result
    DriftPtr m_drift;
    DriftOrder m_order;
    ReplyPtr<DriftRowsPtr, InventoryProblem> m_arranging;
    DriftRowsPtr m_rows;
    std::optional<InventoryProblem> m_problem;
    QTimer m_progressTimer;
    int m_percent = 0; //!< as of the last progressed()
};

} // namespace Vestibule
