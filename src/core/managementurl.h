// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/tenantdomain.h"

#include <QString>
#include <QUrl>

namespace Vestibule {

//! The Management API's URL for a page of connections. Contains no secret.
[[nodiscard]] QUrl connectionsUrl(const TenantDomain &domain, const PageRequest &page,
                                  ConnectionEndpoint endpoint);

//! The tenant's organizations after a checkpoint, or the first ones if that is empty.
[[nodiscard]] QUrl organizationsUrl(const TenantDomain &domain, const QString &checkpoint);

//! The tenant's connections after a checkpoint, or the first ones if that is empty: their ids,
//! names and strategies alone.
[[nodiscard]] QUrl catalogueUrl(const TenantDomain &domain, const QString &checkpoint);

//! Where an application of the tenant gets a token. Contains no secret.
[[nodiscard]] QUrl tokenUrl(const TenantDomain &domain);

//! Whether an error's request was to tokenUrl(): it says nothing about what was to be read with the
//! token.
[[nodiscard]] bool isTokenRequest(const QString &request);

//! The API for which an application wants a token, `https://DOMAIN/api/v2/`: a name, and https
//! wherever the tenant is. That of a custom domain is another one, see ClientCredentials.
[[nodiscard]] QString managementAudience(const TenantDomain &domain);

//! Whether the domain is the tenant's own one, and not a custom one: then managementAudience() is
//! the tenant's.
[[nodiscard]] bool isCanonicalDomain(const TenantDomain &domain);

//! The organization in Auth0's web console, as Auth0's own command line tool builds it; invalid for
//! domains that do not name their tenant and region, such as custom domains.
[[nodiscard]] QUrl consoleUrl(const TenantDomain &domain, const QString &organizationId);
//! The settings of a connection there; invalid also for kinds of connections whose page is not
//! known.
[[nodiscard]] QUrl connectionConsoleUrl(const TenantDomain &domain, const QString &connectionId,
                                        const QString &strategy);

} // namespace Vestibule
