// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"
#include "core/tenantaccess.h"
#include "store/profile.h"

#include <QString>

namespace Vestibule {

//! The tenant and the token that a start was given, beside the settings.
struct AccessInput {
    TenantAccess access{}; //!< what is known; either part may be empty
    QString organizationId{};
};

//! The profile that \a line names, or else \a current, the chosen one; empty when there is neither.
[[nodiscard]] Result<Profile, UsageError> findProfile(const CommandLine &line,
                                                      const QList<Profile> &profiles,
                                                      const Profile &current);

//! Takes the domain from \a line, AUTH0_DOMAIN or \a saved, as findProfile() found it, and the
//! token from the token file or AUTH0_API_TOKEN, in this order; with --profile, AUTH0_DOMAIN is not
//! looked at. The organization is that of \a line, or that of \a saved for the same domain. A given
//! value that is not usable is a usage error; a saved one is passed over. AUTH0_API_TOKEN leaves
//! the environment, so that no child process inherits it.
[[nodiscard]] Result<AccessInput, UsageError> readAccess(const CommandLine &line,
                                                         const Profile &saved);

//! What is still missing, or not usable, before a tenant can be asked; absent when nothing is.
[[nodiscard]] std::optional<UsageError> missingInput(const AccessInput &input);

} // namespace Vestibule
