// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionhints.h"

#include <QStringList>

namespace Vestibule {

//! What deserves a second look, each in one sentence with its reason.

//! Those of \a connection.
[[nodiscard]] QStringList hintSentences(const OrganizationConnection &connection);
//! Those of \a page as a whole.
[[nodiscard]] QStringList hintSentences(const ConnectionPage &page);

} // namespace Vestibule
