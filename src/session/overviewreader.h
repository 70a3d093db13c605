// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventoryoverview.h"
#include "core/inventorysource.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Vestibule {

//! The overview of the open inventory, for the screen. While a sweep runs it follows now and then:
//! every reading takes the whole file.
class OverviewReader final : public QObject {
    Q_OBJECT

public:
    explicit OverviewReader(QObject *parent = nullptr);
    ~OverviewReader() override;

    //! Another inventory, which is read as soon as show() is called; null: none.
    void setSource(const InventorySourcePtr &source);
    //! The overview is on screen now: reads it if it is not up to date.
    void show();
    //! It is not on screen any more: nothing is read until show().
    void hide();
    //! There is something new in the inventory.
    void refresh();

    //! Absent until it is read; the old one stays while a new one is read.
    [[nodiscard]] const std::optional<InventoryOverview> &overview() const { return m_overview; }
    [[nodiscard]] bool isReading() const { return m_reading != nullptr; }
    //! Why the last attempt failed; absent when it did not.
    [[nodiscard]] const std::optional<InventoryProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void take();

    InventorySourcePtr m_source;
    std::optional<InventoryOverview> m_overview;
    std::optional<InventoryProblem> m_problem;
    InventorySource::InventoryReply<InventoryOverview> m_reading;
    QElapsedTimer m_elapsed; //!< since m_reading began
    QTimer m_pause; //!< until the next reading
    bool m_isShown = false;
    bool m_isOld = true; //!< the inventory has changed since, or was never read
};

} // namespace Vestibule
