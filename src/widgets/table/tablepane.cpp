// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/tablepane.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "models/findingtext.h"
#include "models/organizationtext.h"
#include "session/connectionbrowser.h"
#include "session/errortext.h"
#include "session/listingsearch.h"
#include "session/privacymode.h"
#include "widgets/controls/busyline.h"
#include "widgets/controls/hintlist.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/table/searchbar.h"

#include <QAbstractItemModel>
#include <QLocale>
#include <QPointer>
#include <QScopeGuard>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

// Without these times the progress line would flicker when a response comes quickly.
constexpr auto ProgressShowDelay = 300ms; //!< from the request until the line is shown
constexpr auto MinimumProgress = 300ms; //!< for which the line stays visible

} // namespace

TablePane::TablePane(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_browser(sources.browser)
    , m_progress(new BusyLine(this))
    , m_banner(new MessageBanner(this))
    , m_table(new ConnectionTableView(this))
    , m_statePage(new StatePage(this))
    , m_belowFields(new StatePage(m_table->viewport()))
    , m_stack(new QStackedLayout)
    , m_hints(new HintList(this))
    , m_search(new ListingSearch(m_browser, this))
    , m_searchBar(new SearchBar(this))
    , m_leaveSearch(new QShortcut(Qt::Key_Escape, this))
{
    m_progress->setAccessibleName(tr("Reading connections"));
    m_table->setConnectionModel(m_browser.model());
    m_belowFields->setObjectName(u"belowFieldsPage"_s);
    m_belowFields->hide();
    auto *belowFields = new QVBoxLayout(m_table->viewport());
    constexpr int FocusFrame = 4; // the table draws it around
    belowFields->setContentsMargins(FocusFrame, FocusFrame, FocusFrame, FocusFrame);
    belowFields->addWidget(m_belowFields);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_table);
    // On a small screen with large fonts, a banner needs the room more than the rows below it.
    constexpr int LeastLines = 3;
    m_table->setMinimumHeight(LeastLines * fontMetrics().lineSpacing());
    needHeightOfCurrentPage(*m_stack); // a banner over rows, or the page in their place

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(m_stack, 1);
    m_hints->setObjectName(u"listingHintList"_s);
    m_hints->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_hints);
    layout->addWidget(m_searchBar);
    m_searchBar->hide();

    m_progressDelay.setSingleShot(true);
    connect(&m_progressDelay, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_progressEnd.setRemainingTime(MinimumProgress);
    });
    m_progressEndTimer.setSingleShot(true);
    connect(&m_progressEndTimer, &QTimer::timeout, m_progress, &QWidget::hide);
    connect(&m_browser, &ConnectionBrowser::stateChanged, this, &TablePane::updateState);
    connect(&m_browser, &ConnectionBrowser::pageChanged, this, &TablePane::checkSelection);
    connect(&m_table->filterModel(), &QAbstractItemModel::modelReset, this,
            &TablePane::updateState);
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &TablePane::updateState);
    connect(m_table, &ConnectionTableView::columnFiltersChanged, this, [this] {
        if (!m_table->filterModel().isFiltering())
            m_search->end();
        updateState();
    });
    connect(m_search, &ListingSearch::changed, this, [this] {
        m_waitEnd.setRemainingTime(0);
        updateState();
    });
    connect(m_search, &ListingSearch::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                showWait(delay, cause);
            });
    connect(m_searchBar, &SearchBar::firstChosen, this, [this] {
        const auto action = m_searchContent.action; // a copy, because it brings other content
        if (action)
            action();
    });
    connect(m_searchBar, &SearchBar::secondChosen, this, &TablePane::clearFilters);
    m_leaveSearch->setContext(Qt::WidgetWithChildrenShortcut);
    m_leaveSearch->setEnabled(false);
    connect(m_leaveSearch, &QShortcut::activated, this, &TablePane::leaveSearch);
}

TablePane::~TablePane() = default;

void TablePane::setNotice(const std::optional<StatePage::Content> &notice)
{
    m_notice = notice;
    updateState();
}

void TablePane::setFailure(const std::optional<StatePage::Content> &failure)
{
    if (!failure && !m_failure)
        return;
    m_failure = failure;
    updateState();
}

void TablePane::setRemedies(const std::function<Remedy(const ApiError &)> &remedies)
{
    m_remedies = remedies;
}

