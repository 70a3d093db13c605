// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QString>

namespace Vestibule {

//! What a field's value means for this connection, in one plain sentence. Source of the meanings:
//! Auth0's documentation of organization connections and of the My Organization API. Names of the
//! tenant in it are plain text, and shortened where they would bury the sentence.
[[nodiscard]] QString fieldSentence(const OrganizationConnection &connection,
                                    ConnectionField field);

} // namespace Vestibule
