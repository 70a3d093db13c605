// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/connectionwords.h"

#include <QIcon>

namespace Vestibule {

//! The icon beside the word of a flag or level; null where the words say it all: for plain text,
//! and for membership, of which neither way is a yes or a no.
[[nodiscard]] QIcon meaningIcon(CellMeaning meaning, ConnectionField field);

} // namespace Vestibule
