// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionendpoint.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace Vestibule {

//! Which rows of a listing are exported.
enum class ExportExtent { AllPages, OnePage, SelectedRows };

//! Where exported rows come from: what a reader of the file will want to know.
struct ExportProvenance {
    QString tenantDomain{}; //!< as TenantDomain::text() has it
    QString organizationId{};
    QString organizationName{}; //!< for people; empty when it is not known
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
    std::optional<bool> isEnabled{}; //!< the server's filter; absent: none
    ExportExtent extent = ExportExtent::AllPages;
    int pageIndex = 0; //!< counted from 0; for OnePage
    int pageSize = 0; //!< rows asked for, from 1; for OnePage
    QString programVersion{};

    bool operator==(const ExportProvenance &) const = default;
};

//! How many rows an export holds, and how many there are under its filter.
struct ExportCount {
    qsizetype rows = 0;
    std::optional<qsizetype> total{}; //!< absent when the tenant does not say

    bool operator==(const ExportCount &) const = default;
};

//! Members of a JSON object, in the order in which a person would read them.
using JsonMembers = QList<std::pair<QLatin1StringView, QJsonValue>>;

//! What files call these things; null for what is not known. Pages count from 1 there, as people
//! and the command line count.
[[nodiscard]] JsonMembers jsonMembers(const ExportProvenance &provenance);
//! \a readAt is when the last row was read; written in UTC, to the second, or null when invalid.
[[nodiscard]] JsonMembers jsonMembers(const ExportCount &count, const QDateTime &readAt);
//! What jsonMembers() wrote, read back; otherwise the key of the member that is missing or not what
//! it was written as.
[[nodiscard]] Result<ExportProvenance, QLatin1StringView> provenanceFromJson(
    const QJsonObject &object);
//! As text, one a line, without braces.
[[nodiscard]] QByteArray jsonLines(const JsonMembers &members);

} // namespace Vestibule
