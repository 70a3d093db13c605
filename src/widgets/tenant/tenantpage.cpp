// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/tenantpage.h"

#include "core/masking.h"
#include "core/shortened.h"
#include "inventory/sweep.h"
#include "models/displaytext.h"
#include "models/inventorytext.h"
#include "models/organizationtext.h"
#include "session/inventorybrowser.h"
#include "session/inventorytext.h"
#include "session/privacymode.h"
#include "widgets/controls/detailsplitter.h"
#include "widgets/controls/findfield.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/controls/optionallabels.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/thinprogressbar.h"
#include "widgets/tenant/changespage.h"
#include "widgets/tenant/inventorydetails.h"
#include "widgets/tenant/inventorytableview.h"
#include "widgets/tenant/overviewpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto SortProgressDelay = 300ms; //!< a shorter wait needs no progress line
constexpr auto RefreshPause = 2s; //!< between two looks at what a sweep has read
constexpr qsizetype MostRowsToRefresh = 10'000; //!< that are sorted without being asked
constexpr int PageMargin = ProgramStyle::EdgeMargin;
constexpr qsizetype MostStrategies = 12; //!< that the side list shows

const QList<InventoryColumn> &firstColumns(InventoryList list)
{
    using enum InventoryColumn;
    static const QList<InventoryColumn> links{
        OrganizationDisplayName, ConnectionName,         Strategy, IsEnabled,
        OrganizationAccessLevel, AssignMembershipOnLogin};
    static const QList<InventoryColumn> connections{ConnectionName, Strategy, Organizations,
                                                    Enabled,        Disabled, Membership};
    static const QList<InventoryColumn> organizations{
        OrganizationDisplayName, OrganizationName, Connections, Enabled, Categories, State};
    static const QList<InventoryColumn> rules{Rule, Severity, FindingCount, MutedCount};
    switch (list) {
    case InventoryList::Links:
        return links;
    case InventoryList::Connections:
        return connections;
    case InventoryList::Organizations:
        return organizations;
    case InventoryList::Rules:
    case InventoryList::Findings:
        return rules;
    }
    Q_UNREACHABLE();
}

//! Stays the same whatever else is chosen.
QString facetKey(const InventoryFacet &facet)
{
    const int value = facet.flag ? int(*facet.flag)
        : facet.category         ? int(*facet.category)
        : facet.state            ? int(*facet.state)
        : facet.finding          ? int(*facet.finding)
        : facet.connectionCount  ? *facet.connectionCount
                                 : -1;
    return u"facet/%1/%2/"_s.arg(int(facet.kind)).arg(value) + facet.word;
}

//! What is said of the rows themselves, and not of a value that they have.
bool isOfRows(const InventoryFacet &facet)
{
    return facet.kind == InventoryFacet::Kind::ToCheck
        || facet.kind == InventoryFacet::Kind::Shared;
}

bool belongsTo(InventoryFacet::Kind kind, InventoryList list)
{
    switch (kind) {
    case InventoryFacet::Kind::Shared:
        return list == InventoryList::Connections;
    case InventoryFacet::Kind::State:
    case InventoryFacet::Kind::ConnectionCount:
        return list == InventoryList::Organizations;
    case InventoryFacet::Kind::Category:
    case InventoryFacet::Kind::ToCheck:
        return true;
    case InventoryFacet::Kind::Strategy:
        return list != InventoryList::Organizations;
    case InventoryFacet::Kind::Finding:
        return list != InventoryList::Connections;
    default:
        return list == InventoryList::Links;
    }
}

} // namespace

