// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/refreshtext.h"

#include "models/displaytext.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct RefreshText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::RefreshText)
};

} // namespace

RefreshNote refreshNote(const ConnectionPage &before, const ConnectionPage &after)
{
    QHash<QString, const OrganizationConnection *> rows;
    for (const OrganizationConnection &row : before.items)
        rows.insert(row.connectionId, &row);
    int changed = 0;
    int added = 0;
    for (const OrganizationConnection &row : after.items) {
        const OrganizationConnection *same = rows.take(row.connectionId);
        if (!same)
            ++added;
        else if (same->json.bytes() != row.json.bytes())
            ++changed;
    }
    const int removed = int(rows.size());
    const bool areWhole = before.isWholeListing() && after.isWholeListing();
    const QString time = readTimeText(before.readAt);
    const auto totalOf = [](const ConnectionPage &page) {
        return page.total ? *page.total : page.items.size();
    };
    const bool canCount = areWhole || (before.total && after.total);
    const qint64 more = canCount ? totalOf(after) - totalOf(before) : 0;

    QStringList sentences;
    if (more > 0)
        sentences +=
            RefreshText::tr("%Ln more connection(s) than at %1.", nullptr, int(more)).arg(time);
    else if (more < 0)
        sentences +=
            RefreshText::tr("%Ln fewer connection(s) than at %1.", nullptr, int(-more)).arg(time);
    else if (added > 0 && areWhole)
        sentences +=
            RefreshText::tr("%Ln connection(s) replaced since %1.", nullptr, added).arg(time);
    else if (added > 0 || removed > 0)
        sentences += RefreshText::tr("Other connections are on this page than at %1.").arg(time);
    if (changed > 0)
        sentences +=
            RefreshText::tr("%Ln connection(s) changed since %1.", nullptr, changed).arg(time);
    if (!sentences.isEmpty())
        return {.sentence = sentences.join(u' '), .hasChanges = true};
    return {.sentence = (areWhole ? RefreshText::tr("Nothing has changed since %1.")
                                  : RefreshText::tr("Nothing on this page has changed since %1."))
                            .arg(time)};
}

} // namespace Vestibule
