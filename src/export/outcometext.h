// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/connectionexport.h"

#include <QString>

namespace Vestibule {

//! How an export ended: "132 of 132 connections written to acme.csv.", or why nothing was written.
//! \a targetName is a path; empty for standard output. \a host is what was asked, for people.
[[nodiscard]] QString outcomeText(const ConnectionExport::Outcome &outcome, const QString &host,
                                  const QString &targetName);

//! The same for an export that failed for \a reason, a sentence.
[[nodiscard]] QString nothingWrittenText(const QString &reason);

} // namespace Vestibule
