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

//! The tenant and the token that a start was given, beside the settings.
struct AccessInput {
    TenantAccess access{}; //!< what is known; either part may be empty
    QString organizationId{};
    //! The tenant's own in the settings; absent when it is in none. Its domain may be unusable.
    std::optional<Profile> profile{};
};

//! Takes the tenant from --profile, --domain or AUTH0_DOMAIN, in this order, or else it is the
//! profile called \a currentId; the profile of a given domain is that of profileFor(). Takes the
//! token from the token file or AUTH0_API_TOKEN, in this order. The organization is that of
//! \a line, or that of the profile. A given value that is not usable is a usage error; a saved one
//! is passed over. AUTH0_API_TOKEN leaves the environment, so that no child process inherits it.
[[nodiscard]] Result<AccessInput, UsageError> readAccess(const CommandLine &line,
                                                         const QList<Profile> &profiles,
                                                         const QString &currentId);

//! What is still missing, or not usable, before a tenant can be asked; absent when nothing is.
[[nodiscard]] std::optional<UsageError> missingInput(const AccessInput &input);

} // namespace Vestibule
