// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/networkgateway.h"

namespace Vestibule {

NetworkGateway::NetworkGateway(Demo::Tenant &demo, const RetryPolicy &retry)
    : m_demo(demo)
    , m_retry(retry)
{
    m_network.apply({}, {});
}

std::optional<CertificateProblem> NetworkGateway::setNetwork(const NetworkSettings &settings,
                                                             const QString &proxyPassword)
{
    const auto problem = m_network.apply(settings, proxyPassword);
    m_request = {.timeout = settings.timeout, .tls = m_network.tls()};
    return problem;
}

std::optional<CertificateProblem> NetworkGateway::certificateProblem(const QString &file) const
{
    return Vestibule::certificateProblem(file);
}

//! Another organization, list or network is no new beginning for the tenant's rate limit.
std::shared_ptr<ManagementClient> NetworkGateway::client(const TenantAccess &access,
                                                         ConnectionEndpoint endpoint)
{
    const auto made = std::make_shared<ManagementClient>(
        m_network.manager(), access,
        ManagementClient::Options{.request = m_request, .retry = m_retry, .endpoint = endpoint});
    std::erase_if(m_clients, [](const auto &client) { return client.expired(); });
    for (const auto &client : m_clients) {
        const auto other = client.lock();
        if (other->access() == access) {
            made->shareBudget(*other);
            break;
        }
    }
    m_clients.push_back(made);
    return made;
}

ConnectionSourcePtr NetworkGateway::connections(const TenantAccess &access,
                                                ConnectionEndpoint endpoint)
{
    return client(access, endpoint);
}

OrganizationSourcePtr NetworkGateway::organizations(const TenantAccess &access)
{
    return client(access, ConnectionEndpoint::Connections);
}

std::optional<DemoSession> NetworkGateway::launchDemo()
{
    if (!m_demo.isRunning() && !m_demo.start())
        return {};
    const auto domain = TenantDomain::fromText(m_demo.domain());
    const auto token = AccessToken::fromText(QString::fromLatin1(m_demo.accessToken()));
    if (!domain || !token)
        return {};
    DemoSession session{.access = {.domain = *domain, .token = *token}};
    for (const Demo::Organization &organization : m_demo.organizations()) {
        session.organizations.append({.id = organization.id,
                                      .name = organization.name,
                                      .displayName = organization.displayName});
    }
    return session;
}

} // namespace Vestibule
