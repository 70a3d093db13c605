// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "formats/connectionencoder.h"
#include "formats/csv.h"
#include "formats/provenance.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace Vestibule {

//! The names of the columns of a list, in the order of a CSV file. Links have the API's field names
//! behind those of their organization.
[[nodiscard]] QStringList inventoryColumns(InventoryList list);

//! What an inventory is and how much of it is there, with the names that files use.
[[nodiscard]] JsonMembers jsonMembers(const InventorySummary &summary);
//! The text with its quotes. For millions of rows, for which QJsonDocument would take ten times as
//! long.
void appendJsonString(QByteArray &json, const QString &text);

//! How rows of an inventory are written to a file.
struct InventoryLayout {
    ExportFormat format = ExportFormat::Csv;
    // For CSV only.
    QStringList columns{}; //!< some of inventoryColumns(); empty: all of them
    CsvDialect csv{};

    bool operator==(const InventoryLayout &) const = default;
};

//! Writes rows of an inventory as the bytes of a file, in pieces: call begin() once, encode() for
//! each piece, and end() once.
//!
//! In JSON rows are flat and named like the CSV's columns: a field that was not sent is missing,
//! and null stays null. Json is an object with the inventory's facts and the rows; of Ndjson each
//! line is a row.
class InventoryEncoder {
public:
    InventoryEncoder() = default;
    InventoryEncoder(const InventoryEncoder &) = delete;
    InventoryEncoder &operator=(const InventoryEncoder &) = delete;
    virtual ~InventoryEncoder() = default;

    [[nodiscard]] virtual QByteArray begin() = 0;
    //! All rows are of the encoder's list.
    [[nodiscard]] virtual QByteArray encode(const QList<InventoryRow> &rows) = 0;
    [[nodiscard]] virtual QByteArray end() = 0;
};

//! Only Json writes the summary.
[[nodiscard]] std::unique_ptr<InventoryEncoder> makeInventoryEncoder(
    InventoryList list, const InventoryLayout &layout, const InventorySummary &summary);

} // namespace Vestibule
