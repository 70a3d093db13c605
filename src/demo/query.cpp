// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/query.h"

#include "demo/parameters.h"

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

ParsedQuery parseQuery(const QByteArray &query, bool hasIsEnabled)
{
    const Parameter isEnabled{u"is_enabled"_s, u"Filter connections by enabled status"_s};
    QList<Parameter> known{PageParameter, PerPageParameter, IncludeTotalsParameter};
    if (hasIsEnabled)
        known.append(isEnabled);

    Parameters sent(query);
    sent.allowOnly(known);
    ParsedQuery result;
    result.query.page = sent.number(PageParameter, 0, LargestNumber).value_or(0);
    result.query.perPage = int(sent.number(PerPageParameter, 1, 100).value_or(50));
    result.query.includeTotals = sent.flag(IncludeTotalsParameter).value_or(false);
    result.query.isEnabled = sent.flag(isEnabled);
    result.error = sent.error();
    return result;
}

} // namespace Vestibule::Demo
