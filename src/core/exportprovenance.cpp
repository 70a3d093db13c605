// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/exportprovenance.h"

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

} // namespace Vestibule