TenantPage::TenantPage(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_bar(new InventoryBar(sources.actions, this))
    , m_banner(new MessageBanner(this))
    , m_find(new FindField(this))
    , m_connectionFilter(new QToolButton(this))
    , m_organizationFilter(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_matches(new QLabel(this))
    , m_progress(new ThinProgressBar(this))
    , m_splitter(new DetailSplitter(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_overview(new OverviewPage(this))
    , m_changes(new ChangesPage(
          {.drift = sources.drift, .privacy = sources.privacy, .compare = sources.actions.compare},
          this))
    , m_details(new InventoryDetails(sources.privacy, this))
    , m_footerRow(new QWidget(this))
    , m_footer(new QLabel(m_footerRow))
{
    setObjectName(u"tenantPage"_s);
    m_banner->setObjectName(u"inventoryBanner"_s);
    m_statePage->setObjectName(u"inventoryStatePage"_s);
    layOut();
    makeTables();
    m_refreshPause.setParent(this); // where tests find it
    m_refreshPause.setObjectName(u"refreshPause"_s);
    m_refreshPause.setSingleShot(true);
    m_refreshPause.setInterval(RefreshPause);
    connect(&m_refreshPause, &QTimer::timeout, this, &TenantPage::updateNewRows);
    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(SortProgressDelay);
    connect(m_find, &FindField::findRequested, this, [this](const QString &text) {
        InventoryFilter filter = listing().query().filter;
        filter.findText = text;
        listing().setFilter(filter);
    });
    connect(m_find, &FindField::left, this, &TenantPage::focusContent);
    connect(&m_progressDelay, &QTimer::timeout, m_progress, &QWidget::show);
    connect(m_connectionFilter, &QToolButton::clicked, this, [this] {
        InventoryFilter filter = listing().query().filter;
        filter.connection.clear();
        listing().setFilter(filter);
        focusContent(); // the button goes with the filter
    });
    connect(m_organizationFilter, &QToolButton::clicked, this, [this] {
        InventoryFilter filter = listing().query().filter;
        filter.organization.clear();
        listing().setFilter(filter);
        focusContent();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_find->dropTyped();
        listing().setFilter({});
        focusContent();
    });
    connect(m_details, &InventoryDetails::liveRequested, this, &TenantPage::liveRequested);
    connect(m_details, &InventoryDetails::catalogueRequested, this,
            &TenantPage::catalogueRequested);
    connect(m_details, &InventoryDetails::linksRequested, this, [this](const QString &id) {
        const InventoryRow *row = table().selectedRow();
        const auto *use = row ? std::get_if<ConnectionUse>(row) : nullptr;
        const auto *link = row ? std::get_if<InventoryLink>(row) : nullptr;
        showLinksOf(id, use ? use->name : link ? link->connection.name : std::nullopt);
    });
    const auto showLinksOfOrganization = [this](const Organization &organization) {
        m_filterOrganization = organization;
        m_sources.browser.listing(InventoryList::Links)
            .setFilter({.organization = organization.id});
        Q_EMIT listRequested(InventoryList::Links);
    };
    connect(m_details, &InventoryDetails::linksOfOrganizationRequested, this,
            showLinksOfOrganization);
    connect(m_details, &InventoryDetails::ruleRequested, this, [this](FindingRule rule) {
        Q_EMIT listRequested(InventoryList::Rules);
        m_tables.value(InventoryList::Rules)->select({.rule = rule});
    });
    connect(m_details, &InventoryDetails::linkChosen, this, [this](const InventoryKey &key) {
        if (m_list == InventoryList::Links)
            table().select(key); // a filter may have left it out
    });
    connect(m_details, &InventoryDetails::findingsRequested, this, &TenantPage::showFindings);
    connect(m_details, &InventoryDetails::muteRequested, this, [this] {
        const auto finding = selectedFinding();
        if (!finding)
            return;
        QList<FindingKey> choices{*finding};
        const auto addWider = [&](const FindingKey &wider) {
            if (!choices.contains(wider))
                choices.append(wider);
        };
        if (!finding->organizationId.isEmpty() && !finding->connectionId.isEmpty()) {
            addWider({.rule = finding->rule, .connectionId = finding->connectionId});
            addWider({.rule = finding->rule, .organizationId = finding->organizationId});
        }
        addWider({.rule = finding->rule});
        Q_EMIT muteRequested(choices);
    });
    connect(m_details, &InventoryDetails::unmuteRequested, this, [this] {
        const auto finding = selectedFinding();
        if (const FindingMute *mute = finding ? muteOf(m_mutes, *finding) : nullptr)
            Q_EMIT unmuteRequested(*mute);
    });
    connect(m_bar, &InventoryBar::newRowsRequested, this, [this] {
        m_sweptAtRefresh.insert(m_list, sweepProgress());
        listing().refresh();
        focusContent(); // the button goes when its rows are there
    });
    connect(&m_sources.browser, &InventoryBrowser::inventoryChanged, this, [this] {
        m_details->setSource(m_sources.browser.source(), m_sources.browser.summary().endpoint);
        readMutes();
        if (m_view == View::List)
            listing().show();
    });
    connect(&m_sources.browser.overview(), &OverviewReader::changed, this, [this] {
        if (isOverviewShown())
            updateState();
    });
    connect(m_overview, &OverviewPage::rowsRequested, this,
            [this](InventoryList list, const InventoryFilter &filter) {
                m_sources.browser.listing(list).setFilter(filter);
                Q_EMIT listRequested(list);
            });
    connect(m_changes, &ChangesPage::facetsChanged, this, [this] {
        if (areChangesShown())
            updateFacets();
    });
    connect(m_changes, &ChangesPage::liveRequested, this, &TenantPage::liveRequested);
    connect(m_changes, &ChangesPage::linksRequested, this, showLinksOfOrganization);
    connect(&m_sources.browser, &InventoryBrowser::changed, this, &TenantPage::updateState);
    QWidget *before = m_find; // Tab leads from there to the rows, then to their details
    for (const InventoryList list : {InventoryList::Links, InventoryList::Connections,
                                     InventoryList::Organizations, InventoryList::Rules}) {
        setTabOrder(before, m_tables.value(list));
        before = m_tables.value(list);
    }
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_connectionFilter, m_organizationFilter, m_clear}) {
        setTabOrder(before, each);
        before = each;
    }
    setTabOrder(before, m_details);
    showList(m_list);
}

TenantPage::~TenantPage() = default;

void TenantPage::layOut()
{
    m_find->setObjectName(u"inventoryFindField"_s);
    m_connectionFilter->setObjectName(u"connectionFilterButton"_s);
    m_organizationFilter->setObjectName(u"organizationFilterButton"_s);
    m_clear->setObjectName(u"clearFilterButton"_s);
    m_clear->setText(tr("Show all"));
    for (QToolButton *button : {m_connectionFilter, m_organizationFilter, m_clear}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(symbolIcon(u"close"_s));
    }
    m_clear->setIcon(symbolIcon(u"filter"_s));
    QSizePolicy keepsRoom = m_clear->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true); // so that the filters beside it do not jump
    m_clear->setSizePolicy(keepsRoom);
    m_matches->setObjectName(u"inventoryMatches"_s);
    m_footer->setObjectName(u"inventoryFooter"_s);
    m_matches->setTextFormat(Qt::PlainText);
    m_matches->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_footer->setTextFormat(Qt::PlainText);
    m_bar->setFindField(*m_find);
    // The filters stand where they move nothing when they come and go.
    auto *footer = new QHBoxLayout(m_footerRow);
    footer->setContentsMargins(PageMargin, 4, PageMargin, 4);
    footer->setSpacing(8);
    footer->addWidget(m_footer);
    footer->addStretch();
    footer->addWidget(m_connectionFilter);
    footer->addWidget(m_organizationFilter);
    footer->addWidget(m_clear); // its place is seen only while it is there
    footer->addWidget(m_matches);
    m_footerRow->setMinimumHeight(m_clear->sizeHint().height() + 8);
    new OptionalLabels(*m_footerRow, {m_footer});

    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Sorting"));
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true); // so that the table does not jump
    m_progress->setSizePolicy(keepsPlace);
    m_progress->hide();

    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_changes);
    m_splitter->setObjectName(u"tenantSplitter"_s);
    m_splitter->setPanes(*m_stack, *m_footerRow, *m_details);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
}

