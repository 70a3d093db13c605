// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

class QIODevice;

namespace Vestibule {

enum class ExportFormat { Csv, Json };

//! Where exported rows come from: what a reader of the file will want to know.
struct ExportProvenance {
    QString tenantDomain{};
    QString organizationId{};
    std::optional<bool> isEnabled{}; //!< the server's filter
    QString programVersion{};
};

//! How many rows an export holds, and how many there are under its filter.
struct ExportCount {
    qsizetype rows = 0;
    std::optional<qsizetype> total{}; //!< absent when the tenant does not say

    bool operator==(const ExportCount &) const = default;
};

//! Writes rows to a device, one after another, so that a long listing need not be in memory.
//!
//! Every function is false when the device did not take it all; its errorString() says why.
class ConnectionWriter {
public:
    virtual ~ConnectionWriter() = default;

    [[nodiscard]] virtual bool begin() = 0;
    [[nodiscard]] virtual bool writeRow(const OrganizationConnection &connection) = 0;
    //! \a readAt is when the last row was read.
    [[nodiscard]] virtual bool end(const ExportCount &count, const QDateTime &readAt) = 0;
};

//! CSV: the API's field names, then the rows. JSON: the rows exactly as they came, in an envelope
//! with \a provenance. \a device is open for writing and outlives the writer.
[[nodiscard]] std::unique_ptr<ConnectionWriter> makeConnectionWriter(
    ExportFormat format, QIODevice &device, const ExportProvenance &provenance);

} // namespace Vestibule
