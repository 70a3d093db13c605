// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organizationjson.h"

#include "core/jsonbody.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct OrganizationJsonText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::OrganizationJson)
};

} // namespace

Result<OrganizationPage> parseOrganizationPage(const QByteArray &body)
{
    const auto document = parseJsonBody(body);
    if (!document)
        return document.error();
    const QJsonObject envelope = document->object();
    const QJsonValue list =
        document->isArray() ? QJsonValue(document->array()) : envelope.value("organizations"_L1);
    if (!list.isArray())
        return notUnderstood(OrganizationJsonText::tr("the answer has no list of organizations"));

    OrganizationPage page{.next = envelope.value("next"_L1).toString()};
    const QJsonArray rows = list.toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        const QString id = row.value("id"_L1).toString();
        if (id.isEmpty()) {
            return notUnderstood(OrganizationJsonText::tr("organization %1 has no id").arg(i + 1));
        }
        page.items.append({.id = id,
                           .name = row.value("name"_L1).toString(),
                           .displayName = row.value("display_name"_L1).toString()});
    }
    return page;
}

} // namespace Vestibule
