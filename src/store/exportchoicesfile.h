// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/exportchoices.h"

class QSettings;

namespace Vestibule {

//! The export's part of the settings file. A value that is missing or not one of its words falls
//! back to the default, and leaves the others alone.
[[nodiscard]] ExportChoices readExportChoices(const QSettings &file);

void writeExportChoices(QSettings &file, const ExportChoices &choices);

} // namespace Vestibule
