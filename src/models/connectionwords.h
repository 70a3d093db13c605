// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/strategycatalog.h"

#include <QString>

namespace Vestibule {

//! What a cell says, beyond its words: chooses an icon and an order.
enum class CellMeaning {
    Text,
    Yes,
    No,
    AccessNone,
    AccessReadOnly,
    AccessLimited,
    AccessFull,
    NotSent, //!< the tenant said nothing: this is not "no"
    NotApplicable, //!< sent or not, it has no meaning for this strategy
};

[[nodiscard]] CellMeaning cellMeaning(const OrganizationConnection &connection,
                                      ConnectionField field);

//! The name of the field for people, short enough for a column.
[[nodiscard]] QString fieldTitle(ConnectionField field);

//! The value in a word or two: "Yes", "Limited", "Okta Workforce", a dash for what was not sent.
//! Words of the tenant come through visibleText(), and no more than 1,000 characters of them.
[[nodiscard]] QString valueWord(const OrganizationConnection &connection, ConnectionField field);

//! The value for a screen reader and for tooltips, where a dash would say nothing.
[[nodiscard]] QString spokenValue(const OrganizationConnection &connection, ConnectionField field);

//! Both together, as a screen reader says them: "Enabled: Yes".
[[nodiscard]] QString spokenField(const OrganizationConnection &connection, ConnectionField field);

//! Only for one of the four levels of access.
[[nodiscard]] QString accessWord(CellMeaning level);

//! The human name of a strategy; one that is not known comes through visibleText(), shortened as in
//! valueWord().
[[nodiscard]] QString strategyWord(const QString &strategy);
[[nodiscard]] QString categoryWord(StrategyCategory category);

//! How the connection is called where one name is wanted: its name, else the organization's name
//! for it, else its id.
[[nodiscard]] QString displayName(const OrganizationConnection &connection);

} // namespace Vestibule
