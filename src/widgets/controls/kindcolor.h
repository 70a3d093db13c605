// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"

#include <QColor>
#include <QIcon>

namespace Vestibule {

//! The colour of a tenant's kind; white text on it has a contrast of at least 4.5 to 1. It always
//! stands beside the kind's word.
[[nodiscard]] QColor kindColor(TenantKind kind);
[[nodiscard]] QColor demoColor();
[[nodiscard]] QColor savedViewColor();
//! A dot in the kind's colour.
[[nodiscard]] QIcon kindIcon(TenantKind kind);

} // namespace Vestibule
