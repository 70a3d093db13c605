// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"
#include "core/inventory.h"
#include "core/loginprompt.h"
#include "core/organization.h"
#include "formats/htmlreport.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! What the report of one organization is made of.
struct OrganizationReportContent {
    enum class Origin {
        Listing, //!< read from the tenant for this report
        SavedView,
        Inventory,
    };

    Origin origin = Origin::Listing;
    QString tenant{}; //!< as InventorySummary::tenant
    Organization organization{};
    PromptRows rows{}; //!< whole unless more rows were left out than a filter of the server does
    std::optional<qsizetype> total{}; //!< of the listing, if the rows are a part of it
    QDateTime readAt{};
    // Only of an inventory.
    OrganizationState state = OrganizationState::Read;
    int errorStatus = 0; //!< HTTP, if it failed
    QString errorText{}; //!< the same
    bool isInventoryComplete = true; //!< otherwise some findings may be missing

    QList<FindingCount> rules{};
    QList<QList<Finding>> findings{}; //!< those of each rule that are not muted
    QString fileName{}; //!< of the inventory or saved view, without its folder; empty: none to name
    QByteArray sha256{}; //!< of the file; empty when there is none
    QDateTime madeAt{};
    QString programVersion{};

    //! All connections of the organization that the tenant's list has are there.
    [[nodiscard]] bool isWhole() const;
};

//! Which of the organization's connections are there, in one sentence.
[[nodiscard]] QString organizationCoverageText(const OrganizationReportContent &content);

//! What is missing, in one sentence; empty if the report covers everything.
[[nodiscard]] QString organizationMissingText(const OrganizationReportContent &content);

//! In the chosen language, with times in UTC.
[[nodiscard]] HtmlReport organizationReportOf(const OrganizationReportContent &content);

} // namespace Vestibule
