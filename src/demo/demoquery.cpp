// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoquery.h"

#include "demo/demoparameters.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

ParsedDemoQuery parseDemoQuery(const QByteArray &query, bool hasIsEnabled)
{
    const DemoParameter isEnabled{u"is_enabled"_s, u"Filter connections by enabled status"_s};
    QList<DemoParameter> known{DemoPageParameter, DemoPerPageParameter, DemoIncludeTotalsParameter};
    if (hasIsEnabled)
        known.append(isEnabled);

    DemoParameters sent(query);
    sent.allowOnly(known);
    ParsedDemoQuery result;
    result.query.page = sent.number(DemoPageParameter, 0, LargestDemoNumber).value_or(0);
    result.query.perPage = int(sent.number(DemoPerPageParameter, 1, 100).value_or(50));
    result.query.includeTotals = sent.flag(DemoIncludeTotalsParameter).value_or(false);
    result.query.isEnabled = sent.flag(isEnabled);
    result.error = sent.error();
    return result;
}

} // namespace Vestibule
