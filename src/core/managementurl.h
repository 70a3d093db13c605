// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionendpoint.h"
#include "core/connectionpage.h"
#include "core/tenantdomain.h"

#include <QUrl>

namespace Vestibule {

//! Where the Management API of \a domain answers \a page. No secret is in it.
[[nodiscard]] QUrl connectionsUrl(const TenantDomain &domain, const PageRequest &page,
                                  ConnectionEndpoint endpoint);

//! The tenant's organizations behind \a checkpoint, or the first ones where that is empty.
[[nodiscard]] QUrl organizationsUrl(const TenantDomain &domain, const QString &checkpoint);

//! The organization in Auth0's web console; invalid for domains that do not tell which tenant and
//! region they belong to, such as custom ones. Auth0's own command line tool makes it alike.
[[nodiscard]] QUrl consoleUrl(const TenantDomain &domain, const QString &organizationId);

} // namespace Vestibule
