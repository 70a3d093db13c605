// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/inventory.h"
#include "core/inventoryoverview.h"
#include "formats/htmlreport.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace Vestibule {

//! What a report is made of.
struct ReportContent {
    InventorySummary summary{};
    InventoryOverview overview{};
    QString fileName{}; //!< of the inventory, without its folder; empty when it is no file to keep
    QByteArray sha256{}; //!< of the file; empty when there is none
    QList<ConnectionUse> connections{}; //!< the first ones of overview.connections
    QList<QList<OrganizationUse>> organizations{}; //!< the first ones of each connection
    QList<InventoryOrganization> failed{}; //!< the first ones of summary.counts.failed
    QList<FindingCount> rules{}; //!< all of them
    QList<QList<Finding>> findings{}; //!< the first ones of each rule that are not muted
    DriftPtr drift{}; //!< from an old inventory to this one; null: it was not compared
    QString oldFileName{}; //!< of the old inventory, as fileName
    QByteArray oldSha256{}; //!< the same
    QDateTime madeAt{};
    QString programVersion{};
};

//! In the chosen language, with times in UTC.
[[nodiscard]] HtmlReport reportOf(const ReportContent &content);

// What the report of one organization has as well. Texts of the tenant's in it are safe to display.

//! A text of the tenant's, cut off after this many QChars.
[[nodiscard]] QString reportSafeText(const QString &text, qsizetype length = 80);
[[nodiscard]] QString reportNumberText(qsizetype number);
//! In UTC; empty for an invalid time.
[[nodiscard]] QString reportTimeText(const QDateTime &time);
//! With seconds if the two would otherwise look alike.
[[nodiscard]] QString reportTimeTextBeside(const QDateTime &time, const QDateTime &other);
//! The tenant of an InventorySummary.
[[nodiscard]] QString reportTenantName(const QString &tenant);
//! A name with its id below it.
[[nodiscard]] HtmlReport::Cell nameAndIdCell(const QString &name, const QString &id);
//! All rules with their numbers, and what each of them has found: the first findings of each.
[[nodiscard]] QList<HtmlReport::Section> findingSections(const QList<FindingCount> &rules,
                                                         const QList<QList<Finding>> &findings,
                                                         bool namesOrganizations);

} // namespace Vestibule
