// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QString>

namespace Vestibule {

enum class CellMeaning;
enum class ConnectionField;
enum class TenantKind;

//! The icon `:/icons/<name>.svg`, drawn in the palette's text colour at the size that is asked for.
//! It follows a change of theme.
[[nodiscard]] QIcon symbolIcon(const QString &name);
//! The same in the colour of muted text, for an icon that only accompanies a word.
[[nodiscard]] QIcon quietSymbolIcon(const QString &name);

//! The icon of a flag's or level's value; null where the text says everything: for plain text, and
//! for the membership, whose two values do not mean yes and no.
[[nodiscard]] QIcon meaningIcon(CellMeaning meaning, ConnectionField field);

//! A dot in the kind's colour.
[[nodiscard]] QIcon kindIcon(TenantKind kind);

//! The program's own icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace Vestibule
