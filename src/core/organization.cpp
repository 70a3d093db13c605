// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organization.h"

#include "core/json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct OrganizationText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::OrganizationText)
};

} // namespace

std::optional<OrganizationIdProblem> organizationIdProblem(const QString &id)
{
    if (id.isEmpty())
        return OrganizationIdProblem::Empty;
    if (id.toUcs4().size() > MaximumOrganizationIdLength)
        return OrganizationIdProblem::TooLong;
    const bool isPrintable = std::ranges::all_of(
        id, [](QChar c) { return !c.isSpace() && c.category() != QChar::Other_Control; });
    if (!isPrintable || id == "."_L1 || id == ".."_L1 || !id.isValidUtf16())
        return OrganizationIdProblem::NotAnId;
    return {};
}

Result<OrganizationPage> parseOrganizationPage(const QByteArray &body)
{
    const auto document = parseJsonBody(body);
    if (!document)
        return document.error();
    const QJsonObject envelope = document->object();
    const QJsonValue list =
        document->isArray() ? QJsonValue(document->array()) : envelope.value("organizations"_L1);
    if (!list.isArray())
        return badPayload(OrganizationText::tr("the answer has no list of organizations"));

    OrganizationPage page{.next = envelope.value("next"_L1).toString()};
    const QJsonArray rows = list.toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        const QString id = row.value("id"_L1).toString();
        if (id.isEmpty())
            return badPayload(OrganizationText::tr("organization %1 has no id").arg(i + 1));
        page.items.append({.id = id,
                           .name = row.value("name"_L1).toString(),
                           .displayName = row.value("display_name"_L1).toString()});
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
