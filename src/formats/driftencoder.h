// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "formats/csv.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <span>

namespace Vestibule {

//! The names of the columns, in the order of a CSV file.
[[nodiscard]] const QStringList &driftColumns();

enum class DriftFormat {
    Text, //!< for people
    Csv,
    Json, //!< an object with the facts of both inventories and the rows
};

//! How the differences between two inventories are written to a file.
struct DriftLayout {
    DriftFormat format = DriftFormat::Csv;
    // For CSV only.
    QStringList columns{}; //!< some of driftColumns(); empty: all of them
    CsvDialect csv{};

    bool operator==(const DriftLayout &) const = default;
};

//! Writes differences as the bytes of a file, in pieces: call begin() once, encode() for each
//! piece, and end() once.
class DriftEncoder {
public:
    DriftEncoder() = default;
    DriftEncoder(const DriftEncoder &) = delete;
    DriftEncoder &operator=(const DriftEncoder &) = delete;
    virtual ~DriftEncoder() = default;

    [[nodiscard]] virtual QByteArray begin() = 0;
    [[nodiscard]] virtual QByteArray encode(std::span<const DriftChange> changes) = 0;
    [[nodiscard]] virtual QByteArray end() = 0;
};

//! For Csv and Json. The drift must live as long as the encoder.
//!
//! A value that was not sent is an empty cell in CSV, and missing in JSON; so is what a row does
//! not concern, such as the connection of an organization that was removed. Null is the word `null`
//! in CSV, and null in JSON.
[[nodiscard]] std::unique_ptr<DriftEncoder> makeDriftEncoder(const DriftLayout &layout,
                                                             const Drift &drift);

//! `not_comparable`.
[[nodiscard]] QLatin1StringView driftWord(DriftKind kind);

} // namespace Vestibule
