// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/networksettings.h"
#include "core/organizationsource.h"
#include "core/tenantaccess.h"

#include <QList>

#include <optional>

namespace Vestibule {

//! What a running demo tenant announces.
struct DemoSession {
    TenantAccess access{};
    QList<Organization> organizations{}; //!< not empty
};

//! The way to tenants, which the composition root provides: app itself knows no network. It
//! outlives the sources that it makes.
class TenantGateway {
public:
    TenantGateway() = default;
    TenantGateway(const TenantGateway &) = delete;
    TenantGateway &operator=(const TenantGateway &) = delete;
    virtual ~TenantGateway() = default;

    //! Never null; \a access is complete.
    [[nodiscard]] virtual ConnectionSourcePtr connections(const TenantAccess &access,
                                                          ConnectionEndpoint endpoint) = 0;
    //! Never null; \a access is complete.
    [[nodiscard]] virtual OrganizationSourcePtr organizations(const TenantAccess &access) = 0;
    //! Starts the demo tenant, once; absent when it cannot start.
    [[nodiscard]] virtual std::optional<DemoSession> launchDemo() = 0;

    //! How sources made from now on reach the network. \a proxyPassword is for the manual proxy
    //! alone. With a problem, the additional certificate is not trusted, and the rest holds.
    virtual std::optional<CertificateProblem> setNetwork(const NetworkSettings &settings,
                                                         const QString &proxyPassword) = 0;
    //! Whether setNetwork() would have one with this file.
    [[nodiscard]] virtual std::optional<CertificateProblem> certificateProblem(
        const QString &file) const = 0;
};

} // namespace Vestibule
