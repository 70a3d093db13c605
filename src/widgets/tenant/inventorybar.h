// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Vestibule {

class MutedLabel;
class Sweep;
class ThinProgressBar;

//! Says over the lists of the whole tenant which inventory they show and whether it is complete,
//! and shows the sweep that fills it. Where there is no room, its actions go into a menu one after
//! another, then the find field gets a line of its own, and then the less important words go.
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

    //! Takes it into its line. Whoever made it shows and hides it.
    void setFindField(QLineEdit &field);
    //! Those between which the sweep's action changes while an inventory is shown: its button is as
    //! wide for each.
    void setSweepTexts(const QStringList &texts);
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

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    //! What has room in the first line.
    struct Arrangement {
        bool isFindInLine = true;
        qsizetype buttons = 0; //!< the others are in the menu
        qsizetype labels = 0; //!< of m_optional, from the last one on

        bool operator==(const Arrangement &) const = default;
    };

    void showSummary(const InventorySummary &summary);
    void addButtons(const Actions &actions);
    void measure();
    void arrange();
    [[nodiscard]] Arrangement bestArrangement() const;
    [[nodiscard]] int neededWidth(const Arrangement &arrangement) const;
    [[nodiscard]] QList<QToolButton *> offeredButtons() const;
    void keepRoomForNewRows(bool isKept);

    bool m_hasInventory = false;
    QLabel *m_tenant;
    QLabel *m_period;
    QLabel *m_counts;
    QLabel *m_completeness;
    QToolButton *m_newRows;
    QWidget *m_firstRow;
    QHBoxLayout *m_firstLine;
    QStringList m_sweepTexts;
    QList<QToolButton *> m_buttons; //!< of actions, the most important first
    QToolButton *m_more;
    QWidget *m_findRow;
    QLineEdit *m_find = nullptr;
    QList<QLabel *> m_optional; //!< the first one is left out first
    std::optional<Arrangement> m_arrangement;
    QWidget *m_sweepRow;
    QLabel *m_sweepCounts; //!< in place of m_counts, which has less room
    ThinProgressBar *m_progress;
    MutedLabel *m_pace;
    QComboBox *m_share;
};

} // namespace Vestibule
