// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secretbytes.h"

#include <QString>

namespace Vestibule {

//! What an application of a tenant signs in with (OAuth 2.0, client credentials). The secret goes
//! to the token endpoint of its tenant and to the secret store, and nowhere else.
struct ClientCredentials {
    QString clientId{};
    SecretBytes secret{}; //!< UTF-8
    //! The API that the token is for, `https://TENANT.REGION.auth0.com/api/v2/`; empty: that of the
    //! domain, which is right unless it is a custom one.
    QString audience{};

    [[nodiscard]] bool isComplete() const { return !clientId.isEmpty() && !secret.isEmpty(); }
    bool operator==(const ClientCredentials &) const = default;
};

} // namespace Vestibule
