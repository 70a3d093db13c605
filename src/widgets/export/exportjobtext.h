// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

class ExportJob;
class PrivacyMode;

//! How far an export is, what holds it up and what to do about it, or what became of it; masked
//! while \a privacy is on. The file, too: it is the person's to name, and may be named after an
//! organization.
[[nodiscard]] QString exportStateText(const ExportJob &job, const PrivacyMode &privacy);
//! The name of an icon beside it, for who looks at it from afar; empty while nothing is to be
//! noticed.
[[nodiscard]] QString exportStateIcon(const ExportJob &job);
//! "An export is running: 300 of 1,000 rows read."
[[nodiscard]] QString exportRunningText(const ExportJob &job);

} // namespace Vestibule
