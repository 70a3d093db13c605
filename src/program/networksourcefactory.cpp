// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/networksourcefactory.h"

#include "net/applicationsignin.h"
#include "net/ratepacer.h"

using namespace Qt::StringLiterals;

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
    for (const auto &known : m_signIns) {
        if (const auto signIn = known.lock())
            signIn->setRequestOptions(m_request);
    }
    return problem;
}

std::optional<CertificateProblem> NetworkSourceFactory::certificateProblem(
    const QString &file) const
{
    return Vestibule::certificateProblem(file);
}

//! The rate limit is the tenant's: the same for all its tokens, lists and networks.
std::shared_ptr<TenantPacer> NetworkSourceFactory::pacerOf(const TenantDomain &domain)
{
    std::erase_if(m_pacers, [](const auto &pacer) { return pacer.second.expired(); });
    std::weak_ptr<TenantPacer> &known = m_pacers[domain.text()];
    std::shared_ptr<TenantPacer> pacer = known.lock();
    if (!pacer) {
        pacer = std::make_shared<TenantPacer>();
        known = pacer;
    }
    return pacer;
}

std::shared_ptr<ManagementClient> NetworkSourceFactory::client(const TenantAccess &access,
                                                               ConnectionEndpoint endpoint,
                                                               Requester requester)
{
    return std::make_shared<ManagementClient>(
        m_network.manager(), access,
        ManagementClient::Options{
            .request = m_request, .retry = m_retry, .endpoint = endpoint, .requester = requester},
        pacerOf(access.domain), signIn(access));
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

SignInPtr NetworkSourceFactory::signIn(const TenantAccess &access)
{
    if (!access.signsIn())
        return {};
    std::erase_if(m_signIns, [](const auto &signIn) { return signIn.expired(); });
    for (const auto &known : m_signIns) {
        const auto signIn = known.lock();
        if (signIn->isFor(access.domain, access.application))
            return signIn;
    }
    auto signIn = std::make_shared<ApplicationSignIn>(m_network.manager(), access.domain,
                                                      access.application, m_request, m_retry);
    m_signIns.push_back(signIn);
    return signIn;
}

std::optional<DemoSession> NetworkSourceFactory::launchDemo()
{
    if (!m_demo.isRunning() && !m_demo.start())
        return {};
    const auto domain = TenantDomain::fromText(m_demo.domain());
    const Demo::TokenClaims claims{.scope = u"read:organization_connections read:organizations "
                                            "read:connections"_s};
    const auto token = AccessToken::fromText(QString::fromLatin1(m_demo.makeToken(claims)));
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
