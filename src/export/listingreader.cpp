// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/listingreader.h"

namespace Vestibule {

ListingReader::ListingReader(ConnectionSourcePtr source, const PageRequest &first, Extent extent,
                             QObject *parent)
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
    blockSignals(true); // it may be called inside a signal that others follow
    m_replies.clear();
    m_ready.clear();
}

bool ListingReader::isBehindEnd(int index) const
{
    return m_endIndex && index >= *m_endIndex;
}

//! Until the first page has told where the end is, nobody knows that there is a second one.
void ListingReader::fetchAhead()
{
    const int mayBeAsked = m_endIndex ? MaximumUnderWay : 1;
    for (int index = m_nextIndex; !isBehindEnd(index) && index < m_nextIndex + mayBeAsked;
         ++index) {
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
        if (const auto problem = mismatch(page))
            return restartOrFinish(*problem);
        ++m_nextIndex;
        if (m_extent == Extent::OnePage || (!m_total && !page.next()))
            m_endIndex = m_nextIndex;
        else if (m_total)
            m_endIndex = ConnectionPage{.request = m_first, .total = m_total}.pageCount();
        fetchAhead(); // before the rows are written: the network works meanwhile
        Q_EMIT pageRead(page);
        if (signalsBlocked()) // somebody has cancelled on hearing it
            return;
        if (!isBehindEnd(m_nextIndex))
            continue;
        if (const auto problem = mismatchAtEnd(page))
            return restartOrFinish(*problem);
        return stop(std::monostate());
    }
}

//! What has been read stays, for resume().
void ListingReader::stop(const Outcome &outcome)
{
    m_replies.clear();
    Q_EMIT finished(outcome);
}

void ListingReader::restartOrFinish(const ListingMismatch &problem)
{
    const bool mayHaveMoved = problem.kind != ListingMismatch::Kind::BeyondEnd;
    if (m_isSecondReading || !mayHaveMoved)
        return stop(problem);
    m_isSecondReading = true;
    m_replies.clear();
    m_ready.clear();
    m_ids.clear();
    m_total.reset();
    Q_EMIT restarted();
    if (!signalsBlocked()) // nobody has cancelled on hearing it
        start();
}

std::optional<ListingMismatch> ListingReader::mismatch(const ConnectionPage &page)
{
    using Kind = ListingMismatch::Kind;
    if (m_extent == Extent::OnePage && page.isBeyondEnd()) {
        return ListingMismatch{.kind = Kind::BeyondEnd,
                               .expected = page.pageCount().value_or(0),
                               .got = page.request.index + 1};
    }
    if (m_total && page.total && *m_total != *page.total)
        return ListingMismatch{
            .kind = Kind::TotalChanged, .expected = *m_total, .got = *page.total};
    if (page.total) // a page that does not say leaves what another one said
        m_total = page.total;
    for (const OrganizationConnection &connection : page.items) {
        const size_t id = qHash(connection.connectionId, QHashSeed::globalSeed());
        if (m_ids.contains(id))
            return ListingMismatch{.kind = Kind::RowRepeated, .expected = 0, .got = rowsRead()};
        m_ids.insert(id);
    }
    return {};
}

std::optional<ListingMismatch> ListingReader::mismatchAtEnd(const ConnectionPage &page) const
{
    const bool isWhole =
        m_extent == Extent::OnePage ? page.missingRows() == 0 : !m_total || *m_total == rowsRead();
    if (isWhole)
        return {};
    const qsizetype expected =
        m_extent == Extent::OnePage ? rowsRead() + page.missingRows() : *m_total;
    return ListingMismatch{
        .kind = ListingMismatch::Kind::RowsMissing, .expected = expected, .got = rowsRead()};
}

} // namespace Vestibule
