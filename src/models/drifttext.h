// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "models/driftrows.h"

#include <QString>
#include <QStringList>

namespace Vestibule {

// The words for differences between two inventories, in a table and its details. Texts of a tenant
// pass displaySafe().

enum class DriftColumn {
    Name, //!< of a group its name, of a difference the other side of the link
    Kind,
    Field,
    Before,
    After,
};
[[nodiscard]] QString driftColumnTitle(DriftColumn column, DriftGrouping grouping);
//! The name of the group that the difference belongs to.
[[nodiscard]] QString driftGroupTitle(const DriftChange &change, DriftGrouping grouping);

//! "Added", "Not comparable".
[[nodiscard]] QString driftKindWord(DriftKind kind);
//! The title of a field as in the other tables; a field that this version does not know by its
//! name. Empty for an empty field.
[[nodiscard]] QString driftFieldTitle(const QString &field);
//! A value of the field, as the other tables show it: "Yes", "Limited", "not sent", "null".
[[nodiscard]] QString driftValueWord(const QString &field, const DriftValue &value);
//! What has happened, in a sentence: "Only the new inventory has this connection in the
//! organization."
[[nodiscard]] QString driftSentence(const Drift &drift, const DriftChange &change);

//! The name of the organization, otherwise its id, or that the difference concerns all of them.
[[nodiscard]] QString driftOrganization(const DriftChange &change);
//! The name of the connection, otherwise its id, or that the difference concerns the organization.
[[nodiscard]] QString driftConnection(const DriftChange &change);

//! "3 differences".
[[nodiscard]] QString differencesText(qsizetype count);
//! How many there are of each kind: "3 changed, 1 added".
[[nodiscard]] QString driftKindsText(const DriftCounts &counts);

//! The change with names and ids masked, and with its values if they are names.
[[nodiscard]] DriftChange masked(const DriftChange &change);

} // namespace Vestibule
