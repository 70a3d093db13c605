// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QList>
#include <QString>

namespace Vestibule {

//! What several connections have in common in one field: the word of all, or each with how often
//! it is there, the commonest first ("Yes (2), No (1)"), or how many there are when they are more
//! than four. Empty for no connections.
[[nodiscard]] QString commonValue(const QList<OrganizationConnection> &connections,
                                  ConnectionField field);

} // namespace Vestibule
