// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/savedfile.h"

#include "widgets/export/exportfiledialog.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct SavedFileText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::SavedFile)
};

} // namespace

MessageBanner::Message savedMessage(const SavedFile &file)
{
    return {.severity = file.isWarning ? MessageBanner::Severity::Warning
                                       : MessageBanner::Severity::Information,
            .text = file.sentence,
            .actionText = file.isOpenable ? SavedFileText::tr("Open") : QString(),
            .action = [path = file.path] { openExportedFile(path); },
            .otherText = SavedFileText::tr("Show in folder"),
            .otherAction = [path = file.path] { openFolderOfFile(path); },
            .isNaming = true};
}

} // namespace Vestibule