bool TablePane::hasRows() const
{
    if (!m_browser.page() || m_browser.page()->items.isEmpty())
        return false;
    return m_table->filterModel().rowCount() > 0 || m_table->areColumnFiltersShown()
        || m_search->state() != ListingSearch::State::Off;
}

void TablePane::setOrganizationTitle(const QString &title)
{
    if (title == m_organizationTitle)
        return;
    m_organizationTitle = title;
    updateState();
}

void TablePane::setPartial(bool isPartial)
{
    if (isPartial == m_isPartial)
        return;
    m_isPartial = isPartial;
    updateState();
}

void TablePane::setFindText(const QString &text)
{
    m_table->filterModel().setFindText(text);
    if (!m_table->filterModel().isFiltering())
        m_search->end();
    updateState();
}

void TablePane::showSortHint(bool isShown)
{
    if (isShown == m_isSortHintShown)
        return;
    m_isSortHintShown = isShown;
    updateState();
}

void TablePane::focusContent()
{
    m_stack->currentWidget()->setFocus();
}

void TablePane::updateState()
{
    // A button below the rows that goes with what it did leaves the keyboard to the rows.
    const QPointer<QWidget> focus = window()->focusWidget();
    const auto keepFocus = qScopeGuard([this, &focus] {
        if (focus && m_searchBar->isAncestorOf(focus) && !focus->isVisibleTo(this))
            focusContent();
    });
    showState();
    const bool hasThem = hasRows();
    if (std::exchange(m_hadRows, hasThem) != hasThem)
        Q_EMIT hasRowsChanged();
}

//! Rows that Find or a filter hides did not come with the failure.
StatePage::Content TablePane::failureContent()
{
    StatePage::Content content = *m_failure;
    const auto &page = m_browser.page();
    if (!page || page->items.isEmpty() || !content.otherText.isEmpty())
        return content;
    content.text += u' '
        + tr("Find or a filter hides all rows from %1.", "a time").arg(readTimeText(page->readAt));
    content.otherText = tr("Clear");
    content.otherAction = [this] { clearFilters(); };
    return content;
}

void TablePane::showState()
{
    const auto state = m_browser.state();
    const auto &page = m_browser.page();
    showProgress(state == ConnectionBrowser::State::Loading);
    QStringList hints = page && !m_isPartial ? hintSentences(*page) : QStringList();
    hints.removeAll(findingSentence(FindingRule::NearlyFull)); // beside the count of the pager
    m_hints->setSentences(hints);
    const bool isSearching = m_search->state() != ListingSearch::State::Off;
    const bool isWaiting = isSearching && !m_waitEnd.hasExpired();
    if (isWaiting != m_countdown.isActive())
        isWaiting ? m_countdown.start() : m_countdown.stop();
    const bool hasOtherPages = page && !page->isWholeListing();
    Q_EMIT findScopeChanged(m_search->state() == ListingSearch::State::Complete
                                ? FilterBar::Scope::AllPages
                                : hasOtherPages ? FilterBar::Scope::Page
                                                : FilterBar::Scope::Listing);
    const int matches = m_table->filterModel().rowCount();
    // The fields that filter columns stay while nothing matches: the user is typing in one.
    const bool areFieldsShown =
        m_table->areColumnFiltersShown() && m_browser.model()->rowCount() > 0;
    const bool areRowsShown = page && (matches > 0 || areFieldsShown);
    const bool isFiltering = m_table->filterModel().isFiltering();
    const bool isMiss = page && !areRowsShown && isFiltering && m_browser.model()->rowCount() > 0;
    // While the browser is loading, Escape cancels that.
    m_leaveSearch->setEnabled((isSearching || isMiss)
                              && state != ConnectionBrowser::State::Loading);
    const bool hasSortHint =
        m_isSortHintShown && m_search->state() != ListingSearch::State::Complete;
    m_searchBar->setVisible(matches > 0 && areRowsShown && (isFiltering || hasSortHint));
    showBelowFields(areRowsShown && matches == 0);
    if (areRowsShown && matches == 0)
        return showInStack(m_table);
    if (areRowsShown) {
        m_searchContent = isFiltering ? searchContent(matches) : StatePage::Content();
        QStringList hidden; // an id that was pasted, whose column is not on screen
        for (const ConnectionField field : m_table->columnsFoundHidden())
            hidden.append(fieldTitle(field));
        if (!hidden.isEmpty())
            m_searchContent.text = tr("%1, found in a hidden column: %2", "matches, then columns")
                                       .arg(m_searchContent.text, hidden.join(u", "_s));
        m_searchBar->setContent(
            {.text = m_searchContent.text,
             .firstText = m_searchContent.actionText,
             .secondText = m_searchContent.otherText,
             .note = hasSortHint ? tr("Sorted within this page") : QString(),
             .isBusy = m_search->state() == ListingSearch::State::Reading && !isWaiting,
             .done = m_search->pagesRead(),
             .all = m_search->pageCount().value_or(0)});
        return showInStack(m_table);
    }

    if (m_notice)
        m_statePage->setContent(*m_notice);
    else if (m_failure && !hasRows())
        m_statePage->setContent(failureContent());
    else if (page)
        m_statePage->setContent(emptyContent(*page));
    else if (state == ConnectionBrowser::State::Failed)
        m_statePage->setContent({.iconName = u"offline"_s, .text = tr("Nothing could be read.")});
    else if (state == ConnectionBrowser::State::Cancelled)
        m_statePage->setContent({.iconName = u"cancel"_s,
                                 .text = tr("Reading was cancelled."),
                                 .actionText = tr("Read again"),
                                 .action = [this] { m_browser.retry(); }});
    else
        m_statePage->setContent({.iconName = u"wait"_s, .text = tr("Reading connections…")});
    showInStack(m_statePage);
}

