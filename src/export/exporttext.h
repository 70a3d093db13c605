// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportjob.h"
#include "export/inventoryexport.h"
#include "export/reportjob.h"

#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

class PrivacyMode;

// Texts about exports. Functions with a PrivacyMode mask names while it is on, also the file's
// name, which may be that of an organization.

//! What is exported: "Acme Corp – acme-prod (Production)", "Acme Corp – Demo tenant".
[[nodiscard]] QString exportTitle(const Organization &organization, const Subject &subject,
                                  const PrivacyMode &privacy);
//! "Enabled connections only"; empty when there is no filter.
[[nodiscard]] QString exportFilterText(std::optional<bool> isEnabled);
//! The organization on one line: "Acme Corp", or its id.
[[nodiscard]] QString exportedOrganization(const ExportRequest &request,
                                           const PrivacyMode &privacy);
//! The tenant on one line: "acme-prod (Production) · acme.eu.auth0.com".
[[nodiscard]] QString exportedTenant(const ExportRequest &request, const PrivacyMode &privacy);
//! The rows on one line: "Enabled connections only · all pages".
[[nodiscard]] QString exportedRows(const ExportProvenance &provenance);

//! How far an export is, and how long it will still take at the pace so far: "300 of 1,000 rows
//! read, about 12 s left". The total is -1 when it is not known; `elapsed` is since reading began.
//! There is no time before the pace is known well enough.
[[nodiscard]] QString progressText(qsizetype rows, qsizetype total,
                                   std::chrono::milliseconds elapsed);
//! How an export ended: "132 of 132 connections written to acme.csv.", or why nothing was written.
//! The target's name is a path; empty for standard output. The host is the tenant's, for people.
[[nodiscard]] QString outcomeText(const ExportJob::Outcome &outcome, const QString &host,
                                  const QString &targetName);
//! The same for rows of an inventory: "132 rows written to acme.csv.". What the inventory lacks is
//! not in it.
[[nodiscard]] QString outcomeText(const InventoryExport::Outcome &outcome,
                                  const QString &targetName);
//! The same for a report: "The report was written to acme.html.".
[[nodiscard]] QString reportOutcomeText(const ReportJob::Outcome &outcome, const QString &host,
                                        const QString &targetName);
//! That a saved view, which has one organization at one time, cannot be compared here.
[[nodiscard]] QString comparesOnlyInventoriesText();
//! Of an export that was cancelled.
[[nodiscard]] QString cancelledText();
//! The same for one that was already being written to a pipe or a device.
[[nodiscard]] QString savingCancelledText(const QString &targetName);

//! How far a job is, why it is paused and what to do about it, or how it ended. What was written
//! has no file name in it.
[[nodiscard]] QString exportStateText(const ExportJob &job, const PrivacyMode &privacy);
//! The name of an icon beside exportStateText(); empty when there is nothing to draw attention to.
[[nodiscard]] QString exportStateIcon(const ExportJob &job);
//! In a few words, with what is exported: "Export of Acme Corp: 30 %".
[[nodiscard]] QString exportStatusText(const ExportJob &job, const PrivacyMode &privacy);
//! "An export is running: 300 of 1,000 rows read."
[[nodiscard]] QString exportRunningText(const ExportJob &job);

} // namespace Vestibule