void TenantPage::makeTables()
{
    for (const InventoryList list : {InventoryList::Links, InventoryList::Connections,
                                     InventoryList::Organizations, InventoryList::Rules}) {
        InventoryListing &listed = m_sources.browser.listing(list);
        auto *table = new InventoryTableView(listed, firstColumns(list), m_stack);
        m_tables.insert(list, table);
        m_stack->addWidget(table);
        connect(table, &InventoryTableView::rowSelected, this, [this, list] {
            if (list == m_list)
                showSelection();
        });
        connect(table, &InventoryTableView::rowOpened, this, &TenantPage::openRow);
        connect(&listed, &InventoryListing::changed, this, [this, list] {
            if (list == m_list)
                updateState();
        });
    }
}

InventoryListing &TenantPage::listing()
{
    return m_sources.browser.listing(m_list);
}

InventoryTableView &TenantPage::table()
{
    return *m_tables.value(m_list);
}

void TenantPage::showList(InventoryList list)
{
    m_list = list;
    m_view = View::List;
    m_isFocusAwaited = false;
    m_sources.browser.overview().hide();
    m_find->dropTyped();
    listing().show();
    updateState();
    showSelection();
}

void TenantPage::showOverview()
{
    m_view = View::Overview;
    m_find->dropTyped();
    m_sources.browser.overview().show();
    updateState();
}

