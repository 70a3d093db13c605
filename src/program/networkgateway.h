// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/tenant.h"
#include "net/managementclient.h"
#include "net/networkaccess.h"
#include "session/tenantgateway.h"

#include <memory>
#include <vector>

namespace Vestibule {

//! Tenants as they are reached in earnest: over HTTP, through the person's network settings; and
//! the demo tenant, which is started when somebody asks for it.
class NetworkGateway final : public TenantGateway {
public:
    //! \a demo outlives this object.
    NetworkGateway(Demo::Tenant &demo, const RetryPolicy &retry);

    [[nodiscard]] ConnectionSourcePtr connections(const TenantAccess &access,
                                                  ConnectionEndpoint endpoint) override;
    [[nodiscard]] OrganizationSourcePtr organizations(const TenantAccess &access) override;
    [[nodiscard]] std::optional<DemoSession> launchDemo() override;
    std::optional<CertificateProblem> setNetwork(const NetworkSettings &settings,
                                                 const QString &proxyPassword) override;
    [[nodiscard]] std::optional<CertificateProblem> certificateProblem(
        const QString &file) const override;

private:
    [[nodiscard]] std::shared_ptr<ManagementClient> client(const TenantAccess &access,
                                                           ConnectionEndpoint endpoint);

    Demo::Tenant &m_demo;
    RetryPolicy m_retry;
    RequestOptions m_request;
    NetworkAccess m_network;
    //! Those that somebody still asks. A tenant's budget is known as long as one of them is here.
    std::vector<std::weak_ptr<ManagementClient>> m_clients;
};

} // namespace Vestibule
