// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/savedview.h"

#include "core/connectionjson.h"
#include "core/json.h"
#include "core/organization.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Kind = SavedViewProblem::Kind;

struct SavedViewText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::SavedView)
};

SavedViewProblem damaged(const QString &detail)
{
    return {.kind = Kind::Damaged, .detail = detail};
}

SavedViewProblem damagedMember(QLatin1StringView key)
{
    return damaged(SavedViewText::tr("“%1” is missing or has an unexpected value").arg(key));
}

//! Null means unknown; otherwise a total is at least the number of rows.
bool isTotal(const QJsonValue &value, qsizetype rows)
{
    return value.isNull() || value.toInteger(-1) >= rows;
}

//! Checks the other members against the rows.
Result<SavedView, SavedViewProblem> checked(SavedView view, const QJsonObject &object)
{
    const auto domain = TenantDomain::fromText(view.provenance.tenantDomain);
    if (!domain)
        return damagedMember("tenant"_L1);
    view.domain = *domain;
    if (organizationIdProblem(view.provenance.organizationId))
        return damagedMember("organization"_L1);
    const qsizetype rows = view.connections.size();
    const QJsonValue promised = object.value("rows"_L1);
    if (promised.toInteger(-1) != rows) {
        return damaged(SavedViewText::tr("it has %1 rows and declares %2")
                           .arg(QString::number(rows), promised.toVariant().toString()));
    }
    const QJsonValue total = object.value("total"_L1);
    if (!isTotal(total, rows) || total.isUndefined())
        return damagedMember("total"_L1);
    if (!view.isPart() && !total.isNull() && total.toInteger() != rows)
        return damaged(SavedViewText::tr("it is marked as complete and has %1 of %2 rows")
                           .arg(rows)
                           .arg(total.toInteger()));
    view.count = {.rows = rows,
                  .total =
                      total.isNull() ? std::nullopt : std::optional(qsizetype(total.toInteger()))};
    const QJsonValue readAt = object.value("read_at"_L1);
    view.readAt = QDateTime::fromString(readAt.toString(), Qt::ISODate).toUTC();
    if (!view.readAt.isValid() && !readAt.isNull())
        return damagedMember("read_at"_L1);
    return view;
}

} // namespace

QList<OrganizationConnection> SavedView::filtered(std::optional<bool> isEnabled) const
{
    if (!isEnabled || isEnabled == provenance.isEnabled)
        return connections;
    QList<OrganizationConnection> left;
    for (const OrganizationConnection &connection : connections) {
        if (connection.isEnabled == isEnabled)
            left.append(connection);
    }
    return left;
}

ExportProvenance SavedView::provenanceOf(const ExportProvenance &exported) const
{
    ExportProvenance all = exported;
    if (!isPart())
        return all;
    if (exported.extent == ExportExtent::AllPages) {
        all.extent = provenance.extent;
        all.pageIndex = provenance.pageIndex;
        all.pageSize = provenance.pageSize;
    } else {
        all.extent = ExportExtent::SelectedRows; // a page of a part is not a page of the listing
    }
    return all;
}

std::optional<qsizetype> SavedView::listingTotal(std::optional<bool> isEnabled) const
{
    if (isEnabled == provenance.isEnabled)
        return count.total;
    if (isPart() || provenance.isEnabled) // rows are missing
        return std::nullopt;
    return filtered(isEnabled).size();
}

Result<SavedView, SavedViewProblem> parseSavedView(const QByteArray &json)
{
    const QByteArrayView text = withoutByteOrderMark(json);
    if (!text.trimmed().startsWith('{'))
        return SavedViewProblem{.kind = Kind::NotASavedView};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    // A file that begins like a saved view and then breaks off was truncated.
    const bool beginsAsOne =
        text.first(std::min<qsizetype>(text.size(), 200)).contains("\"tenant\"");
    if (error.error != QJsonParseError::NoError) {
        if (!beginsAsOne)
            return SavedViewProblem{.kind = Kind::NotASavedView};
        return damaged(
            SavedViewText::tr("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    }
    const QJsonObject object = document.object();
    const QJsonValue rows = object.value("connections"_L1);
    if (!rows.isArray() || !object.contains("vestibule_version"_L1))
        return SavedViewProblem{.kind = Kind::NotASavedView};
    const auto provenance = provenanceFromJson(object);
    if (!provenance)
        return damagedMember(provenance.error());
    const auto connections =
        parseConnectionRows(rows.toArray(), json, memberValue(text, "connections"));
    if (!connections)
        return damaged(connections.error().detail);
    return checked({.provenance = *provenance, .connections = *connections}, object);
}

} // namespace Vestibule
