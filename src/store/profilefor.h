// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"
#include "store/profile.h"

#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! Which of \a profiles a domain alone means, for several may have it: the one called \a currentId,
//! which was chosen last, if it is for \a domain, or else the first one that is. Absent when none
//! is.
[[nodiscard]] std::optional<Profile> profileFor(const TenantDomain &domain,
                                                const QList<Profile> &profiles,
                                                const QString &currentId);

} // namespace Vestibule
