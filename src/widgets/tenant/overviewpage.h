// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventoryoverview.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace Vestibule {

class BarChart;
class MutedLabel;
class NumberTile;

//! The place Overview: what the inventory covers, its numbers, and charts. Each number leads to the
//! list that shows its rows.
class OverviewPage final : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);
    ~OverviewPage() override;

    //! The summary may be newer than the overview while a sweep runs.
    void showOverview(const InventoryOverview &overview, const InventorySummary &summary);
    //! The first number takes the keyboard.
    void focusFirst();

Q_SIGNALS:
    void rowsRequested(Vestibule::InventoryList list, const Vestibule::InventoryFilter &filter);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCoverage(const InventorySummary &summary);
    void showTiles();
    void showCharts();
    void layOutCharts();

    InventoryOverview m_overview;
    QScrollArea *m_area;
    QLabel *m_coverage;
    MutedLabel *m_notes;
    QHBoxLayout *m_tileRow;
    QList<NumberTile *> m_tiles;
    QHBoxLayout *m_columnRow;
    QList<QVBoxLayout *> m_columns;
    QList<BarChart *> m_charts;
    int m_columnCount = 0;
    qsizetype m_laidOut = 0; //!< charts that are in columns
};

} // namespace Vestibule
