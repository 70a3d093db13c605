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

//! What the program was started with: a tenant, its access and an organization.
struct StartupAccess {
    //! Either part may be empty. Without a token and an application, the audience may be given all
    //! the same, for the application of the profile.
    TenantAccess access{};
    QString organizationId{}; //!< empty when it is not known
    //! The tenant's profile in the settings; absent when it has none. Its domain may be unusable.
    std::optional<Profile> profile{};
};

//! The tenant is the one of --profile, of --domain, or of AUTH0_DOMAIN, in this order, or else the
//! profile with this id. The profile of a given domain is that of profileFor(). The organization is
//! the given one, or else that of the profile.
//!
//! The access is the token of --token-file or of AUTH0_API_TOKEN, in this order, or else the
//! application of --client-id or AUTH0_CLIENT_ID, with the secret of --client-secret-file or
//! AUTH0_CLIENT_SECRET, and the audience of AUTH0_AUDIENCE or of the profile. An ID without a
//! secret is a usage error, and a secret without an ID.
//!
//! A given value that cannot be used is a usage error; one from the settings is skipped.
//! AUTH0_API_TOKEN and the variables of an application are removed from the environment, so that no
//! child process inherits them.
[[nodiscard]] Result<StartupAccess, UsageError> readAccess(const TenantOptions &tenant,
                                                           const QString &organizationId,
                                                           const QList<Profile> &profiles,
                                                           const QString &currentId);

//! What is missing to ask the tenant for its organizations; absent when nothing is.
[[nodiscard]] std::optional<UsageError> missingAccess(const StartupAccess &startup);
//! What is missing, or cannot be used, to ask for an organization; absent when nothing is.
[[nodiscard]] std::optional<UsageError> missingInput(const StartupAccess &startup);

} // namespace Vestibule
