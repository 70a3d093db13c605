// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/overviewpage.h"

#include "models/inventorytext.h"
#include "session/inventorytext.h"
#include "widgets/controls/barchart.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/programstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int OverviewMargin = ProgramStyle::EdgeMargin;
constexpr int OverviewGap = 24; // between tiles, and between the texts of charts
constexpr int BarPadding = FigureButton::Padding; // beyond the texts of a chart, at both sides
constexpr int ChartGap = 20;
constexpr int LeastColumn = 360; // in pixels, for text of 9 points
constexpr int MostColumns = 3;

//! A tile, and the rows that it leads to.
struct Figure {
    InventoryList list;
    InventoryFilter filter;
    qsizetype rows;
    QString caption;
};

std::array<Figure, 4> figuresOf(const InventoryOverview &overview)
{
    return {Figure{InventoryList::Organizations,
                   {},
                   overview.organizations,
                   listTitle(InventoryList::Organizations)},
            Figure{InventoryList::Connections,
                   {},
                   overview.connections,
                   listTitle(InventoryList::Connections)},
            Figure{InventoryList::Connections,
                   {.isShared = true},
                   overview.sharedConnections,
                   sharedConnectionsTitle()},
            Figure{InventoryList::Links, {}, overview.links, listTitle(InventoryList::Links)}};
}

} // namespace

OverviewPage::OverviewPage(QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_coverage(new QLabel(this))
    , m_notes(new MutedLabel(this))
    , m_tileRow(new QHBoxLayout)
    , m_columnRow(new QHBoxLayout)
{
    setObjectName(u"overviewPage"_s);
    m_area->setObjectName(u"overviewArea"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_coverage->setObjectName(u"overviewCoverage"_s);
    m_notes->setObjectName(u"overviewNotes"_s);
    for (QLabel *label : std::initializer_list<QLabel *>{m_coverage, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(BarPadding, 0, BarPadding, 0);
    }
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    // The texts of the charts stand where the tiles do.
    constexpr int Side = OverviewMargin - BarPadding;
    rows->setContentsMargins(Side, OverviewMargin, Side, OverviewMargin);
    rows->setSpacing(OverviewMargin);
    rows->addWidget(m_coverage);
    rows->addWidget(m_notes);
    rows->addLayout(m_tileRow);
    rows->addLayout(m_columnRow);
    rows->addStretch();
    m_tileRow->setContentsMargins(BarPadding, 0, BarPadding, 0);
    m_tileRow->setSpacing(OverviewGap);
    m_columnRow->setSpacing(OverviewGap - 2 * BarPadding);
    m_area->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area);
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::showOverview(const InventoryOverview &overview, const InventorySummary &summary)
{
    showCoverage(summary);
    if (overview == m_overview && !m_tiles.isEmpty())
        return;
    m_overview = overview;
    showTiles();
    showCharts();
    layOutCharts();
}

void OverviewPage::focusFirst()
{
    if (!m_tiles.isEmpty())
        m_tiles.constFirst()->setFocus(Qt::TabFocusReason);
}

void OverviewPage::showCoverage(const InventorySummary &summary)
{
    m_coverage->setText(coverageText(summary));
    const QStringList notes = coverageNotes(summary);
    m_notes->setText(notes.join(u' '));
    m_notes->setVisible(!notes.isEmpty());
}

void OverviewPage::showTiles()
{
    const auto figures = figuresOf(m_overview);
    while (m_tiles.size() < qsizetype(figures.size())) {
        auto *tile = new NumberTile(this);
        const auto number = std::size_t(m_tiles.size());
        connect(tile, &QAbstractButton::clicked, this, [this, number] {
            const Figure figure = figuresOf(m_overview).at(number);
            Q_EMIT rowsRequested(figure.list, figure.filter);
        });
        m_tileRow->addWidget(tile, 1);
        m_tiles.append(tile);
    }
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const QString number = QLocale().toString(qlonglong(figures.at(i).rows));
        m_tiles.at(qsizetype(i))
            ->setNumber(number, figures.at(i).caption, spokenFigure(figures.at(i).caption, number));
    }
}

void OverviewPage::showCharts()
{
    while (m_charts.size() > m_overview.charts.size()) {
        delete m_charts.takeLast();
        m_laidOut = 0;
    }
    while (m_charts.size() < m_overview.charts.size()) {
        auto *chart = new BarChart(this);
        const qsizetype number = m_charts.size();
        connect(chart, &BarChart::chosen, this, [this, number](int bar) {
            const OverviewChart &shown = m_overview.charts.at(number);
            const InventoryFilter filter = shown.bars.at(bar).chosen; // the overview may change
            Q_EMIT rowsRequested(shown.list, filter);
        });
        m_charts.append(chart);
    }
    for (qsizetype i = 0; i < m_charts.size(); ++i) {
        const OverviewChart &chart = m_overview.charts.at(i);
        const QString title = chartTitle(chart);
        qsizetype most = 1;
        for (const InventoryFacet &bar : chart.bars)
            most = std::max(most, bar.rows);
        QList<BarButton::Bar> bars;
        for (const InventoryFacet &bar : chart.bars) {
            bars.append({.label = facetText(bar),
                         .number = QLocale().toString(qlonglong(bar.rows)),
                         .spoken = spokenFigure(facetText(bar), rowsText(chart.list, bar.rows)),
                         .share = double(bar.rows) / double(most),
                         .leadsToRows = bar.rows > 0});
        }
        m_charts.at(i)->setContent(title, bars, leftOutText(chart));
    }
    QSize widths;
    for (const BarChart *chart : std::as_const(m_charts))
        widths = widths.expandedTo(chart->textWidths());
    for (BarChart *chart : std::as_const(m_charts))
        chart->setLeastTextWidths(widths);
}

//! Each chart goes to the column that ends highest.
void OverviewPage::layOutCharts()
{
    const int room = width() - 2 * OverviewMargin;
    const int columns = std::clamp(room / scaledToFont({LeastColumn, 1}).width(), 1, MostColumns);
    if (columns == m_columnCount && m_laidOut == m_charts.size())
        return;
    m_columnCount = columns;
    m_laidOut = m_charts.size();
    for (QVBoxLayout *column : std::as_const(m_columns)) {
        while (column->count() > 0)
            delete column->takeAt(0);
        m_columnRow->removeItem(column);
        delete column;
    }
    m_columns.clear();
    QList<qsizetype> heights(columns, 0);
    for (int i = 0; i < columns; ++i) {
        auto *column = new QVBoxLayout;
        column->setSpacing(ChartGap);
        m_columnRow->addLayout(column, 1);
        m_columns.append(column);
    }
    constexpr qsizetype TitleHeight = 2; // in bars
    for (BarChart *chart : std::as_const(m_charts)) {
        const auto lowest = std::ranges::min_element(heights);
        m_columns.at(lowest - heights.begin())->addWidget(chart);
        *lowest += chart->bars().size() + TitleHeight;
        chart->show();
    }
    for (QVBoxLayout *column : std::as_const(m_columns))
        column->addStretch();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutCharts();
}

} // namespace Vestibule