void TenantPage::showChanges()
{
    m_view = View::Changes;
    m_isFocusAwaited = false;
    m_find->dropTyped();
    m_sources.browser.overview().hide();
    updateState();
}

void TenantPage::setNotice(const std::optional<StatePage::Content> &notice)
{
    m_notice = notice;
    updateState();
}

void TenantPage::setTenant(const QString &name)
{
    m_tenant = name;
    updateState();
}

void TenantPage::showSweep(const Sweep *sweep)
{
    m_sweepSummary = sweep ? std::optional(sweep->summary()) : std::nullopt;
    // The buttons of a sweep come and go with it.
    const QPointer<QWidget> focus = window()->focusWidget();
    const bool wasInBar = focus && m_bar->isAncestorOf(focus) && focus->isVisible();
    m_bar->showSweep(sweep);
    if (wasInBar && !focus->isVisible())
        focusContent();
    if (isOverviewShown() && m_sources.browser.isOpen())
        updateOverview(); // which says what was read so far
    updateFooter();
    updateNewRows();
}

//! Rows that come while a sorted list is shown do not move it: the bar offers them. At the start of
//! a short list there is nothing to lose, so it takes them by itself now and then.
void TenantPage::updateNewRows()
{
    if (m_view != View::List) // the overview follows by itself
        return m_bar->showNewRows(0);
    if (m_list == InventoryList::Rules)
        return updateNewFindings();
    const qsizetype swept = m_sweepSummary ? rowsOf(m_list, *m_sweepSummary) : 0;
    const qsizetype shown = listing().model().view().rows;
    const bool isFiltered = !listing().query().filter.isEmpty();
    const qsizetype rows = isFiltered || !listing().shownQuery() ? 0 : swept - shown;
    m_bar->showNewRows(std::max(rows, qsizetype(0)));
    const qsizetype links = m_sweepSummary ? m_sweepSummary->links : 0;
    const bool isNewer = m_sweepSummary && sweepProgress() != m_sweptAtRefresh.value(m_list);
    // Links that are read change the numbers and the findings of rows that are there already.
    const bool hasNewValues =
        isNewer && m_list != InventoryList::Links && links <= MostRowsToRefresh;
    // Only reading the list again tells how many of the new rows match a filter.
    const bool mayHaveMore = isFiltered ? isNewer : rows > 0 || hasNewValues;
    const bool isCheap = (isFiltered ? swept : shown) <= MostRowsToRefresh;
    if (mayHaveMore && isCheap && !m_refreshPause.isActive() && table().isAtStart()
        && !listing().isSorting()) {
        m_refreshPause.start();
        m_sweptAtRefresh.insert(m_list, sweepProgress());
        listing().refresh();
    }
}

std::optional<StatePage::Content> TenantPage::closedNotice()
{
    const InventoryBrowser &browser = m_sources.browser;
    if (browser.state() == InventoryBrowser::State::Opening)
        return StatePage::Content{.iconName = u"wait"_s,
                                  .text = tr("Checking the inventory…"),
                                  .actionText = tr("Cancel"),
                                  .action = [this] { m_sources.browser.cancel(); }};
    if (browser.isOpen())
        return {};
    if (m_notice)
        return *m_notice;
    return StatePage::Content{.iconName = u"empty"_s, .text = tr("No inventory is open.")};
}

//! Another number than before, where the running sweep may have changed what the list shows.
qsizetype TenantPage::sweepProgress() const
{
    if (!m_sweepSummary)
        return 0;
    if (m_list == InventoryList::Rules)
        return m_sweepSummary->links; // what the rules look at, and the bar counts
    const SweepCounts &counts = m_sweepSummary->counts;
    return rowsOf(m_list, *m_sweepSummary) + m_sweepSummary->links + counts.listed()
        - counts.waiting;
}

