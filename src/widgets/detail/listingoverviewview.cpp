// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/listingoverviewview.h"

#include "models/connectiontext.h"
#include "models/listingoverviewtext.h"
#include "widgets/controls/barchart.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int ListingChartGap = 14;
constexpr int WidestSharedLabel = 160; // in pixels, for text of 9 points

template <typename Value>
qsizetype mostRows(const QList<RowsOfValue<Value>> &all)
{
    qsizetype most = 1;
    for (const RowsOfValue<Value> &each : all)
        most = std::max(most, each.ids.size());
    return most;
}

BarButton::Bar barOf(const QString &label, qsizetype rows, qsizetype most)
{
    return {.label = label,
            .number = QLocale().toString(qlonglong(rows)),
            .spoken = spokenRows(label, rows),
            .share = double(rows) / double(most),
            .leadsToRows = rows > 0};
}

QString labelOf(StrategyCategory category)
{
    return categoryWord(category);
}

QString labelOf(const ListedLevel &accessLevel)
{
    return overviewLabel(accessLevel);
}

template <typename Value>
void showBars(BarChart &chart, const QString &title, const QList<RowsOfValue<Value>> &all)
{
    const qsizetype most = mostRows(all);
    QList<BarButton::Bar> bars;
    for (const RowsOfValue<Value> &each : all)
        bars.append(barOf(labelOf(each.value), each.ids.size(), most));
    chart.setContent(title, bars, {});
    chart.setVisible(!bars.isEmpty());
}

} // namespace

ListingOverviewView::ListingOverviewView(QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_enabled(new BarChart(this))
    , m_categories(new BarChart(this))
    , m_accessLevels(new BarChart(this))
    , m_hints(new BarChart(this))
{
    setObjectName(u"listingOverview"_s);
    m_caption->setObjectName(u"listingOverviewCaption"_s);
    wrapPlainText(*m_caption);
    m_caption->setContentsMargins(FigureButton::Padding, 0, 0, 0);
    m_enabled->setObjectName(u"enabledChart"_s);
    m_categories->setObjectName(u"categoryChart"_s);
    m_accessLevels->setObjectName(u"accessLevelChart"_s);
    m_hints->setObjectName(u"hintChart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ListingChartGap);
    layout->addWidget(m_caption);
    for (BarChart *chart : {m_enabled, m_categories, m_accessLevels, m_hints}) {
        layout->addWidget(chart);
        connect(chart, &BarChart::chosen, this, [this, chart](int bar) { choose(chart, bar); });
    }
}

ListingOverviewView::~ListingOverviewView() = default;

void ListingOverviewView::showListing(const Listing &listing)
{
    m_listing = listing;
    m_caption->setText(listing.caption);
    showEnabled();
    showBars(*m_categories, tr("By category"), listing.overview.categories);
    showBars(*m_accessLevels, tr("By access level"), listing.overview.accessLevels);

    const auto &hints = listing.overview.hints;
    const qsizetype most = std::max(listing.overview.rows, qsizetype(1));
    QList<BarButton::Bar> bars;
    for (const auto &[hint, ids] : hints) {
        BarButton::Bar bar = barOf(overviewLabel(hint), ids.size(), most);
        bar.number = hintNumber(hint, ids.size());
        bar.spoken = spokenRows(hint, ids.size());
        bar.isLabelAbove = true;
        bars.append(bar);
    }
    m_hints->setContent(tr("Needs attention"), bars, {});
    m_hints->setVisible(!bars.isEmpty());
    alignBars();
}

//! All bars begin and end at the same place; those of hints begin below their labels. The long
//! label of a tenant's own level makes only its own chart narrow.
void ListingOverviewView::alignBars()
{
    QSize widths;
    for (const BarChart *chart : {m_enabled, m_categories, m_accessLevels})
        widths = widths.expandedTo(chart->textWidths());
    widths.setWidth(std::min(widths.width(), scaledToFont({WidestSharedLabel, 1}).width()));
    widths.setHeight(std::max(widths.height(), m_hints->textWidths().height()));
    m_hints->setLeastTextWidths({0, widths.height()});
    for (BarChart *chart : {m_enabled, m_categories, m_accessLevels})
        chart->setLeastTextWidths(widths);
}

//! A filter leaves the others out, which are not zero then, but not listed.
void ListingOverviewView::showEnabled()
{
    const auto &all = m_listing.overview.enabled;
    const qsizetype most = mostRows(all);
    QList<BarButton::Bar> bars;
    for (const auto &[choice, ids] : all) {
        const QString label = overviewLabel(choice);
        BarButton::Bar bar = barOf(label, ids.size(), most);
        const bool isLeftOut = m_listing.isEnabled && ids.isEmpty()
            && choice != (*m_listing.isEnabled ? FlagChoice::Yes : FlagChoice::No);
        if (isLeftOut) {
            bar.number = u"–"_s;
            bar.spoken = tr("%1: not listed", "connections").arg(label);
            bar.leadsToRows = m_listing.canFilter;
        }
        bars.append(bar);
    }
    const QString note = m_listing.isEnabled && m_listing.canFilter
        ? tr("Choose the same bar again to list all.")
        : QString();
    m_enabled->setContent(tr("Enabled or not"), bars, note);
    m_enabled->setVisible(!bars.isEmpty());
}

//! No value is no filter that the tenant has.
bool ListingOverviewView::isFilter(int bar) const
{
    return m_listing.canFilter && m_listing.overview.enabled.at(bar).value != FlagChoice::NotSent;
}

void ListingOverviewView::choose(const BarChart *chart, int bar)
{
    const ListingOverview &shown = m_listing.overview;
    if (chart == m_enabled && isFilter(bar))
        return void(Q_EMIT enabledRequested(shown.enabled.at(bar).value == FlagChoice::Yes));
    const QStringList ids = chart == m_enabled ? shown.enabled.at(bar).ids
        : chart == m_categories                ? shown.categories.at(bar).ids
        : chart == m_accessLevels              ? shown.accessLevels.at(bar).ids
                                               : shown.hints.at(bar).ids;
    Q_EMIT rowsRequested(ids);
}

} // namespace Vestibule
