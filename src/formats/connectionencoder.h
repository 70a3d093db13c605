// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "formats/csv.h"
#include "formats/exportprovenance.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace Vestibule {

enum class ExportFormat {
    Csv,
    Json, //!< the rows exactly as they came, in an object with their provenance
    Ndjson, //!< a row a line, exactly as it came but for line breaks in it
};

//! How rows become a file.
struct ExportLayout {
    ExportFormat format = ExportFormat::Csv;
    //! The columns, in this order. This and the members below are for CSV alone.
    QList<ConnectionField> fields{AllConnectionFields.begin(), AllConnectionFields.end()};
    QStringList header{}; //!< one for each field; empty: the API's names
    CsvDialect csv{};

    bool operator==(const ExportLayout &) const = default;
};

//! Rows as the bytes of a file, piece by piece, so that a long listing need not be in memory:
//! begin() once, encode() for each piece, end() once.
class ConnectionEncoder {
public:
    ConnectionEncoder() = default;
    ConnectionEncoder(const ConnectionEncoder &) = delete;
    ConnectionEncoder &operator=(const ConnectionEncoder &) = delete;
    virtual ~ConnectionEncoder() = default;

    [[nodiscard]] virtual QByteArray begin() = 0;
    //! What \a rows add to those before.
    [[nodiscard]] virtual QByteArray encode(const QList<OrganizationConnection> &rows) = 0;
    //! \a readAt is when the last row was read; invalid when there was none.
    [[nodiscard]] virtual QByteArray end(const ExportCount &count, const QDateTime &readAt) = 0;
};

//! \a provenance is written by Json alone.
[[nodiscard]] std::unique_ptr<ConnectionEncoder> makeConnectionEncoder(
    const ExportLayout &layout, const ExportProvenance &provenance);

} // namespace Vestibule
