// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/listingreader.h"

namespace Vestibule {

ListingReader::ListingReader(ConnectionSourcePtr source, const PageRequest &first,
                             ExportExtent extent, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_first(first)
    , m_extent(extent)
    , m_nextIndex(first.index)
{
}

ListingReader::~ListingReader() = default;

void ListingReader::start()
{
    m_nextIndex = m_first.index;
    m_endIndex.reset();
    fetchAhead();
}

void ListingReader::resume(ConnectionSourcePtr source)
{
    m_source = std::move(source);
    fetchAhead();
}

void ListingReader::cancel()
{
    blockSignals(true); // the caller may be inside a signal after which others would be emitted
    m_replies.clear();
    m_ready.clear();
}

bool ListingReader::isPastEnd(int index) const
{
    return m_endIndex && index >= *m_endIndex;
}

//! Until the first page has given the total, there may be no second page.
void ListingReader::fetchAhead()
{
    const int mayBeAsked = m_endIndex ? MaximumUnderWay : 1;
    for (int index = m_nextIndex; !isPastEnd(index) && index < m_nextIndex + mayBeAsked; ++index) {
        if (!m_replies.contains(index) && !m_ready.contains(index))
            fetch(index);
    }
}

void ListingReader::fetch(int index)
{
    ReplyPtr<ConnectionPage> reply = m_source->fetchPage(m_first.at(index));
    connect(reply.get(), &ReplyBase::retryScheduled, this, &ListingReader::retryScheduled);
    connect(reply.get(), &ReplyBase::finished, this, [this, index] { takeReply(index); });
    m_replies.emplace(index, std::move(reply));
}

void ListingReader::takeReply(int index)
{
    const auto reply = std::move(m_replies.extract(index).mapped());
    if (!reply->result())
        return stop(reply->result().error());
    m_ready.emplace(index, *reply->result());
    deliverReadyPages();
}

void ListingReader::deliverReadyPages()
{
    while (!m_ready.empty() && m_ready.begin()->first == m_nextIndex) {
        const ConnectionPage page = std::move(m_ready.extract(m_ready.begin()).mapped());
        if (m_nextIndex == 0 && m_extent == ExportExtent::AllPages)
            m_first.size = page.request.size;
        if (const auto problem = check(page))
            return restartOrFinish(*problem);
        if (isShortened(page)) {
            m_first.size = int(page.items.size());
            return readAgain();
        }
        ++m_nextIndex;
        if (m_extent == ExportExtent::OnePage || (!m_check.total() && !page.next()))
            m_endIndex = m_nextIndex;
        else if (m_check.total())
            m_endIndex = ConnectionPage{.request = m_first, .total = m_check.total()}.pageCount();
        fetchAhead(); // before the rows are written, so that the network works meanwhile
        Q_EMIT pageRead(page);
        if (signalsBlocked()) // a slot has cancelled
            return;
        if (!isPastEnd(m_nextIndex))
            continue;
        if (const auto problem = checkEnd(page))
            return restartOrFinish(*problem);
        return stop(std::monostate());
    }
}

//! Keeps what has been read, for resume().
void ListingReader::stop(const Outcome &outcome)
{
    m_replies.clear();
    Q_EMIT finished(outcome);
}

void ListingReader::restartOrFinish(const ListingMismatch &problem)
{
    using Kind = ListingMismatch::Kind;
    const bool mayHaveMoved = problem.kind == Kind::TotalChanged
        || problem.kind == Kind::RowRepeated || problem.kind == Kind::RowsMissing;
    if (m_isSecondReading || !mayHaveMoved)
        return stop(problem);
    readAgain();
}

void ListingReader::readAgain()
{
    m_isSecondReading = true;
    m_replies.clear();
    m_ready.clear();
    m_check = {};
    Q_EMIT restarted();
    if (!signalsBlocked()) // no slot has cancelled
        start();
}

//! A first page with fewer rows than it was asked for, although the listing has more: most likely
//! the tenant's limit, if the answer does not state another one.
bool ListingReader::isShortened(const ConnectionPage &page) const
{
    return m_extent == ExportExtent::AllPages && page.request.index == 0 && !m_isSecondReading
        && !page.isSizeConfirmed && !page.items.isEmpty() && page.missingRows() > 0;
}

std::optional<ListingMismatch> ListingReader::check(const ConnectionPage &page)
{
    if (m_extent == ExportExtent::OnePage && page.isBeyondEnd()) {
        return ListingMismatch{.kind = ListingMismatch::Kind::BeyondEnd,
                               .expected = page.pageCount().value_or(0),
                               .got = page.request.index + 1};
    }
    if (page.request.size != m_first.size) {
        return ListingMismatch{.kind = ListingMismatch::Kind::PageSizeChanged,
                               .expected = m_first.size,
                               .got = page.request.size};
    }
    if (const auto problem = m_check.add(page))
        return problem;
    if (!m_check.total() && rowsRead() > MaximumRowsWithoutTotal)
        return ListingMismatch{.kind = ListingMismatch::Kind::DoesNotEnd, .got = rowsRead()};
    return {};
}

std::optional<ListingMismatch> ListingReader::checkEnd(const ConnectionPage &last) const
{
    return m_extent == ExportExtent::OnePage ? ListingCheck::missingRows(last)
                                             : m_check.missingRows();
}

} // namespace Vestibule
