// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/cataloguepage.h"
#include "fuzz/require.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Fuzz::require;

namespace {

//! What the tenant would send for these connections alone.
QByteArray bodyOf(const CataloguePage &page)
{
    QJsonArray rows;
    for (const TenantConnection &connection : page.items) {
        QJsonObject row{{u"id"_s, connection.id}};
        if (connection.name)
            row.insert(u"name"_s, *connection.name);
        if (connection.strategy)
            row.insert(u"strategy"_s, *connection.strategy);
        rows.append(row);
    }
    QJsonObject body{{u"connections"_s, rows}};
    if (!page.next.isEmpty())
        body.insert(u"next"_s, page.next);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto page = parseCataloguePage(body);
    if (!page) {
        require(page.error().kind == ApiError::Kind::BadPayload && !page.error().detail.isEmpty(),
                "a refusal says why");
        return 0;
    }
    for (const TenantConnection &connection : page->items)
        require(!connection.id.isEmpty(), "no connection without an id");
    require(page->next.isEmpty() || !page->isCutOff, "a page that goes on is not cut off");
    if (page->items.size() > CatalogueSize) { // of a tenant that does not know checkpoints
        require(page->isCutOff, "a page that is too long is not all");
        return 0;
    }
    const auto again = parseCataloguePage(bodyOf(*page));
    require(again && again->items == page->items && again->next == page->next,
            "a page is read again as it was");
    return 0;
}
