// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "formats/csv.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <memory>

namespace Vestibule {

struct ExportCount;
struct ExportProvenance;

enum class ExportFormat {
    Csv,
    Json, //!< an object with the rows exactly as they came and their provenance
    Ndjson, //!< a row on each line, as it came but without line breaks
};

//! How rows are written to a file.
struct ExportLayout {
    ExportFormat format = ExportFormat::Csv;
    //! The columns in order. This and the members below are for CSV only.
    QList<ConnectionField> fields{AllConnectionFields.begin(), AllConnectionFields.end()};
    QStringList header{}; //!< a title for each field; empty: the API's names
    CsvDialect csv{};

    bool operator==(const ExportLayout &) const = default;
};

//! Writes rows as the bytes of a file, in pieces, so that a long listing need not be in memory:
//! call begin() once, encode() for each piece, and end() once.
class ConnectionEncoder {
public:
    ConnectionEncoder() = default;
    ConnectionEncoder(const ConnectionEncoder &) = delete;
    ConnectionEncoder &operator=(const ConnectionEncoder &) = delete;
    virtual ~ConnectionEncoder() = default;

    [[nodiscard]] virtual QByteArray begin() = 0;
    //! The bytes for more rows.
    [[nodiscard]] virtual QByteArray encode(const QList<OrganizationConnection> &rows) = 0;
    //! The time is that of the last row; invalid if there was none.
    [[nodiscard]] virtual QByteArray end(const ExportCount &count, const QDateTime &readAt) = 0;
};

//! Only Json writes the provenance.
[[nodiscard]] std::unique_ptr<ConnectionEncoder> makeConnectionEncoder(
    const ExportLayout &layout, const ExportProvenance &provenance);

} // namespace Vestibule
