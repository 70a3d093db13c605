// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/savedview.h"

#include <QString>

namespace Vestibule {

//! What stands over the rows of \a view as long as they are shown: that they are not live, from
//! when they are, and whether they are all. \a tenant is its name for people.
[[nodiscard]] QString savedViewText(const SavedView &view, const QString &tenant);
//! Why \a file, named for people, does not open.
[[nodiscard]] QString savedViewProblemText(const SavedViewProblem &problem, const QString &file);

} // namespace Vestibule
