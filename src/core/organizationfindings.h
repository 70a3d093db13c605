// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"
#include "core/loginprompt.h"
#include "core/organization.h"

#include <QList>

namespace Vestibule {

//! What the rules say about one organization.
struct OrganizationFindings {
    //! A rule that is not checked needs other organizations, or rows that were not listed. Without
    //! FindingRule::Unused, which is about no organization.
    QList<FindingCount> rules{};
    QList<Finding> findings{}; //!< in the order of the rules, then of the rows
};

//! From its listing alone. An inventory says more: it has the other organizations.
[[nodiscard]] OrganizationFindings organizationFindings(const Organization &organization,
                                                        const PromptRows &rows);

} // namespace Vestibule