//! Every link that the sweep has read may have changed the findings.
void TenantPage::updateNewFindings()
{
    const qsizetype newLinks = sweepProgress() - m_sweptAtRefresh.value(m_list);
    const bool isCheap = sweepProgress() <= MostRowsToRefresh;
    m_bar->showNewRows(isCheap ? 0 : std::max(newLinks, qsizetype(0)));
    if (isCheap && m_sweepSummary && newLinks != 0 && !m_refreshPause.isActive()
        && !listing().isSorting()) {
        m_refreshPause.start();
        m_sweptAtRefresh.insert(m_list, sweepProgress());
        listing().refresh();
    }
}

StatePage::Content TenantPage::notice()
{
    if (const auto closed = closedNotice())
        return *closed;
    if (isOverviewShown()) {
        OverviewReader &overview = m_sources.browser.overview();
        if (overview.problem())
            return {.iconName = u"error"_s,
                    .text = inventoryProblemText(*overview.problem()),
                    .actionText = tr("Retry"),
                    .action = [&overview] { overview.refresh(); }};
        return {.iconName = u"wait"_s, .text = tr("Counting…")};
    }
    if (listing().problem() && !listing().shownQuery())
        return {.iconName = u"error"_s,
                .text = inventoryProblemText(*listing().problem()),
                .actionText = tr("Retry"),
                .action = [this] { listing().refresh(); }};
    if (!listing().shownQuery())
        return {.iconName = u"wait"_s, .text = tr("Sorting…")};
    if (!listing().query().filter.isEmpty())
        return {.iconName = u"search"_s,
                .text = m_sweepSummary ? tr("Nothing read so far matches the filter.")
                                       : tr("Nothing matches the filter."),
                .actionText = tr("Show all"),
                .action = [this] { listing().setFilter({}); }};
    return {.iconName = u"empty"_s, .text = tr("Nothing has been read yet.")};
}

void TenantPage::updateState()
{
    const InventoryBrowser &browser = m_sources.browser;
    if (browser.isOpen())
        m_bar->showInventory(m_tenant, summary());
    else
        m_bar->showNoInventory();
    const bool isReading = isOverviewShown()
        ? m_sources.browser.overview().isReading() && !m_sources.browser.overview().overview()
        : m_view == View::List && listing().isSorting();
    const bool isBusy = isReading || browser.state() == InventoryBrowser::State::Opening;
    if (!isBusy) {
        m_progressDelay.stop();
        m_progress->hide();
    } else if (!m_progress->isVisible() && !m_progressDelay.isActive()) {
        m_progressDelay.start();
    }
    showProblem();
    switch (m_view) {
    case View::List:
        updateContent();
        break;
    case View::Overview:
        updateOverview();
        break;
    case View::Changes:
        updateChanges();
        break;
    }
    updateNewRows();
    updateFacets();
}

//! The overview has the whole place: there is nothing to find, to select or to filter.
void TenantPage::updateOverview()
{
    hideListParts();
    const auto &overview = m_sources.browser.overview().overview();
    if (m_sources.browser.isOpen() && overview) {
        m_overview->showOverview(*overview, summary());
        showInStack(m_overview);
    } else {
        m_statePage->setContent(notice());
        showInStack(m_statePage);
    }
}

//! The changes have their own details, and fields to find and to group.
void TenantPage::updateChanges()
{
    hideListParts();
    if (m_sources.browser.isOpen()) {
        showInStack(m_changes);
    } else {
        m_statePage->setContent(notice());
        showInStack(m_statePage);
    }
}

void TenantPage::hideListParts()
{
    for (QWidget *each : std::initializer_list<QWidget *>{m_find, m_details, m_footerRow})
        each->hide();
}

//! Keeps the keyboard's focus when another page of the stack follows.
void TenantPage::showInStack(QWidget *page)
{
    QWidget *before = m_stack->currentWidget();
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && (focus == before || before->isAncestorOf(focus));
    m_stack->setCurrentWidget(page);
    if (hadFocus && page != before)
        focusPage();
    takeAwaitedFocus();
}

void TenantPage::focusPage()
{
    QWidget *page = m_stack->currentWidget();
    if (page == m_overview)
        m_overview->focusFirst();
    else if (page == m_changes)
        m_changes->focusContent();
    else
        page->setFocus(); // the state page gives it to its button
}

