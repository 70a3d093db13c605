// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/networksourcefactory.h"

namespace Vestibule {

NetworkSourceFactory::NetworkSourceFactory(Demo::Tenant &demo, const RetryPolicy &retry)
    : m_demo(demo)
    , m_retry(retry)
{
    m_network.apply({}, {});
}

std::optional<CertificateProblem> NetworkSourceFactory::setNetwork(const NetworkSettings &settings,
                                                                   const QString &proxyPassword)
{
    const auto problem = m_network.apply(settings, proxyPassword);
    m_request = {.timeout = settings.timeout, .tls = m_network.tls()};
    return problem;
}

std::optional<CertificateProblem> NetworkSourceFactory::certificateProblem(
    const QString &file) const
{
    return Vestibule::certificateProblem(file);
}

//! Shares the budget among clients with the same access: the tenant's rate limit is the same for
//! all organizations, lists and networks.
std::shared_ptr<ManagementClient> NetworkSourceFactory::client(const TenantAccess &access,
                                                               ConnectionEndpoint endpoint,
                                                               Requester requester)
{
    const auto made = std::make_shared<ManagementClient>(
        m_network.manager(), access,
        ManagementClient::Options{
            .request = m_request, .retry = m_retry, .endpoint = endpoint, .requester = requester});
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

ConnectionSourcePtr NetworkSourceFactory::connections(const TenantAccess &access,
                                                      ConnectionEndpoint endpoint,
                                                      Requester requester)
{
    return client(access, endpoint, requester);
}

OrganizationSourcePtr NetworkSourceFactory::organizations(const TenantAccess &access)
{
    return client(access, ConnectionEndpoint::Connections, Requester::Person);
}

SweepSourcePtr NetworkSourceFactory::sweep(const TenantAccess &access, ConnectionEndpoint endpoint,
                                           int sharePercent)
{
    auto made = client(access, endpoint, Requester::Sweep);
    made->setShare(sharePercent);
    return made;
}

std::optional<DemoSession> NetworkSourceFactory::launchDemo()
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
