// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"
#include "formats/savedview.h"
#include "store/profile.h"

#include <optional>
#include <variant>

namespace Vestibule {

//! Nothing has been chosen yet.
struct NoSubject {
    bool operator==(const NoSubject &) const = default;
};

//! The demo tenant. It has a new token whenever it is opened, and leaves nothing in the settings.
struct DemoSubject {
    TenantDomain domain{};

    bool operator==(const DemoSubject &) const = default;
};

//! One of the user's own tenants.
struct TenantSubject {
    TenantDomain domain{}; //!< empty when the profile's domain cannot be used
    std::optional<Profile> profile{}; //!< absent when the tenant is not in the settings

    bool operator==(const TenantSubject &) const = default;
};

//! A saved view: a file, so there is no token and no request.
struct SavedViewSubject {
    SavedViewPtr view; //!< not null

    bool operator==(const SavedViewSubject &) const = default;
};

//! What the window looks at. The functions below use std::visit without a fallback, so that the
//! compiler finds each decision that a new alternative needs.
using Subject = std::variant<NoSubject, DemoSubject, TenantSubject, SavedViewSubject>;

//! For std::visit: one lambda for each alternative.
template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

//! The tenant whose connections are shown; empty for NoSubject.
[[nodiscard]] TenantDomain domainOf(const Subject &subject);
//! The tenant's profile in the settings; null when it has none. Valid as long as the subject.
[[nodiscard]] const Profile *profileOf(const Subject &subject);
//! Null unless the subject is a saved view.
[[nodiscard]] SavedViewPtr savedViewOf(const Subject &subject);
[[nodiscard]] bool isDemo(const Subject &subject);

//! Its pages can be requested again, and it may have other organizations. False for a file.
[[nodiscard]] bool canRefresh(const Subject &subject);
//! One of the user's own tenants, so that its token can be changed. False while its domain cannot
//! be used.
[[nodiscard]] bool canEnterToken(const Subject &subject);
//! The settings may remember its organizations. False for the demo and for files.
[[nodiscard]] bool canRemember(const Subject &subject);

} // namespace Vestibule
