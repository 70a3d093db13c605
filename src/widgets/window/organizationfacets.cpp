// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/organizationfacets.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontablemodel.h"
#include "session/connectionbrowser.h"
#include "widgets/window/windowactions.h"

#include <QAction>
#include <QSet>

#include <algorithm>
#include <optional>

namespace Vestibule {

OrganizationFacets::OrganizationFacets(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
    connect(&sources.browser, &ConnectionBrowser::stateChanged, this,
            [this](ConnectionBrowser::State state) {
                if (state != ConnectionBrowser::State::Loaded) // those rows were counted already
                    update();
            });
    connect(&sources.rows, &QAbstractItemModel::modelReset, this, &OrganizationFacets::update);
    connect(&sources.rows, &ConnectionFilterModel::findChanged, this, &OrganizationFacets::update);
}

void OrganizationFacets::choose(const QString &key)
{
    const WindowActions &actions = m_sources.actions;
    if (key == enabledFacetKey(true) || key == enabledFacetKey(false)) {
        QAction *filter = key == enabledFacetKey(true) ? actions.showEnabled : actions.showDisabled;
        return (filter->isChecked() ? actions.showAll : filter)->trigger();
    }
    ListingFilter filter = m_filter;
    filter.toggle(key);
    setFilter(filter);
}

void OrganizationFacets::clear()
{
    setFilter({});
}

void OrganizationFacets::setFilter(const ListingFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_sources.rows.setListingFilter(filter);
    update();
    Q_EMIT filterChanged();
}

void OrganizationFacets::update()
{
    ConnectionBrowser &browser = m_sources.browser;
    const auto &page = browser.page();
    QList<SideList::Entry> entries;
    if (page && browser.source() && (browser.model()->rowCount() > 0 || page->request.isEnabled)) {
        const QList<OrganizationConnection> &rows = browser.model()->connections();
        // A search through all pages brings more rows than a page has.
        const bool isPart = !page->isWholeListing() && rows.size() <= page->items.size();
        std::optional<QString> heading;
        qsizetype most = 1;
        // The table has just looked all rows through, unless a filter hides rows that are found.
        const bool isKnown = m_sources.rows.isFiltering() && m_filter.isEmpty();
        QSet<const OrganizationConnection *> known;
        for (int row = 0; isKnown && row < m_sources.rows.rowCount(); ++row)
            known.insert(&rows.at(m_sources.rows.mapToSource(m_sources.rows.index(row, 0)).row()));
        const auto isFound = [&](const OrganizationConnection &row) {
            return isKnown ? known.contains(&row) : m_sources.rows.isFound(row);
        };
        for (const ListingFacet &facet : listingFacets(rows, m_filter, page->request.isEnabled,
                                                       browser.source()->endpoint(), isFound)) {
            const QString title = listingFacetTitle(facet.kind, isPart);
            if (heading != title) {
                heading = title;
                entries.append({.text = title});
            }
            entries.append({.key = facet.key,
                            .text = facet.text,
                            .count = facet.rows,
                            .isChosen = facet.isChosen});
            most = std::max(most, facet.rows.value_or(0));
        }
        for (SideList::Entry &entry : entries) {
            if (entry.count)
                entry.share = double(*entry.count) / double(most);
        }
    }
    if (entries == m_entries)
        return;
    m_entries = entries;
    Q_EMIT changed();
}

} // namespace Vestibule