//! A page that only says what is missing has the focus until the rows are there.
void TenantPage::takeAwaitedFocus()
{
    if (!m_isFocusAwaited || !isVisible())
        return;
    const QWidget *focus = window()->focusWidget();
    const bool isElsewhere = focus && focus->isVisible() && focus != m_focusBefore
        && focus != m_stack->currentWidget() && !m_stack->isAncestorOf(focus);
    if (!isElsewhere)
        focusPage();
    m_focusBefore.clear(); // a user who returns to it keeps the focus there
    if (isElsewhere || m_stack->currentWidget() != m_statePage)
        m_isFocusAwaited = false;
}

void TenantPage::updateContent()
{
    const bool hasRows = m_sources.browser.isOpen() && listing().model().rowCount() > 0;
    const bool isFiltered = !listing().query().filter.isEmpty();
    // While rows are looked for, it stays: somebody is typing in it.
    const bool isLooking = m_find->isVisible() && listing().isSorting();
    m_find->setVisible(m_sources.browser.isOpen() && (hasRows || isFiltered || isLooking)
                       && m_list != InventoryList::Rules);
    // A filter that finds nothing moves nothing.
    m_details->setSelectable(hasRows);
    m_details->setVisible(m_areDetailsShown && (hasRows || isFiltered));
    m_footerRow->setVisible(hasRows || isFiltered);
    if (hasRows) {
        showInStack(&table());
    } else {
        m_statePage->setContent(notice());
        showInStack(m_statePage);
    }
    updateFilter();
    updateFooter();
}

//! What went wrong with the file or the list. The banner may also say something of the sweep.
void TenantPage::showProblem()
{
    const InventoryBrowser &browser = m_sources.browser;
    std::optional<InventoryProblem> problem;
    if (browser.state() == InventoryBrowser::State::Failed)
        problem = browser.problem();
    else if (isOverviewShown() && m_sources.browser.overview().overview())
        problem = m_sources.browser.overview().problem();
    else if (m_view == View::List && listing().shownQuery())
        problem = listing().problem();
    if (problem == m_shownProblem)
        return;
    m_shownProblem = problem;
    if (problem)
        m_banner->showMessage(
            {.severity = MessageBanner::Severity::Error, .text = inventoryProblemText(*problem)});
    else
        m_banner->hide();
}

void TenantPage::updateFilter()
{
    const InventoryFilter &filter = listing().query().filter;
    m_find->showText(filter.findText);
    const auto show = [](QToolButton *button, const QString &text, const QString &value) {
        button->setVisible(!value.isEmpty());
        constexpr qsizetype LongestName = 30; // so that the window can be as narrow as before
        button->setText(literalLabel(text.arg(displaySafe(shortened(value, LongestName)))));
        QStringList lines{tr("Remove this filter")};
        if (value.size() > LongestName)
            lines.prepend(value);
        button->setToolTip(literalToolTip(lines));
    };
    const bool hasName = filter.connection == m_filterConnection.id && m_filterConnection.name
        && !m_filterConnection.name->isEmpty();
    const bool isMasked = m_sources.privacy.isOn(); // then a name is "Connection 3", as in the rows
    show(m_connectionFilter, hasName && isMasked ? u"%1"_s : tr("Connection %1"),
         !hasName       ? m_sources.privacy.id(filter.connection)
             : isMasked ? maskedConnectionName(*m_filterConnection.name, filter.connection)
                        : *m_filterConnection.name);
    const Organization organization = filter.organization == m_filterOrganization.id
        ? m_filterOrganization
        : Organization{.id = filter.organization};
    show(m_organizationFilter, isMasked ? u"%1"_s : tr("Organization %1"),
         filter.organization.isEmpty()
             ? QString()
             : organizationTitle(m_sources.privacy.organization(organization)));
    // Without rows, the page in their place has this button.
    m_clear->setVisible(!filter.isEmpty() && listing().model().rowCount() > 0);
}

