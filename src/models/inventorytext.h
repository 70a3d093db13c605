// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/inventory.h"
#include "core/inventoryoverview.h"
#include "models/connectiontext.h"

#include <QString>

#include <optional>

namespace Vestibule {

// The words in the lists of an inventory. The tenant's own texts in them pass displaySafe() and are
// cut after 1,000 characters.

//! The field of a connection that a column of links shows; absent for all other columns.
[[nodiscard]] std::optional<ConnectionField> fieldOf(InventoryColumn column);

//! "Links", "Connections", "Organizations".
[[nodiscard]] QString listTitle(InventoryList list);
//! Short enough for the head of a column.
[[nodiscard]] QString columnTitle(InventoryList list, InventoryColumn column);
//! What the column says, in one sentence, with the API's name where it has one.
[[nodiscard]] QString columnSentence(InventoryList list, InventoryColumn column);
//! The value in a word or two.
[[nodiscard]] QString cellWord(const InventoryRow &row, InventoryColumn column);
//! The same where there is less room: a table has the whole value in its tooltip.
[[nodiscard]] QString shortCellWord(const InventoryRow &row, InventoryColumn column);
[[nodiscard]] CellMeaning cellMeaning(const InventoryRow &row, InventoryColumn column);
//! Title and value for screen readers: "Enabled: Yes".
[[nodiscard]] QString spokenCell(const InventoryRow &row, InventoryColumn column);

//! "Database, Enterprise +3".
[[nodiscard]] QString shortCategoriesText(const QList<StrategyCategory> &categories);
[[nodiscard]] QString stateWord(OrganizationState state);
//! Whether the link is enabled, and how people become members: "Enabled · automatic".
[[nodiscard]] QString linkStateText(const InventoryLink &link);
//! The value that a facet stands for: "Enabled", "Okta Workforce", "Full".
[[nodiscard]] QString facetText(const InventoryFacet &facet);
//! The same, shorter, where facetTitle() stands above it.
[[nodiscard]] QString facetTextBelowTitle(const InventoryFacet &facet);
//! What a facet is a value of: "Strategy", "Access level".
[[nodiscard]] QString facetTitle(InventoryFacet::Kind kind);
//! "1,204 links".
[[nodiscard]] QString rowsText(InventoryList list, qsizetype rows);
//! What a chart of the overview counts, by what: "Connections by strategy".
[[nodiscard]] QString chartTitle(const OverviewChart &chart);
//! How many values have no bar, in one sentence; empty when all have one.
[[nodiscard]] QString leftOutText(const OverviewChart &chart);
//! Of connections that two or more organizations have.
[[nodiscard]] QString sharedConnectionsTitle();
//! A number of the overview for screen readers: "Okta: 12 connections".
[[nodiscard]] QString spokenFigure(const QString &title, const QString &number);

//! Names and ids masked.
[[nodiscard]] InventoryRow masked(const InventoryRow &row);

} // namespace Vestibule
