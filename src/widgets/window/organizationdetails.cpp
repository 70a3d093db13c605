// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/organizationdetails.h"

#include "core/listingoverview.h"
#include "core/loginprompt.h"
#include "models/connectionfiltermodel.h"
#include "models/listingoverviewtext.h"
#include "session/tenantsession.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/table/tablepane.h"
#include "widgets/window/organizationfacets.h"
#include "widgets/window/windowactions.h"

#include <QAction>
#include <QItemSelectionModel>

#include <optional>

namespace Vestibule {

OrganizationDetails::OrganizationDetails(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
    ConnectionDetailPane *pane = &sources.pane;
    connect(pane, &ConnectionDetailPane::connectionChosen, this,
            [this](const QString &id) { select({id}); });
    connect(pane, &ConnectionDetailPane::enabledRequested, this,
            &OrganizationDetails::filterEnabled);
    connect(pane, &ConnectionDetailPane::rowsRequested, this, [this](const QStringList &ids) {
        select(ids);
        m_sources.table.table().setFocus(); // the bar is not there any more
    });
    const QAbstractItemModel *rows = &sources.table.table().filterModel();
    const auto takeRows = [this] {
        if (!m_sources.table.table().selectionModel()->hasSelection())
            updateRows(); // otherwise a change of the selection follows
    };
    connect(rows, &QAbstractItemModel::layoutChanged, this, takeRows);
    connect(rows, &QAbstractItemModel::modelReset, this, takeRows);
}

void OrganizationDetails::updatePage()
{
    showLoginPrompt();
    showListing();
}

void OrganizationDetails::updateSelection()
{
    m_sources.pane.showConnections(m_sources.table.table().selectedConnections());
    m_sources.actions.copyId->setEnabled(!m_sources.pane.shownId().isEmpty());
    updateRows();
}

//! Where Find or a filter leaves no row, nothing can be selected, and the numbers of the page would
//! contradict what is on screen.
void OrganizationDetails::updateRows()
{
    if (m_hasRows != (m_sources.table.table().filterModel().rowCount() > 0))
        showListing();
}

void OrganizationDetails::updatePrivacy()
{
    m_sources.pane.setMasked(m_sources.session.privacy().isOn());
}

void OrganizationDetails::showOverview()
{
    m_sources.actions.detailPane->setChecked(true);
    m_sources.pane.showSummary();
    m_sources.table.table().keepUnselected();
}

bool OrganizationDetails::isSavedPart() const
{
    const SavedViewPtr view = savedViewOf(m_sources.session.subject());
    return view && view->isPart();
}

void OrganizationDetails::showLoginPrompt()
{
    TenantSession &session = m_sources.session;
    const auto &page = session.browser().page();
    std::optional<LoginPrompt> prompt;
    if (page && isSavedPart())
        prompt = loginPrompt({.connections = page->items,
                              .isEnabled = page->request.isEnabled,
                              .endpoint = session.endpoint()});
    else if (page)
        prompt = loginPrompt(*page, session.endpoint());
    const PageRequest request = page ? page->request : session.browser().request();
    const Organization organization = session.directory().organization(request.organizationId);
    m_sources.pane.showLoginPrompt(prompt, session.privacy().organization(organization));
}

//! The same, in numbers.
void OrganizationDetails::showListing()
{
    TenantSession &session = m_sources.session;
    const auto &page = session.browser().page();
    m_hasRows = m_sources.table.table().filterModel().rowCount() > 0;
    if (!page || !m_hasRows)
        return m_sources.pane.showListing({});
    const OverviewExtent extent{.rows = page->items.size(),
                                .total = page->total,
                                .isWhole = page->isWholeListing(),
                                .isSavedPart = isSavedPart()};
    m_sources.pane.showListing(
        ListingOverviewView::Listing{.overview = listingOverview(page->items, session.endpoint()),
                                     .caption = overviewCaption(extent),
                                     .isEnabled = page->request.isEnabled,
                                     .canFilter = session.filterProblem().isEmpty()});
}

//! As the side list does: choosing a filter that is set takes it back.
void OrganizationDetails::filterEnabled(bool isEnabled)
{
    const WindowActions &actions = m_sources.actions;
    const bool isSet = m_sources.session.browser().request().isEnabled == isEnabled;
    QAction *filter = isSet ? actions.showAll
        : isEnabled         ? actions.showEnabled
                            : actions.showDisabled;
    filter->trigger();
}

//! Find and the side list may hide rows that were chosen in a drawing.
void OrganizationDetails::select(const QStringList &ids)
{
    ConnectionTableView &table = m_sources.table.table();
    if (table.selectConnections(ids))
        return;
    m_sources.table.clearFilters();
    m_sources.facets.clear();
    table.selectConnections(ids);
}

} // namespace Vestibule
