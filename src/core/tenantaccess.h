// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/clientcredentials.h"
#include "core/tenantdomain.h"

namespace Vestibule {

//! What a request to a tenant needs: its domain, and a token or an application that signs in.
struct TenantAccess {
    TenantDomain domain{};
    AccessToken token{}; //!< empty if the application signs in: a SignIn has its tokens
    ClientCredentials application{};

    bool operator==(const TenantAccess &) const = default;
    [[nodiscard]] bool signsIn() const { return application.isComplete(); }
    [[nodiscard]] bool isComplete() const
    {
        return !domain.isEmpty() && (signsIn() || !token.isEmpty());
    }
};

} // namespace Vestibule
