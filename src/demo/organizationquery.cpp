// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/organizationquery.h"

#include "demo/parameters.h"

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

//! What offset paging reaches; the rest needs checkpoints.
constexpr qint64 OffsetRecords = 1000;

const Parameter From{u"from"_s, u"Optional Id from which to start selection"_s};
const Parameter Take{u"take"_s, u"Number of results per page. Defaults to 50"_s};
const Parameter Sort{
    u"sort"_s,
    u"Field to sort by. Use <code>field:order</code> where order is <code>1</code> for ascending "
    u"and <code>-1</code> for descending. e.g. <code>created_at:1</code>"_s};

void readSort(Parameters &sent, OrganizationQuery &query)
{
    const QString sort = sent.text(Sort, 15).value_or(QString());
    if (sort.isEmpty())
        return;
    const qsizetype colon = sort.indexOf(u':');
    const QString order = sort.mid(colon + 1);
    query.sortKey = sort.left(colon);
    query.descending = order == "-1"_L1;
    const bool isKnown = query.sortKey == "name"_L1 || query.sortKey == "display_name"_L1
        || query.sortKey == "created_at"_L1;
    if (colon < 0 || !isKnown || (order != "1"_L1 && order != "-1"_L1))
        sent.refuse(u"String does not match pattern: "_s + sort, Sort);
}

} // namespace

ParsedOrganizationQuery parseOrganizationQuery(const QByteArray &text)
{
    Parameters sent(text);
    sent.allowOnly({PageParameter, PerPageParameter, IncludeTotalsParameter, From, Take, Sort});
    ParsedOrganizationQuery result;
    OrganizationQuery &query = result.query;
    query.page = sent.number(PageParameter, 0, 1000).value_or(0);
    query.perPage = int(sent.number(PerPageParameter, 1, 100).value_or(50));
    query.includeTotals = sent.flag(IncludeTotalsParameter).value_or(false);
    query.from = sent.text(From, 1000);
    if (const std::optional<qint64> take = sent.number(Take, 1, 100))
        query.take = int(*take);
    readSort(sent, query);
    result.error = sent.error();
    if (!result.error.isEmpty()) {
        result.errorCode = u"invalid_query_string"_s;
    } else if (!query.isCheckpoint() && (query.page + 1) * query.perPage > OffsetRecords) {
        result.errorCode = u"invalid_paging"_s;
        result.error =
            u"Requesting page %1 exceeds the allowed maximum of 1000 records. To fetch "
            u"results beyond 1000, use the checkpoint pagination method."_s.arg(query.page);
    }
    return result;
}

} // namespace Vestibule::Demo
