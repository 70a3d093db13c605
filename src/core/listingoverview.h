// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/connectionhints.h"
#include "core/connectionpage.h"
#include "core/finding.h"
#include "core/inventory.h"
#include "core/organizationconnection.h"
#include "core/strategycatalog.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Vestibule {

//! The rows that have one value in common.
template <typename Value>
struct RowsOfValue {
    Value value{};
    QStringList ids{}; //!< connection ids, in the order of the rows

    bool operator==(const RowsOfValue &) const = default;
};

//! A row's organization_access_level. Null and a missing value are two values, as in the details.
struct ListedLevel {
    QString word{}; //!< the API's, or one that it does not name; empty unless it was sent
    FieldPresence presence = FieldPresence::Sent;

    bool operator==(const ListedLevel &) const = default;
};

[[nodiscard]] ListedLevel listedLevel(const OrganizationConnection &row);

//! Rows of one organization's listing in numbers, for pictures. Every row has exactly one value of
//! each kind, and any number of hints.
struct ListingOverview {
    qsizetype rows = 0;
    //! Yes and No always, NotSent if there are any. Empty for the older list, which has enabled
    //! connections alone and does not say so.
    QList<RowsOfValue<FlagChoice>> enabled{};
    QList<RowsOfValue<StrategyCategory>> categories{}; //!< those that are there
    //! Those that are there: the API's words in its order, then others by their letters, and last
    //! rows without one. Empty for the older list, which has no levels.
    QList<RowsOfValue<ListedLevel>> accessLevels{};
    QList<RowsOfValue<ConnectionHint>> hints{}; //!< those that are there, high ones first

    bool operator==(const ListingOverview &) const = default;
};

[[nodiscard]] ListingOverview listingOverview(const QList<OrganizationConnection> &rows,
                                              ConnectionEndpoint endpoint);

//! The rule of findings that says the same; absent if none does.
[[nodiscard]] std::optional<FindingRule> ruleOf(ConnectionHint hint);
//! That of the rule; a hint without one is for information.
[[nodiscard]] FindingSeverity severityOf(ConnectionHint hint);

} // namespace Vestibule
