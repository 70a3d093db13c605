// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionfield.h"
#include "core/connectionjson.h"
#include "core/json.h"
#include "fuzz/require.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Vestibule;
using Fuzz::require;

namespace {

void checkFields(const OrganizationConnection &item)
{
    for (const ConnectionField field : AllConnectionFields) {
        require(fieldValue(item, field).isValid()
                    == (fieldPresence(item, field) == FieldPresence::Sent),
                "a field has a value exactly when its row sends one");
    }
}

void checkRow(const OrganizationConnection &item, const QByteArray &body)
{
    require(!item.connectionId.isEmpty(), "no row without connection_id");
    require(body.contains(item.json.bytes()), "a row's text is a part of the answer");
    const QJsonDocument row = QJsonDocument::fromJson(item.json.bytes());
    require(row.isObject(), "a row's text is an object");
    require(QJsonDocument::fromJson(indented(item.json.bytes())) == row,
            "indenting changes no value");
    const auto again = parseConnectionPage('[' + item.json.bytes() + ']', {});
    require(again && again->items.size() == 1, "a row's text is read again");
    require(again->items.constFirst() == item, "a row's text has all values of the row");
    checkFields(item);
}

void checkPage(const ConnectionPage &page, const PageRequest &request, const QByteArray &body)
{
    require(page.request == request, "a page knows its request");
    require(page.items.size() <= request.size, "no more rows than were asked for");
    require(page.missingRows() >= 0, "no negative number of missing rows");
    if (page.total) {
        require(page.items.isEmpty() || page.offset() + page.items.size() <= *page.total,
                "no more rows than the total");
        require(page.pageCount() && *page.pageCount() >= 1, "at least one page");
    }
    if (const auto next = page.next())
        require(next->index == request.index + 1, "the next page is the one after this one");
    for (const OrganizationConnection &item : page.items)
        checkRow(item, body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const PageRequest &request :
         {PageRequest{.size = PageRequest::MaximumSize}, PageRequest{.index = 2, .size = 1}}) {
        const auto page = parseConnectionPage(body, request);
        if (page)
            checkPage(*page, request, body);
        else
            require(page.error().kind == ApiError::Kind::BadPayload
                        && !page.error().detail.isEmpty(),
                    "a refusal says why");
    }
    return 0;
}
