// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QString>
#include <QStringList>

namespace Vestibule {

//! The head of a field's column: short, so that all columns fit beside the details. Menus, details
//! and exports have the whole fieldTitle().
[[nodiscard]] QString columnHead(ConnectionField field);

//! What a column shows, for a tooltip of two lines: Auth0's own term with the field's name in the
//! API, and one sentence. Auth0's terms stay as they are in every language, so that people find
//! them in its console and its documentation.
[[nodiscard]] QStringList columnDescription(ConnectionField field);

} // namespace Vestibule
