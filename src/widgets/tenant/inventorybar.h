// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"

#include <QString>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace Vestibule {

class MutedLabel;
class Sweep;

//! Says over the lists of the whole tenant which inventory they show and whether it is complete,
//! and shows the sweep that fills it.
class InventoryBar final : public QWidget {
    Q_OBJECT

public:
    //! The window's actions; all of them outlive the bar.
    struct Actions {
        QAction *sweep = nullptr;
        QAction *pause = nullptr;
        QAction *stop = nullptr;
        QAction *compare = nullptr;
        QAction *save = nullptr;
        QAction *open = nullptr;
    };

    explicit InventoryBar(const Actions &actions, QWidget *parent = nullptr);
    ~InventoryBar() override;

    //! The tenant's name for people; empty when the window shows it already.
    void showInventory(const QString &tenant, const InventorySummary &summary);
    void showNoInventory();
    //! Null: none is running. The sweep's own counts are newer than those of the file.
    void showSweep(const Sweep *sweep);
    //! Rows that a sweep has read since the list was sorted; 0: none.
    void showNewRows(qsizetype rows);

Q_SIGNALS:
    //! In percent, 1 to 100.
    void shareChosen(int percent);
    void newRowsRequested();

private:
    void showSummary(const InventorySummary &summary);
    void keepRoomForNewRows(bool isKept);

    QLabel *m_tenant;
    QLabel *m_period;
    QLabel *m_counts;
    QLabel *m_completeness;
    QToolButton *m_newRows;
    QWidget *m_sweepRow;
    QLabel *m_sweepCounts; //!< in place of m_counts, which has less room
    QProgressBar *m_progress;
    MutedLabel *m_pace;
    QComboBox *m_share;
};

} // namespace Vestibule
