// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/connectionbrowser.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Vestibule {

namespace {

//! Pages of the same listing differ only in their index.
bool isSameListing(const PageRequest &one, const PageRequest &other)
{
    return one == other.at(one.index);
}

} // namespace

ConnectionBrowser::ConnectionBrowser(QObject *parent)
    : QObject(parent)
{
}

ConnectionBrowser::~ConnectionBrowser() = default;

void ConnectionBrowser::open(ConnectionSourcePtr source, const PageRequest &first)
{
    // A copy, because the reference may be into the page that close() clears.
    const PageRequest request = first; // NOLINT(performance-unnecessary-copy-initialization)
    close();
    m_source = std::move(source);
    load(request, Cache::Renew);
}

void ConnectionBrowser::replaceSource(ConnectionSourcePtr source)
{
    const bool isOpen = m_state == State::Loading || m_state == State::Failed;
    m_source = std::move(source);
    if (!isOpen)
        return;
    m_reply.reset(); // load() would keep an equal request to the old source
    load(m_wanted, m_wantedCache);
}

void ConnectionBrowser::close()
{
    m_reply.reset();
    m_source.reset();
    m_cache.clear();
    m_error.reset();
    m_page.reset();
    m_model.setConnections({});
    m_wanted = {.size = m_wanted.size}; // the organization is one of that source
    Q_EMIT pageChanged();
    setState(State::NotConfigured);
}

PageRequest ConnectionBrowser::request() const
{
    return m_state == State::Loading || !m_page ? m_wanted : m_page->request;
}

const ConnectionPage *ConnectionBrowser::keptPage(int index) const
{
    const auto kept = m_cache.constFind(index);
    return kept == m_cache.cend() ? nullptr : &*kept;
}

void ConnectionBrowser::keep(const ConnectionPage &page)
{
    if (m_page && isSameListing(m_page->request, page.request))
        m_cache.insert(page.request.index, page);
}

//! What is known of the page at request(); absent when it is of another listing than page().
std::optional<ConnectionPage> ConnectionBrowser::position() const
{
    if (!m_page || !isSameListing(m_page->request, request()))
        return {};
    if (m_page->request == request())
        return m_page;
    // While it is loading, the total shows whether it has a next page; the rows of another page do
    // not.
    return ConnectionPage{.request = request(), .total = m_page->total};
}

std::optional<PageRequest> ConnectionBrowser::next() const
{
    const auto here = position();
    return here ? here->next() : std::nullopt;
}

std::optional<PageRequest> ConnectionBrowser::previous() const
{
    const auto here = position();
    return here ? here->previous() : std::nullopt;
}

std::optional<PageRequest> ConnectionBrowser::last() const
{
    const auto here = position();
    return here ? here->last() : std::nullopt;
}

void ConnectionBrowser::reload()
{
    load(request(), Cache::Renew);
}

void ConnectionBrowser::retry()
{
    if (m_state != State::Failed)
        return reload();
    load(m_wanted, m_wantedCache);
}

void ConnectionBrowser::firstPage()
{
    load(request().at(0), Cache::Use);
}

void ConnectionBrowser::previousPage()
{
    if (const auto page = previous())
        load(*page, Cache::Use);
}

void ConnectionBrowser::nextPage()
{
    if (const auto page = next())
        load(*page, Cache::Use);
}

void ConnectionBrowser::lastPage()
{
    if (const auto page = last())
        load(*page, Cache::Use);
}

void ConnectionBrowser::goToPage(int index)
{
    const auto lastRequest = last();
    if (!lastRequest || index <= lastRequest->index)
        return load(request().at(std::max(0, index)), Cache::Use);
    load(*lastRequest, Cache::Use);
    Q_EMIT pageClamped(index, lastRequest->index);
}

void ConnectionBrowser::setPageSize(int size)
{
    PageRequest other = request();
    if (size == other.size)
        return;
    const qint64 firstRow = qint64(other.index) * other.size;
    other.index = int(std::min<qint64>(firstRow / size, std::numeric_limits<int>::max()));
    other.size = size;
    load(other, Cache::Use);
}

void ConnectionBrowser::setEnabledFilter(std::optional<bool> isEnabled)
{
    PageRequest other = request().at(0);
    if (isEnabled == other.isEnabled)
        return;
    other.isEnabled = isEnabled;
    load(other, Cache::Use);
}

void ConnectionBrowser::cancel()
{
    if (m_state != State::Loading)
        return;
    m_reply.reset();
    setState(m_page ? State::Loaded : State::Cancelled);
}

void ConnectionBrowser::load(const PageRequest &request, Cache cache)
{
    if (!m_source)
        return;
    if (m_reply && cache == Cache::Use && request == m_wanted)
        return; // it is running already
    m_reply.reset();
    m_error.reset();
    m_wanted = request;
    m_wantedCache = cache;
    const bool isListed = m_page && isSameListing(m_page->request, request);
    if (cache == Cache::Use && isListed && m_cache.contains(request.index))
        return show(m_cache.value(request.index));
    m_reply = m_source->fetchPage(request);
    connect(m_reply.get(), &ReplyBase::retryScheduled, this, &ConnectionBrowser::retryScheduled);
    connect(m_reply.get(), &ReplyBase::finished, this, &ConnectionBrowser::finishLoading);
    setState(State::Loading);
}

void ConnectionBrowser::finishLoading()
{
    const auto reply = std::move(m_reply);
    if (reply->result())
        return accept(*reply->result());
    m_error = reply->result().error();
    setState(State::Failed);
}

void ConnectionBrowser::accept(const ConnectionPage &page)
{
    const bool isListed = m_page && isSameListing(m_page->request, page.request);
    if (m_wantedCache == Cache::Renew || !isListed)
        m_cache.clear();
    const auto problem = mismatch(page);
    if (problem && problem->kind == ListingMismatch::Kind::TotalChanged)
        m_cache.clear();
    m_cache.insert(page.request.index, page);
    show(page);
    if (problem)
        Q_EMIT listingChanged(*problem);
}

//! What does not add up between this page and the cached pages.
std::optional<ListingMismatch> ConnectionBrowser::mismatch(const ConnectionPage &page) const
{
    ListingCheck check;
    for (const ConnectionPage &other : m_cache) {
        if (other.request.index != page.request.index)
            check.add(other);
    }
    if (const auto problem = check.add(page))
        return problem;
    if (page.request.size != m_wanted.size) {
        return ListingMismatch{.kind = ListingMismatch::Kind::PageSizeChanged,
                               .expected = m_wanted.size,
                               .got = page.request.size};
    }
    return ListingCheck::missingRows(page);
}

void ConnectionBrowser::show(const ConnectionPage &page)
{
    m_page = page;
    m_model.setConnections(page.items);
    m_state = State::Loaded; // set before pageChanged(), whose receivers may ask for it
    Q_EMIT pageChanged();
    Q_EMIT stateChanged(m_state);
}

void ConnectionBrowser::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace Vestibule
