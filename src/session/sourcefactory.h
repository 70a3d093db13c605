// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/networksettings.h"
#include "core/organization.h"
#include "core/requester.h"
#include "core/signin.h"
#include "core/sweepsource.h"
#include "core/tenantaccess.h"

#include <QList>

#include <optional>

namespace Vestibule {

//! How to reach the running demo tenant.
struct DemoSession {
    TenantAccess access{};
    QList<Organization> organizations{}; //!< not empty
};

//! Makes the sources that requests go through. The program room implements it, because session does
//! not know the network. It outlives its sources.
class SourceFactory {
public:
    SourceFactory() = default;
    SourceFactory(const SourceFactory &) = delete;
    SourceFactory &operator=(const SourceFactory &) = delete;
    virtual ~SourceFactory() = default;

    //! Never null; the access is complete.
    [[nodiscard]] virtual ConnectionSourcePtr connections(const TenantAccess &access,
                                                          ConnectionEndpoint endpoint,
                                                          Requester requester) = 0;
    //! For people. Never null; the access is complete.
    [[nodiscard]] virtual OrganizationSourcePtr organizations(const TenantAccess &access) = 0;
    //! Never null; the access is complete. The share is in percent, 1 to 100. All sources of one
    //! domain share its rate limit, whatever their tokens are.
    [[nodiscard]] virtual SweepSourcePtr sweep(const TenantAccess &access,
                                               ConnectionEndpoint endpoint, int sharePercent) = 0;
    //! The sign-in of the access's application, which all its sources share; null if the access has
    //! a token. It forgets its token when the last pointer to it is gone.
    [[nodiscard]] virtual SignInPtr signIn(const TenantAccess &access) = 0;
    //! Starts the demo tenant unless it is running; absent when it cannot start.
    [[nodiscard]] virtual std::optional<DemoSession> launchDemo() = 0;

    //! Sources that are made from now on use these settings. The password is for the manual proxy.
    //! If a problem is returned, the additional certificate is not trusted; the rest is applied.
    virtual std::optional<CertificateProblem> setNetwork(const NetworkSettings &settings,
                                                         const QString &proxyPassword) = 0;
    //! The problem that setNetwork() would return for this file.
    [[nodiscard]] virtual std::optional<CertificateProblem> certificateProblem(
        const QString &file) const = 0;
};

} // namespace Vestibule
