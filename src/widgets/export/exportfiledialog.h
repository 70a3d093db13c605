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
//! "acme-corp-2026-11-29.html" of "Acme Corp.": small letters of ASCII without accents, digits and
//! hyphens, which every file system accepts. The suffix has no dot.
[[nodiscard]] QString datedFileName(const QString &name, const QDate &day, const QString &suffix);
//! With the program that the desktop has for it; nothing happens if it has none.
void openExportedFile(const QString &path);
//! The same for the file's folder.
void openFolderOfFile(const QString &path);
//! Of a file in this format, without the dot.
[[nodiscard]] QString suffixOf(ExportFormat format);
//! In privacy mode: that it masks the window, and not the file.
[[nodiscard]] QString realNamesText();

} // namespace Vestibule
