// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QProgressDialog;
class QWidget;

namespace Vestibule {

//! A dialog for work that may take long and that can be cancelled; its text is plain text. It shows
//! itself after half a second unless it is closed before that, and deletes itself when it is
//! closed, which the user may do when it is too late to cancel: before the work has ended.
[[nodiscard]] QProgressDialog *openBusyDialog(const QString &title, const QString &text,
                                              QWidget *window);

} // namespace Vestibule
