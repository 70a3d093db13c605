// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/reply.h"
#include "export/exportwriter.h"
#include "formats/exporttarget.h"
#include "formats/htmlreport.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <variant>

namespace Vestibule {

// What all reports do with files, on threads of their own: a slow disk may take long.

//! The SHA-256 of each file. Empty for an inventory that a sweep may write, whose content is also
//! in files beside it, for an empty path, and for a file that cannot be read: a report says
//! everything else all the same.
[[nodiscard]] ReplyPtr<QByteArrayList, InventoryProblem> hashFiles(const QStringList &paths);

//! The target of a report that is to be written to this path; an empty one is standard output.
[[nodiscard]] std::unique_ptr<ExportTarget> makeReportTarget(const QString &path);
//! Makes the report and writes it. The thread may outlive the reply: a report that is being written
//! is completed.
[[nodiscard]] ReplyPtr<std::monostate, WriteError> saveReport(
    std::unique_ptr<ExportTarget> target, const std::function<HtmlReport()> &makeReport);

} // namespace Vestibule
