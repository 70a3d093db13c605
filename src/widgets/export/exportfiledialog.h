// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectionencoder.h"

#include <QDate>
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
//! "acme-corp-2026-11-29.html": characters that a file system may not like become an underscore.
//! The suffix has no dot.
[[nodiscard]] QString datedFileName(QString name, const QDate &day, const QString &suffix);
//! In privacy mode: that it masks the window, and not the file.
[[nodiscard]] QString realNamesText();

} // namespace Vestibule
