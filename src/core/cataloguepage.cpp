// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/cataloguepage.h"

#include "core/json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct CatalogueText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::CatalogueText)
};

std::optional<QString> sentText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

bool isTextOrNothing(const QJsonValue &value)
{
    return value.isString() || value.isNull() || value.isUndefined();
}

} // namespace

Result<CataloguePage> parseCataloguePage(const QByteArray &body)
{
    const auto document = parseJsonBody(body);
    if (!document)
        return document.error();
    const QJsonObject envelope = document->object();
    const QJsonValue list =
        document->isArray() ? QJsonValue(document->array()) : envelope.value("connections"_L1);
    if (!list.isArray())
        return badPayload(CatalogueText::tr("the list of connections is missing"));
    const QJsonArray rows = list.toArray();
    if (!document->isArray() && rows.size() > CatalogueSize)
        return badPayload(CatalogueText::tr("more connections came than were requested"));

    CataloguePage page{.next = envelope.value("next"_L1).toString()};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        const QString id = row.value("id"_L1).toString();
        if (id.isEmpty())
            return badPayload(CatalogueText::tr("connection %1 has no ID").arg(i + 1));
        const QJsonValue name = row.value("name"_L1);
        const QJsonValue strategy = row.value("strategy"_L1);
        if (!isTextOrNothing(name) || !isTextOrNothing(strategy)) {
            return badPayload(
                CatalogueText::tr("the name or strategy of connection %1 is not text").arg(i + 1));
        }
        page.items.append({.id = id, .name = sentText(name), .strategy = sentText(strategy)});
    }
    constexpr qsizetype DefaultPageSize = 50;
    const double total = envelope.value("total"_L1).toDouble();
    const double start = envelope.value("start"_L1).toDouble();
    page.isCutOff = page.next.isEmpty()
        && (document->isArray() ? rows.size() >= DefaultPageSize
                                : start + double(rows.size()) < total);
    return page;
}

} // namespace Vestibule
