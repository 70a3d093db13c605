// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sweepsource.h"
#include "demo/tenant.h"
#include "net/applicationsignin.h"
#include "net/managementclient.h"
#include "support/tokensamples.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

//! Without the one organization that has more connections than a page.
inline bool startSmall(Vestibule::Demo::Tenant &tenant)
{
    if (!tenant.start())
        return false;
    for (const Vestibule::Demo::Organization &organization : tenant.organizations().mid(1, 1))
        tenant.setConnectionCount(organization.id, 7);
    return true;
}

inline Vestibule::SweepSourcePtr clientOf(QNetworkAccessManager &manager,
                                          const Vestibule::Demo::Tenant &tenant,
                                          const QByteArray &token,
                                          const Vestibule::ManagementClient::Options &options = {})
{
    return std::make_shared<Vestibule::ManagementClient>(
        manager,
        Vestibule::TenantAccess{*Vestibule::TenantDomain::fromText(tenant.domain()),
                                Vestibule::Samples::token(token)},
        options);
}

//! The tenant's application signs in.
inline Vestibule::SweepSourcePtr signedInClientOf(QNetworkAccessManager &manager,
                                                  const Vestibule::Demo::Tenant &tenant)
{
    using namespace Vestibule;
    using namespace std::chrono_literals;
    const TenantAccess access{.domain = *TenantDomain::fromText(tenant.domain()),
                              .application = {.clientId = QString::fromLatin1(Demo::ClientId),
                                              .secret = SecretBytes(Demo::ClientSecret)}};
    const ManagementClient::Options quick{
        .request = {.timeout = 1s},
        .retry = {.firstDelay = 10ms, .maximumDelay = 500ms, .maximumWait = 1500ms}};
    const auto signIn = std::make_shared<ApplicationSignIn>(
        manager, access.domain, access.application, quick.request, quick.retry);
    return std::make_shared<ManagementClient>(manager, access, quick, nullptr, signIn);
}

//! Chooses another source for some requests.
class RoutedSource final : public Vestibule::SweepSource {
public:
    //! Gets the id of the organization, which is empty for the lists of the tenant.
    using Route = std::function<Vestibule::SweepSourcePtr(const QString &organizationId)>;

    explicit RoutedSource(Route route)
        : m_route(std::move(route))
    {
    }
    Vestibule::ReplyPtr<Vestibule::ConnectionPage> fetchPage(
        const Vestibule::PageRequest &request) override
    {
        return m_route(request.organizationId)->fetchPage(request);
    }
    Vestibule::ReplyPtr<Vestibule::OrganizationPage> fetchOrganizations(
        const QString &checkpoint) override
    {
        return m_route({})->fetchOrganizations(checkpoint);
    }
    Vestibule::ReplyPtr<Vestibule::CataloguePage> fetchCatalogue(const QString &checkpoint) override
    {
        return m_route({})->fetchCatalogue(checkpoint);
    }
    void setShare(int) override {}
    [[nodiscard]] std::optional<double> requestsPerSecond() const override { return {}; }

private:
    Route m_route;
};
