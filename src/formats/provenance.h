// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/result.h"
#include "formats/connectionencoder.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace Vestibule {

//! Which rows of a listing an export holds.
enum class ExportExtent { AllPages, OnePage, SelectedRows };

//! Where exported rows come from, for readers of the file.
struct ExportProvenance {
    QString tenantDomain{}; //!< TenantDomain::text()
    QString organizationId{};
    QString organizationName{}; //!< for people; empty if unknown
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
    std::optional<bool> isEnabled{}; //!< the server's filter; absent: none
    ExportExtent extent = ExportExtent::AllPages;
    int pageIndex = 0; //!< from 0; for OnePage
    int pageSize = 0; //!< requested rows, from 1; for OnePage
    QString programVersion{};

    bool operator==(const ExportProvenance &) const = default;
};

//! How many rows an export holds, and how many the listing had with its filter.
struct ExportCount {
    qsizetype rows = 0;
    std::optional<qsizetype> total{}; //!< absent if the tenant did not say

    bool operator==(const ExportCount &) const = default;
};

//! Members of a JSON object, in an order that suits people.
using JsonMembers = QList<std::pair<QLatin1StringView, QJsonValue>>;

//! With the names that files use; null for what is unknown. Pages count from 1 in files, as on the
//! command line.
[[nodiscard]] JsonMembers jsonMembers(const ExportProvenance &provenance);
//! The time is that of the last row: in UTC, to the second; null if invalid.
[[nodiscard]] JsonMembers jsonMembers(const ExportCount &count, const QDateTime &readAt);
//! Reads what jsonMembers() wrote. The error is the key of the member that is missing or invalid.
[[nodiscard]] Result<ExportProvenance, QLatin1StringView> provenanceFromJson(
    const QJsonObject &object);
//! As text with one member on each line, without braces.
[[nodiscard]] QByteArray jsonLines(const JsonMembers &members);

//! A file beside an exported one: where the rows come from, how the file is written (for CSV), and
//! its size and hash, so that an auditor can see whether it was changed.
struct ExportSideFile {
    ExportProvenance provenance{};
    ExportLayout layout{};
    ExportCount count{};
    QDateTime readAt{}; //!< when the last row was read
    QString fileName{}; //!< without its folder
    qint64 size = 0; //!< in bytes
    QByteArray sha256{}; //!< of the whole file, 32 bytes

    //! As JSON, UTF-8.
    [[nodiscard]] QByteArray toJson() const;
};

//! `acme.csv.meta.json` for `acme.csv`.
[[nodiscard]] QString sideFilePath(const QString &path);

} // namespace Vestibule
