// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QLabel;

namespace Vestibule {

//! The line under a field of a form. A hint is quiet, a complaint is not: it takes the hint's
//! place.
void showHint(QLabel &label, const QString &hint, const QString &problem);
//! Room for the longest text in every language, no more and no less: a complaint moves nothing.
void reserveLines(QLabel &label, int lines);

} // namespace Vestibule
