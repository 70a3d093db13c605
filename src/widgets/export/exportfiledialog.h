// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectionencoder.h"

#include <QString>

class QFileDialog;
class QWidget;

namespace Vestibule {

class Settings;

//! The folder of the latest export, or else the user's documents.
[[nodiscard]] QString exportFolder(const Settings &settings);
//! Opens a dialog that asks for the file to write, and that deletes itself when it is closed. It
//! begins in exportFolder() with this name. A name without a suffix gets that of the format.
[[nodiscard]] QFileDialog *openExportFileDialog(const Settings &settings, ExportFormat format,
                                                const QString &name, QWidget *parent);
//! In privacy mode: that it masks the window, and not the file.
[[nodiscard]] QString realNamesText();

} // namespace Vestibule
