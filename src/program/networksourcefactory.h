// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/requester.h"
#include "demo/tenant.h"
#include "net/managementclient.h"
#include "net/networkaccess.h"
#include "session/sourcefactory.h"

#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace Vestibule {

class ApplicationSignIn;
class TenantPacer;

//! The production SourceFactory: HTTP with the user's network settings. It starts the demo tenant
//! when it is first needed.
class NetworkSourceFactory final : public SourceFactory {
public:
    //! The demo tenant outlives this object.
    NetworkSourceFactory(Demo::Tenant &demo, const RetryPolicy &retry);

    [[nodiscard]] ConnectionSourcePtr connections(const TenantAccess &access,
                                                  ConnectionEndpoint endpoint,
                                                  Requester requester) override;
    [[nodiscard]] OrganizationSourcePtr organizations(const TenantAccess &access) override;
    [[nodiscard]] SweepSourcePtr sweep(const TenantAccess &access, ConnectionEndpoint endpoint,
                                       int sharePercent) override;
    [[nodiscard]] SignInPtr signIn(const TenantAccess &access) override;
    [[nodiscard]] std::optional<DemoSession> launchDemo() override;
    std::optional<CertificateProblem> setNetwork(const NetworkSettings &settings,
                                                 const QString &proxyPassword) override;
    [[nodiscard]] std::optional<CertificateProblem> certificateProblem(
        const QString &file) const override;

private:
    [[nodiscard]] std::shared_ptr<TenantPacer> pacerOf(const TenantDomain &domain);
    [[nodiscard]] std::shared_ptr<ManagementClient> client(const TenantAccess &access,
                                                           ConnectionEndpoint endpoint,
                                                           Requester requester);

    Demo::Tenant &m_demo;
    RetryPolicy m_retry;
    RequestOptions m_request;
    NetworkAccess m_network;
    std::map<QString, std::weak_ptr<TenantPacer>> m_pacers; //!< those in use, by domain
    std::vector<std::weak_ptr<ApplicationSignIn>> m_signIns; //!< those in use
};

} // namespace Vestibule
