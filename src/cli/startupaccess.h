// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "core/tenantaccess.h"
#include "store/profile.h"

#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! What the program was started with: a tenant, its token and an organization.
struct StartupAccess {
    TenantAccess access{}; //!< either part may be empty
    QString organizationId{}; //!< empty when it is not known
    //! The tenant's profile in the settings; absent when it has none. Its domain may be unusable.
    std::optional<Profile> profile{};
};

//! The tenant is the one of --profile, of --domain, or of AUTH0_DOMAIN, in this order, or else the
//! profile with this id. The profile of a given domain is that of profileFor(). The token is the
//! one of --token-file or of AUTH0_API_TOKEN, in this order. The organization is the given one, or
//! else that of the profile.
//!
//! A given value that cannot be used is a usage error; one from the settings is skipped.
//! AUTH0_API_TOKEN is removed from the environment, so that no child process inherits it.
[[nodiscard]] Result<StartupAccess, UsageError> readAccess(const TenantOptions &tenant,
                                                           const QString &organizationId,
                                                           const QList<Profile> &profiles,
                                                           const QString &currentId);

//! What is missing to ask the tenant for its organizations; absent when nothing is.
[[nodiscard]] std::optional<UsageError> missingAccess(const StartupAccess &startup);
//! What is missing, or cannot be used, to ask for an organization; absent when nothing is.
[[nodiscard]] std::optional<UsageError> missingInput(const StartupAccess &startup);

} // namespace Vestibule
