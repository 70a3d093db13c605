// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/tenantdomain.h"

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

//! The organization in Auth0's web console, as Auth0's own command line tool builds it; invalid for
//! domains that do not name their tenant and region, such as custom domains.
[[nodiscard]] QUrl consoleUrl(const TenantDomain &domain, const QString &organizationId);

} // namespace Vestibule
