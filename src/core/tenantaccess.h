// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/tenantdomain.h"

namespace Vestibule {

//! What a request to a tenant needs: its domain and a token.
struct TenantAccess {
    TenantDomain domain{};
    AccessToken token{};

    bool operator==(const TenantAccess &) const = default;
    [[nodiscard]] bool isComplete() const { return !domain.isEmpty() && !token.isEmpty(); }
};

} // namespace Vestibule
