// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"

#include <QString>

#include <optional>

namespace Vestibule {

class PrivacyMode;

//! A tenant as people know it: fit for one line on screen, and masked while \a privacy is on.

//! What is to be named; its domain, at least.
struct NamedTenant {
    QString domain{};
    std::optional<Profile> profile{}; //!< its own, if it is in the settings
    bool isDemo = false;
    bool isSaved = false; //!< its rows are those of a saved view
};

//! Its name in the settings, or else its domain.
[[nodiscard]] QString tenantName(const NamedTenant &tenant, const PrivacyMode &privacy);
//! The same with what it is: "acme-prod (Production)", "acme.eu.auth0.com (saved, not live)"; or
//! "Demo tenant" alone.
[[nodiscard]] QString tenantTitle(const NamedTenant &tenant, const PrivacyMode &privacy);

} // namespace Vestibule
