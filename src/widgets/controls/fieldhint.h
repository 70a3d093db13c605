// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QLabel;

namespace Vestibule {

class MutedLabel;

//! The line under a field of a form. A hint is quiet, a complaint is not: it takes the hint's
//! place.
void showHint(MutedLabel &label, const QString &hint, const QString &problem);
//! Room for the longest text in every language, so that a complaint moves nothing; with a font so
//! large that it does not do, the label grows.
void reserveLines(QLabel &label, int lines);

} // namespace Vestibule
