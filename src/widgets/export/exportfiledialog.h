// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectionencoder.h"

#include <QString>

class QFileDialog;
class QWidget;

namespace Vestibule {

class Settings;

//! Where exports are, most likely: the folder of the last one, or else the person's documents.
[[nodiscard]] QString exportFolder(const Settings &settings);
//! Asks where an export goes; opened already, and gone when it is closed. It begins in
//! exportFolder(), with \a name; a name without an ending gets that of \a format.
[[nodiscard]] QFileDialog *openExportFileDialog(const Settings &settings, ExportFormat format,
                                                const QString &name, QWidget *parent);

} // namespace Vestibule
