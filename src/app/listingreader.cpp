// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/listingreader.h"

namespace Vestibule {

ListingReader::ListingReader(ConnectionSourcePtr source, const PageRequest &first, Extent extent,
                             QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_first(first)
    , m_extent(extent)
{
}

ListingReader::~ListingReader() = default;

void ListingReader::start()
{
    fetch(m_first);
}

void ListingReader::cancel()
{
    blockSignals(true); // it may be called inside a signal that others follow
    m_reply.reset();
}

void ListingReader::fetch(const PageRequest &request)
{
    m_reply = m_source->fetchPage(request);
    connect(m_reply.get(), &ReplyBase::retryScheduled, this, &ListingReader::retryScheduled);
    connect(m_reply.get(), &ReplyBase::finished, this, &ListingReader::takePage);
}

void ListingReader::takePage()
{
    const auto reply = std::move(m_reply);
    if (!reply->result())
        return Q_EMIT finished(reply->result().error());
    const ConnectionPage &page = *reply->result();
    if (const auto problem = mismatch(page))
        return restartOrFinish(*problem);

    const auto next = m_extent == Extent::AllPages ? page.next() : std::nullopt;
    if (next)
        fetch(*next); // before the rows are written: the network works meanwhile
    Q_EMIT pageRead(page);
    if (next)
        return;
    if (const auto problem = mismatchAtEnd(page))
        return restartOrFinish(*problem);
    Q_EMIT finished(std::monostate());
}

void ListingReader::restartOrFinish(const ListingMismatch &problem)
{
    const bool mayHaveMoved = problem.kind != ListingMismatch::Kind::BeyondEnd;
    if (m_isSecondReading || !mayHaveMoved)
        return Q_EMIT finished(problem);
    m_isSecondReading = true;
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
        if (m_ids.contains(connection.connectionId))
            return ListingMismatch{.kind = Kind::RowRepeated, .expected = 0, .got = rowsRead()};
        m_ids.insert(connection.connectionId);
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
