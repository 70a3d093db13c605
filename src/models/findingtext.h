// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"

#include <QString>

namespace Vestibule {

// The words for findings, wherever they are shown: in the window, in the terminal, in reports.

//! A few words, for a cell.
[[nodiscard]] QString findingTitle(FindingRule rule);
//! What the rule says about its subject, in one or two sentences.
[[nodiscard]] QString findingSentence(FindingRule rule);
//! "High", "For information".
[[nodiscard]] QString severityWord(FindingSeverity severity);
//! Severity and title: "High: No connection is enabled".
[[nodiscard]] QString findingHeadline(FindingRule rule);
//! "3 links", "1 organization", as the rule's subject is.
[[nodiscard]] QString findingCountText(FindingRule rule, qsizetype count);

//! What a mute holds for: "this connection in every organization".
[[nodiscard]] QString muteScopeText(const FindingKey &key);

} // namespace Vestibule
