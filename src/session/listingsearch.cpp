// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/listingsearch.h"

#include <utility>

namespace Vestibule {

ListingSearch::ListingSearch(ConnectionBrowser &browser, QObject *parent)
    : QObject(parent)
    , m_browser(browser)
{
    connect(&browser, &ConnectionBrowser::pageChanged, this, [this] {
        if (std::exchange(m_isReloading, false))
            return readOn();
        forget(); // the model has the rows of the new page already
        setState(State::Off);
    });
    connect(&browser, &ConnectionBrowser::stateChanged, this, &ListingSearch::followBrowser);
}

ListingSearch::~ListingSearch() = default;

bool ListingSearch::isPossible() const
{
    const auto &page = m_browser.page();
    return page && m_browser.state() != ConnectionBrowser::State::Loading
        && !page->isWholeListing();
}

std::optional<int> ListingSearch::pageCount() const
{
    const auto &page = m_browser.page();
    return page ? page->pageCount() : std::nullopt;
}

std::optional<int> ListingSearch::requestsNeeded() const
{
    const auto pages = pageCount();
    if (!pages)
        return {};
    int missing = 0;
    for (int index = 0; index < *pages; ++index)
        missing += m_browser.keptPage(index) ? 0 : 1;
    return missing;
}

void ListingSearch::start()
{
    if (!isPossible() || m_state == State::Reading || m_state == State::Complete)
        return;
    // Pages that do not add up are of different moments; the kept ones are of no use then.
    m_isReloading = m_problem && std::holds_alternative<ListingMismatch>(*m_problem);
    forget();
    setState(State::Reading);
    if (m_isReloading)
        m_browser.reload();
    else
        readOn();
}

void ListingSearch::end()
{
    const bool wasComplete = m_state == State::Complete;
    m_isReloading = false;
    forget();
    if (wasComplete && m_browser.page())
        m_browser.model()->setConnections(m_browser.page()->items);
    setState(State::Off);
}

//! Takes the pages that are there, and asks for the first one that is not.
void ListingSearch::readOn()
{
    while (!m_isWhole) {
        const ConnectionPage *kept = m_browser.keptPage(m_pagesRead);
        if (!kept) {
            m_reply = m_browser.source()->fetchPage(m_browser.page()->request.at(m_pagesRead));
            connect(m_reply.get(), &ReplyBase::retryScheduled, this,
                    &ListingSearch::retryScheduled);
            connect(m_reply.get(), &ReplyBase::finished, this, &ListingSearch::takeReply);
            return void(Q_EMIT changed());
        }
        if (const auto mismatch = take(*kept))
            return fail(*mismatch);
    }
    if (const auto mismatch = m_check.missingRows())
        return fail(*mismatch);
    m_browser.model()->setConnections(std::exchange(m_rows, {}));
    setState(State::Complete);
}

void ListingSearch::takeReply()
{
    const auto reply = std::move(m_reply);
    if (!reply->result())
        return fail(reply->result().error());
    if (const auto mismatch = take(*reply->result()))
        return fail(*mismatch);
    m_browser.keep(*reply->result());
    readOn();
}

std::optional<ListingMismatch> ListingSearch::take(const ConnectionPage &page)
{
    using Kind = ListingMismatch::Kind;
    const int size = m_browser.page()->request.size;
    if (page.request.size != size)
        return ListingMismatch{Kind::PageSizeChanged, size, page.request.size};
    if (const auto mismatch = m_check.add(page))
        return mismatch;
    m_rows.append(page.items);
    ++m_pagesRead;
    m_isWhole = !page.next();
    if (!m_isWhole && !page.total && m_rows.size() > MaximumRowsWithoutTotal)
        return ListingMismatch{Kind::DoesNotEnd};
    return {};
}

//! The pages that were read stay with the browser, so that the next try goes on with them.
void ListingSearch::fail(const Problem &problem)
{
    m_rows.clear();
    m_problem = problem;
    setState(State::Failed);
}

void ListingSearch::forget()
{
    m_reply.reset();
    m_problem.reset();
    m_check = {};
    m_rows.clear();
    m_pagesRead = 0;
    m_isWhole = false;
}

void ListingSearch::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT changed();
}

//! Two readings at a time would share the rate limit, and the person has asked for the other one
//! last. A result stays until the other page is there.
void ListingSearch::followBrowser()
{
    const bool isLoading = m_browser.state() == ConnectionBrowser::State::Loading;
    if (m_state == State::Reading && isLoading != m_isReloading)
        end();
}

} // namespace Vestibule
