// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "widgets/table/celldelegate.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

namespace Vestibule {

// What the cells of a field look like in every table of connections. Widths are made for these
// words in place of the rows' texts, so that they stay the same whatever is shown.

inline constexpr QLatin1StringView UsualName("contractors-saml-2016");
//! Every new tenant has it.
inline constexpr QLatin1StringView LongestUsualName("Username-Password-Authentication");

[[nodiscard]] CellLook lookOf(ConnectionField field);
//! The words that a cell of the field should show whole.
[[nodiscard]] QStringList usualWords(ConnectionField field);
//! What a cell says where the flag has no meaning; it has no icon then. Empty for all other fields.
[[nodiscard]] QString wordWithoutMeaning(ConnectionField field);

} // namespace Vestibule