void TenantPage::updateFooter()
{
    const qsizetype shown = listing().model().view().rows;
    const bool isFiltered = listing().shownQuery() && !listing().shownQuery()->filter.isEmpty();
    if (m_list == InventoryList::Rules) {
        m_matches->clear();
        return m_footer->setText(countsText(summary().counts));
    }
    const auto number = [](qsizetype rows) { return QLocale().toString(qlonglong(rows)); };
    const qsizetype total = std::max(rowsOf(m_list, summary()), shown);
    const QString all = rowsText(m_list, total);
    const auto matches = [&](qsizetype rows) {
        return tr("%1 of %2 shown", "rows that match, all rows").arg(number(rows), number(total));
    };
    m_matches->setText(isFiltered ? matches(shown) : QString());
    // The button beside it stays where it is while Find leaves fewer and fewer rows.
    m_matches->setMinimumWidth(
        isFiltered ? m_matches->fontMetrics().horizontalAdvance(matches(total)) : 0);
    m_footer->setText(
        m_list == InventoryList::Organizations
            ? all
            : tr("%1 in %2", "links, organizations")
                  .arg(all, rowsText(InventoryList::Organizations, summary().counts.read)));
}

//! That of a running sweep is newer than the file's.
const InventorySummary &TenantPage::summary() const
{
    return m_sweepSummary ? *m_sweepSummary : m_sources.browser.summary();
}

void TenantPage::showSelection()
{
    m_details->showRow(m_sources.browser.isOpen() ? table().selectedRow() : nullptr);
    updateMute();
}

void TenantPage::openRow(const InventoryRow &row)
{
    if (const auto *link = std::get_if<InventoryLink>(&row))
        Q_EMIT liveRequested(link->organization);
    else if (const auto *use = std::get_if<ConnectionUse>(&row))
        showLinksOf(use->id, use->name);
    else if (const auto *count = std::get_if<FindingCount>(&row))
        showFindings(count->rule, count->count == 0);
    else
        Q_EMIT liveRequested(std::get<InventoryOrganization>(row).organization);
}

void TenantPage::showLinksOf(const QString &connection, const std::optional<QString> &name)
{
    m_filterConnection = {.id = connection, .name = name};
    m_sources.browser.listing(InventoryList::Links).setFilter({.connection = connection});
    Q_EMIT listRequested(InventoryList::Links);
}

void TenantPage::showFindings(FindingRule rule, bool withMuted)
{
    const FindingSubject subject = findingRule(rule).subject;
    if (subject == FindingSubject::Connection)
        return; // in no list: the details have them
    const InventoryList list = subject == FindingSubject::Organization
        ? InventoryList::Organizations
        : InventoryList::Links;
    m_sources.browser.listing(list).setFilter({.finding = rule, .withMuted = withMuted});
    Q_EMIT listRequested(list);
}

void TenantPage::readMutes()
{
    m_mutes.clear();
    const InventorySourcePtr &source = m_sources.browser.source();
    m_readingMutes.reset();
    if (!source)
        return;
    m_readingMutes = source->mutes();
    connect(m_readingMutes.get(), &ReplyBase::finished, this, [this] {
        const auto reading = std::move(m_readingMutes);
        if (reading->result())
            m_mutes = *reading->result();
        updateMute();
    });
}

std::optional<FindingKey> TenantPage::selectedFinding()
{
    const InventoryRow *row = m_sources.browser.isOpen() ? table().selectedRow() : nullptr;
    if (!row)
        return {};
    if (const auto *count = std::get_if<FindingCount>(row))
        return FindingKey{.rule = count->rule};
    const auto &query = listing().shownQuery();
    if (!query || !query->filter.finding)
        return {};
    const FindingRule rule = *query->filter.finding;
    const InventoryKey key = keyOf(*row);
    if (findingRule(rule).subject == FindingSubject::Organization)
        return FindingKey{.rule = rule, .organizationId = key.organizationId};
    return FindingKey{
        .rule = rule, .organizationId = key.organizationId, .connectionId = key.connectionId};
}

void TenantPage::updateMute()
{
    const auto finding = selectedFinding();
    const FindingMute *mute = finding ? muteOf(m_mutes, *finding) : nullptr;
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && m_details->isAncestorOf(focus) && focus->isVisibleTo(m_details);
    m_details->showFinding(finding ? std::optional(finding->rule) : std::nullopt, mute);
    // The button that has done its work leaves the keyboard to the rows.
    if (hadFocus && !focus->isVisibleTo(m_details))
        focusContent();
}

