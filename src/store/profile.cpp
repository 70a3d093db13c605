// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/profile.h"

namespace Vestibule {

std::optional<Profile> profileFor(const TenantDomain &domain, const QList<Profile> &profiles,
                                  const QString &currentId)
{
    std::optional<Profile> found;
    for (const Profile &profile : profiles) {
        const auto own = TenantDomain::fromText(profile.domain);
        const bool isFor = own && *own == domain;
        if (isFor && (!found || profile.id == currentId))
            found = profile;
    }
    return found;
}

} // namespace Vestibule
