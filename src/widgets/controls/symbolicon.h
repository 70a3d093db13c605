// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QString>

namespace Vestibule {

enum class CellMeaning;
enum class ConnectionField;
enum class TenantKind;

//! The icon `:/icons/<name>.svg`, drawn in the palette's muted text colour at the size that is
//! asked for, and a few in a colour that says what their word says: amber for "to check" and for a
//! warning, green for yes. A disabled one is struck out in high contrast. It follows a change of
//! theme.
[[nodiscard]] QIcon symbolIcon(const QString &name);

//! The icon of a flag's value; null where something else says everything: for plain text, for an
//! access level, which has a ladder, and for the membership, whose two values do not mean yes and
//! no.
[[nodiscard]] QIcon meaningIcon(CellMeaning meaning, ConnectionField field);

//! A dot in the kind's colour.
[[nodiscard]] QIcon kindIcon(TenantKind kind);

//! The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace Vestibule