void TablePane::showBelowFields(bool isShown)
{
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && m_belowFields->isAncestorOf(focus);
    if (isShown)
        m_belowFields->setContent(m_failure ? failureContent() : searchContent(0));
    m_belowFields->setVisible(isShown);
    if (hadFocus && !isShown)
        m_table->setFocus();
}

//! Keeps the keyboard focus when the stack switches pages.
void TablePane::showInStack(QWidget *page)
{
    const QWidget *focus = window()->focusWidget();
    const QWidget *before = m_stack->currentWidget();
    const bool hadFocus = focus && (before == focus || before->isAncestorOf(focus));
    m_stack->setCurrentWidget(page);
    if (hadFocus && page != before)
        page->setFocus();
}

//! Reports a lost selection only after a refresh of the same page; another page has other rows.
void TablePane::checkSelection()
{
    const auto &page = m_browser.page();
    const auto before = std::exchange(m_shown, page ? std::optional(page->request) : std::nullopt);
    if (page && before == page->request && m_table->hasLostSelection())
        Q_EMIT selectionLost();
}

void TablePane::showProgress(bool isLoading)
{
    if (!isLoading) {
        m_progressDelay.stop();
        if (m_progress->isVisible() && !m_progressEndTimer.isActive())
            m_progressEndTimer.start(std::chrono::milliseconds(m_progressEnd.remainingTime()));
        return;
    }
    m_progressEndTimer.stop();
    if (!m_progressDelay.isActive() && !m_progress->isVisible())
        m_progressDelay.start(ProgressShowDelay);
}

StatePage::Content TablePane::emptyContent(const ConnectionPage &page)
{
    if (m_browser.model()->rowCount() > 0)
        return searchContent(0);
    if (page.isBeyondEnd()) {
        const QString number = QLocale().toString(page.request.index + 1);
        if (!page.total)
            return {.iconName = u"empty"_s, .text = tr("Page %1 is empty.").arg(number)};
        return {.iconName = u"empty"_s,
                .text = tr("Page %1 is empty: there are %Ln page(s).", nullptr, *page.pageCount())
                            .arg(number),
                .actionText = tr("Last page"),
                .action = [this] { m_browser.lastPage(); }};
    }
    if (!page.request.isEnabled)
        return {.iconName = u"empty"_s,
                .text = tr("%1 has no connections.").arg(m_organizationTitle)};
    return {.iconName = u"empty"_s,
            .text = *page.request.isEnabled ? tr("No enabled connections.")
                                            : tr("No disabled connections."),
            .actionText = tr("Show all"),
            .action = [this] { Q_EMIT showAllRequested(); }};
}

