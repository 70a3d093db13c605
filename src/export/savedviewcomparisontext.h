// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/savedviewcomparison.h"

#include <QString>

namespace Vestibule {

class PrivacyMode;

//! How far a comparison with a saved view is: the live listing takes the longest.
[[nodiscard]] QString comparisonProgressText(const SavedViewComparison &comparison);
//! Why nothing was compared, in one sentence; empty if it was. The file is the path of the saved
//! view, the host that of the live listing. Names are masked in privacy mode.
[[nodiscard]] QString comparisonProblemText(const SavedViewComparison::Outcome &outcome,
                                            const QString &file, const QString &host,
                                            const PrivacyMode &privacy);

} // namespace Vestibule
