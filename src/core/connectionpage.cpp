// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionpage.h"

#include <algorithm>

namespace Vestibule {

PageRequest PageRequest::at(int otherIndex) const
{
    PageRequest other = *this;
    other.index = otherIndex;
    return other;
}

qsizetype ConnectionPage::offset() const
{
    return qsizetype(request.index) * request.size;
}

std::optional<int> ConnectionPage::pageCount() const
{
    if (!total)
        return {};
    return int(std::max<qsizetype>(1, (*total + request.size - 1) / request.size));
}

std::optional<PageRequest> ConnectionPage::next() const
{
    // Without a total and without a confirmed size, the tenant may have shortened the page: only an
    // empty one is certainly after the end.
    const qsizetype fullPage = isSizeConfirmed ? request.size : 1;
    const bool hasNext = total ? request.index < *pageCount() - 1 : items.size() >= fullPage;
    if (!hasNext)
        return {};
    return request.at(request.index + 1);
}

std::optional<PageRequest> ConnectionPage::previous() const
{
    if (request.index == 0)
        return {};
    const int before = request.index - 1;
    return request.at(total ? std::min(before, *pageCount() - 1) : before);
}

std::optional<PageRequest> ConnectionPage::last() const
{
    if (!total)
        return {};
    return request.at(*pageCount() - 1);
}

bool ConnectionPage::isWholeListing() const
{
    return !next() && !previous();
}

bool ConnectionPage::isBeyondEnd() const
{
    if (request.index == 0)
        return false;
    return total ? offset() >= *total : items.isEmpty();
}

qsizetype ConnectionPage::missingRows() const
{
    if (!total)
        return 0;
    const qsizetype promised = std::clamp<qsizetype>(*total - offset(), 0, request.size);
    return std::max<qsizetype>(0, promised - items.size());
}

} // namespace Vestibule