//! Keeps the facets of the rows that were there before until those of the new ones are counted, so
//! that the keyboard stays on the one that was chosen.
void TenantPage::updateFacets()
{
    if (m_view != View::List) {
        m_facetsList.reset();
        m_facetEntries = areChangesShown() && m_sources.browser.isOpen() ? m_changes->facetEntries()
                                                                         : QList<SideList::Entry>();
        return void(Q_EMIT facetsChanged());
    }
    const bool isUnderWay = listing().isSorting() || listing().isCounting();
    if (isUnderWay && m_facetsList == m_list)
        return;
    m_facetsList = m_list;
    m_facetEntries = makeFacetEntries();
    Q_EMIT facetsChanged();
}

QList<SideList::Entry> TenantPage::makeFacetEntries() const
{
    const InventoryListing &listed = m_sources.browser.listing(m_list);
    QList<InventoryFacet> facets = listed.facets();
    std::ranges::stable_sort(facets, {}, [](const InventoryFacet &facet) { // first of all: to check
        return facet.kind == InventoryFacet::Kind::ToCheck ? 0 : isOfRows(facet) ? 1 : 2;
    });
    const auto hasChosen = [&facets](InventoryFacet::Kind kind) {
        return std::ranges::any_of(facets, [kind](const InventoryFacet &facet) {
            return facet.kind == kind && facet.isChosen;
        });
    };
    qsizetype most = 1;
    QList<SideList::Entry> entries;
    std::optional<QString> heading;
    qsizetype strategies = 0;
    for (const InventoryFacet &facet : facets) {
        const bool isStrategy = facet.kind == InventoryFacet::Kind::Strategy;
        // Choosing a value that all rows have would change nothing. Beside a chosen one, all others
        // stay, so that one click leads to them.
        const bool isUseful =
            facet.rows > 0 && (facet.rows < listed.model().view().rows || hasChosen(facet.kind));
        if (!belongsTo(facet.kind, m_list) || (!isUseful && !facet.isChosen)
            || (isStrategy && ++strategies > MostStrategies && !facet.isChosen))
            continue;
        const QString title = isOfRows(facet) ? listTitle(m_list) : facetTitle(facet.kind);
        if (heading != title) {
            heading = title;
            entries.append({.text = *heading});
        }
        entries.append({.key = facetKey(facet),
                        .text = facetTextBelowTitle(facet),
                        .count = facet.rows,
                        .isChosen = facet.isChosen,
                        .wholeText = facetText(facet)});
        most = std::max(most, facet.rows);
    }
    for (SideList::Entry &entry : entries) {
        if (entry.count)
            entry.share = double(*entry.count) / double(most);
    }
    return entries;
}

void TenantPage::chooseFacet(const QString &key)
{
    if (areChangesShown())
        return m_changes->chooseFacet(key);
    const QList<InventoryFacet> &facets = listing().facets();
    const auto facet = std::ranges::find(facets, key, facetKey);
    if (facet != facets.end())
        listing().setFilter(facet->chosen);
}

void TenantPage::setCatalogueOffered(bool isOffered)
{
    m_details->setCatalogueOffered(isOffered);
}

void TenantPage::setDetailsShown(bool isShown)
{
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && m_details->isAncestorOf(focus) && m_details->isVisible();
    m_areDetailsShown = isShown;
    m_changes->setDetailsShown(isShown);
    updateState();
    if (hadFocus && !isShown)
        focusContent();
}

void TenantPage::copyRows()
{
    if (areChangesShown())
        m_changes->copyRows();
    else
        table().copySelection();
}

void TenantPage::copyCell()
{
    if (areChangesShown())
        m_changes->copyCell();
    else
        table().copyCell();
}

void TenantPage::focusFind()
{
    if (areChangesShown())
        return m_changes->focusFind();
    m_find->focusForFinding();
}

void TenantPage::focusContent()
{
    m_isFocusAwaited = true;
    m_focusBefore = window()->focusWidget();
    takeAwaitedFocus();
}

void TenantPage::updatePrivacy()
{
    for (InventoryTableView *each : std::as_const(m_tables))
        each->listing().model().setMasked(m_sources.privacy.isOn());
    m_details->updatePrivacy();
    m_changes->updatePrivacy();
    updateMute();
    updateState();
}

} // namespace Vestibule
