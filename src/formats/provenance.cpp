// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/provenance.h"

#include "formats/csv.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr std::array Extents{
    std::pair(ExportExtent::AllPages, "all_pages"_L1),
    std::pair(ExportExtent::OnePage, "one_page"_L1),
    std::pair(ExportExtent::SelectedRows, "selected_rows"_L1),
};

constexpr std::array Endpoints{
    std::pair(ConnectionEndpoint::Connections, "/api/v2/organizations/{id}/connections"_L1),
    std::pair(ConnectionEndpoint::EnabledConnections,
              "/api/v2/organizations/{id}/enabled_connections"_L1),
};

template <typename Words, typename Value>
QString word(const Words &words, Value value)
{
    return std::ranges::find(words, value, [](const auto &pair) { return pair.first; })->second;
}

//! Absent if no pair has this text.
template <typename Words>
auto value(const Words &words, const QJsonValue &text)
{
    using Value = typename Words::value_type::first_type;
    const auto found = std::ranges::find(words, text.toString(),
                                         [](const auto &pair) { return QString(pair.second); });
    return found == words.end() ? std::optional<Value>() : std::optional<Value>(found->first);
}

bool isIn(const QJsonObject &object, QLatin1StringView key, QJsonValue::Type type)
{
    const auto found = object.find(key);
    return found != object.end() && (found->isNull() || found->type() == type);
}

//! A whole number from 1 on, or null.
bool isCount(const QJsonValue &value)
{
    return value.isNull() || value.toInt() >= 1;
}

template <typename T>
QJsonValue orNull(bool isKnown, T value)
{
    return isKnown ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

} // namespace

JsonMembers jsonMembers(const ExportProvenance &provenance)
{
    const bool isPage = provenance.extent == ExportExtent::OnePage;
    return {
        {"tenant"_L1, provenance.tenantDomain},
        {"organization"_L1, provenance.organizationId},
        {"organization_name"_L1,
         orNull(!provenance.organizationName.isEmpty(), provenance.organizationName)},
        {"endpoint"_L1, word(Endpoints, provenance.endpoint)},
        {"is_enabled"_L1,
         orNull(provenance.isEnabled.has_value(), provenance.isEnabled.value_or(false))},
        {"extent"_L1, word(Extents, provenance.extent)},
        {"page"_L1, orNull(isPage, provenance.pageIndex + 1)},
        {"per_page"_L1, orNull(isPage, provenance.pageSize)},
        {"vestibule_version"_L1, provenance.programVersion},
    };
}

Result<ExportProvenance, QLatin1StringView> provenanceFromJson(const QJsonObject &object)
{
    for (const QLatin1StringView key : {"tenant"_L1, "organization"_L1, "vestibule_version"_L1}) {
        if (object.value(key).toString().isEmpty())
            return key;
    }
    if (!isIn(object, "organization_name"_L1, QJsonValue::String))
        return "organization_name"_L1;
    if (!isIn(object, "is_enabled"_L1, QJsonValue::Bool))
        return "is_enabled"_L1;
    const auto endpoint = value(Endpoints, object.value("endpoint"_L1));
    if (!endpoint)
        return "endpoint"_L1;
    const auto extent = value(Extents, object.value("extent"_L1));
    if (!extent)
        return "extent"_L1;
    for (const QLatin1StringView key : {"page"_L1, "per_page"_L1}) {
        const QJsonValue number = object.value(key);
        if (!isCount(number) || number.isNull() != (*extent != ExportExtent::OnePage))
            return key;
    }
    const QJsonValue isEnabled = object.value("is_enabled"_L1);
    return ExportProvenance{
        .tenantDomain = object.value("tenant"_L1).toString(),
        .organizationId = object.value("organization"_L1).toString(),
        .organizationName = object.value("organization_name"_L1).toString(),
        .endpoint = *endpoint,
        .isEnabled = isEnabled.isBool() ? std::optional(isEnabled.toBool()) : std::nullopt,
        .extent = *extent,
        .pageIndex = std::max(1, object.value("page"_L1).toInt()) - 1,
        .pageSize = object.value("per_page"_L1).toInt(),
        .programVersion = object.value("vestibule_version"_L1).toString(),
    };
}

JsonMembers jsonMembers(const ExportCount &count, const QDateTime &readAt)
{
    return {
        {"rows"_L1, qint64(count.rows)},
        {"total"_L1, orNull(count.total.has_value(), qint64(count.total.value_or(0)))},
        {"read_at"_L1, orNull(readAt.isValid(), readAt.toUTC().toString(Qt::ISODate))},
    };
}

QByteArray jsonLines(const JsonMembers &members)
{
    QByteArrayList lines;
    for (const auto &[key, value] : members) {
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        lines.append('"' + QByteArray(key.data(), key.size())
                     + "\": " + list.sliced(1, list.size() - 2));
    }
    return lines.join(",\n");
}

QByteArray ExportSideFile::toJson() const
{
    JsonMembers members{
        {"file"_L1, fileName},
        {"bytes"_L1, size},
        {"sha256"_L1, QString::fromLatin1(sha256.toHex())},
    };
    members += jsonMembers(provenance) + jsonMembers(count, readAt);
    if (layout.format == ExportFormat::Csv) {
        members += JsonMembers{
            {"columns"_L1, QJsonArray::fromStringList(csvHeader(layout.fields))},
            {"separator"_L1, QString(QChar(layout.csv.separator))},
            {"byte_order_mark"_L1, layout.csv.hasByteOrderMark},
            {"formula_guard"_L1, layout.csv.guard == CsvDialect::FormulaGuard::On},
        };
    }
    return "{\n" + jsonLines(members) + "\n}\n";
}

QString sideFilePath(const QString &path)
{
    return path + ".meta.json"_L1;
}

} // namespace Vestibule
