// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/controls/messagebanner.h"

#include <QString>

namespace Vestibule {

//! A file that was written for the user.
struct SavedFile {
    QString sentence{}; //!< names the file
    QString path{};
    bool isOpenable = true; //!< by another program
    bool isWarning = false; //!< the sentence says what the file does not have
};

//! With buttons that open the file and its folder.
[[nodiscard]] MessageBanner::Message savedMessage(const SavedFile &file);

} // namespace Vestibule