StatePage::Content TablePane::searchContent(int matches)
{
    const QLocale locale;
    const QString wanted = displaySafe(m_table->filterModel().findText());
    const QString pages = locale.toString(m_search->pagesRead());
    StatePage::Content content{.iconName = u"search"_s};
    const auto offerClear = [&] {
        const bool isAlone = content.actionText.isEmpty();
        (isAlone ? content.actionText : content.otherText) = tr("Clear");
        (isAlone ? content.action : content.otherAction) = [this] { clearFilters(); };
    };
    switch (m_search->state()) {
    case ListingSearch::State::Reading:
        content.iconName = u"wait"_s;
        content.text = readingText();
        content.actionText = tr("Cancel");
        content.action = [this] { m_search->end(); };
        return content;
    case ListingSearch::State::Failed:
        content.iconName = u"error"_s;
        content.text = failureText();
        if (const auto *error = std::get_if<ApiError>(&*m_search->problem()); error && m_remedies) {
            const Remedy remedy = m_remedies(*error);
            content.actionText = remedy.text;
            content.action = remedy.action;
        }
        if (content.actionText.isEmpty()) {
            content.actionText = tr("Retry");
            content.action = [this] { m_search->start(); };
        }
        offerClear();
        return content;
    case ListingSearch::State::Complete:
        if (matches > 0)
            content.text = tr("%Ln match(es) in %1 pages", nullptr, matches).arg(pages);
        else if (wanted.isEmpty())
            content.text = tr("Nothing in these %1 pages matches the filters.").arg(pages);
        else
            content.text = tr("Nothing in these %1 pages matches “%2”.").arg(pages, wanted);
        content.actionText = tr("Back to the page");
        content.action = [this] { clearFilters(); };
        return content;
    case ListingSearch::State::Off:
        break;
    }
    const bool isPage = m_search->isPossible();
    const int rows = m_browser.model()->rowCount();
    if (matches > 0)
        content.text = (isPage ? tr("%1 of %Ln match on this page", nullptr, rows)
                               : tr("%1 of %Ln match", nullptr, rows))
                           .arg(locale.toString(matches));
    else if (wanted.isEmpty())
        content.text = isPage ? tr("Nothing on this page matches the filters.")
                              : tr("Nothing matches the filters.");
    else
        content.text =
            (isPage ? tr("Nothing on this page matches “%1”.") : tr("Nothing matches “%1”."))
                .arg(wanted);
    if (isPage) {
        if (!m_search->pageCount())
            content.text += u' '
                + tr("The tenant does not say how many pages there are: they are read one by one.");
        content.actionText = searchOffer();
        content.action = [this] { m_search->start(); };
    }
    offerClear();
    return content;
}

QString TablePane::searchOffer() const
{
    const auto pages = m_search->pageCount();
    if (!pages)
        return tr("Search all pages");
    const QString number = QLocale().toString(*pages);
    const int requests = *m_search->requestsNeeded();
    if (requests == 0)
        return tr("Search all %1 pages").arg(number);
    return tr("Search all %1 pages (%Ln request(s))", nullptr, requests).arg(number);
}

QString TablePane::readingText() const
{
    if (!m_waitEnd.hasExpired())
        return waitText(m_waitCause,
                        std::chrono::ceil<std::chrono::seconds>(
                            std::chrono::milliseconds(m_waitEnd.remainingTime())));
    const QLocale locale;
    const QString page = locale.toString(m_search->pagesRead() + 1);
    const auto pages = m_search->pageCount();
    return pages ? tr("Reading page %1 of %2…").arg(page, locale.toString(*pages))
                 : tr("Reading page %1…").arg(page);
}

QString TablePane::failureText() const
{
    const auto *error = std::get_if<ApiError>(&*m_search->problem());
    if (!error)
        return tr("The list changed while it was read, so matches may be missing.");
    const QLocale locale;
    const QString read = locale.toString(m_search->pagesRead());
    const auto pages = m_search->pageCount();
    const QString part = pages ? tr("Only %1 of %2 pages were read, so matches may be missing.")
                                     .arg(read, locale.toString(*pages))
                               : tr("Only %Ln page(s) were read, so matches may be missing.",
                                    nullptr, m_search->pagesRead());
    return part + u' ' + m_sources.privacy.failure(*error, domainOf(m_sources.subject).text());
}

void TablePane::showWait(std::chrono::milliseconds delay, const ApiError &cause)
{
    m_waitCause = cause;
    m_waitEnd.setRemainingTime(delay);
    updateState();
}

//! A search that is under way is cancelled; from its result or failure it goes back to the page.
void TablePane::leaveSearch()
{
    if (m_search->state() == ListingSearch::State::Reading)
        m_search->end();
    else
        clearFilters();
}

//! The search ends with the texts that it was for.
void TablePane::clearFilters()
{
    m_search->end();
    m_table->clearColumnFilters();
    Q_EMIT clearFindRequested();
}

} // namespace Vestibule
