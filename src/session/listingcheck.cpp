// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/listingcheck.h"

#include <utility>

namespace Vestibule {

std::optional<ListingMismatch> ListingCheck::missingRows(const ConnectionPage &page)
{
    const qsizetype missing = page.missingRows();
    if (missing == 0)
        return {};
    return ListingMismatch{.kind = ListingMismatch::Kind::RowsMissing,
                           .expected = page.items.size() + missing,
                           .got = page.items.size()};
}

std::optional<ListingMismatch> ListingCheck::add(const ConnectionPage &page)
{
    std::optional<ListingMismatch> mismatch;
    if (m_total && page.total && *m_total != *page.total) {
        mismatch = {
            .kind = ListingMismatch::Kind::TotalChanged, .expected = *m_total, .got = *page.total};
    }
    if (page.total) // a page without a total does not contradict the others
        m_total = page.total;

    QByteArray text;
    QList<qsizetype> ends;
    for (const OrganizationConnection &connection : page.items) {
        text += connection.connectionId.toUtf8();
        ends.append(text.size());
    }
    text.squeeze();
    m_texts.append(text);
    const QByteArrayView ids = m_texts.constLast(); // these bytes never move
    qsizetype begin = 0;
    for (const qsizetype end : std::as_const(ends)) {
        const QByteArrayView id = ids.sliced(begin, end - begin);
        if (!mismatch && m_ids.contains(id))
            mismatch = {.kind = ListingMismatch::Kind::RowRepeated, .expected = 0, .got = rows()};
        m_ids.insert(id);
        begin = end;
    }
    return mismatch;
}

std::optional<ListingMismatch> ListingCheck::missingRows() const
{
    if (!m_total || *m_total == rows())
        return {};
    return ListingMismatch{
        .kind = ListingMismatch::Kind::RowsMissing, .expected = *m_total, .got = rows()};
}

} // namespace Vestibule
